// What the other libraries need of a contract: rows as series, one source line.
(() => {
  const HUES = ['#139edd', '#8a6123', '#39716c', '#c18175', '#7c57a5'];
  const LIGHT = ['#89ceee', '#c4b091', '#9cb7b5', '#e0c0ba', '#bdabd2'];

  /** Layers of a stack from its bottom: name, colour, a value a period. */
  function readStacks({ rows, actors }) {
    const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
    const placeOf = new Map(actors.map(({ id }, i) => [id, i]));
    const periods = [];
    const layers = new Map();
    for (const { period, actors: who, link = '', value } of rows) {
      if (periods.at(-1) !== period) periods.push(period);
      const key = `${who} ${link}`;
      let layer = layers.get(key);
      if (!layer) {
        const ids = who === 'unattributed' ? [] : who;
        const colours = ids.length > 1 ? LIGHT : HUES;
        layer = {
          name: ids.length
            ? ids.map((id) => nameOf.get(id)).join(link === 'disputed' ? ' or ' : ' and ')
            : 'Unattributed',
          colour: ids.length ? colours[placeOf.get(ids[0])] : '#c4c7cb',
          values: [],
        };
        layers.set(key, layer);
      }
      layer.values.push(value);
    }
    return { periods, layers: [...layers.values()] };
  }

  /** The parts of a gauge: its value, its end, its references, the years before. */
  function readGauge({ amount, history = [], references = [], unit }) {
    const most = Math.max(amount.value, ...references.map(({ value }) => value));
    return {
      value: amount.value,
      max: Math.ceil(most / 50) * 50,
      unit,
      marks: references.map(({ value, label, stage }) => ({
        value,
        label: label.en,
        isHollow: stage === 'planned',
      })),
      years: [...history, amount],
    };
  }

  /** The events of a contract that fall on a period: its index and the words. */
  const readEvents = ({ events = [] }, periods) =>
    events.map(({ at, label }) => ({ index: periods.indexOf(at.slice(0, 7)), label }));

  /** The source line, which none of them has. */
  function writeSource(host, { source }) {
    const line = document.createElement('p');
    line.className = 'source';
    line.textContent = `Source: ${source.producer} via ${source.via}, figures to ${source.asOf}`;
    host.append(line);
  }

  globalThis.peers = { readStacks, readGauge, readEvents, writeSource, HUES };
})();
