import { times } from '../../data/times.js';
import * as v from 'valibot';
import { Desk } from '../../data/desk.js';
import type { Note } from '../../data/note.js';
import { type DayNumber, isoDay, parseDay, parsePeriod } from '../../data/period.js';
import { checkEvents, noteCountFields } from '../../data/read-count.js';
import { readEvents, type ReportedEvent } from '../../data/read-events.js';
import { readRows, type ReportedRow, reportRow } from '../../data/read-rows.js';
import {
  ActorSet,
  amountFields,
  countFields,
  CountNumber,
  PeriodText,
  spanFields,
  Text,
  WordsText,
} from '../../data/schema.js';
import { checkFrame, isRecord, readShape } from '../../data/shape.js';
import { assignLooks } from './slots.js';
import { type ActorPlaces, orderSets } from './stack-order.js';

const Actor = v.object({
  id: Text,
  name: WordsText,
  phrase: v.optional(WordsText),
  successorOf: v.optional(Text),
  since: v.optional(PeriodText),
  slot: v.optional(v.picklist([1, 2, 3, 4, 5, 6, 7, 8])),
});

const LINKS = ['joint', 'unsplit', 'disputed'] as const;
const GRADES = ['confirmed', 'likely', 'single-source', 'contested'] as const;

const Row = v.object({
  ...amountFields(CountNumber),
  actors: ActorSet,
  link: v.optional(v.picklist(LINKS)),
  grade: v.optional(v.picklist(GRADES)),
});

const Total = v.object({
  period: PeriodText,
  value: CountNumber,
  low: v.optional(CountNumber),
  high: v.optional(CountNumber),
  ...spanFields,
});

const fields = {
  schema: v.literal('attribution/1'),
  ...countFields,
  relation: v.picklist(['involving', 'attributed']),
  whole: v.picklist(['all', 'selection']),
  actors: v.array(Actor),
  totals: v.optional(v.array(Total)),
};

const Frame = v.object(fields);

/** The whole contract, of which the types and the published JSON Schema are made. */
export const schema = v.object({ ...fields, rows: v.array(Row) });
export const schemaName = 'attribution';

/** The data contract `attribution/1`: every death in exactly one row, by the actors it is told of. */
export type AttributionData = v.InferOutput<typeof schema>;
export type AttributionRow = v.InferOutput<typeof Row>;
type AttributionTotal = v.InferOutput<typeof Total>;
export type AttributionActor = v.InferOutput<typeof Actor>;
export type Link = (typeof LINKS)[number];
export type Grade = (typeof GRADES)[number];

/** One row on the calendar. */
export interface ActorRow extends ReportedRow {
  readonly actors: readonly string[] | 'unattributed';
  readonly link?: Link;
  readonly grade?: Grade;
}

/** What one layer of every stack is: a set of actors, how they are linked, how sure it is. No actors: unattributed. */
export interface Part {
  readonly places: ActorPlaces;
  readonly link?: Link;
  readonly grade?: Grade;
}

/** All rows of one period. `value` is the published total, else the sum of what is known; `low` and `high` are the total's. */
export interface Stack extends ReportedRow {
  /** Index of the row of each part, in the order of the parts. */
  readonly rows: readonly (number | undefined)[];
  /** Sum of the known rows. */
  readonly sum: number;
  /** The published total less the sum: not broken down. */
  readonly missing: number;
  /** A part has no figure, and there is no published total: `value` is the sum of the others. */
  readonly isOpen: boolean;
}

/** What reading a contract gives: the checked copy, the notes for the desk, and the rows as stacks on a calendar. */
export interface AttributionReading {
  /** A frozen copy of what the contract says; nothing is shared with the input. */
  readonly data: AttributionData;
  readonly notes: readonly Note[];
  /** By period, within a period in the order of the parts. */
  readonly rows: readonly ActorRow[];
  /** From the bottom of the stack to the top; the unattributed last. */
  readonly parts: readonly Part[];
  readonly stacks: readonly Stack[];
  readonly events: readonly ReportedEvent[];
  /** Actors (by their place in `actors`) whose parts stand next to one another. */
  readonly touching: ReadonlySet<number>;
}

/**
 * Reads an `attribution/1` contract.
 *
 * @throws ContractError with every fault at once (code, JSON path, expected, received).
 */
