import * as v from 'valibot';
import { Desk } from '../../data/desk.js';
import type { Note } from '../../data/note.js';
import { parseDay } from '../../data/period.js';
import { amountFields, CountNumber, countFields, spanFields, WordsText } from '../../data/schema.js';
import { checkFrame, readShape } from '../../data/shape.js';
import { checkEvents, noteCountFields } from '../../data/read-count.js';
import { readRows, type ReportedRow } from '../../data/read-rows.js';
import { readEvents, type ReportedEvent } from '../../data/read-events.js';
import { readSamePeriod, type SamePeriod } from './same-period.js';

/** One row of the casualties contract. */
export const Row = v.object({
  ...amountFields(CountNumber),
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
  readonly samePeriod?: SamePeriod;
}

/**
 * Reads a `casualties/1` contract.
 *
 * @throws ContractError with every fault at once (code, JSON path, expected, received).
 */
export function readCasualties(input: unknown): CasualtiesReading {
  const desk = new Desk('casualties');
  const raw = checkFrame(desk, input, 'casualties/1');
  const { rows: raws, ...others } = raw;
  const frame = readShape(desk, Frame, others, '') as Omit<CasualtiesData, 'rows'>;
  const { relation, actors, source, events: told } = frame as Partial<CasualtiesData>;
  if (relation !== 'all' && relation && !actors?.length && !desk.hasFault('actors')) {
    desk.fault('E_VALUE', 'actors', `at least one actor where relation is "${relation}"`, actors);
  }
  checkEvents(desk, told);
  const asOf = (source?.asOf && parseDay(source.asOf)) ?? Infinity;
  const { rows, data: copies } = readRows(desk, { rows: raws, interval: raw.interval }, Row, Number(asOf));
  desk.refuse();
  const data: CasualtiesData = Object.freeze({ ...frame, rows: copies as CasualtiesRow[] });
  const events = readEvents(told);
  noteCountFields(desk, data, rows);
  return { data, notes: desk.notes, rows, events, ...readSamePeriod(desk, rows, data.rows, events) };
}
