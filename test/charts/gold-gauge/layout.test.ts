import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { goldGauge, readGoldGauge } from '../../../src/charts/gold-gauge/index.js';
import { layoutGauge } from '../../../src/charts/gold-gauge/layout.js';
import type { GaugeScene } from '../../../src/charts/gold-gauge/scene.js';
import { arcTrack, barTrack, drawBand } from '../../../src/charts/gold-gauge/track.js';
import { convert } from '../../../src/charts/gold-gauge/units.js';
import type { Box } from '../../../src/geometry/box.js';
import { labelBox } from '../../../src/geometry/label.js';
import type { Shapes } from '../../../src/geometry/shapes.js';
import { renderSVG } from '../../../src/static/index.js';
import { languageFor } from '../../../src/words/language.js';
import { assertClose, readDrawing, readPath } from '../../support/assert-path.js';
import { readFixture, readFixtures } from '../../support/golden.js';

fc.configureGlobal({ includeErrorInReport: true });

type Contract = Record<string, any>;

const good = (fields: Contract = {}): Contract => ({
  schema: 'gold-gauge/1',
  flow: 'mined',
  sector: 'industrial',
  unit: 't',
  place: { en: 'in Mali', fr: 'au Mali' },
  amount: { period: '2024', value: 51.7 },
  source: { producer: 'Example data', asOf: '2025-09-30' },
  ...fields,
});
const reference = (value: number, fields: Contract = {}): Contract => ({
  kind: 'target',
  flow: 'mined',
  sector: 'industrial',
  period: '2024',
  value,
  label: 'Target',
  ...fields,
});
const place = (contract: Contract, width = 640, options: Contract = {}): GaugeScene =>
  layoutGauge(readGoldGauge(contract), { width, pack: languageFor('en'), ...options });
const textsOf = ({ labels }: GaugeScene): string[] => labels.map(({ text }) => text);

// --- The track

test('half of the scale is the top of the arc', () => {
  const { at, along } = arcTrack(200, 200, 100, 20, 60);
  const top = at(30, 20);
  assertClose(top[0], 200, 1e-9, 'x');
  assertClose(top[1], 100, 1e-9, 'y');
  assert.deepEqual(at(0, 0).map(Math.round), [120, 200]);
  assert.equal(along(60, 20, false), 'A100 100 0 0 1 300 200');
  assert.equal(along(0, 0, true), 'A80 80 0 0 0 120 200');
});
test('a band runs out along the inner edge and back along the outer one', () => {
  const arc: Shapes = {};
  drawBand(arc, 'solid', arcTrack(200, 200, 100, 20, 60), 0, 30);
  assert.equal(arc.solid, 'M120 200A80 80 0 0 1 200 120L200 100A100 100 0 0 0 100 200Z');
  const bar: Shapes = {};
  drawBand(bar, 'solid', barTrack(0, 50, 300, 20, 60), 0, 30);
  assert.equal(bar.solid, 'M0 50L150 50L150 30L0 30Z');
  drawBand(bar, 'tint', barTrack(0, 50, 300, 20, 60), 30, 30);
  assert.equal(bar.tint, undefined);
});

// --- Units

for (const [value, from, to, expected] of [
  [51.7, 't', 'kg', 51_700],
  [51.7, 't', 'ozt', 1_662_000],
  [200, 't', 'ozt', 6_430_000],
  [1250.5, 'kg', 't', 1.2505],
  [1_662_194, 'ozt', 't', 51.7],
  [0, 't', 'ozt', 0],
  [0.1, 't', 'kg', 100],
] as const)
  test(`${value} ${from} is ${expected} ${to}`, () => assert.equal(convert(value, from, to), expected));

// --- The scale

const endOf = (contract: Contract, options: Contract = {}): string =>
  textsOf(place(contract, 640, options)).find((text) => /^[\d,.]+\u00a0t$/.test(text))!;
