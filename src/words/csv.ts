/**
 * A table as CSV: RFC 4180, CRLF, UTF-8 with a byte order mark so that spreadsheets read the accents. A text that a
 * spreadsheet would run as a formula is made harmless by a leading apostrophe.
 */
export function writeCSV(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(writeCell).join(',')).join('\r\n')}\r\n`;
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
