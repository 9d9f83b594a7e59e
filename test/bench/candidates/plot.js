// Observable Plot, with D3: bars or one stepped area; stacked bars or stepped areas; a level bar for the gauge, because it has
// no arcs, and bars. Title, subtitle, axes, legend, tip. It draws anew for an update, as its documentation says.
(() => {
  const { readStacks, readGauge, readEvents, writeSource } = globalThis.peers;
  const { Plot } = globalThis;
  const dayOf = (text) => new Date(text);
  const nextMonth = (period) => new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)), 1));

  function casualties({ rows, place, source, events = [] }, width) {
    const isDense = rows.length > 60;
    const asOf = source.asOf.slice(0, 7);
    const head = {
      title: `Civilians reported killed ${place.en}`,
      subtitle: `${rows[0].period} to ${source.asOf}`,
      width,
      height: 400,
    };
    if (isDense) {
      const data = rows.map(({ period, value }) => ({ day: dayOf(period), value: value ?? NaN }));
      return Plot.plot({
        ...head,
        y: { grid: true },
        marks: [
          Plot.areaY(data, { x: 'day', y: 'value', curve: 'step-after', fill: '#3d5a73', fillOpacity: 0.3 }),
          Plot.lineY(data, {
            x: 'day',
            y: 'value',
            curve: 'step-after',
            stroke: '#3d5a73',
            strokeWidth: 1.25,
          }),
          Plot.ruleY([0]),
          Plot.tip(data, Plot.pointerX({ x: 'day', y: 'value' })),
        ],
      });
    }
    const data = rows.map(({ period, value }) => ({
      x1: dayOf(period),
      x2: nextMonth(period),
      period,
      value,
    }));
    return Plot.plot({
      ...head,
      y: { grid: true },
      marks: [
        Plot.rectY(data, {
          ...{ x1: 'x1', x2: 'x2', y: 'value', inset: 4 },
          fill: ({ period }) => (period < asOf ? '#3d5a73' : '#3d5a7355'),
        }),
        Plot.text(data, {
          ...{
            x: ({ x1, x2 }) => new Date((+x1 + +x2) / 2),
            y: 'value',
            text: 'value',
            dy: -8,
            fontWeight: 600,
          },
        }),
        Plot.ruleX(events, { x: ({ at }) => dayOf(at) }),
        Plot.text(events, { x: ({ at }) => dayOf(at), text: 'label', frameAnchor: 'top' }),
        Plot.ruleY([0]),
        Plot.tip(data, Plot.pointerX({ x: 'x1', y: 'value' })),
      ],
    });
  }

  function attribution(data, width) {
    const { periods, layers } = readStacks(data);
    const rows = layers.flatMap(({ name, values }) =>
      values.map((value, i) => ({ x: dayOf(periods[i]), x2: nextMonth(periods[i]), name, value })),
    );
    const events = readEvents(data, periods);
    const fill = { fill: 'name', order: layers.map(({ name }) => name) };
    return Plot.plot({
      title: `Civilians reported killed ${data.place.en}, by actors involved`,
      subtitle: `${periods[0]} to ${data.source.asOf}`,
      width,
      height: 400,
      y: { grid: true },
      color: {
        domain: layers.map(({ name }) => name),
        range: layers.map(({ colour }) => colour),
        legend: true,
      },
      marks: [
        periods.length > 60
          ? Plot.areaY(rows, { x: 'x', y: 'value', curve: 'step-after', ...fill })
          : Plot.rectY(rows, Plot.stackY({ x1: 'x', x2: 'x2', y: 'value', inset: 2, ...fill })),
        Plot.ruleX(events, { x: ({ index }) => dayOf(periods[index]) }),
        Plot.text(events, { x: ({ index }) => dayOf(periods[index]), text: 'label', frameAnchor: 'top' }),
        Plot.ruleY([0]),
        Plot.tip(rows, Plot.pointerX({ x: 'x', y: 'value' })),
      ],
    });
  }

  function gauge(data, width) {
    const { value, max, unit, marks, years } = readGauge(data);
    const place = document.createElement('div');
    const bar = Plot.plot({
      title: `Gold mined ${data.place.en}`,
      subtitle: data.amount.period,
      width: width * 0.6,
      height: 120,
      x: { domain: [0, max], label: unit },
      marks: [
        Plot.barX([max], { fill: '#dfe2e6' }),
        Plot.barX([value], { fill: '#3d5a73', tip: true }),
        Plot.tickX(marks, { x: 'value', strokeDasharray: ({ isHollow }) => (isHollow ? '4 3' : null) }),
        Plot.text(marks, {
          x: 'value',
          text: ({ value: at, label }) => `${at} ${unit}: ${label}`,
          frameAnchor: 'top',
        }),
        Plot.text([value], { x: (n) => n, text: (n) => `${n} ${unit}`, fontSize: 48 }),
      ],
    });
    const history = Plot.plot({
      width: width * 0.4,
      height: 280,
      x: { type: 'band' },
      marks: [
        Plot.barY(years, { x: 'period', y: 'value', fill: '#3d5a73' }),
        Plot.text(years, { x: 'period', y: 'value', text: 'value', dy: -8 }),
        Plot.ruleY([0]),
      ],
    });
    place.append(bar, history);
    return place;
  }

  const kinds = { 'casualties/1': casualties, 'attribution/1': attribution, 'gold-gauge/1': gauge };

  function draw(host, data) {
    host.append(kinds[data.schema](data, host.clientWidth));
    writeSource(host, data);
  }

  function update(host, data) {
    host.firstElementChild.replaceWith(kinds[data.schema](data, host.clientWidth));
  }

  (globalThis.candidates ??= {}).plot = { draw, update, remove: (host) => host.replaceChildren() };
})();
