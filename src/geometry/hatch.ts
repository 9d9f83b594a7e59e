import type { Box } from './box.js';
import { round } from './round.js';

/** Distance between hatch lines, px: fine and still (coarse stripes can harm). */
export const HATCH_PITCH = 6;

/**
 * Diagonal lines cut to a box, as path data. Lines, not a pattern fill: a page cannot restyle them into a solid column,
 * they need no ids, and every viewer draws them. All boxes share one grid, so that neighbours' lines meet.
 */
export function hatchLines({ x0, y0, x1, y1 }: Box, pitch = HATCH_PITCH): string {
  let path = '';
  // A line is x + y = c.
  for (let c = Math.ceil((x0 + y0) / pitch) * pitch; c < x1 + y1; c += pitch) {
    const fromX = Math.max(x0, c - y1);
    const toX = Math.min(x1, c - y0);
    if (toX - fromX > 0.3) path += `M${round(fromX)} ${round(c - fromX)}L${round(toX)} ${round(c - toX)}`;
  }
  return path;
}

/** A dashed line as its dashes: a page cannot turn it into a whole one. Horizontal or vertical. */
export function dashes(x0: number, y0: number, x1: number, y1: number, dash = 4, space = 3): string {
  const length = Math.abs(x1 - x0) + Math.abs(y1 - y0);
  if (!(length > 0)) return '';
  let path = '';
  for (let at = 0; at < length; at += dash + space) {
    const to = Math.min(length, at + dash);
    const point = (d: number): string =>
      `${round(x0 + ((x1 - x0) * d) / length)} ${round(y0 + ((y1 - y0) * d) / length)}`;
    path += `M${point(at)}L${point(to)}`;
  }
  return path;
}

/** A box as path data. */
export function rectPath({ x0, y0, x1, y1 }: Box): string {
  return `M${round(x0)} ${round(y0)}H${round(x1)}V${round(y1)}H${round(x0)}Z`;
}
