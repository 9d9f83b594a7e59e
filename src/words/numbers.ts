import { type LanguagePack, say } from './language.js';

/** The least amount that is printed, and the least that is printed as that. */
const LEAST = 1e-3;

/**
 * A number as the language writes it: "3,656", "3 656" with U+202F, in the pack's own digits. At most 3 decimals; what is
 * more than nothing is never 0: "<0.001".
 */
export function formatNumber(pack: LanguagePack, value: number): string {
  if (value > 0 && value < LEAST) return `<${formatNumber(pack, LEAST)}`;
  const [whole, fraction] = String(Math.round(value * 1000) / 1000).split('.') as [string, string?];
  let text = whole.length < (pack.groupFrom ?? 4) ? whole : whole.replace(/\B(?=(\d{3})+$)/g, pack.group);
  if (fraction) text += pack.decimal + fraction;
  return localDigits(pack, text);
}

/** A whole number without grouping, as years are written. */
export function formatPlain(pack: LanguagePack, value: number): string {
  return localDigits(pack, String(value));
}

/** The number in a text that we wrote; NaN where there is none. */
export function readNumber({ group, decimal, digits }: LanguagePack, text: string): number {
  const list = [...(digits ?? '0123456789')];
  const plain = [...text.replaceAll(group, '').replace(decimal, '.')]
    .map((char) => (list.includes(char) ? String(list.indexOf(char)) : char))
    .join('');
  // "<1%" and "3 + n/k" are sorted by the number in them.
  const [number] = /\d+(\.\d+)?/.exec(plain) ?? [];
  return number === undefined ? NaN : Number(number);
}

/** A part of a whole in whole percents; somebody is never 0 %, and not everybody never 100 %. */
export function formatShare(pack: LanguagePack, part: number, whole: number): string {
  const n = Math.round((part / whole) * 100);
  const sign = part > 0 && n === 0 ? '<' : part < whole && n === 100 ? '>' : '';
  return say(pack, 'percent', {
    n: sign + formatNumber(pack, sign ? (n ? 99 : 1) : n),
  });
}

const LARGE = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

/**
 * A number for an axis: shortened from a million on, so that a tick label never takes half the chart. `most` is the end
 * of the axis, in whose unit all its numbers are written: "0.5m" under "1m".
 */
export function formatTick(pack: LanguagePack, value: number, most = value): string {
  for (const [unit, key] of LARGE)
    if (value && most >= unit) return say(pack, key, { n: formatNumber(pack, value / unit) });
  return formatNumber(pack, value);
}

function localDigits({ digits }: LanguagePack, text: string): string {
  if (!digits) return text;
  const list = [...digits];
  return text.replace(/\d/g, (d) => list[Number(d)]!);
}
