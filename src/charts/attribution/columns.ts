import { hasRange } from '../../data/read-rows.js';
import type { Box } from '../../geometry/box.js';
import { addFade } from '../../geometry/fade.js';
import { dashes, linePath, rectPath } from '../../geometry/hatch.js';
import {
  block,
  DETAIL,
  label,
  type Label,
  type LabelStyle,
  LINE,
  SMALL_VALUE,
  VALUE,
} from '../../geometry/label.js';
import { addShape } from '../../geometry/shapes.js';
import { textWidth } from '../../geometry/text-width.js';
import { endOf, xOf } from '../../geometry/time-scale.js';
import { yOf } from '../../geometry/value-scale.js';
import { say } from '../../words/language.js';
import { formatNumber, formatShare } from '../../words/numbers.js';
import { partialLabel } from '../../words/phrases.js';
import { columnSpan, tellingRows } from '../time-column.js';
import type { TimePlot } from '../time-plot.js';
import { paintSegment } from './paint.js';
import type { Stage } from './stage.js';
import { formatSum } from './sums.js';

/** Room of the strip that shows the range of a total, px. */
const STRIP = 6;
/** Least height of a segment that bears its figure, px. */
const LEAST_NAMED = 21;

/** One stack a period: every death once. */
export function drawStacks(stage: Stage, plot: TimePlot): void {
  const { reading, segments, shapes, paintOf, pack, isShare } = stage;
  const { time, values, base, room } = plot;
  const tops: number[] = [];
  const taken: Box[] = [];
  const inside: { readonly n: number; readonly sum: number; readonly box: Box }[] = [];
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
      // A stack of one part says its figure once, above.
      if (n && n < stack.sum && y1 - y0 >= LEAST_NAMED) inside.push({ n, sum: stack.sum, box });
    }
    const top = yOf(values, sum * scale);
    if (!stack.complete && top < base) addShape(shapes, 'open', dashes(x0, top, x1, top));
    // From here up nobody knows: a part has no figure.
    if (stack.isOpen && !isShare) {
      const [left, right] = [xOf(time, stack.period.first), endOf(time, stack.period.last + 1)];
      addShape(shapes, 'gaps', rectPath({ x0: left, x1: right, y0: plot.plot.y0, y1: top }));
    }
    tops[i] = top;
    if (!isShare && hasRange(stack)) {
      const high = yOf(values, stack.high!);
      // Beside the column; where the next period begins at once, on its edge.
      const isBeside = x1 + STRIP + 5 <= endOf(time, stack.period.last + 1);
      const left = isBeside ? x1 + 3 : x1 - STRIP;
      const right = left + STRIP;
      addFade(shapes, left, right, yOf(values, stack.low!), high);
      addShape(
        shapes,
        'value',
        linePath(left - 2, yOf(values, stack.value!), right + 2, yOf(values, stack.value!)),
      );
      room.take({ x0: left - 1, x1: right + 1, y0: high, y1: base });
    }
    taken.push({ x0, x1, y0: Math.min(base, top + 1), y1: base });
  });
  nameInside();
  for (const box of taken) room.take(box);
  nameTotals();

  /** Figures in their segments, on a plate: in all that are high enough, or in none. */
  function nameInside(): void {
    const { size } = SMALL_VALUE;
    const named = inside.map(({ n, sum, box }) => {
      const text = isShare ? formatShare(pack, n, sum) : formatNumber(pack, n);
      return { text, box, half: textWidth(text, size, true) / 2 + 4 };
    });
    if (named.some(({ box, half }) => half * 2 > box.x1 - box.x0)) return;
    for (const { text, box, half } of named) {
      const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
      if (room.place([label(text, x, y + 4.3, 'middle', SMALL_VALUE)]))
        addShape(shapes, 'plates', rectPath({ x0: x - half, x1: x + half, y0: y - 8, y1: y + 8 }));
    }
  }

  /** Over each stack its total: in full, in short, or only where it tells most; a partial one never without its days. */
  function nameTotals(): void {
    const { stacks } = reading;
    const known = [...stacks.keys()].filter((i) => stacks[i]!.value !== null);
    const partial = known.filter((i) => !stacks[i]!.complete);
    for (const i of partial) {
      if (!room.place(...waysToName(i, true, raises(i)))) continue;
      const { y } = room.labels.at(-1)!;
      const [x0, x1] = columnSpan(time, stacks[i]!);
      const middle = (x0 + x1) / 2;
      if (topOf(i) - y > LINE) addShape(shapes, 'leaders', linePath(middle, y + 5, middle, topOf(i) - 3));
    }
    const whole = known.filter((i) => stacks[i]!.complete);
    const ways = (isFull: boolean, isBare = false): Label[][][] =>
      whole.map((i) => waysToName(i, isFull, [0], isBare));
    const smaller = (blocks: Label[][]): Label[][] => blocks.map(small);
    if (
      room.placeAll(ways(true)) ||
      room.placeAll(ways(false)) ||
      room.placeAll(ways(false).map(smaller)) ||
      room.placeAll(ways(false, true).map(smaller))
    )
      return;
    const telling = [...whole.filter((i) => stacks[i]!.isOpen), ...tellingRows(stacks)];
    for (const i of new Set(telling)) if (stacks[i]!.complete) room.place(...waysToName(i, false, [0]));
  }

  function topOf(i: number): number {
    const stack = reading.stacks[i]!;
    return Math.min(tops[i]!, !isShare && hasRange(stack) ? yOf(values, stack.high!) : Infinity);
  }

  /** How far a label over stack `i` may be lifted: clear of higher neighbours, and of their own labels. */
  function raises(i: number): number[] {
    const near = Math.min(
      ...reading.stacks.slice(Math.max(0, i - 3), i + 4).map((_, k) => topOf(Math.max(0, i - 3) + k)),
    );
    const lift = Math.max(0, topOf(i) - near);
    return [0, lift + LINE + 3, lift];
  }

  function waysToName(i: number, isFull: boolean, lifts: readonly number[], isBare = false): Label[][] {
    const stack = reading.stacks[i]!;
    const [x0, x1] = columnSpan(time, stack);
    const n = formatSum(pack, stack.value, stack.isOpen);
    const total = isBare
      ? n
      : isShare
        ? say(pack, 'shareOf', { n })
        : say(pack, `figure.${reading.data.method}`, { n });
    const range =
      isFull && !isShare && hasRange(stack)
        ? say(pack, 'spanShort', {
            from: formatNumber(pack, stack.low!),
            to: formatNumber(pack, stack.high!),
          })
        : '';
    const details = [stack.complete ? '' : partialLabel(pack, stack), range].filter(Boolean);
    const lines: [string, LabelStyle][] = [
      [total, VALUE],
      ...details.map((text): [string, LabelStyle] => [text, DETAIL]),
    ];
    return lifts.flatMap((lift) => {
      const y = topOf(i) - 6 - lift;
      return [
        block((x0 + x1) / 2, y, 'middle', ...lines),
        block(x1, y, 'end', ...lines),
        block(x0, y, 'start', ...lines),
      ];
    });
  }
}

function small(lines: readonly Label[]): Label[] {
  return lines.map((line) => (line.style === VALUE ? { ...line, style: SMALL_VALUE } : line));
}
