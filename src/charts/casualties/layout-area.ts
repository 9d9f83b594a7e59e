import { area, curveStepAfter, line } from 'd3';
import { dashes, hatchLines, rectPath } from '../../geometry/hatch.js';
import { type LabelBlock, LABELS } from '../../geometry/label.js';
import { round } from '../../geometry/round.js';
import { endOf, xOf } from '../../geometry/time-scale.js';
import { yOf } from '../../geometry/value-scale.js';
import { say } from '../../words/language.js';
import { formatNumber } from '../../words/numbers.js';
import type { FormLayout, Stage } from './layout.js';
import { hasRange, partialLabel, unknownSpans } from './layout-columns.js';
import { type CasualtiesShapes, type KeyEntry, NO_SHAPES } from './scene.js';

/** A corner of the stepped outline; `y` absent where the figure is not known. `low` is the foot of a range. */
interface Step {
  readonly x: number;
  readonly y?: number;
  readonly low?: number;
}

/**
 * Dense rows as one stepped area: not smoothed, not joined over what is not known. Where several periods share a pixel
 * column, the highest and the lowest of them are kept, so that no peak is ever dropped.
 */
export function layoutArea(stage: Stage): FormLayout {
  const { reading, options, values, base, room } = stage;
  const { pack } = options;
  const { steps, decimated } = stepsOf(stage);
  const known = (step: Step): boolean => step.y !== undefined;
  const fill = area<Step>()
    .x((step) => step.x)
    .y1((step) => step.y ?? base)
    .y0(base);
  const edge = line<Step>()
    .x((step) => step.x)
    .y((step) => step.y ?? base);
  const shapes: CasualtiesShapes = {
    ...NO_SHAPES,
    solid: fill.defined(known).curve(curveStepAfter).digits(1)(steps) ?? '',
    line: edge.defined(known).curve(curveStepAfter).digits(1)(steps) ?? '',
    fades: rangeOf(stage),
    gaps: unknownSpans(stage)
      .filter(({ x0, x1 }) => x1 - x0 >= 1)
      .map(({ x0, x1 }) => rectPath({ x0, x1, y0: base - values.height, y1: base }))
      .join(''),
    ...partials(stage),
  };
  labelArea(stage);
  const gap = say(pack, 'nk');
  for (const { x0, x1 } of unknownSpans(stage)) {
    if (x1 - x0 < 34) continue;
    room.place({
      lines: [{ text: gap, style: LABELS.unknown }],
      x: (x0 + x1) / 2,
      y: base - 6,
      anchor: 'middle',
    });
  }
  const key: { entry: KeyEntry; text: string }[] = [];
  if (shapes.partialGround) key.push({ entry: 'partial', text: say(pack, 'key.partial') });
  if (reading.rows.some(hasRange)) key.push({ entry: 'range', text: say(pack, 'key.range') });
  else if (reading.data.method === 'documented-minimum')
    key.push({ entry: 'minimum', text: say(pack, 'key.minimum') });
  if (shapes.gaps) key.push({ entry: 'unknown', text: say(pack, 'key.unknown') });
  return { shapes, key, decimated };
}

/** The corners of whole, known rows, with a hole at everything else and at a break of the series. */
function stepsOf({ reading, time, values }: Stage): { steps: Step[]; decimated: boolean } {
  const { rows, events } = reading;
  const breaks = events.filter(({ isBreak }) => isBreak).map(({ first }) => first);
  const steps: Step[] = [];
  let decimated = false;
  let nextBreak = 0;
  let i = 0;
  while (i < rows.length) {
    const row = rows[i]!;
    const x = round(xOf(time, row.period.first));
    while (nextBreak < breaks.length && breaks[nextBreak]! <= row.period.first) {
      if (steps.length) steps.push({ x });
      nextBreak++;
    }
    if (row.value === null || !row.complete) {
      i++;
      continue;
    }
    const end = row.period.last + 1;
    // All rows that begin in this pixel column and follow one another without a hole.
    const column = Math.floor(x);
    let last = i;
    let min = row.value;
    let max = row.value;
    let through = end;
    for (let j = i + 1; j < rows.length; j++) {
      const next = rows[j]!;
      const { value } = next;
      if (value === null || !next.complete || next.period.first !== through) break;
      if (xOf(time, next.period.first) >= column + 1 || breaks.includes(next.period.first)) break;
      if (value < min) min = value;
      if (value > max) max = value;
      through = next.period.last + 1;
      last = j;
    }
    if (last > i) {
      // The order inside a pixel is not seen; the extent is.
      decimated ||= last - i > 1;
      steps.push({ x, y: round(yOf(values, max)) });
      if (min !== max) steps.push({ x: round(x + 0.5), y: round(yOf(values, min)) });
      steps.push({ x: round(x + 0.5), y: round(yOf(values, rows[last]!.value!)) });
    } else steps.push({ x, y: round(yOf(values, row.value)) });
    const follows = rows[last + 1];
    if (!follows || follows.period.first !== through || follows.value === null || !follows.complete) {
      const stop = round(endOf(time, through));
      steps.push({ x: stop, y: round(yOf(values, rows[last]!.value!)) }, { x: stop });
    }
    i = last + 1;
  }
  return { steps, decimated };
}

