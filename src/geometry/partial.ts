import type { Box } from './box.js';
import { dashes, hatchLines, linePath, rectPath } from './hatch.js';
import { addShape, type Shapes } from './shapes.js';

/** The width under which hatching would be noise and only the outline is drawn, px. */
const LEAST_HATCHED = 12;

/** A partial period: a pale ground, hatch lines, whole sides and a dashed top, so that it can never seem finished. */
export function drawPartial(shapes: Shapes, box: Box, top: number): void {
  const { x0, x1, y1 } = box;
  addShape(shapes, 'ground', rectPath(box));
  const sides = linePath(x0, y1, x0, box.y0) + linePath(x1, y1, x1, box.y0);
  addShape(shapes, 'hatch', x1 - x0 < LEAST_HATCHED ? sides : hatchLines(box) + sides);
  addShape(shapes, 'open', dashes(x0, top, x1, top));
}
