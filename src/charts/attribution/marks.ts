import type { Box } from '../../geometry/box.js';
import type { AttributionReading } from './contract.js';
import type { AttributionScene } from './scene.js';

/** How far from a mark a pointer still means it, px. */
const NEAR = 14;
/** Least side of the place that stands for a mark, px. */
const LEAST = 8;

/** The row meant by a point of the drawing: the one whose place holds it or is nearest. */
export function markAt(
  _: AttributionReading,
  { places }: AttributionScene,
  x: number,
  y: number,
): number | undefined {
  let [found, least]: [number | undefined, number] = [undefined, NEAR];
  for (const { row, box } of places) {
    const away = Math.hypot(Math.max(box.x0 - x, 0, x - box.x1), Math.max(box.y0 - y, 0, y - box.y1));
    // Of two that touch, the later is on top.
    if (away <= least) [found, least] = [row, away];
  }
  return found;
}

/** The place of a row, high enough to be seen. */
export function markBox(_: AttributionReading, { places, width }: AttributionScene, index: number): Box {
  const { x0, x1, y0, y1 } = places.find(({ row }) => row === index)?.box ?? {
    x0: 0,
    x1: width,
    y0: 0,
    y1: 0,
  };
  const [wide, high] = [LEAST - (x1 - x0), LEAST - (y1 - y0)].map((lack) => Math.max(0, lack / 2)) as [
    number,
    number,
  ];
  return { x0: x0 - wide, x1: x1 + wide, y0: y0 - high, y1: y1 + high };
}

/** The next row along the calendar (`dx`) or up the stack (`dy`): the same part where it is there, else the nearest. */
export function stepFrom({ stacks }: AttributionReading, index: number, dx: number, dy: number): number {
  const at = stacks.findIndex(({ rows }) => rows.includes(index));
  const part = stacks[at]!.rows.indexOf(index);
  if (dy) {
    const list = stacks[at]!.rows;
    for (let next = part + dy; next >= 0 && next < list.length; next += dy)
      if (list[next] !== undefined) return list[next]!;
    return index;
  }
  for (let next = at + dx; next >= 0 && next < stacks.length; next += dx) {
    const there = stacks[next]!.rows;
    const parts = there.flatMap((row, i) => (row === undefined ? [] : i));
    if (!parts.length) continue;
    return there[parts.reduce((a, b) => (Math.abs(b - part) < Math.abs(a - part) ? b : a))]!;
  }
  return index;
}
