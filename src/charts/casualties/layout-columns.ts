import { civil } from '../../data/period.js';
import type { ReportedRow } from '../../data/read-rows.js';
import { dashes, hatchLines, rectPath } from '../../geometry/hatch.js';
import { type LabelBlock, LABELS } from '../../geometry/label.js';
import { round } from '../../geometry/round.js';
import { textWidth } from '../../geometry/text-width.js';
import { endOf, xOf } from '../../geometry/time-scale.js';
import { yOf } from '../../geometry/value-scale.js';
import { wrapText } from '../../geometry/wrap.js';
import { formatDayShort, formatPeriod, spanSlots } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { formatNumber } from '../../words/numbers.js';
import type { FormLayout, Stage } from './layout.js';
import { type CasualtiesShapes, type KeyEntry, NO_SHAPES } from './scene.js';

/** A column in px: the days really covered, inside the slot of its period. */
export interface Column {
  readonly slot0: number;
  readonly slot1: number;
  readonly x0: number;
  readonly x1: number;
}

/** Steps of the fade from low to high: enough to read as one. */
export const FADE_STEPS = 10;
/** Least width of a partial column, and the width under which hatching would be noise and only the outline is drawn. */
const LEAST_WIDTH = 3;
const LEAST_HATCHED = 12;
/** The open end over a minimum, px. */
export const OPEN_END = 12;

/** One column a row, each as wide as the days it covers. */
export function layoutColumns(stage: Stage): FormLayout {
  const { reading } = stage;
  const columns = reading.rows.map((row) => placeColumn(stage, row));
  const shapes = drawShapes(stage, columns);
  labelColumns(stage, columns);
  return { shapes, key: keyOf(stage, shapes), decimated: false };
}

export function placeColumn({ time }: Stage, { period, from, through }: ReportedRow): Column {
  const slot0 = xOf(time, period.first);
  const slot1 = endOf(time, period.last + 1);
  // Wide slots keep more air: a column should read as a column, not as a wall.
  const pad = (slot1 - slot0) * (slot1 - slot0 > 90 ? 0.2 : 0.14);
  const inner = slot1 - slot0 - 2 * pad;
  const days = period.last - period.first + 1;
  const x0 = slot0 + pad + (inner * (from - period.first)) / days;
  const width = Math.max((inner * (through - from + 1)) / days, Math.min(LEAST_WIDTH, inner));
  return {
    slot0,
    slot1,
    x0: Math.min(x0, slot0 + pad + inner - width),
    x1: Math.min(x0, slot0 + pad + inner - width) + width,
  };
}

function drawShapes(stage: Stage, columns: readonly Column[]): CasualtiesShapes {
  const { reading, options, values, base } = stage;
  const { rows, data, samePeriod } = reading;
  const known = rows.some(({ period }) => period.text === options.highlight);
  const shapes = { ...NO_SHAPES, fades: Array.from({ length: FADE_STEPS }, () => '') };
  rows.forEach((row, i) => {
    const { x0, x1 } = columns[i]!;
    if (row.value === null && !hasRange(row)) return;
    const top = yOf(values, row.value ?? row.low!);
    const range = hasRange(row);
    const solidTop = range ? Math.round(yOf(values, row.low!)) : top;
    const light = known && row.period.text !== options.highlight;
    if (row.complete) {
      if (solidTop < base) shapes[light ? 'light' : 'solid'] += rectPath({ x0, x1, y0: solidTop, y1: base });
    } else {
      shapes.partialGround += rectPath({ x0, x1, y0: solidTop, y1: base });
      if (x1 - x0 >= LEAST_HATCHED) shapes.hatch += hatchLines({ x0, x1, y0: solidTop, y1: base });
      shapes.partialSides += `M${round(x0)} ${round(base)}V${round(solidTop)}M${round(x1)} ${round(base)}V${round(solidTop)}`;
      shapes.partialTops += dashes(x0, top, x1, top);
    }
    if (range) fade(shapes.fades, x0, x1, yOf(values, row.low!), yOf(values, row.high!));
    else if (data.method === 'documented-minimum' && row.complete && row.value! > 0)
      fade(shapes.fades, x0, x1, top, top - OPEN_END);
    if (range && row.complete && row.value !== null)
      shapes.valueTicks += `M${round(x0)} ${round(top)}H${round(x1)}`;
    if (samePeriod?.earlier === i) {
      const y = round(yOf(values, samePeriod.value));
      shapes.sameTicks += `M${round(x0 - 4)} ${y}H${round(x1 + 4)}`;
    }
  });
  for (const { x0, x1 } of unknownSpans(stage))
    shapes.gaps += rectPath({ x0, x1, y0: values.base - values.height, y1: base });
  return shapes;
}

export function hasRange({ low, high, doubtful }: ReportedRow): boolean {
  return low !== undefined && high !== undefined && !doubtful && high > low;
}

