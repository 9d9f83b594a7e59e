import { times } from '../../data/times.js';
import type { Box } from '../../geometry/box.js';
import { discPath, linePath } from '../../geometry/hatch.js';
import {
  block,
  DETAIL,
  type Label,
  label,
  type LabelRoom,
  type LabelStyle,
  LINE,
  NUMBER,
  SMALL_VALUE,
} from '../../geometry/label.js';
import { DISC, spreadDiscs } from '../../geometry/place-events.js';
import { addShape, type Shapes } from '../../geometry/shapes.js';
import { textWidth } from '../../geometry/text-width.js';
import { balanceText, isCut } from '../../geometry/wrap.js';
import { say } from '../../words/language.js';
import { formatNumber, formatPlain, formatTick } from '../../words/numbers.js';
import { localText } from '../../words/phrases.js';
import type { ReportedReference } from './contract.js';
import { isHollow } from './like.js';
import { whatIs, whichGold } from './phrases.js';
import type { Placed, Stage } from './stage.js';
import { formatShort } from './units.js';

type Point = readonly [number, number];

/** Lines of words a reference may take in the drawing; longer ones stand in the list. */
const MOST_LINES = 5;
/** A label farther from its mark than the first is led to it; none is farther than the second, px. */
const NEAR = 9;
export const FAR = 90;

/** Lines of words, and how wide they are, px. */
export interface WordBlock {
  readonly lines: readonly (readonly [string, LabelStyle])[];
  readonly width: number;
}

/** The words of a reference, broken to each of several widths; those in which a word would have to be cut are left out. */
export function referenceBlocks(
  { reading, pack, ending }: Stage,
  reference: ReportedReference,
  widths: readonly number[],
): WordBlock[] {
  const { value, label: words } = reference;
  const texts = [localText(pack, words)];
  // What is no like thing, and what the scale ends in, says in the picture what it is.
  if (reference === ending || isHollow(reading, reference))
    texts.unshift(whatIs(pack, reading, reference), ...whichGold(pack, reading, reference));
  const amount = formatShort(pack, value, reading.data.unit);
  const seen = new Set<string>();
  return widths.flatMap((most) => {
    const told = texts.flatMap((text) => {
      const wrapped = balanceText(text, most, DETAIL.size);
      return isCut(wrapped, text) ? [''] : wrapped;
    });
    const key = told.join('\n');
    if (seen.has(key) || told.includes('') || told.length > MOST_LINES) return [];
    seen.add(key);
    const lines = [[amount, SMALL_VALUE] as const, ...told.map(detail)];
    const width = Math.max(...lines.map(([text, { size, bold }]) => textWidth(text, size, bold)));
    return [{ lines, width }];
  });
}

/** Words at a place they might take, written when they are tried, and the point of them that a line leads to. */
export interface Candidate {
  readonly write: () => Label[];
  readonly to: Point;
  /** px from the mark. */
  readonly far: number;
  /** The same, and more for every line. */
  readonly cost: number;
}

/** Where one form has room for the words and the numbers of references. */
export interface Places {
  /** The end of a mark. */
  readonly from: (reference: ReportedReference) => Point;
  /** Places for its words, the best first. */
  readonly words: (reference: ReportedReference) => readonly Candidate[];
  /** The way along which numbers stand: how long it is in px, and where it is. */
  readonly way: number;
  readonly along: (px: number) => Point;
}

/**
 * Places references in the order given, each in the first place that is free and can be led to. Where one has none, all
 * get a number and stand in the list below: nothing overlaps, nothing is lost.
 */