for (const [title, contract, end] of [
  ['round over the figure', good(), '60\u00a0t'],
  ['round over a reference', good({ references: [reference(61)] }), '70\u00a0t'],
  [
    'round over a range',
    good({ interval: 'ci95', amount: { period: '2024', value: 5, low: 4, high: 17 } }),
    '20\u00a0t',
  ],
  ['0 has a scale', good({ amount: { period: '2024', value: 0 } }), '1\u00a0t'],
  ['no figure has a scale', good({ amount: { period: '2024', value: null } }), '1\u00a0t'],
  ['less than one tonne', good({ amount: { period: '2024', value: 0.03 } }), '0.035\u00a0t'],
  ['more than a round figure', good({ amount: { period: '2024', value: 30 } }), '35\u00a0t'],
  ['a named target is the end', good({ max: 'target', references: [reference(77)] }), '77\u00a0t'],
  ['a named target that is passed is not', good({ max: 'target', references: [reference(50)] }), '60\u00a0t'],
] as [string, Contract, string][])
  test(`the end of the scale: ${title}`, () => {
    const texts = textsOf(place(contract));
    assert.ok(texts.includes(end), texts.join(' | '));
    assert.ok(texts.includes('0'));
  });
test('a maximum shared with other charts lengthens the scale and never shortens it', () => {
  assert.equal(endOf(good(), { max: 95 }), '100\u00a0t');
  assert.equal(endOf(good(), { max: 5 }), '60\u00a0t');
});

// --- What is drawn

