import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { attribution } from '../../../src/charts/attribution/index.js';
import type { AttributionReading } from '../../../src/charts/attribution/contract.js';
import { layoutAttribution } from '../../../src/charts/attribution/layout.js';
import type { AttributionScene } from '../../../src/charts/attribution/scene.js';
import { segmentsOf } from '../../../src/charts/attribution/segments.js';
import { isoDay, parsePeriod, periodAt, type PeriodKind } from '../../../src/data/period.js';
import { type Label, labelBox } from '../../../src/geometry/label.js';
import { renderSVG } from '../../../src/static/index.js';
import { languageFor } from '../../../src/words/language.js';
import { assertClose, readDrawing, readPath } from '../../support/assert-path.js';
import { readFixture, readFixtures } from '../../support/golden.js';

fc.configureGlobal({ includeErrorInReport: true });

type Contract = Record<string, any>;
interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}
interface Options {
  readonly width?: number;
  readonly view?: string;
  readonly highlight?: string;
  readonly lang?: string;
  readonly max?: number;
}

const contract = (rows: unknown[], fields: Contract = {}): Contract => ({
  schema: 'attribution/1',
  measure: 'killed',
  victims: 'civilians',
  method: 'reported',
  relation: 'involving',
  whole: 'all',
  place: 'in Mali',
  source: { producer: 'Example data', asOf: '2025-12-31' },
  actors: [
    { id: 'a', name: 'Alder', slot: 1 },
    { id: 'b', name: 'Birch', slot: 2 },
    { id: 'c', name: 'Cedar', slot: 3 },
  ],
  rows,
  ...fields,
});

/** The scene as an element of that width has it: 16 px of padding at each side. */
function sceneOf(
  reading: AttributionReading,
  { width = 608, lang = 'en', ...options }: Options = {},
): AttributionScene {
  return layoutAttribution(reading, { ...options, width, outer: width + 32, pack: languageFor(lang) });
}
const layOut = (data: unknown, options?: Options): AttributionScene =>
  sceneOf(attribution.read(data), options);

// --- Any contract

const KINDS: readonly PeriodKind[] = ['year', 'quarter', 'month', 'week', 'day'];
const LINKS = ['joint', 'unsplit', 'disputed'];
const GRADES = [undefined, undefined, undefined, 'confirmed', 'likely', 'single-source', 'contested'];

function nthPeriod(kind: PeriodKind, start: number, n: number): string {
  let period = periodAt(kind, parsePeriod(`${start}`)!.first);
  for (let i = 0; i < n; i++) period = periodAt(kind, period.last + 1);
  return period.text;
}

const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Alder', 'Birch Brigade', 'the Cedar Front of the North', 'Elm') },
  { weight: 1, arbitrary: fc.constantFrom('WWWWWWWWWWWWWWWWWWWWWWWW', '数字', 'مالي', '👨‍👩‍👧‍👦', 'a') },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== '') },
);
const count = fc.oneof(
  { weight: 6, arbitrary: fc.nat(300) },
  { weight: 1, arbitrary: fc.nat(200_000) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 999, 1000, 1_000_000, 2 ** 40) },
);

/** One figure of one period, by where it stands: rare enough to be missing or unknown that stacks are seldom bare. */
const cell = fc.record({
  value: count,
  is: fc.constantFrom('known', 'known', 'known', 'known', 'known', 'known', 'null', 'absent'),
});

