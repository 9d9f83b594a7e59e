import { dashes, linePath } from '../../geometry/hatch.js';
import { round } from '../../geometry/round.js';
import { addShape, type Shapes } from '../../geometry/shapes.js';

/** Distances along a track, px: of hatch lines, and half the width of a hollow mark. */
const PITCH = 6;
const HOLLOW = 3;
/** How far a mark stands out of the track, px. */
export const OVER = 6;

/**
 * The one thing in which arc and bar differ: where an amount is. From that every mark follows, so that both forms show
 * the same marks and no third way to draw them is needed.
 */
export interface Track {
  /** Amount at the end of the scale, and px of track for all of it. */
  readonly end: number;
  readonly length: number;
  readonly thick: number;
  /** The point of an amount, `depth` px over the inner edge. */
  readonly at: (value: number, depth: number) => readonly [number, number];
  /** Path data along the track from where the pen is. */
  readonly along: (value: number, depth: number, back: boolean) => string;
}

/** A half circle around (`cx`, `cy`), from left to right; no needle, no zones. */
export function arcTrack(cx: number, cy: number, r: number, thick: number, end: number): Track {
  const at = (value: number, depth: number): [number, number] => {
    const angle = Math.PI * (1 - value / end);
    const q = r - thick + depth;
    return [cx + q * Math.cos(angle), cy - q * Math.sin(angle)];
  };
  return {
    end,
    length: Math.PI * (r - thick / 2),
    thick,
    at,
    along: (value, depth, back) =>
      `A${round(r - thick + depth)} ${round(r - thick + depth)} 0 0 ${back ? 0 : 1} ${point(at(value, depth))}`,
  };
}

/** A level bar with its lower left corner at (`x0`, `y1`). */
export function barTrack(x0: number, y1: number, length: number, thick: number, end: number): Track {
  const at = (value: number, depth: number): [number, number] => [x0 + (value / end) * length, y1 - depth];
  return { end, length, thick, at, along: (value, depth) => `L${point(at(value, depth))}` };
}

/** A piece of the track, filled. */
export function drawBand(
  shapes: Shapes,
  name: string,
  { at, along, thick }: Track,
  from: number,
  to: number,
): void {
  if (to > from)
    addShape(
      shapes,
      name,
      `M${point(at(from, 0))}${along(to, 0, false)}L${point(at(to, thick))}${along(from, thick, true)}Z`,
    );
}

/** An amount of part of a period: a pale ground, hatch lines, whole sides and a dashed end, so that it can never seem finished. */
export function drawOpenBand(shapes: Shapes, track: Track, to: number): void {
  const { at, along, thick, end, length } = track;
  drawBand(shapes, 'ground', track, 0, to);
  const px = end / length;
  let lines = '';
  for (const depth of [0, thick]) lines += `M${point(at(0, depth))}${along(to, depth, false)}`;
  // Lines lean by the track's thickness; those at the ends are cut there.
  const lean = thick * px;
  for (let value = -lean + PITCH * px; value < to; value += PITCH * px) {
    const [low, high] = [Math.max(0, value), Math.min(to, value + lean)];
    const line = (one: number): readonly [number, number] => at(one, ((one - value) / lean) * thick);
    lines += linePath(...line(low), ...line(high));
  }
  addShape(shapes, 'hatch', lines);
  addShape(shapes, 'open', dashes(...at(to, 0), ...at(to, thick)));
}

/** The outline of the whole track in dashes: the scale ends in something that is not there yet. */
export function drawHollowTrack(shapes: Shapes, { at, along, thick, end, length }: Track): void {
  const [dash, step] = [(5 * end) / length, (9 * end) / length];
  for (const depth of [0, thick])
    for (let value = 0; value < end; value += step)
      addShape(
        shapes,
        'outline',
        `M${point(at(value, depth))}${along(Math.min(end, value + dash), depth, false)}`,
      );
  for (const value of [0, end])
    addShape(shapes, 'outline', dashes(...at(value, 0), ...at(value, thick), 5, 4));
}

/** A line across the track: a whole one with a halo, or two dashed ones with nothing between. */
export function drawMark(
  shapes: Shapes,
  { at, thick, end, length }: Track,
  value: number,
  name: string,
): void {
  const line = (one: number): [number, number, number, number] => [
    ...at(one, -OVER / 2),
    ...at(one, thick + OVER),
  ];
  if (name !== 'hollow') {
    for (const one of [`${name}Halo`, name]) addShape(shapes, one, linePath(...line(value)));
    return;
  }
  const half = (HOLLOW * end) / length;
  addShape(shapes, 'hollowHalo', linePath(...line(value)));
  const [left, right] = [line(value - half), line(value + half)];
  for (const side of [left, right]) addShape(shapes, 'hollow', dashes(...side, 4, 2.5));
  // The ends are closed, so that it reads as one hollow mark and not as two.
  addShape(
    shapes,
    'hollow',
    linePath(left[0], left[1], right[0], right[1]) + linePath(left[2], left[3], right[2], right[3]),
  );
}

function point([x, y]: readonly [number, number]): string {
  return `${round(x)} ${round(y)}`;
}