test('the band of 51.7 t of 60 ends where 51.7 sixtieths of the arc do', () => {
  const { shapes } = place(good(), 400);
  const [outer] = readPath(shapes.track!);
  const xs = outer!.points.map(({ x }) => x);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [cx, cy, r] = [(left + right) / 2, outer!.points[0]!.y, (right - left) / 2];
  const angle = Math.PI * (1 - 51.7 / 60);
  const found = readPath(shapes.solid!)[0]!.points.some(
    ({ x, y }) => Math.hypot(x - cx - r * Math.cos(angle), y - cy + r * Math.sin(angle)) < 0.2,
  );
  assert.ok(found, shapes.solid);
});
test('there is an arc from 280 px of the element’s own width, and a bar below it or when asked for', () => {
  assert.equal(place(good(), 247, { outer: 279 }).form, 'bullet');
  assert.equal(place(good(), 248, { outer: 280 }).form, 'arc');
  assert.equal(place(good(), 608, { outer: 640, view: 'bullet' }).form, 'bullet');
  assert.equal(place(good(), 247, { outer: 279, view: 'arc' }).form, 'bullet');
});
test('an arc is never wider than 420 px', () => {
  for (const width of [500, 900, 1600]) {
    const { x0, x1 } = place(good(), width).boxes[0]!;
    assert.ok(x1 - x0 <= 420);
  }
});
test('no figure is an empty track, and 0 is a mark', () => {
  const none = place(good({ amount: { period: '2024', value: null } }));
  assert.ok(none.shapes.track && !none.shapes.solid && !none.shapes.value);
  assert.ok(textsOf(none).includes('no production figure'));
  const zero = place(good({ amount: { period: '2024', value: 0 } }));
  assert.ok(zero.shapes.value && !zero.shapes.solid);
  assert.equal(textsOf(zero).filter((text) => text === '0').length, 2);
});
test('a part of a year is hatched with an open end, in the gauge and in its column, and no page can style it', () => {
  for (const view of ['arc', 'bullet']) {
    const { shapes, key } = place(readFixture('gold-gauge', 'partial-2025'), 640, { view });
    assert.ok(shapes.ground && shapes.hatch && shapes.open && !shapes.solid);
    assert.ok(key.some(({ entry }) => entry === 'partial'));
  }
  const svg = renderSVG(readFixture('gold-gauge', 'partial-2025'), { width: 320 });
  assert.doesNotMatch(svg, /part="mark"/);
});
test('what is planned, or another flow or sector, is hollow and dashed, never solid', () => {
  for (const fields of [
    { kind: 'capacity', stage: 'planned' },
    { kind: 'capacity', stage: 'under-construction' },
    { flow: 'refined' },
    { sector: 'artisanal' },
  ]) {
    const { shapes, key } = place(good({ references: [reference(55, fields)] }));
    assert.ok(shapes.hollow && !shapes.tick, JSON.stringify(fields));
    assert.ok(key.some(({ entry }) => entry === 'hollow'));
  }
  const built = place(good({ references: [reference(55, { kind: 'capacity', stage: 'operating' })] }));
  assert.ok(built.shapes.tick && !built.shapes.hollow);
});
test('a scale that ends in a planned capacity has a dashed track', () => {
  const { shapes } = place(readFixture('gold-gauge', 'article'));
  assert.ok(shapes.outline && !shapes.track && !shapes.solid);
});
test('a range is solid to its low figure and tinted to its high one, with its numbers', () => {
  const scene = place(readFixture('gold-gauge', 'artisanal-range'));
  assert.ok(scene.shapes.solid && scene.shapes.tint && scene.shapes.value);
  assert.ok(textsOf(scene).includes('4–20\u00a0t'));
  const unknown = place(
    good({ interval: 'ci95', amount: { period: '2024', value: null, low: 4, high: 20 } }),
  );
  assert.ok(textsOf(unknown).includes('4–20'));
});
test('a range that does not hold its value is not drawn', () => {
  const { shapes } = place(
    good({ interval: 'ci95', amount: { period: '2024', value: 3, low: 4, high: 20 } }),
  );
  assert.ok(shapes.solid && !shapes.tint);
});
test('the history stands beside the gauge from 640 px, with a place for every year', () => {
  const contract = readFixture('gold-gauge', 'industrial-2024');
  const wide = place(contract, 608, { outer: 640 });
  for (const text of ['2019', '2023', '65.1', '66.5']) assert.ok(textsOf(wide).includes(text), text);
  assert.equal(wide.boxes.length, 1 + 2 + 5);
  assert.ok(!textsOf(place(contract, 607, { outer: 639 })).includes('2019'));
});
test('a month without a figure is a gap, whether it is told or left out', () => {
  const { shapes, key, labels } = place(readFixture('gold-gauge', 'kilograms'));
  assert.ok(shapes.gaps && key.some(({ entry }) => entry === 'unknown'));
  assert.ok(labels.some(({ text }) => text === 'n/k'));
});
test('a highlight fills its own column; one that names nothing is told', () => {
  const contract = readFixture('gold-gauge', 'industrial-2024');
  const plain = place(contract);
  const lit = place(contract, 640, { highlight: '2021' });
  assert.notEqual(lit.shapes.light, plain.shapes.light);
  assert.deepEqual(lit.refused, []);
  assert.deepEqual(place(contract, 640, { highlight: '1999' }).refused, ['highlight']);
  assert.deepEqual(place(contract, 640, { view: 'pie' }).refused, ['view']);
  assert.equal(place(contract, 640, { view: 'pie' }).form, 'arc');
});

// --- A meter only with a value and an end of the same kind

test('a like capacity makes a meter', () => {
  assert.deepEqual(place(readFixture('gold-gauge', 'capacity-meter')).meter, {
    now: 51.7,
    max: 80,
    text: '51.7 tonnes, 2024',
  });
});
for (const [title, contract] of [
  ['a round end', good({ references: [reference(60)] })],
  ['no value', { ...readFixture('gold-gauge', 'capacity-meter'), amount: { period: '2024', value: null } }],
  ['a value beyond the end', readFixture('gold-gauge', 'beyond-max')],
  ['a planned capacity', readFixture('gold-gauge', 'article')],
  ['an end of other days', good({ max: 'target', references: [reference(60, { period: '2025' })] })],
  ['an end without a sector', good({ max: 'target', references: [reference(60, { sector: undefined })] })],
] as [string, Contract][])
  test(`no meter: ${title}`, () => assert.equal(place(contract).meter, undefined));

