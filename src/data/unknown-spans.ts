import { times } from './times.js';
import { civil, type Period, periodAt } from './period.js';
import { hasRange, type ReportedRow } from './read-rows.js';

/** How many periods a stretch has. By arithmetic: between two days there may be thousands of years. */
export function countPeriods([from, to]: readonly [Period, Period]): number {
  const { kind } = from;
  if (kind === 'day' || kind === 'week') return (to.first - from.first) / (kind === 'week' ? 7 : 1) + 1;
  const [start, end] = [civil(from.first), civil(to.first)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return months / { month: 1, quarter: 3, year: 12 }[kind] + 1;
}

/** First and last of the periods between row `i` and the one before it that no row speaks of, if there are any. */
export function absentBefore(
  rows: readonly Pick<ReportedRow, 'period'>[],
  i: number,
): [Period, Period] | undefined {
  const { kind, first } = rows[i]!.period;
  const next = (rows[i - 1]?.period.last ?? first - 1) + 1;
  return next < first ? [periodAt(kind, next), periodAt(kind, first - 1)] : undefined;
}

/** Beyond this many, a gap is one gap however long it is. */
const MOST_ABSENT = 2000;

/** The rows, and an index of none for every period between two of them that no row speaks of. */
export function everyPeriod(rows: readonly ReportedRow[]): (number | undefined)[] {
  const absent = rows.map((_, i) => {
    const gap = absentBefore(rows, i);
    return gap ? countPeriods(gap) : 0;
  });
  const isFar = absent.reduce((sum, count) => sum + count, 0) > MOST_ABSENT;
  return rows.flatMap((_, i) => [...times(isFar ? Math.min(1, absent[i]!) : absent[i]!, () => undefined), i]);
}

/**
 * Stretches without a figure, as their first and last period: rows with null, and periods that no row speaks of. A row
 * that has a range alone is drawn as that and leaves no gap.
 */
export function unknownSpans(rows: readonly ReportedRow[]): [Period, Period][] {
  const spans: [Period, Period][] = [];
  const add = (from: Period, to: Period): void => {
    const last = spans.at(-1);
    if (last && last[1].last + 1 === from.first) last[1] = to;
    else spans.push([from, to]);
  };
  rows.forEach((row, i) => {
    const { period } = row;
    const gap = absentBefore(rows, i);
    if (gap) add(...gap);
    if (row.value === null && !hasRange(row)) add(period, period);
  });
  return spans;
}
