import { parseDay, type Period } from '../data/period.js';
import type { ReportedEvent } from '../data/read-events.js';
import { earlierFigure, hasRange, type ReportedRow } from '../data/read-rows.js';
import type { Notice, Source, Words } from '../data/schema.js';
import { unknownSpans } from '../data/unknown-spans.js';
import { formatDay, formatPeriod } from '../words/dates.js';
import type { Description } from '../words/description.js';
import { type LanguagePack, say, type Slots } from '../words/language.js';
import { formatNumber, formatPlain } from '../words/numbers.js';
import {
  capitalise,
  describeNotices,
  describeSource,
  eventKind,
  joinList,
  localText,
  spanText,
  tellGaps,
  tellUnknown,
  tidy,
  tonguesOf,
  whenDays,
  whenEvent,
  whenPeriod,
} from '../words/phrases.js';

/** Rows, gaps or breaks up to which every one gets a sentence of its own. */
export const TOLD_ONE_BY_ONE = 3;

/** A contract that counts people, as far as words need it. */
export interface Counted {
  readonly data: {
    readonly title?: Words | undefined;
    readonly place: Words;
    readonly source: Source;
    readonly caveat?: Words | undefined;
    readonly contentNote?: Words | undefined;
    readonly notices?: readonly Notice[] | undefined;
    readonly measure: string;
    readonly victims: string;
    readonly method: string;
    readonly relation: string;
    readonly interval?: string | undefined;
  };
  readonly events: readonly ReportedEvent[];
}

/** What stands beside a figure: where, in what incidents, who says so. */
export interface Beside {
  readonly place?: string;
  readonly involving?: string;
  readonly according?: string;
  /** True where the incidents involve so many that they take a sentence of their own. */
  readonly isLong?: boolean;
}

