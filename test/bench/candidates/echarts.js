// ECharts, drawing SVG: bars or one stepped line with its own reduction of points; stacked bars or stepped areas; its gauge
// and bars. Title, subtitle, axes, legend, tooltip.
(() => {
  const { readStacks, readGauge, readEvents, writeSource } = globalThis.peers;
  const charts = new WeakMap();
  const dayOf = (text) => Date.parse(text);

  const heading = (text, subtext) => ({
    title: { text, subtext },
    animation: false,
    tooltip: { trigger: 'axis' },
  });
  const markLine = (events) => ({
    symbol: 'none',
    data: events.map(({ index, label }) => ({ xAxis: index, label: { formatter: label } })),
  });

  function casualties(data) {
    const { rows, place, source } = data;
    const head = heading(`Civilians reported killed ${place.en}`, `${rows[0].period} to ${source.asOf}`);
    if (rows.length > 60) {
      return {
        ...head,
        xAxis: { type: 'time' },
        yAxis: { type: 'value' },
        series: [
          {
            name: 'Civilians reported killed',
            type: 'line',
            step: 'end',
            showSymbol: false,
            sampling: 'minmax',
            areaStyle: { color: '#3d5a73', opacity: 0.3 },
            lineStyle: { color: '#3d5a73', width: 1.25 },
            data: rows.map(({ period, value }) => [dayOf(period), value]),
          },
        ],
      };
    }
    const periods = rows.map(({ period }) => period);
    const asOf = source.asOf.slice(0, 7);
    return {
      ...head,
      legend: { top: 44 },
      xAxis: { type: 'category', data: periods },
      yAxis: { type: 'value' },
      series: [
        {
          name: 'Civilians reported killed',
          type: 'bar',
          label: { show: true, position: 'top' },
          data: rows.map(({ period, value }) => ({
            value,
            itemStyle: { color: period < asOf ? '#3d5a73' : '#3d5a7355' },
          })),
          markLine: markLine(readEvents(data, periods)),
        },
      ],
    };
  }

  function attribution(data) {
    const { periods, layers } = readStacks(data);
    const isDense = periods.length > 60;
    return {
      ...heading(
        `Civilians reported killed ${data.place.en}, by actors involved`,
        `${periods[0]} to ${data.source.asOf}`,
      ),
      legend: { orient: 'vertical', right: 0, top: 60 },
      grid: { right: 260 },
      xAxis: { type: 'category', data: periods, boundaryGap: !isDense },
      yAxis: { type: 'value' },
      series: layers.map(({ name, colour, values }, i) => ({
        name,
        stack: 'all',
        data: values,
        itemStyle: { color: colour },
        ...(isDense
          ? {
              type: 'line',
              step: 'end',
              showSymbol: false,
              lineStyle: { width: 0 },
              areaStyle: { color: colour },
            }
          : { type: 'bar' }),
        ...(i ? {} : { markLine: markLine(readEvents(data, periods)) }),
      })),
    };
  }

  function gauge(data) {
    const { value, max, unit, marks, years } = readGauge(data);
    const pointer = (at, extra) => ({ value: at, ...extra });
    return {
      ...heading(`Gold mined ${data.place.en}`, data.amount.period),
      tooltip: {},
      grid: { left: '62%', top: 60 },
      xAxis: { type: 'category', data: years.map(({ period }) => period) },
      yAxis: { type: 'value' },
      series: [
        {
          type: 'gauge',
          ...{ startAngle: 180, endAngle: 0, min: 0, max, radius: '90%', center: ['30%', '75%'] },
          progress: { show: true, width: 42, itemStyle: { color: '#3d5a73' } },
          axisLine: { lineStyle: { width: 42, color: [[1, '#dfe2e6']] } },
          axisTick: { show: false },
          splitLine: { show: false },
          axisLabel: { show: false },
          pointer: { show: false },
          detail: { formatter: `{value} ${unit}`, fontSize: 48, offsetCenter: [0, -20] },
          data: [pointer(value)],
        },
        ...marks.map(({ value: at, label }) => ({
          type: 'gauge',
          ...{ startAngle: 180, endAngle: 0, min: 0, max, radius: '90%', center: ['30%', '75%'] },
          axisLine: { show: false },
          axisTick: { show: false },
          splitLine: { show: false },
          axisLabel: { show: false },
          pointer: {
            icon: 'rect',
            width: 2,
            length: 42,
            offsetCenter: [0, '-80%'],
            itemStyle: { color: '#17191d' },
          },
          title: { offsetCenter: [`${(at / max - 0.5) * 200}%`, '-70%'], fontSize: 12 },
          detail: { show: false },
          data: [pointer(at, { name: `${at} ${unit}: ${label}` })],
        })),
        {
          type: 'bar',
          label: { show: true, position: 'top' },
          itemStyle: { color: '#3d5a73' },
          data: years.map((one) => one.value),
        },
      ],
    };
  }

  const kinds = { 'casualties/1': casualties, 'attribution/1': attribution, 'gold-gauge/1': gauge };

  function draw(host, data) {
    const place = document.createElement('div');
    place.style.height = data.schema === 'gold-gauge/1' ? '320px' : '460px';
    host.append(place);
    const chart = globalThis.echarts.init(place, null, { renderer: 'svg' });
    charts.set(host, chart);
    chart.setOption(kinds[data.schema](data));
    writeSource(host, data);
  }

  function update(host, data) {
    charts.get(host).setOption(kinds[data.schema](data));
  }

  function remove(host) {
    charts.get(host).dispose();
    host.replaceChildren();
  }

  (globalThis.candidates ??= {}).echarts = { draw, update, remove };
})();
