/**
 * A table as CSV: RFC 4180, CRLF, UTF-8 with a byte order mark so that spreadsheets read the accents. A text that a
 * spreadsheet would run as a formula is made harmless by a leading apostrophe.
 *
 * @param title What the rows are of: a column before the source, so that a file that has lost its page still says it.
 * @param withdrawal Stands in the note of one row, with the source and without a figure, in place of all rows.
 */
export function writeCSV(
  [header = [], ...all]: readonly (readonly (string | number | null)[])[],
  title?: string,
  withdrawal?: string,
): string {
  const place = header.indexOf('source');
  const rows = withdrawal
    ? [header.map((name, i) => (name === 'note' ? withdrawal : i >= place ? (all[0]?.[i] ?? '') : null))]
    : all;
  const write = (row: readonly (string | number | null)[], own: string): string =>
    (title === undefined ? row : row.toSpliced(place, 0, own.replace(/[\u2066-\u2069]/g, '')))
      .map(writeCell)
      .join(',');
  return `\ufeff${[write(header, 'title'), ...rows.map((row) => write(row, title!))].join('\r\n')}\r\n`;
}

function writeCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // Where lists are parted by semicolons, a cell begins behind each of them, quotes or not.
  const text = cell.replace(/([;\t]\s*)(?=[=+\-@＝＋－＠])/g, "$1'");
  // Some spreadsheets skip spaces before a sign, and take its full-width form for it.
  const safe = /^\s*[=+\-@＝＋－＠]/.test(text)
    ? `'${text.trimStart()}`
    : /^[\t\r]/.test(text)
      ? `'${text}`
      : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
