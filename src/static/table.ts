import { writeCSV } from '../words/csv.js';
import type { Still } from './still.js';

/**
 * The rows for a spreadsheet: one header row, figures as they came, and the title before source, as_of and licence, so
 * that a file that has lost its page still says what it is. A withdrawn chart has its text in the note and no figure.
 */
export function writeTable({ chart, reading, words }: Still): string {
  const [header = [], ...rows] = chart.tabulate(reading);
  const place = header.indexOf('source');
  const withTitle = (
    cells: readonly (string | number | null)[],
    title: string,
  ): (string | number | null)[] => [...cells.slice(0, place), title, ...cells.slice(place)];
  if (words.withdrawal) {
    const [first = []] = rows;
    const told = header.map((name, i) =>
      name === 'note' ? words.withdrawal : i >= place ? (first[i] ?? '') : null,
    );
    return writeCSV([withTitle(header, 'title'), withTitle(told, words.title)]);
  }
  return writeCSV([withTitle(header, 'title'), ...rows.map((row) => withTitle(row, words.title))]);
}
