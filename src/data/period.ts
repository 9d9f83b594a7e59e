/**
 * Calendar periods and days, as precise as the source wrote them: "2024", "2025-Q3", "2025-06", "2025-W14", "2025-11-21".
 *
 * A day is a whole number of days since 1 January 1970, proleptic Gregorian. There is no clock, no time zone and no
 * `Date` here, so "2025-01-01" is the same day in Los Angeles and in Kathmandu.
 */
export type PeriodKind = 'year' | 'quarter' | 'month' | 'week' | 'day';

/** A calendar day as a number of days since 1 January 1970 (which is 0). */
export type DayNumber = number;

export interface Period {
  readonly text: string;
  readonly kind: PeriodKind;
  /** First day, included. */
  readonly first: DayNumber;
  /** Last day, included. */
  readonly last: DayNumber;
}

export interface CivilDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

export const PERIOD_PATTERN = /^\d{4}(?:-(?:Q[1-4]|W\d\d|\d\d(?:-\d\d)?))?$/;
export const DAY_PATTERN = /^\d{4}-\d\d-\d\d$/;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads one period, or gives `undefined` for anything that is not one: "2025-02-30", "2025-W54", "12/11/2025". */
export function parsePeriod(text: string): Period | undefined {
  if (!PERIOD_PATTERN.test(text)) return undefined;
  const year = digits(text, 0, 4);
  if (year === 0) return undefined;
  const mark = text[5];
  if (mark === undefined) return period(text, 'year', dayNumber(year, 1, 1), dayNumber(year, 12, 31));
  if (mark === 'Q') {
    const month = digits(text, 6, 7) * 3;
    return period(
      text,
      'quarter',
      dayNumber(year, month - 2, 1),
      dayNumber(year, month, daysInMonth(year, month)),
    );
  }
  const number = mark === 'W' ? digits(text, 6, 8) : digits(text, 5, 7);
  if (mark === 'W') {
    if (number < 1 || number > weeksInYear(year)) return undefined;
    const monday = firstMonday(year) + (number - 1) * 7;
    return period(text, 'week', monday, monday + 6);
  }
  if (number < 1 || number > 12) return undefined;
  if (text.length === 7) {
    return period(
      text,
      'month',
      dayNumber(year, number, 1),
      dayNumber(year, number, daysInMonth(year, number)),
    );
  }
  const day = digits(text, 8, 10);
  if (day < 1 || day > daysInMonth(year, number)) return undefined;
  const only = dayNumber(year, number, day);
  return period(text, 'day', only, only);
}

/** Reads one day, or gives `undefined`. */
export function parseDay(text: string): DayNumber | undefined {
  const read = parsePeriod(text);
  return read?.kind === 'day' ? read.first : undefined;
}

/** The period of a kind that holds a day. */
export function periodAt(kind: PeriodKind, day: DayNumber): Period {
  const iso = isoDay(day);
  const { year, week } = isoWeek(day - ((((day + 3) % 7) + 7) % 7));
  const texts = {
    year: iso.slice(0, 4),
    quarter: `${iso.slice(0, 4)}-Q${Math.ceil(civil(day).month / 3)}`,
    month: iso.slice(0, 7),
    week: `${String(year).padStart(4, '0')}-W${two(week)}`,
    day: iso,
  };
  return parsePeriod(texts[kind])!;
}

/** Days since 1 January 1970 (H. Hinnant's days-from-civil; years 1 to 9999). */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The year, month and day of a day number: the inverse of `dayNumber`. */
export function civil(number: DayNumber): CivilDay {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** "2025-11-21" of a day number. */
export function isoDay(number: DayNumber): string {
  const { year, month, day } = civil(number);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The ISO week number of a week period's first day, and the year that week belongs to. */
export function isoWeek(monday: DayNumber): { year: number; week: number } {
  const { year } = civil(monday + 3);
  return { year, week: (monday - firstMonday(year)) / 7 + 1 };
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Equal month and day of two years; 29 February pairs with the 28th of a year that has no 29th. */
export function isSameDay(a: DayNumber, b: DayNumber): boolean {
  const [one, two] = [isoDay(a), isoDay(b)].sort((x, y) => (x.slice(5) < y.slice(5) ? -1 : 1)) as [
    string,
    string,
  ];
  const isLeapEnd = one.slice(5) === '02-28' && two.slice(5) === '02-29';
  return one.slice(5) === two.slice(5) || (isLeapEnd && !isLeapYear(civil(parseDay(one)!).year));
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : MONTH_DAYS[month - 1]!;
}

/** The Monday of ISO week 1: the week that holds 4 January. */
function firstMonday(year: number): DayNumber {
  const fourth = dayNumber(year, 1, 4);
  return fourth - ((((fourth + 3) % 7) + 7) % 7);
}

function weeksInYear(year: number): number {
  return (firstMonday(year + 1) - firstMonday(year)) / 7;
}

function period(text: string, kind: PeriodKind, first: DayNumber, last: DayNumber): Period {
  return { text, kind, first, last };
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
