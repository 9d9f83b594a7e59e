import type { ReportedEvent } from '../data/read-events.js';
import type { ReportedRow } from '../data/read-rows.js';
import {
  civil,
  type DayNumber,
  parseDay,
  parsePeriod,
  type Period,
  type PeriodKind,
} from '../data/period.js';
import type { Notice, Source, Words } from '../data/schema.js';
import { keyFor, textFor } from '../data/text.js';
import { countPeriods } from '../data/unknown-spans.js';
import { formatDay, formatDayShort, formatPeriod, spanSlots } from './dates.js';
import type { SourceLine, Tongues } from './description.js';
import { isolate } from './isolate.js';
import { type LanguagePack, say } from './language.js';
import { formatNumber } from './numbers.js';

/** "A", "A and B", "A, B and C"; `link` is the key of the last join: "or". */
export function joinList(pack: LanguagePack, items: readonly string[], link = 'and'): string {
  const [last, ...before] = [...items].reverse();
  if (before.length === 0) return last ?? '';
  const head = before.reverse().reduce((a, b) => say(pack, 'comma', { a, b }));
  return say(pack, link, { a: head, b: last! });
}

/** The first letter as a capital: for a generated phrase that opens a line. */
export function capitalise(text: string): string {
  return text.replace(/^\u2068*./su, (first) => first.toUpperCase());
}

/** "In 2024", "On 21 November 2025": how a sentence about one period opens. */
export function whenPeriod(pack: LanguagePack, period: Period): string {
  return say(pack, `in.${period.kind}`, {
    period: formatPeriod(pack, period),
    ...spanSlots(pack, period.first, period.last),
  });
}

/** "From 1 January to 21 November 2025", "On 2 February 2025": how a sentence about some days of a period opens. */
export function whenDays(pack: LanguagePack, from: DayNumber, through: DayNumber): string {
  return from === through
    ? say(pack, 'in.day', { period: formatDay(pack, from), ...spanSlots(pack, from, through) })
    : say(pack, 'fromTo', spanSlots(pack, from, through));
}

/** The same inside a sentence. */
export function duringPeriod(pack: LanguagePack, period: Period): string {
  const text = whenPeriod(pack, period);
  const [first = ''] = text;
  return first.toLowerCase() + text.slice(first.length);
}

/** "2024 to 21 November 2025": the span of a chart, by period names, ending on a day where the last period is not whole. */
export function spanText(pack: LanguagePack, first: Period, last: Period, through: DayNumber): string {
  if (through < last.last) {
    return say(pack, `spanDay.${first.kind}`, {
      from: formatPeriod(pack, first),
      to: formatDay(pack, through),
    });
  }
  if (first.first === last.first) return formatPeriod(pack, first);
  return say(pack, `span.${first.kind}`, { from: formatPeriod(pack, first), to: formatPeriod(pack, last) });
}

/** "to 21 Nov": whichever ends differ from the period's own. */
export function partialLabel(
  pack: LanguagePack,
  { period, from, through }: Pick<ReportedRow, 'period' | 'from' | 'through'>,
): string {
  if (from === through) return formatDayShort(pack, from);
  const ends = from === period.first ? 'to' : through === period.last ? 'from' : 'both';
  return say(pack, `partialLabel.${ends}`, {
    from: formatDayShort(pack, from),
    to: formatDayShort(pack, through),
  });
}

/** When an event was, as precisely as the contract knows it and no more. */
export function whenEvent(pack: LanguagePack, { at, to }: ReportedEvent): string {
  const start = parsePeriod(at)!;
  const end = to === undefined ? start : parsePeriod(to)!;
  if (start.first === end.first && start.last === end.last) return formatPeriod(pack, start);
  // Two months or two days of one year need the year only once.
  if (start.kind === end.kind && civil(start.first).year === civil(end.first).year) {
    if (start.kind === 'month') {
      return say(pack, 'spanShort', {
        from: pack.months[civil(start.first).month - 1]!,
        to: formatPeriod(pack, end),
      });
    }
    if (start.kind === 'day') return say(pack, 'spanShort', spanSlots(pack, start.first, end.first));
  }
  return say(pack, 'spanShort', { from: formatPeriod(pack, start), to: formatPeriod(pack, end) });
}

/** Kind of the period an event is dated by; picks "in June" or "on 3 June", or neither for a longer span. */
export function eventKind({ at, to }: ReportedEvent): PeriodKind | 'span' {
  const start = parsePeriod(at)!;
  const end = parsePeriod(to ?? at)!;
  return start.first === end.first && start.last === end.last ? start.kind : 'span';
}

