import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readAttribution } from '../../../src/charts/attribution/index.js';
import { assignLooks, type Look, SLOTS } from '../../../src/charts/attribution/slots.js';

fc.configureGlobal({ includeErrorInReport: true });

const looksOf = (...ids: string[]): Look[] => assignLooks(ids.map((id) => ({ id }))).looks;
const huesOf = (...ids: string[]): number[] => looksOf(...ids).map(({ hue }) => hue);
const shown = (looks: readonly Look[]): string[] => looks.map(({ hue, motif }) => `${hue}.${motif}`);

/** FNV-1a over UTF-16 units, written again from its definition with whole numbers of any size. */
function slotOf(id: string): number {
  let value = 2166136261n;
  for (let i = 0; i < id.length; i++) value = ((value ^ BigInt(id.charCodeAt(i))) * 16777619n) % 2n ** 32n;
  return Number(value % 8n) + 1;
}

test('actors known in the Sahel have their slot without being told, by any of their ids', () => {
  assert.deepEqual(
    huesOf('wagner', 'fama', 'jnim', 'is-sahel', 'dan-na-ambassagou', 'fla', 'vdp', 'niger'),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );
  for (const [one, other] of [
    ['fama', 'malian-army'],
    ['jnim', 'aqim'],
    ['is-sahel', 'isgs'],
    ['fla', 'csp'],
  ] as const)
    assert.deepEqual(huesOf(one), huesOf(other));
});

test('the successor of Wagner has its hue and another motif, also in a chart of its own', () => {
  const [before] = looksOf('wagner');
  const [alone] = looksOf('africa-corps');
  const [, after] = assignLooks([{ id: 'wagner' }, { id: 'africa-corps', successorOf: 'wagner' }]).looks;
  assert.deepEqual(alone, after, 'the same in every chart');
  assert.equal(after!.hue, before!.hue);
  assert.notEqual(after!.motif, before!.motif);
});

test('an id that nobody knows has the slot of its hash, the same on every machine', () => {
  for (const id of [
    'river',
    'hill',
    'Garde',
    '军队',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
  ])
    assert.deepEqual(looksOf(id), [{ hue: slotOf(id), motif: slotOf(id) }], id);
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), (id) => {
      const { hue, motif } = looksOf(`x-${id}`)[0]!;
      assert.equal(hue, slotOf(`x-${id}`));
      assert.equal(motif, hue);
    }),
  );
});

test('of two that meet, the later takes the next free slot, and is told of', () => {
  const { looks, moved } = assignLooks([{ id: 'wagner' }, { id: 'russia' }, { id: 'fama' }]);
  assert.deepEqual(shown(looks), ['1.1', '2.2', '3.3'], 'each gives way to the one before');
  assert.deepEqual(moved, [1, 2]);
  assert.deepEqual(
    shown(
      assignLooks([
        { id: 'a', slot: 8 },
        { id: 'b', slot: 8 },
      ]).looks,
    ),
    ['8.8', '1.1'],
  );
});

test('whoever has a slot by the desk’s word chooses first, wherever it stands', () => {
  const { looks, moved } = assignLooks([{ id: 'wagner' }, { id: 'x', slot: 1 }]);
  assert.deepEqual(shown(looks), ['2.2', '1.1']);
  assert.deepEqual(moved, [0]);
});

test('a line of successors: one hue, and a motif of its own for each', () => {
  const { looks } = assignLooks([
    { id: 'third', successorOf: 'second' },
    { id: 'second', successorOf: 'first' },
    { id: 'first', slot: 4 },
  ]);
  assert.deepEqual(shown(looks), ['4.6', '4.5', '4.4']);
  assert.deepEqual(
    shown(
      assignLooks([
        { id: 'a', slot: 8 },
        { id: 'b', successorOf: 'a' },
      ]).looks,
    ),
    ['8.8', '8.1'],
    'after the eighth motif comes the first',
  );
});

