import { linePath } from '../../geometry/hatch.js';
import {
  type Label,
  label,
  type LabelStyle,
  LINE,
  SMALL_VALUE,
  EVENT,
  DETAIL,
} from '../../geometry/label.js';
import { addShape } from '../../geometry/shapes.js';
import { textWidth } from '../../geometry/text-width.js';
import { wrapText } from '../../geometry/wrap.js';
import { say } from '../../words/language.js';
import { formatShare } from '../../words/numbers.js';
import { nameSegment } from './names.js';
import { paintSegment } from './paint.js';
import type { Segment } from './segments.js';
import type { Stage } from './stage.js';
import { formatSum } from './sums.js';
import { tellInvolved } from './summary.js';

const SWATCH = 20;
const SWATCH_HEIGHT = 12;
const SPACE = 8;
const LANE = 9;
const BRACKET_WORDS = 104;
/** Least room for a name, px. */
const LEAST_WORDS = 48;
/** Between two entries, px; more where brackets have to be told apart. */
const AIR = 5;
const LEAST_WITH_BRACKETS = 24;

interface Entry {
  readonly segment?: Segment;
  readonly number: string;
  readonly isHeading?: boolean;
  readonly lines: readonly string[];
  y: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly isBracketed: boolean;
  /** False where the list speaks for a drawing of other periods too: what only those have is named below. */
  readonly isAlone?: boolean;
}

export interface PlacedList {
  readonly labels: Label[];
  /** The y below the last line. */
  readonly end: number;
}

/**
 * The segments of one period as a list, in the order of the stack from its top: sample, figure, name. Brackets join the
 * lines of an actor that is named in several, with its overlapping figure.
 */
export function layoutList(
  stage: Stage,
  list: readonly Segment[],
  stack: number,
  { x, y, width, isBracketed, isAlone = true }: Place,
): PlacedList {
  const { reading, pack, shapes, segments, paintOf, isShare } = stage;
  const brackets = isBracketed
    ? segments.brackets.filter((one) => list.filter((other) => isOf(one, other, stack)).length > 1)
    : [];
  const shown = list.filter(({ values }) => values[stack] !== undefined).reverse();
  const figure = (segment: Segment): string => {
    const n = segment.values[stack];
    if (n === null || n === undefined) return say(pack, 'nk');
    return isShare && stage.hasShares(stack)
      ? formatShare(pack, n, reading.stacks[stack]!.sum)
      : formatSum(pack, n, segment.open[stack]);
  };
  const numbers = shown.map(figure);
  const figures = Math.ceil(Math.max(0, ...numbers.map((text) => textWidth(text, SMALL_VALUE.size, true))));
  const bracketRoom = brackets.length ? brackets.length * LANE + BRACKET_WORDS + SPACE : 0;
  const room = width - SWATCH - 2 * SPACE - figures - bracketRoom;
  // Figures that leave no room for names make no list beside a plot.
  if (!isAlone && room < LEAST_WORDS) return { labels: [], end: Infinity };
  const entries: Entry[] = shown.map((segment, i) => ({
    segment,
    number: numbers[i]!,
    lines: wrapText(nameSegment(pack, reading.data, segment), room, EVENT.size, false, 6),
    y: 0,
  }));
  if (!shown.some(({ kind, values }) => kind === 'unattributed' && values[stack] !== null)) {
    const at = entries.findIndex(({ segment }) => segment?.kind === 'unattributed');
    const entry = {
      number: '',
      lines: wrapText(say(pack, 'unpublished'), room + figures + SPACE, EVENT.size, false, 3),
      y: 0,
    };
    if (at < 0) entries.splice(entries[0]?.segment?.kind === 'missing' ? 1 : 0, 0, entry);
    else entries[at] = entry;
  }
  const labels: Label[] = [];
  let top = y;
  const others = isAlone
    ? []
    : list.filter(({ values }) => values[stack] === undefined && values.some((n) => n !== undefined));
  if (others.length) {
    entries.push({
      number: '',
      isHeading: true,
      lines: wrapText(say(pack, 'otherPeriods'), room, EVENT.size),
      y: 0,
    });
    for (const segment of others.reverse())
      entries.push({
        segment,
        number: '',
        lines: wrapText(nameSegment(pack, reading.data, segment), room + figures, EVENT.size, false, 6),
        y: 0,
      });
  }
  for (const entry of entries) {
    entry.y = top;
    const { segment, number, lines, isHeading = false } = entry;
    if (isHeading) top += AIR;
    const left = x + SWATCH + SPACE;
    if (segment) {
      paintSegment(shapes, paintOf(segment, number ? stack : undefined), {
        x0: x,
        x1: x + SWATCH,
        y0: top + 2,
        y1: top + 2 + SWATCH_HEIGHT,
      });
      if (number) labels.push(label(number, left + figures, top + 12, 'end', SMALL_VALUE));
    }
    const text = isHeading ? x : number ? left + figures + SPACE : left;
    const style = { ...EVENT, bold: isHeading };
    lines.forEach((line, i) => labels.push(label(line, text, top + 12 + i * LINE, 'start', style)));
    top += Math.max(LINE + AIR, lines.length * LINE + AIR, brackets.length ? LEAST_WITH_BRACKETS : 0);
  }
  drawBrackets();
  return { labels, end: top };

  /** From top to bottom, each a lane of its own; words beside them, one under the other. */
  function drawBrackets(): void {
    const lanes = brackets
      .map((bracket) => {
        const mine = entries.filter(({ segment }) => segment && isOf(bracket, segment, stack));
        return { bracket, from: mine[0]!.y + 4, to: mine.at(-1)!.y + 12 };
      })
      .sort((a, b) => a.from - b.from || a.to - b.to);
    const left = x + width - BRACKET_WORDS - lanes.length * LANE;
    let free = y;
    lanes.forEach(({ bracket, from, to }, i) => {
      const { hue } = paintOf(bracket).looks[0]!;
      const at = left + i * LANE;
      const middle = (from + to) / 2;
      addShape(
        shapes,
        `line${hue}`,
        linePath(at - 4, from, at, from) + linePath(at, from, at, to) + linePath(at - 4, to, at, to),
      );
      const written = (text: string, style: LabelStyle): [string, LabelStyle][] =>
        wrapText(text, BRACKET_WORDS, style.size, style.bold, 4).map((line) => [line, style]);
      const lines = [
        ...written(nameSegment(pack, reading.data, bracket), { ...DETAIL, bold: true }),
        ...written(tellInvolved(reading, pack, bracket, stack), DETAIL),
      ];
      const start = Math.max(free, middle - (lines.length * LINE) / 2);
      lines.forEach(([line, style], k) =>
        labels.push(label(line, left + lanes.length * LANE, start + 11 + k * LINE, 'start', style)),
      );
      free = start + lines.length * LINE + 6;
    });
    top = Math.max(top, free);
  }
}

/** Whether a layer of one stack is part of what an actor is named in. */
export function isOf({ places: [place] }: Segment, layer: Segment, stack: number): boolean {
  return layer.places.includes(place!) && layer.values[stack] !== undefined;
}
