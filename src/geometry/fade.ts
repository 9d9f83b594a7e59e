import { rectPath } from './hatch.js';
import { addShape, type Shapes } from './shapes.js';

/** Steps of the fade from low to high: enough to read as one. */
export const FADE_STEPS = 10;

/** A fade between two numbers of a published range, in shapes named fade0 (strong) to fade9. No caps, no whiskers. */
export function addFade(shapes: Shapes, x0: number, x1: number, low: number, high: number): void {
  const step = (low - high) / FADE_STEPS;
  for (let k = 0; k < FADE_STEPS; k++) {
    // Whole pixels: a seam between two steps would read as a line.
    const [lower, upper] = [Math.round(low - step * k), Math.round(low - step * (k + 1))];
    if (upper < lower) addShape(shapes, `fade${k}`, rectPath({ x0, x1, y0: upper, y1: lower }));
  }
}
