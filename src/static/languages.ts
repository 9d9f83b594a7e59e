import { findLanguage, type LanguagePack, languageFor, registerLanguage } from '../words/language.js';
import en from '../words/languages/en.js';
import fr from '../words/languages/fr.js';

for (const pack of [en, fr]) registerLanguage(pack);

/** The pack of a language, with every bundled one at hand; English where there is none. */
export function packFor(lang: string): LanguagePack {
  return languageFor(lang);
}

/** False where a text would be drawn in English because nobody has registered its language. */
export function isKnownLanguage(lang: string): boolean {
  return findLanguage(lang) !== undefined;
}