function fade(fades: string[], x0: number, x1: number, from: number, to: number): void {
  for (let i = 0; i < FADE_STEPS; i++) {
    // Whole pixels: a seam between two steps would read as a line.
    const y1 = Math.round(from + ((to - from) * i) / FADE_STEPS);
    const y0 = Math.round(from + ((to - from) * (i + 1)) / FADE_STEPS);
    if (y0 < y1) fades[i] += rectPath({ x0, x1, y0, y1 });
  }
}

/** Stretches without a figure: rows with null, and periods that no row speaks of. */
export function unknownSpans({ reading, time }: Stage): { x0: number; x1: number }[] {
  const spans: { first: number; end: number }[] = [];
  const add = (first: number, end: number): void => {
    const last = spans.at(-1);
    if (last?.end === first) last.end = end;
    else spans.push({ first, end });
  };
  let day = time.first;
  for (const row of reading.rows) {
    if (row.period.first > day) add(day, row.period.first);
    if (row.value === null && !hasRange(row)) add(row.period.first, row.period.last + 1);
    day = row.period.last + 1;
  }
  return spans.map(({ first, end }) => ({ x0: xOf(time, first), x1: endOf(time, end) }));
}

/** Names every column that has room, the telling ones first: partial, greatest, last, first, then all the others or none. */
function labelColumns(stage: Stage, columns: readonly Column[]): void {
  const { reading, room, size } = stage;
  const { rows } = reading;
  const order = tellingOrder(rows);
  const blocks = rows.map((_, i) => valueBlocks(stage, columns, i, order.includes(i)));
  rows.forEach((row, i) => {
    const top = topOf(stage, row);
    if (top < stage.base)
      room.take({ x0: columns[i]!.x0 + 1, x1: columns[i]!.x1 - 1, y0: top + 1, y1: stage.base });
  });
  annotatePartial(stage, columns);
  labelSamePeriod(stage, columns);
  for (const i of order) room.placeFirst(blocks[i]!);
  const rest = rows.map((_, i) => i).filter((i) => !order.includes(i));
  const most = size === 'narrow' ? 12 : size === 'medium' ? 14 : 31;
  if (rows.length <= most) for (const i of rest) room.placeFirst(blocks[i]!);
  for (const { x0, x1 } of unknownSpans(stage)) {
    const text = say(stage.options.pack, 'nk');
    if (textWidth(text, LABELS.unknown.size) > x1 - x0 + 4) continue;
    room.place({
      lines: [{ text, style: LABELS.unknown }],
      x: (x0 + x1) / 2,
      y: stage.base - 6,
      anchor: 'middle',
    });
  }
}

function tellingOrder(rows: readonly ReportedRow[]): number[] {
  const known = rows.flatMap((row, i) => (row.value === null ? [] : [i]));
  const greatest = known.reduce(
    (best, i) => (best < 0 || rows[i]!.value! > rows[best]!.value! ? i : best),
    -1,
  );
  const partial = known.filter((i) => !rows[i]!.complete);
  return [...new Set([...partial.reverse(), greatest, known.at(-1)!, known[0]!])].filter(
    (i) => i >= 0 && rows[i],
  );
}

/** Where a column ends at the top, with its fade. */
function topOf({ values, reading }: Stage, row: ReportedRow): number {
  if (hasRange(row)) return yOf(values, row.high!);
  const open = reading.data.method === 'documented-minimum' && row.complete && row.value ? OPEN_END : 0;
  return yOf(values, row.value ?? 0) - open;
}

/** The ways to name one column, the fullest first. */
function valueBlocks(
  stage: Stage,
  columns: readonly Column[],
  index: number,
  telling: boolean,
): LabelBlock[] {
  const { reading, options, values } = stage;
  const { pack } = options;
  const row = reading.rows[index]!;
  const { x0, x1, slot0, slot1 } = columns[index]!;
  if (row.value === null) {
    if (!hasRange(row)) return [];
    const text = say(pack, 'spanShort', {
      from: formatNumber(pack, row.low!),
      to: formatNumber(pack, row.high!),
    });
    return [
      {
        lines: [{ text, style: LABELS.value }],
        x: (x0 + x1) / 2,
        y: yOf(values, row.high!) - 6,
        anchor: 'middle',
      },
    ];
  }
  const figure = {
    text: say(pack, `figure.${reading.data.method}`, { n: formatNumber(pack, row.value) }),
    style: LABELS.value,
  };
  const open = reading.data.method === 'documented-minimum' && row.complete ? OPEN_END : 0;
  const y = yOf(values, hasRange(row) ? row.high! : row.value) - 6 - open;
  const range = hasRange(row)
    ? [
        {
          text: say(pack, 'spanShort', {
            from: formatNumber(pack, row.low!),
            to: formatNumber(pack, row.high!),
          }),
          style: LABELS.detail,
        },
      ]
    : [];
  const at = (lines: LabelBlock['lines'], anchor: LabelBlock['anchor'], x: number): LabelBlock => ({
    lines,
    x,
    y,
    anchor,
  });
  const middle = (x0 + x1) / 2;
  if (!row.complete) {
    const days = { text: partialLabel(row, pack), style: LABELS.detail };
    const lines = [figure, days];
    const beside = [at(lines, 'middle', middle), at(lines, 'end', x1), at(lines, 'start', x0)];
    // Which days it covers must be read: over higher neighbours if need be.
    const above = [at(lines, 'end', x1), at(lines, 'start', x0)].map((block) => ({
      ...block,
      y: clearOf(stage, columns, block),
    }));
    return [...beside, ...above, at([figure], 'middle', middle)];
  }
  // A label wider than its own slot would stand over a neighbour and seem to be the neighbour's; only the telling few may.
  const wide = (lines: LabelBlock['lines']): boolean =>
    lines.some(({ text, style }) => textWidth(text, style.size, style.bold) > slot1 - slot0 + 6);
  const full = [figure, ...range];
  const blocks = [full, [figure]].filter((lines) => !wide(lines)).map((lines) => at(lines, 'middle', middle));
  return telling
    ? [...blocks, at([figure], 'middle', middle), at([figure], 'end', x1), at([figure], 'start', x0)]
    : blocks;
}

