import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { casualties } from '../../../src/charts/casualties/index.js';
import { layoutCasualties } from '../../../src/charts/casualties/layout.js';
import { isoDay, parsePeriod } from '../../../src/data/period.js';
import { readContract, renderSVG } from '../../../src/static/index.js';
import { languageFor } from '../../../src/words/language.js';
import {
  assertClose,
  assertPath,
  baselineOf,
  boxesOf,
  type Drawing,
  labelOf,
  readDrawing,
  readPath,
  runsOf,
  wholeColumns,
} from '../../support/assert-path.js';
import { readFixture, readFixtures } from '../../support/golden.js';

fc.configureGlobal({ includeErrorInReport: true });

type Contract = Record<string, any>;

const contract = (rows: unknown[], fields: Contract = {}): Contract => ({
  schema: 'casualties/1',
  measure: 'killed',
  victims: 'civilians',
  method: 'reported',
  relation: 'all',
  place: 'in Mali',
  source: { producer: 'Example data', asOf: '2025-12-31' },
  rows,
  ...fields,
});
const until = (asOf: string): Contract => ({ source: { producer: 'Example data', asOf } });
const draw = (data: unknown, options: Parameters<typeof renderSVG>[1] = {}): Drawing =>
  readDrawing(renderSVG(data, options));
const WIDTHS = [240, 320, 480, 640, 900, 1200, 1600];

// --- Reading paths, which the rest stands on

test('a path is read with relative and absolute steps alike', () => {
  assertPath('M1 2h3v4l-1 -1Z', 'M1 2L4 2L4 6L3 5Z');
  assertPath('M1.04 2H3', 'M1 2L2.96 2');
  assert.throws(() => assertPath('M1 2H3', 'M1 2H4'));
  assert.throws(() => readPath('M0 0C1 1 2 2 3 3'), /holds "C"/);
});

// --- Columns on a calendar

/** The one drawn column of a partial row: the closed boxes that are no mark, between two x. */
function partialGround(
  drawing: Drawing,
  from: number,
  to: number,
): { x0: number; x1: number; y0: number; y1: number } {
  const base = baselineOf(drawing).y;
  const found = boxesOf(drawing.paths.filter(({ attributes }) => attributes.part !== 'mark')).filter(
    ({ x0, x1, y1 }) => x0 >= from - 0.5 && x1 <= to + 0.5 && Math.abs(y1 - base) < 0.5,
  );
  assert.ok(found.length, 'a partial column is drawn');
  return found.reduce((a, b) => (b.x1 - b.x0 > a.x1 - a.x0 ? b : a));
}

test('columns are as wide as the days they cover: February is 28 to March’s 31', () => {
  const drawing = draw(
    contract([
      { period: '2025-01', value: 9 },
      { period: '2025-02', value: 9 },
      { period: '2025-03', value: 9 },
      { period: '2025-04', value: 9 },
    ]),
    { width: 1200 },
  );
  const [january, february, march, april] = wholeColumns(drawing).map(({ x0, x1 }) => x1 - x0);
  assertClose(february! / march!, 28 / 31, 0.005, 'February to March');
  assertClose(april! / january!, 30 / 31, 0.005, 'April to January');
});

test('a leap year is wider than a common one by a day', () => {
  const [common, leap] = wholeColumns(
    draw(
      contract([
        { period: '2023', value: 9 },
        { period: '2024', value: 9 },
      ]),
      { width: 1600 },
    ),
  ).map(({ x0, x1 }) => x1 - x0);
  assertClose(leap! / common!, 366 / 365, 0.001, '2024 to 2023');
});

test('the article’s partial year is 325 of 365 parts of a whole one', () => {
  for (const width of WIDTHS) {
    const drawing = draw(readFixture('casualties', 'article'), { width });
    const [whole] = wholeColumns(drawing);
    const partial = partialGround(drawing, whole!.x1, drawing.width);
    // 2024 has 366 days; a whole 2025 would be 365 of those wide.
    const full = ((whole!.x1 - whole!.x0) * 365) / 366;
    assertClose(partial.x1 - partial.x0, (full * 325) / 365, 0.3, `${width} px`);
  }
});

test('a partial year that begins late stands at the right of its slot, one that ends early at the left', () => {
  const drawing = draw(
    contract([
      { period: '2023', from: '2023-07-02', value: 10 }, // the last 183 of 365 days
      { period: '2024', value: 10 },
      { period: '2025', through: '2025-07-01', value: 10 }, // the first 182
    ]),
    { width: 1200 },
  );
  const [whole] = wholeColumns(drawing);
  const width = whole!.x1 - whole!.x0;
  const early = partialGround(drawing, 0, whole!.x0);
  const late = partialGround(drawing, whole!.x1, drawing.width);
  assertClose(early.x1 - early.x0, (width * 183) / 366, 0.5, 'the late start');
  assertClose(late.x1 - late.x0, (width * 182) / 366, 0.5, 'the early end');
  // The years are equally far apart, so the outer edges are too.
  const year = whole!.x0 - early.x1;
  assertClose(late.x0 - whole!.x1, year, 0.6, 'the space between columns');
});

test('columns stand on zero, are as high as their figures, and the axis begins at 0', () => {
  const drawing = draw(
    contract([
      { period: '2022', value: 250 },
      { period: '2023', value: 1000 },
      { period: '2024', value: 500 },
    ]),
  );
  const { y } = baselineOf(drawing);
  const columns = wholeColumns(drawing);
  const heights = columns.map(({ y0, y1 }) => y1 - y0);
  for (const { y1 } of columns) assertClose(y1, y, 0.11, 'foot');
  assertClose(heights[0]! / heights[1]!, 0.25, 0.002, '250 of 1,000');
  assertClose(heights[2]! / heights[1]!, 0.5, 0.002, '500 of 1,000');
  // The tick of a value is as high as its column.
  assertClose(labelOf(drawing, '400').y - 4 - y, -heights[1]! * 0.4, 0.6, 'the tick of 400');
});

test('the article’s two columns are to each other as 924 is to 434', () => {
  const drawing = draw(readFixture('casualties', 'article'));
  const [whole] = wholeColumns(drawing);
  const partial = partialGround(drawing, whole!.x1, drawing.width);
  assertClose((partial.y1 - partial.y0) / (whole!.y1 - whole!.y0), 434 / 924, 0.002, 'height');
});

test('a shared maximum raises the axis and never lowers it', () => {
  const data = contract([{ period: '2024', value: 100 }]);
  const height = (max?: number): number => {
    const [column] = wholeColumns(draw(data, max === undefined ? {} : { max }));
    return column!.y1 - column!.y0;
  };
  assertClose(height(1000) / height(100), 0.1, 0.005, 'ten times the maximum');
  assert.equal(height(5), height());
});

