import type { Desk } from './desk.js';
import { type DayNumber, isoDay, parseDay, parsePeriod, type Period, PERIOD_PATTERN } from './period.js';
import type { SchemaShape, Words } from './schema.js';
import { DEEPEST, isRecord, isTooDeep, readShape } from './shape.js';

/** One figure as it was reported: its period, the days it really covers, and what is known of it. */
export interface ReportedRow {
  readonly period: Period;
  /** First and last day really covered, both included. */
  readonly from: DayNumber;
  readonly through: DayNumber;
  /** False when the figure covers fewer days than its period: it can then not be compared with a whole one. */
  readonly complete: boolean;
  /** `null`: not known or not published. 0 is a reported zero. */
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  /** True when the published range does not hold the value: the numbers are kept, the band is not drawn. */
  readonly doubtful: boolean;
  readonly note?: Words;
  readonly previous?: readonly { readonly asOf: string; readonly value: number | null }[];
}

/** A published range that holds its value and has a width. */
export function hasRange({ low, high, doubtful }: ReportedRow): boolean {
  return !doubtful && low !== undefined && high !== undefined && high > low;
}

/**
 * What a figure was before it was last revised; nothing where it was the same. A figure that was written down before the
 * last of its days is no earlier one: it spoke of fewer days.
 */
export function earlierFigure({
  value,
  through,
  previous,
}: ReportedRow): { readonly asOf: string; readonly value: number | null } | undefined {
  const before = previous?.findLast(({ asOf }) => parseDay(asOf)! >= through);
  return value === null || before?.value === value ? undefined : before;
}

export interface RawRow {
  readonly period: string;
  readonly value: number | null;
  readonly from?: string;
  readonly through?: string;
  readonly low?: number;
  readonly high?: number;
  readonly samePeriod?: { readonly from?: string; readonly through?: string };
}

/** What makes a row one of a kind within its period, and how a desk is told: a casualties row needs no more than its period. */
export interface RowIdentity {
  /** Nothing where the row has a fault that forbids to ask. */
  readonly of: (row: object) => string | undefined;
  readonly name: string;
}

/**
 * Reads the rows of a contract: shape, dates, duplicates, days covered. Rows come back in calendar order; paths in faults
 * and notes name the order of the input. The caller refuses what is wrong.
 */
export function readRows(
  desk: Desk,
  { rows: raw, interval }: Record<string, unknown>,
  schema: SchemaShape,
  asOf: DayNumber,
  identity?: RowIdentity,
): { rows: ReportedRow[]; data: unknown[]; order: number[]; keys: (string | undefined)[] } {
  const read: { row: ReportedRow; data: unknown; index: number; key: string | undefined }[] = [];
  // Rows of one period stand together: its text is read once.
  let before: Period | undefined;
  const seen = new Map<DayNumber | string, number>();
  let kind = '';
  if (!Array.isArray(raw))
    desk.fault(raw === undefined ? 'E_SCHEMA' : 'E_TYPE', 'rows', 'a list of rows', raw);
  else {
    for (let i = 0; i < raw.length; i++) {
      const one: unknown = raw[i];
      // A row with an identity of its own is never plain.
      const plain = identity ? undefined : readPlainRow(one);
      const data = plain ?? (readRow(desk, schema, one, `rows[${i}]`) as RawRow | undefined);
      const period =
        typeof data?.period !== 'string'
          ? undefined
          : before?.text === data.period
            ? before
            : (before = parsePeriod(data.period));
      if (plain && !period)
        desk.fault('E_DATE', `rows[${i}].period`, 'a period that exists in the calendar', plain.period);
      if (!data || !period) continue;
      const { first, last } = period;
      const key = identity ? identity.of(data) : '';
      const id = key ? `${first} ${key}` : first;
      const fault = (code: 'E_DATE' | 'E_DUPLICATE', expected: string): void =>
        desk.fault(code, `rows[${i}].period`, expected, data.period);
      kind ||= period.kind;
      const twin = seen.get(id);
      if (period.kind !== kind) fault('E_DATE', `a ${kind}, as in the rows before`);
      else if (twin !== undefined)
        fault('E_DUPLICATE', `a ${identity?.name ?? 'period'} that rows[${twin}] does not have`);
      if (first > asOf) fault('E_DATE', `a period that begins on or before source.asOf, ${isoDay(asOf)}`);
      seen.set(id, i);
      const row: ReportedRow =
        plain && asOf >= last
          ? { period, from: first, through: last, complete: true, value: plain.value, doubtful: false }
          : reportRow(desk, data, period, asOf, interval, `rows[${i}]`);
      read.push({ row, data, index: i, key });
    }
  }
  if (read.some(({ row }, i) => i > 0 && read[i - 1]!.row.period.first > row.period.first)) {
    read.sort((a, b) => a.row.period.first - b.row.period.first);
    desk.note('W_SORTED', 'The rows were not in calendar order; they are drawn in it.', 'rows');
  }
  return {
    rows: read.map(({ row }) => row),
    data: Object.freeze(read.map(({ data }) => data)) as unknown[],
    order: read.map(({ index }) => index),
    keys: read.map(({ key }) => key),
  };
}

