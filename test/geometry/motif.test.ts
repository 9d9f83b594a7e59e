import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { bandPaths, dots, motifLines } from '../../src/geometry/motif.js';
import { assertClose, type Point, readPath } from '../support/assert-path.js';

fc.configureGlobal({ includeErrorInReport: true });

const MOTIFS = [1, 2, 3, 4, 5, 6, 7, 8];
/** Distances of lines that charts use, px: no grade or confirmed, likely, single source, contested. */
const PITCHES = [17, 12, 8.5, 6];
const SIDE = 40;
const square = { x0: 0, x1: SIDE, y0: 0, y1: SIDE };

/** Pixels of a box under strokes of a width: black and white, as a bad print has them. */
function rasterise(path: string, width: number): Uint8Array {
  const bitmap = new Uint8Array(SIDE * SIDE);
  for (const { points } of readPath(path)) {
    const [from, to] = points as [Point, Point];
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
    for (let y = 0; y < SIDE; y++)
      for (let x = 0; x < SIDE; x++) {
        const [px, py] = [x + 0.5 - from.x, y + 0.5 - from.y];
        const along = Math.min(length, Math.max(0, px * dx + py * dy));
        if (Math.hypot(px - along * dx, py - along * dy) <= width / 2) bitmap[y * SIDE + x] = 1;
      }
  }
  return bitmap;
}

/**
 * How much two bitmaps differ when one is moved over the other, up to 6 px each way, to where they differ least: the part of
 * all pixels, and the part of those that either has inked.
 */
function difference(a: Uint8Array, b: Uint8Array): { ofAll: number; ofInk: number } {
  let [ofAll, ofInk] = [1, 1];
  for (let dy = -6; dy <= 6; dy++)
    for (let dx = -6; dx <= 6; dx++) {
      let [pixels, inked, apart] = [0, 0, 0];
      for (let y = Math.max(0, -dy); y < Math.min(SIDE, SIDE - dy); y++)
        for (let x = Math.max(0, -dx); x < Math.min(SIDE, SIDE - dx); x++) {
          const [one, other] = [a[y * SIDE + x]!, b[(y + dy) * SIDE + x + dx]!];
          pixels++;
          inked += one | other;
          apart += one ^ other;
        }
      ofAll = Math.min(ofAll, apart / pixels);
      ofInk = Math.min(ofInk, inked ? apart / inked : 0);
    }
  return { ofAll, ofInk };
}

test('the measure: a bitmap does not differ from itself, moved or not, and wholly from nothing', () => {
  const lines = rasterise('M0 10L40 10', 2);
  const moved = rasterise('M0 14L40 14', 2);
  assert.deepEqual(difference(lines, lines), { ofAll: 0, ofInk: 0 });
  assert.equal(difference(lines, moved).ofAll, 0);
  assertClose(difference(lines, new Uint8Array(SIDE * SIDE)).ofInk, 1, 1e-9, 'ink and none');
  // Two of 40 rows.
  assertClose(lines.reduce((all, one) => all + one, 0) / SIDE ** 2, 0.05, 1e-9, 'ink');
});

test('eight motifs, and the dots of nobody, differ without colour: in 15 % of the pixels, wherever one is moved', () => {
  const drawn = [
    ...MOTIFS.map((motif) => rasterise(motifLines(motif, square, 8.5), 2)),
    rasterise(dots(square, 6), 2.4),
  ];
  drawn.forEach((a, i) =>
    drawn.slice(i + 1).forEach((b, k) => {
      const { ofAll } = difference(a, b);
      assert.ok(ofAll >= 0.15, `${i + 1} and ${i + k + 2}: ${ofAll.toFixed(3)}`);
    }),
  );
});

for (const pitch of PITCHES)
  test(`at ${pitch} px and the width they are drawn in, a quarter of their ink differs`, () => {
    const drawn = [
      ...MOTIFS.map((motif) => rasterise(motifLines(motif, square, pitch), 1.3)),
      rasterise(dots(square, 6), 2.4),
    ];
    drawn.forEach((a, i) =>
      drawn.slice(i + 1).forEach((b, k) => {
        const { ofInk } = difference(a, b);
        assert.ok(ofInk >= 0.25, `${i + 1} and ${i + k + 2}: ${ofInk.toFixed(3)}`);
      }),
    );
  });

const anyBox = fc
  .record({
    x0: fc.double({ min: 0, max: 900, noNaN: true }),
    y0: fc.double({ min: 0, max: 500, noNaN: true }),
    width: fc.double({ min: 0, max: 400, noNaN: true }),
    height: fc.double({ min: 0, max: 400, noNaN: true }),
  })
  .map(({ x0, y0, width, height }) => ({ x0, y0, x1: x0 + width, y1: y0 + height }));
const isInside = ({ x, y }: Point, { x0, x1, y0, y1 }: typeof square): boolean =>
  x >= x0 - 0.06 && x <= x1 + 0.06 && y >= y0 - 0.06 && y <= y1 + 0.06;

