import { type LanguagePack, say } from '../../words/language.js';
import { formatNumber } from '../../words/numbers.js';

/** "328", "n/k", or "328 + n/k": a sum of what is known is not the whole. */
export function formatSum(pack: LanguagePack, value: number | null, isOpen = false): string {
  const unknown = say(pack, 'nk');
  if (value === null) return unknown;
  const known = formatNumber(pack, value);
  return isOpen ? `${known}\u00a0+\u00a0${unknown}` : known;
}
