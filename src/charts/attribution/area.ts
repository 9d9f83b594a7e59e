import type { Box } from '../../geometry/box.js';
import { round } from '../../geometry/round.js';
import { dashes, rectPath } from '../../geometry/hatch.js';
import { block, DETAIL, type LabelStyle, VALUE } from '../../geometry/label.js';
import { addShape } from '../../geometry/shapes.js';
import { endOf, xOf } from '../../geometry/time-scale.js';
import { yOf } from '../../geometry/value-scale.js';
import { partialLabel } from '../../words/phrases.js';
import { tellingRows } from '../time-column.js';
import type { TimePlot } from '../time-plot.js';
import type { Stage } from './stage.js';
import { formatSum } from './sums.js';

/** Width of the upright bands that stand for several actors where columns are too slim for diagonals, px. */
const BAND = 13;

/**
 * Many periods as stepped, stacked areas: nothing is smoothed, nothing joins over a gap or a break. Where several periods
 * share a pixel column, the one with the greatest total is drawn.
 *
 * @returns whether periods share pixels.
 */
export function drawAreas(stage: Stage, plot: TimePlot): boolean {
  const { reading, segments, shapes, paintOf, isShare } = stage;
  const { time, values, base, room } = plot;
  const { stacks } = reading;
  const { events, pack } = stage;
  const breaks = events.flatMap(({ isBreak, first }) => (isBreak ? [first] : []));
  const steps: { stack: number; x0: number; x1: number; joins: boolean; y: number }[] = [];
  const hidden: { stack: number; box: Box }[] = [];
  stacks.forEach(({ period, from, through, value }, stack) => {
    const [x0, x1] = [xOf(time, from), endOf(time, through + 1)];
    const ground = { x0, x1, y0: base, y1: base };
    if (value === null || (isShare && !stage.hasShares(stack))) {
      for (const layer of segments.layers) stage.put(layer, stack, ground);
      return;
    }
    const last = steps.at(-1);
    const before = stacks[stack - 1];
    const joins =
      last !== undefined &&
      before?.period.last === period.first - 1 &&
      !breaks.some((day) => day > before.period.first && day <= period.first);
    if (last && joins && Math.floor(last.x0) === Math.floor(x0)) {
      last.x1 = x1;
      // Who gives way to a higher neighbour still has a place.
      const isHigher = value > stacks[last.stack]!.value!;
      hidden.push({ stack: isHigher ? last.stack : stack, box: ground });
      if (isHigher) last.stack = stack;
    } else steps.push({ stack, x0, x1, joins, y: base });
  });
  for (const layer of segments.layers) {
    const { kind, looks, isPale } = paintOf(layer);
    const tone = isPale ? 'pale' : 'fill';
    const name = (i: number): string =>
      kind === 'unattributed'
        ? 'unknown'
        : kind === 'others' || kind === 'missing'
          ? kind
          : kind === 'disputed'
            ? `line${looks[i]!.hue}`
            : `${tone}${looks[i]!.hue}`;
    let [over, under, shape, end, isRaised] = ['', '', '', 0, false];
    let [edge, edgeEnd] = ['', NaN];
    const close = (): void => {
      if (over) addShape(shapes, shape, `M${over}L${under}Z`);
      if (over && isRaised) addShape(shapes, 'seams', `M${under}`);
      [over, under, isRaised] = ['', '', false];
    };
    for (const step of steps) {
      const { stack, x0, x1 } = step;
      const n = layer.values[stack];
      const scale = isShare ? 100 / stacks[stack]!.sum : 1;
      const low = round(step.y);
      step.y -= ((n ?? 0) * scale * values.height) / values.max;
      const high = round(step.y);
      const next = name(looks.length > 1 ? Math.floor((x0 - time.left) / BAND) % looks.length : 0);
      if (!step.joins || next !== shape || low === high || x0 !== end) close();
      [shape, end] = [next, x1];
      const [left, right] = [round(x0), round(x1)];
      stage.put(layer, stack, { x0, x1, y0: high, y1: low });
      if (low === high) continue;
      over += `${over ? 'L' : ''}${left} ${high}L${right} ${high}`;
      under = `${right} ${low}L${left} ${low}${under ? `L${under}` : ''}`;
      isRaised ||= low < base;
      // Too pale to be seen by its fill. A partial period stays open at its top.
      if (kind !== 'unattributed' || !stacks[stack]!.complete) continue;
      edge += step.joins && left === edgeEnd ? `V${high}H${right}` : `M${left} ${high}H${right}`;
      edgeEnd = right;
    }
    close();
    if (edge) addShape(shapes, 'edges', edge);
  }
  for (const { stack, x0, x1, y } of steps)
    if (stacks[stack]!.isOpen && !isShare)
      addShape(shapes, 'gaps', rectPath({ x0, x1, y0: plot.plot.y0, y1: y }));
  for (const { stack, x0, x1, y } of steps)
    if (!stacks[stack]!.complete) addShape(shapes, 'open', dashes(x0, y, Math.max(x1, x0 + 3), y));
  // Partial ones and the greatest: the others stand in the thick of it.
  for (const i of tellingRows(stacks)) {
    const step = steps.find(({ stack }) => stack === i);
    const { complete, sum, value, isOpen } = stacks[i]!;
    if (!step || isShare) continue;
    const lines: [string, LabelStyle][] = [[formatSum(pack, value, isOpen), VALUE]];
    if (!complete) lines.push([partialLabel(pack, stacks[i]!), DETAIL]);
    room.place(
      ...(['end', 'middle', 'start'] as const).map((anchor) =>
        block((step.x0 + step.x1) / 2, yOf(values, sum) - 6, anchor, ...lines),
      ),
    );
    if (complete) break;
  }
  for (const { stack, box } of hidden) for (const layer of segments.layers) stage.put(layer, stack, box);
  return hidden.length > 0;
}