test('lines and dots of any box stay inside it', () => {
  fc.assert(
    fc.property(anyBox, fc.constantFrom(...MOTIFS), fc.constantFrom(...PITCHES), (box, motif, pitch) => {
      for (const path of [motifLines(motif, box, pitch), dots(box, 6)]) {
        assert.doesNotMatch(path, /NaN|Infinity|undefined/);
        for (const { points } of readPath(path))
          for (const point of points) assert.ok(isInside(point, box), JSON.stringify({ point, box }));
      }
    }),
    { numRuns: 300 },
  );
});

test('all boxes share one grid: a box cut in two has the lines of the whole', () => {
  const [top, foot] = [
    { ...square, y1: 20 },
    { ...square, y0: 20 },
  ];
  const levels = (path: string): number[] => readPath(path).map(({ points }) => points[0]!.y);
  assert.deepEqual(levels(motifLines(2, square, 6)), [6, 12, 18, 24, 30, 36]);
  assert.deepEqual(
    [...levels(motifLines(2, top, 6)), ...levels(motifLines(2, foot, 6))],
    [6, 12, 18, 24, 30, 36],
  );
});

test('motifs by hand: level, upright, falling and rising lines', () => {
  const box = { x0: 0, x1: 20, y0: 0, y1: 20 };
  const ends = (motif: number): string[] =>
    readPath(motifLines(motif, box, 10)).map(({ points }) => points.map(({ x, y }) => `${x},${y}`).join(' '));
  assert.deepEqual(ends(2), ['0,10 20,10']);
  assert.deepEqual(ends(4), ['10,0 10,20']);
  assert.deepEqual(ends(1), ['0,10 10,0', '0,20 20,0', '10,20 20,10']);
  assert.deepEqual(ends(3), ['0,10 10,20', '0,0 20,20', '10,0 20,10']);
  assert.deepEqual(ends(5), [...ends(4), ...ends(2)]);
  assert.deepEqual(ends(6), [...ends(1), ...ends(3)]);
});

test('the weaker the evidence, the denser the lines', () => {
  const inkOf = (motif: number, pitch: number): number =>
    readPath(motifLines(motif, square, pitch)).reduce(
      (sum, { points: [from, to] }) => sum + Math.hypot(to!.x - from!.x, to!.y - from!.y),
      0,
    );
  for (const motif of MOTIFS) {
    const ink = PITCHES.map((pitch) => inkOf(motif, pitch));
    assert.deepEqual(
      [...ink].sort((a, b) => a - b),
      ink,
      `motif ${motif}`,
    );
    assert.equal(new Set(ink).size, PITCHES.length);
  }
});

/** Area of a polygon. */
const areaOf = (points: readonly Point[]): number =>
  Math.abs(
    points.reduce((sum, { x, y }, i) => {
      const next = points[(i + 1) % points.length]!;
      return sum + x * next.y - next.x * y;
    }, 0),
  ) / 2;

test('bands cover their box once, whatever its size, and stay inside it', () => {
  fc.assert(
    fc.property(anyBox, fc.integer({ min: 2, max: 5 }), (box, count) => {
      const bands = bandPaths(box, count);
      assert.equal(bands.length, count);
      let covered = 0;
      for (const { area, middle } of bands) {
        for (const { points } of [...readPath(area), ...readPath(middle)])
          for (const point of points) assert.ok(isInside(point, box), JSON.stringify({ point, box }));
        for (const { points, closed } of readPath(area)) {
          assert.ok(closed);
          covered += areaOf(points);
        }
      }
      const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
      // Corners are rounded to a tenth of a pixel.
      assertClose(covered, width * height, 0.12 * (width + height) + 0.05 * bands.length + 1, 'area');
    }),
    { numRuns: 300 },
  );
});
test('two hues share a wide box by halves, within a band', () => {
  const box = { x0: 100, x1: 260, y0: 40, y1: 140 };
  const [first, second] = bandPaths(box, 2).map(({ area }) =>
    readPath(area).reduce((sum, { points }) => sum + areaOf(points), 0),
  );
  assertClose(first! / (160 * 100), 0.5, 0.03, 'the first');
  assertClose(second! / (160 * 100), 0.5, 0.03, 'the second');
});
test('a narrow box begins with the first hue; bands are over 8 px across', () => {
  const [first, second] = bandPaths({ x0: 33, x1: 36, y0: 10, y1: 16 }, 2);
  assert.ok(first!.area);
  assert.equal(second!.area, '');
  const [wide] = bandPaths({ x0: 0, x1: 200, y0: 0, y1: 200 }, 2);
  // Along x a band is 13 px: 13 / √2 across.
  const [, band] = readPath(wide!.area);
  const sums = band!.points.map(({ x, y }) => x + y);
  assertClose((Math.max(...sums) - Math.min(...sums)) / Math.SQRT2, 13 / Math.SQRT2, 0.15, 'across');
  assert.ok(13 / Math.SQRT2 > 8);
});
