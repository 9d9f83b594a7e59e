import { discPath, linePath } from '../../geometry/hatch.js';
import {
  block,
  DETAIL,
  type Label,
  label,
  labelBox,
  type LabelRoom,
  type LabelStyle,
  LINE,
  NUMBER,
  SMALL_VALUE,
} from '../../geometry/label.js';
import { addShape, type Shapes } from '../../geometry/shapes.js';
import { textWidth } from '../../geometry/text-width.js';
import { wrapText } from '../../geometry/wrap.js';
import { say } from '../../words/language.js';
import { formatNumber, formatPlain, formatTick } from '../../words/numbers.js';
import { localText } from '../../words/phrases.js';
import type { ReportedReference } from './contract.js';
import { isHollow } from './like.js';
import { whatIs } from './phrases.js';
import type { Placed, Stage } from './stage.js';
import { formatShort } from './units.js';

type Point = readonly [number, number];

/** Lines of words a reference may take in the drawing; longer ones stand in the list. */
const MOST_LINES = 5;
/** A label farther from its mark than this is led to it, px. */
const NEAR = 9;
const DISC = 9;

/** The words of a reference, broken to a width; nothing where a word would have to be cut. */
export function referenceLines(
  { reading, pack, ending }: Stage,
  reference: ReportedReference,
  width: number,
): [string, LabelStyle][] | undefined {
  const { value, label: words } = reference;
  const texts = [localText(pack, words)];
  // What is no like thing, and what the scale ends in, says in the picture what it is.
  if (reference === ending || isHollow(reading, reference)) texts.push(whatIs(pack, reading, reference));
  const lines = texts.flatMap((text) => {
    let wrapped = wrapText(text, width, DETAIL.size);
    // Lines of about one length: no word stands alone.
    for (let less = width; wrapped.length > 1; ) {
      const narrower = wrapText(text, (less -= 8), DETAIL.size);
      if (narrower.length > wrapped.length || narrower.join('').length < wrapped.join('').length) break;
      wrapped = narrower;
    }
    return wrapped.join('').length < text.replaceAll(/[ \n\t]+/g, '').length ? [''] : wrapped;
  });
  const amount = formatShort(pack, value, reading.data.unit);
  return lines.includes('') || lines.length > MOST_LINES
    ? undefined
    : [[amount, SMALL_VALUE], ...lines.map((line): [string, LabelStyle] => [line, DETAIL])];
}

/** Words at a place they might take, and the point of them that a line leads to. */
export interface Candidate {
  readonly lines: Label[];
  readonly to: Point;
  /** px from the mark. */
  readonly far: number;
}

/** Where one form has room for the words and the number of a reference, the best place first. */
export interface Places {
  /** The end of a mark. */
  readonly from: (reference: ReportedReference) => Point;
  readonly words: (reference: ReportedReference) => readonly Candidate[];
  readonly discs: (reference: ReportedReference) => readonly Point[];
  /** Says that a line may not lead through a point. */
  readonly isTaken: (x: number, y: number) => boolean;
}

/**
 * Places references in the order given: words in the first place that is free and can be led to, else a number, else the
 * list alone. Nothing overlaps, nothing is lost.
 */
export function placeReferences(
  { reading, pack }: Stage,
  references: readonly ReportedReference[],
  room: LabelRoom,
  shapes: Shapes,
  { from, words, discs, isTaken }: Places,
): Pick<Placed, 'list' | 'labels' | 'strain'> {
  const numbers: Label[] = [];
  const isWritten = (x: number, y: number): boolean =>
    room.labels.map(labelBox).some((box) => x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1);
  const lead = (start: Point, to: Point): boolean => {
    const [dx, dy] = [to[0] - start[0], to[1] - start[1]];
    const far = Math.hypot(dx, dy);
    const steps = Array.from({ length: Math.floor(far / 4) }, (_, i): Point => {
      const part = (i * 4 + 2) / far;
      return [start[0] + dx * part, start[1] + dy * part];
    });
    if (steps.some(([x, y]) => isTaken(x, y) || isWritten(x, y))) return false;
    return far < NEAR || steps.every(([x, y]) => leads.every(([a, b]) => Math.hypot(x - a, y - b) > 3));
  };
  const leads: Point[] = [];
  const drawLead = (start: Point, to: Point): void => {
    const far = Math.hypot(to[0] - start[0], to[1] - start[1]);
    if (far < NEAR) return;
    addShape(shapes, 'leaders', linePath(...start, ...to));
    for (let at = 2; at < far; at += 4) {
      const [x, y] = [start[0] + ((to[0] - start[0]) * at) / far, start[1] + ((to[1] - start[1]) * at) / far];
      leads.push([x, y]);
      room.take({ x0: x - 1, x1: x + 1, y0: y - 1, y1: y + 1 });
    }
  };
  let strain = 0;
  const left = references.filter((one) => {
    const start = from(one);
    const found = words(one).find(({ lines, to }) => lead(start, to) && room.place(lines));
    if (found) drawLead(start, found.to);
    strain += found?.far ?? 0;
    return !found;
  });
  const list = reading.references
    .filter((one) => left.includes(one))
    .map((reference) => {
      const start = from(reference);
      const disc = discs(reference).find(
        ([x, y]) =>
          room.isFree({ x0: x - DISC, x1: x + DISC, y0: y - DISC, y1: y + DISC }) && lead(start, [x, y]),
      );
      if (!disc) return { reference, number: undefined };
      const [x, y] = disc;
      drawLead(start, disc);
      room.take({ x0: x - DISC, x1: x + DISC, y0: y - DISC, y1: y + DISC });
      addShape(shapes, 'discs', discPath(x, y, DISC));
      const number = numbers.length + 1;
      numbers.push(label(formatPlain(pack, number), x, y + 4.3, 'middle', NUMBER));
      return { reference, number };
    });
  return { list, strain, labels: [...room.labels, ...numbers] };
}

/** A block at a place, and its point nearest to `from`. */
export function candidate(
  lines: readonly (readonly [string, LabelStyle])[],
  x: number,
  y: number,
  anchor: Label['anchor'],
  from: Point,
): Candidate {
  const labels = block(x, y, anchor, ...lines);
  const boxes = labels.map(labelBox);
  const near = (value: number, ends: readonly number[]): number =>
    Math.max(Math.min(...ends), Math.min(Math.max(...ends), value));
  const to: Point = [
    near(from[0], boxes.flatMap(({ x0, x1 }) => [x0 - 2, x1 + 2])),
    near(from[1], boxes.flatMap(({ y0, y1 }) => [y0, y1])),
  ];
  return { lines: labels, to, far: Math.hypot(to[0] - from[0], to[1] - from[1]) };
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
  const lines = referenceLines(stage, ending, width);
  const told = lines ?? [
    [amount, SMALL_VALUE],
    ...wrapText(whatIs(pack, reading, ending), width, DETAIL.size).map((text) => [text, DETAIL] as const),
  ];
  labels.push(...block(right, y + (told.length - 1) * LINE, 'end', ...told));
  return { labels, isTold: lines !== undefined };
}
