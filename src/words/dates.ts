import { civil, type DayNumber, isoWeek, type Period, type PeriodKind } from '../data/period.js';
import { type LanguagePack, say } from './language.js';
import { formatPlain } from './numbers.js';

/** "21 November 2025", « 1er janvier 2025 ». */
export function formatDay(pack: LanguagePack, day: DayNumber): string {
  return say(pack, 'day', dateSlots(pack, day, pack.months));
}

/** "21 November": a day whose year is told beside it. */
export function formatDayOfYear(pack: LanguagePack, day: DayNumber): string {
  return say(pack, 'dayOfYear', dateSlots(pack, day, pack.months));
}

/** "21 Nov", for labels. */
export function formatDayShort(pack: LanguagePack, day: DayNumber): string {
  return say(pack, 'dayShort', dateSlots(pack, day, pack.monthsShort));
}

/** A period as it is named in a sentence: "2025", "Q3 2025", "June 2025", "week 14 of 2025", "21 November 2025". */
export function formatPeriod(pack: LanguagePack, { kind, first }: Period): string {
  if (kind === 'day') return formatDay(pack, first);
  if (kind === 'week') {
    const { year, week } = isoWeek(first);
    return say(pack, 'week', { w: formatPlain(pack, week), year: formatPlain(pack, year) });
  }
  const { year, month } = civil(first);
  if (kind === 'year') return formatPlain(pack, year);
  if (kind === 'month') return say(pack, 'month', dateSlots(pack, first, pack.months));
  const quarter = (month + 2) / 3;
  const ordinal = quarter === 1 && pack.firstDay ? pack.firstDay : `${quarter}e`;
  return say(pack, 'quarter', { q: formatPlain(pack, quarter), ordinal, year: formatPlain(pack, year) });
}

/** The two ends of a span of days; the year stands on the first only where it differs from the last one's. */
export function spanSlots(
  pack: LanguagePack,
  from: DayNumber,
  through: DayNumber,
): { from: string; to: string } {
  const sameYear = civil(from).year === civil(through).year;
  return {
    from: sameYear ? formatDayOfYear(pack, from) : formatDay(pack, from),
    to: formatDay(pack, through),
  };
}

/** The two ends of a span whose year is told beside it; a span over the turn of a year tells both. */
export function daySlots(
  pack: LanguagePack,
  from: DayNumber,
  through: DayNumber,
): { from: string; to: string } {
  return civil(from).year === civil(through).year
    ? { from: formatDayOfYear(pack, from), to: formatDayOfYear(pack, through) }
    : spanSlots(pack, from, through);
}

/** The short name of a calendar unit on an axis, and the year it belongs to (empty for a year itself). */
export function nameUnit(
  pack: LanguagePack,
  unit: PeriodKind,
  first: DayNumber,
): { text: string; year: string } {
  const { year: ofYear, month } = civil(first);
  const year = formatPlain(pack, ofYear);
  if (unit === 'year') return { text: year, year: '' };
  if (unit === 'month') return { text: pack.monthsShort[month - 1]!, year };
  if (unit === 'quarter')
    return { text: say(pack, 'quarterShort', { q: formatPlain(pack, (month + 2) / 3) }), year };
  if (unit === 'day') return { text: formatDayShort(pack, first), year };
  const week = isoWeek(first);
  return {
    text: say(pack, 'weekShort', { w: formatPlain(pack, week.week) }),
    year: formatPlain(pack, week.year),
  };
}

function dateSlots(
  pack: LanguagePack,
  day: DayNumber,
  months: readonly string[],
): { d: string; month: string; year: string } {
  const date = civil(day);
  return {
    d: date.day === 1 && pack.firstDay ? pack.firstDay : formatPlain(pack, date.day),
    month: months[date.month - 1]!,
    year: formatPlain(pack, date.year),
  };
}
