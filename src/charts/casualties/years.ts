import { discPath } from '../../geometry/hatch.js';
import { block, DETAIL, type LabelStyle, LINE, VALUE } from '../../geometry/label.js';
import { round } from '../../geometry/round.js';
import { addShape } from '../../geometry/shapes.js';
import { type TimeScale, xOf } from '../../geometry/time-scale.js';
import { type ValueScale, yOf } from '../../geometry/value-scale.js';
import { formatDayShort } from '../../words/dates.js';
import { formatNumber, formatPlain } from '../../words/numbers.js';
import type { Stage } from './stage.js';
import { YEAR_END, YEAR_START, yearLines, type YearPoint } from './year-lines.js';

/** Rows up to which names keep clear of every step of every line. */
const MOST_SHUNNED = 120;
/** Room at the right for the names of the lines. */
export const YEAR_LABELS = 104;

/** One stepped line a year; the newest is told apart and cut at its last covered day. */
export function drawYears(stage: Stage): void {
  const { reading, time, values, base, pack, room, rows, shapes } = stage;
  const lines = yearLines(reading).map(({ year, points }) => ({
    year,
    end: points.at(-1)!,
    at: points.map((point) => pointAt(point, time, values)),
  }));
  const newest = lines.at(-1)!;
  for (const { year, at } of lines) {
    const path = at.map(([x, y]) => `H${x}V${y}`).join('');
    addShape(
      shapes,
      year === newest.year ? 'year' : 'years',
      `M${round(xOf(time, YEAR_START))} ${base}${path}`,
    );
    // Names stand clear of all lines where they can.
    if (rows.length <= MOST_SHUNNED)
      at.forEach(([x, y], i) =>
        room.shunned.push({ x0: at[i - 1]?.[0] ?? x, x1: x + 1, y0: y - 1, y1: (at[i - 1]?.[1] ?? y) + 1 }),
      );
    if (year === newest.year) addShape(shapes, 'dots', discPath(...at.at(-1)!, 3));
  }
  const name = (year: number, total: number): string =>
    `${formatPlain(pack, year)}\u00a0 ${formatNumber(pack, total)}`;
  const { end, at } = newest;
  const [x, y] = at.at(-1)!;
  const own: [string, LabelStyle][] = [[name(newest.year, end.total), VALUE]];
  if (end.day < YEAR_END) own.push([formatDayShort(pack, rows[end.row]!.through), DETAIL]);
  const below = (own.length - 1) * LINE;
  room.place(
    ...[4, -6, 14, -16].flatMap((shift) => [
      block(x + 6, y + shift + below, 'start', ...own),
      block(x - 6, y + shift - 4, 'end', ...own),
    ]),
  );
  // The others from top to bottom in the order of their ends, as close to them as they can stand.
  let free = 0;
  for (const other of lines.slice(0, -1).sort((a, b) => b.end.total - a.end.total)) {
    const [right, top] = other.at.at(-1)!;
    const text: [string, LabelStyle][] = [[name(other.year, other.end.total), DETAIL]];
    if (other.end.day < YEAR_END) text.push([formatDayShort(pack, rows[other.end.row]!.through), DETAIL]);
    const first = Math.max(free, top + 4);
    // A year that stops early ends among the others: its name may stand on the other side, clear of their lines.
    const isPlaced = room.place(
      ...[0, 1, 2].map((step) => block(right + 6, first + (step + text.length - 1) * LINE, 'start', ...text)),
      block(right - 6, top - 6, 'end', ...text),
    );
    const last = room.labels.at(-1);
    if (isPlaced && last && last.x > right) free = last.y + LINE;
  }
}

export function pointAt({ day, total }: YearPoint, time: TimeScale, values: ValueScale): [number, number] {
  return [round(xOf(time, day)), round(yOf(values, total))];
}
