import { earlierFigure, hasRange, type ReportedRow } from '../../data/read-rows.js';
import { addFade } from '../../geometry/fade.js';
import type { WidthClass } from '../../geometry/frame.js';
import { linePath, rectPath } from '../../geometry/hatch.js';
import {
  block,
  DETAIL,
  type Label,
  LINE,
  type LabelStyle,
  SMALL_VALUE,
  VALUE,
} from '../../geometry/label.js';
import { drawPartial } from '../../geometry/partial.js';
import { addShape, type Shapes } from '../../geometry/shapes.js';
import { textWidth } from '../../geometry/text-width.js';
import { endOf, xOf } from '../../geometry/time-scale.js';
import { yOf } from '../../geometry/value-scale.js';
import { wrapText } from '../../geometry/wrap.js';
import { daySlots, formatPeriod } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { formatNumber } from '../../words/numbers.js';
import { partialLabel } from '../../words/phrases.js';
import { columnSpan, tellingRows } from '../time-column.js';
import type { Stage } from './stage.js';

/** The open end over a minimum, px. */
export const OPEN_END = 12;
/** Columns up to which each may bear its figure. */
const MOST_NAMED: Readonly<Record<WidthClass, number>> = { narrow: 12, medium: 14, wide: 31 };

/** One column a row, and its words. */
export function drawColumns(stage: Stage): void {
  const { rows, time, values, base, shapes, room, reading, options } = stage;
  const { samePeriod } = reading;
  const isLit = rows.some(({ period }) => period.text === options.highlight);
  rows.forEach((row, i) => {
    const [x0, x1] = columnSpan(time, row);
    const { value, low, high, complete, period } = row;
    const top = topOf(stage, row);
    if (top < base) room.take({ x0: x0 + 1, x1: x1 - 1, y0: top + 1, y1: base });
    // One end of a range alone is no amount to draw.
    const y = yOf(values, value ?? (hasRange(row) ? low! : 0));
    // Whole pixels: a seam between two steps of a fade would read as a line.
    const y0 = hasRange(row) ? Math.round(yOf(values, low!)) : y;
    if (complete && y0 < base)
      addShape(
        shapes,
        isLit && period.text !== options.highlight ? 'light' : 'solid',
        rectPath({ x0, x1, y0, y1: base }),
      );
    if (!complete && value !== null) drawPartial(shapes, { x0, x1, y0, y1: base }, y);
    addFade(shapes, x0, x1, y0, top);
    if (hasRange(row) && complete && value !== null && high! > 0) drawTick(shapes, 'value', x0, x1, y);
    const earlier = complete ? earlierFigure(row)?.value : undefined;
    if (typeof earlier === 'number') drawNotches(stage, row, x0, x1, yOf(values, earlier));
    if (samePeriod?.earlier === i) {
      const same = yOf(values, samePeriod.value);
      room.take({ x0: x0 - 8, x1: x1 + 6, y0: same - 2, y1: same + 2 });
      drawTick(shapes, 'same', x0 - 4, x1 + 4, same);
    }
  });
  labelColumns(stage);
}

function drawTick(shapes: Shapes, name: string, x0: number, x1: number, y: number): void {
  for (const one of [`${name}Halo`, name]) addShape(shapes, one, linePath(x0, y, x1, y));
}

/** Marks at the edges alone: neither a range's value nor other days to compare with, and the figure has its place. */
function drawNotches(stage: Stage, row: ReportedRow, x0: number, x1: number, y: number): void {
  const { shapes, time } = stage;
  const out = Math.min(6, x0 - xOf(time, row.period.first));
  // Beside a figure that stands over its column they would be read as its sign.
  const inside = y < topOf(stage, row) ? 0 : Math.min(3, (x1 - x0) / 4);
  drawTick(shapes, 'earlier', x0 - out, x0 + inside, y);
  drawTick(shapes, 'earlier', x1 - inside, x1 + out, y);
}

/** Where a column ends at the top, with its fade. */
function topOf({ values, reading }: Stage, row: ReportedRow): number {
  if (hasRange(row)) return yOf(values, row.high!);
  const open = reading.data.method === 'documented-minimum' && row.complete && row.value ? OPEN_END : 0;
  return yOf(values, row.value ?? 0) - open;
}

/** Names the partial columns, then all others in full, all by their figure alone, smaller if need be, or only the telling ones. */
function labelColumns(stage: Stage): void {
  const { rows, room, size } = stage;
  annotatePartial(stage);
  labelSamePeriod(stage);
  const telling = tellingRows(rows);
  for (const i of telling) {
    const row = rows[i]!;
    if (row.complete) continue;
    // The figure without its days only where nothing else fits: better over a line than without them.
    const blocks = valueBlocks(stage, i);
    if (!room.place(...blocks.slice(0, -1)) && !room.place(...blocks.slice(-1))) continue;
    // A label that had to stand over higher neighbours is led to its own column.
    const { y } = room.labels.at(-1)!;
    const own = topOf(stage, row) - 3;
    const [x0, x1] = columnSpan(stage.time, row);
    if (own - y > LINE) addShape(stage.shapes, 'leaders', linePath((x0 + x1) / 2, y + 5, (x0 + x1) / 2, own));
  }
  rows.forEach((row, i) => {
    if (row.value === null && !row.complete) room.place(...valueBlocks(stage, i));
  });
  if (rows.length <= MOST_NAMED[size] && nameAll(stage)) return;
  for (const i of telling) if (rows[i]!.complete) room.place(...valueBlocks(stage, i).slice(-3));
}

