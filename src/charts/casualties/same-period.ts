import type { Desk } from '../../data/desk.js';
import { type DayNumber, isSameDay, parseDay } from '../../data/period.js';
import type { ReportedEvent } from '../../data/read-events.js';
import type { ReportedRow } from '../../data/read-rows.js';

export interface SamePeriod {
  /** Index of the earlier, complete row. */
  readonly earlier: number;
  /** Index of the one partial row. */
  readonly partial: number;
  /** The earlier year's figure for the days that the partial row covers. */
  readonly value: number;
  /** Those days as the earlier year has them, 29 February too. */
  readonly from: DayNumber;
  readonly through: DayNumber;
}

/**
 * The one comparison a partial figure allows: with the same days of an earlier year. It is unlocked only where month and
 * day of both ends are equal (29 February pairs with the 28th), the value is not above its own row's, the earlier row is
 * complete and no series break lies between. Anything else is a note, and nothing is drawn.
 */
export function readSamePeriod(
  desk: Desk,
  rows: readonly ReportedRow[],
  data: readonly {
    readonly samePeriod?: { readonly value: number; readonly from?: string; readonly through?: string };
  }[],
  events: readonly ReportedEvent[],
): { samePeriod?: SamePeriod } {
  const partials = [...rows.keys()].filter((i) => !rows[i]!.complete);
  let found: SamePeriod | undefined;
  data.forEach(({ samePeriod }, earlier) => {
    if (!samePeriod) return;
    const { period, complete, value } = rows[earlier]!;
    const partial = rows[partials[0] ?? earlier]!;
    const end = (day: string | undefined, whole: DayNumber): DayNumber =>
      day === undefined ? whole : parseDay(day)!;
    const [from, through] = [end(samePeriod.from, period.first), end(samePeriod.through, period.last)];
    const isSound =
      partials.length === 1 &&
      complete &&
      period.first < partial.period.first &&
      isSameDay(from, partial.from) &&
      isSameDay(through, partial.through) &&
      value !== null &&
      samePeriod.value <= value &&
      !events.some(({ isBreak, first, last }) => isBreak && last >= period.first && first <= partial.through);
    // With several sound ones, the latest earlier year is the nearest comparison.
    const note = (index: number, why: string): void => {
      const path = `rows[${index}].samePeriod`;
      desk.note('W_PARTIAL', `${path} is not drawn: ${why}.`, path);
    };
    if (isSound) {
      if (found) note(found.earlier, 'a later year has the same days');
      found = { earlier, partial: partials[0]!, value: samePeriod.value, from, through };
    } else
      note(
        earlier,
        'it must cover the days of the one partial row, on an earlier whole row, with no break between',
      );
  });
  return found ? { samePeriod: found } : {};
}
