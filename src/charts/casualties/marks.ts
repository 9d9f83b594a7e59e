import { bisector } from 'd3';
import type { ReportedRow } from '../../data/read-rows.js';
import type { Box } from '../../geometry/box.js';
import { dayAt, endOf, xOf } from '../../geometry/time-scale.js';
import { yOf } from '../../geometry/value-scale.js';
import type { CasualtiesReading } from './contract.js';
import { cumulativePoint, yearLines } from './layout-cumulative.js';
import type { CasualtiesScene } from './scene.js';

const byStart = bisector<ReportedRow, number>(({ period }) => period.first);
/** Half the side of the place that stands for a point of a line. */
const POINT = 12;

/** The row meant by a point of the drawing: the period under it; with one line a year, the nearest line there. */
export function markAt(
  reading: CasualtiesReading,
  scene: CasualtiesScene,
  x: number,
  y: number,
): number | undefined {
  const { plot, time } = scene;
  if (x < plot.x0 - POINT || x > plot.x1 + POINT) return undefined;
  if (scene.form === 'cumulative') return nearestPoint(reading, scene, x, y);
  const last = endOf(time, time.end);
  if (x > last + POINT) return undefined;
  const index = byStart.right(reading.rows, dayAt(time, x)) - 1;
  return index < 0 ? undefined : index;
}

function nearestPoint(
  reading: CasualtiesReading,
  scene: CasualtiesScene,
  x: number,
  y: number,
): number | undefined {
  let best: { row: number; away: number } | undefined;
  for (const { points } of yearLines(reading)) {
    for (const { row, day, total } of points) {
      const dx = xOf(scene.time, scene.time.first + day) - x;
      const dy = yOf(scene.values, total) - y;
      const away = dx * dx * 4 + dy * dy;
      if (!best || away < best.away) best = { row, away };
    }
  }
  return best?.row;
}

/** The place of a row: the column it may fill, at least 12 px wide, or the square around its point. */
export function markBox(reading: CasualtiesReading, scene: CasualtiesScene, index: number): Box {
  const { time, values, plot } = scene;
  const row = reading.rows[index]!;
  if (scene.form === 'cumulative') {
    const { x, y } = cumulativePoint(reading, scene, index) ?? { x: plot.x0, y: plot.y1 };
    return { x0: x - POINT, x1: x + POINT, y0: y - POINT, y1: y + POINT };
  }
  const x0 = xOf(time, row.period.first);
  const x1 = endOf(time, row.period.last + 1);
  const widen = Math.max(0, POINT - (x1 - x0)) / 2;
  const top = yOf(values, Math.max(row.value ?? 0, row.doubtful ? 0 : (row.high ?? 0)));
  return { x0: x0 - widen, x1: x1 + widen, y0: Math.min(top, values.base - POINT), y1: values.base };
}

/** Indexes of the least and the greatest known figure: where `[` and `]` go. */
export function extremes({ rows }: CasualtiesReading): { least: number; greatest: number } | undefined {
  let least = -1;
  let greatest = -1;
  rows.forEach(({ value }, i) => {
    if (value === null) return;
    if (least < 0 || value < rows[least]!.value!) least = i;
    if (greatest < 0 || value > rows[greatest]!.value!) greatest = i;
  });
  return least < 0 ? undefined : { least, greatest };
}
