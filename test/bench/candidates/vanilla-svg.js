// The reference every time is divided by: what a good graphics desk writes by hand for one chart on one page. The whole
// picture is one string, set once. It validates nothing, speaks one language and has no table, summary or keyboard.
// Here: casualties over time, and what the other two (vanilla-stack.js, vanilla-gauge.js) share with them.
(() => {
  const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  const HEIGHT = 340;
  const PADDING = 32;
  const MANY = 60;
  const charts = new WeakMap();

  const dayOf = (text) => Date.parse(text) / 864e5;
  const dateOf = (day) => new Date(day * 864e5);
  const round = (n) => Math.round(n * 10) / 10;
  const grouped = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
  const escape = (text) =>
    text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]);
  const words = (text) => escape(typeof text === 'string' ? text : text.en);
  const long = (day) => {
    const date = dateOf(day);
    return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  };
  /** The first day after a period. */
  const endOf = (period) =>
    period.length === 10
      ? dayOf(period) + 1
      : Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)), 1) / 864e5;
  const nameOf = (period) =>
    period.length === 10
      ? long(dayOf(period))
      : `${MONTHS[Number(period.slice(5)) - 1]} ${period.slice(0, 4)}`;

  /** A round step, 1, 2 or 5 times a power of ten, of which about five make `most`. */
  function stepOf(most) {
    const power = 10 ** Math.floor(Math.log10(most / 5));
    const times = most / 5 / power;
    return power * (times > 5 ? 10 : times > 2 ? 5 : times > 1 ? 2 : 1);
  }

  function picture(data, outer) {
    const { rows, source, place, events = [] } = data;
    const width = outer - PADDING;
    const asOf = dayOf(source.asOf);
    const first = dayOf(rows[0].period);
    const end = endOf(rows[rows.length - 1].period);
    let most = 1;
    for (const { value } of rows) if (value > most) most = value;
    const step = stepOf(most);
    const max = Math.ceil(most / step) * step;
    const left = grouped(max).length * 8 + 8;
    const top = 40;
    const base = top + HEIGHT;
    const scale = (width - left - 10) / (end - first);
    const x = (day) => left + (day - first) * scale;
    const y = (value) => base - (value / max) * HEIGHT;

    let grid = '';
    let axis = '';
    for (let value = 0; value <= max; value += step) {
      const at = round(y(value));
      if (value) grid += `M${left} ${at}H${width - 10}`;
      axis += `<text x="${left - 8}" y="${at + 4}" text-anchor="end">${grouped(value)}</text>`;
    }
    const isDense = rows.length > MANY;
    let ticks = '';
    let names = '';
    let marks = '';
    let labels = '';
    let key = '';
    if (isDense) {
      const [from, to] = [dateOf(first).getUTCFullYear(), dateOf(end - 1).getUTCFullYear()];
      const every = [1, 2, 5, 10, 20, 50].find((years) => (to - from + 1) / years <= 12);
      for (let year = Math.ceil(from / every) * every; year <= to; year += every) {
        const at = round(x(Date.UTC(year, 0, 1) / 864e5));
        ticks += `M${at} ${base}v5`;
        names += `<text x="${at}" y="${base + 18}">${year}</text>`;
      }
      // One stepped outline of all values: filled it is the area, stroked the edge.
      let line = '';
      let gaps = '';
      let gapFrom;
      let isOpen = false;
      let peak = rows[0];
      for (const row of rows) {
        const { period, value } = row;
        const at = round(x(dayOf(period)));
        if (value === null) {
          if (isOpen) line += `H${at}V${base}`;
          if (gapFrom === undefined) gapFrom = at;
          isOpen = false;
          continue;
        }
        if (gapFrom !== undefined) {
          gaps += `M${gapFrom} ${top}H${at}V${base}H${gapFrom}Z`;
          gapFrom = undefined;
        }
        line += isOpen ? `H${at}V${round(y(value))}` : `M${at} ${base}V${round(y(value))}`;
        isOpen = true;
        if (value > peak.value) peak = row;
      }
      if (isOpen) line += `H${round(x(end))}V${base}`;
      if (gaps) {
        marks += `<path d="${gaps}" fill="#dfe2e6" fill-opacity="0.55"/>`;
        key += `<li><svg width="22" height="14" aria-hidden="true"><path d="M3 0H19V14H3Z" fill="#dfe2e6"/></svg><span>No figure published</span></li>`;
      }
      marks += `<path d="${line}" fill="#3d5a73" fill-opacity="0.3" stroke="#3d5a73" stroke-width="1.25" stroke-linejoin="round"/>`;
      const last = rows[rows.length - 1];
      for (const { period, value } of [peak, last]) {
        labels += `<text x="${round(Math.min(x(dayOf(period)), width - 14))}" y="${round(y(value) - 6)}">${grouped(value)}</text>`;
      }
    } else {
      let year;
      for (const { period, value } of rows) {
        const from = dayOf(period);
        const to = endOf(period);
        const isPartial = to - 1 > asOf;
        const pad = (to - from) * scale * 0.14;
        const x0 = round(x(from) + pad);
        const x1 = round(x(isPartial ? asOf + 1 : to) - pad);
        const middle = round((x0 + x1) / 2);
        ticks += `M${round(x(from))} ${base}v5`;
        names += `<text x="${middle}" y="${base + 18}">${MONTHS[Number(period.slice(5)) - 1]}</text>`;
        if (period.slice(0, 4) !== year) {
          year = period.slice(0, 4);
          names += `<text x="${middle}" y="${base + 33}">${year}</text>`;
        }
        if (value === null) {
          labels += `<text x="${middle}" y="${base - 6}">n/k</text>`;
          continue;
        }
        const at = round(y(value));
        const height = round(base - at);
        const box = `x="${x0}" y="${at}" width="${round(x1 - x0)}" height="${height}"`;
        if (isPartial) {
          marks += `<rect ${box} fill="url(#hatch)"/><path d="M${x0} ${base}V${at}M${x1} ${base}V${at}" stroke="#3d5a73" stroke-width="1.4"/><path d="M${x0} ${at}H${x1}" stroke="#3d5a73" stroke-width="2" stroke-dasharray="4 3"/>`;
          labels += `<text x="${x1}" y="${at - 21}" text-anchor="end">${grouped(value)}</text><text x="${x1}" y="${at - 6}" text-anchor="end" font-size="12" font-weight="400">to ${long(asOf).slice(0, -5)}</text>`;
          key += `<li><svg width="22" height="14" aria-hidden="true"><path d="M3 2H19V14H3Z" fill="url(#hatch)"/></svg><span>Part of the period only</span></li>`;
        } else {
          marks += `<rect ${box}/>`;
          labels += `<text x="${middle}" y="${at - 6}">${grouped(value)}</text>`;
        }
      }
    }
    let lines = '';
    for (const { at, label } of events) {
      const where = round(x(dayOf(at)));
      lines += `M${where} 20V${base}`;
      labels += `<text x="${where}" y="14" font-size="12" font-weight="400">${words(label)}</text>`;
    }
    const title = `Civilians reported killed ${words(place)}`;
    const span = `${nameOf(rows[0].period)} to ${long(Math.min(end - 1, asOf))}`;
    const height = base + (isDense ? 26 : 41);
    const markup = `<figure class="hand"><h3>${title}</h3><p class="subtitle">Number of civilians reported killed, ${span}</p><div class="plot"><svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}, ${span}"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="#3d5a73" stroke-width="2"/></pattern></defs><path d="${grid}" stroke="#dfe2e6"/><g fill="#3d5a73">${marks}</g><path d="M${left} ${base}H${width - 10}" stroke="#17191d"/><path d="${ticks}" stroke="#5b616b"/><path d="${lines}" stroke="#5b616b"/><g fill="#5b616b" font-size="12">${axis}</g><g fill="#5b616b" font-size="12" text-anchor="${isDense ? 'start' : 'middle'}">${names}</g><g fill="#17191d" font-size="13" font-weight="600" text-anchor="middle" stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${labels}</g></svg><div class="tip" hidden></div></div><ul class="key">${key}</ul>${credit(source)}</figure>`;
    const tell = (at) => {
      const { period, value } = atDay(rows, first + (at - left) / scale);
      return `${nameOf(period)}: ${value === null ? 'not known' : grouped(value)}`;
    };
    return { markup, tell };
  }

  /** The row whose period holds a day, by bisection. */
  function atDay(rows, day) {
    let [low, high] = [0, rows.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (dayOf(rows[middle].period) <= day) low = middle;
      else high = middle;
    }
    return rows[low];
  }

  /** `<p class="source">` of a contract. */
  const credit = (source) =>
    `<p class="source">Source: ${escape(source.producer)}${source.via ? ` via ${escape(source.via)}` : ''}, figures to ${long(dayOf(source.asOf))}. ${source.url ? `<a href="${escape(source.url)}">${escape(source.url.slice(8))}</a>` : ''}</p>`;

  const pictures = { 'casualties/1': picture };
  globalThis.byHand = {
    ...{ pictures, HEIGHT, PADDING, MONTHS },
    ...{ dayOf, endOf, nameOf, atDay, long, round, grouped, escape, words, stepOf, credit },
  };

  function point(event) {
    const { tell } = charts.get(event.currentTarget);
    const svg = event.currentTarget.querySelector('svg[role]');
    const tip = event.currentTarget.querySelector('.tip');
    tip.hidden = event.type === 'pointerleave';
    if (tip.hidden) return;
    const box = svg.getBoundingClientRect();
    const at = event.clientX - box.left;
    tip.textContent = tell(at, event.clientY - box.top);
    tip.style.left = `${at}px`;
  }

  function draw(host, data) {
    update(host, data);
    host.addEventListener('pointermove', point);
    host.addEventListener('pointerleave', point);
  }

  function update(host, data) {
    const { markup, tell } = pictures[data.schema](data, host.clientWidth);
    host.innerHTML = markup;
    charts.set(host, { tell });
  }

  (globalThis.candidates ??= {})['vanilla-svg'] = { draw, update, remove: (host) => host.replaceChildren() };
})();
