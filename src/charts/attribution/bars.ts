import { dashes } from '../../geometry/hatch.js';
import { label, SMALL_VALUE } from '../../geometry/label.js';
import { round } from '../../geometry/round.js';
import { addShape } from '../../geometry/shapes.js';
import { endOf, xOf } from '../../geometry/time-scale.js';
import { yOf } from '../../geometry/value-scale.js';
import { formatNumber } from '../../words/numbers.js';
import { columnSpan } from '../time-column.js';
import type { TimePlot } from '../time-plot.js';
import { paintSegment } from './paint.js';
import type { Segment } from './segments.js';
import type { Stage } from './stage.js';

/** Least width of a bar, px; where there is less, each actor is a stepped line. */
const LEAST_BAR = 5;

/** The unstacked view: beside one another, each actor with all it is named in. The bars overlap and do not add up. */
export function drawBars(stage: Stage, plot: TimePlot): void {
  const { reading, segments, shapes, paintOf, pack } = stage;
  const { time, values, base, room } = plot;
  const { groups } = segments;
  const [first] = reading.stacks;
  const slot = first ? endOf(time, first.period.last + 1) - xOf(time, first.period.first) : 0;
  const isNarrow = !plot.isColumns || (slot * 0.86) / groups.length < LEAST_BAR;
  const named: { readonly n: number; readonly x: number }[] = [];
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
      if (isNarrow || n === null) return;
      paintSegment(shapes, paintOf(group, i), box);
      if (!stack.complete && n) addShape(shapes, 'open', dashes(box.x0, box.y0, box.x1, box.y0));
      if (n) room.take(box);
      named.push({ n, x: (box.x0 + box.x1) / 2 });
    });
  });
  if (isNarrow) for (const group of groups) drawSteps(group);
  // The greatest first: a figure may reach over its lower neighbours.
  else
    for (const { x, n } of named.sort((a, b) => b.n - a.n))
      room.place([label(formatNumber(pack, n), x, yOf(values, n) - 5, 'middle', SMALL_VALUE)]);

  function drawSteps(group: Segment): void {
    const { kind, looks } = paintOf(group);
    let path = '';
    let end = NaN;
    reading.stacks.forEach(({ from, through }, i) => {
      const n = group.values[i];
      if (n === undefined || n === null) return;
      const [x0, x1, y] = [round(xOf(time, from)), round(endOf(time, through + 1)), round(yOf(values, n))];
      path += x0 === end ? `V${y}H${x1}` : `M${x0} ${y}H${x1}`;
      end = x1;
    });
    looks.forEach(({ hue }, i) => {
      if (!i) addShape(shapes, `line${hue}`, path);
    });
    if (!looks.length) addShape(shapes, kind === 'others' ? 'othersLine' : 'unknownLine', path);
  }
}
