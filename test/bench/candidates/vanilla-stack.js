// The reference's stacks: a rectangle a segment; motifs and bands as patterns, and beyond 60 periods, where none fits, flat
// hues without space between; seams, totals, the list with its brackets, key, event.
(() => {
  const { pictures, HEIGHT, PADDING, MONTHS, dayOf, endOf, nameOf, atDay } = globalThis.byHand;
  const { long, round, grouped, escape, words, stepOf, credit } = globalThis.byHand;
  const HUES = ['#139edd', '#8a6123', '#39716c', '#c18175', '#7c57a5'];
  const LIST = 300;
  const MANY = 60;

  const line = (turn, pitch = 17) =>
    `width="${pitch}" height="${pitch}" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})"`;
  const motif = (i, strokes) =>
    `<pattern id="actor${i}" ${line([45, 0, -45, 90, 0][i])}><path d="M0 0H17V17H0Z" fill="${HUES[i]}"/><path d="${strokes}" stroke="#fff" stroke-opacity="0.75" stroke-width="1.3"/></pattern>`;
  const bands = (id, turn) =>
    `<pattern id="${id}" ${line(turn, 26)}><path d="M0 0H13V26H0Z" fill="${HUES[0]}"/><path d="M13 0H26V26H13Z" fill="${HUES[1]}"/></pattern>`;
  const DEFS = `<defs>${HUES.map((_, i) => motif(i, i === 4 ? 'M0 8H17M8 0V17' : 'M0 8H17')).join('')}${bands('bands', 45)}${bands('upright', 0)}<pattern id="dots" width="12" height="12" patternUnits="userSpaceOnUse"><path d="M0 0H12V12H0Z" fill="#8a8f98" fill-opacity="0.22"/><path d="M2 3h2.4M8 9h2.4" stroke="#8a8f98" stroke-width="2.4"/></pattern></defs>`;

  /** How one layer is painted; in an area flat, because no motif fits. */
  function paint({ ids, link }, isDense) {
    if (!ids.length) return isDense ? 'fill="#8a8f98" fill-opacity="0.22"' : 'fill="url(#dots)"';
    if (link === 'disputed') return `fill="none" stroke="${HUES[ids[0]]}" stroke-width="2"`;
    if (ids.length > 1) return `fill="url(#${isDense ? 'upright' : 'bands'})"`;
    return isDense ? `fill="${HUES[ids[0]]}"` : `fill="url(#actor${ids[0]})"`;
  }

  /** Lines of at most about `most` characters. */
  function wrap(text, most) {
    const lines = [];
    for (const word of text.split(' '))
      if (lines.length && lines.at(-1).length + word.length < most) lines.push(`${lines.pop()} ${word}`);
      else lines.push(word);
    return lines;
  }

  function picture(data, outer) {
    const { rows, source, place, events = [], actors } = data;
    const width = outer - PADDING;
    const asOf = dayOf(source.asOf);
    const placeOf = new Map(actors.map(({ id }, i) => [id, i]));
    const layers = [];
    const layerOf = new Map();
    const stacks = [];
    let stack;
    for (const { period, actors: who, link, value } of rows) {
      const key = `${who} ${link}`;
      let at = layerOf.get(key);
      if (at === undefined) {
        layerOf.set(key, (at = layers.length));
        layers.push({ ids: who === 'unattributed' ? [] : who.map((id) => placeOf.get(id)), link });
      }
      if (stack?.period !== period) stacks.push((stack = { period, values: [], total: 0 }));
      stack.values[at] = value;
      stack.total += value;
    }
    const nameLayer = ({ ids, link }) => {
      if (!ids.length) return 'Unattributed';
      const names = ids.map((i) => words(actors[i].name)).join(link === 'disputed' ? ' or ' : ' and ');
      return link === 'joint' ? `${names} together` : link ? `${names}, disputed` : names;
    };

    const isDense = stacks.length > MANY;
    const first = dayOf(stacks[0].period);
    const end = endOf(stacks.at(-1).period);
    const most = Math.max(...stacks.map(({ total }) => total));
    const step = stepOf(most);
    const max = Math.ceil(most / step) * step;
    const left = grouped(max).length * 8 + 8;
    const right = width - LIST - 18;
    const top = 40;
    const base = top + HEIGHT;
    const scale = (right - left) / (end - first);
    const x = (day) => left + (day - first) * scale;
    const y = (value) => base - (value / max) * HEIGHT;

    let grid = '';
    let axis = '';
    for (let value = 0; value <= max; value += step) {
      const at = round(y(value));
      if (value) grid += `M${left} ${at}H${right}`;
      axis += `<text x="${left - 8}" y="${at + 4}" text-anchor="end">${grouped(value)}</text>`;
    }
    let ticks = '';
    let names = '';
    let marks = '';
    let seams = '';
    let open = '';
    let labels = '';
    let key = '';
    let year;
    const paints = layers.map((layer) => paint(layer, isDense));
    const greatest = stacks.findIndex(({ total }) => total === most);
    stacks.forEach(({ period, values, total }, i) => {
      const from = dayOf(period);
      const to = endOf(period);
      const isPartial = to - 1 > asOf;
      const pad = isDense ? 0 : (to - from) * scale * 0.14;
      const x0 = round(x(from) + pad);
      const x1 = round(x(isPartial ? asOf + 1 : to) - pad);
      const middle = round((x0 + x1) / 2);
      const month = Number(period.slice(5)) - 1;
      if (isDense ? month === 0 : month % 3 === 0) {
        ticks += `M${round(x(from))} ${base}v5`;
        if (!isDense) names += `<text x="${x0}" y="${base + 18}">${MONTHS[month]}</text>`;
      }
      if (period.slice(0, 4) !== year) {
        year = period.slice(0, 4);
        names += `<text x="${x0}" y="${base + (isDense ? 18 : 33)}">${year}</text>`;
      }
      let sum = 0;
      for (let k = 0; k < values.length; k++) {
        const low = round(y(sum));
        sum += values[k];
        const high = round(y(sum));
        marks += `<rect x="${x0}" y="${high}" width="${round(x1 - x0)}" height="${round(low - high)}" ${paints[k]}/>`;
        if (k) seams += `M${x0} ${low}H${x1}`;
      }
      const at = round(y(total));
      if (isPartial) {
        open += `M${x0} ${at}H${x1}`;
        key = `<li><svg width="22" height="14" aria-hidden="true"><path d="M5 4H17V14H5Z" fill="#5b616b"/><path d="M5 4H17" stroke="#17191d" stroke-width="1.5" stroke-dasharray="3 1.5"/></svg><span>Dashed top: not the whole period</span></li>`;
        labels += `<text x="${x1}" y="${at - 21}" text-anchor="end">${grouped(total)}</text><text x="${x1}" y="${at - 6}" text-anchor="end" font-size="12" font-weight="400">to ${long(asOf).slice(0, -5)}</text>`;
      } else if (i === greatest) labels += `<text x="${middle}" y="${at - 6}">${grouped(total)}</text>`;
    });
    let lines = '';
    for (const { at, label } of events) {
      const where = round(x(dayOf(at)));
      lines += `M${where} 20V${base}`;
      labels += `<text x="${where}" y="14" font-size="12" font-weight="400">${words(label)}</text>`;
    }

    // The last whole period as a list, from the top of the stack, with a bracket for whoever stands in several lines.
    const shown = stacks.findLast(({ period }) => endOf(period) - 1 <= asOf);
    const x0 = right + 18;
    const spans = new Map();
    let list = `<text x="${x0}" y="${top + 10}" font-weight="600">${nameOf(shown.period)}</text>`;
    let samples = '';
    let at = top + 19;
    for (let k = layers.length - 1; k >= 0; k--) {
      const lines = wrap(nameLayer(layers[k]), 17);
      samples += `<rect x="${x0}" y="${at + 2}" width="20" height="12" ${paint(layers[k])}/>`;
      list += `<text x="${x0 + 50}" y="${at + 12}" text-anchor="end" font-weight="600">${grouped(shown.values[k])}</text><text y="${at + 12}">${lines.map((text, n) => `<tspan x="${x0 + 58}" ${n ? 'dy="15"' : ''}>${text}</tspan>`).join('')}</text>`;
      for (const id of layers[k].ids) {
        const span = spans.get(id) ?? { from: at + 4, sum: 0, count: 0 };
        spans.set(id, { ...span, to: at + 12, sum: span.sum + shown.values[k], count: span.count + 1 });
      }
      at += Math.max(24, lines.length * 15 + 5);
    }
    let lane = x0 + 185;
    let free = 0;
    for (const [id, { from, to, sum, count }] of spans) {
      if (count < 2) continue;
      samples += `<path d="M${lane - 4} ${from}H${lane}V${to}H${lane - 4}" fill="none" stroke="${HUES[id]}" stroke-width="2"/>`;
      const y0 = Math.max(free, (from + to) / 2);
      list += `<text y="${y0}"><tspan x="${x0 + 216}">${words(actors[id].name)}</tspan><tspan x="${x0 + 216}" dy="15">involved in ${grouped(sum)}</tspan></text>`;
      free = y0 + 34;
      lane += 9;
    }

    const title = `Civilians reported killed ${words(place)}, by actors involved`;
    const span = `${nameOf(stacks[0].period)} to ${long(Math.min(end - 1, asOf))}`;
    const height = base + (isDense ? 26 : 41);
    const markup = `<figure class="hand"><h3>${title}</h3><p class="subtitle">By month, ${span}</p><div class="plot"><svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(title)}, ${span}">${DEFS}<path d="${grid}" stroke="#dfe2e6"/><path d="${lines}" stroke="#5b616b"/><g>${marks}${samples}</g><path d="${seams}" stroke="#fff"/><path d="${open}" stroke="#17191d" stroke-width="1.5" stroke-dasharray="4 3"/><path d="M${left} ${base}H${right}" stroke="#17191d"/><path d="${ticks}" stroke="#5b616b"/><g fill="#5b616b" font-size="12">${axis}${names}</g><g fill="#17191d" font-size="12">${list}</g><g fill="#17191d" font-size="13" font-weight="600" text-anchor="middle" stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${labels}</g></svg><div class="tip" hidden></div></div><ul class="key">${key}</ul>${credit(source)}</figure>`;
    const tell = (px, py) => {
      const { period, values } = atDay(stacks, first + (px - left) / scale);
      const meant = ((base - py) / HEIGHT) * max;
      let sum = 0;
      const found = values.findIndex((value) => (sum += value) >= meant);
      return found < 0 ? nameOf(period) : `${nameOf(period)}, ${nameLayer(layers[found])}: ${values[found]}`;
    };
    return { markup, tell };
  }

  pictures['attribution/1'] = picture;
})();
