import type { Box } from './box.js';
import { round } from './round.js';

/** Distance between hatch lines, px: fine and still (coarse stripes can harm). */
const PITCH = 6;

/**
 * Diagonal lines cut to a box, as path data. Lines, not a pattern fill: a page cannot restyle them into a solid column,
 * they need no ids, and every viewer draws them. All boxes share one grid, so that neighbours' lines meet.
 */
export function hatchLines({ x0, y0, x1, y1 }: Box): string {
  let path = '';
  // A line is x + y = c.
  for (let c = Math.ceil((x0 + y0) / PITCH) * PITCH; c < x1 + y1; c += PITCH) {
    const from = Math.max(x0, c - y1);
    const to = Math.min(x1, c - y0);
    if (to - from > 0.3) path += linePath(from, c - from, to, c - to);
  }
  return path;
}

/** A dashed line as its dashes: a page cannot turn it into a whole one. */
export function dashes(x0: number, y0: number, x1: number, y1: number, dash = 4, space = 3): string {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length];
  let path = '';
  for (let at = 0; at < length; at += dash + space) {
    const to = Math.min(length, at + dash);
    path += linePath(x0 + dx * at, y0 + dy * at, x0 + dx * to, y0 + dy * to);
  }
  return path;
}

/** A straight line as path data. */
export function linePath(x0: number, y0: number, x1: number, y1: number): string {
  return `M${round(x0)} ${round(y0)}L${round(x1)} ${round(y1)}`;
}

/** A box as path data. */
export function rectPath({ x0, y0, x1, y1 }: Box): string {
  return `M${round(x0)} ${round(y0)}H${round(x1)}V${round(y1)}H${round(x0)}Z`;
}

/** A disc as path data. */
export function discPath(x: number, y: number, r: number): string {
  return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}
