import { textWidth } from './text-width.js';

/**
 * Breaks a text into lines no wider than `width` px. No-break spaces hold, but where what they hold is wider than a line;
 * a word that alone is wider is cut with an ellipsis; with `most` lines the last one ends in one where text is left.
 */
export function wrapText(text: string, width: number, size: number, bold = false, most = Infinity): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text
    .split(/[ \n\t]+/)
    .flatMap((word) => (textWidth(word, size, bold) > width ? word.split('\u00a0') : [word]));
  for (const word of words.filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (textWidth(longer, size, bold) <= width) line = longer;
    else {
      if (line) lines.push(line);
      line = shorten(word, width, size, bold);
    }
  }
  if (line) lines.push(line);
  if (lines.length <= most) return closeIsolates(lines);
  const kept = lines.slice(0, most);
  kept[most - 1] = shorten(`${kept[most - 1]!} ${lines[most]!}`, width, size, bold);
  if (!kept[most - 1]!.endsWith('…')) kept[most - 1] = shorten(`${kept[most - 1]!}…`, width, size, bold);
  return closeIsolates(kept);
}

/** A name of another script that is broken stays isolated: each line closes what it opens, and the next opens it again. */
function closeIsolates(lines: readonly string[]): string[] {
  let open = 0;
  return lines.map((line) => {
    const text = '\u2068'.repeat(open) + line;
    open = Math.max(0, text.split('\u2068').length - text.split('\u2069').length);
    return text + '\u2069'.repeat(open);
  });
}

/** True where a word of the text was too wide for its lines and has lost letters. */
export function isCut(lines: readonly string[], text: string): boolean {
  const letters = (one: string): number => one.replace(/[ \n\t…\u2068\u2069]+/g, '').length;
  return letters(lines.join('')) < letters(text);
}

/** The same, in as few lines but of about one length: no last word stands alone. */
export function balanceText(text: string, width: number, size: number): string[] {
  let lines = wrapText(text, width, size);
  for (let less = width - 8; lines.length > 1; less -= 8) {
    const narrower = wrapText(text, less, size);
    if (narrower.length > lines.length || isCut(narrower, text)) break;
    lines = narrower;
  }
  return lines;
}

/** The text, or as much of it as fits before an ellipsis, cut between whole characters. */
function shorten(text: string, width: number, size: number, bold: boolean): string {
  // Nothing narrower than a fifth of an em exists but marks; a text ten times too long need not be measured whole.
  const short = text.slice(0, Math.ceil((width / size) * 8) + 8);
  if (short === text && textWidth(text, size, bold) <= width) return text;
  let kept = '';
  let used = textWidth('…', size, bold);
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(short)) {
    used += textWidth(segment, size, bold);
    if (used > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
