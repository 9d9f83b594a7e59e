import * as v from 'valibot';
import { Desk } from '../../data/desk.js';
import type { Note } from '../../data/note.js';
import { type DayNumber, isSameDay, parseDay, parsePeriod, type Period } from '../../data/period.js';
import { noteFrameFields } from '../../data/read-count.js';
import { readSpan, type ReportedRow, reportRow } from '../../data/read-rows.js';
import {
  amountFields,
  frameFields,
  Interval,
  PeriodText,
  QuantityNumber,
  Source,
  spanFields,
  WordsText,
} from '../../data/schema.js';
import { checkFrame, readShape } from '../../data/shape.js';

const Flow = v.picklist(['mined', 'refined', 'exported', 'seized']);
const Sector = v.picklist(['industrial', 'artisanal', 'all']);
const Amount = v.object(amountFields(QuantityNumber));
const Reference = v.object({
  kind: v.picklist(['capacity', 'target', 'forecast', 'previous', 'same-period']),
  flow: Flow,
  sector: v.optional(Sector),
  value: QuantityNumber,
  period: v.optional(PeriodText),
  ...spanFields,
  label: WordsText,
  source: v.optional(Source),
  stage: v.optional(v.picklist(['operating', 'under-construction', 'planned'])),
});

/** The whole contract, of which the types and the published JSON Schema are made. */
export const schema = v.object({
  schema: v.literal('gold-gauge/1'),
  ...frameFields,
  flow: Flow,
  sector: Sector,
  unit: v.picklist(['t', 'kg', 'ozt']),
  amount: Amount,
  history: v.optional(v.array(Amount)),
  interval: v.optional(Interval),
  max: v.optional(v.picklist(['capacity', 'target', 'round'])),
  references: v.optional(v.array(Reference)),
});
export const schemaName = 'gold-gauge';

/** The data contract `gold-gauge/1`: one amount of gold, and what it may be seen beside. */
export type GoldGaugeData = v.InferOutput<typeof schema>;
export type GoldAmount = v.InferOutput<typeof Amount>;
export type GoldReference = v.InferOutput<typeof Reference>;

/** A reference on the calendar: without a period nobody knows which days it speaks of. */
export type ReportedReference = Omit<GoldReference, 'period' | 'from' | 'through'> & {
  readonly period?: Period;
  readonly from?: DayNumber;
  readonly through?: DayNumber;
};

/** What reading a contract gives: the checked copy, the notes for the desk, and the figures on the calendar. */
export interface GoldGaugeReading {
  /** A frozen copy of what the contract says; nothing is shared with the input. */
  readonly data: GoldGaugeData;
  readonly notes: readonly Note[];
  readonly amount: ReportedRow;
  /** Earlier whole periods, in calendar order. */
  readonly history: readonly ReportedRow[];
  /** In the order of the contract. */
  readonly references: readonly ReportedReference[];
}

/**
 * Reads a `gold-gauge/1` contract.
 *
 * @throws ContractError with every fault at once (code, JSON path, expected, received).
 */
export function readGoldGauge(input: unknown): GoldGaugeReading {
  const desk = new Desk('gold-gauge');
  const raw = checkFrame(desk, input, 'gold-gauge/1');
  const data = readShape(desk, schema, raw, '') as GoldGaugeData;
  // What follows meets every field that the shape refused as a missing one.
  const told: Partial<GoldGaugeData> = data;
  const asOf = Number((told.source?.asOf && parseDay(told.source.asOf)) ?? Infinity);

  const report = (row: Partial<GoldAmount> | undefined, path: string): ReportedRow | undefined => {
    const period = row?.period ? parsePeriod(row.period) : undefined;
    if (!period) return undefined;
    if (period.first > asOf)
      desk.fault('E_DATE', `${path}.period`, 'a period that begins on or before source.asOf', row!.period);
    notePrecision(row!.value, path);
    return reportRow(desk, row as GoldAmount, period, asOf, raw.interval, path);
  };
  /** Three decimals are printed; what is lost is told. */
  function notePrecision(value: number | null | undefined, path: string): void {
    if (value && Math.round(value * 1000) / 1000 !== value)
      desk.note('W_PRECISION', `${path}.value is printed with three decimals.`, `${path}.value`);
  }

  const amount = report(told.amount, 'amount');
  const periods = new Map<string, string>([[amount?.period.text ?? '', 'amount']]);
  const history = (told.history ?? []).flatMap((one: Partial<GoldAmount> | undefined, i) => {
    const path = `history[${i}]`;
    const row = report(one, path);
    if (!row) return [];
    const fault = (
      code: 'E_DATE' | 'E_DUPLICATE',
      expected: string,
      field: 'period' | 'from' | 'through' = 'period',
    ): void => desk.fault(code, `${path}.${field}`, expected, one![field]);
    const { period, from } = row;
    const twin = periods.get(period.text);
    if (amount && period.kind !== amount.period.kind)
      fault('E_DATE', `a ${amount.period.kind}, as the amount has`);
    else if (twin) fault('E_DUPLICATE', `a period that ${twin} does not have`);
    else if (amount && period.first > amount.period.first) fault('E_DATE', 'a period before the amount’s');
    else if (!row.complete) fault('E_DATE', 'a whole period', from === period.first ? 'through' : 'from');
    periods.set(period.text, path);
    return row;
  });

  const references = (told.references ?? []).map((one: Partial<GoldReference> | undefined, i) => {
    const path = `references[${i}]`;
    const { period: text, from, through, ...rest } = one ?? {};
    const period = text ? parsePeriod(text) : undefined;
    notePrecision(rest.value, path);
    if (rest.kind === 'capacity' && !rest.stage)
      desk.fault('E_SCHEMA', `${path}.stage`, 'how far a capacity is built', rest.stage);
    if (!period && !desk.hasFault(`${path}.period`))
      for (const [field, day] of Object.entries({ from, through }))
        if (day) desk.fault('E_DATE', `${path}.${field}`, 'a day inside the field "period"', day);
    const days = period && readSpan(desk, one!, period, Infinity, path);
    const isSame =
      days && amount && isSameDay(days.from, amount.from) && isSameDay(days.through, amount.through);
    if (rest.kind === 'same-period' && !isSame) {
      rest.kind = 'previous';
      desk.note(
        'W_PARTIAL',
        `${path} does not cover the days of the amount; it is told as an earlier figure.`,
        path,
      );
    }
    return { ...rest, ...(period && { period }), ...days } as ReportedReference;
  });

  const { max } = told;
  const named = references.filter(({ kind, flow }) => kind === max && flow === told.flow);
  if (max && max !== 'round' && named.length !== 1)
    desk.fault('E_VALUE', 'max', `exactly one reference of kind "${max}" and of the contract’s flow`, max);
  desk.refuse();

  noteFrameFields(desk, data, amount!.value !== null && !amount!.complete);
  const sorted = [...history].sort((a, b) => a.period.first - b.period.first);
  if (sorted.some((row, i) => row !== history[i]))
    desk.note('W_SORTED', 'The history was not in calendar order; it is drawn in it.', 'history');
  return { data, notes: desk.notes, amount: amount!, history: sorted, references };
}