test('no option gives another baseline, another scale or another domain', () => {
  const data = readFixture('casualties', 'article');
  const options = { min: 400, domain: [400, 1000], scale: 'log', baseline: 400 } as object;
  assert.equal(renderSVG(data, options), renderSVG(data));
});

// --- What is not known

test('an unknown figure is a gap with n/k: no column, no zero', () => {
  const drawing = draw(
    contract([
      { period: '2022', value: 5 },
      { period: '2023', value: null },
      { period: '2024', value: 5 },
    ]),
  );
  const columns = wholeColumns(drawing);
  assert.equal(columns.length, 2);
  const { box } = labelOf(drawing, 'n/k');
  assert.ok(box.x0 > columns[0]!.x1 && box.x1 < columns[1]!.x0, 'n/k stands between its neighbours');
  assert.equal(drawing.texts.filter(({ text }) => text === '0').length, 1, 'only the axis says 0');
  assert.ok(
    drawing.texts.some(({ text }) => text.startsWith('n/k:')),
    'the key explains it',
  );
});

test('a period that no row speaks of is a gap too', () => {
  const columns = (rows: unknown[]): number =>
    draw(contract(rows)).texts.filter(({ text }) => text === 'n/k').length;
  assert.equal(
    columns([
      { period: '2022', value: 5 },
      { period: '2024', value: 5 },
    ]),
    1,
  );
  assert.equal(
    columns([
      { period: '2022', value: 5 },
      { period: '2023', value: 5 },
    ]),
    0,
  );
});

test('a reported zero is no gap: it is labelled 0 and draws no n/k', () => {
  const drawing = draw(
    contract([
      { period: '2022', value: 5 },
      { period: '2023', value: 0 },
      { period: '2024', value: 5 },
    ]),
  );
  assert.equal(drawing.texts.filter(({ text }) => text === '0').length, 2, 'the axis and the label');
  assert.ok(!drawing.texts.some(({ text }) => text.startsWith('n/k')));
});

test('a chart of zeros has its baseline and its zeros', () => {
  const drawing = draw(readFixture('casualties', 'all-zero'));
  baselineOf(drawing);
  assert.ok(drawing.texts.filter(({ text }) => text === '0').length >= 2);
  assert.equal(wholeColumns(drawing).length, 0);
});

// --- Partial periods

/** What is drawn inside a column, and the attributes it is drawn with. */
function runsInside(
  drawing: Drawing,
  box: { x0: number; x1: number; y0: number },
): ReturnType<typeof runsOf> {
  const { y } = baselineOf(drawing);
  return runsOf(drawing).filter(({ points }) =>
    points.every(
      (point) =>
        point.x >= box.x0 - 0.2 && point.x <= box.x1 + 0.2 && point.y >= box.y0 - 0.2 && point.y <= y + 0.2,
    ),
  );
}

for (const [name, where] of [
  ['article', 'columns'],
  ['months-partial', 'columns'],
  ['late-start', 'columns'],
  ['single-period', 'columns'],
] as const)
  test(`${name}: partial ${where} are hatched, with a dashed open top, and cannot be styled as marks`, () => {
    for (const theme of ['light', 'dark'] as const)
      for (const width of [640, 1600]) {
        const data = readFixture('casualties', name);
        const drawing = draw(data, { width, theme });
        const reading = casualties.read(data);
        const scene = layoutCasualties(reading, { width: width - 32, outer: width, pack: languageFor('en') });
        const base = baselineOf(drawing);
        reading.rows.forEach((row, i) => {
          if (row.complete || row.value === null) return;
          const slot = casualties.markBox(reading, scene, i);
          const dx = (width - scene.width) / 2;
          const box = partialGround(drawing, slot.x0 + dx, slot.x1 + dx);
          const inside = runsInside(drawing, box);
          for (const { attributes } of inside)
            assert.ok(!attributes.part, `a partial column has part="${attributes.part}"`);
          for (const { x0, x1 } of wholeColumns(drawing))
            assert.ok(x1 <= box.x0 + 0.2 || x0 >= box.x1 - 0.2, 'no whole mark covers a partial one');
          const lines = inside.filter(({ closed, points }) => !closed && points.length === 2);
          const diagonal = lines.filter(({ points: [a, b] }) => a!.x !== b!.x && a!.y !== b!.y);
          if (box.x1 - box.x0 >= 12) assert.ok(diagonal.length > 3, 'hatched');
          const top = lines.filter(
            ({ points: [a, b] }) => Math.abs(a!.y - box.y0) < 0.2 && Math.abs(b!.y - box.y0) < 0.2,
          );
          const drawn = top.reduce((sum, { points: [a, b] }) => sum + Math.abs(b!.x - a!.x), 0);
          if (box.x1 - box.x0 > 20) assert.ok(top.length > 2, 'the top is made of dashes');
          assert.ok(drawn < (box.x1 - box.x0) * 0.85, 'the top is open');
          // The only area of it is a pale ground.
          for (const { attributes, closed } of inside)
            if (closed) assert.ok(Number(attributes['fill-opacity']) <= 0.2, 'no solid area');
          assertClose(box.y1, base.y, 0.11, 'foot');
        });
      }
  });

