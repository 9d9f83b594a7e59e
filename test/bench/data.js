// What the bench draws: contracts made by rule, the same in every run. `variant` changes the figures only.

/** Repeatable numbers from 0 to 1 (mulberry32). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const iso = (day) => new Date(day * 864e5).toISOString().slice(0, 10);

const contract = (asOf, rows, more = {}) => ({
  schema: 'casualties/1',
  measure: 'killed',
  victims: 'civilians',
  method: 'reported',
  relation: 'all',
  place: { en: 'in Mali', fr: 'au Mali' },
  source: { producer: 'Bench', via: 'made-up figures', asOf, url: 'https://example.org/figures' },
  ...more,
  rows,
});

/** 24 months, the last one partial, and one event. */
export function months(variant = 0) {
  const next = numbers(24 + variant);
  const rows = Array.from({ length: 24 }, (_, i) => ({
    period: `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    value: 90 + Math.floor(next() * 600),
  }));
  rows[22].value = 240 + variant; // low beside the partial month, so that every figure has room for its label
  return contract('2025-12-21', rows, { events: [{ at: '2025-09-04', label: 'Fuel blockade begins' }] });
}

/** Days without a hole, but for one stretch of which nothing is known. */
export function days(count, variant = 0) {
  const next = numbers(count + variant);
  const first = Date.parse('2025-12-31') / 864e5 - count + 1;
  let level = 20;
  const rows = Array.from({ length: count }, (_, i) => {
    level = Math.max(2, level + (next() - 0.5) * 6);
    const isUnknown = i > count * 0.6 && i < count * 0.62;
    const value = Math.floor(level * next() + (next() > 0.995 ? 80 * next() : 0));
    return { period: iso(first + i), value: isUnknown ? null : value };
  });
  return contract('2025-12-31', rows);
}

const ACTORS = ['River Guard', 'Hill Front', 'Plains Army', 'Coast Union', 'Delta League'];

/** `count` months of stacks of six or eight segments: actors alone, two together, two in dispute, unattributed. */
export function stacks(count, parts, variant = 0) {
  const next = numbers(count * parts + variant);
  const sets =
    parts === 6
      ? [[0], [0, 1, 'joint'], [1], [2], [3], []]
      : [[0], [0, 1, 'joint'], [1], [1, 2, 'disputed'], [2], [3], [4], []];
  const used = ACTORS.slice(0, parts === 6 ? 4 : 5);
  const start = 2026 - Math.ceil(count / 12);
  const rows = Array.from({ length: count }, (_, i) =>
    sets.map((set) => {
      const ids = set.filter((one) => typeof one === 'number').map((one) => `actor-${one}`);
      const link = set.find((one) => typeof one === 'string');
      return {
        period: `${start + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
        actors: ids.length ? ids : 'unattributed',
        ...(link && { link }),
        value: 20 + Math.floor(next() * 90),
      };
    }),
  ).flat();
  return {
    ...contract('2025-12-21', rows, { events: [{ at: '2025-09-04', label: 'Fuel blockade begins' }] }),
    schema: 'attribution/1',
    relation: 'involving',
    whole: 'all',
    actors: used.map((name, i) => ({ id: `actor-${i}`, name, slot: i + 1 })),
  };
}

/** A year of gold with five before it, a forecast, and a planned refinery at the end of the scale. */
export function gauge(variant = 0) {
  const { place, source } = contract('2025-12-31', []);
  const label = (en) => ({ en, fr: en });
  return {
    schema: 'gold-gauge/1',
    flow: 'mined',
    sector: 'industrial',
    unit: 't',
    place,
    source,
    amount: { period: '2024', value: 51.7 + variant },
    history: [65.1, 65.2, 63.4, 66.2, 66.5].map((value, i) => ({ period: String(2019 + i), value })),
    references: [
      {
        kind: 'capacity',
        flow: 'refined',
        value: 200,
        stage: 'planned',
        label: label('A refinery, per year'),
      },
      {
        kind: 'forecast',
        flow: 'mined',
        sector: 'industrial',
        value: 74.7,
        period: '2025',
        label: label('Forecast'),
      },
    ],
  };
}
