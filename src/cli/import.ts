import { basename } from 'node:path';
import { ContractError } from '../data/contract-error.js';
import { writeContract } from '../embed/forms.js';
import { readContract } from '../static/index.js';
import { readArguments, text, UsageError } from './arguments.js';
import type { Console } from './console.js';
import { GOOD, REFUSED, UNREADABLE } from './contract-file.js';
import { FileError, nameOf, readText, writeFile } from './files.js';
import { readFigure } from './cells.js';
import { readAbout } from './read-about.js';
import { buildRow, readSheetRows, type SheetRow } from './read-rows.js';
import { DeskReport, Draft, Sheet } from './sheet.js';

const AMOUNT = ['period', 'value', 'low', 'high', 'from', 'through', 'note', 'previous'];

/** `sahel-charts import ROWS.csv --about ABOUT.csv`: a contract from two sheets, and what the desk should know, cell by cell. */
export async function importSheets(args: readonly string[], console: Console): Promise<number> {
  const { files, values } = readArguments(args, {
    about: { type: 'string' },
    vintages: { type: 'string' },
    output: { type: 'string', short: 'o' },
  });
  const [rowsFile, ...more] = files;
  const aboutFile = text(values, 'about');
  const vintagesFile = text(values, 'vintages');
  const output = text(values, 'output');
  if (rowsFile === undefined || more.length) throw new UsageError('name one sheet of rows, saved as CSV');
  if (!aboutFile) throw new UsageError('name the sheet that says what the rows are: --about about.csv');
  try {
    const sheet = async (file: string): Promise<Sheet> =>
      new Sheet(file === '-' ? nameOf(file) : basename(file), await readText(file, console));
    const about = await sheet(aboutFile);
    const rows = await sheet(rowsFile);
    const vintages = vintagesFile === undefined ? undefined : await sheet(vintagesFile);
    const { contract, report } = buildContract(about, rows, vintages);
    for (const note of report.notes) console.fault(note);
    for (const fault of report.faults) console.fault(fault);
    if (report.faults.length) return REFUSED;
    const json = writeContract(contract);
    if (!output || output === '-') console.print(json);
    else {
      writeFile(output, json);
      console.line(output);
    }
    return GOOD;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    console.fault(error.message);
    return UNREADABLE;
  }
}

/** The contract that the sheets say, and the report. Where there is a fault, the contract is only as good as its sheets. */
export function buildContract(
  about: Sheet,
  rows: Sheet,
  vintages?: Sheet,
): { readonly contract: Readonly<Record<string, unknown>>; readonly report: DeskReport } {
  const report = new DeskReport();
  const draft = new Draft();
  for (const { unclosed } of [about, rows, ...(vintages ? [vintages] : [])])
    if (unclosed) report.fault(unclosed, 'a quotation mark opens here and is not closed.');
  const frame = readAbout(about, report, draft);
  const chart = (typeof frame.schema === 'string' ? frame.schema : '').replace(/\/.*/, '');
  const read = readSheetRows(rows, chart, actorFinder(frame), report);
  if (!read.length && !report.isColumnMissing)
    report.note(
      rows.name,
      'there is no row under the names of the columns: the chart will say that there are no figures.',
    );
  for (const row of read) readDoubt(row, frame, report);
  if (vintages) addVintages(read, vintages, report);
  const contract =
    chart === 'gold-gauge' ? buildGauge(frame, read, draft, report) : buildCount(frame, read, chart, draft);
  checkContract(contract, about, draft, report);
  return { contract, report };
}

/** Ranges and minimums in the column of values, which only the frame can make sense of. */
function readDoubt(
  { fields, cells }: SheetRow,
  frame: Readonly<Record<string, unknown>>,
  report: DeskReport,
): void {
  const cell = cells.get('value') ?? '';
  const range = fields.get('range') as { low: number; high: number; text: string } | undefined;
  const minimum = fields.get('isMinimum') as string | undefined;
  if (range) {
    const { low, high } = range;
    if (fields.has('low') || fields.has('high'))
      report.fault(
        cell,
        `“${range.text}” is a range, and there are columns low and high too: write it in one place.`,
      );
    fields.set('low', low).set('high', high);
    if (frame.interval === undefined)
      report.fault(
        cell,
        `“${range.text}” is a range: say in the about sheet what kind, key “interval” (source-range, min-max-claims or ci95).`,
      );
    else
      report.note(
        cell,
        `“${range.text}” was read as low ${low} and high ${high}, without a figure between them.`,
      );
  }
  if (minimum !== undefined && frame.method !== 'documented-minimum')
    report.note(
      cell,
      `“${minimum}” was read as ${String(fields.get('value'))}. Set the key “method” to documented-minimum, or the chart shows it as a whole count.`,
    );
}

/** Ids by id or name, in whatever letters. */
function actorFinder(frame: Readonly<Record<string, unknown>>): (name: string) => string | undefined {
  const ids = new Map<string, string>();
  for (const actor of Array.isArray(frame.actors) ? (frame.actors as unknown[]) : []) {
    if (typeof actor !== 'object' || !actor) continue;
    const { id, name } = actor as { id?: unknown; name?: unknown };
    if (typeof id !== 'string') continue;
    const names = typeof name === 'object' && name ? Object.values(name) : [name];
    for (const one of [...(names as unknown[]), id])
      if (typeof one === 'string') ids.set(one.toLowerCase(), id);
  }
  return (name) => ids.get(name.toLowerCase());
}

