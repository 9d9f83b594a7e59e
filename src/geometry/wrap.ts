import { textWidth } from './text-width.js';

/**
 * Breaks a text into lines no wider than `width` px. A word that alone is wider is cut with an ellipsis; with `most` lines
 * the last one ends in an ellipsis where text is left. No-break spaces hold.
 */
export function wrapText(text: string, width: number, size: number, bold = false, most = Infinity): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n\t]+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (textWidth(longer, size, bold) <= width) line = longer;
    else {
      if (line) lines.push(line);
      line = clipText(word, width, size, bold);
    }
  }
  if (line) lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept[most - 1] = clipText(`${kept[most - 1]!} ${lines[most]!}`, width, size, bold);
  if (!kept[most - 1]!.endsWith('…')) kept[most - 1] = clipText(`${kept[most - 1]!}…`, width, size, bold);
  return kept;
}

/** The same, in as few lines but of about one length: no last word stands alone. */
export function balanceText(text: string, width: number, size: number): string[] {
  let lines = wrapText(text, width, size);
  for (let less = width - 8; lines.length > 1; less -= 8) {
    const narrower = wrapText(text, less, size);
    if (narrower.length > lines.length || narrower.join('').length < lines.join('').length) break;
    lines = narrower;
  }
  return lines;
}

/** The text, or as much of it as fits before an ellipsis, cut between whole characters. */
export function clipText(text: string, width: number, size: number, bold = false): string {
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
