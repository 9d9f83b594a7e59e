import * as v from 'valibot';
import { DAY_PATTERN, PERIOD_PATTERN } from './period.js';

/**
 * The pieces the contracts share, as one schema each: the types are inferred from them, the JSON Schema files are made
 * from them, and the run-time check runs them. What spans fields stands in `read-count.ts` and in each chart's contract.
 */

/** Any plain text. */
export const Text = v.string();
/** A web address; anything but absolute http or https becomes plain text with a note (W_URL). */
export const Url = v.pipe(v.string(), v.description('An absolute http or https address.'));
/** A calendar period as precise as the source: "2024" | "2025-Q3" | "2025-06" | "2025-W14" (ISO) | "2025-11-21". */
export const PeriodText = v.pipe(
  v.string(),
  v.regex(PERIOD_PATTERN),
  v.description('A calendar period: 2024, 2025-Q3, 2025-06, 2025-W14 (ISO week) or 2025-11-21.'),
);
/** A calendar day: "2025-11-21". */
export const DayText = v.pipe(v.string(), v.regex(DAY_PATTERN), v.description('A calendar day: 2025-11-21.'));
/** One text, or the same text keyed by BCP 47 language tag. */
export const WordsText = v.pipe(
  v.union([v.string(), v.record(v.string(), v.string())]),
  v.description(
    'A text, or texts keyed by language tag; fallback: exact tag, base language, "en", first key.',
  ),
);
/** A count of people: a whole number from 0 to 2^53. */
export const CountNumber = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 53));

/** A quantity of gold, in the contract's unit: 0 or more. */
export const QuantityNumber = v.pipe(v.number(), v.minValue(0));
/** Who one figure is about: a set of actor ids, or nobody known. */
export const ActorIds = v.array(Text);
export const ActorSet = v.pipe(
  v.union([ActorIds, v.literal('unattributed')]),
  v.description('A set of actor ids, or "unattributed".'),
);
/** What kind of range low and high are. */
export const Interval = v.picklist(['source-range', 'min-max-claims', 'ci95']);

export const Source = v.object({
  // Whose figures they are stands under every chart.
  producer: v.pipe(v.string(), v.minLength(1)),
  asOf: DayText,
  asOfBasis: v.optional(v.picklist(['stated', 'publication'])),
  via: v.optional(Text),
  accessed: v.optional(DayText),
  url: v.optional(Url),
  query: v.optional(WordsText),
  changes: v.optional(WordsText),
  licence: v.optional(Text),
});

export const Notice = v.object({
  on: DayText,
  kind: v.picklist(['correction', 'withdrawal']),
  text: WordsText,
});

export const TimelineEvent = v.object({
  at: PeriodText,
  to: v.optional(PeriodText),
  label: WordsText,
  kind: v.optional(v.picklist(['context', 'series-break'])),
  url: v.optional(Url),
});

/** Fields of every contract. */
export const frameFields = {
  title: v.optional(WordsText),
  subtitle: v.optional(WordsText),
  place: WordsText,
  source: Source,
  caveat: v.optional(WordsText),
  notices: v.optional(v.array(Notice)),
};

/** Fields of the contracts that count people. */
export const countFields = {
  ...frameFields,
  measure: v.picklist(['killed', 'injured', 'killed-and-injured']),
  victims: v.picklist(['civilians', 'combatants', 'everyone', 'not-specified']),
  method: v.picklist(['reported', 'documented-minimum', 'estimated']),
  interval: v.optional(Interval),
  events: v.optional(v.array(TimelineEvent)),
  contentNote: v.optional(WordsText),
};

/** The days really covered, when not the whole period. */
export const spanFields = { from: v.optional(DayText), through: v.optional(DayText) };

/** Fields of one figure: a count of people, or a quantity of gold. */
export const amountFields = <N extends v.GenericSchema<number>>(number: N) => ({
  period: PeriodText,
  value: v.nullable(number),
  low: v.optional(number),
  high: v.optional(number),
  ...spanFields,
  note: v.optional(WordsText),
  previous: v.optional(v.array(v.object({ asOf: DayText, value: v.nullable(number) }))),
});

/** What is read of a schema at run time: its structure, not its machinery. */
export interface SchemaShape {
  readonly type: string;
  readonly wrapped?: SchemaShape;
  readonly item?: SchemaShape;
  readonly entries?: Readonly<Record<string, SchemaShape>>;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly pipe?: readonly { readonly type: string }[];
}

export type Words = string | Readonly<Record<string, string>>;
export type Source = v.InferOutput<typeof Source>;
export type Notice = v.InferOutput<typeof Notice>;
export type TimelineEvent = v.InferOutput<typeof TimelineEvent>;
