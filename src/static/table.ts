import { writeCSV } from '../words/csv.js';
import type { Still } from './still.js';

/** The rows for a spreadsheet, as the element hands them out. A withdrawn chart has its text in the note and no figure. */
export function writeTable({ chart, reading, words }: Still): string {
  const table = chart.tabulate(reading);
  const [header = [], first = []] = table;
  if (!words.withdrawal) return writeCSV(table, words.title);
  const place = header.indexOf('source');
  const told = header.map((name, i) =>
    name === 'note' ? words.withdrawal : i >= place ? (first[i] ?? '') : null,
  );
  return writeCSV([header, told], words.title);
}
