// Chart.js: bars, or one stepped line with its own reduction of points; title, subtitle, axes, legend, tooltip.
(() => {
  const charts = new WeakMap();
  const dayOf = (text) => Date.parse(text) / 864e5;

  /** The figure over each bar and the line of each event, which Chart.js draws no other way. */
  const extras = {
    id: 'extras',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const { figures, events } = chart.options.plugins.extras;
      ctx.save();
      ctx.fillStyle = '#17191d';
      ctx.textAlign = 'center';
      ctx.font = '600 13px sans-serif';
      if (figures) {
        chart
          .getDatasetMeta(0)
          .data.forEach(({ x, y }, i) => ctx.fillText(chart.data.datasets[0].data[i], x, y - 6));
      }
      for (const { index, label } of events) {
        const x = chart.scales.x.getPixelForValue(index);
        ctx.fillRect(x, chartArea.top, 1, chartArea.height);
        ctx.fillText(label, x, chartArea.top + 10);
      }
      ctx.restore();
    },
  };

  function series({ rows, source, events = [] }) {
    if (rows.length > 60)
      return { data: rows.map(({ period, value }) => ({ x: dayOf(period), y: value })), marks: [] };
    const asOf = source.asOf.slice(0, 7);
    return {
      labels: rows.map(({ period }) => period),
      data: rows.map(({ value }) => value),
      colours: rows.map(({ period }) => (period < asOf ? '#3d5a73' : '#3d5a7355')),
      marks: events.map(({ at, label }) => ({
        index: rows.findIndex(({ period }) => period === at.slice(0, 7)),
        label,
      })),
    };
  }

  function draw(host, data) {
    const isDense = data.rows.length > 60;
    const { labels, data: values, colours, marks } = series(data);
    host.innerHTML =
      '<div style="position:relative;height:460px"><canvas></canvas></div><p class="source"></p>';
    host.lastChild.textContent = `Source: ${data.source.producer} via ${data.source.via}, figures to ${data.source.asOf}`;
    const { rows, place } = data;
    const chart = new globalThis.Chart(host.querySelector('canvas'), {
      type: isDense ? 'line' : 'bar',
      data: {
        labels,
        datasets: [
          {
            label: 'Civilians reported killed',
            data: values,
            backgroundColor: isDense ? '#3d5a734d' : colours,
            ...(isDense && {
              borderColor: '#3d5a73',
              borderWidth: 1.25,
              pointRadius: 0,
              stepped: true,
              fill: true,
            }),
          },
        ],
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        ...(isDense && { parsing: false, normalized: true }),
        scales: {
          y: { beginAtZero: true },
          x: isDense
            ? {
                type: 'linear',
                min: values[0].x,
                max: values.at(-1).x,
                ticks: { callback: (day) => new Date(day * 864e5).getUTCFullYear() },
              }
            : {},
        },
        plugins: {
          title: { display: true, text: `Civilians reported killed ${place.en}` },
          subtitle: { display: true, text: `${rows[0].period} to ${data.source.asOf}` },
          legend: { display: true },
          decimation: { enabled: isDense, algorithm: 'min-max' },
          extras: { figures: !isDense, events: marks },
        },
      },
      plugins: [extras],
    });
    charts.set(host, chart);
  }

  function update(host, data) {
    const chart = charts.get(host);
    const { labels, data: values, colours, marks } = series(data);
    chart.data.labels = labels;
    Object.assign(chart.data.datasets[0], { data: values, ...(colours && { backgroundColor: colours }) });
    chart.options.plugins.extras.events = marks;
    chart.update('none');
  }

  function remove(host) {
    charts.get(host).destroy();
    host.replaceChildren();
  }

  (globalThis.candidates ??= {})['chart-js'] = { draw, update, remove };
})();
