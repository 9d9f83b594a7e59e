// uPlot: bars, or one stepped line; title, axes, legend with the value under the pointer (its tooltip).
(() => {
  const charts = new WeakMap();

  function series({ rows }) {
    const [xs, ys] = [new Array(rows.length), new Array(rows.length)];
    for (let i = 0; i < rows.length; i++) {
      xs[i] = Date.parse(rows[i].period) / 1000;
      ys[i] = rows[i].value;
    }
    return [xs, ys];
  }

  /** The figure over each bar and the line of each event, which uPlot leaves to a hook. */
  function extras(u) {
    const { ctx, data, bbox } = u;
    const { events } = charts.get(u.root.parentNode) ?? { events: [] };
    const ratio = devicePixelRatio;
    ctx.save();
    ctx.fillStyle = '#17191d';
    ctx.textAlign = 'center';
    ctx.font = `600 ${13 * ratio}px sans-serif`;
    if (data[0].length <= 60) {
      data[1].forEach((value, i) => {
        const [x, y] = [u.valToPos(data[0][i], 'x', true), u.valToPos(value, 'y', true)];
        ctx.fillText(value, x, y - 6 * ratio);
      });
    }
    for (const { at, label } of events) {
      const x = u.valToPos(Date.parse(at) / 1000, 'x', true);
      ctx.fillRect(x, bbox.top, ratio, bbox.height);
      ctx.fillText(label, x, bbox.top + 10 * ratio);
    }
    ctx.restore();
  }

  async function draw(host, data) {
    const isDense = data.rows.length > 60;
    const { paths } = globalThis.uPlot;
    const options = {
      width: host.clientWidth,
      height: 400,
      title: `Civilians reported killed ${data.place.en}`,
      scales: { y: { range: (u, min, max) => [0, max * 1.1] } },
      series: [
        {},
        {
          label: 'Civilians reported killed',
          fill: isDense ? '#3d5a734d' : '#3d5a73',
          stroke: '#3d5a73',
          paths: isDense ? paths.stepped({ align: 1 }) : paths.bars({ size: [0.8] }),
          points: { show: false },
        },
      ],
      hooks: { draw: [extras] },
    };
    charts.set(host, { events: data.events ?? [] });
    const chart = new globalThis.uPlot(options, series(data), host);
    charts.get(host).chart = chart;
    const source = document.createElement('p');
    source.className = 'source';
    source.textContent = `Source: ${data.source.producer} via ${data.source.via}, figures to ${data.source.asOf}`;
    host.append(source);
    await null; // it draws in a microtask
  }

  async function update(host, data) {
    charts.get(host).chart.setData(series(data));
    await null;
  }

  function remove(host) {
    charts.get(host).chart.destroy();
    host.replaceChildren();
  }

  (globalThis.candidates ??= {}).uplot = { draw, update, remove };
})();