/** The lowest baseline at which a block stands clear of every column under it. */
function clearOf(stage: Stage, columns: readonly Column[], { lines, x, y, anchor }: LabelBlock): number {
  const width = Math.max(...lines.map(({ text, style }) => textWidth(text, style.size, style.bold)));
  const [from, to] = anchor === 'end' ? [x - width, x] : [x, x + width];
  let top = y;
  columns.forEach(({ x0, x1 }, i) => {
    if (x0 < to + 2 && x1 > from - 2) top = Math.min(top, topOf(stage, stage.reading.rows[i]!) - 6);
  });
  return top;
}

/** "to 21 Nov": whichever ends differ from the period's own. */
export function partialLabel({ period, from, through }: ReportedRow, pack: Stage['options']['pack']): string {
  const ends = { from: formatDayShort(pack, from), to: formatDayShort(pack, through) };
  const late = from > period.first;
  const early = through < period.last;
  return say(pack, `partialLabel.${late && early ? 'both' : late ? 'from' : 'to'}`, ends);
}

/** Where the page is wide and the last column is partial, says beside it what it covers and what it is not. */
function annotatePartial({ reading, options, room, values, size }: Stage, columns: readonly Column[]): void {
  const { pack, width } = options;
  const row = reading.rows.at(-1);
  const column = columns.at(-1);
  if (!row || !column || row.complete || row.value === null || size === 'narrow') return;
  const x = column.slot1 + 4;
  const space = Math.min(size === 'wide' ? 300 : 260, width - x - 8);
  if (space < 130) return;
  const days = say(pack, 'partialTip', {
    period: formatPeriod(pack, row.period),
    ...spanSlots(pack, row.from, row.through),
  });
  const not = say(pack, `notComparable.${row.period.kind}`);
  const text = space < 200 ? [not] : [days, not];
  const lines = text
    .flatMap((line) => wrapText(line, space, LABELS.detail.size))
    .map((line) => ({ text: line, style: LABELS.detail }));
  const height = lines.length * 15;
  const y = Math.min(yOf(values, row.value) + height, values.base - 8);
  room.place({ lines, x, y, anchor: 'start' });
}

/** The same days of the earlier year, at the right of its tick. */
function labelSamePeriod({ reading, options, room, values }: Stage, columns: readonly Column[]): void {
  const { samePeriod, rows } = reading;
  if (!samePeriod) return;
  const { pack } = options;
  const column = columns[samePeriod.earlier]!;
  const next = columns[samePeriod.earlier + 1];
  const style = LABELS.detail;
  const lines = [
    { text: formatNumber(pack, samePeriod.value), style },
    { text: partialLabel(rows[samePeriod.partial]!, pack), style },
  ];
  const right = next ? next.x0 : options.width;
  const width = Math.max(...lines.map(({ text }) => textWidth(text, style.size)));
  if (column.x1 + 8 + width > right - 2) return;
  room.place({ lines, x: column.x1 + 8, y: yOf(values, samePeriod.value) + 16, anchor: 'start' });
}

function keyOf({ reading, options }: Stage, shapes: CasualtiesShapes): FormLayout['key'] {
  const { pack } = options;
  const { samePeriod, rows, data } = reading;
  const key: { entry: KeyEntry; text: string }[] = [];
  if (shapes.partialGround) key.push({ entry: 'partial', text: say(pack, 'key.partial') });
  if (rows.some(hasRange)) key.push({ entry: 'range', text: say(pack, 'key.range') });
  else if (data.method === 'documented-minimum')
    key.push({ entry: 'minimum', text: say(pack, 'key.minimum') });
  if (samePeriod) {
    const partial = rows[samePeriod.partial]!;
    const earlier = rows[samePeriod.earlier]!;
    const year = civil(earlier.period.first).year;
    key.push({
      entry: 'samePeriod',
      text: say(pack, 'key.samePeriod', {
        year: formatPeriod(pack, earlier.period),
        m: formatNumber(pack, samePeriod.value),
        from: formatDayShort(pack, partial.from),
        to: `${formatDayShort(pack, partial.through)} ${year}`,
      }),
    });
  }
  if (shapes.gaps) key.push({ entry: 'unknown', text: say(pack, 'key.unknown') });
  return key;
}
