// Chart.js: bars or one stepped line with its own reduction of points; stacked bars or stepped areas; half a ring and bars.
// Title, subtitle, axes, legend, tooltip.
(() => {
  const { readStacks, readGauge, readEvents, writeSource } = globalThis.peers;
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

  function casualties(host, data) {
    const isDense = data.rows.length > 60;
    const { labels, data: values, colours, marks } = series(data);
    const { rows, place } = data;
    return new globalThis.Chart(canvas(host), {
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
  }

  function canvas(host, height = 460) {
    const place = document.createElement('div');
    place.style.cssText = `position:relative;height:${height}px`;
    const element = document.createElement('canvas');
    place.append(element);
    host.append(place);
    return element;
  }

  const heading = (text, sub) => ({
    title: { display: true, text },
    subtitle: { display: true, text: sub },
  });

  function attribution(host, data) {
    const { periods, layers } = readStacks(data);
    const isDense = periods.length > 60;
    return new globalThis.Chart(canvas(host), {
      type: isDense ? 'line' : 'bar',
      data: {
        labels: periods,
        datasets: layers.map(({ name, colour, values }, i) => ({
          label: name,
          data: values,
          backgroundColor: colour,
          ...(isDense && { borderWidth: 0, pointRadius: 0, stepped: true, fill: i ? '-1' : true }),
        })),
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        scales: { x: { stacked: true }, y: { stacked: true, beginAtZero: true } },
        plugins: {
          ...heading(`Civilians reported killed ${data.place.en}, by actors involved`, periods[0]),
          legend: { display: true, position: 'right', reverse: true },
          extras: { figures: false, events: readEvents(data, periods) },
        },
      },
      plugins: [extras],
    });
  }

  /** The value in the middle of the ring, and a line for each reference. */
  const needle = {
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      const { value, max, unit, marks } = chart.options.plugins.needle;
      const { x, y, innerRadius, outerRadius } = chart.getDatasetMeta(0).data[0];
      ctx.save();
      ctx.fillStyle = '#17191d';
      ctx.textAlign = 'center';
      ctx.font = '700 48px sans-serif';
      ctx.fillText(`${value} ${unit}`, x, y - 20);
      ctx.font = '12px sans-serif';
      for (const { value: at, label, isHollow } of marks) {
        const angle = Math.PI * (1 + at / max);
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        ctx.setLineDash(isHollow ? [4, 3] : []);
        ctx.beginPath();
        ctx.moveTo(x + innerRadius * cos, y + innerRadius * sin);
        ctx.lineTo(x + (outerRadius + 6) * cos, y + (outerRadius + 6) * sin);
        ctx.stroke();
        ctx.fillText(`${at} ${unit}: ${label}`, x + (outerRadius + 14) * cos, y + (outerRadius + 14) * sin);
      }
      ctx.restore();
    },
  };

  function gauge(host, data) {
    const told = readGauge(data);
    const { value, max, years } = told;
    host.style.display = 'grid';
    host.style.gridTemplateColumns = '3fr 2fr';
    const ring = new globalThis.Chart(canvas(host, 280), {
      type: 'doughnut',
      data: {
        labels: ['mined', ''],
        datasets: [{ data: [value, max - value], backgroundColor: ['#3d5a73', '#dfe2e6'] }],
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        rotation: -90,
        circumference: 180,
        cutout: '78%',
        layout: { padding: 30 },
        plugins: {
          ...heading(`Gold mined ${data.place.en}`, data.amount.period),
          legend: { display: false },
          needle: told,
        },
      },
      plugins: [needle],
    });
    const bars = new globalThis.Chart(canvas(host, 280), {
      type: 'bar',
      data: {
        labels: years.map(({ period }) => period),
        datasets: [{ label: 'Tonnes', data: years.map((one) => one.value), backgroundColor: '#3d5a73' }],
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        scales: { y: { beginAtZero: true } },
        plugins: { legend: { display: false }, extras: { figures: true, events: [] } },
      },
      plugins: [extras],
    });
    return {
      destroy() {
        ring.destroy();
        bars.destroy();
      },
    };
  }

  const kinds = { 'casualties/1': casualties, 'attribution/1': attribution, 'gold-gauge/1': gauge };

  function draw(host, data) {
    charts.set(host, kinds[data.schema](host, data));
    writeSource(host, data);
  }

  function update(host, data) {
    const chart = charts.get(host);
    if (data.schema === 'attribution/1')
      readStacks(data).layers.forEach(({ values }, i) => (chart.data.datasets[i].data = values));
    else {
      const { labels, data: values, colours, marks } = series(data);
      chart.data.labels = labels;
      Object.assign(chart.data.datasets[0], { data: values, ...(colours && { backgroundColor: colours }) });
      chart.options.plugins.extras.events = marks;
    }
    chart.update('none');
  }

  function remove(host) {
    charts.get(host).destroy();
    host.replaceChildren();
  }

  (globalThis.candidates ??= {})['chart-js'] = { draw, update, remove };
})();
