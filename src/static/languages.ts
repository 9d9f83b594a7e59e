import { findLanguage, type LanguagePack, languageFor, registerLanguage } from '../words/language.js';
import en from '../words/languages/en.js';
import ar from '../words/languages/ar.js';
import de from '../words/languages/de.js';
import es from '../words/languages/es.js';
import fr from '../words/languages/fr.js';
import pt from '../words/languages/pt.js';

for (const pack of [ar, de, en, es, fr, pt]) registerLanguage(pack);

/** The pack of a language, with every bundled one at hand; English where there is none. */
export function packFor(lang: string): LanguagePack {
  return languageFor(lang);
}

/** False where a text would be drawn in English because nobody has registered its language. */
export function isKnownLanguage(lang: string): boolean {
  return findLanguage(lang) !== undefined;
}
