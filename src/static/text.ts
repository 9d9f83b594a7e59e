import { say } from '../words/language.js';
import { formatNumber } from '../words/numbers.js';
import { joinSentences, sourceText, type Still, tableRows } from './still.js';

/** A table longer than this is left to the page and the CSV: nobody reads 200 lines of a newsletter. */
const MOST_ROWS = 60;

/** As each language sets it. */
const SEMICOLONS: Readonly<Record<string, string>> = { fr: '\u00a0; ', ar: '؛ ' };

/**
 * The chart as plain text, for a newsletter and to be read aloud: title, summary, a line for each row, source; and last,
 * behind "alt:", one sentence to put in the `alt` of its picture.
 */
export function writeText(still: Still): string {
  const { pack, scene, words, isShown } = still;
  const { title, subtitle, contentNote, summary, withdrawal, caveat, notes, columns } = words;
  const rows = tableRows(still).slice(0, MOST_ROWS);
  const lines = rows.map(([head = '', ...cells]) => {
    const told = cells.map((cell, i) =>
      cell ? say(pack, 'key.listed', { when: columns[i + 1]!.label, label: cell }) : '',
    );
    return [`- ${head}`, ...told.filter(Boolean)].join(SEMICOLONS[pack.tag] ?? '; ');
  });
  if (isShown && words.rowCount > rows.length)
    lines.push(
      say(pack, 'tablePage', {
        from: formatNumber(pack, 1),
        to: formatNumber(pack, rows.length),
        all: formatNumber(pack, words.rowCount),
      }),
    );
  return `${[
    [title, subtitle].filter(Boolean).join('\n'),
    contentNote,
    withdrawal || summary,
    lines.join('\n'),
    ...(isShown ? [scene.eventList.join('\n'), caveat] : []),
    notes.join('\n'),
    sourceText(words),
    `alt: ${altText(still)}`,
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

/** One sentence for the `alt` of a picture of the chart; the summary stands beside it as text. */
export function altText({ words: { name, source } }: Pick<Still, 'words'>): string {
  // Typographic apostrophes only: what a content system does to a straight one in an attribute differs by version.
  return joinSentences([name, source.text]).replaceAll("'", '’');
}
