import { readActors, readFigure } from './cells.js';
import type { DeskReport, Draft, Sheet } from './sheet.js';

/** Columns of a download of ours that say again what the contract says elsewhere. */
const REPEATED = new Set(['days', 'status', 'title', 'same_period', 'source', 'as_of', 'licence', 'unit']);
const COMMON = ['period', 'value', 'low', 'high', 'from', 'through', 'note'];
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  casualties: [...COMMON, 'samePeriod.value', 'samePeriod.from', 'samePeriod.through'],
  attribution: [...COMMON, 'actors', 'link', 'grade'],
  'gold-gauge': [
    ...COMMON,
    'kind',
    'flow',
    'sector',
    'stage',
    'label',
    'source.producer',
    'source.via',
    'source.asOf',
    'source.url',
    'source.licence',
  ],
};
/** Texts that may stand in one column or in one per language: note, note.fr. */
const WORDS = ['note', 'label'];
const FIGURES = new Set(['value', 'low', 'high', 'samePeriod.value']);

/** Hashtags of humanitarian sheets: the desk keeps its own headers above them. Longer ones first. */
const TAGS: readonly (readonly [RegExp, string])[] = [
  [/^#date\b.*\+(start|from)\b/, 'from'],
  [/^#date\b.*\+(end|through|to)\b/, 'through'],
  [/^#date\b/, 'period'],
  [/^#affected\b.*\+(low|min)\b/, 'low'],
  [/^#affected\b.*\+(high|max)\b/, 'high'],
  [/^#affected\b.*\+(killed|injured|f?deaths?)\b/, 'value'],
  [/^#affected$/, 'value'],
  [/^#actor\b|^#group\b/, 'actors'],
  [/^#(description|meta\+(note|comment))\b/, 'note'],
];

/** One row of the sheet, as far as it could be read. */
export interface SheetRow {
  /** Row number in the sheet, from 0. */
  readonly row: number;
  readonly fields: Map<string, unknown>;
  /** The cell of each field. */
  readonly cells: Map<string, string>;
}

/**
 * The sheet `rows`: a header row, perhaps a row of hashtags under it, then a row for every figure. A cell that says
 * something else than it may is reported with its name, and the rest is read on.
 */
export function readSheetRows(
  sheet: Sheet,
  chart: string,
  idOf: (name: string) => string | undefined,
  report: DeskReport,
): SheetRow[] {
  const [header = [], second = []] = sheet.rows;
  const hasTags = second.some(Boolean) && second.every((cell) => !cell.trim() || cell.trim().startsWith('#'));
  const columns = header.map((name, i) =>
    columnOf(name.trim(), hasTags ? (second[i] ?? '').trim() : '', chart),
  );
  columns.forEach((column, i) => {
    if (column && columns.indexOf(column) < i)
      report.fault(
        sheet.cell(0, i),
        `the column “${column}” stands twice: first in ${sheet.cell(0, columns.indexOf(column))}.`,
      );
    if (column === undefined && header[i]?.trim())
      report.note(sheet.cell(0, i), `the column “${header[i].trim()}” is not known and is left out.`);
    const [base = '', language] = column?.split('.') ?? [];
    if (language && WORDS.includes(base) && columns.includes(base))
      report.fault(
        sheet.cell(0, i),
        `there is a column “${base}” too: write the texts in one, or in one for each language.`,
      );
  });
  // A hashtag names a column, too.
  const names = columns.map((column, i) => header[i]?.trim() || column);
  const isRow = (cells: readonly string[], row: number): boolean =>
    row > 0 && !(row === 1 && hasTags) && cells.some((cell) => cell.trim());
  const missing = neededColumns(chart, sheet.rows.filter(isRow).length).filter(
    (name) => !columns.includes(name),
  );
  if (missing.length)
    report.missingColumn(
      sheet.cell(0, 0),
      `there is no column ${missing.map((name) => `“${name}”`).join(' and no column ')}.`,
    );

  return sheet.rows.flatMap((cells, row) => {
    if (!isRow(cells, row)) return [];
    const fields = new Map<string, unknown>();
    const places = new Map<string, string>();
    report.strayCells(sheet, row, names);
    columns.forEach((column, i) => {
      if (!column) return;
      const cell = sheet.cell(row, i);
      places.set(column, cell);
      readCell(column, ownText(cells[i] ?? ''), cell, fields, idOf, report, sheet.hasPoints);
    });
    return [{ row, fields, cells: places }];
  });
}

function neededColumns(chart: string, rowCount: number): string[] {
  if (chart === 'attribution') return ['period', 'actors', 'value'];
  // One row alone is the amount.
  if (chart === 'gold-gauge' && rowCount > 1) return ['kind', 'period', 'value'];
  return ['period', 'value'];
}

function columnOf(header: string, tag: string, chart: string): string | undefined {
  const known = COLUMNS[chart] ?? COMMON;
  const tagged = TAGS.find(([pattern]) => pattern.test(tag.toLowerCase()))?.[1];
  if (tagged && known.includes(tagged)) return tagged;
  const plain = header.toLowerCase();
  if (chart === 'gold-gauge' && plain === 'what') return 'label';
  const found = known.find((name) => name.toLowerCase() === plain);
  if (found) return found;
  const [, base = '', language = ''] = /^(\w+)\.([\w-]+)$/.exec(plain) ?? [];
  if (WORDS.includes(base) && known.includes(base)) return `${base}.${language}`;
  return REPEATED.has(plain) ? '' : undefined;
}

/** A cell without the apostrophes that keep a spreadsheet from running it, as our own CSV has them. */
function ownText(cell: string): string {
  return cell.trim().replace(/(^|[;\t]\s*)'(?=[=+\-@＝＋－＠])/g, '$1');
}

function readCell(
  column: string,
  text: string,
  cell: string,
  fields: Map<string, unknown>,
  idOf: (name: string) => string | undefined,
  report: DeskReport,
  hasPoints: boolean,
): void {
  if (column === 'actors') {
    const read = report.attempt(cell, () => readActors(text, idOf));
    if (!read) return;
    fields.set('actors', read.actors);
    if ('link' in read && !fields.has('link')) fields.set('link', read.link);
  } else if (FIGURES.has(column)) {
    const figure = report.attempt(cell, () => readFigure(text, hasPoints));
    if (!figure) return;
    const { value, low, high, isMinimum } = figure;
    if (column === 'value') {
      fields.set('value', value);
      if (isMinimum) fields.set('isMinimum', text);
      if (low !== undefined) fields.set('range', { low, high, text });
    } else if (low !== undefined || isMinimum)
      report.fault(cell, `“${text}” stands where one number is expected.`);
    else if (value !== null) fields.set(column, value);
  } else if (text) fields.set(column, text);
}

/** The fields of a row as part of a contract, its cells noted under the path it will have. */
export function buildRow(
  { fields, cells }: SheetRow,
  names: readonly string[],
  path: string,
  draft: Draft,
): Record<string, unknown> {
  const built: Record<string, unknown> = {};
  draft.cells.set(path, cells.get('period') ?? [...cells.values()][0]!);
  for (const [name, cell] of cells) draft.cells.set(`${path}.${name}`, cell);
  // A range in the column of values has its two ends there.
  for (const name of ['low', 'high'])
    if (fields.has('range')) draft.cells.set(`${path}.${name}`, cells.get('value')!);
  for (const [name, value] of fields) {
    const [base = '', inner] = name.split('.');
    if (!names.includes(base)) continue;
    if (inner === undefined) built[base] = value;
    else if (typeof built[base] !== 'string')
      built[base] = { ...(built[base] as object | undefined), [inner]: value };
  }
  return built;
}
