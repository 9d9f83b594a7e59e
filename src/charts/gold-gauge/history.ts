import { hasRange, type ReportedRow } from '../../data/read-rows.js';
import { unknownSpans } from '../../data/unknown-spans.js';
import type { Box } from '../../geometry/box.js';
import { linePath, rectPath } from '../../geometry/hatch.js';
import { DETAIL, type Label, label, LabelRoom, LINE, SMALL_VALUE } from '../../geometry/label.js';
import { drawPartial } from '../../geometry/partial.js';
import { addShape, type Shapes } from '../../geometry/shapes.js';
import { endOf, timeScale, xOf } from '../../geometry/time-scale.js';
import { nameUnit } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { formatNumber } from '../../words/numbers.js';
import { columnSpan } from '../time-column.js';
import type { Stage } from './stage.js';

/** Least and greatest width of a period, px. */
const SLOT = 20;
const WIDEST_SLOT = 58;

/** The rows that have room in `width` px, the latest first in line: earlier periods and the amount’s own. */
export function shownRows({ history, amount }: Stage['reading'], width: number): readonly ReportedRow[] {
  const length = amount.period.last - amount.period.first + 1;
  const first = amount.period.first - (Math.floor(width / SLOT) - 1) * length * 1.02;
  return [...history.filter(({ period }) => period.first >= first), amount];
}

/** Width of the history of so many periods, px. */
export function historyWidth(rows: readonly ReportedRow[], most: number): number {
  const { period } = rows.at(-1)!;
  const periods = Math.round((period.last + 1 - rows[0]!.period.first) / (period.last + 1 - period.first));
  return Math.min(most, periods * WIDEST_SLOT);
}

/** Small columns on one calendar, in the gauge’s unit: what came before, and the amount again as the last of them. */
export function drawHistory(
  { reading, pack }: Stage,
  rows: readonly ReportedRow[],
  shapes: Shapes,
  { x0, x1, y0, y1: base }: Box,
  highlight: string | undefined,
): { labels: Label[]; boxes: Map<ReportedRow, Box> } {
  const time = timeScale(rows[0]!.period.first, rows.at(-1)!.period.last + 1, x0, x1 - x0);
  const reach = ({ value, high, doubtful }: ReportedRow): number =>
    Math.max(value ?? 0, doubtful ? 0 : (high ?? 0));
  const most = Math.max(...rows.map(reach)) || 1;
  const top = y0 + 2 * LINE + 8;
  const yOf = (value: number): number => base - (value / most) * (base - top);
  const room = new LabelRoom(x1, base + 3 * LINE);
  const title = [say(pack, `column.${reading.data.unit}`), say(pack, `by.${reading.amount.period.kind}`)];
  room.place([label(say(pack, 'comma', { a: title[0]!, b: title[1]! }), x0, y0 + LINE, 'start', DETAIL)]);
  for (const [from, to] of unknownSpans(rows)) {
    const [left, right] = [xOf(time, from.first), endOf(time, to.last + 1)];
    addShape(shapes, 'gaps', rectPath({ x0: left, x1: right, y0: top, y1: base }));
    room.place([label(say(pack, 'nk'), (left + right) / 2, base - 6, 'middle', DETAIL)]);
  }
  const lit = highlight ?? reading.amount.period.text;
  const boxes = new Map<ReportedRow, Box>();
  const figures: Label[][][] = [];
  for (const row of rows) {
    const { value, low, high, complete, period } = row;
    const [left, right] = columnSpan(time, row);
    const isRange = hasRange(row);
    const [y, end] = [yOf(isRange ? low! : (value ?? 0)), yOf(reach(row))];
    const name = period.text === lit ? 'solid' : 'light';
    if (y < base && complete) addShape(shapes, name, rectPath({ x0: left, x1: right, y0: y, y1: base }));
    else if (y < base) drawPartial(shapes, { x0: left, x1: right, y0: y, y1: base }, y);
    if (isRange) {
      addShape(shapes, 'tint', rectPath({ x0: left, x1: right, y0: yOf(high!), y1: y }));
      if (value !== null)
        for (const one of ['valueHalo', 'value'])
          addShape(shapes, one, linePath(left, yOf(value), right, yOf(value)));
    }
    room.take({ x0: left + 1, x1: right - 1, y0: end + 1, y1: base });
    const middle = (xOf(time, period.first) + endOf(time, period.last + 1)) / 2;
    if (value !== null) {
      const style = row === rows.at(-1) ? SMALL_VALUE : DETAIL;
      const text = formatNumber(pack, value);
      figures.push([
        [label(text, middle, end - 5, 'middle', style)],
        [label(text, right, end - 5, 'end', style)],
      ]);
    }
    boxes.set(row, {
      x0: xOf(time, period.first),
      x1: endOf(time, period.last + 1),
      y0: Math.min(end, base - 24),
      y1: base,
    });
  }
  // All figures, or those that fit from the newest back: a column without one has it in the table.
  if (!room.placeAll(figures)) for (const ways of figures.reverse()) room.place(...ways);
  const named = rows.map(({ period }) => ({
    ...nameUnit(pack, period.kind, period.first),
    middle: (xOf(time, period.first) + endOf(time, period.last + 1)) / 2,
  }));
  // From the newest back: where there is no room for all, the oldest go without. Below its first month stands a year.
  const years = new Map<string, number>();
  for (const { text, year, middle } of named.reverse())
    if (room.place([label(text, middle, base + LINE + 2, 'middle', DETAIL)]) && year) years.set(year, middle);
  for (const [year, middle] of years)
    room.place([label(year, middle, base + 2 * LINE + 2, 'middle', DETAIL)]);
  addShape(shapes, 'base', linePath(x0, base, x1, base));
  return { labels: room.labels, boxes };
}