/** The words that every count of people shares. They follow the typed fields and are never stronger than those. */
export function countWords({ data, events }: Counted, rows: readonly ReportedRow[], pack: LanguagePack) {
  const { method, measure, victims, interval } = data;
  const { asOf, asOfBasis } = data.source;
  const producer = localText(pack, data.source.producer);
  const via = localText(pack, data.source.via);
  const t = (key: string, slots?: Slots, count?: number): string => say(pack, key, slots, count);
  const number = (n: number | null): string => (n === null ? t('nk') : formatNumber(pack, n));
  const name = (row: ReportedRow): string => formatPeriod(pack, row.period);
  const day = (text: string): string => formatDay(pack, parseDay(text)!);
  const place = localText(pack, data.place);
  const who = (count?: number): { who: string; done: string } => ({
    who: t(`who.${victims}`, {}, count),
    done: t(`done.${measure}.${victims}`, {}, count),
  });
  // Titles speak of many, whatever the figures are.
  const noun = t(`noun.${method}`, { ...who(), place });
  const [first, last] = [rows[0], rows.at(-1)];
  const span = first && last ? spanText(pack, first.period, last.period, last.through) : '';
  const notices = describeNotices(pack, data.notices);
  const known = rows.filter(({ value }) => value !== null);

  const rangeSlots = ({ low, high }: ReportedRow): Slots => ({ low: number(low!), high: number(high!) });
  const doubtfulRange = (row: ReportedRow): string[] =>
    row.doubtful ? [t('doubtfulRange', { period: name(row) })] : [];

  /** "434 civilians were reported killed (published range 412–498)". */
  function clause(row: ReportedRow, isBare = false): string {
    const n = row.value ?? 0;
    const range = hasRange(row) && !isBare ? t('range', rangeSlots(row)) : '';
    return t(`clause.${method}.${victims}.${measure}`, { n: number(n), ...who(n), range }, n);
  }

  /** One row as a sentence. */
  function tell(
    row: ReportedRow,
    { place = '', involving = '', according = '', isLong = false }: Beside,
  ): string {
    const { period, complete, from, through } = row;
    const isPlain = method === 'reported' && measure === 'killed';
    const isSplit = involving && (isLong || !isPlain || (complete && period.kind === 'week'));
    const way = isSplit ? '.split' : involving || (according && !isPlain) ? '.opens' : '';
    const slots = {
      clause: clause(row),
      bare: clause(row, true),
      told: hasRange(row) ? t('range.told', rangeSlots(row)) : '',
      place,
      involving,
      according,
      days: formatPlain(pack, through - from + 1),
      full: formatPlain(pack, period.last - period.first + 1),
      when: complete ? whenPeriod(pack, period) : whenDays(pack, from, through),
    };
    return tidy(t(`${complete ? 'full' : 'partial'}${way}`, slots, through - from + 1));
  }

  /** What a partial row cannot be compared with, and where its end comes from. */
  function bounds({ period, complete, through }: ReportedRow, comparator = ''): string[] {
    if (complete) return [];
    const isInferred = asOfBasis === 'publication' && through === parseDay(asOf);
    return [
      t('noComparator', { unit: t(`unit.${period.kind}`) }),
      comparator,
      isInferred ? t('inferredEnd', { day: day(asOf) }) : '',
    ].filter(Boolean);
  }

  function unknown([from, to]: readonly [Period, Period]): string[] {
    const row = from.first === to.first ? rows.find(({ period }) => period.first === from.first) : undefined;
    return [tellUnknown(pack, [from, to]), ...(row ? publishedRange(row) : [])];
  }

  function publishedRange(row: ReportedRow): string[] {
    return hasRange(row) ? [t('markRange', rangeSlots(row))] : [];
  }

  /** What stands after the figures of every summary: gaps, who the victims were, breaks, the newest revision. */
  function closing(): string[] {
    // A range alone is no figure; each is told by itself, with its range.
    const ranged = rows.filter((row) => row.value === null && hasRange(row));
    const gaps = [
      ...unknownSpans(rows),
      ...ranged.map(({ period }): [Period, Period] => [period, period]),
    ].sort(([a], [b]) => a.first - b.first);
    const revised = known.findLast((row) => earlierFigure(row));
    const before = revised && earlierFigure(revised);
    return [
      ...tellGaps(pack, gaps, known.length, unknown),
      ...(victims === 'not-specified' ? [t('notSpecified')] : []),
      ...events
        .filter(({ isBreak }) => isBreak)
        .slice(0, TOLD_ONE_BY_ONE)
        .map((event) => {
          const label = localText(pack, event.label).replace(/[.\s]+(\u2069?)$/, '$1');
          return t(`break.${eventKind(event)}`, { period: whenEvent(pack, event), label });
        }),
      // What the newest revised figure was before; every earlier figure stands in the table.
      ...(before
        ? [
            t(`revised.${revised.period.kind}`, {
              period: name(revised),
              old: number(before.value),
              day: day(before.asOf),
              n: number(revised.value),
            }),
          ]
        : []),
    ];
  }

  /** The desk's note on a row, what the figure was before, and a range that does not hold it. */
  function rowNotes(row: ReportedRow): string[] {
    const revised = (row.previous ?? []).map(
      (one) => `${capitalise(t('revisedShort', { old: number(one.value), day: day(one.asOf) }))}.`,
    );
    return [localText(pack, row.note), ...revised, ...doubtfulRange(row)].filter(Boolean);
  }

  return {
    t,
    number,
    name,
    day,
    place,
    who,
    noun,
    span,
    known,
    publishedRange,
    rangeSlots,
    clause,
    tell,
    bounds,
    closing,
    rowNotes,
    status: ({ value, complete }: ReportedRow): string =>
      t(`status.${value === null ? 'unknown' : complete ? 'complete' : 'partial'}`),
    notComparable: ({ complete, period }: ReportedRow): string[] =>
      complete ? [] : [t('notComparable', { unit: t(`units.${period.kind}`) })],
    credit: joinList(pack, [producer, via].filter(Boolean), 'comma'),
    /** The pieces of a description that the contract gives as they are. */
    frame: {
      language: pack.tag,
      dir: pack.dir,
      contentNote: localText(pack, data.contentNote),
      caveat: [
        localText(pack, data.caveat) || t(`caveat.${method}`),
        interval ? t(`interval.${interval}`) : '',
      ]
        .join(' ')
        .trim(),
      notes: [...notices.corrections, ...rows.flatMap(doubtfulRange)],
      withdrawal: notices.withdrawal,
      tongues: tonguesOf(pack, data),
      source: describeSource(pack, data.source),
    } satisfies Partial<Description>,
  };
}
