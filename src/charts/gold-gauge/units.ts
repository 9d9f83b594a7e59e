import { type LanguagePack, say } from '../../words/language.js';
import { formatNumber } from '../../words/numbers.js';
import type { GoldGaugeData } from './contract.js';

export type Unit = GoldGaugeData['unit'];

/** How many of a unit make one tonne. */
const PER_TONNE: Readonly<Record<Unit, number>> = { t: 1, kg: 1000, ozt: 32_150.7466 };
export const UNITS = Object.keys(PER_TONNE) as Unit[];

/** An amount in another unit: exact between tonnes and kilograms; troy ounces to four digits, for no source knows more. */
export function convert(value: number, from: Unit, to: Unit): number {
  if (from === to) return value;
  const exact = (value / PER_TONNE[from]) * PER_TONNE[to];
  return Number(exact.toPrecision(from === 'ozt' || to === 'ozt' ? 4 : 12));
}

/** "51.7 tonnes", « 0,5 tonne ». */
export function formatAmount(pack: LanguagePack, value: number, unit: Unit): string {
  return say(pack, `amount.${unit}`, { n: formatNumber(pack, value) }, value);
}

/** "51.7 t", for labels. */
export function formatShort(pack: LanguagePack, value: number, unit: Unit): string {
  return say(pack, `short.${unit}`, { n: formatNumber(pack, value) });
}
