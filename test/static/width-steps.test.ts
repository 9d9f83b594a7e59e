import assert from 'node:assert/strict';
import test from 'node:test';
import { findSteps, straighten } from '../../src/static/width-steps.js';

const same = (one: number, other: number): boolean => one === other;

test('a function of the width is found as its steps', () => {
  const at = (width: number): number => (width < 300 ? 10 : width < 307 ? 20 : 15);
  assert.deepEqual(findSteps(at, same, 240, 400), [
    { from: 240, value: 10 },
    { from: 300, value: 20 },
    { from: 307, value: 15 },
  ]);
  assert.deepEqual(
    findSteps(() => 7, same, 240, 1600),
    [{ from: 240, value: 7 }],
  );
});
test('it is asked for few widths where it does not change', () => {
  let asked = 0;
  findSteps((width) => (asked++, width < 500 ? 1 : 2), same, 240, 1640);
  assert.ok(asked < 360, String(asked));
});
test('wide steps stay as they are', () => {
  const steps = [
    { from: 240, value: 288 },
    { from: 480, value: 368 },
    { from: 604, value: 380 },
  ];
  assert.deepEqual(
    straighten(steps, 1600),
    steps.map(({ from, value }) => ({ from, start: value, slope: 0 })),
  );
});

/** What straight pieces give at a width. */
const read = (pieces: ReturnType<typeof straighten>, width: number): number => {
  const piece = pieces.findLast(({ from }) => from <= width)!;
  return piece.start + piece.slope * (width - piece.from);
};

for (const [what, at] of [
  ['grows as an arc does', (w: number) => Math.floor(0.41 * w)],
  ['grows px by px', (w: number) => w],
  ['shrinks', (w: number) => 900 - Math.round(w / 3)],
  ['jumps', (w: number) => (w < 333 ? Math.round(w / 2) : w < 334 ? 900 : Math.round(w / 2.5))],
  ['is a saw', (w: number) => w % 5],
] as [string, (width: number) => number][])
  test(`a height that ${what} is nowhere more than half a px away from its straight pieces`, () => {
    const pieces = straighten(findSteps(at, same, 240, 700), 700);
    for (let width = 240; width <= 700; width++) {
      const gap = Math.abs(read(pieces, width) - at(width));
      assert.ok(gap <= 0.5 + 1e-9, `${width}: ${gap}`);
    }
  });
test('an arc takes few pieces', () => {
  const steps = findSteps((w) => Math.floor(0.41 * w), same, 240, 700);
  assert.ok(steps.length > 150);
  assert.ok(straighten(steps, 700).length < 5, `${straighten(steps, 700).length}`);
});
