import { times } from './times.js';
import { type Period, periodAt } from './period.js';
import { hasRange, type ReportedRow } from './read-rows.js';

/** How many periods a stretch has. */
export function countPeriods([from, to]: readonly [Period, Period]): number {
  let count = 1;
  for (let { last } = from; last < to.last; count++) ({ last } = periodAt(from.kind, last + 1));
  return count;
}

/** The rows, and an index of none for every period between two of them that no row speaks of. */
export function everyPeriod(rows: readonly ReportedRow[]): (number | undefined)[] {
  return rows.flatMap(({ period }, i) => {
    const before = rows[i - 1]?.period.last ?? period.first - 1;
    const absent =
      before + 1 < period.first
        ? countPeriods([periodAt(period.kind, before + 1), periodAt(period.kind, period.first - 1)])
        : 0;
    return [...times(absent, () => undefined), i];
  });
}

/** Stretches without a figure, as their first and last period: rows with null, and periods that no row speaks of. */
export function unknownSpans(rows: readonly ReportedRow[]): [Period, Period][] {
  const spans: [Period, Period][] = [];
  const add = (from: Period, to: Period): void => {
    const last = spans.at(-1);
    if (last && last[1].last + 1 === from.first) last[1] = to;
    else spans.push([from, to]);
  };
  rows.forEach((row, i) => {
    const { period } = row;
    const before = rows[i - 1]?.period.last ?? period.first - 1;
    if (before + 1 < period.first)
      add(periodAt(period.kind, before + 1), periodAt(period.kind, period.first - 1));
    if (row.value === null && !hasRange(row)) add(period, period);
  });
  return spans;
}