/** The published range behind the area, one pale band. */
function rangeOf({ reading, time, values }: Stage): string[] {
  if (!reading.rows.some(hasRange)) return [];
  const steps: Step[] = [];
  for (const row of reading.rows) {
    const x = round(xOf(time, row.period.first));
    const previous = steps.at(-1);
    if (!hasRange(row)) {
      if (previous?.y !== undefined) steps.push({ x, y: previous.y, low: previous.low! }, { x });
      continue;
    }
    const [low, high] = [round(yOf(values, row.low!)), round(yOf(values, row.high!))];
    if (previous?.y !== undefined && Math.floor(previous.x) === Math.floor(x)) {
      steps[steps.length - 1] = {
        x: previous.x,
        y: Math.min(previous.y, high),
        low: Math.max(previous.low!, low),
      };
    } else steps.push({ x, y: high, low });
  }
  const last = steps.at(-1);
  if (last?.y !== undefined) steps.push({ ...last, x: round(endOf(time, time.end)) });
  const band = area<Step>()
    .x((step) => step.x)
    .y1((step) => step.y ?? 0)
    .y0((step) => step.low ?? 0)
    .defined((step) => step.y !== undefined)
    .curve(curveStepAfter)
    .digits(1);
  return [band(steps) ?? ''];
}

/** Partial rows stand beside the area as what they are: hatched, open on top, as wide as their days. */
function partials({ reading, time, values, base }: Stage): Partial<CasualtiesShapes> {
  let partialGround = '';
  let hatch = '';
  let partialSides = '';
  let partialTops = '';
  for (const { complete, value, from, through } of reading.rows) {
    if (complete || value === null) continue;
    const x0 = xOf(time, from);
    const x1 = Math.max(endOf(time, through + 1), x0 + 3);
    const y0 = yOf(values, value);
    partialGround += rectPath({ x0, x1, y0, y1: base });
    if (x1 - x0 >= 12) hatch += hatchLines({ x0, x1, y0, y1: base });
    partialSides += `M${round(x0)} ${round(base)}V${round(y0)}M${round(x1)} ${round(base)}V${round(y0)}`;
    partialTops += dashes(x0, y0, x1, y0, 2, 2);
  }
  return { partialGround, hatch, partialSides, partialTops };
}

/** The partial figures, the greatest and the latest: the rest is in the tooltip and the table. */
function labelArea({ reading, options, time, values, room }: Stage): void {
  const { pack } = options;
  const { rows, data } = reading;
  let greatest = -1;
  let latest = -1;
  const partial: number[] = [];
  rows.forEach(({ value, complete }, i) => {
    if (value === null) return;
    if (!complete) partial.push(i);
    else {
      latest = i;
      if (greatest < 0 || value > rows[greatest]!.value!) greatest = i;
    }
  });
  for (const i of new Set([...partial.slice(-2).reverse(), greatest, latest])) {
    if (i < 0) continue;
    const row = rows[i]!;
    const x = (xOf(time, row.from) + endOf(time, row.through + 1)) / 2;
    const y = yOf(values, row.value!) - 6;
    const figure = {
      text: say(pack, `figure.${data.method}`, { n: formatNumber(pack, row.value!) }),
      style: LABELS.value,
    };
    const lines: LabelBlock['lines'] = row.complete
      ? [figure]
      : [figure, { text: partialLabel(row, pack), style: LABELS.detail }];
    // A latest figure low beside a peak would stand in the area itself: only where it is clear of its neighbours.
    if (i === latest && i !== greatest && !isClear(rows.slice(-6), row.value!)) continue;
    room.placeFirst((['middle', 'end', 'start'] as const).map((anchor) => ({ lines, x, y, anchor })));
  }
}

function isClear(rows: readonly { value: number | null }[], value: number): boolean {
  return rows.every((row) => row.value === null || row.value <= value);
}