function readRow(desk: Desk, schema: SchemaShape, one: unknown, path: string): unknown {
  if (isRecord(one) && isTooDeep(one, 3))
    return desk.fault('E_LIMIT', path, `at most ${DEEPEST} levels`, one);
  return readShape(desk, schema, one, path);
}

/**
 * The shortcut for the rows that make up nearly every long file: a period, a value, nothing else. It takes nothing that
 * the schema would refuse (a test compares the two); whatever it does not take goes to the schema.
 */
export function readPlainRow(row: unknown): RawRow | undefined {
  if (!isRecord(row) || Object.keys(row).length !== 2 || !Object.hasOwn(row, 'value')) return undefined;
  const { period, value } = row;
  const isPlain =
    (value === null || (Number.isSafeInteger(value) && (value as number) >= 0)) && typeof period === 'string';
  return isPlain && PERIOD_PATTERN.test(period)
    ? Object.freeze({ period, value: value as number | null })
    : undefined;
}

/** One checked figure on the calendar: the days it covers, and whether its range holds it. */
export function reportRow(
  desk: Desk,
  raw: RawRow,
  period: Period,
  asOf: DayNumber,
  interval: unknown,
  path: string,
): ReportedRow {
  const { value, low, high, samePeriod } = raw;
  for (const bound of ['low', 'high'] as const) {
    if (raw[bound] !== undefined && interval === undefined) {
      desk.fault(
        'E_VALUE',
        `${path}.${bound}`,
        'the field "interval", which says what kind of range this is',
        raw[bound],
      );
    }
  }
  const span = readSpan(desk, raw, period, asOf, path);
  if (samePeriod) readSpan(desk, samePeriod, period, asOf, `${path}.samePeriod`);
  const doubtful = (low ?? 0) > (value ?? high ?? Infinity) || (value ?? low ?? 0) > (high ?? Infinity);
  if (doubtful)
    desk.note(
      'W_RANGE',
      `${path}: the range does not hold the value; the numbers are kept, the range is not drawn.`,
      path,
    );
  return {
    ...(raw as object),
    value,
    period,
    ...span,
    complete: span.from === period.first && span.through === period.last,
    doubtful,
  };
}

/** The days that `from` and `through` name; by default the whole period, or up to `asOf` where that lies inside it. */
export function readSpan(
  desk: Desk,
  raw: { readonly from?: string; readonly through?: string },
  period: Period,
  asOf: DayNumber,
  path: string,
): { from: DayNumber; through: DayNumber } {
  const from = raw.from === undefined ? period.first : parseDay(raw.from)!;
  const through =
    raw.through === undefined ? Math.min(period.last, Math.max(asOf, period.first)) : parseDay(raw.through)!;
  const check = (field: 'from' | 'through', day: DayNumber, last: DayNumber): void => {
    if (day < period.first || day > last)
      desk.fault(
        'E_DATE',
        `${path}.${field}`,
        `a day from ${isoDay(period.first)} to ${isoDay(last)}`,
        raw[field],
      );
  };
  if (raw.through !== undefined) check('through', through, Math.min(period.last, asOf));
  check('from', from, through);
  return { from, through };
}
