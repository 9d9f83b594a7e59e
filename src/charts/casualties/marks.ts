import { civil, dayNumber } from '../../data/period.js';
import type { Box } from '../../geometry/box.js';
import { dayAt, endOf, xOf } from '../../geometry/time-scale.js';
import { yOf } from '../../geometry/value-scale.js';
import type { CasualtiesReading } from './contract.js';
import type { CasualtiesScene } from './scene.js';
import { yearLines } from './year-lines.js';
import { pointAt } from './years.js';

/** Half the side of the place that stands for a point of a line, px. */
const POINT = 12;

/** The row meant by a point of the drawing: the period under it; with one line a year, the nearest point. */
export function markAt(
  reading: CasualtiesReading,
  { plot, time, values, form }: CasualtiesScene,
  x: number,
  y: number,
): number | undefined {
  if (x < plot.x0 - POINT || x > endOf(time, time.end) + POINT) return undefined;
  if (form !== 'cumulative') {
    const day = dayAt(time, x);
    return Math.max(
      0,
      reading.rows.findLastIndex(({ period }) => period.first <= day),
    );
  }
  let nearest: number | undefined;
  let least = Infinity;
  for (const point of yearLines(reading).flatMap(({ points }) => points)) {
    const [px, py] = pointAt(point, time, values);
    // Across counts more than along: the reader points at a date.
    const away = 4 * (px - x) ** 2 + (py - y) ** 2;
    if (away < least) [least, nearest] = [away, point.row];
  }
  return nearest;
}

/** The place of a row: the column it may fill, at least 12 px wide, or the square around its point. */
export function markBox(
  reading: CasualtiesReading,
  { time, values, form, plot }: CasualtiesScene,
  index: number,
): Box {
  const { period, value, high, doubtful } = reading.rows[index]!;
  if (form === 'cumulative') {
    const point = yearLines(reading)
      .flatMap(({ points }) => points)
      .find(({ row }) => row === index);
    // Where a year cannot be counted any further, the place is the day's own on the baseline.
    const { month, day } = civil(period.last);
    const [x, y] = point
      ? pointAt(point, time, values)
      : [xOf(time, dayNumber(2024, month, day) + 1), plot.y1];
    return { x0: x - POINT, x1: x + POINT, y0: y - POINT, y1: y + POINT };
  }
  const [x0, x1] = [xOf(time, period.first), endOf(time, period.last + 1)];
  const widen = Math.max(0, POINT - (x1 - x0)) / 2;
  const top = yOf(values, Math.max(value ?? 0, doubtful ? 0 : (high ?? 0)));
  return { x0: x0 - widen, x1: x1 + widen, y0: Math.min(top, values.base - POINT), y1: values.base };
}
