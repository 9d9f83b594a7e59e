import { times } from '../data/times.js';
import type { Box } from './box.js';
import { linePath } from './hatch.js';
import { round } from './round.js';

/**
 * Textures cut to a box, as path data: no pattern fills, so no ids, and every viewer draws them. All boxes share one grid,
 * so that neighbours of one kind read as one surface.
 */

/** Lines x·a + y·b = c, `pitch` px apart along x or y: (1,1) falls to the left, (1,-1) to the right, (1,0) and (0,1) are upright and level. */
function linesAt({ x0, y0, x1, y1 }: Box, a: number, b: number, pitch: number): string {
  const ends = [a * x0 + b * y0, a * x0 + b * y1, a * x1 + b * y0, a * x1 + b * y1];
  const [least, last] = [Math.min(...ends), Math.max(...ends)];
  let path = '';
  // A box too small for the grid still has its line, in the middle.
  const start = Math.ceil((least + 1) / pitch) * pitch;
  for (let c = start < last - 1 ? start : (least + last) / 2; c < last - 1; c += pitch) {
    if (!b) path += linePath(c, y0, c, y1);
    else if (!a) path += linePath(x0, c, x1, c);
    else {
      // On the line, y = b (c - x).
      const [from, to] = b > 0 ? [c - y1, c - y0] : [c + y0, c + y1];
      const [left, right] = [Math.max(x0, from), Math.min(x1, to)];
      if (right - left > 0.5) path += linePath(left, b * (c - left), right, b * (c - right));
    }
  }
  return path;
}

/** The lines of each motif, as pairs a, b: eight that differ without colour. */
const MOTIFS: readonly (readonly (readonly [number, number])[])[] = [
  [[1, 1]],
  [[0, 1]],
  [[1, -1]],
  [[1, 0]],
  [
    [1, 0],
    [0, 1],
  ],
  [
    [1, 1],
    [1, -1],
  ],
  [
    [1, 1],
    [0, 1],
  ],
  [
    [1, -1],
    [1, 0],
  ],
];

/** Lines of a motif, 1 to 8. */
export function motifLines(motif: number, box: Box, pitch: number): string {
  return MOTIFS[motif - 1]!.map(([a, b]) => linesAt(box, a, b, pitch)).join('');
}

/** Dots in staggered rows; a box too small for the grid has a row of its own, a slim one a dot. */
export function dots({ x0, y0, x1, y1 }: Box, pitch: number): string {
  const r = 1.2;
  const [wide, high] = [x1 - x0, y1 - y0];
  if (wide < 2 * r || high < 2 * r) return '';
  const dot = (x: number, y: number): string => `M${round(x - r)} ${round(y)}h${2 * r}`;
  let path = '';
  if (high < 3 * pitch || wide < 3 * pitch) {
    const [columns, rows] = [wide, high].map((side) => Math.max(1, Math.round(side / (1.4 * pitch))));
    for (let row = 0; row < rows!; row++)
      for (let k = 0; k < columns!; k++)
        path += dot(x0 + ((k + 0.5) * wide) / columns!, y0 + ((row + 0.5) * high) / rows!);
    return path;
  }
  for (let row = Math.ceil((y0 + r) / pitch); row * pitch <= y1 - r; row++) {
    const shift = row % 2 ? pitch : 0;
    for (let k = Math.ceil((x0 + r - shift) / (2 * pitch)); k * 2 * pitch + shift <= x1 - r; k++)
      path += dot(k * 2 * pitch + shift, row * pitch);
  }
  return path;
}

/** Width of a diagonal band along x, px: over 8 px across, so that each hue can be read. */
const BAND = 13;

/** Diagonal bands by turns: entry `i` of `count` holds every `count`-th band, cut to the box, and the lines in their middle. */
export function bandPaths(box: Box, count: number): { area: string; middle: string }[] {
  const paths = times(count, () => ({ area: '', middle: '' }));
  const { x0, y0, x1, y1 } = box;
  // From the box's own corner, so that even a narrow one begins with the first hue.
  const start = x0 + y0;
  for (let i = 0; start + i * BAND < x1 + y1; i++) {
    const [from, to] = [start + i * BAND, start + (i + 1) * BAND];
    // The corners of the strip from ≤ x + y ≤ to inside the box, clockwise.
    const at = (c: number): [number, number][] => [
      [Math.max(x0, c - y1), Math.min(y1, c - x0)],
      [Math.min(x1, c - y0), Math.max(y0, c - x1)],
    ];
    const [[lx, ly], [ux, uy]] = at(from) as [[number, number], [number, number]];
    const [[lx2, ly2], [ux2, uy2]] = at(Math.min(to, x1 + y1)) as [[number, number], [number, number]];
    const points: [number, number][] = [[lx, ly]];
    points.push([ux, uy]);
    if (ux < x1 && ux2 >= x1) points.push([x1, y0]);
    points.push([ux2, uy2], [lx2, ly2]);
    if (ly < y1 && ly2 >= y1) points.push([x0, y1]);
    const path = paths[i % count]!;
    const centre = (from + to) / 2;
    if (centre < x1 + y1) {
      const [a, b] = at(centre) as [[number, number], [number, number]];
      path.middle += linePath(...a, ...b);
    }
    path.area += `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`;
  }
  return paths;
}
