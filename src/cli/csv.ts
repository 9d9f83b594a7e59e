/** A table as a spreadsheet saves it: RFC 4180, with the separator of any country. */
export interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly separator: string;
  /** A quote that never ends: what follows would be one cell. */
  readonly unclosed?: { readonly row: number; readonly column: number };
}

const SEPARATORS = [',', ';', '\t'];

/** Rows and cells of a CSV text, as they stand in the sheet: an empty row keeps its number. */
export function parseCSV(text: string): Table {
  // A line that tells the separator is no row of the sheet: a spreadsheet does not show it.
  const [told = '', named] = /^\ufeff?sep=(.)\r?\n/i.exec(text) ?? [];
  const separator = named ?? findSeparator(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = told.length || (text.startsWith('\ufeff') ? 1 : 0);
  let unclosed: Table['unclosed'];
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      const start = at;
      do {
        const end = text.indexOf('"', at + 1);
        if (end < 0) {
          unclosed ??= { row: rows.length, column: row.length };
          cell = text.slice(start + 1);
          at = text.length;
          break;
        }
        cell += text.slice(at + 1, end) + (text[end + 1] === '"' ? '"' : '');
        at = end + 1;
      } while (text[at] === '"');
    }
    const rest = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
    row.push(cell + text.slice(rest, at));
    if (text[at] === separator) {
      at++;
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at >= text.length) return { rows, separator, ...(unclosed && { unclosed }) };
  }
}

/** The one that stands most often in the first line: where decimals have commas, spreadsheets part cells by semicolons. */
function findSeparator(text: string): string {
  const first = /^(?:"(?:[^"]|"")*"|[^\r\n"])*/.exec(text)![0].replace(/"(?:[^"]|"")*"/g, '');
  const count = (one: string): number => first.split(one).length;
  return SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** "B7": the name of a cell, its row and column counted from 0. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
