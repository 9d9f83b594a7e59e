import type { Desk } from '../../data/desk.js';
import { civil, type DayNumber, isLeapYear, parseDay } from '../../data/period.js';
import type { ReportedEvent } from '../../data/read-events.js';
import type { ReportedRow } from '../../data/read-rows.js';

interface RowWithSamePeriod {
  readonly samePeriod?: { readonly value: number; readonly from?: string; readonly through?: string };
}

export interface SamePeriod {
  /** Index of the earlier, complete row. */
  readonly earlier: number;
  /** Index of the one partial row. */
  readonly partial: number;
  /** The earlier year's figure for the days that the partial row covers. */
  readonly value: number;
}

/**
 * The one comparison a partial figure allows: with the same days of an earlier year. It is unlocked only where month and
 * day of both ends are equal (29 February pairs with the 28th), the value is not above its own row's, the earlier row is
 * complete and no series break lies between. Anything else is a note, and nothing is drawn.
 */
export function readSamePeriod(
  desk: Desk,
  rows: readonly ReportedRow[],
  data: readonly RowWithSamePeriod[],
  events: readonly ReportedEvent[],
): { samePeriod?: SamePeriod } {
  const partials = rows.flatMap((row, i) => (row.complete ? [] : [i]));
  let found: SamePeriod | undefined;
  data.forEach(({ samePeriod }, earlier) => {
    if (!samePeriod) return;
    const reason = whyNot(rows, earlier, samePeriod, partials, events);
    const path = `rows: ${rows[earlier]!.period.text}.samePeriod`;
    if (reason) desk.note('W_PARTIAL', `${path} is not drawn: ${reason}.`, path);
    // With several sound ones, the latest earlier year is the nearest comparison.
    else found = { earlier, partial: partials[0]!, value: samePeriod.value };
  });
  return found ? { samePeriod: found } : {};
}

function whyNot(
  rows: readonly ReportedRow[],
  earlier: number,
  same: { value: number; from?: string; through?: string },
  partials: readonly number[],
  events: readonly ReportedEvent[],
): string | undefined {
  const row = rows[earlier]!;
  if (partials.length !== 1) return 'there is not exactly one partial row to compare with';
  const partial = rows[partials[0]!]!;
  if (!row.complete || row.period.first >= partial.period.first)
    return 'it must stand on an earlier, complete row';
  const from = (same.from === undefined ? undefined : parseDay(same.from)) ?? row.period.first;
  const through = (same.through === undefined ? undefined : parseDay(same.through)) ?? row.period.last;
  if (!isSameDay(from, partial.from) || !isSameDay(through, partial.through)) {
    return 'its first and last day are not those of the partial row';
  }
  if (row.value === null || same.value > row.value)
    return 'its value is above the figure for the whole period';
  if (
    events.some((event) => event.isBreak && event.last >= row.period.first && event.first <= partial.through)
  ) {
    return 'the series breaks in between';
  }
  return undefined;
}

/** Equal month and day; 29 February pairs with 28 February of a year that has no 29th. */
function isSameDay(a: DayNumber, b: DayNumber): boolean {
  const [one, two] = [civil(a), civil(b)];
  if (one.month !== two.month) return false;
  if (one.day === two.day) return true;
  const pair = [one, two].map(({ day }) => day).sort((x, y) => x - y);
  return one.month === 2 && pair[0] === 28 && pair[1] === 29 && isLeapYear(one.year) !== isLeapYear(two.year);
}