const anyContract = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    start: fc.integer({ min: 1950, max: 2060 }),
    periods: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 1, max: 8 }) },
      { weight: 2, arbitrary: fc.integer({ min: 9, max: 40 }) },
      { weight: 1, arbitrary: fc.integer({ min: 41, max: 130 }) },
    ),
    skips: fc.array(fc.nat(9), { minLength: 1, maxLength: 8 }),
    actors: fc.array(
      fc.record({
        name,
        slot: fc.option(fc.integer({ min: 1, max: 8 })),
        follows: fc.option(fc.nat(7), { freq: 3 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    sets: fc.array(
      fc.record({
        mask: fc.integer({ min: 1, max: 255 }),
        most: fc.constantFrom(1, 1, 2, 2, 3, 8),
        link: fc.constantFrom(...LINKS),
        grade: fc.constantFrom(...GRADES),
      }),
      { minLength: 1, maxLength: 9 },
    ),
    unattributed: fc.constantFrom('present', 'present', 'mixed', 'null', 'absent'),
    cells: fc.array(cell, { minLength: 1, maxLength: 40 }),
    totals: fc.constantFrom('none', 'none', 'exact', 'some', 'short'),
    shortfall: fc.nat(90),
    range: fc.constantFrom('none', 'good', 'doubtful', 'rows'),
    partial: fc.option(fc.nat(1000)),
    late: fc.boolean(),
    bareTotal: fc.boolean(),
    whole: fc.constantFrom('all', 'all', 'selection'),
    relation: fc.constantFrom('involving', 'attributed'),
    method: fc.constantFrom('reported', 'documented-minimum', 'estimated'),
    measure: fc.constantFrom('killed', 'injured', 'killed-and-injured'),
    victims: fc.constantFrom('civilians', 'combatants', 'everyone', 'not-specified'),
    basis: fc.constantFrom('stated', 'publication'),
    events: fc.array(
      fc.record({ at: fc.nat(1000), length: fc.option(fc.nat(200)), label: name, isBreak: fc.boolean() }),
      { maxLength: 5 },
    ),
  })
  .map((given): Contract => {
    const ids = given.actors.map((_, i) => `actor-${i}`);
    const actors = given.actors.map(({ name: own, slot, follows }, i) => ({
      id: ids[i],
      name: own,
      ...(slot !== null && { slot }),
      ...(follows !== null && follows % ids.length < i && { successorOf: ids[follows % ids.length] }),
    }));
    const parts = new Map<string, Contract>();
    for (const { mask, most, link, grade } of given.sets) {
      const set = ids.filter((_, i) => (mask >> i) & 1).slice(0, most);
      if (!set.length) set.push(ids[mask % ids.length]!);
      const part = { actors: set, ...(set.length > 1 && { link }), ...(grade && { grade }) };
      parts.set(JSON.stringify([set, set.length > 1 && link, grade]), part);
    }
    if (given.unattributed !== 'absent') parts.set('', { actors: 'unattributed' });
    const rows: Contract[] = [];
    const totals: Contract[] = [];
    const texts: string[] = [];
    let n = 0;
    for (let i = 0; i < given.periods; i++, n++) {
      // Now and then a period that no row speaks of.
      if (i && given.skips[i % given.skips.length] === 1) n++;
      texts.push(nthPeriod(given.kind, given.start, n));
    }
    texts.forEach((period, i) => {
      const own: Contract[] = [];
      [...parts.values()].forEach((part, j) => {
        const { value, is } = given.cells[(i * 13 + j * 7) % given.cells.length]!;
        const isNobody = part.actors === 'unattributed';
        if (is === 'absent' && !(isNobody && given.unattributed === 'present')) return;
        const isNull =
          isNobody && given.unattributed !== 'mixed' ? given.unattributed === 'null' : is === 'null';
        own.push({
          period,
          ...part,
          value: isNull ? null : value,
          ...(given.range === 'rows' && !isNull && { low: Math.max(0, value - 3), high: value + 5 }),
        });
      });
      if (!own.length && !(given.bareTotal && given.totals === 'short'))
        own.push({ period, ...[...parts.values()][0]!, value: 7 });
      rows.push(...own);
      if (given.totals === 'none' || (given.totals === 'some' && i % 2)) return;
      const sum = own.reduce((all, { value }) => all + (value ?? 0), 0);
      const value = sum + (given.totals === 'short' ? given.shortfall : 0);
      totals.push({
        period,
        value,
        ...(given.range === 'good' && { low: Math.max(0, value - 30), high: value + 40 }),
        ...(given.range === 'doubtful' && { low: value + 2, high: value + 9 }),
      });
    });
    if (!rows.length) rows.push({ period: texts[0]!, ...[...parts.values()][0]!, value: 0 });
    const first = parsePeriod(texts[0]!)!;
    const last = parsePeriod(texts.at(-1)!)!;
    const asOf =
      given.partial === null ? last.last : last.first + (given.partial % (last.last - last.first + 1));
    if (given.late && given.kind !== 'day' && first.first + 1 <= asOf)
      for (const row of [...rows, ...totals])
        if (row.period === first.text) row.from = isoDay(first.first + 1);
    const span = last.last - first.first + 1;
    const events = given.events.map(({ at, length: days, label, isBreak }) => {
      const from = first.first + Math.floor((span * (at - 50)) / 900);
      return {
        at: isoDay(from),
        ...(days !== null && { to: isoDay(from + days) }),
        label: { en: label },
        ...(isBreak && { kind: 'series-break' }),
      };
    });
    return {
      ...contract(rows),
      measure: given.measure,
      victims: given.victims,
      method: given.method,
      relation: given.relation,
      whole: given.whole,
      ...(given.range !== 'none' && { interval: 'source-range' }),
      place: { en: 'in Mali', fr: 'au Mali' },
      source: { producer: 'Example data', asOf: isoDay(asOf), asOfBasis: given.basis },
      actors,
      ...(totals.length && { totals }),
      events,
    };
  });

const VIEWS = [undefined, 'stack', 'share', 'involved'];
const anyOptions = fc.record(
  {
    width: fc.oneof(fc.integer({ min: 208, max: 1600 }), fc.constantFrom(208, 288, 447, 448, 608, 927, 928, 1168, 1600)),
    lang: fc.constantFrom('en', 'fr'),
    view: fc.constantFrom(...VIEWS),
    highlight: fc.constantFrom(undefined, undefined, 'actor-0', 'actor-1'),
  },
) as fc.Arbitrary<Options>;

/** The room of the letters themselves: lines of one block stand closer than the room that is kept around each. */
function inkBox(one: Label): Box {
  const { x0, x1 } = labelBox(one);
  return { x0, x1, y0: one.y - one.style.size * 0.93, y1: one.y + one.style.size * 0.24 };
}

/** All coordinates finite and inside the frame, and no label outside it or over another. */
function assertSound({ width, height, shapes, labels, places }: AttributionScene): void {
  assert.ok(Number.isFinite(width) && Number.isFinite(height) && height > 0, `${width} × ${height}`);
  for (const [mark, path] of Object.entries(shapes)) {
    assert.doesNotMatch(path, /NaN|Infinity|undefined|\de/, mark);
    for (const { points } of readPath(path.replace(/h([\d.]+)/g, 'h$1')))
      for (const { x, y } of points)
        assert.ok(
          x >= -0.1 && x <= width + 0.1 && y >= -0.1 && y <= height + 0.1,
          `${mark}: ${x} ${y} leaves ${width} × ${height}`,
        );
  }
  for (const { row, box } of places)
    for (const [side, most] of [
      ['x0', width],
      ['x1', width],
      ['y0', height],
      ['y1', height],
    ] as const)
      assert.ok(box[side] >= -0.1 && box[side] <= most + 0.1, `row ${row}: ${side} is ${box[side]}`);
  const told = labels.filter(({ text }) => text.trim()).map((one) => ({ text: one.text, box: inkBox(one) }));
  for (const { text, box } of told)
    assert.ok(
      box.x0 >= -0.1 && box.x1 <= width + 0.1 && box.y0 >= -0.1 && box.y1 <= height + 0.1,
      `"${text}" leaves ${width} × ${height}: ${JSON.stringify(box)}`,
    );
  for (let i = 0; i < told.length; i++)
    for (let j = i + 1; j < told.length; j++) {
      const [a, b] = [told[i]!, told[j]!];
      assert.ok(
        a.box.x1 <= b.box.x0 + 0.1 ||
          b.box.x1 <= a.box.x0 + 0.1 ||
          a.box.y1 <= b.box.y0 + 0.1 ||
          b.box.y1 <= a.box.y0 + 0.1,
        `"${a.text}" touches "${b.text}" by ${Math.min(a.box.x1 - b.box.x0, b.box.x1 - a.box.x0).toFixed(1)} × ${Math.min(a.box.y1 - b.box.y0, b.box.y1 - a.box.y0).toFixed(1)}`,
      );
    }
}

test('any valid contract at any width and view: finite, inside, and no label over another', () => {
  fc.assert(
    fc.property(anyContract, anyOptions, (data, options) => assertSound(layOut(data, options))),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
});