test('two successors of one actor are told apart', () => {
  const { looks } = assignLooks([
    { id: 'first', slot: 4 },
    { id: 'left', successorOf: 'first' },
    { id: 'right', successorOf: 'first' },
  ]);
  assert.equal(new Set(looks.map(({ hue }) => hue)).size, 1);
  assert.equal(new Set(shown(looks)).size, 3, shown(looks).join(' '));
});

test('a successor with a slot of its own keeps it', () => {
  assert.deepEqual(
    shown(
      assignLooks([
        { id: 'a', slot: 1 },
        { id: 'b', successorOf: 'a', slot: 5 },
      ]).looks,
    ),
    ['1.1', '5.5'],
  );
});

test('circles of successors, and successors of nobody, come to an end', () => {
  const circle = [
    { id: 'a', successorOf: 'c' },
    { id: 'b', successorOf: 'a' },
    { id: 'c', successorOf: 'b' },
  ];
  assert.equal(assignLooks(circle).looks.length, 3);
  assert.equal(assignLooks([...circle, { id: 'd', successorOf: 'a' }]).looks.every(Boolean), true);
  assert.equal(assignLooks([{ id: 'a', successorOf: 'a' }]).looks.length, 1);
  assert.equal(assignLooks([{ id: 'a', successorOf: 'nobody' }]).looks.length, 1);
});

test('up to eight actors differ, whatever their ids; more than eight share, and it ends', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ maxLength: 8 }), { minLength: 1, maxLength: 20 }), (ids) => {
      const { looks, moved } = assignLooks(ids.map((id) => ({ id })));
      assert.equal(
        new Set(shown(looks.slice(0, SLOTS))).size,
        Math.min(SLOTS, ids.length),
        shown(looks).join(' '),
      );
      for (const { hue, motif } of looks)
        for (const n of [hue, motif]) assert.ok(Number.isInteger(n) && n >= 1 && n <= SLOTS, String(n));
      assert.ok(moved.length <= ids.length);
    }),
  );
});

test('the looks that a page has given win over table and hash, and new ones are added to the page', () => {
  const page = new Map<string, Look>([['fama', { hue: 6, motif: 7 }]]);
  const { looks, moved } = assignLooks([{ id: 'fama' }, { id: 'jnim' }], page);
  assert.deepEqual(shown(looks), ['6.7', '3.3']);
  assert.deepEqual(moved, []);
  assert.deepEqual(
    [...page],
    [
      ['fama', { hue: 6, motif: 7 }],
      ['jnim', { hue: 3, motif: 3 }],
    ],
  );
});

test('a page keeps what it gave: an actor that gave way in one chart looks the same in the next, alone', () => {
  const page = new Map<string, Look>();
  const first = assignLooks([{ id: 'wagner' }, { id: 'russia' }], page).looks[1];
  assert.deepEqual(assignLooks([{ id: 'russia' }], page).looks[0], first);
  const successor = assignLooks([{ id: 'fama' }, { id: 'new-army', successorOf: 'fama' }], page).looks[1];
  assert.deepEqual(assignLooks([{ id: 'new-army' }], page).looks[0], successor);
});

test('charts without a page share nothing', () => {
  assignLooks([{ id: 'solo', slot: 7 }]);
  assert.deepEqual(huesOf('solo'), [slotOf('solo')]);
});

test('W_SLOT: an actor that gives way is told of by its path', () => {
  const { notes } = readAttribution({
    schema: 'attribution/1',
    measure: 'killed',
    victims: 'civilians',
    method: 'reported',
    relation: 'involving',
    whole: 'all',
    place: 'in Mali',
    source: { producer: 'Example data', asOf: '2025-12-31' },
    actors: [
      { id: 'wagner', name: 'Wagner' },
      { id: 'russia', name: 'Russia' },
    ],
    rows: [{ period: '2024', actors: ['wagner', 'russia'], link: 'joint', value: 5 }],
  });
  assert.deepEqual(
    notes.map(({ code, path }) => [code, path]),
    [['W_SLOT', 'actors[1]']],
  );
});
