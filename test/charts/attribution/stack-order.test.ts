import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readAttribution } from '../../../src/charts/attribution/index.js';
import { type ActorPlaces, orderSets } from '../../../src/charts/attribution/stack-order.js';

fc.configureGlobal({ includeErrorInReport: true });

type Sets = readonly ActorPlaces[];

/** Sets as letters, "A AB B", for actors A, B, C … */
const sets = (text: string): ActorPlaces[] =>
  text.split(' ').map((set) => [...set].map((letter) => letter.charCodeAt(0) - 65));
const letters = (list: Sets): string =>
  list.map((set) => set.map((place) => String.fromCharCode(65 + place)).join('')).join(' ');

/** Whether the sets of an actor stand next to one another. */
function isTogether(order: Sets, actor: number): boolean {
  const at = order.flatMap((set, i) => (set.includes(actor) ? [i] : []));
  return at.every((place, i) => place === at[0]! + i);
}

/** Every order of a list: for seven sets 5,040. */
function* permutations<T>(list: readonly T[]): Generator<T[]> {
  if (list.length < 2) yield [...list];
  else
    for (let i = 0; i < list.length; i++)
      for (const rest of permutations([...list.slice(0, i), ...list.slice(i + 1)])) yield [list[i]!, ...rest];
}
function canServe(list: Sets, actors: readonly number[]): boolean {
  for (const order of permutations(list)) if (actors.every((actor) => isTogether(order, actor))) return true;
  return false;
}

const MOST_ACTORS = 5;
/** Up to seven different sets of up to five actors. */
const family = fc
  .uniqueArray(fc.integer({ min: 1, max: 2 ** MOST_ACTORS - 1 }), { minLength: 1, maxLength: 7 })
  .map((masks) =>
    masks.map((mask) => Array.from({ length: MOST_ACTORS }, (_, i) => i).filter((i) => (mask >> i) & 1)),
  );
const everyone = Array.from({ length: MOST_ACTORS }, (_, i) => i);

test('an order that serves everybody is found exactly where one exists, by trying all of them', () => {
  const seen = { can: 0, cannot: 0 };
  fc.assert(
    fc.property(family, (list) => {
      const { order, touching } = orderSets(list, MOST_ACTORS);
      const can = canServe(list, everyone);
      seen[can ? 'can' : 'cannot']++;
      assert.equal(touching.size === MOST_ACTORS, can, letters(list));
      for (const actor of touching) assert.ok(isTogether(order, actor), `${letters(order)}: ${actor}`);
      assert.equal(order.length, list.length);
      assert.deepEqual(new Set(order.map(String)), new Set(list.map(String)), 'the same sets');
    }),
    { numRuns: Number(process.env.RUNS ?? 400) },
  );
  assert.ok(seen.can > 40 && seen.cannot > 40, JSON.stringify(seen));
});

test('where not everybody can be served, actors are, in their order, each if those before stay served', () => {
  fc.assert(
    fc.property(
      family.filter((list) => list.length < 7),
      (list) => {
        const served: number[] = [];
        if (canServe(list, everyone)) served.push(...everyone);
        else for (const actor of everyone) if (canServe(list, [...served, actor])) served.push(actor);
        assert.deepEqual([...orderSets(list, MOST_ACTORS).touching].sort(), served, letters(list));
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 150) },
  );
});

for (const [title, given, expected] of [
  ['one after another, each alone', 'A B C', 'A B C'],
  ['alone before together', 'AB B A', 'A AB B'],
  ['a chain', 'A AB B BC C', 'A AB B BC C'],
  ['a chain, turned over', 'C BC B AB A', 'A AB B BC C'],
  ['a chain without its ends', 'CD AB BC', 'AB BC CD'],
  ['a star whose ends stand nowhere else', 'A AB AC', 'A AB AC'],
  ['a star whose ends stand alone too', 'AB AC B C', 'B AB AC C'],
  ['three together, between two pairs', 'AB ABC BC', 'AB ABC BC'],
] as const)
  test(`${title}: ${expected}`, () => {
    const { order, touching } = orderSets(sets(given), 4);
    assert.equal(letters(order), expected);
    assert.equal(touching.size, 4);
  });

test('three mutual pairs cannot all touch: the first two actors are served, the third is not', () => {
  for (const given of ['AB BC AC', 'A B C AB BC AC']) {
    const { order, touching } = orderSets(sets(given), 3);
    assert.ok(touching.has(0) && touching.has(1) && !touching.has(2), letters(order));
    assert.ok(isTogether(order, 0) && isTogether(order, 1) && !isTogether(order, 2), letters(order));
  }
});

test('the order of the sets that come in makes no difference', () => {
  fc.assert(
    fc.property(family, fc.infiniteStream(fc.nat()), (list, random) => {
      const shuffled = list
        .map((set) => ({ set, key: random.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ set }) => set);
      assert.deepEqual(orderSets(shuffled, MOST_ACTORS), orderSets(list, MOST_ACTORS));
    }),
    { numRuns: 200 },
  );
});

test('a contract’s parts depend on sets and actors alone: other figures, other periods, another order of rows', () => {
  const partsOf = (rows: unknown[], actors = 'abcde'): unknown =>
    readAttribution({
      schema: 'attribution/1',
      measure: 'killed',
      victims: 'civilians',
      method: 'reported',
      relation: 'involving',
      whole: 'all',
      place: 'in Mali',
      source: { producer: 'Example data', asOf: '2025-12-31' },
      actors: [...actors].map((id) => ({ id, name: id })),
      rows,
    }).parts;
  fc.assert(
    fc.property(
      family,
      fc.array(fc.nat(5000), { minLength: 14, maxLength: 14 }),
      fc.boolean(),
      (list, values, turn) => {
        const rows = (shift: number): object[] =>
          list.flatMap((set, i) =>
            ['2023', '2024'].map((period, k) => ({
              period,
              actors: set.map((place) => 'abcde'[place]!),
              ...(set.length > 1 && { link: 'joint' }),
              value: values[(i * 2 + k + shift) % 14],
            })),
          );
        const other = rows(5).filter((_, i) => i % 2);
        assert.deepEqual(partsOf(turn ? rows(3).reverse() : other), partsOf(rows(0)));
        // Ids within a set may come in any order.
        assert.deepEqual(
          partsOf(
            rows(0).map((row) => ({ ...row, actors: [...(row as { actors: string[] }).actors].reverse() })),
          ),
          partsOf(rows(0)),
        );
      },
    ),
    { numRuns: 100 },
  );
});

test('a hopeless tangle, all pairs of 24 actors, does not stop a page', () => {
  const list = Array.from({ length: 24 }, (_, i) => Array.from({ length: i }, (__, j) => [j, i])).flat();
  const start = performance.now();
  const { order } = orderSets(list, 24);
  assert.equal(order.length, 276);
  assert.ok(performance.now() - start < 2000, `${Math.round(performance.now() - start)} ms`);
});

test('a chain of 400 actors is found whole', () => {
  const list = Array.from({ length: 400 }, (_, i) => (i ? [[i - 1, i], [i]] : [[i]]))
    .flat()
    .reverse();
  assert.equal(orderSets(list, 400).touching.size, 400);
});
