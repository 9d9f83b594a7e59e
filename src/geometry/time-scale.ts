import type { DayNumber } from '../data/period.js';

/**
 * Days on the page: every day equally wide, so that a column is as wide as the days it covers. A break in the series
 * between two periods opens a gap of `gap` px at its day. Plain numbers, so that a scene can be printed as JSON.
 */
export interface TimeScale {
  readonly first: DayNumber;
  /** The day after the last one shown. */
  readonly end: DayNumber;
  readonly left: number;
  /** px per day. */
  readonly day: number;
  /** Days before which a gap opens, ascending. */
  readonly breaks: readonly DayNumber[];
  readonly gap: number;
}

export function timeScale(
  first: DayNumber,
  end: DayNumber,
  left: number,
  width: number,
  breaks: readonly DayNumber[] = [],
  gap = 0,
): TimeScale {
  return { first, end, left, day: (width - breaks.length * gap) / (end - first), breaks, gap };
}

/** The x at which a day begins: after the gap that opens at it. */
export function xOf({ first, left, day, breaks, gap }: TimeScale, at: DayNumber): number {
  let gaps = 0;
  for (const one of breaks) if (one <= at) gaps++;
  return left + (at - first) * day + gaps * gap;
}

/** The x at which the day before `at` ends: before the gap that opens at `at`. */
export function endOf(scale: TimeScale, at: DayNumber): number {
  return xOf(scale, at) - (scale.breaks.includes(at) ? scale.gap : 0);
}

/** The day under an x; a gap belongs to the day after it. */
export function dayAt(scale: TimeScale, x: number): DayNumber {
  const { first, end, left, day, breaks, gap } = scale;
  let at = first + (x - left) / day;
  for (const one of breaks) if (x >= endOf(scale, one)) at -= gap / day;
  return Math.min(end - 1, Math.max(first, Math.floor(at)));
}
