import type { LanguagePack } from './language.js';

// Hebrew to Arabic with Syriac, Thaana, N’Ko and Mandaic; their presentation forms; Adlam and the older scripts.
const FROM_RIGHT = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}';
const rightToLeft = new RegExp(`[${FROM_RIGHT}]`, 'u');
const leftToRight = new RegExp(`(?![${FROM_RIGHT}])\\p{L}`, 'u');

/**
 * A text of the contract as it may stand in a sentence: one with letters of the other reading direction is kept together
 * by invisible isolates (FSI and PDI), and turns neither the stop nor the number beside it around.
 */
export function isolate({ dir }: Pick<LanguagePack, 'dir'>, text: string): string {
  return (dir === 'rtl' ? leftToRight : rightToLeft).test(text) ? `\u2068${text}\u2069` : text;
}
