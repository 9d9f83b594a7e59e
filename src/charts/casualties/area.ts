import { hasRange, type ReportedRow } from '../../data/read-rows.js';
import { round } from '../../geometry/round.js';
import { block } from '../../geometry/label.js';
import { drawPartial } from '../../geometry/partial.js';
import { addShape } from '../../geometry/shapes.js';
import { endOf, xOf } from '../../geometry/time-scale.js';
import { yOf } from '../../geometry/value-scale.js';
import { tellingRows } from '../time-column.js';
import { figureLines } from './columns.js';
import type { Stage } from './stage.js';

/**
 * Dense rows as one stepped area: not smoothed, not joined over what is not known or over a break of the series. Where
 * several periods share a pixel column, their highest and their lowest are kept, so that no peak is ever dropped.
 *
 * @returns whether periods share pixels.
 */
export function drawArea(stage: Stage): boolean {
  const { rows, time, values, base, shapes, room, reading } = stage;
  const breaks = reading.events.flatMap(({ isBreak, first }) => (isBreak ? [first] : []));
  const isWhole = ({ value, complete }: ReportedRow): boolean => value !== null && complete;
  let decimated = false;
  for (const { from, to } of runs(rows, isWhole, breaks)) {
    const edge = steps(stage, from, to, ({ value }) => value!);
    decimated ||= edge.decimated;
    addShape(shapes, 'area', `M${edge.x0} ${base}L${edge.path}V${base}Z`);
    addShape(shapes, 'edge', `M${edge.path}`);
  }
  for (const { from, to } of runs(rows, hasRange, breaks)) {
    const high = steps(stage, from, to, (row) => row.high!);
    const low = steps(stage, from, to, (row) => row.low!);
    addShape(shapes, 'range', `M${high.path}L${low.points.reverse().join('L')}Z`);
  }
  for (const { value, complete, from, through } of rows) {
    if (complete || value === null) continue;
    const [x0, y0] = [xOf(time, from), yOf(values, value)];
    drawPartial(shapes, { x0, x1: Math.max(endOf(time, through + 1), x0 + 3), y0, y1: base }, y0);
  }
  // The partial ones and the greatest: the last and the first of many stand in the thick of it, and the table has them.
  const telling = tellingRows(rows);
  for (const i of telling.slice(0, telling.findIndex((one) => rows[one]!.complete) + 1 || undefined)) {
    const row = rows[i]!;
    const x = (xOf(time, row.from) + endOf(time, row.through + 1)) / 2;
    const lines = figureLines(stage, row);
    room.place(
      ...(['middle', 'end', 'start'] as const).map((anchor) =>
        block(x, yOf(values, row.value!) - 6, anchor, ...lines),
      ),
    );
  }
  return decimated;
}

/** Stretches of rows that follow one another without a hole or a break. */
function runs(
  rows: readonly ReportedRow[],
  isIn: (row: ReportedRow) => boolean,
  breaks: readonly number[],
): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  rows.forEach((row, i) => {
    if (!isIn(row)) return;
    const { first } = row.period;
    const last = found.at(-1);
    const before = rows[i - 1];
    if (
      last?.to === i - 1 &&
      before?.period.last === first - 1 &&
      !breaks.some((day) => day > before.period.first && day <= first)
    )
      last.to = i;
    else found.push({ from: i, to: i });
  });
  return found;
}

/** A stepped line over one figure of rows `from` to `to`, at most four corners a pixel column. */
function steps(
  { rows, time, values }: Stage,
  from: number,
  to: number,
  figure: (row: ReportedRow) => number,
): { path: string; points: string[]; x0: number; decimated: boolean } {
  const points: string[] = [];
  const y = (value: number): number => round(yOf(values, value));
  const x0 = round(xOf(time, rows[from]!.period.first));
  let decimated = false;
  for (let i = from; i <= to;) {
    const left = xOf(time, rows[i]!.period.first);
    const next = Math.floor(left) + 1;
    let [most, least, last] = [figure(rows[i]!), figure(rows[i]!), i];
    while (last < to && xOf(time, rows[last + 1]!.period.first) < next) {
      last++;
      most = Math.max(most, figure(rows[last]!));
      least = Math.min(least, figure(rows[last]!));
    }
    decimated ||= last > i + 1;
    const x = round(left);
    points.push(`${x} ${y(figure(rows[i]!))}`);
    if (last > i) points.push(`${x} ${y(most)}`, `${x} ${y(least)}`, `${x} ${y(figure(rows[last]!))}`);
    const right = round(
      last < to ? xOf(time, rows[last + 1]!.period.first) : endOf(time, rows[last]!.period.last + 1),
    );
    points.push(`${right} ${y(figure(rows[last]!))}`);
    i = last + 1;
  }
  return { path: points.join('L'), points, x0, decimated };
}