/** Names every whole column in the same manner, the fullest that fits all of them. */
function nameAll(stage: Stage): boolean {
  const { rows, room } = stage;
  const blocks = [...rows.keys()]
    .filter((i) => rows[i]!.complete)
    .map((i) => valueBlocks(stage, i))
    .filter((ways) => ways.length);
  const figures = blocks.map((ways) => ways.slice(-3, -2));
  const small = (): Label[][][] =>
    figures.map((ways) => ways.map((lines) => lines.map((line) => ({ ...line, style: SMALL_VALUE }))));
  return (
    room.placeAll(blocks.map((ways) => ways.slice(0, 1))) || room.placeAll(figures) || room.placeAll(small())
  );
}

/** The words of one figure: the value with its adverb, and the days it covers where those are not the whole period. */
export function figureLines({ reading, pack }: Stage, row: ReportedRow): [string, LabelStyle][] {
  const n = formatNumber(pack, row.value!);
  const figure: [string, LabelStyle] = [say(pack, `figure.${reading.data.method}`, { n }), VALUE];
  return row.complete ? [figure] : [figure, [partialLabel(pack, row), DETAIL]];
}

/** The ways to name one column: in full, then by its figure in the middle, at the right and at the left edge. */
function valueBlocks(stage: Stage, index: number): Label[][] {
  const { rows, time, pack } = stage;
  const row = rows[index]!;
  const [x0, x1] = columnSpan(time, row);
  const y = topOf(stage, row) - 6;
  const middle = (x0 + x1) / 2;
  const range = hasRange(row)
    ? say(pack, 'spanShort', { from: formatNumber(pack, row.low!), to: formatNumber(pack, row.high!) })
    : '';
  if (row.value === null) {
    if (!range) return [];
    // What has a range alone is not known better.
    const days: [string, LabelStyle][] = row.complete ? [] : [[partialLabel(pack, row), DETAIL]];
    return [
      block(middle, y, 'middle', [range, VALUE], [say(pack, 'nk'), DETAIL], ...days),
      block(middle, y, 'middle', [range, VALUE], [say(pack, 'nk'), DETAIL]),
      block(middle, y, 'middle', [range, SMALL_VALUE]),
    ];
  }
  const lines = figureLines(stage, row);
  const beside = [
    block(middle, y, 'middle', ...lines),
    block(x1, y, 'end', ...lines),
    block(x0, y, 'start', ...lines),
  ];
  if (row.complete)
    return range ? [block(middle, y, 'middle', ...lines, [range, DETAIL]), ...beside] : beside;
  // Which days it covers must be read: over higher neighbours if need be.
  const width = Math.max(...lines.map(([text, { size, bold }]) => textWidth(text, size, bold)));
  const above = (from: number, to: number): number =>
    rows.reduce((least, other) => {
      const [left, right] = columnSpan(time, other);
      return left < to + 2 && right > from - 2 ? Math.min(least, topOf(stage, other) - 6) : least;
    }, y);
  return [
    ...(range ? [block(middle, y, 'middle', ...lines, [range, DETAIL])] : []),
    ...beside,
    // First with room for the neighbours' own labels.
    ...[LINE + 3, 0].flatMap((rise) => [
      block(x1, above(x1 - width, x1) - rise, 'end', ...lines),
      block(x0, above(x0, x0 + width) - rise, 'start', ...lines),
    ]),
    block(middle, y, 'middle', lines[0]!),
  ];
}

/** Where the page is wide and the last column is partial, says beside it what it covers and what it is not. */
function annotatePartial({ rows, time, pack, width, values, size, room }: Stage): void {
  const row = rows.at(-1);
  if (!row || row.complete || row.value === null || size === 'narrow') return;
  const x = endOf(time, time.end) + 4;
  const space = Math.min(300, width - x - 8);
  if (space < 130) return;
  const days = say(pack, 'partialTip', {
    period: formatPeriod(pack, row.period),
    ...daySlots(pack, row.from, row.through),
  });
  const not = say(pack, 'notComparable', { unit: say(pack, `units.${row.period.kind}`) });
  const lines = (space < 200 ? [not] : [days, not]).flatMap((text) => wrapText(text, space, DETAIL.size));
  const y = Math.min(yOf(values, row.value) + lines.length * LINE, values.base - 8);
  room.place(block(x, y, 'start', ...lines.map(detail)));
}

/** The same days of the earlier year, at the right of its tick where there is room; the key tells it anyway. */
function labelSamePeriod({ reading: { samePeriod }, rows, time, pack, values, room }: Stage): void {
  if (!samePeriod) return;
  const [, x] = columnSpan(time, rows[samePeriod.earlier]!);
  const { from, through } = samePeriod;
  const { period } = rows[samePeriod.earlier]!;
  const lines = [formatNumber(pack, samePeriod.value), partialLabel(pack, { period, from, through })];
  const y = yOf(values, samePeriod.value) + LINE;
  const next = rows[samePeriod.earlier + 1];
  const right = x + 8 + Math.max(...lines.map((text) => textWidth(text, DETAIL.size)));
  if (!next || right < columnSpan(time, next)[0] - 2)
    room.place(block(x + 8, y, 'start', ...lines.map(detail)));
}

function detail(text: string): [string, LabelStyle] {
  return [text, DETAIL];
}
