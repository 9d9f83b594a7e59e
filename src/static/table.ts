import { writeCSV } from '../words/csv.js';
import type { Still } from './still.js';

/** The rows for a spreadsheet, as the element hands them out. A withdrawn chart has its text in the note and no figure. */
export function writeTable({ chart, reading, words }: Still): string {
  return writeCSV(chart.tabulate(reading), words.title, words.withdrawal);
}