test('a partial column names the days it covers, at every width', () => {
  for (const width of WIDTHS) labelOf(draw(readFixture('casualties', 'article'), { width }), 'to 21 Nov');
});
test('whichever ends differ from the period’s are named', () => {
  const named = (row: object): string[] =>
    draw(
      contract([
        { period: '2024', value: 9 },
        { period: '2025', value: 9, ...row },
      ]),
    ).texts.map(({ text }) => text);
  assert.ok(named({ from: '2025-02-01' }).includes('from 1 Feb'));
  assert.ok(named({ through: '2025-10-31' }).includes('to 31 Oct'));
  assert.ok(named({ from: '2025-02-01', through: '2025-10-31' }).includes('1 Feb–31 Oct'));
});
test('a partial column of a few days is at least 3 px wide and still no mark', () => {
  const drawing = draw(readFixture('casualties', 'few-days'), { width: 320 });
  const columns = wholeColumns(drawing);
  assert.equal(columns.length, 3);
  const partial = partialGround(drawing, columns[2]!.x1, drawing.width);
  assertClose(partial.x1 - partial.x0, 3, 0.11, 'width');
});
test('a highlight lightens the others and cannot make a partial period a mark', () => {
  const drawing = draw(readFixture('casualties', 'article'), { highlight: '2025' });
  assert.equal(wholeColumns(drawing).length, 1);
  const opacity = drawing.paths
    .filter(({ attributes }) => attributes.part === 'mark')
    .map(({ attributes }) => Number(attributes['fill-opacity']));
  assert.ok(
    opacity.every((one) => one < 0.6),
    'lighter than a mark',
  );
  labelOf(drawing, 'to 21 Nov');
});
test('the cumulative line and the area leave a partial period without a whole mark’s solid end', () => {
  const rows = Array.from({ length: 70 }, (_, i) => ({
    period: `${2019 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    value: 10,
  }));
  const drawing = draw(contract(rows, until('2024-10-10')), { width: 1200 });
  const marks = drawing.paths.filter(({ attributes }) => attributes.part === 'mark');
  const { x1 } = baselineOf(drawing);
  const reach = Math.max(
    ...marks.flatMap(({ runs }) => runs.flatMap(({ points }) => points.map(({ x }) => x))),
  );
  const partial = partialGround(drawing, reach, x1);
  // 10 of October's 31 days.
  assertClose((partial.x1 - partial.x0) / (x1 - reach), 10 / 31, 0.06, 'width');
  labelOf(drawing, 'to 10 Oct');
});

// --- Ranges, minimums, the same days

test('a range fades from low to high, with a tick at the value and no whiskers', () => {
  const drawing = draw(
    contract([{ period: '2024', value: 500, low: 400, high: 1000 }], { interval: 'source-range' }),
    { width: 480 },
  );
  const [solid] = wholeColumns(drawing);
  const base = baselineOf(drawing).y;
  const unit = (base - solid!.y0) / 400; // solid to low
  const fades = drawing.paths
    .filter(({ attributes }) => attributes.part !== 'mark' && attributes['fill-opacity'])
    .flatMap((path) =>
      boxesOf([path]).map((box) => ({ ...box, opacity: Number(path.attributes['fill-opacity']) })),
    )
    .filter(({ x0, x1 }) => Math.abs(x0 - solid!.x0) < 0.2 && Math.abs(x1 - solid!.x1) < 0.2)
    .sort((a, b) => b.y0 - a.y0);
  assertClose(base - fades.at(-1)!.y0, unit * 1000, 1.5, 'the fade ends at high');
  assertClose(base - fades[0]!.y1, unit * 400, 1.5, 'and begins at low');
  fades.reduce((below, fade) => {
    assert.ok(fade.opacity < below.opacity, 'fainter upwards');
    assertClose(fade.y1, below.y0, 0.11, 'without a seam');
    return fade;
  });
  const ticks = drawing.paths
    .flatMap(({ runs }) => runs)
    .filter(
      ({ points: [a, b], closed, points }) =>
        !closed && points.length === 2 && a!.y === b!.y && Math.abs(a!.y - (base - unit * 500)) < 1,
    );
  assert.ok(ticks.length, 'a tick at the value');
  for (const { points } of ticks)
    assertClose(Math.abs(points[1]!.x - points[0]!.x), solid!.x1 - solid!.x0, 0.2, 'as wide as its column');
  labelOf(drawing, '400–1,000');
});
test('a doubtful range is not drawn and does not raise the axis', () => {
  const rows = (fields: object): unknown[] => [
    { period: '2023', value: 40 },
    { period: '2024', value: 4, ...fields },
  ];
  const ranged = draw(contract(rows({ low: 50, high: 900 }), { interval: 'source-range' }));
  const plain = draw(contract(rows({})));
  assert.deepEqual(
    wholeColumns(ranged).map(({ x0, x1 }) => [x0, x1]),
    wholeColumns(plain).map(({ x0, x1 }) => [x0, x1]),
  );
  assert.ok(!ranged.texts.some(({ text }) => /50–900|800|1,000/.test(text)), 'no sign of 900');
});
test('a minimum has an open end above its column, and says ≥', () => {
  const data = (method: string): Contract => contract([{ period: '2024', value: 50 }], { method });
  const minimum = draw(data('documented-minimum'));
  const [column] = wholeColumns(minimum);
  const above = boxesOf(minimum.paths.filter(({ attributes }) => attributes.part !== 'mark')).filter(
    ({ x0, x1, y1 }) =>
      Math.abs(x0 - column!.x0) < 0.2 && Math.abs(x1 - column!.x1) < 0.2 && y1 <= column!.y0 + 0.6,
  );
  assert.ok(above.length > 3, 'a fade above the column');
  labelOf(minimum, '≥ 50');
  labelOf(draw(data('reported')), '50');
});
test('the figure before the last revision is two notches at the edges of a whole column', () => {
  const revised = (value: number | null, asOf = '2025-01-15'): Contract => ({ previous: [{ asOf, value }] });
  const rows = [
    { period: '2021', value: 300, ...revised(500) },
    { period: '2022', value: 400, ...revised(400) },
    { period: '2023', value: 400, ...revised(null) },
    // Written down in October: it spoke of fewer days.
    { period: '2024', value: 400, ...revised(200, '2024-10-03') },
    { period: '2025', value: 250, ...revised(100, '2025-06-30') },
  ];
  const drawing = draw(contract(rows, until('2025-11-21')), { width: 640 });
  const { y } = baselineOf(drawing);
  const level = drawing.paths
    .filter(({ attributes }) => attributes['stroke-width'] === '1.75')
    .flatMap(({ runs }) => runs)
    // The key has its own, below.
    .filter(({ points }) => points[0]!.y < y);
  assert.equal(level.length, 2, 'the notches of 2021 alone');
  const [column] = wholeColumns(drawing);
  const scale = (column!.y1 - column!.y0) / 300;
  for (const { points } of level) {
    assert.equal(points.length, 2);
    for (const point of points) assertClose(y - point.y, 500 * scale, 0.6, 'at 500');
  }
  const xs = level.map(({ points }) => points.map(({ x }) => x).sort((a, b) => a - b));
  assertClose(xs[0]![1]!, column!.x0, 0.11, 'ends at the left edge');
  assertClose(xs[1]![0]!, column!.x1, 0.11, 'begins at the right edge');
  // The axis holds it, and the key tells what it is.
  const told = (one: Drawing): boolean =>
    one.texts.some(({ text }) => text === 'Notches: the figure before it was last revised');
  assert.ok(told(drawing));
  assert.ok(!told(draw(contract(rows.slice(1), until('2025-11-21')), { width: 640 })));
});

test('a partial column says its published range under its days, where there is room', () => {
  const rows = [
    { period: '2024', value: 90, low: 85, high: 100 },
    { period: '2025', value: 30, low: 25, high: 44 },
  ];
  const drawing = draw(contract(rows, { interval: 'source-range', ...until('2025-02-28') }), { width: 640 });
  const [figure, days, range] = ['30', 'to 28 Feb', '25–44'].map((text) => labelOf(drawing, text));
  assert.ok(figure!.y < days!.y && days!.y < range!.y);
});

test('the same days of a leap year end on 29 February', () => {
  const rows = [
    { period: '2024', value: 90, samePeriod: { value: 20, through: '2024-02-29' } },
    { period: '2025', value: 30 },
  ];
  const drawing = draw(contract(rows, until('2025-02-28')), { width: 640 });
  labelOf(drawing, 'to 29 Feb');
  labelOf(drawing, 'Line on 2024: 20 for the same days, 1 Jan to 29 Feb');
});

test('more events than discs fit in a row stand in two, each with its number', () => {
  const data = readFixture('casualties', 'many-events');
  const drawing = draw(data, { width: 320 });
  const numbers = Array.from({ length: 14 }, (_, i) => labelOf(drawing, String(i + 1)));
  assert.equal(new Set(numbers.map(({ y }) => y)).size, 2);
  numbers.forEach((one, i) => {
    for (const other of numbers.slice(i + 1))
      assert.ok(Math.hypot(one.x - other.x, one.y - other.y) >= 22, `${one.text} and ${other.text}`);
    assert.ok(
      drawing.texts.some(({ text }) => text.startsWith(`${i + 1}. `)),
      'in the list',
    );
  });
});

test('one end of a range alone is no amount: nothing is drawn for it', () => {
  const drawing = draw(
    contract(
      [
        { period: '2023', value: 40 },
        { period: '2024', value: null, low: 10 },
      ],
      { interval: 'source-range' },
    ),
  );
  assert.equal(wholeColumns(drawing).length, 1);
  labelOf(drawing, 'n/k');
});

test('the same days of the earlier year are a tick on the earlier column', () => {
  const data = readFixture('casualties', 'same-days');
  const drawing = draw(data, { width: 900 });
  const earlier = wholeColumns(drawing)[2]!;
  const base = baselineOf(drawing).y;
  const y = base - ((base - earlier.y0) * 655) / 820;
  const ticks = drawing.paths
    .flatMap(({ runs }) => runs)
    .filter(
      ({ points, closed }) =>
        !closed &&
        points.length === 2 &&
        points.every((point) => Math.abs(point.y - y) < 0.2) &&
        Math.min(...points.map(({ x }) => x)) <= earlier.x0 &&
        Math.max(...points.map(({ x }) => x)) >= earlier.x1,
    );
  assert.ok(ticks.length, 'a tick at 655');
  assert.ok(
    drawing.texts.some(({ text }) => /655 for the same days/.test(text)),
    'told in the key',
  );
  delete data.rows[2].samePeriod;
  assert.ok(!draw(data).texts.some(({ text }) => /655|same days, /.test(text)), 'no sign of 655');
});

// --- Breaks and events

test('a break of the series between two columns opens a gap, with its label', () => {
  const data = readFixture('casualties', 'break-between');
  const columns = wholeColumns(draw(data, { width: 900 }));
  const gaps = columns.slice(1).map(({ x0 }, i) => x0 - columns[i]!.x1);
  // Before 2022, the fourth column.
  for (const [i, gap] of gaps.entries())
    if (i !== 2) assert.ok(gaps[2]! > gap + 15, `gap ${i} is ${gap}, the break's ${gaps[2]}`);
  assert.ok(
    draw(data, { width: 900 }).texts.some(({ text }) => /New coding rules/.test(text)),
    'the label',
  );
  const whole = wholeColumns(draw({ ...data, events: [] }, { width: 900 }));
  const even = whole.slice(1).map(({ x0 }, i) => x0 - whole[i]!.x1);
  assertClose(Math.max(...even) - Math.min(...even), 0, 0.3, 'no gap without the break');
});
test('a break inside a column is a dashed line across it, at the middle of what is known of its date', () => {
  const data = contract(
    [
      { period: '2024', value: 100 },
      { period: '2025', value: 100 },
    ],
    {
      events: [{ at: '2025-07-02', kind: 'series-break', label: 'New rules' }], // the middle of 2025
    },
  );
  const drawing = draw(data, { width: 640 });
  const columns = wholeColumns(drawing);
  const middle = (columns[1]!.x0 + columns[1]!.x1) / 2;
  const dashed = drawing.paths.filter(
    ({ runs }) => runs.length > 5 && runs.every(({ points: [a, b] }) => a!.x === b?.x),
  );
  assert.equal(dashed.length, 1);
  const points = dashed[0]!.runs.flatMap((run) => run.points);
  for (const { x } of points) assertClose(x, middle, 0.5, 'x');
  assertClose(Math.max(...points.map(({ y }) => y)), baselineOf(drawing).y, 7, 'down to the baseline');
  assertClose(
    columns[1]!.x1 - columns[1]!.x0,
    ((columns[0]!.x1 - columns[0]!.x0) * 365) / 366,
    0.2,
    'no gap is opened',
  );
});
test('every event is told: in the picture, or in the list below', () => {
  for (const { name, contract: data } of readFixtures('casualties')) {
    if (name === 'withdrawn' || name === 'long-words' || data.rows.length === 0) continue;
    for (const width of WIDTHS) {
      const told = draw(data, { width })
        .texts.map(({ text }) => text)
        .join(' ');
      for (const { label } of data.events ?? [])
        assert.ok(told.includes(label.en), `${name} at ${width}: ${label.en}`);
    }
  }
});
test('numbered events have as many discs as lines in the list', () => {
  const drawing = draw(readFixture('casualties', 'many-events'), { width: 320 });
  const numbered = drawing.texts.filter(({ text }) => /^\d+\. /.test(text));
  const discs = drawing.circles.filter(({ r }) => r > 5);
  assert.ok(discs.length > 3, 'many events are numbered');
  assert.equal(discs.length, numbered.length);
  numbered.forEach(({ text: words }, i) => assert.ok(words.startsWith(`${i + 1}. `), words));
  for (let i = 1; i <= discs.length; i++) labelOf(drawing, String(i));
});

// --- Dense data

const days = (count: number, value: (i: number) => number | null, start = '1900-01-01'): unknown[] => {
  const first = parsePeriod(start)!.first;
  return Array.from({ length: count }, (_, i) => ({ period: isoDay(first + i), value: value(i) }));
};
const marksOf = (drawing: Drawing): { x: number; y: number }[] =>
  drawing.paths
    .filter(({ attributes }) => attributes.part === 'mark')
    .flatMap(({ runs }) => runs.flatMap(({ points }) => [...points]));

test('no peak is lost among 36,500 days, wherever it stands', () => {
  for (const spike of [0, 1, 777, 18_250, 20_001, 36_498, 36_499])
    for (const width of [320, 1200]) {
      const data = contract(
        days(36_500, (i) => (i === spike ? 1000 : 3 + (i % 5))),
        until('2025-12-31'),
      );
      const drawing = draw(data, { width });
      const { x0, x1, y } = baselineOf(drawing);
      const top = labelOf(drawing, '1,000').y - 4;
      const peak = marksOf(drawing).reduce((a, b) => (b.y < a.y ? b : a));
      assertClose(peak.y, top, 0.6, `height of day ${spike} at ${width} px`);
      assertClose(
        peak.x,
        x0 + ((x1 - x0) * (spike + 0.5)) / 36_500,
        1.6,
        `place of day ${spike} at ${width} px`,
      );
      assert.ok(y > top, 'zero lies below');
    }
});
test('no low is lost either: one day without a death among 36,500', () => {
  const data = contract(
    days(36_500, (i) => (i === 20_001 ? 0 : 900)),
    until('2025-12-31'),
  );
  const drawing = draw(data, { width: 640 });
  const { x0, x1, y } = baselineOf(drawing);
  const at = x0 + ((x1 - x0) * 20_001.5) / 36_500;
  const there = drawing.paths
    .filter(({ attributes }) => attributes.part === 'mark' && attributes.fill === 'none')
    .flatMap(({ runs }) => runs.flatMap(({ points }) => [...points]))
    .filter((point) => Math.abs(point.x - at) < 1.6);
  assert.ok(
    there.some((point) => Math.abs(point.y - y) < 0.2),
    'the line reaches zero there',
  );
});
test('more days than pixels are told to the reader, and the table keeps every row', () => {
  const data = contract(
    days(36_500, (i) => i % 7),
    until('2025-12-31'),
  );
  const drawing = draw(data, { width: 640 });
  assert.ok(
    drawing.texts
      .map(({ text }) => text)
      .join(' ')
      .includes('More periods than the picture has pixels'),
  );
  assert.equal(casualties.tabulate(casualties.read(data)).length, 36_501);
  assert.ok(
    !draw(contract(days(100, () => 3, '2025-01-01'))).texts.some(({ text }) => text.includes('pixels')),
  );
});
test('100,000 days are at most 2,000 elements, and their file is small', () => {
  const data = contract(
    days(100_000, (i) => (i * 7919) % 101, '1750-01-01'),
    until('2025-12-31'),
  );
  const svg = renderSVG(data, { width: 1200 });
  const { elements } = readDrawing(svg);
  assert.ok(elements < 2000, `${elements} elements`);
  assert.ok(svg.length < 200_000, `${svg.length} characters`);
});
test('dense data is stepped: every part of its outline is level or upright', () => {
  for (const name of ['days', 'annual-dense-range']) {
    const drawing = draw(readFixture('casualties', name), { width: 900 });
    for (const { runs, attributes } of drawing.paths) {
      if (attributes.part !== 'mark') continue;
      for (const { points } of runs)
        points.slice(1).forEach(({ x, y }, i) => {
          const before = points[i]!;
          // An upright may lean by the rounding of a shared pixel.
          assert.ok(Math.abs(y - before.y) < 0.01 || Math.abs(x - before.x) < 1.01, `${name}: ${x} ${y}`);
        });
    }
  }
});
test('no path of any chart holds a curve', () => {
  for (const { contract: data } of readFixtures('casualties'))
    for (const view of ['columns', 'cumulative'])
      for (const { d } of draw(data, { view }).paths) assert.doesNotMatch(d, /[CcSsQqTt]/);
});
test('dense data is not joined over days that are not known, or over a break of the series', () => {
  const crossing = (data: Contract, day: number, count: number): number => {
    const drawing = draw(data, { width: 1200 });
    const { x0, x1 } = baselineOf(drawing);
    const from = x0 + ((x1 - x0) * day) / count;
    const to = x0 + ((x1 - x0) * (day + 1)) / count;
    return drawing.paths
      .filter(({ attributes }) => attributes.part === 'mark')
      .flatMap(({ runs }) => runs)
      .filter(({ points }) => {
        const xs = points.map(({ x }) => x);
        return Math.min(...xs) < from - 0.2 && Math.max(...xs) > to + 0.2;
      }).length;
  };
  const plain = contract(days(200, () => 5, '2025-01-01'));
  assert.ok(crossing(plain, 99, 200) > 0, 'joined where all is known');
  assert.equal(crossing(contract(days(200, (i) => (i === 99 ? null : 5), '2025-01-01')), 99, 200), 0);
  const missing = days(200, () => 5, '2025-01-01');
  missing.splice(99, 1);
  assert.equal(crossing(contract(missing), 99, 200), 0, 'a day without a row');
  const broken = {
    ...plain,
    events: [{ at: isoDay(parsePeriod('2025-01-01')!.first + 99), kind: 'series-break', label: 'x' }],
  };
  const drawing = draw(broken, { width: 1200 });
  const { x0, x1 } = baselineOf(drawing);
  const at = x0 + ((x1 - x0) * 99) / 200;
  for (const { attributes, runs } of drawing.paths) {
    if (attributes.part !== 'mark') continue;
    for (const { points } of runs) {
      const xs = points.map(({ x }) => x);
      assert.ok(Math.max(...xs) <= at + 0.2 || Math.min(...xs) >= at - 0.2, 'nothing crosses the break');
    }
  }
});
test('columns up to 60 rows and 3 px a slot, the area beyond either', () => {
  const form = (count: number, width: number): string => {
    const reading = casualties.read(contract(days(count, () => 900, '2025-01-01')));
    return layoutCasualties(reading, { width, pack: languageFor('en') }).form;
  };
  assert.equal(form(60, 640), 'columns');
  assert.equal(form(61, 640), 'area');
  assert.equal(form(60, 208), 'area', '60 slots of less than 3 px');
});
test('one period alone is a column with its figure', () => {
  const drawing = draw(contract([{ period: '2024', value: 38 }]));
  assert.equal(wholeColumns(drawing).length, 1);
  labelOf(drawing, '38');
  labelOf(drawing, '2024');
});
test('all numbers of an axis are written in the unit of its end', () => {
  const axis = (value: number): string[] => {
    const drawing = draw(contract([{ period: '2024', value }]), { width: 640 });
    const { x0, y } = baselineOf(drawing);
    return drawing.texts
      .filter(({ box }) => box.x1 < x0 && box.y1 <= y + 10)
      .map(({ text }) => text)
      .sort();
  };
  assert.deepEqual(axis(1_000_000), ['0', '0.2m', '0.4m', '0.6m', '0.8m', '1m']);
  assert.deepEqual(axis(1_900_000), ['0', '0.5m', '1.5m', '1m', '2m']);
  assert.deepEqual(axis(800_000), ['0', '200,000', '400,000', '600,000', '800,000']);
});

test('tick labels stay short however great the figures are', () => {
  for (const value of [999, 1234, 999_999, 1_234_567, 5e9, 2 ** 53]) {
    const drawing = draw(contract([{ period: '2024', value }]), { width: 320 });
    const { x0, y } = baselineOf(drawing);
    for (const { text, box } of drawing.texts)
      if (box.x1 < x0 && box.y1 <= y + 6) assert.ok(text.length <= 12, `"${text}"`);
  }
});

// --- The view by day of year

test('the cumulative view is one stepped line a year, cut at its last covered day', () => {
  const data = readFixture('casualties', 'cumulative-months'); // to 14 September 2025
  const drawing = draw(data, { width: 900, view: 'cumulative' });
  const { x0, x1, y } = baselineOf(drawing);
  const lines = drawing.paths
    .filter(({ attributes }) => attributes.part === 'mark')
    .flatMap(({ runs }) => runs)
    .sort((a, b) => b.points.at(-1)!.x - a.points.at(-1)!.x);
  assert.equal(lines.length, 3);
  for (const { points } of lines) {
    assertClose(points[0]!.x, x0, 0.11, 'from 1 January');
    assertClose(points[0]!.y, y, 0.11, 'from zero');
    points.slice(1).forEach((point, i) => {
      const before = points[i]!;
      assert.ok(point.x >= before.x && point.y <= before.y + 0.01, 'a sum never shrinks');
      assert.ok(point.x === before.x || Math.abs(point.y - before.y) < 0.01, 'stepped');
    });
  }
  // 14 September ends day 258 of the 366 that all lines share.
  assertClose(
    lines[2]!.points.at(-1)!.x,
    x0 + ((x1 - x0) * 258) / 366,
    0.11,
    'the newest ends on 14 September',
  );
  assertClose(lines[0]!.points.at(-1)!.x, x1, 0.11, 'a whole year ends at the right');
  // Sums by hand from the fixture's rows.
  const sum = (year: string): number =>
    data.rows
      .filter(({ period }: { period: string }) => period.startsWith(year))
      .reduce((total: number, { value }: { value: number }) => total + value, 0);
  const texts = drawing.texts.map(({ text }) => text.replace(/[\u00a0 ]+/g, ' '));
  for (const year of ['2023', '2024', '2025'])
    assert.ok(texts.includes(`${year} ${sum(year).toLocaleString('en')}`), `${year}: ${texts.join(' | ')}`);
  assert.ok(texts.some((text) => text.startsWith('14 Sept')));
  const height = (year: number): number => y - lines[year]!.points.at(-1)!.y;
  const order = [sum('2023'), sum('2024')].sort((a, b) => a - b);
  const heights = [height(0), height(1)].sort((a, b) => a - b);
  assertClose(heights[0]! / heights[1]!, order[0]! / order[1]!, 0.005, 'heights are as the sums');
});
test('a cumulative line stops at the first figure that is not known', () => {
  const months = (values: (number | null)[]): unknown[] =>
    values.map((value, i) => ({ period: `2024-${String(i + 1).padStart(2, '0')}`, value }));
  const drawing = draw(contract(months([5, 5, null, 5, 5])), { width: 900, view: 'cumulative' });
  const { x0, x1 } = baselineOf(drawing);
  const ends = marksOf(drawing).map(({ x }) => x);
  // January and February of the shared leap year: 60 days.
  assertClose(Math.max(...ends), x0 + ((x1 - x0) * 60) / 366, 0.11, 'the end of February');
});
test('a year that does not begin on 1 January has no cumulative line', () => {
  const rows = ['2023-11', '2023-12', '2024-01', '2024-02'].map((period) => ({ period, value: 3 }));
  const texts = draw(contract(rows), { width: 900, view: 'cumulative' }).texts.map(({ text }) => text);
  assert.ok(!texts.some((text) => text.startsWith('2023\u00a0')));
  assert.ok(texts.some((text) => text.startsWith('2024\u00a0')));
});
test('weeks and years have no cumulative view: columns are drawn, and the scene says so', () => {
  for (const rows of [[{ period: '2024', value: 3 }], [{ period: '2024-W01', value: 3 }]]) {
    const reading = casualties.read(contract(rows));
    const scene = layoutCasualties(reading, { width: 640, pack: languageFor('en'), view: 'cumulative' });
    assert.equal(scene.form, 'columns');
    assert.deepEqual(scene.refused, ['view']);
    assert.equal(renderSVG(contract(rows), { view: 'cumulative' }), renderSVG(contract(rows)));
  }
});

// --- Any valid contract, any width

const pad = (value: number): string => String(value).padStart(2, '0');
const KINDS = ['year', 'quarter', 'month', 'week', 'day'] as const;

/** The nth period of a kind after a start. */
function nthPeriod(kind: (typeof KINDS)[number], start: number, n: number): string {
  if (kind === 'year') return String(start + n);
  if (kind === 'quarter') return `${start + Math.floor(n / 4)}-Q${(n % 4) + 1}`;
  if (kind === 'month') return `${start + Math.floor(n / 12)}-${pad((n % 12) + 1)}`;
  if (kind === 'week') return `${start + Math.floor(n / 52)}-W${pad((n % 52) + 1)}`;
  return isoDay(parsePeriod(`${start}-01-01`)!.first + n);
}

const text = fc.oneof(
  fc.constantFrom(
    'JNIM',
    'Wagner devient l’Africa Corps',
    'WWWWWWWWWWWWWWWWWWWW',
    '数字',
    'a b',
    '👨‍👩‍👧‍👦',
    'مالي',
    '',
  ),
  fc.string({ maxLength: 60 }),
);
const count = fc.oneof(
  fc.nat(50),
  fc.nat(5000),
  fc.constantFrom(0, 1, 999, 1000, 999_999, 1_000_000, 2 ** 53),
);
const anyContract = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    start: fc.integer({ min: 1890, max: 2090 }),
    rows: fc.oneof(
      {
        weight: 4,
        arbitrary: fc.array(
          fc.record({
            value: fc.option(count, { freq: 6 }),
            spread: fc.option(fc.nat(500)),
            skip: fc.nat(12),
          }),
          { minLength: 1, maxLength: 24 },
        ),
      },
      {
        weight: 1,
        arbitrary: fc.array(
          fc.record({
            value: fc.option(count, { freq: 9 }),
            spread: fc.option(fc.nat(500)),
            skip: fc.nat(40),
          }),
          { minLength: 40, maxLength: 160 },
        ),
      },
    ),
    ranges: fc.boolean(),
    doubtful: fc.boolean(),
    partial: fc.option(fc.nat(1000)),
    late: fc.boolean(),
    method: fc.constantFrom('reported', 'documented-minimum', 'estimated'),
    measure: fc.constantFrom('killed', 'injured', 'killed-and-injured'),
    victims: fc.constantFrom('civilians', 'combatants', 'everyone', 'not-specified'),
    relation: fc.constantFrom('all', 'involving', 'attributed'),
    basis: fc.constantFrom('stated', 'publication'),
    actors: fc.array(text, { minLength: 1, maxLength: 3 }),
    events: fc.array(
      fc.record({ at: fc.nat(1000), length: fc.option(fc.nat(200)), label: text, isBreak: fc.boolean() }),
      { maxLength: 7 },
    ),
    title: fc.option(text),
    caveat: fc.option(text),
    samePeriod: fc.boolean(),
  })
  .map((given): Contract => {
    let n = 0;
    const rows: Contract[] = given.rows.map(({ value, spread, skip }) => {
      // Now and then a period that no row speaks of.
      const period = nthPeriod(given.kind, given.start, skip === 1 ? ++n : n);
      n++;
      const range =
        given.ranges && spread !== null && value !== null && value < 2 ** 52
          ? { low: Math.max(0, value - spread) + (given.doubtful ? 5 : 0), high: value + spread }
          : {};
      return { period, value, ...range };
    });
    const first = parsePeriod(rows[0]!.period)!;
    const last = parsePeriod(rows.at(-1)!.period)!;
    const length = last.last - last.first + 1;
    const asOf = given.partial === null ? last.last : last.first + (given.partial % length);
    if (given.late && given.kind !== 'day') rows[0]!.from = isoDay(Math.min(first.first + 1, asOf));
    const before = rows.at(-2);
    if (
      given.samePeriod &&
      given.kind === 'year' &&
      before &&
      !before.from &&
      typeof before.value === 'number'
    ) {
      const day = isoDay(asOf).slice(4).replace('-02-29', '-02-28');
      before.samePeriod = { value: Math.floor(before.value / 2), through: before.period + day };
    }
    const span = last.last - first.first + 1;
    const events = given.events.map(({ at, length: days, label, isBreak }) => {
      // A few of them outside the days shown.
      const from = first.first + Math.floor((span * (at - 50)) / 900);
      return {
        at: isoDay(from),
        ...(days !== null && { to: isoDay(from + days) }),
        label: { en: label },
        ...(isBreak && { kind: 'series-break' }),
      };
    });
    return {
      schema: 'casualties/1',
      measure: given.measure,
      victims: given.victims,
      method: given.method,
      relation: given.relation,
      ...(given.relation !== 'all' && { actors: given.actors }),
      ...(given.ranges && { interval: 'source-range' }),
      ...(given.title !== null && { title: given.title }),
      ...(given.caveat !== null && { caveat: given.caveat }),
      place: { en: 'in Mali', fr: 'au Mali' },
      source: { producer: 'Example data', asOf: isoDay(asOf), asOfBasis: given.basis },
      events,
      rows,
    };
  });
const anyOptions = fc.record({
  width: fc.integer({ min: 240, max: 1600 }),
  lang: fc.constantFrom('en', 'fr'),
  view: fc.constantFrom('columns', 'cumulative'),
  theme: fc.constantFrom('light' as const, 'dark' as const),
});

/** All coordinates finite and inside, no label outside or over another. */
function assertSound(svg: string): void {
  assert.doesNotMatch(svg.replace(/>[^<]*</g, '><'), /NaN|Infinity|undefined|="-\d*\.?\d*e/);
  const drawing = readDrawing(svg);
  const { width, height } = drawing;
  assert.ok(Number.isFinite(width) && Number.isFinite(height) && height > 0, `${width} × ${height}`);
  for (const { runs, d } of drawing.paths)
    for (const { points } of runs)
      for (const { x, y } of points)
        assert.ok(
          x >= -0.1 && x <= width + 0.1 && y >= -0.1 && y <= height + 0.1,
          `${x} ${y} leaves ${width} × ${height}: ${d.slice(0, 80)}`,
        );
  for (const { x, y, r } of drawing.circles)
    assert.ok(x - r >= 0 && x + r <= width && y - r >= 0 && y + r <= height, `disc at ${x} ${y}`);
  const texts = drawing.texts.filter(({ text: words }) => words.trim());
  for (const { text: words, size, box } of texts) {
    assert.ok(size >= 12, `"${words}" is ${size} px`);
    assert.ok(
      box.x0 >= -0.1 && box.x1 <= width + 0.1 && box.y0 >= 0 && box.y1 <= height,
      `"${words}" leaves the drawing: ${JSON.stringify(box)} of ${width} × ${height}`,
    );
  }
  // Numbered discs; the dot at the end of a line may be touched by its own label.
  const discs = drawing.circles
    .filter(({ r }) => r > 5)
    .map(({ x, y, r }) => ({ x, y, box: { x0: x - r, x1: x + r, y0: y - r, y1: y + r } }));
  for (let i = 0; i < texts.length; i++) {
    const a = texts[i]!;
    for (let j = i + 1; j < texts.length; j++) {
      const b = texts[j]!;
      assert.ok(
        a.box.x1 <= b.box.x0 + 0.05 ||
          b.box.x1 <= a.box.x0 + 0.05 ||
          a.box.y1 <= b.box.y0 + 0.05 ||
          b.box.y1 <= a.box.y0 + 0.05,
        `"${a.text}" touches "${b.text}"`,
      );
    }
    for (const { x, y, box } of discs)
      assert.ok(
        (Math.abs(a.x - x) < 1 && Math.abs(a.y - y) < 6) ||
          a.box.x1 <= box.x0 ||
          box.x1 <= a.box.x0 ||
          a.box.y1 <= box.y0 ||
          box.y1 <= a.box.y0,
        `"${a.text}" touches the disc at ${x}`,
      );
  }
}

for (const { name, contract: data } of readFixtures('casualties'))
  test(`${name}: at every width, in both languages and views, no label leaves the drawing or touches another`, () => {
    for (const width of [240, 280, ...WIDTHS, 360, 479, 560, 768, 959, 1024, 1400])
      for (const lang of ['en', 'fr'])
        for (const view of ['columns', 'cumulative']) {
          try {
            assertSound(renderSVG(data, { width, lang, view }));
          } catch (error) {
            assert.fail(`${width} px, ${lang}, ${view}: ${(error as Error).message}`);
          }
        }
  });

test('a partial figure that stands over a higher neighbour keeps clear of the events above the plot', () => {
  const data = contract(
    [
      { period: '2023', value: 0 },
      { period: '2024', value: 1_000_000 },
      { period: '2025', value: 0 },
    ],
    { ...until('2025-01-10'), events: [{ at: '2024-12-29', to: '2025-02-11', label: 'JNIM' }] },
  );
  for (const width of WIDTHS) assertSound(renderSVG(data, { width }));
});
test('any valid contract at any width: finite, inside, and no label over another', () => {
  fc.assert(
    fc.property(anyContract, anyOptions, (data, options) => assertSound(renderSVG(data, options))),
    { numRuns: 2000 },
  );
});
test('any valid contract twice, and by way of JSON, gives the same bytes and leaves the input as it was', () => {
  fc.assert(
    fc.property(anyContract, anyOptions, (data, options) => {
      const before = JSON.stringify(data);
      const svg = renderSVG(data, options);
      assert.equal(renderSVG(data, options), svg);
      assert.equal(renderSVG(JSON.parse(before), options), svg);
      assert.equal(JSON.stringify(data), before);
    }),
    { numRuns: 120 },
  );
});
test('the order of rows and events makes no difference to the picture', () => {
  fc.assert(
    fc.property(anyContract, anyOptions, fc.infiniteStream(fc.nat()), (data, options, random) => {
      const shuffled = (list: unknown[]): unknown[] =>
        list
          .map((one) => ({ one, key: random.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
      // Events of one day keep the order that the desk gave them.
      const days = new Set(data.events.map(({ at, to }: Contract) => `${at} ${to ?? at}`));
      const events = days.size === data.events.length ? shuffled(data.events) : data.events;
      assert.equal(
        renderSVG({ ...data, rows: shuffled(data.rows), events }, options),
        renderSVG(data, options),
      );
    }),
    { numRuns: 120 },
  );
});
test('every whole known figure of any contract drawn as columns has a mark, to scale', () => {
  fc.assert(
    fc.property(anyContract, fc.integer({ min: 240, max: 1600 }), (given, width) => {
      const data = { ...given, rows: given.rows.map(({ low: _low, high: _high, ...row }: Contract) => row) };
      const drawing = draw(data, { width });
      const { rows } = casualties.read(data);
      const known = rows.filter(({ value, complete }) => complete && value !== null);
      const most = Math.max(0, ...rows.map(({ value }) => value ?? 0));
      const columns = wholeColumns(drawing);
      if (!drawing.attributes['aria-label']!.startsWith('Column')) return;
      const { y } = baselineOf(drawing);
      const visible = known.filter(({ value }) => value! > most / 1000);
      assert.ok(columns.length >= visible.length, `${columns.length} columns`);
      const tallest = Math.max(0, ...columns.map(({ y0 }) => y - y0));
      const greatest = Math.max(0, ...known.map(({ value }) => value!));
      if (columns.length === known.length && tallest > 50)
        known.forEach(({ value }, i) =>
          assertClose((y - columns[i]!.y0) / tallest, value! / greatest, 0.005, `row ${i}`),
        );
    }),
    { numRuns: 150 },
  );
});
test('the same machine, four time zones, one picture', () => {
  const zone = process.env.TZ;
  const pictures = new Set<string>();
  try {
    for (const name of ['America/Los_Angeles', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Kiritimati']) {
      process.env.TZ = name;
      for (const fixture of ['article', 'days', 'weeks'])
        pictures.add(renderSVG(readFixture('casualties', fixture)));
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
  assert.equal(pictures.size, 3);
});

// --- The file

test('a file has no style sheet, script, id, link or address of its own', () => {
  for (const { contract: data } of readFixtures('casualties'))
    for (const theme of ['light', 'dark'] as const) {
      const svg = renderSVG(data, { theme });
      assert.doesNotMatch(
        svg,
        /<(style|script|a|image|use|foreignObject)\b|\b(id|href|style|on\w+)=|url\(|var\(/,
      );
      assert.doesNotMatch(svg.replace('http://www.w3.org/2000/svg', '').replace(/>[^<]*</g, '><'), /https?:/);
      assert.match(svg, /^<svg [^>]*role="img" aria-label="[^"]+"/);
      assert.match(svg, /<desc>[^<]+<\/desc>/);
    }
});
test('light and dark differ in colours alone', () => {
  const bare = (theme: 'light' | 'dark'): string =>
    renderSVG(readFixture('casualties', 'mali-ucdp'), { theme }).replace(/#[0-9a-f]{6}/g, '#');
  assert.equal(bare('light'), bare('dark'));
  assert.notEqual(
    renderSVG(readFixture('casualties', 'mali-ucdp'), { theme: 'dark' }),
    renderSVG(readFixture('casualties', 'mali-ucdp')),
  );
});
test('no mark is red, green or flag blue', () => {
  for (const theme of ['light', 'dark'] as const)
    for (const [, r, g, b] of renderSVG(readFixture('casualties', 'article'), { theme }).matchAll(
      /#(..)(..)(..)\b/g,
    )) {
      const [red, green, blue] = [r, g, b].map((part) => parseInt(part!, 16));
      const spread = Math.max(red!, green!, blue!) - Math.min(red!, green!, blue!);
      assert.ok(spread < 90, `#${r}${g}${b} is saturated`);
    }
});
test('widths outside 240 to 1,632 px are drawn at the nearest', () => {
  const data = readFixture('casualties', 'article');
  for (const width of [0, -5, 1, 100])
    assert.equal(renderSVG(data, { width }), renderSVG(data, { width: 240 }));
  assert.equal(renderSVG(data, { width: 99_999 }), renderSVG(data, { width: 1632 }));
});
test('a width that is no number is refused or drawn at a width that is one', () => {
  for (const width of [NaN, Infinity, -Infinity, '640' as unknown as number]) {
    const drawn = (): string => renderSVG(readFixture('casualties', 'article'), { width });
    let refused: unknown;
    try {
      drawn();
    } catch (error) {
      refused = error;
    }
    if (refused === undefined) assertSound(drawn());
    else assert.match(String(refused), /width/);
  }
});
test('a long unbroken word is cut inside the drawing, between whole characters', () => {
  for (const word of ['x'.repeat(10_000), '👨‍👩‍👧‍👦'.repeat(500), 'é'.repeat(3000)]) {
    const data = contract([{ period: '2024', value: 1 }], {
      title: word,
      relation: 'involving',
      actors: [word],
      events: [{ at: '2024-06', label: word }],
    });
    for (const width of [240, 640]) {
      const svg = renderSVG(data, { width });
      assertSound(svg);
      // Half a pair, or a family that has lost a member.
      assert.doesNotMatch(svg, /\u200d…|[\ud800-\udbff](?![\udc00-\udfff])/);
    }
  }
});
test('an empty chart keeps its title and source, and says in words that there is nothing', () => {
  const texts = draw(readFixture('casualties', 'empty')).texts.map(({ text: words }) => words);
  assert.ok(texts.includes('Civilians reported killed in Mali'));
  assert.ok(texts.includes('No figures are available here.'));
  assert.ok(texts.some((words) => words.startsWith('Source: ')));
});
test('reading a contract gives the notes that go with its picture', () => {
  assert.deepEqual(
    readContract(readFixture('casualties', 'article'))
      .notes.map(({ code }) => code)
      .sort(),
    ['W_PARTIAL', 'W_SOURCE'],
  );
});
