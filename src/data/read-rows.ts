import type * as v from 'valibot';
import type { Desk } from './desk.js';
import { type DayNumber, isoDay, parseDay, parsePeriod, type Period } from './period.js';
import type { Words } from './schema.js';
import { checkShape, copyKnown, DEEPEST, isRecord, isTooDeep } from './shape.js';

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

/** The fields of a row that this pass reads, before anything is known about them. */
type RawRow = Record<string, unknown>;

/**
 * Reads the rows of a contract that has one row a period: shape, dates, duplicates, days covered. Rows come back in
 * calendar order; paths in faults and notes name the order of the input.
 */
export function readRows(
  desk: Desk,
  frame: RawRow,
  schema: v.GenericSchema,
  asOf: DayNumber | undefined,
): { rows: ReportedRow[]; data: unknown[] } {
  const { rows: raw, interval } = frame;
  if (!Array.isArray(raw)) {
    desk.fault(raw === undefined ? 'E_SCHEMA' : 'E_TYPE', 'rows', 'a list of rows', raw);
    return { rows: [], data: [] };
  }
  const read: { row: ReportedRow; data: unknown }[] = [];
  const seen = new Map<DayNumber, number>();
  let kind: string | undefined;
  let sorted = true;
  for (let i = 0; i < raw.length; i++) {
    const one: unknown = raw[i];
    const plain = isPlainRow(one);
    if (!plain) {
      if (isRecord(one) && isTooDeep(one, 3))
        desk.fault('E_LIMIT', `rows[${i}]`, `at most ${DEEPEST} levels`, one);
      else checkShape(desk, schema, one, `rows[${i}]`);
    }
    if (!isRecord(one) || typeof one.period !== 'string') continue;
    const period = parsePeriod(one.period);
    if (!period) {
      desk.fault('E_DATE', `rows[${i}].period`, 'a period that exists in the calendar', one.period);
      continue;
    }
    kind ??= period.kind;
    if (period.kind !== kind) {
      desk.fault(
        'E_DATE',
        `rows[${i}].period`,
        `the same kind of period as in the first row (${kind})`,
        one.period,
      );
    }
    const twin = seen.get(period.first);
    if (twin !== undefined && period.kind === kind) {
      desk.fault(
        'E_DUPLICATE',
        `rows[${i}].period`,
        `a period of its own (rows[${twin}] has this one)`,
        one.period,
      );
    }
    seen.set(period.first, i);
    if (asOf !== undefined && period.first > asOf) {
      desk.fault(
        'E_DATE',
        `rows[${i}].period`,
        `a period that begins on or before source.asOf, ${isoDay(asOf)}`,
        one.period,
      );
    }
    const row = plain
      ? plainRow(period, one.value as number | null, asOf)
      : reportRow(desk, one, period, asOf, interval, i);
    const last = read.at(-1);
    if (last && last.row.period.first > period.first) sorted = false;
    read.push({ row, data: plain ? Object.freeze({ period: one.period, value: one.value }) : one });
  }
  if (desk.faults.length) return { rows: [], data: [] };
  // Copied only now, so that refused data leaves no notes about fields that were dropped.
  for (let i = 0; i < read.length; i++) {
    const { data } = read[i]!;
    if (Object.isFrozen(data)) continue;
    const copy = copyKnown(desk, schema, data, `rows[${i}]`) as Record<string, unknown>;
    const { note, previous } = copy as Partial<ReportedRow>;
    read[i] = { data: copy, row: { ...read[i]!.row, ...(note && { note }), ...(previous && { previous }) } };
  }
  if (!sorted) {
    read.sort((a, b) => a.row.period.first - b.row.period.first);
    desk.note('W_SORTED', 'The rows were not in calendar order; they are drawn in it.', 'rows');
  }
  return { rows: read.map(({ row }) => row), data: Object.freeze(read.map(({ data }) => data)) as unknown[] };
}

/**
 * The shortcut for the rows that make up nearly every long file: a period, a value, nothing else. It accepts nothing that
 * the schema would refuse (a test compares the two); whatever it does not accept goes to the schema.
 */