/**
 * The source line: producer, through whom, as of when, when accessed, filters, changes, licence. ACLED and UCDP ask for
 * exactly these, so everything the contract gives is printed and nothing can be left off by a theme or an attribute.
 */
export function describeSource(pack: LanguagePack, source: Source): SourceLine {
  const { producer, via, asOf, asOfBasis, accessed, query, changes, licence, url } = source;
  const own = (text: Words | undefined): string => localText(pack, text);
  const day = (text: string): string => formatDay(pack, parseDay(text)!);
  const pieces = [
    say(pack, via ? 'sourceVia' : 'source', { producer: own(producer), via: own(via) }),
    say(pack, asOfBasis === 'publication' ? 'asOf.publication' : 'asOf', { day: day(asOf) }),
    accessed && say(pack, 'accessed', { day: day(accessed) }),
    query && say(pack, 'query', { query: own(query) }),
    changes && say(pack, 'changes', { changes: own(changes) }),
    licence && say(pack, 'licence', { licence: own(licence) }),
  ].filter((piece): piece is string => Boolean(piece));
  const text = pieces.map(asSentence).join(' ');
  return url
    ? { text, url, host: url.replace(/^https?:\/\/(www\.)?/, '').replace(/[/?#].*$/, '') }
    : { text };
}

/** Corrections, one line each, and the text of a withdrawal. */
export function describeNotices(
  pack: LanguagePack,
  notices: readonly Notice[] | undefined,
): { corrections: string[]; withdrawal: string } {
  const line = (notice: Notice): string =>
    say(pack, notice.kind, {
      day: formatDay(pack, parseDay(notice.on)!),
      text: localText(pack, notice.text),
    });
  const all = notices ?? [];
  return {
    corrections: all.filter(({ kind }) => kind === 'correction').map(line),
    withdrawal: all
      .filter(({ kind }) => kind === 'withdrawal')
      .map(line)
      .join(' '),
  };
}

/** One text by language, or nothing. */
export function localText(pack: LanguagePack, words: Words | undefined): string {
  return isolate(pack, textFor(words, pack.tag));
}

/** Which of a contract's own paragraphs are in another language than the chart, because it has no text in that. */
export function tonguesOf(
  { tag }: LanguagePack,
  data: { readonly [part in keyof Tongues]?: Words | undefined } & { readonly interval?: unknown },
): Tongues {
  const base = (language: string): string => language.split('-')[0]!.toLowerCase();
  // To a caveat our own sentence on the interval may be added: then it is in two languages.
  const parts = ['title', 'subtitle', 'contentNote', ...(data.interval ? [] : ['caveat' as const])] as const;
  return Object.fromEntries(
    parts.flatMap((part) => {
      const key = keyFor(data[part], tag);
      return key && base(key) !== base(tag) ? [[part, key]] : [];
    }),
  );
}

/** "No figure is available for 2023", or for a stretch of periods. */
export function tellUnknown(pack: LanguagePack, [from, to]: readonly [Period, Period]): string {
  return from.first === to.first
    ? say(pack, `unknown.${from.kind}`, { period: formatPeriod(pack, from) })
    : say(pack, 'unknownSpan', { span: spanText(pack, from, to, to.last) });
}

/** Gaps up to which every one gets a sentence of its own. */
const TOLD_ONE_BY_ONE = 3;

/** A few gaps one by one, by `tell`; of many, how many periods are missing beside the `there` that have a figure. */
export function tellGaps(
  pack: LanguagePack,
  gaps: readonly (readonly [Period, Period])[],
  there: number,
  tell = (gap: readonly [Period, Period]): string[] => [tellUnknown(pack, gap)],
): string[] {
  if (gaps.length <= TOLD_ONE_BY_ONE) return gaps.flatMap(tell);
  const missing = gaps.reduce((sum, gap) => sum + countPeriods(gap), 0);
  const [n, all] = [formatNumber(pack, missing), formatNumber(pack, there + missing)];
  return [say(pack, 'unknownSome', { n, all }, missing)];
}

/** A phrase as a sentence of its own; an abbreviation may end in a full stop already. */
export function asSentence(text: string): string {
  return /[.!?…]\u2069?$/.test(text) ? text : `${text}.`;
}

/** An empty slot leaves two spaces, or one before a comma. */
export function tidy(text: string): string {
  return text.replace(/ {2,}/g, ' ').replace(/ (?=[,.)])/g, '');
}

/** Without the comma that an empty last slot leaves. */
export function trimEnd(text: string): string {
  return text.replace(/[\s,]+$/, '');
}