// --- The pointer

test('the pointer finds every mark at its place', () => {
  const reading = readGoldGauge(readFixture('gold-gauge', 'industrial-2024'));
  const scene = layoutGauge(reading, { width: 1168, outer: 1200, pack: languageFor('en') });
  scene.boxes.forEach(({ x0, x1, y0, y1 }, index) => {
    if (index) assert.equal(goldGauge.markAt(reading, scene, (x0 + x1) / 2, (y0 + y1) / 2), index);
  });
  const { x0, x1, y0 } = scene.boxes[0]!;
  assert.equal(goldGauge.markAt(reading, scene, (x0 + x1) / 2, y0 + 5), 0);
  assert.equal(goldGauge.markAt(reading, scene, 1, 1), undefined);
});

// --- Whatever comes

const overlap = (a: Box, b: Box): boolean =>
  a.x0 < b.x1 - 0.1 && b.x0 < a.x1 - 0.1 && a.y0 < b.y1 - 0.1 && b.y0 < a.y1 - 0.1;

function assertSound(scene: GaugeScene, about: string): void {
  const boxes = scene.labels.map((one) => ({ text: one.text, size: one.style.size, ...labelBox(one) }));
  boxes.forEach((box, i) => {
    assert.ok(
      box.x0 >= -0.6 && box.x1 <= scene.width + 0.6 && box.y0 >= -0.6 && box.y1 <= scene.height + 0.6,
      `${about}: "${box.text}" leaves the frame: ${JSON.stringify(box)}`,
    );
    for (const other of boxes.slice(i + 1))
      assert.ok(!overlap(box, other), `${about}: "${box.text}" lies on "${other.text}"`);
  });
  for (const [name, path] of Object.entries(scene.shapes)) {
    assert.doesNotMatch(path, /NaN|Infinity|undefined/, `${about}: ${name}`);
    for (const { points } of readPath(path))
      for (const { x, y } of points)
        assert.ok(
          x >= -8 && x <= scene.width + 8 && y >= -8 && y <= scene.height + 8,
          `${about}: ${name} leaves the frame at ${x}, ${y}`,
        );
  }
  for (const { x0, x1, y0, y1 } of scene.boxes) assert.ok(x1 > x0 && y1 > y0, about);
  const words = boxes.filter((_, i) => scene.labels[i]!.style.role !== 'surface');
  // Words stand in the hollow of the arc or outside it, never on it.
  if (scene.form === 'arc') {
    const arc = scene.boxes[0]!;
    const [cx, cy, r] = [(arc.x0 + arc.x1) / 2, arc.y1, (arc.x1 - arc.x0) / 2];
    for (const { text, size, x0, x1, y0, y1 } of words) {
      // A digit is three quarters of its size high.
      const top = y0 + size * 0.2;
      const far = Math.max(...[x0, x1].map((x) => Math.hypot(x - cx, Math.min(0, top - cy))));
      const near = Math.hypot(Math.max(0, x0 - cx, cx - x1), Math.max(0, cy - y1));
      assert.ok(far < r * 0.8 + 1 || near > r - 1 || y0 >= cy, `${about}: "${text}" stands on the arc`);
    }
  }
  for (const { points } of readPath(scene.shapes.leaders ?? '')) {
    const [from, to] = points as [{ x: number; y: number }, { x: number; y: number }];
    for (let part = 0.05; part < 0.95; part += 0.05) {
      const [x, y] = [from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part];
      for (const { text, x0, x1, y0, y1 } of words)
        assert.ok(
          x <= x0 + 1 || x >= x1 - 1 || y <= y0 + 2 || y >= y1 - 2,
          `${about}: a line leads through "${text}"`,
        );
    }
  }
}

