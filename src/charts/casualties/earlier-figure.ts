import { parseDay } from '../../data/period.js';
import type { ReportedRow } from '../../data/read-rows.js';

/**
 * What a whole period's figure was before it was last revised; nothing where it was the same. A figure that was written
 * down before the period was over is no earlier one: it spoke of fewer days.
 */
export function earlierFigure({ value, complete, period, previous }: ReportedRow): number | undefined {
  if (!complete || value === null) return undefined;
  const before = previous?.findLast(({ asOf }) => parseDay(asOf)! >= period.last)?.value;
  return before === value ? undefined : (before ?? undefined);
}
