import { civil, type DayNumber, dayNumber } from '../../data/period.js';
import type { CasualtiesReading } from './contract.js';

/** A row's end on the line of its year. */
export interface YearPoint {
  readonly row: number;
  /** The day after its last covered day, in the calendar that all lines share. */
  readonly day: DayNumber;
  readonly total: number;
}

/** One year, counted from 1 January. */
export interface YearLine {
  readonly year: number;
  readonly points: readonly YearPoint[];
}

// Lines of different years share a leap year's calendar, so that 1 March stands over 1 March.
export const YEAR_START = dayNumber(2024, 1, 1);
export const YEAR_END = dayNumber(2025, 1, 1);

/**
 * The years that can be counted by day: each begins with a row from 1 January and stops at its first unknown, missing or
 * partial period, because a later total would leave somebody out. Rows must add up to years: days, months or quarters.
 */
export function yearLines(reading: CasualtiesReading): readonly YearLine[] {
  const lines = counted.get(reading) ?? countYears(reading);
  counted.set(reading, lines);
  return lines;
}

// The layout, the words and every move of the pointer ask for the same lines.
const counted = new WeakMap<CasualtiesReading, readonly YearLine[]>();

function countYears({ rows }: CasualtiesReading): YearLine[] {
  const lines: { year: number; points: YearPoint[] }[] = [];
  const kind = rows[0]?.period.kind;
  if (kind === 'year' || kind === 'week') return lines;
  let open = -1;
  let next = 0;
  rows.forEach(({ period, from, through, value, complete }, row) => {
    const { year } = civil(period.first);
    if (from === dayNumber(year, 1, 1) && value !== null) {
      lines.push({ year, points: [] });
      open = year;
      next = from;
    }
    if (open !== year) return;
    if (value === null || from !== next) {
      open = -1;
      return;
    }
    const { points } = lines.at(-1)!;
    const { month, day } = civil(through);
    points.push({ row, day: dayNumber(2024, month, day) + 1, total: (points.at(-1)?.total ?? 0) + value });
    next = through + 1;
    if (!complete) open = -1;
  });
  return lines;
}