test('no label touches another or leaves the frame: every fixture, every width, both views and languages', () => {
  for (const { name, contract } of readFixtures('gold-gauge')) {
    const reading = readGoldGauge(contract);
    for (const lang of ['en', 'fr'])
      for (const view of ['arc', 'bullet'])
        for (let width = 208; width <= 1600; width += 29)
          assertSound(
            layoutGauge(reading, { width, outer: width + 32, pack: languageFor(lang), view }),
            `${name} ${lang} ${view} ${width}`,
          );
  }
});
test('nothing is under 12 px', () => {
  for (const { contract } of readFixtures('gold-gauge'))
    for (const width of [240, 320, 640])
      for (const { size, text } of readDrawing(renderSVG(contract, { width })).texts)
        assert.ok(size >= 12, text);
});

const amounts = fc.oneof(
  fc.double({ min: 0, max: 100, noNaN: true }).map((value) => Math.round(value * 10) / 10),
  fc.constantFrom(0, 0.001, 1e6, 2 ** 53, 51.7),
);
const kinds = fc.constantFrom('capacity', 'target', 'forecast', 'previous', 'same-period');
const labels = fc.oneof(
  fc.constantFrom('2023', 'Forecast', 'Yadran refinery, expected processing per year'),
  fc.string({ maxLength: 60 }),
);
const contracts = fc
  .record({
    flow: fc.constantFrom('mined', 'refined', 'exported', 'seized'),
    sector: fc.constantFrom('industrial', 'artisanal', 'all'),
    unit: fc.constantFrom('t', 'kg', 'ozt'),
    value: fc.option(amounts),
    range: fc.option(fc.tuple(amounts, amounts)),
    isPart: fc.boolean(),
    history: fc.uniqueArray(fc.integer({ min: 1990, max: 2023 }), { maxLength: 34 }),
    max: fc.constantFrom('capacity', 'target', 'round', undefined),
    references: fc.array(
      fc.record({
        kind: kinds,
        flow: fc.constantFrom('mined', 'refined'),
        sector: fc.constantFrom('industrial', 'all', undefined),
        period: fc.constantFrom('2024', '2023', undefined),
        value: amounts,
        label: labels,
        stage: fc.constantFrom('operating', 'under-construction', 'planned'),
      }),
      { maxLength: 10 },
    ),
  })
  .map(({ value, range, isPart, history, max, references, ...fields }) => {
    const isMax = references.filter(({ kind, flow }) => kind === max && flow === fields.flow).length === 1;
    const [low, high] = [...(range ?? [0, 0])].sort((a, b) => a - b);
    return good({
      ...fields,
      references: JSON.parse(JSON.stringify(references)),
      history: history.map((year) => ({ period: String(year), value: year % 7 ? year % 50 : null })),
      amount: {
        period: '2024',
        value,
        ...(isPart && { through: '2024-08-31' }),
        ...(range && { low, high }),
      },
      interval: 'ci95',
      ...(isMax && { max }),
    });
  });

test('whatever comes, the scale holds every mark, all numbers are finite, and no words collide', () => {
  fc.assert(
    fc.property(
      contracts,
      fc.integer({ min: 208, max: 1600 }),
      fc.constantFrom('arc', 'bullet'),
      fc.constantFrom('en', 'fr'),
      (contract, width, view, lang) => {
        const reading = readGoldGauge(contract);
        const pack = languageFor(lang);
        const scene = layoutGauge(reading, { width, outer: width + 32, pack, view });
        assertSound(scene, 'any');
        const { length } = scene.boxes;
        assert.equal(length, goldGauge.markCount(reading));
        // Every reference is named in the drawing or in the list.
        const said = [...scene.eventList, ...textsOf(scene)].join(' ').replace(/\s+/g, '');
        for (const { label } of reading.references)
          assert.ok(said.includes(String(label).replace(/\s+/g, '')), `"${String(label)}" is nowhere`);
      },
    ),
    { numRuns: 400 },
  );
});
