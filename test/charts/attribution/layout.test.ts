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
const anyOptions = fc.record({
  width: fc.oneof(
    fc.integer({ min: 208, max: 1600 }),
    fc.constantFrom(208, 288, 447, 448, 608, 927, 928, 1168, 1600),
  ),
  lang: fc.constantFrom('en', 'fr'),
  view: fc.constantFrom(...VIEWS),
  highlight: fc.constantFrom(undefined, undefined, 'actor-0', 'actor-1'),
}) as fc.Arbitrary<Options>;

/** The room of the letters themselves: lines of one block stand closer than the room that is kept around each. */
function inkBox(one: Label): Box {
  const { x0, x1 } = labelBox(one);
  return { x0, x1, y0: one.y - one.style.size * 0.93, y1: one.y + one.style.size * 0.24 };
}

/** All coordinates finite and inside the frame, and no label outside it or over another. */
function assertSound({ width, height, shapes, labels, places }: AttributionScene): void {
  assert.ok(Number.isFinite(width) && Number.isFinite(height) && height >= 0, `${width} × ${height}`);
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

const LONG = Number(process.env.RUNS ?? 0);
const runs = (usual: number): { numRuns: number } => ({ numRuns: LONG || usual });

test('any valid contract at any width and view: finite, inside, and no label over another', () => {
  fc.assert(
    fc.property(anyContract, anyOptions, (data, options) => assertSound(layOut(data, options))),
    runs(200),
  );
});
const WIDTHS = [208, 248, 288, 328, 447, 448, 528, 608, 736, 927, 928, 1168, 1368, 1600];
for (const { name: title, contract: data } of readFixtures('attribution'))
  test(`${title}: at every width, in both languages and every view, no label leaves the drawing or touches another`, () => {
    for (const width of data.rows.length > 100 ? [208, 608, 1168] : WIDTHS)
      for (const lang of ['en', 'fr'])
        for (const view of VIEWS) {
          try {
            assertSound(layOut(data, { width, lang, ...(view && { view }) }));
          } catch (error) {
            assert.fail(`${width} px, ${lang}, ${view}: ${(error as Error).message}`);
          }
        }
  });

// --- Every death once

const STACKED = ['stack', 'rows', 'share', 'areas', 'panels'];

/** Whether a period may be shown in shares, worked out from the contract alone. */
function isWhole(data: Contract, period: string): boolean {
  const own = data.rows.filter((row: Contract) => row.period === period);
  const sum = own.reduce((all: number, { value }: Contract) => all + (value ?? 0), 0);
  const total = (data.totals ?? []).find((one: Contract) => one.period === period);
  return (
    data.whole === 'all' &&
    own.every(({ value }: Contract) => value !== null) &&
    own.some(({ actors }: Contract) => actors === 'unattributed') &&
    !(total && total.value > sum) &&
    sum >= 100
  );
}

interface Pile {
  readonly period: string;
  /** Height, or width where bars lie, of all the boxes of a period. */
  readonly extent: number;
  readonly boxes: readonly { readonly extent: number; readonly value: number; readonly box: Box }[];
}

/** The boxes of each period in the stacked panel, each with the sum of the rows that stand in it. */
function pilesOf({ rows }: AttributionReading, { form, places }: AttributionScene): Pile[] {
  const first = new Map<number, Box>();
  for (const { row, box } of places) if (!first.has(row)) first.set(row, box);
  const piles = new Map<string, Map<string, { extent: number; value: number; box: Box }>>();
  for (const [row, box] of first) {
    const { period, value } = rows[row]!;
    const pile = piles.get(period.text) ?? new Map<string, { extent: number; value: number; box: Box }>();
    piles.set(period.text, pile);
    const key = JSON.stringify(box);
    const extent = form === 'rows' || box.y1 - box.y0 === 0 ? lying(form, box) : box.y1 - box.y0;
    const found = pile.get(key) ?? { extent, value: 0, box };
    found.value += value ?? 0;
    pile.set(key, found);
  }
  return [...piles].map(([period, pile]) => ({
    period,
    boxes: [...pile.values()],
    extent: [...pile.values()].reduce((sum, { extent }) => sum + extent, 0),
  }));
}
const lying = (form: string, { x0, x1 }: Box): number => (form === 'rows' ? x1 - x0 : 0);

test('in every stacked form the segments of a period add up to its rows, to one scale', () => {
  let piled = 0;
  fc.assert(
    fc.property(anyContract, anyOptions, (data, options) => {
      const reading = attribution.read(data);
      const scene = sceneOf(reading, options);
      // Where periods share a pixel column, one of them is drawn; a test of its own says which.
      if (scene.decimated) return;
      const isShare = options.view === 'share' && !scene.refused.includes('view');
      // Bars that lie down have no calendar axis.
      const form = 'ticks' in scene.shapes ? scene.form : scene.form === 'involved' ? 'involved' : 'rows';
      if (!STACKED.includes(form)) return;
      const piles = pilesOf(reading, { ...scene, form: form as AttributionScene['form'] });
      const full = piles.map(({ period, boxes }) => ({
        sum: boxes.reduce((all, { value }) => all + value, 0),
        whole: isWhole(data, period),
      }));
      // Measured where the figure is greatest: there a tenth of a pixel means least.
      const greatest = full.reduce((best, { sum: n, whole }, i) => {
        const better = n > (full[best]?.sum ?? 0) && (whole || !isShare);
        return better ? i : best;
      }, -1);
      const scale = greatest < 0 ? 0 : piles[greatest]!.extent / (isShare ? 1 : full[greatest]!.sum);
      piles.forEach(({ period, boxes }, i) => {
        const { sum, whole } = full[i]!;
        for (const { extent, value } of boxes) {
          const expected = isShare ? (whole ? (value / sum) * scale : 0) : value * scale;
          assertClose(extent, expected, 0.25 + expected * 1e-6, `${scene.form}, ${period}, ${value}`);
          if (value) piled++;
        }
      });
    }),
    runs(200),
  );
  assert.ok(piled > 500, `${piled} boxes were measured`);
});

test('a highlight changes no number, no place, no word and no size', () => {
  fc.assert(
    fc.property(anyContract, anyOptions, fc.nat(), (data, { highlight: _, ...options }, n) => {
      const reading = attribution.read(data);
      const marks = [
        ...reading.data.actors.map(({ id }) => id),
        ...reading.stacks.map(({ period }) => period.text),
      ];
      const highlight = marks[n % marks.length]!;
      const plain = sceneOf(reading, options);
      const lit = sceneOf(reading, { ...options, highlight });
      assert.deepEqual({ ...lit, shapes: 0 }, { ...plain, shapes: 0 });
      assert.deepEqual(
        Object.keys(lit.shapes)
          .filter((mark) => !/^(fill|pale|unknown|others)/.test(mark))
          .sort(),
        Object.keys(plain.shapes)
          .filter((mark) => !/^(fill|pale|unknown|others)/.test(mark))
          .sort(),
      );
    }),
    runs(80),
  );
});

test('every row has a place, in every form', () => {
  fc.assert(
    fc.property(anyContract, anyOptions, (data, options) => {
      const reading = attribution.read(data);
      const { places, form, decimated } = sceneOf(reading, options);
      if (decimated) return;
      const placed = new Set(places.map(({ row }) => row));
      for (const [i, { period }] of reading.rows.entries())
        assert.ok(placed.has(i), `${form}: ${period.text}, row ${i}`);
    }),
    runs(200),
  );
});

test('a pointer in the middle of a segment means it or a row that shares its place', () => {
  fc.assert(
    fc.property(anyContract, anyOptions, (data, options) => {
      const reading = attribution.read(data);
      const scene = sceneOf(reading, options);
      for (const { row, box } of scene.places) {
        if (box.x1 - box.x0 < 1 || box.y1 - box.y0 < 1) continue;
        const found = attribution.markAt(reading, scene, (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2);
        assert.ok(
          scene.places.some((one) => one.row === found && isSameBox(one.box, box)),
          `${found} for ${row}`,
        );
      }
    }),
    runs(60),
  );
});
const isSameBox = (a: Box, b: Box): boolean => a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1;

test('arrow keys lead to every row, and end at the ends', () => {
  fc.assert(
    fc.property(anyContract, (data) => {
      const reading = attribution.read(data);
      const { stacks, rows } = reading;
      const seen = new Set<number>();
      for (const { rows: list } of stacks) {
        const present = list.filter((row) => row !== undefined);
        if (!present.length) continue;
        let at = present[0]!;
        for (let i = 0; i < present.length; i++, at = attribution.step!(reading, at, 0, 1)) seen.add(at);
        assert.equal(attribution.step!(reading, present.at(-1)!, 0, 1), present.at(-1)!, 'the top');
        assert.equal(attribution.step!(reading, present[0]!, 0, -1), present[0]!, 'the foot');
      }
      assert.equal(seen.size, rows.length);
      const walk = [0];
      for (let i = 0; i < stacks.length; i++) walk.push(attribution.step!(reading, walk.at(-1)!, 1, 0));
      const periods = walk.map((row) => rows[row]!.period.first);
      assert.deepEqual(
        [...periods].sort((a, b) => a - b),
        periods,
        'to the right',
      );
      assert.equal(periods.at(-1), rows.at(-1)!.period.first, 'the last period');
    }),
    runs(100),
  );
});

// --- Layers, groups, brackets

const sum = (list: readonly (number | null)[]): number => list.reduce<number>((all, n) => all + (n ?? 0), 0);

test('layers hold every row once, name at most five actors, and end with the unattributed, but for what is missing', () => {
  fc.assert(
    fc.property(anyContract, (data) => {
      const reading = attribution.read(data);
      const { layers } = segmentsOf(reading);
      const held = layers.flatMap(({ rows }) => rows.flat());
      assert.deepEqual(
        [...held].sort((a, b) => a - b),
        reading.rows.map((_, i) => i),
        'each row once',
      );
      assert.ok(new Set(layers.flatMap(({ places }) => places)).size <= 5, 'five actors');
      const kinds: string[] = layers.map(({ kind }) => kind);
      const nobody = reading.rows.some(({ actors }) => actors === 'unattributed');
      assert.equal(kinds.filter((kind) => kind === 'unattributed').length, nobody ? 1 : 0);
      const end = kinds.filter((kind) => kind !== 'missing');
      if (nobody) assert.equal(end.at(-1), 'unattributed');
      if (kinds.includes('missing')) assert.equal(kinds.at(-1), 'missing');
      if (kinds.includes('others')) assert.equal(end.at(nobody ? -2 : -1), 'others');
      layers.forEach(({ kind, rows, values }) =>
        rows.forEach((list, i) => {
          const own = list.map((row) => reading.rows[row]!);
          for (const { actors } of own)
            assert.equal(
              actors === 'unattributed',
              kind === 'unattributed',
              'never merged into unattributed',
            );
          if (kind !== 'missing' && own.length && own.some(({ value }) => value !== null))
            assert.equal(values[i], sum(own.map(({ value }) => value)));
          else if (kind !== 'missing') assert.equal(values[i], own.length ? null : undefined);
        }),
      );
    }),
    runs(200),
  );
});

test('folded actors are whole, smallest total first: none that is folded has more than one that is named', () => {
  fc.assert(
    fc.property(anyContract, (data) => {
      const reading = attribution.read(data);
      const { layers, groups } = segmentsOf(reading);
      const totals = new Map<string, number>();
      for (const { actors, value } of data.rows)
        if (actors !== 'unattributed')
          for (const id of actors) totals.set(id, (totals.get(id) ?? 0) + (value ?? 0));
      const named = new Set(
        groups.flatMap(({ kind, places }) =>
          kind === 'others' ? [] : places.map((place) => data.actors[place].id),
        ),
      );
      const ranked = [...totals.values()].sort((a, b) => b - a);
      // Named are the five with most; of two with as many, who stands first. A row with anybody else is folded whole.
      const place = (id: string): number => data.actors.findIndex((actor: { id: string }) => actor.id === id);
      const five = [...totals.keys()]
        .sort((a, b) => totals.get(b)! - totals.get(a)! || place(a) - place(b))
        .slice(0, 5);
      for (const id of five)
        if (
          data.rows.some(
            ({ actors }: { actors: string | string[] }) =>
              Array.isArray(actors) && actors.includes(id) && actors.every((one) => five.includes(one)),
          )
        )
          assert.ok(named.has(id), id);
      const inLayers = new Set(layers.flatMap(({ places }) => places.map((place) => data.actors[place].id)));
      for (const id of inLayers)
        assert.ok(totals.get(id)! >= (ranked[4] ?? 0), `${id} is named, and one with more is not`);
    }),
    runs(150),
  );
});

test('a group or a bracket counts what its actor is named in, each row once, and nothing that cannot be separated', () => {
  let bracketed = 0;
  fc.assert(
    fc.property(anyContract, (data) => {
      const reading = attribution.read(data);
      const { layers, groups, brackets } = segmentsOf(reading);
      const texts = reading.stacks.map(({ period }) => period.text);
      for (const { kind, places, rows, values } of [...groups, ...brackets]) {
        rows.forEach((list, i) => {
          assert.equal(new Set(list).size, list.length, 'no row twice');
          if (kind !== 'actor') return;
          const { id } = data.actors[places[0]!];
          const expected = data.rows.filter(
            ({ period, actors, link }: Contract) =>
              period === texts[i] && actors !== 'unattributed' && actors.includes(id) && link !== 'unsplit',
          );
          assert.equal(list.length, expected.length, `${id} in ${texts[i]}`);
          if (values[i] !== undefined && values[i] !== null)
            assert.equal(values[i], sum(expected.map(({ value }: Contract) => value)));
        });
      }
      const grouped = new Set(groups.flatMap(({ rows }) => rows.flat()));
      assert.equal(grouped.size, reading.rows.length, 'every row is in some group');
      for (const {
        places: [place],
        rows,
      } of brackets) {
        bracketed++;
        const at = layers.flatMap(({ places }, i) => (places.includes(place!) ? [i] : []));
        assert.deepEqual(
          at,
          at.map((_, i) => at[0]! + i),
          'its layers touch',
        );
        for (const i of at) assert.notEqual(layers[i]!.kind, 'unsplit');
        const own = new Set(at.flatMap((i) => layers[i]!.rows.flat()));
        assert.deepEqual([...own].sort(), [...new Set(rows.flat())].sort(), 'and hold all that it counts');
      }
    }),
    runs(200),
  );
  assert.ok(bracketed > 30, `${bracketed} brackets`);
});

test('the order of the layers is one for all periods, and new figures do not change it', () => {
  fc.assert(
    fc.property(anyContract, anyOptions, fc.nat(), (data, options, n) => {
      const reading = attribution.read(data);
      const { totals: _totals, ...others } = data;
      const changed = attribution.read({
        ...others,
        rows: [...data.rows].reverse().map((row: Contract, i: number) => ({
          ...row,
          low: undefined,
          high: undefined,
          value: row.value === null ? null : (i * 37 + n) % 500,
        })),
      });
      assert.deepEqual(changed.parts, reading.parts);
      if (
        new Set(data.rows.flatMap(({ actors }: Contract) => (actors === 'unattributed' ? [] : actors)))
          .size <= 5
      ) {
        const order = (one: AttributionReading): string[] =>
          segmentsOf(one).layers.flatMap(({ kind, places, grade }) =>
            kind === 'missing' ? [] : `${kind} ${places.join('+')} ${grade}`,
          );
        assert.deepEqual(order(changed), order(reading));
      }
      const scene = sceneOf(reading, options);
      if (scene.form !== 'stack' && scene.form !== 'areas') return;
      const { layers } = segmentsOf(reading);
      const rankOf = new Map(
        layers.flatMap(({ rows }, rank) => rows.flat().map((row) => [row, rank] as const)),
      );
      const highest = new Map<string, { rank: number; y: number }>();
      for (const { row, box } of [...scene.places].sort((a, b) => rankOf.get(a.row)! - rankOf.get(b.row)!)) {
        const key = reading.rows[row]!.period.text;
        const before = highest.get(key);
        if (before && before.rank !== rankOf.get(row)) assert.ok(box.y1 <= before.y + 0.11, key);
        highest.set(key, { rank: rankOf.get(row)!, y: box.y0 });
      }
    }),
    runs(80),
  );
});

test('shares are shown only of whole data, for periods that are fully known, with the unattributed in the sum', () => {
  let shared = 0;
  fc.assert(
    fc.property(anyContract, fc.integer({ min: 208, max: 1600 }), (data, width) => {
      // A name or an event may itself read "5%".
      fc.pre(!JSON.stringify(data).includes('%'));
      const scene = layOut(data, { width, view: 'share' });
      const whole = [...new Set<string>(data.rows.map(({ period }: Contract) => period))].filter((period) =>
        isWhole(data, period),
      );
      assert.equal(scene.refused.includes('view'), !whole.length);
      const percents = scene.labels.filter(({ text }) => /^[<>]?\d+%$/.test(text));
      if (!whole.length) assert.deepEqual(percents, []);
      else {
        shared++;
        assert.ok(percents.length, 'shares are written');
      }
      if (data.whole === 'selection') assert.equal(whole.length, 0);
      for (const view of [undefined, 'involved'])
        for (const { text } of layOut(data, { width, ...(view && { view }) }).labels)
          assert.doesNotMatch(text, /^[<>]?\d+%$/);
    }),
    runs(50),
  );
  assert.ok(shared > 5, `${shared} shares`);
});

test('any valid contract twice, by way of JSON, and with its rows in another order gives the same picture', () => {
  fc.assert(
    fc.property(
      anyContract,
      anyOptions,
      fc.infiniteStream(fc.nat()),
      (data, { width = 608, ...options }, random) => {
        const before = JSON.stringify(data);
        const given = { ...options, width: width + 32 };
        const svg = renderSVG(data, given);
        assert.equal(renderSVG(JSON.parse(before), given), svg);
        assert.equal(JSON.stringify(data), before);
        const rows = data.rows
          .map((one: Contract) => ({ one, key: random.next().value as number }))
          .sort((a: { key: number }, b: { key: number }) => a.key - b.key)
          .map(({ one }: { one: Contract }) => one);
        const totals = data.totals && [...data.totals].reverse();
        assert.equal(renderSVG({ ...data, rows, ...(totals && { totals }) }, given), svg);
      },
    ),
    runs(50),
  );
});

// --- Worked out by hand

const joint = (fields: Contract = {}): Contract =>
  contract(
    [
      { period: '2024', actors: ['a'], value: 300 },
      { period: '2024', actors: ['a', 'b'], link: 'joint', value: 100 },
      { period: '2024', actors: ['b'], value: 200 },
      { period: '2024', actors: 'unattributed', value: 50 },
    ],
    fields,
  );
const textsOf = ({ labels }: AttributionScene): string[] => labels.map(({ text }) => text);
const heights = ({ places }: AttributionScene): number[] => places.map(({ box }) => box.y1 - box.y0);

test('a stack from its foot: one actor, both together, the other, the unattributed; each as high as its figure', () => {
  const data = joint();
  data.rows.reverse();
  const scene = layOut(data, { view: 'stack' });
  assert.equal(scene.form, 'stack');
  const reading = attribution.read(data);
  assert.deepEqual(
    reading.rows.map(({ actors, value }) => [String(actors), value]),
    [
      ['a', 300],
      ['a,b', 100],
      ['b', 200],
      ['unattributed', 50],
    ],
  );
  const [a, both, b, nobody] = scene.places.map(({ box }) => box);
  assertClose(a!.y0, both!.y1, 0.01, 'together on the first');
  assertClose(both!.y0, b!.y1, 0.01, 'the second on both');
  assertClose(b!.y0, nobody!.y1, 0.01, 'the unattributed on top');
  const all = a!.y1 - nobody!.y0;
  [300, 100, 200, 50].forEach((n, i) => assertClose(heights(scene)[i]! / all, n / 650, 1e-6, String(n)));
  // The tick of 400 stands where a's 300 and the 100 of both end.
  const tick = scene.labels.find(({ text, anchor }) => text === '400' && anchor === 'end')!;
  assertClose(tick.y - 4, both!.y0, 0.11, 'the tick of 400');
  assert.ok(textsOf(scene).includes('650'), 'the total on top');
});

test('the brackets of that stack: 400 for the one, 300 for the other; no number is a sum of both', () => {
  const texts = textsOf(layOut(joint(), { view: 'stack' })).join(' | ');
  assert.match(texts, /involved in 400/);
  assert.match(texts, /involved in 300/);
  assert.doesNotMatch(texts, /700|750/);
});

test('unstacked: 400, 300 and 50 stand side by side on one baseline, and a line says that they overlap', () => {
  const scene = layOut(joint(), { view: 'involved' });
  const { groups } = segmentsOf(attribution.read(joint()));
  assert.deepEqual(
    groups.map(({ values }) => values[0]),
    [400, 300, 50],
  );
  const feet = new Set(scene.places.map(({ box }) => box.y1));
  assert.equal(feet.size, 1);
  assert.match(textsOf(scene).join(' '), /An event with two actors counts under both; do not add/);
});

test('shares of 650: 46, 15, 31 and 8 per cent, under n = 650', () => {
  const scene = layOut(joint(), { view: 'share' });
  assert.equal(scene.form, 'share');
  const percents = textsOf(scene).filter((text) => /^[<>]?\d+%$/.test(text));
  for (const share of ['46%', '15%', '31%', '8%'])
    assert.ok(percents.includes(share), `${share} in ${percents.join()}`);
  assert.ok(textsOf(scene).includes('n = 650'));
  assertClose(heights(scene)[0]! / sum(heights(scene)), 300 / 650, 1e-6, '300 of 650');
});

test('a share is never rounded to nothing, nor to all', () => {
  const data = contract([
    { period: '2024', actors: ['a'], value: 1 },
    { period: '2024', actors: ['b'], value: 999 },
    { period: '2024', actors: 'unattributed', value: 0 },
  ]);
  for (const width of [288, 608, 1168]) {
    const texts = textsOf(layOut(data, { view: 'share', width }));
    // The axis says 0% and 100% once each, and the unattributed is 0.
    assert.ok(texts.filter((text) => text === '100%').length <= 1, texts.join(' | '));
    assert.ok(texts.filter((text) => text === '0%').length <= 2, texts.join(' | '));
  }
});

for (const [title, change] of [
  ['a selection', { whole: 'selection' }],
  [
    '99 people',
    {
      rows: [
        { period: '2024', actors: ['a'], value: 90 },
        { period: '2024', actors: 'unattributed', value: 9 },
      ],
    },
  ],
  ['no unattributed row', { rows: [{ period: '2024', actors: ['a'], value: 900 }] }],
  [
    'an unattributed row that is null',
    {
      rows: [
        { period: '2024', actors: ['a'], value: 900 },
        { period: '2024', actors: 'unattributed', value: null },
      ],
    },
  ],
  [
    'a row that is not known',
    {
      rows: [
        { period: '2024', actors: ['a'], value: 900 },
        { period: '2024', actors: ['b'], value: null },
        { period: '2024', actors: 'unattributed', value: 1 },
      ],
    },
  ],
  ['a published total with more', { totals: [{ period: '2024', value: 651 }] }],
] as const)
  test(`no shares of ${title}`, () => {
    for (const width of [288, 608, 1168]) {
      const scene = layOut(joint(change), { view: 'share', width });
      assert.deepEqual(scene.refused, ['view']);
      assert.doesNotMatch(textsOf(scene).join(' '), /%/);
    }
  });
test('shares of exactly 100 people, and of a total that its rows meet', () => {
  const rows = [
    { period: '2024', actors: ['a'], value: 90 },
    { period: '2024', actors: 'unattributed', value: 10 },
  ];
  assert.equal(
    layOut(contract(rows, { totals: [{ period: '2024', value: 100 }] }), { view: 'share' }).form,
    'share',
  );
});
test('an unknown view is refused, and the stack drawn', () => {
  const scene = layOut(joint(), { view: 'pie' });
  assert.deepEqual(scene.refused, ['view']);
  assert.equal(scene.form, 'stack');
});
test('a highlight that is neither an actor nor a period is refused', () => {
  assert.deepEqual(layOut(joint(), { highlight: 'zz' }).refused, ['highlight']);
  for (const highlight of ['a', '2024']) assert.deepEqual(layOut(joint(), { highlight }).refused, []);
});

test('forms by width: lists under lying bars, one stack, two panels on one scale', () => {
  assert.equal(layOut(joint(), { width: 288 }).form, 'rows');
  assert.equal(layOut(joint(), { width: 608 }).form, 'stack');
  const wide = layOut(joint(), { width: 1168 });
  assert.equal(wide.form, 'panels');
  // Rows first in the stack, then in the groups of both actors and of nobody.
  const boxes = (row: number): Box[] => wide.places.filter((one) => one.row === row).map(({ box }) => box);
  assert.deepEqual(
    [0, 1, 2, 3].map((row) => boxes(row).length),
    [2, 3, 2, 2],
  );
  const [stacked, alone] = boxes(3);
  assertClose(stacked!.y1 - stacked!.y0, alone!.y1 - alone!.y0, 0.01, '50 is as high in both panels');
  assertClose(boxes(1)[1]!.y1 - boxes(1)[1]!.y0, (stacked!.y1 - stacked!.y0) * 8, 0.01, '400 to 50');
});

test('lying bars: 300, 100, 200 and 50 of 650 end to end', () => {
  const scene = layOut(joint(), { width: 288 });
  let x = 0;
  [300, 100, 200, 50].forEach((n, i) => {
    const { box } = scene.places[i]!;
    assertClose(box.x0, x, 0.01, `the left of ${n}`);
    x = box.x1;
    assertClose(box.x1 - box.x0, (288 * n) / 650, 0.01, String(n));
  });
});

test('the article: 325 of 365 days wide, open at the top, one segment in two hues, and nobody’s figure not published', () => {
  const data = readFixture('attribution', 'article');
  const scene = layOut(data, { width: 608, view: 'stack' });
  const [whole, partial] = scene.places.map(({ box }) => box);
  assertClose(
    (partial!.x1 - partial!.x0) / (((whole!.x1 - whole!.x0) * 365) / 366),
    325 / 365,
    0.002,
    'width',
  );
  assertClose((partial!.y1 - partial!.y0) / (whole!.y1 - whole!.y0), 434 / 924, 1e-6, 'height');
  assert.ok(scene.shapes.open && scene.shapes.fill1 && scene.shapes.fill2, Object.keys(scene.shapes).join());
  assert.match(textsOf(scene).join(' '), /Unattributed: not published/);
  assert.match(textsOf(scene).join(' '), /to 21 Nov/);
  assert.deepEqual(segmentsOf(attribution.read(data)).brackets, []);
});
test('a lying partial bar is thinner by the days it lacks, and open at its end', () => {
  const scene = layOut(readFixture('attribution', 'article'), { width: 288 });
  const [whole, partial] = scene.places.map(({ box }) => box.y1 - box.y0);
  assertClose(partial! / whole!, 325 / 365, 0.001, 'thickness');
  assert.ok(scene.shapes.open);
});

test('what is disputed is hollow; what is joint or not separated has the hues of both', () => {
  const of = (link: string): string[] =>
    Object.keys(
      layOut(contract([{ period: '2024', actors: ['a', 'b'], link, value: 80 }]), { view: 'stack' }).shapes,
    );
  assert.ok(!of('disputed').some((mark) => /^(fill|pale)/.test(mark)), of('disputed').join());
  for (const hue of ['line1', 'line2']) assert.ok(of('disputed').includes(hue));
  for (const link of ['joint', 'unsplit'])
    for (const hue of ['fill1', 'fill2']) assert.ok(of(link).includes(hue), `${link} ${hue}`);
});

test('a range stands beside a total that publishes one, never beside a sum of rows', () => {
  const fades = (fields: Contract): number =>
    Object.keys(layOut(joint({ interval: 'source-range', ...fields }), { view: 'stack' }).shapes).filter(
      (mark) => mark.startsWith('fade'),
    ).length;
  const ranged = joint().rows.map((row: Contract) => ({ ...row, low: row.value - 10, high: row.value + 10 }));
  assert.equal(fades({ rows: ranged }), 0);
  assert.equal(fades({ totals: [{ period: '2024', value: 650, low: 600, high: 900 }] }), 10);
  assert.equal(fades({ totals: [{ period: '2024', value: 650, low: 700, high: 900 }] }), 0, 'a doubtful one');
});

test('a shortfall against the total is drawn above the unattributed, as not broken down', () => {
  const data = joint({ totals: [{ period: '2024', value: 700 }] });
  const scene = layOut(data, { view: 'stack' });
  assert.ok(scene.shapes.missing);
  const texts = textsOf(scene);
  assert.ok(
    texts.includes('Not broken down') && texts.includes('50') && texts.includes('700'),
    texts.join(' | '),
  );
  assert.deepEqual(
    segmentsOf(attribution.read(data)).layers.map(({ kind }) => kind),
    ['actor', 'joint', 'actor', 'unattributed', 'missing'],
  );
});

test('the list stands in the order of the stack, with nobody’s figure not published where nobody’s would stand', () => {
  const names = ['Not broken down', 'Unattributed', 'Unattributed: not published', 'Alder'];
  const shown = (rows: Contract[], width: number): string[] =>
    textsOf(
      layOut(contract(rows, { totals: [{ period: '2024', value: 90 }] }), { width, view: 'stack' }),
    ).filter((text) => names.includes(text));
  const own = { period: '2024', actors: ['a'], value: 60 };
  for (const width of [288, 608]) {
    assert.deepEqual(shown([own, { period: '2024', actors: 'unattributed', value: 20 }], width), [
      names[0],
      names[1],
      names[3],
    ]);
    for (const rows of [[own], [own, { period: '2024', actors: 'unattributed', value: null }]])
      assert.deepEqual(shown(rows, width), [names[0], names[2], names[3]]);
  }
});

test('a segment of a pixel stays inside its own place, whatever its link', () => {
  for (const link of ['disputed', 'joint', 'unsplit'])
    for (const grade of [undefined, 'confirmed', 'contested'])
      assertSound(
        layOut(
          contract(
            [
              { period: '2024', actors: ['a', 'b'], link, ...(grade && { grade }), value: 1 },
              { period: '2024', actors: ['b', 'c'], link, ...(grade && { grade }), value: 400 },
            ],
            { totals: [{ period: '2024', value: 402 }] },
          ),
          { width: 288 },
        ),
      );
});

test('an actor with an empty name leaves its figure readable', () => {
  const data = contract(
    [
      { period: '2024', actors: ['a'], value: 11 },
      { period: '2024', actors: ['b'], value: 12 },
    ],
    {
      actors: [
        { id: 'a', name: '' },
        { id: 'b', name: ' ' },
      ],
    },
  );
  for (const width of [288, 608, 1168])
    for (const view of VIEWS) assertSound(layOut(data, { width, ...(view && { view }) }));
});

test('a long figure keeps clear of the list beside it', () => {
  const data = contract([
    { period: '2023', actors: ['a'], value: 1 },
    { period: '2024', actors: ['a'], value: 1_099_511_748_695 },
  ]);
  for (const width of [448, 608, 928, 1168])
    for (const view of VIEWS) assertSound(layOut(data, { width, ...(view && { view }) }));
});

test('an empty contract is laid out at every width and view', () => {
  for (const width of [208, 448, 608, 928, 1168, 1600])
    for (const view of VIEWS) {
      const data = contract([], { actors: [] });
      assertSound(layOut(data, { width, ...(view && { view }) }));
      assert.match(renderSVG(data, { width }), /No figures are available/);
    }
});

test('an end of the axis shared with other charts raises it and never lowers it', () => {
  const height = (max?: number): number =>
    heights(layOut(joint(), { view: 'stack', ...(max && { max }) }))[0]!;
  assertClose(height(8000) / height(800), 0.1, 1e-6, 'ten times the end');
  assert.equal(height(5), height());
});

// --- Many periods

const DAY = 86_400_000;
function days(count: number, peak: number): Contract {
  const rows = Array.from({ length: count }, (_, i) => {
    const period = new Date(Date.UTC(2000, 0, 1) + i * DAY).toISOString().slice(0, 10);
    return [
      { period, actors: ['a'], value: i === peak ? 900 : 10 },
      { period, actors: ['a', 'b'], link: 'joint', value: 20 },
      { period, actors: 'unattributed', value: 10 },
    ];
  }).flat();
  return contract(rows);
}

test('no peak is lost among 700 days, wherever it stands', () => {
  for (const width of [288, 1168])
    for (const peak of [0, 350, 699]) {
      const reading = attribution.read(days(700, peak));
      const scene = sceneOf(reading, { width });
      assert.equal(scene.form, 'areas');
      assert.equal(scene.decimated, width < 700, 'and the reader is told');
      const of = (row: number): Box | undefined => scene.places.find((one) => one.row === row)?.box;
      const box = of(peak * 3);
      assert.ok(box, `${width} px, day ${peak}`);
      const other = scene.places.find(
        ({ row, box: own }) => row % 3 === 0 && row !== peak * 3 && own.y1 > own.y0,
      )!.box;
      assertClose((box.y1 - box.y0) / (other.y1 - other.y0), 90, 4, '900 to 10, to a tenth of a pixel');
      assert.ok(scene.shapes.fill1!.includes(` ${Math.round(box.y0 * 10) / 10}`), 'and drawn');
    }
});

test('dense stacks, 120 months of eight actors, keep every month', () => {
  const actors = [...'abcdefgh'].map((id) => ({ id, name: id.toUpperCase() }));
  const rows = Array.from({ length: 120 }, (_, m) => {
    const period = `${2015 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`;
    return [
      ...actors.map(({ id }, i) => ({ period, actors: [id], value: ((m * 7 + i * 11) % 30) + i * 4 })),
      { period, actors: 'unattributed', value: 5 },
    ];
  }).flat();
  const data = contract(rows, { actors });
  for (const width of [208, 288, 608, 1168, 1600]) {
    const reading = attribution.read(data);
    const scene = sceneOf(reading, { width, view: 'stack' });
    assertSound(scene);
    assert.equal(scene.form, 'areas');
    assert.equal(scene.decimated, false);
    assert.equal(new Set(scene.places.map(({ row }) => row)).size, 120 * 9);
    const piles = pilesOf(reading, scene);
    // Five actors, the others together, nobody.
    for (const { boxes } of piles) assert.ok(boxes.length <= 7);
    const best = (list: readonly number[]): number => list.indexOf(Math.max(...list));
    const sums = piles.map(({ boxes }) => sum(boxes.map(({ value }) => value)));
    assert.equal(best(piles.map(({ extent }) => Math.round(extent * 10))), best(sums), 'the highest month');
  }
});

test('dense stacks are not joined over a month that no row speaks of, or over a break', () => {
  const rows = (skip: number): Contract[] =>
    Array.from({ length: 90 }, (_, m) => m)
      .filter((m) => m !== skip)
      .map((m) => ({
        period: `${2015 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`,
        actors: ['a'],
        value: 20,
      }));
  const pieces = (data: Contract): number =>
    readPath(layOut(data, { width: 608, view: 'stack' }).shapes.fill1!).filter(({ points }) =>
      points.every(({ x }) => x < 400),
    ).length;
  const whole = pieces(contract(rows(-1)));
  assert.ok(pieces(contract(rows(40))) > whole, 'a gap');
  assert.ok(
    pieces(contract(rows(-1), { events: [{ at: '2018-05', kind: 'series-break', label: 'x' }] })) > whole,
    'a break',
  );
});

test('every picture of every fixture is a whole file: no curve, no colour of a flag, nothing undefined', () => {
  for (const { contract: data } of readFixtures('attribution'))
    for (const width of [320, 640, 1200]) {
      const svg = renderSVG(data, { width });
      assert.doesNotMatch(svg.replace(/>[^<]*</g, '><'), /NaN|Infinity|undefined/);
      const drawing = readDrawing(svg);
      assert.ok(drawing.elements > 5 && drawing.width > 0);
      assert.doesNotMatch(svg, /#(f00|ff0000|0f0|00ff00|00f|0000ff)\b/i);
    }
});