export function placeReferences(
  { end, pack, x1 }: Stage,
  references: readonly ReportedReference[],
  room: LabelRoom,
  shapes: Shapes,
  { from, words, way, along }: Places,
): Pick<Placed, 'list' | 'labels' | 'strain'> {
  const lines: string[] = [];
  let strain = 0;
  const isPlaced = references.every((one) => {
    const start = from(one);
    const found = words(one).find(
      ({ write, to, far }) =>
        far < FAR && pointsOf(start, to).every((box) => room.isFree(box)) && room.place(write()),
    );
    if (!found) return false;
    strain += found.far;
    if (found.far > NEAR) lines.push(linePath(...start, ...found.to));
    for (const box of pointsOf(start, found.to)) room.take(box);
    return true;
  });
  if (isPlaced) {
    if (lines.length) shapes.leaders = lines.join('');
    return { list: [], strain, labels: room.labels };
  }
  const sorted = [...references].sort((a, b) => a.value - b.value);
  const discs = spreadDiscs(
    sorted.map(({ value }) => (value / end) * way),
    way,
  ).map(along);
  const isRoom = discs.every(([x, y]) => x > DISC && x < x1 - DISC && y > DISC);
  return {
    list: sorted.map((reference, i) => ({ reference, number: isRoom && discs.length ? i + 1 : undefined })),
    strain: isRoom ? 0 : 1000,
    labels: isRoom
      ? discs.map(([x, y], i) => {
          addShape(shapes, 'leaders', linePath(...from(sorted[i]!), x, y));
          addShape(shapes, 'discs', discPath(x, y, DISC));
          return label(formatPlain(pack, i + 1), x, y + 4.3, 'middle', NUMBER);
        })
      : [],
  };
}

/** A line as a row of small places, from a little after its start. */
function pointsOf([x, y]: Point, [toX, toY]: Point): Box[] {
  const far = Math.hypot(toX - x, toY - y);
  return times(Math.max(0, Math.floor(far / 4) - 2), (i) => {
    const part = (i * 4 + 9) / far;
    const [x0, y0] = [x + (toX - x) * part, y + (toY - y) * part];
    return { x0, x1: x0 + 0.1, y0, y1: y0 + 0.1 };
  });
}

/** A block at a place, and its point nearest to `from`. */
export function candidate(
  { lines, width }: WordBlock,
  x: number,
  y: number,
  anchor: Label['anchor'],
  from: Point,
): Candidate {
  const x0 = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  const near = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
  const to: Point = [
    near(from[0], x0 - 2, x0 + width + 2),
    near(from[1], y - (lines.length - 1) * LINE - SMALL_VALUE.size * 0.95, y + DETAIL.size * 0.27),
  ];
  const far = Math.hypot(to[0] - from[0], to[1] - from[1]);
  return { write: () => block(x, y, anchor, ...lines), to, far, cost: far + lines.length * 2 };
}

/**
 * Names the ends of the scale: 0, and the amount at which it ends, with what that is where it is something. Below the
 * track, from `y` down; `right` is the px at which long words end. Words that are too long are left to the list.
 */
export function nameEnds(
  stage: Stage,
  [zero, last]: readonly [number, number],
  y: number,
  right: number,
  width: number,
): { labels: Label[]; isTold: boolean } {
  const { reading, pack, end, ending } = stage;
  const amount = say(pack, `short.${reading.data.unit}`, { n: formatTick(pack, end) });
  const labels = [label(formatNumber(pack, 0), zero, y, 'middle', DETAIL)];
  if (!ending) {
    const half = textWidth(amount, DETAIL.size) / 2;
    labels.push(
      last + half > right ? label(amount, right, y, 'end', DETAIL) : label(amount, last, y, 'middle', DETAIL),
    );
    return { labels, isTold: true };
  }
  const [found] = referenceBlocks(stage, ending, [width]);
  const what =
    found?.lines.slice(1) ?? balanceText(whatIs(pack, reading, ending), width, DETAIL.size).map(detail);
  const full = formatShort(pack, end, reading.data.unit);
  const isShort = textWidth(full, SMALL_VALUE.size, true) > right - zero - 14;
  const told = [[isShort ? amount : full, SMALL_VALUE] as const, ...what];
  labels.push(...block(right, y + (told.length - 1) * LINE, 'end', ...told));
  return { labels, isTold: found !== undefined };
}

function detail(text: string): [string, LabelStyle] {
  return [text, DETAIL];
}
