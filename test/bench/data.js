// What the bench draws: contracts casualties/1 made by rule, the same in every run. `variant` changes the figures only.

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
