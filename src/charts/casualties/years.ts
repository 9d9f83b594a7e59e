import { civil, type DayNumber, dayNumber } from '../../data/period.js';
import { discPath } from '../../geometry/hatch.js';
import { block, DETAIL, type LabelStyle, LINE, VALUE } from '../../geometry/label.js';
import { round } from '../../geometry/round.js';
import { addShape } from '../../geometry/shapes.js';
import { type TimeScale, xOf } from '../../geometry/time-scale.js';
import { type ValueScale, yOf } from '../../geometry/value-scale.js';
import { formatDayShort } from '../../words/dates.js';
import { formatNumber, formatPlain } from '../../words/numbers.js';
import type { CasualtiesReading } from './contract.js';
import type { Stage } from './stage.js';

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
export function yearLines({ rows }: CasualtiesReading): YearLine[] {
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

/** Room at the right for the names of the lines. */
export const YEAR_LABELS = 104;

/** One stepped line a year; the newest is told apart and cut at its last covered day. */
export function drawYears({ reading, time, values, base, pack, room, rows, shapes }: Stage): void {
  yearLines(reading)
    .reverse()
    .forEach(({ year, points }, i) => {
      const end = points.at(-1)!;
      const [x, y] = pointAt(end, time, values);
      addShape(
        shapes,
        i ? 'years' : 'year',
        `M${round(xOf(time, YEAR_START))} ${base}${points
          .map((point) => pointAt(point, time, values))
          .map(([px, py]) => `H${px}V${py}`)
          .join('')}`,
      );
      if (!i) addShape(shapes, 'dots', discPath(x, y, 3));
      const name: [string, LabelStyle] = [
        `${formatPlain(pack, year)}\u00a0 ${formatNumber(pack, end.total)}`,
        i ? DETAIL : VALUE,
      ];
      const lines =
        i || end.day >= YEAR_END
          ? [name]
          : [name, [formatDayShort(pack, rows[end.row]!.through), DETAIL] as [string, LabelStyle]];
      room.place(
        ...[4, -6, 14, -16, 24, -26, 34].map((shift) =>
          block(x + 6, y + shift + (lines.length - 1) * LINE, 'start', ...lines),
        ),
      );
    });
}

export function pointAt({ day, total }: YearPoint, time: TimeScale, values: ValueScale): [number, number] {
  return [round(xOf(time, day)), round(yOf(values, total))];
}
