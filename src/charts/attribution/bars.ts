import type { Box } from '../../geometry/box.js';
import { dashes, rectPath } from '../../geometry/hatch.js';
import { DETAIL, label, type Label, labelBox, SMALL_VALUE } from '../../geometry/label.js';
import { round } from '../../geometry/round.js';
import { addShape } from '../../geometry/shapes.js';
import { endOf, xOf } from '../../geometry/time-scale.js';
import { wrapText } from '../../geometry/wrap.js';
import { yOf } from '../../geometry/value-scale.js';
import { columnSpan } from '../time-column.js';
import type { TimePlot } from '../time-plot.js';
import { nameSegment } from './names.js';
import { paintSegment } from './paint.js';
import type { Segment } from './segments.js';
import type { Stage } from './stage.js';
import { formatSum } from './sums.js';

/** Least width of a bar, px; where there is less, each actor is a stepped line. */
const LEAST_BAR = 5;

/** Most room for the name at the end of a line, px. */
const END_WORDS = 120;
/** How far a name may stand from the end of its line, and how far from any other line it has to, px. */
const LIFT = 14;
const CLEAR = 8;

/** The unstacked view: beside one another, each actor with all it is named in. The bars overlap and do not add up. */
export function drawBars(stage: Stage, plot: TimePlot): void {
  const { reading, segments, shapes, paintOf, pack } = stage;
  const { time, values, base, room } = plot;
  const { groups } = segments;
  const [first] = reading.stacks;
  const slot = first ? endOf(time, first.period.last + 1) - xOf(time, first.period.first) : 0;
  const isNarrow = !plot.isColumns || (slot * 0.86) / groups.length < LEAST_BAR;
  const named: {
    readonly n: number | null;
    readonly isOpen: boolean | undefined;
    readonly x: number;
    readonly half: number;
    readonly stack: number;
  }[] = [];
  reading.stacks.forEach((stack, i) => {
    const [x0, x1] = columnSpan(time, stack, 0.06);
    const step = (x1 - x0) / groups.length;
    groups.forEach((group, k) => {
      const n = group.values[i];
      if (n === undefined) return;
      const box = {
        x0: isNarrow ? xOf(time, stack.period.first) : x0 + k * step,
        x1: isNarrow ? endOf(time, stack.period.last + 1) : x0 + (k + 1) * step - Math.min(2, step / 6),
        y0: yOf(values, n ?? 0),
        y1: base,
      };
      stage.put(group, i, isNarrow ? { ...box, y1: box.y0 + 1 } : box);
      if (isNarrow) return;
      named.push({
        n,
        isOpen: group.open[i],
        x: (box.x0 + box.x1) / 2,
        half: (box.x1 - box.x0) / 2,
        stack: i,
      });
      if (n === null || group.open[i])
        addShape(shapes, 'gaps', rectPath({ ...box, y0: plot.plot.y0, y1: box.y0 }));
      if (n === null) return;
      paintSegment(shapes, paintOf(group, i), box);
      if (!stack.complete && n) addShape(shapes, 'open', dashes(box.x0, box.y0, box.x1, box.y0));
      if (n) room.take(box);
    });
  });
  /** What the lines cover near their right ends. */
  const strips: (Box & { readonly of: Segment })[] = [];
  if (isNarrow) nameEnds(groups.map(drawSteps));
  else nameBars();

  /** All bars of a period bear their figures, or the greatest alone; what is not known is always said. */
  function nameBars(): void {
    reading.stacks.forEach((_, i) => {
      const own = named.filter(({ stack }) => stack === i);
      const ways = own.map(({ x, n, isOpen, half }) => {
        const text = formatSum(pack, n, isOpen);
        const style = n === null ? DETAIL : SMALL_VALUE;
        const y = yOf(values, n ?? 0) - 5;
        return [
          [label(text, x, y, 'middle', style)],
          [label(text, x - half, y, 'start', style)],
          [label(text, x + half, y, 'end', style)],
        ];
      });
      if (room.placeAll(ways.map((way) => way.slice(0, 1)))) return;
      const greatest = own.reduce((a, b) => ((b.n ?? 0) > (a.n ?? 0) ? b : a), own[0]!);
      own.forEach((one, k) => {
        if (one === greatest || one.n === null || one.isOpen) room.place(...ways[k]!);
      });
    });
  }

  /** Each line that goes to the end bears its name there, where no other line is as near: hues alone do not say who. */
  function nameEnds(ends: readonly { x: number; y: number }[]): void {
    groups.forEach((group, i) => {
      const { x, y } = ends[i]!;
      if (!(x > plot.plot.x1 - 2)) return;
      const [text = ''] = wrapText(nameSegment(pack, reading.data, group), END_WORDS, DETAIL.size, false, 1);
      const way = (at: number): Label[] => [label(text, x, at, 'end', DETAIL)];
      const { x0: left } = labelBox(way(y)[0]!);
      const own = strips.filter((strip) => strip.of === group && strip.x1 > left);
      // Over or under all of its own line that the name spans, but no farther than a name's height.
      const top = own.reduce((least, { y0 }) => Math.min(least, y0), y);
      const bottom = own.reduce((most, { y1 }) => Math.max(most, y1), y);
      const ways = [
        ...(y - top > LIFT ? [] : [way(top - 5)]),
        ...(bottom - y > LIFT ? [] : [way(bottom + 13)]),
      ];
      const free = ways.filter(([one]) => {
        const { x0, x1, y0, y1 } = labelBox(one!);
        return !strips.some(
          (strip) =>
            strip.of !== group &&
            strip.x0 < x1 &&
            strip.x1 > x0 &&
            strip.y0 < y1 + CLEAR &&
            strip.y1 > y0 - CLEAR,
        );
      });
      if (text && free.length) room.place(...free);
    });
  }

  /** Where the line ends. */
  function drawSteps(group: Segment): { x: number; y: number } {
    const { kind, looks } = paintOf(group);
    let path = '';
    let [end, last] = [NaN, NaN];
    reading.stacks.forEach(({ from, through }, i) => {
      const n = group.values[i];
      // A sum without one of its parts is no step of a line.
      if (n === undefined || n === null || group.open[i]) return;
      const [x0, x1, y] = [round(xOf(time, from)), round(endOf(time, through + 1)), round(yOf(values, n))];
      path += x0 === end ? `V${y}H${x1}` : `M${x0} ${y}H${x1}`;
      if (x1 > plot.plot.x1 - END_WORDS) {
        const before = x0 === end ? last : y;
        strips.push({ of: group, x0, x1, y0: y - 1, y1: y + 1 });
        strips.push({ of: group, x0: x0 - 1, x1: x0 + 1, y0: Math.min(before, y), y1: Math.max(before, y) });
      }
      [end, last] = [x1, y];
    });
    looks.forEach(({ hue }, i) => {
      if (!i) addShape(shapes, `line${hue}`, path);
    });
    if (!looks.length) addShape(shapes, kind === 'others' ? 'othersLine' : 'unknownLine', path);
    return { x: end, y: last };
  }
}
