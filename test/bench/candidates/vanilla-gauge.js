// The reference's gauge: a half ring with its value, references and ends, and the years before as columns beside it.
(() => {
  const { pictures, PADDING, round, escape, words, stepOf, credit } = globalThis.byHand;
  const NAMES = { t: 'Tonnes' };

  function picture(data, outer) {
    const { amount, history = [], references = [], unit, place, source, sector } = data;
    const width = outer - PADDING;
    const most = Math.max(amount.value, ...references.map(({ value }) => value));
    const step = stepOf(most);
    const max = Math.ceil(most / step) * step;
    const strip = history.length ? Math.round(width * 0.4) : 0;
    const radius = 210;
    const band = 42;
    const cx = (width - strip) / 2;
    const base = radius + 30;
    const at = (share, r) => {
      const angle = Math.PI * (1 - share);
      return `${round(cx + r * Math.cos(angle))} ${round(base - r * Math.sin(angle))}`;
    };
    const ring = (from, to) =>
      `M${at(from, radius)}A${radius} ${radius} 0 0 1 ${at(to, radius)}L${at(to, radius - band)}A${radius - band} ${radius - band} 0 0 0 ${at(from, radius - band)}Z`;
    const share = amount.value / max;

    let marks = `<path d="${ring(0, 1)}" fill="#dfe2e6"/><path d="${ring(0, share)}" fill="#3d5a73"/>`;
    let labels = `<text x="${cx}" y="${base - 50}" font-size="56" font-weight="700">${amount.value}</text><text x="${cx}" y="${base - 24}">${NAMES[unit].toLowerCase()}</text><text x="${cx}" y="${base - 6}">${amount.period}</text><text x="${round(cx - radius + band / 2)}" y="${base + 20}">0</text>`;
    let key = '';
    for (const { value, label, flow, stage, kind } of references) {
      const isHollow = stage === 'planned' || flow !== data.flow;
      const where = value / max;
      const [x, y] = at(where, radius + 12)
        .split(' ')
        .map(Number);
      const anchor = where > 0.5 ? 'end' : 'start';
      const text = `<tspan x="${x}" font-weight="600">${value} ${unit}</tspan><tspan x="${x}" dy="15">${words(label)}</tspan>`;
      if (isHollow) {
        marks += `<path d="M${at(where, radius + 6)}L${at(where, radius - band - 6)}" stroke="#17191d" stroke-width="1.4" stroke-dasharray="4 3"/>`;
        key = `<li><svg width="22" height="14" aria-hidden="true"><path d="M8 1H14V13H8Z" fill="none" stroke="#17191d" stroke-dasharray="3 2"/></svg><span>Hollow and dashed: planned, or another measure than the gauge’s</span></li>`;
      } else
        marks += `<path d="M${at(where, radius + 6)}L${at(where, radius - band)}" stroke="#17191d" stroke-width="2"/>`;
      labels += `<text x="${x}" y="${round(isHollow ? base + 20 : y - 18)}" text-anchor="${isHollow ? 'end' : anchor}">${text}${isHollow ? `<tspan x="${x}" dy="15">${stage} ${kind}</tspan>` : ''}</text>`;
    }
    const years = [...history, amount];
    const highest = Math.max(...years.map(({ value }) => value));
    const slot = strip / years.length;
    const from = width - strip;
    if (strip) {
      years.forEach(({ period, value }, i) => {
        const height = round((value / highest) * (radius - 30));
        const x0 = round(from + i * slot + slot * 0.14);
        const middle = round(from + (i + 0.5) * slot);
        marks += `<rect x="${x0}" y="${round(base - height)}" width="${round(slot * 0.72)}" height="${height}" fill="#3d5a73" ${value === amount.value && period === amount.period ? '' : 'fill-opacity="0.4"'}/>`;
        labels += `<text x="${middle}" y="${round(base - height - 5)}">${value}</text><text x="${middle}" y="${base + 18}">${period}</text>`;
      });
      marks += `<path d="M${round(from)} ${base}H${width}" stroke="#17191d"/>`;
      labels += `<text x="${round(from)}" y="20" text-anchor="start">${NAMES[unit]}, by year</text>`;
    }

    const title = `Gold ${data.flow} ${words(place)}, ${sector} mines`;
    const height = base + 60;
    const markup = `<figure class="hand"><h3>${title}</h3><p class="subtitle">${NAMES[unit]}, ${amount.period}</p><div class="plot"><svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(title)}">${marks}<g fill="#17191d" font-size="12" text-anchor="middle">${labels}</g></svg><div class="tip" hidden></div></div><ul class="key">${key}</ul>${credit(source)}</figure>`;
    const tell = (px) => {
      const one = px < from ? amount : years[Math.min(years.length - 1, Math.floor((px - from) / slot))];
      return `${one.period}: ${one.value} ${unit}`;
    };
    return { markup, tell };
  }

  pictures['gold-gauge/1'] = picture;
})();