/** Casualties and attribution: rows as they stand, and the published totals apart. */
function buildCount(
  frame: Readonly<Record<string, unknown>>,
  read: readonly SheetRow[],
  chart: string,
  draft: Draft,
): Record<string, unknown> {
  const names = [...AMOUNT, ...(chart === 'attribution' ? ['actors', 'link', 'grade'] : ['samePeriod'])];
  const isTotal = ({ fields }: SheetRow): boolean => fields.get('actors') === 'total';
  const rows = read.filter((row) => !isTotal(row)).map((row, i) => buildRow(row, names, `rows[${i}]`, draft));
  const totals = read
    .filter(isTotal)
    .map((row, i) =>
      buildRow(row, ['period', 'value', 'low', 'high', 'from', 'through'], `totals[${i}]`, draft),
    );
  return { ...frame, rows, ...(totals.length && { totals }) };
}

/** The gauge: one row is its amount, others its history, the rest what it may be seen beside. */
function buildGauge(
  frame: Readonly<Record<string, unknown>>,
  read: readonly SheetRow[],
  draft: Draft,
  report: DeskReport,
): Record<string, unknown> {
  const kindOf = (row: SheetRow): unknown =>
    row.fields.get('kind') ?? (read.length === 1 ? 'amount' : undefined);
  const [amount, second] = read.filter((row) => kindOf(row) === 'amount');
  if (second)
    report.fault(
      second.cells.get('kind') ?? '',
      'there is one amount; earlier ones are of the kind “history”.',
    );
  for (const row of report.isColumnMissing ? [] : read)
    if (kindOf(row) === undefined)
      report.fault(
        row.cells.get('kind') ?? [...row.cells.values()][0]!,
        'say what the row is, in the column “kind”: amount, history, capacity, target, forecast, previous or same-period.',
      );
  const history = read
    .filter((row) => kindOf(row) === 'history')
    .map((row, i) => buildRow(row, AMOUNT, `history[${i}]`, draft));
  const names = ['kind', 'flow', 'sector', 'value', 'period', 'from', 'through', 'label', 'source', 'stage'];
  const references = read
    .filter((row) => kindOf(row) !== 'amount' && kindOf(row) !== 'history' && kindOf(row) !== undefined)
    .map((row, i) => buildRow(row, names, `references[${i}]`, draft));
  return {
    ...frame,
    ...(amount && { amount: buildRow(amount, AMOUNT, 'amount', draft) }),
    ...(history.length && { history }),
    ...(references.length && { references }),
  };
}

/** Earlier figures for the same period, from a sheet of their own: period, asOf, value, and actors where rows have them. */
function addVintages(read: readonly SheetRow[], sheet: Sheet, report: DeskReport): void {
  const [header = [], ...lines] = sheet.rows;
  const column = (name: string): number =>
    header.findIndex((one) => one.trim().toLowerCase() === name.toLowerCase());
  const [period, asOf, value] = ['period', 'asOf', 'value'].map(column) as [number, number, number];
  if (Math.min(period, asOf, value) < 0) {
    report.fault(sheet.cell(0, 0), 'the columns are period, asOf and value.');
    return;
  }
  lines.forEach((cells, i) => {
    if (cells.every((cell) => !cell.trim())) return;
    report.strayCells(sheet, i + 1, header);
    const wanted = (cells[period] ?? '').trim();
    const rows = read.filter(
      ({ fields }) => fields.get('period') === wanted && fields.get('kind') !== 'history',
    );
    if (rows.length !== 1) {
      report.fault(
        sheet.cell(i + 1, period),
        rows.length
          ? `several rows are of “${wanted}”: write the earlier figure into the contract.`
          : `no row is of “${wanted}”.`,
      );
      return;
    }
    const figure = report.attempt(sheet.cell(i + 1, value), () =>
      readFigure(cells[value] ?? '', sheet.hasPoints),
    );
    const { fields, cells: places } = rows[0]!;
    const previous = (fields.get('previous') as object[] | undefined) ?? [];
    if (!figure) return;
    const path = `previous[${previous.length}]`;
    places.set(path, sheet.cell(i + 1, period));
    places.set(`${path}.asOf`, sheet.cell(i + 1, asOf));
    places.set(`${path}.value`, sheet.cell(i + 1, value));
    fields.set('previous', [...previous, { asOf: (cells[asOf] ?? '').trim(), value: figure.value }]);
  });
}

/** What the contract's own reader says, by cells instead of paths. */
function checkContract(contract: unknown, about: Sheet, draft: Draft, report: DeskReport): void {
  try {
    for (const { code, path, message } of readContract(contract).notes) {
      const cell = path ? draft.cellOf(path) : undefined;
      report.note(cell ?? about.name, `${message} (${code})`);
    }
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    for (const { code, path, expected, received } of error.faults) {
      const isOfRows = /^(rows|totals|history|references|amount)\b/.test(path);
      // The end of a gauge is one of its rows.
      if (report.isColumnMissing && (isOfRows || path === 'max')) continue;
      const cell = draft.cellOf(path);
      // What could not be read is no twin of anything.
      if (code === 'E_DUPLICATE' && cell !== undefined && report.hasFaultBeside(cell)) continue;
      const wanted = expected.replace(
        /\b(?:rows|totals|history|references)\[\d+\]/g,
        (row) => draft.cellOf(row) ?? row,
      );
      const sentence = `expected ${wanted}, received ${received} (${code})`;
      const isAbsent = cell === undefined || (received === 'nothing' && !isOfRows);
      if (isAbsent) report.fault(`${about.name}, key “${draft.keyOf(path)}”`, sentence);
      else report.fault(cell, `${path}: ${sentence}`);
    }
  }
}