export function readAttribution(input: unknown): AttributionReading {
  const desk = new Desk('attribution');
  const raw = checkFrame(desk, input, 'attribution/1');
  const { rows: raws, ...others } = { ...raw } as Record<string, unknown>;
  const frame = readShape(desk, Frame, others, '') as Omit<AttributionData, 'rows'>;
  const { source, events: told, totals } = frame as Partial<AttributionData>;
  const actors = (frame as Partial<AttributionData>).actors ?? [];
  const placeOf = checkActors(desk, actors);
  checkEvents(desk, told);
  const asOf = Number((source?.asOf && parseDay(source.asOf)) ?? Infinity);
  if (Array.isArray(raws))
    raws.forEach((row: unknown, i) => {
      if (isRecord(row)) checkRow(desk, row, placeOf, `rows[${i}]`);
    });
  const keyOf = (row: object): string | undefined => {
    const { actors: ids, link = '', grade = '' } = row as Partial<AttributionRow>;
    return ids && JSON.stringify([typeof ids === 'string' ? ids : [...ids].sort(), link, grade]);
  };
  const read = readRows(desk, { rows: raws, interval: others.interval }, Row, asOf, {
    of: keyOf,
    name: 'period, set of actors, link and grade',
  });
  const data: AttributionData = Object.freeze({ ...frame, rows: read.data as AttributionRow[] });
  const parts = new Map<string, Part>();
  // A row with a fault is only told of.
  const good = (read.rows as ActorRow[])
    .map((row, i) => ({ row, key: read.keys[i]!, path: `rows[${read.order[i]}]` }))
    .filter(({ row, key }) => (key as unknown) !== undefined && (row.value as unknown) !== undefined);
  for (const { row, key } of good) {
    if (parts.has(key)) continue;
    const ids = row.actors === 'unattributed' ? [] : row.actors;
    const places = ids.flatMap((id) => placeOf.get(id) ?? []).sort((a, b) => a - b);
    const { link, grade } = row;
    parts.set(key, { places, ...(link && { link }), ...(grade && { grade }) });
  }
  const sets = new Map([...parts.values()].map(({ places }) => [String(places), places]));
  sets.delete('');
  const { order, touching } = orderSets([...sets.values()], actors.length);
  const rank = new Map(order.map((places, i) => [String(places), i]));
  const sorted = [...parts].sort(
    ([, a], [, b]) =>
      (rank.get(String(a.places)) ?? Infinity) - (rank.get(String(b.places)) ?? Infinity) ||
      LINKS.indexOf(a.link!) - LINKS.indexOf(b.link!) ||
      GRADES.indexOf(a.grade!) - GRADES.indexOf(b.grade!),
  );
  const partOf = new Map(sorted.map(([key], i) => [key, i]));
  const rows = good
    .map(({ row, key, path }) => ({ row, part: partOf.get(key)!, path }))
    .sort((a, b) => a.row.period.first - b.row.period.first || a.part - b.part);
  const stacks = stackRows(desk, rows, parts.size, totals ?? [], asOf, others.interval);
  desk.refuse();
  noteCountFields(desk, data, stacks);
  const used = new Set([...sets.values()].flat());
  actors.forEach((_, i) => {
    const path = `actors[${i}]`;
    if (!used.has(i)) desk.note('W_UNKNOWN_FIELD', `${path} is in no row.`, path);
  });
  for (const i of assignLooks(actors).moved)
    desk.note('W_SLOT', `actors[${i}] takes the next free slot: another actor has its own.`, `actors[${i}]`);
  return {
    data,
    notes: desk.notes,
    rows: rows.map(({ row }) => row),
    parts: sorted.map(([, part]) => part),
    stacks,
    events: readEvents(told),
    touching,
  };
}

/** The place of each actor by its id. */
function checkActors(
  desk: Desk,
  actors: readonly (Partial<AttributionActor> | undefined)[],
): Map<string, number> {
  const placeOf = new Map<string, number>();
  actors.forEach((actor, i) => {
    const { id } = actor ?? {};
    if (id === undefined) return;
    if (placeOf.has(id))
      desk.fault('E_DUPLICATE', `actors[${i}].id`, `an id that actors[${placeOf.get(id)}] does not have`, id);
    else placeOf.set(id, i);
  });
  actors.forEach((actor, i) => {
    const { id, successorOf } = actor ?? {};
    if (successorOf !== undefined && (successorOf === id || !placeOf.has(successorOf)))
      desk.fault('E_VALUE', `actors[${i}].successorOf`, 'the id of another actor', successorOf);
    // Whoever follows one that follows it has no first look to keep.
    let before = successorOf;
    for (let step = 0; before !== undefined && step < actors.length; step++) {
      before = actors[placeOf.get(before) ?? -1]?.successorOf;
      if (before === id && id !== undefined)
        desk.fault(
          'E_VALUE',
          `actors[${i}].successorOf`,
          'an actor that does not follow this one',
          successorOf,
        );
    }
  });
  return placeOf;
}

