/**
 * A table as CSV: RFC 4180, CRLF, UTF-8 with a byte order mark so that spreadsheets read the accents. A text that a
 * spreadsheet would run as a formula is made harmless by a leading apostrophe.
 *
 * @param title What the rows are of: a column before the source, so that a file that has lost its page still says it.
 */
export function writeCSV(
  [header = [], ...rows]: readonly (readonly (string | number | null)[])[],
  title?: string,
): string {
  const place = header.indexOf('source');
  const write = (row: readonly (string | number | null)[], own: string): string =>
    (title === undefined ? row : row.toSpliced(place, 0, own)).map(writeCell).join(',');
  return `\ufeff${[write(header, 'title'), ...rows.map((row) => write(row, title!))].join('\r\n')}\r\n`;
}

function writeCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // Some spreadsheets skip spaces before a sign, and take its full-width form for it.
  const safe = /^\s*[=+\-@＝＋－＠]/.test(cell)
    ? `'${cell.trimStart()}`
    : /^[\t\r]/.test(cell)
      ? `'${cell}`
      : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
