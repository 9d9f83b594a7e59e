import * as v from 'valibot';
import { Desk } from '../../data/desk.js';
import type { Note } from '../../data/note.js';
import { amountFields, CountNumber, countFields, spanFields, WordsText } from '../../data/schema.js';
import { checkFrame, checkShape, copyKnown, isRecord } from '../../data/shape.js';
import { checkCountFields, noteCountFields } from '../../data/read-count.js';
import { readRows, type ReportedRow } from '../../data/read-rows.js';
import { readEvents, type ReportedEvent } from '../../data/read-events.js';
import { readSamePeriod } from './same-period.js';

/** One row of the casualties contract. */
export const Row = v.object({
  ...amountFields,
  samePeriod: v.optional(v.object({ value: CountNumber, ...spanFields })),
});

const fields = {
  schema: v.literal('casualties/1'),
  ...countFields,
  relation: v.picklist(['all', 'involving', 'attributed']),
  actors: v.optional(v.array(WordsText)),
};

const Frame = v.object(fields);

/** The whole contract, of which the types and the published JSON Schema are made. */
export const schema = v.object({ ...fields, rows: v.array(Row) });
export const schemaName = 'casualties';

/** The data contract `casualties/1`: people killed or injured, period by period. */
export type CasualtiesData = v.InferOutput<typeof schema>;
export type CasualtiesRow = v.InferOutput<typeof Row>;

/** What reading a contract gives: the checked copy, the notes for the desk, and the rows as days on a calendar. */
export interface CasualtiesReading {
  /** A frozen copy of what the contract says; nothing is shared with the input. */
  readonly data: CasualtiesData;
  readonly notes: readonly Note[];
  /** In calendar order. */
  readonly rows: readonly ReportedRow[];
  readonly events: readonly ReportedEvent[];
  /** Which earlier row carries a figure for the same days as the one partial row, when the comparison is sound. */
  readonly samePeriod?: { readonly earlier: number; readonly partial: number; readonly value: number };
}

/**
 * Reads a `casualties/1` contract.
 *
 * @throws ContractError with every fault at once (code, JSON path, expected, received).
 */
export function readCasualties(input: unknown): CasualtiesReading {
  const desk = new Desk('casualties');
  const raw = checkFrame(desk, input, 'casualties', 1);
  checkShape(desk, Frame, raw, '');
  const source = checkCountFields(desk, raw);
  checkActors(desk, raw);
  const rows = readRows(desk, raw, Row, source.asOf);
  desk.refuse();

  const copied = copyKnown(desk, Frame, omit(raw, 'rows'), '') as Omit<CasualtiesData, 'rows'>;
  const data: CasualtiesData = Object.freeze({ ...copied, rows: rows.data as CasualtiesRow[] });
  const events = readEvents(data.events);
  noteCountFields(desk, data, rows.rows);
  return {
    data,
    notes: desk.notes,
    rows: rows.rows,
    events,
    ...readSamePeriod(desk, rows.rows, data.rows, events),
  };
}

function checkActors(desk: Desk, { relation, actors }: Record<string, unknown>): void {
  const named = Array.isArray(actors) && actors.length > 0;
  if (
    (relation === 'involving' || relation === 'attributed') &&
    !named &&
    (actors === undefined || Array.isArray(actors))
  ) {
    desk.fault('E_VALUE', 'actors', `at least one actor where relation is "${relation}"`, actors);
  }
}

function omit(record: Record<string, unknown>, left: string): Record<string, unknown> {
  return isRecord(record)
    ? Object.fromEntries(Object.entries(record).filter(([key]) => key !== left))
    : record;
}
