import { hasRange } from '../../data/read-rows.js';
import { addFade } from '../../geometry/fade.js';
import { dashes, linePath, rectPath } from '../../geometry/hatch.js';
import {
  block,
  DETAIL,
  label,
  type Label,
  type LabelStyle,
  SMALL_VALUE,
  VALUE,
} from '../../geometry/label.js';
import { addShape } from '../../geometry/shapes.js';
import { textWidth } from '../../geometry/text-width.js';
import { yOf } from '../../geometry/value-scale.js';
import { say } from '../../words/language.js';
import { formatNumber } from '../../words/numbers.js';
import { partialLabel } from '../../words/phrases.js';
import { columnSpan, tellingRows } from '../time-column.js';
import type { TimePlot } from '../time-plot.js';
import type { Stack } from './contract.js';
import { paintSegment } from './paint.js';
import type { Stage } from './stage.js';

/** Room of the strip that shows the range of a total, px. */
const STRIP = 6;
/** Least height of a segment that bears its figure, px. */
const LEAST_NAMED = 21;

/** One stack a period: every death once. */
export function drawStacks(stage: Stage, plot: TimePlot): void {
  const { reading, segments, shapes, paintOf, pack, isShare } = stage;
  const { time, values, base, room } = plot;
  const tops: number[] = [];
  reading.stacks.forEach((stack, i) => {
    const [x0, x1] = columnSpan(time, stack);
    const scale = isShare ? (stage.hasShares(i) ? 100 / stack.sum : 0) : 1;
    let sum = 0;
    for (const layer of segments.layers) {
      const n = layer.values[i];
      if (n === undefined) continue;
      const y1 = yOf(values, sum * scale);
      sum += n ?? 0;
      const y0 = yOf(values, sum * scale);
      const box = { x0, x1, y0, y1 };
      stage.put(layer, i, box);
      paintSegment(shapes, paintOf(layer, i), box);
      if (y1 < base && y1 > y0) addShape(shapes, 'seams', linePath(x0, y1, x1, y1));
      if (n && y1 - y0 >= LEAST_NAMED) nameSegmentInside(n * scale, box);
    }
    const top = yOf(values, sum * scale);
    if (!stack.complete && top < base) addShape(shapes, 'open', dashes(x0, top, x1, top));
    tops[i] = top;
    if (!isShare && hasRange(stack)) {
      const high = yOf(values, stack.high!);
      const [left, right] = [x1 + 3, x1 + 3 + STRIP];
      addFade(shapes, left, right, yOf(values, stack.low!), high);
      addShape(
        shapes,
        'value',
        linePath(left - 2, yOf(values, stack.value!), right + 2, yOf(values, stack.value!)),
      );
      room.take({ x0: left - 1, x1: right + 1, y0: high, y1: base });
    }
    if (top < base) room.take({ x0, x1, y0: top + 1, y1: base });
  });
  nameTotals();

  function nameSegmentInside(n: number, box: { x0: number; x1: number; y0: number; y1: number }): void {
    const text = isShare
      ? say(pack, 'percent', { n: formatNumber(pack, Math.round(n)) })
      : formatNumber(pack, n);
    const { size } = SMALL_VALUE;
    const half = textWidth(text, size, true) / 2 + 4;
    const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
    if (half * 2 > box.x1 - box.x0 - 4) return;
    if (room.place([label(text, x, y + 4.3, 'middle', SMALL_VALUE)]))
      addShape(shapes, 'plates', rectPath({ x0: x - half, x1: x + half, y0: y - 8, y1: y + 8 }));
  }

  /** Over each stack its total, and what it covers; all of them, or those that tell most. */
  function nameTotals(): void {
    const { stacks } = reading;
    const blocks = stacks.map((stack, i) => (stack.value === null ? [] : waysToName(stack, i)));
    const full = blocks.filter((ways) => ways.length);
    if (room.placeAll(full) || room.placeAll(full.map((ways) => ways.slice(-1).map(small)))) return;
    for (const i of tellingRows(stacks)) room.place(...blocks[i]!);
  }

  function waysToName(stack: Stack, i: number): Label[][] {
    const [x0, x1] = columnSpan(time, stack);
    const top = Math.min(tops[i]!, !isShare && hasRange(stack) ? yOf(values, stack.high!) : Infinity);
    const n = formatNumber(pack, stack.value!);
    const figure: [string, LabelStyle] = [
      isShare ? say(pack, 'shareOf', { n }) : say(pack, `figure.${reading.data.method}`, { n }),
      VALUE,
    ];
    const range: [string, LabelStyle] = [
      hasRange(stack)
        ? say(pack, 'spanShort', {
            from: formatNumber(pack, stack.low!),
            to: formatNumber(pack, stack.high!),
          })
        : '',
      DETAIL,
    ];
    const covers: [string, LabelStyle] = [stack.complete ? '' : partialLabel(pack, stack), DETAIL];
    const lines = [figure, covers, ...(isShare ? [] : [range])].filter(([text]) => text);
    const some = lines.filter((line) => line !== range);
    return [lines, some].flatMap((ways) => [
      block((x0 + x1) / 2, top - 6, 'middle', ...ways),
      block(x1, top - 6, 'end', ...ways),
      block(x0, top - 6, 'start', ...ways),
    ]);
  }
}

function small(lines: readonly Label[]): Label[] {
  return lines.map((line) => (line.style === VALUE ? { ...line, style: SMALL_VALUE } : line));
}
