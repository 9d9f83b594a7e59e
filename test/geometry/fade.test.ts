import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { addFade, FADE_STEPS } from '../../src/geometry/fade.js';
import type { Shapes } from '../../src/geometry/shapes.js';
import { boxesOf, type DrawnPath, readPath } from '../support/assert-path.js';

fc.configureGlobal({ includeErrorInReport: true });

/** Top and foot of each step that is drawn, from the strong one to the faint. */
function stepsOf(low: number, high: number): { y0: number; y1: number; x0: number; x1: number }[] {
  const shapes: Shapes = {};
  addFade(shapes, 10, 20, low, high);
  return Array.from({ length: FADE_STEPS }, (_, i) => shapes[`fade${i}`] ?? '').flatMap((d) =>
    boxesOf([{ d, runs: readPath(d), attributes: {} } as DrawnPath]),
  );
}

test('ten steps from low to high: strong at the foot, faint at the top', () => {
  assert.deepEqual(
    stepsOf(200, 100).map(({ y0, y1 }) => [y1, y0]),
    [200, 190, 180, 170, 160, 150, 140, 130, 120, 110].map((y) => [y, y - 10]),
  );
});
test('every step is as wide as the strip', () => {
  for (const { x0, x1 } of stepsOf(200, 100)) assert.deepEqual([x0, x1], [10, 20]);
});
test('a range of nothing is not drawn, nor one that is upside down', () => {
  assert.deepEqual(stepsOf(100, 100), []);
  assert.deepEqual(stepsOf(100, 200), []);
});
test('steps lie on whole pixels, end to end, from low to high', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 400, noNaN: true }),
      fc.double({ min: 0, max: 400, noNaN: true }),
      (a, b) => {
        const [high, low] = [Math.min(a, b), Math.max(a, b)];
        const steps = stepsOf(low, high);
        if (!steps.length) return assert.ok(low - high <= 1, `${low} ${high}`);
        steps.forEach(({ y0, y1 }, i) => {
          assert.ok(Number.isInteger(y0) && Number.isInteger(y1) && y0 < y1);
          if (i) assert.equal(y1, steps[i - 1]!.y0, 'no seam, no overlap');
        });
        assert.equal(steps[0]!.y1, Math.round(low));
        return assert.ok(Math.abs(steps.at(-1)!.y0 - high) <= 0.5 + 1e-6, 'up to the high figure');
      },
    ),
    { numRuns: 500 },
  );
});
test('a fade adds to what is there', () => {
  const shapes: Shapes = {};
  addFade(shapes, 0, 5, 100, 50);
  addFade(shapes, 20, 25, 100, 50);
  assert.equal(readPath(shapes.fade0!).length, 2);
});