/** What spans the fields of one row: known ids, each once, and a link where there are several. */
function checkRow(
  desk: Desk,
  row: Record<string, unknown>,
  placeOf: ReadonlyMap<string, number>,
  path: string,
): void {
  const { actors, link } = { ...row };
  const isSet = Array.isArray(actors);
  if (!isSet && actors !== 'unattributed') return;
  const ids = isSet ? (actors as unknown[]) : [];
  if (isSet && !ids.length) desk.fault('E_VALUE', `${path}.actors`, 'at least one actor id', actors);
  ids.forEach((id, j) => {
    const place = `${path}.actors[${j}]`;
    if (typeof id !== 'string') return;
    if (ids.indexOf(id) < j) desk.fault('E_VALUE', place, 'each actor once', id);
    else if (!placeOf.has(id) && !desk.hasFault('actors'))
      desk.fault('E_VALUE', place, 'an id from "actors"', id);
  });
  const isSeveral = new Set(ids).size > 1;
  if (isSeveral && link === undefined)
    desk.fault(
      'E_VALUE',
      `${path}.link`,
      '"joint", "disputed" or "unsplit", because there are several actors',
      link,
    );
  if (!isSeveral && link !== undefined)
    desk.fault('E_VALUE', `${path}.link`, 'no link, because there are not several actors', link);
}

/** True where a span's own fault is told already. */
function hasDateFault(desk: Desk, path: string): boolean {
  return ['from', 'through'].some((end) => desk.hasFault(`${path}.${end}`));
}

/** True where a sum of these rows leaves out a figure that is not known; what is unattributed has words of its own. */
export function isOpenSum(rows: readonly ActorRow[]): boolean {
  return rows.some(({ value, actors }) => value === null && actors !== 'unattributed');
}

interface PlacedRow {
  readonly row: ActorRow;
  readonly part: number;
  readonly path: string;
}

/** The rows of each period together, checked against the published total. */
function stackRows(
  desk: Desk,
  rows: readonly PlacedRow[],
  partCount: number,
  totals: readonly (Partial<AttributionTotal> | undefined)[],
  asOf: DayNumber,
  interval: unknown,
): Stack[] {
  const stacks = new Map<DayNumber, { head: ReportedRow; rows: (number | undefined)[]; sum?: number }>();
  rows.forEach(({ row, part, path }, i) => {
    const { period, from, through, value, complete } = row;
    let stack = stacks.get(period.first);
    if (!stack) {
      stack = {
        head: { period, from, through, complete, value: null, doubtful: false },
        rows: times(partCount, () => undefined),
      };
      stacks.set(period.first, stack);
    }
    const isAsOthers = from === stack.head.from && through === stack.head.through;
    if (!isAsOthers && !hasDateFault(desk, path))
      desk.fault('E_DATE', `${path}.period`, `the days of the other rows of ${period.text}`, period.text);
    stack.rows[part] = i;
    if (value !== null) stack.sum = (stack.sum ?? 0) + value;
  });
  const published = new Map<DayNumber, ReportedRow>();
  let kind = rows[0]?.row.period.kind;
  totals.forEach((total, i) => {
    const path = `totals[${i}]`;
    const period = parsePeriod(total?.period ?? '');
    if (!total || !period) return;
    const { value } = total;
    const { first } = period;
    const stack = stacks.get(first);
    const fault = (code: 'E_DATE' | 'E_DUPLICATE', expected: string): void =>
      desk.fault(code, `${path}.period`, expected, total.period);
    kind ??= period.kind;
    if (period.kind !== kind) return fault('E_DATE', `a ${kind}, as in the rows`);
    if (published.has(first)) return fault('E_DUPLICATE', 'a period that no other total has');
    if (first > asOf) fault('E_DATE', `a period that begins on or before source.asOf, ${isoDay(asOf)}`);
    const row = reportRow(
      desk,
      { ...total, period: period.text, value: value ?? null },
      period,
      asOf,
      interval,
      path,
    );
    const { from, through } = row;
    const isAsRows = from === stack?.head.from && through === stack.head.through;
    if (stack && !isAsRows && !hasDateFault(desk, path))
      fault('E_DATE', `the days of the rows of ${period.text}`);
    if ((stack?.sum ?? 0) > (value ?? Infinity))
      desk.fault('E_VALUE', `${path}.value`, `at least ${stack!.sum}, the sum of its rows`, value);
    published.set(first, row);
    if (!stack) stacks.set(first, { head: row, rows: times(partCount, () => undefined), sum: 0 });
  });
  return [...stacks.values()]
    .sort((a, b) => a.head.period.first - b.head.period.first)
    .map((stack) => {
      const { head, sum } = stack;
      const { value, low, high, doubtful } = published.get(head.period.first) ?? head;
      const missing = Math.max(0, (value ?? 0) - (sum ?? 0));
      if (missing)
        desk.note(
          'W_TOTAL',
          `${head.period.text}: ${missing} of the published total are in no row.`,
          'totals',
        );
      const known = stack.rows.flatMap((i) => (i === undefined ? [] : rows[i]!.row));
      return {
        ...head,
        value: value ?? sum ?? null,
        isOpen: value === null && isOpenSum(known),
        ...(low !== undefined && { low }),
        ...(high !== undefined && { high }),
        doubtful,
        rows: stack.rows,
        sum: sum ?? 0,
        missing,
      };
    });
}
