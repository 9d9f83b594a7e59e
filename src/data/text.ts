import type { Desk } from './desk.js';
import type { Words } from './schema.js';

/** Longest text that is kept, in UTF-16 units; a longer one is cut at a whole character (W_TRUNCATED). */
export const LONGEST_TEXT = 2000;

// C0, C1 and the marks that can turn the reading direction of the text around them (Unicode bidi controls): a name must
// not be able to reverse the number that stands beside it. Tab, line feed and carriage return become a space.
const CONTROL = /[^\P{Cc}\t\n\r]|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const DANGEROUS = new RegExp(CONTROL.source, 'u');

/** A text as it will be shown: no control characters, no bidi overrides, one line, at most 2,000 units. */
export function cleanText(desk: Desk, text: string, path: string): string {
  let clean = text;
  if (DANGEROUS.test(clean)) {
    clean = clean.replace(CONTROL, '');
    desk.note('W_CONTROL', `${path} held control characters, which are left out.`, path);
  }
  if (/[\t\n\r]/.test(clean)) clean = clean.replace(/\s*[\t\n\r]+\s*/g, ' ');
  if (clean.length > LONGEST_TEXT) {
    clean = cutText(clean, LONGEST_TEXT);
    desk.note('W_TRUNCATED', `${path} is longer than ${LONGEST_TEXT} characters and was cut.`, path);
  }
  return clean;
}

/** The text cut to at most `most` UTF-16 units and an ellipsis, never inside an emoji, a flag or a base with its marks. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  // Only a little before and after the cut is looked at: segmenting two megabytes takes seconds.
  const from = Math.max(0, most - 64);
  const start = wordStart(text, from);
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(
    text.slice(start, most + 64),
  )) {
    if (start + index + segment.length > most - 1) break;
    end = start + index + segment.length;
  }
  return `${text.slice(0, end || most - 1).trimEnd()}…`;
}

/** A place at or before `from` where no character is split: after a space, else at the text's start. */
function wordStart(text: string, from: number): number {
  const space = text.lastIndexOf(' ', from);
  return space < 0 || from - space > 200 ? (from > 200 ? safeIndex(text, from) : 0) : space + 1;
}

function safeIndex(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
}

/** An absolute http or https address without credentials, or nothing and a note. */
export function safeUrl(desk: Desk, text: string, path: string): string | undefined {
  try {
    const url = new URL(text);
    if ((url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password)
      return url.href;
  } catch {
    // Not an address at all: the note below says so.
  }
  desk.note('W_URL', `${path} is not an absolute http or https address and is not linked.`, path);
  return undefined;
}

/** The text for a language: exact tag, base language, "en", first key. */
export function textFor(words: Words | undefined, language: string): string {
  if (words === undefined) return '';
  if (typeof words === 'string') return words;
  const key = keyFor(words, language);
  return key === undefined ? '' : words[key]!;
}

/** The language that the text for a language is really in; none is known of a text that stands alone. */
export function keyFor(words: Words | undefined, language: string): string | undefined {
  if (words === undefined || typeof words === 'string') return undefined;
  const wanted = language.toLowerCase();
  const keys = Object.keys(words);
  const find = (tag: string): string | undefined => keys.find((key) => key.toLowerCase() === tag);
  return find(wanted) ?? find(wanted.split('-')[0]!) ?? find('en') ?? keys[0];
}
