import type { ReportedEvent } from '../../data/read-events.js';
import type { Period } from '../../data/period.js';
import { hasRange } from '../../data/read-rows.js';
import { absentBefore } from '../../data/unknown-spans.js';
import { dashes, linePath, rectPath } from '../../geometry/hatch.js';
import { DETAIL, EVENT, type Label, label, LINE, SMALL_VALUE, VALUE } from '../../geometry/label.js';
import { addShape } from '../../geometry/shapes.js';
import { textWidth } from '../../geometry/text-width.js';
import { wrapText } from '../../geometry/wrap.js';
import { formatPeriod } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { formatNumber } from '../../words/numbers.js';
import { localText, partialLabel, spanText, whenEvent } from '../../words/phrases.js';
import { isOf, layoutList } from './list.js';
import { nameSegment } from './names.js';
import { paintSegment } from './paint.js';
import type { Segment } from './segments.js';
import type { Stage } from './stage.js';
import { formatSum } from './sums.js';
import { tellInvolved } from './summary.js';

const BAR = 22;
const THIN_BAR = 11;
const LEAST_BAR = 5;
const AFTER_LIST = 12;

/** Narrow pages: a bar a period, lying down, with its list under it; or, unstacked, a bar under each name. */
export function drawRows(
  stage: Stage,
  width: number,
  max: number,
  isInvolved: boolean,
): { labels: Label[]; height: number } {
  const { reading, segments, shapes, pack, paintOf, isShare } = stage;
  const { stacks, data } = reading;
  const { events } = stage;
  const labels: Label[] = [];
  let y = 0;
  const write = (text: string, style = DETAIL, indent = 0): void => {
    for (const line of wrapText(text, width - indent, style.size, style.bold)) {
      labels.push(label(line, indent, y + 12, 'start', style));
      y += LINE;
    }
  };
  if (isInvolved) {
    write(say(pack, 'heading.involved'));
    y += 8;
  }
  stacks.forEach((stack, i) => {
    const { period, from, through, complete, value } = stack;
    const breaks = events.filter(
      ({ isBreak, first, last }) =>
        isBreak && first <= period.last && last > (stacks[i - 1]?.period.last ?? period.first - 1),
    );
    tellAbsent(absentBefore(stacks, i));
    // What changes between two periods stands between them; what changes within one, under its bar.
    for (const event of breaks) if (event.first <= period.first) tellBreak(event);
    const n = formatSum(pack, value, stack.isOpen);
    const total =
      value === null ? n : isShare ? say(pack, 'shareOf', { n }) : say(pack, `figure.${data.method}`, { n });
    const range = hasRange(stack)
      ? `  ${say(pack, 'spanShort', { from: formatNumber(pack, stack.low!), to: formatNumber(pack, stack.high!) })}`
      : '';
    const isRanged = range && textWidth(total + range, 13, true) < width / 2;
    const right = isRanged ? textWidth(range, DETAIL.size) : 0;
    if (isRanged) labels.push(label(range.trim(), width, y + 13, 'end', DETAIL));
    labels.push(label(total, width - right, y + 13, 'end', VALUE));
    const space = width - right - textWidth(total, VALUE.size, true) - 8;
    const name = formatPeriod(pack, period);
    const title = complete ? name : say(pack, 'comma', { a: name, b: partialLabel(pack, stack) });
    const lines = wrapText(title, space, VALUE.size, true);
    labels.push(...lines.map((text, j) => label(text, 0, y + 13 + j * LINE, 'start', VALUE)));
    y += 20 + (lines.length - 1) * LINE;
    // A partial period is thinner by the days it lacks, and open at its end.
    const part = (through - from + 1) / (period.last - period.first + 1);
    const inside = breaks.filter(({ first }) => first > period.first);
    if (isInvolved) {
      inside.forEach(tellBreak);
      drawGroups(i, part);
    } else drawStack(i, part, inside);
    y += AFTER_LIST;
  });
  return { labels, height: Math.ceil(y) };

  function openEnd(at: number, y0: number, y1: number, complete: boolean): void {
    if (!complete && at > 0) addShape(shapes, 'open', dashes(at, y0, at, y1));
  }

  /** Periods that the source does not speak of, between two that it does. */
  function tellAbsent(gap: readonly [Period, Period] | undefined): void {
    if (!gap) return;
    const [from, to] = gap;
    const unknown = say(pack, 'nk');
    labels.push(label(unknown, width, y + 13, 'end', VALUE));
    const space = width - textWidth(unknown, VALUE.size, true) - 8;
    for (const line of wrapText(spanText(pack, from, to, to.last), space, VALUE.size, true)) {
      labels.push(label(line, 0, y + 13, 'start', VALUE));
      y += LINE;
    }
    addShape(shapes, 'gaps', rectPath({ x0: 0, x1: width, y0: y + 4, y1: y + 4 + THIN_BAR }));
    y += THIN_BAR + 4 + AFTER_LIST;
  }

  function tellBreak(event: ReportedEvent): void {
    addShape(shapes, 'breaks', dashes(0, y + 4, width, y + 4));
    y += 10;
    write(say(pack, 'key.listed', { when: whenEvent(pack, event), label: localText(pack, event.label) }));
    y += 4;
  }

  function drawStack(i: number, part: number, breaks: readonly ReportedEvent[]): void {
    const stack = stacks[i]!;
    const scale = isShare ? (stage.hasShares(i) ? width / stack.sum : 0) : width / max;
    const height = Math.max(LEAST_BAR, BAR * part);
    const start = y;
    let sum = 0;
    for (const layer of segments.layers) {
      const n = layer.values[i];
      if (n === undefined) continue;
      const x0 = sum * scale;
      sum += n ?? 0;
      const box = { x0, x1: sum * scale, y0: y, y1: y + height };
      paintSegment(shapes, paintOf(layer, i), box);
      if (x0 && n) addShape(shapes, 'seams', linePath(x0, y, x0, y + height));
      stage.put(layer, i, box);
    }
    // From there on nobody knows.
    if (!isShare && (stack.isOpen || stack.value === null))
      addShape(shapes, 'gaps', rectPath({ x0: sum * scale, x1: width, y0: y, y1: y + height }));
    openEnd(sum * scale, y, y + height, stack.complete);
    addShape(shapes, 'base', linePath(0.5, start - 2, 0.5, y + height + 2));
    if (scale) y += height + 6;
    breaks.forEach(tellBreak);
    const list = layoutList(stage, segments.layers, i, { x: 4, y, width: width - 4, isBracketed: false });
    labels.push(...list.labels);
    y = list.end;
    for (const bracket of segments.brackets) {
      const mine = segments.layers.filter((layer) => isOf(bracket, layer, i));
      if (mine.length < 2 || isShare) continue;
      const { hue } = paintOf(bracket).looks[0]!;
      addShape(shapes, `line${hue}`, `M5 ${y + 3}V${y + 13}M5 ${y + 8}H12`);
      write(
        say(pack, 'key.listed', {
          when: nameSegment(pack, data, bracket),
          label: tellInvolved(reading, pack, bracket, i),
        }),
        EVENT,
        32,
      );
      y += 3;
    }
  }

  function drawGroups(i: number, part: number): void {
    const { complete } = stacks[i]!;
    const height = Math.max(LEAST_BAR, THIN_BAR * part);
    for (const group of segments.groups) {
      const n = group.values[i];
      if (n === undefined) continue;
      if (group.kind === 'unattributed' && n === null) {
        // Said in words below.
        stage.put(group, i, { x0: 0, x1: 1, y0: y, y1: y + height });
        continue;
      }
      const figure = formatSum(pack, n, group.open[i]);
      labels.push(label(figure, width, y + 12, 'end', SMALL_VALUE));
      name(group, width - textWidth(figure, SMALL_VALUE.size, true) - 8);
      const box = { x0: 0, x1: ((n ?? 0) * width) / max, y0: y, y1: y + height };
      paintSegment(shapes, paintOf(group, i), box);
      if (n === 0) addShape(shapes, 'base', rectPath({ ...box, x1: 1 }));
      if (n === null || group.open[i]) addShape(shapes, 'gaps', rectPath({ ...box, x0: box.x1, x1: width }));
      openEnd(box.x1, box.y0, box.y1, complete);
      stage.put(group, i, box);
      y += height + 7;
    }
    const last = segments.groups.at(-1);
    if (last?.kind !== 'unattributed' || typeof last.values[i] !== 'number')
      write(say(pack, 'unpublished'), EVENT);
  }

  function name(group: Segment, space: number): void {
    const lines = wrapText(nameSegment(pack, data, group), space, EVENT.size);
    for (const line of lines.length ? lines : ['']) {
      labels.push(label(line, 0, y + 12, 'start', EVENT));
      y += LINE;
    }
    y += 2;
  }
}