export function isPlainRow(row: unknown): row is { period: string; value: number | null } {
  if (!isRecord(row) || Object.isFrozen(row)) return false;
  for (const key of Object.keys(row)) {
    const value = row[key];
    if (key === 'value') {
      if (value !== null && !(Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0)))
        return false;
    } else if (key !== 'period' || typeof value !== 'string') return false;
  }
  return 'period' in row && 'value' in row;
}

function plainRow(period: Period, value: number | null, asOf: DayNumber | undefined): ReportedRow {
  const through = asOf === undefined || asOf >= period.last ? period.last : asOf;
  return { period, from: period.first, through, complete: through === period.last, value, doubtful: false };
}

function reportRow(
  desk: Desk,
  raw: RawRow,
  period: Period,
  asOf: DayNumber | undefined,
  interval: unknown,
  i: number,
): ReportedRow {
  const path = `rows[${i}]`;
  const span = readSpan(desk, raw, period, asOf, path);
  const { value, low, high, previous, samePeriod } = raw;
  for (const bound of ['low', 'high']) {
    if (raw[bound] !== undefined && interval === undefined) {
      desk.fault(
        'E_VALUE',
        `${path}.${bound}`,
        'the field "interval", which says what kind of range this is',
        raw[bound],
      );
    }
  }
  if (Array.isArray(previous))
    previous.forEach((one, j) =>
      checkDay(desk, isRecord(one) ? one.asOf : undefined, `${path}.previous[${j}].asOf`),
    );
  if (isRecord(samePeriod)) readSpan(desk, samePeriod, period, asOf, `${path}.samePeriod`);
  const doubtful =
    (typeof low === 'number' && typeof high === 'number' && low > high) ||
    (typeof value === 'number' &&
      ((typeof low === 'number' && low > value) || (typeof high === 'number' && value > high)));
  if (doubtful) {
    desk.note(
      'W_RANGE',
      `${path}: the range ${String(low ?? '')}–${String(high ?? '')} does not hold the value ${String(value)}; the numbers are kept, the range is not drawn.`,
      path,
    );
  }
  return {
    period,
    ...span,
    complete: span.from === period.first && span.through === period.last,
    value: value as number | null,
    ...(typeof low === 'number' && { low }),
    ...(typeof high === 'number' && { high }),
    doubtful,
  };
}

/** The days that `from` and `through` name; by default the whole period, or up to `asOf` where that lies inside it. */
export function readSpan(
  desk: Desk,
  raw: RawRow,
  period: Period,
  asOf: DayNumber | undefined,
  path: string,
): { from: DayNumber; through: DayNumber } {
  const open = asOf !== undefined && asOf >= period.first && asOf < period.last;
  const from = checkDay(desk, raw.from, `${path}.from`) ?? period.first;
  const given = checkDay(desk, raw.through, `${path}.through`);
  const through = given ?? (open ? asOf : period.last);
  const inside = `a day from ${isoDay(period.first)} to ${isoDay(period.last)}`;
  if (from < period.first || from > period.last) desk.fault('E_DATE', `${path}.from`, inside, raw.from);
  if (given !== undefined) {
    if (asOf !== undefined && through > asOf) {
      desk.fault('E_DATE', `${path}.through`, `a day on or before source.asOf, ${isoDay(asOf)}`, raw.through);
    } else if (through < period.first || through > period.last)
      desk.fault('E_DATE', `${path}.through`, inside, raw.through);
  }
  if (from > through) {
    const field = given === undefined ? 'from' : 'through';
    desk.fault(
      'E_DATE',
      `${path}.${field}`,
      `a span whose first day is not after its last, ${isoDay(through)}`,
      raw[field],
    );
  }
  return { from, through };
}

/** A day of the calendar, or a fault; nothing for what is absent or no text (the schema reports that). */
export function checkDay(desk: Desk, value: unknown, path: string): DayNumber | undefined {
  if (typeof value !== 'string') return undefined;
  const day = parseDay(value);
  if (day === undefined)
    desk.fault('E_DATE', path, 'a day that exists in the calendar, such as "2025-11-21"', value);
  return day;
}
