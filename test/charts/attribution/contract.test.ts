import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { schema } from '../../../src/charts/attribution/contract.js';
import { attribution, readAttribution } from '../../../src/charts/attribution/index.js';
import { buildContract } from '../../../src/cli/import.js';
import { Sheet } from '../../../src/cli/sheet.js';
import { ContractError, describe, readContract, renderHTML, renderSVG } from '../../../src/static/index.js';
import { writeCSV } from '../../../src/words/csv.js';
import { readFixture, readFixtures } from '../../support/golden.js';

fc.configureGlobal({ includeErrorInReport: true });

type Contract = Record<string, any>;

const good = (): Contract => ({
  schema: 'attribution/1',
  measure: 'killed',
  victims: 'civilians',
  method: 'reported',
  relation: 'involving',
  whole: 'all',
  place: { en: 'in Mali', fr: 'au Mali' },
  source: { producer: 'Example data', asOf: '2025-12-31' },
  actors: [
    { id: 'a', name: 'Alder', slot: 1 },
    { id: 'b', name: { en: 'Birch', fr: 'Bouleau' }, slot: 2 },
  ],
  rows: [
    { period: '2024', actors: ['a'], value: 10 },
    { period: '2024', actors: ['a', 'b'], link: 'joint', value: 20 },
    { period: '2024', actors: ['b'], value: 30 },
    { period: '2024', actors: 'unattributed', value: 40 },
  ],
});
const row = (fields: Contract = {}): Contract => ({ period: '2024', actors: ['a'], value: 10, ...fields });
/** Rows of both actors and of nobody in 2023, and what is under test. */
const withRows = (...rows: unknown[]): Contract => ({
  ...good(),
  rows: [{ period: '2023', actors: ['a', 'b'], link: 'joint', value: 1 }, ...rows],
});
const withTotals = (...totals: unknown[]): Contract => ({ ...good(), totals });
const withSource = (fields: object): Contract => ({ ...good(), source: { ...good().source, ...fields } });
const withActor = (fields: Contract): Contract => ({ ...good(), actors: [good().actors[0], fields] });

function refusal(input: unknown): ContractError {
  try {
    readAttribution(input);
  } catch (error) {
    assert.ok(error instanceof ContractError, `a ContractError, not ${String(error)}`);
    return error;
  }
  return assert.fail('the contract was accepted');
}

/** "E_VALUE rows[0].value -5" of every fault, in order. */
const faultLines = (input: unknown): string[] =>
  refusal(input).faults.map(({ code, path, received }) => `${code} ${path} ${received}`);
const noteLines = (input: unknown): string[] =>
  readContract(input).notes.map(({ code, path }) => (path === undefined ? code : `${code} ${path}`));

/** One bad contract a test: what is wrong, the one fault, and words that "expected" must hold. */
function refuses(title: string, input: unknown, fault: string, expected: RegExp): void {
  test(`refused: ${title}`, () => {
    assert.deepEqual(faultLines(input), [fault]);
    assert.match(refusal(input).faults[0]!.expected, expected);
  });
}
function without(field: string): Contract {
  const contract = good();
  delete contract[field];
  return contract;
}

test('accepted: the contract that the tests below spoil', () => {
  assert.deepEqual(noteLines(good()), []);
});

// --- Refused: E_SCHEMA

for (const field of ['measure', 'victims', 'method', 'relation', 'whole', 'place', 'source', 'rows'])
  refuses(`${field} is missing`, without(field), `E_SCHEMA ${field} nothing`, /./);
test('refused: actors is missing; every id is then unknown too', () => {
  const [first, ...others] = refusal(without('actors')).faults;
  assert.deepEqual([first!.code, first!.path, first!.received], ['E_SCHEMA', 'actors', 'nothing']);
  for (const { code, path } of others) assert.match(`${code} ${path}`, /^E_VALUE rows\[\d\]\.actors\[\d\]$/);
});
for (const field of ['producer', 'asOf']) {
  const contract = good();
  delete contract.source[field];
  refuses(`source.${field} is missing`, contract, `E_SCHEMA source.${field} nothing`, /a (text|day)/);
}
for (const field of ['period', 'actors', 'value']) {
  const spoilt = row();
  delete spoilt[field];
  refuses(`a row has no ${field}`, withRows(spoilt), `E_SCHEMA rows[1].${field} nothing`, /./);
}
refuses('an actor has no name', withActor({ id: 'b' }), 'E_SCHEMA actors[1].name nothing', /a text/);
refuses(
  'a total has no value',
  withTotals({ period: '2024' }),
  'E_SCHEMA totals[0].value nothing',
  /a number/,
);
refuses(
  'a total has no period',
  withTotals({ value: 100 }),
  'E_SCHEMA totals[0].period nothing',
  /a text|a period/,
);

for (const [field, expected] of [
  ['measure', /"killed" or "injured" or "killed-and-injured"/],
  ['victims', /"civilians" or "combatants" or "everyone" or "not-specified"/],
  ['method', /"reported" or "documented-minimum" or "estimated"/],
  ['relation', /^"involving" or "attributed"$/],
  ['whole', /^"all" or "selection"$/],
  ['interval', /"source-range" or "min-max-claims" or "ci95"/],
] as const)
  for (const word of ['dead', 'constructor', '__proto__', 'toString'])
    refuses(`${field} is "${word}"`, { ...good(), [field]: word }, `E_SCHEMA ${field} "${word}"`, expected);
refuses(
  'relation is "all", which has no actors',
  { ...good(), relation: 'all' },
  'E_SCHEMA relation "all"',
  /"involving"/,
);
for (const [field, expected] of [
  ['link', /"joint" or "unsplit" or "disputed"/],
  ['grade', /"confirmed" or "likely" or "single-source" or "contested"/],
] as const)
  for (const word of ['both', 'toString'])
    refuses(
      `a row’s ${field} is "${word}"`,
      withRows(row({ actors: ['a', 'b'], link: 'joint', [field]: word })),
      `E_SCHEMA rows[1].${field} "${word}"`,
      expected,
    );
for (const slot of [0, 9, 1.5, -1])
  refuses(
    `slot ${slot}`,
    withActor({ id: 'b', name: 'B', slot }),
    `E_SCHEMA actors[1].slot ${slot}`,
    /1 or 2 or 3 or 4 or 5 or 6 or 7 or 8/,
  );
for (const [shown, input] of [
  ['null', null],
  ['5', 5],
  ['"x"', 'x'],
  ['an empty list', []],
  ['nothing', undefined],
] as const)
  test(`refused: the contract is ${shown}`, () => {
    assert.equal(faultLines(input)[0], `E_SCHEMA  ${shown}`);
  });
for (const [shown, one] of [
  ['null', null],
  ['5', 5],
  ['"2024"', '2024'],
  ['an empty list', []],
] as const) {
  refuses(`a row is ${shown}`, withRows(one), `E_SCHEMA rows[1] ${shown}`, /an object/);
  refuses(`a total is ${shown}`, withTotals(one), `E_SCHEMA totals[0] ${shown}`, /an object/);
}
test('refused: an actor is no object', () => {
  for (const actor of [null, 5, 'Wagner', []]) {
    const { code, path } = refusal({ ...good(), actors: [actor, ...good().actors] }).faults[0]!;
    assert.equal(`${code} ${path}`, 'E_SCHEMA actors[0]');
  }
});

// --- Refused: E_TYPE

refuses(
  'a value is a text, with a hint',
  withRows(row({ value: '12' })),
  'E_TYPE rows[1].value "12"',
  /a number without quotes.*null/,
);
refuses(
  'a total is a text, with a hint',
  withTotals({ period: '2024', value: '100' }),
  'E_TYPE totals[0].value "100"',
  /a number without quotes/,
);
refuses(
  'a total is null',
  withTotals({ period: '2024', value: null }),
  'E_TYPE totals[0].value null',
  /a number/,
);
refuses(
  'a period is a number, with a hint',
  withRows(row({ period: 2024 })),
  'E_TYPE rows[1].period 2024',
  /a text.*in quotes/,
);
refuses(
  'a row’s actors are one id',
  withRows(row({ actors: 'a' })),
  'E_TYPE rows[1].actors "a"',
  /a list of actor ids, or "unattributed"/,
);
refuses(
  'a row’s actors are null',
  withRows(row({ actors: null })),
  'E_TYPE rows[1].actors null',
  /a list of actor ids/,
);
refuses(
  'a row’s actors are an object',
  withRows(row({ actors: {} })),
  'E_TYPE rows[1].actors an object',
  /a list of actor ids/,
);
refuses(
  'an id in a row is a number',
  withRows(row({ actors: [5] })),
  'E_TYPE rows[1].actors[0] 5',
  /a text, in quotes/,
);
refuses(
  'a link is null',
  withRows(row({ actors: ['a', 'b'], link: null })),
  'E_TYPE rows[1].link null',
  /"joint"/,
);
refuses('a grade is a number', withRows(row({ grade: 1 })), 'E_TYPE rows[1].grade 1', /"confirmed"/);
refuses(
  'a slot is a text',
  withActor({ id: 'b', name: 'B', slot: '1' }),
  'E_TYPE actors[1].slot "1"',
  /1 or 2/,
);
refuses('rows is an object', { ...good(), rows: {} }, 'E_TYPE rows an object', /a list/);
refuses('totals is an object', { ...good(), totals: {} }, 'E_TYPE totals an object', /a list/);
refuses('whole is a boolean', { ...good(), whole: true }, 'E_TYPE whole true', /"all"/);
test('refused: actors is an object or a text', () => {
  for (const actors of [{}, 'Wagner'])
    assert.equal(
      refusal({ ...good(), actors }).faults[0]!.code + refusal({ ...good(), actors }).faults[0]!.path,
      'E_TYPEactors',
    );
});
test('refused: an id of an actor is a number', () => {
  assert.match(faultLines(withActor({ id: 5, name: 'B' }))[0]!, /^E_TYPE actors\[1\]\.id 5$/);
});

// --- Refused: E_VALUE

for (const [title, value, shown] of [
  ['negative', -5, '-5'],
  ['not whole', 1.5, '1.5'],
  ['NaN', NaN, 'NaN'],
  ['infinite', Infinity, 'Infinity'],
  ['above 2^53', 2 ** 53 + 2, '9007199254740994'],
] as const) {
  refuses(
    `a value is ${title}`,
    withRows(row({ value })),
    `E_VALUE rows[1].value ${shown}`,
    /a whole number from 0 to 2\^53/,
  );
  refuses(
    `a total is ${title}`,
    withTotals({ period: '2024', value }),
    `E_VALUE totals[0].value ${shown}`,
    /a whole number|at least 100/,
  );
}
refuses(
  'an id that no actor has',
  withRows(row({ actors: ['zz'] })),
  'E_VALUE rows[1].actors[0] "zz"',
  /an id from "actors"/,
);
refuses(
  'one of two ids is unknown',
  withRows(row({ actors: ['a', 'zz'], link: 'joint' })),
  'E_VALUE rows[1].actors[1] "zz"',
  /an id from "actors"/,
);
refuses(
  '"Unattributed" is an id, and none that is known',
  withRows(row({ actors: ['unattributed'] })),
  'E_VALUE rows[1].actors[0] "unattributed"',
  /an id from/,
);
refuses(
  'an empty set',
  withRows(row({ actors: [] })),
  'E_VALUE rows[1].actors an empty list',
  /at least one actor/,
);
refuses(
  'an id twice',
  withRows(row({ actors: ['a', 'b', 'a'], link: 'joint' })),
  'E_VALUE rows[1].actors[2] "a"',
  /each actor once/,
);
refuses(
  'one actor named twice, without a link',
  withRows(row({ actors: ['a', 'a'] })),
  'E_VALUE rows[1].actors[1] "a"',
  /each actor once/,
);
refuses(
  'two actors without a link',
  withRows(row({ actors: ['a', 'b'] })),
  'E_VALUE rows[1].link nothing',
  /"joint", "disputed" or "unsplit"/,
);
refuses('a link on one actor', withRows(row({ link: 'joint' })), 'E_VALUE rows[1].link "joint"', /no link/);
refuses(
  'a link on "unattributed"',
  withRows(row({ actors: 'unattributed', link: 'disputed' })),
  'E_VALUE rows[1].link "disputed"',
  /no link/,
);
refuses(
  'rows above the published total',
  withTotals({ period: '2024', value: 99 }),
  'E_VALUE totals[0].value 99',
  /at least 100, the sum of its rows/,
);
test('refused: known rows above the published total, whatever is unknown', () => {
  const contract = withTotals({ period: '2024', value: 59 });
  contract.rows[3].value = null;
  assert.deepEqual(faultLines(contract), ['E_VALUE totals[0].value 59']);
  contract.totals[0].value = 60;
  assert.deepEqual(noteLines(contract), []);
});
for (const bound of ['low', 'high'])
  for (const [title, contract, path] of [
    ['a row', withRows(row({ [bound]: 10 })), `rows[1].${bound}`],
    ['a total', withTotals({ period: '2024', value: 100, [bound]: 100 }), `totals[0].${bound}`],
  ] as const)
    refuses(
      `${bound} of ${title} without interval`,
      contract,
      `E_VALUE ${path} ${path.startsWith('rows') ? 10 : 100}`,
      /"interval"/,
    );
refuses(
  'successorOf nobody',
  withActor({ id: 'b', name: 'B', successorOf: 'zz' }),
  'E_VALUE actors[1].successorOf "zz"',
  /the id of another actor/,
);
refuses(
  'an actor that follows itself',
  withActor({ id: 'b', name: 'B', successorOf: 'b' }),
  'E_VALUE actors[1].successorOf "b"',
  /the id of another actor/,
);

// --- Refused: E_DATE

refuses(
  '30 February',
  withRows(row({ period: '2024-02-30' })),
  'E_DATE rows[1].period "2024-02-30"',
  /a period/,
);
refuses(
  'W53 of a year of 52 weeks',
  withRows(row({ period: '2025-W53' })),
  'E_DATE rows[1].period "2025-W53"',
  /a period/,
);
refuses(
  'a total of 30 February',
  withTotals({ period: '2024-02-30', value: 100 }),
  'E_DATE totals[0].period "2024-02-30"',
  /a period/,
);
refuses(
  'since is no period',
  withActor({ id: 'b', name: 'B', since: 'June' }),
  'E_DATE actors[1].since "June"',
  /a period/,
);
refuses('asOf is a year', withSource({ asOf: '2025' }), 'E_DATE source.asOf "2025"', /a day/);
refuses('mixed kinds', withRows(row({ period: '2024-01' })), 'E_DATE rows[1].period "2024-01"', /a year/);
refuses(
  'a total of another kind',
  withTotals({ period: '2024-03', value: 5 }),
  'E_DATE totals[0].period "2024-03"',
  /a year/,
);
test('refused: totals of mixed kinds, where there is no row to tell the kind', () => {
  const contract = { ...withTotals({ period: '2024', value: 5 }, { period: '2025-02', value: 5 }), rows: [] };
  assert.deepEqual(faultLines(contract), ['E_DATE totals[1].period "2025-02"']);
});
refuses(
  'a row begins after asOf',
  withRows(row({ period: '2026' })),
  'E_DATE rows[1].period "2026"',
  /on or before .*2025-12-31/,
);
refuses(
  'a total begins after asOf',
  withTotals({ period: '2026', value: 5 }),
  'E_DATE totals[0].period "2026"',
  /on or before .*2025-12-31/,
);
test('accepted: an event after asOf', () => {
  assert.deepEqual(noteLines({ ...good(), events: [{ at: '2027', label: 'Election' }] }), []);
});
refuses(
  'through is after asOf',
  {
    ...withSource({ asOf: '2024-06-30' }),
    rows: [row({ through: '2024-07-01' })],
    actors: [good().actors[0]],
  },
  'E_DATE rows[0].through "2024-07-01"',
  /2024-06-30/,
);
refuses(
  'from lies before its period',
  withRows(row({ from: '2023-12-31' })),
  'E_DATE rows[1].from "2023-12-31"',
  /2024-01-01 to 2024-12-31/,
);
refuses(
  'through lies after its period',
  withRows(row({ through: '2025-01-01' })),
  'E_DATE rows[1].through "2025-01-01"',
  /2024-01-01 to 2024-12-31/,
);
test('refused: from and through are reversed', () => {
  const lines = faultLines(withRows(row({ from: '2024-05-01', through: '2024-04-30' })));
  assert.equal(lines.length, 1);
  assert.match(lines[0]!, /^E_DATE rows\[1\]\.(from "2024-05-01"|through "2024-04-30")$/);
});
refuses(
  'a total’s through lies after its period',
  withTotals({ period: '2024', value: 100, through: '2025-01-01' }),
  'E_DATE totals[0].through "2025-01-01"',
  /2024-12-31/,
);
refuses(
  'rows of one period cover different days: the second is told of',
  withRows(row({ through: '2024-10-31' }), row({ actors: ['b'], value: 1 })),
  'E_DATE rows[2].period "2024"',
  /the days of the other rows of 2024/,
);
refuses(
  'one row of a period begins later',
  withRows(row(), row({ actors: 'unattributed', from: '2024-02-01' })),
  'E_DATE rows[2].period "2024"',
  /the days of the other rows/,
);
test('accepted: rows of one period that name the same days, the one by default and the other in words', () => {
  const contract = {
    ...withSource({ asOf: '2024-06-30' }),
    rows: [row(), row({ actors: ['b'], through: '2024-06-30' })],
  };
  assert.deepEqual(noteLines(contract), []);
});
test('refused: "at least 47" and "at least 32" of different months are no stack', () => {
  const contract = {
    ...good(),
    method: 'documented-minimum',
    rows: [
      row({ value: 47, from: '2024-02-01', through: '2024-10-31' }),
      row({ actors: ['b'], value: 32, from: '2024-05-01', through: '2024-12-31' }),
    ],
  };
  assert.deepEqual(faultLines(contract), ['E_DATE rows[1].period "2024"']);
});
refuses(
  'a total covers other days than its rows',
  withTotals({ period: '2024', value: 100, through: '2024-11-30' }),
  'E_DATE totals[0].period "2024"',
  /the days of the rows of 2024/,
);
refuses(
  'an event ends before it begins',
  { ...good(), events: [{ at: '2024-06', to: '2024-05', label: 'x' }] },
  'E_DATE events[0].to "2024-05"',
  /not before/,
);

// --- Refused: E_DUPLICATE

const pair = (fields: Contract = {}): Contract => row({ actors: ['a', 'b'], link: 'joint', ...fields });
refuses(
  'the same period, set, link and grade twice; the fault names both',
  withRows(pair(), pair({ value: 3 })),
  'E_DUPLICATE rows[2].period "2024"',
  /rows\[1\]/,
);
refuses(
  'the same set in another order',
  withRows(pair(), pair({ actors: ['b', 'a'] })),
  'E_DUPLICATE rows[2].period "2024"',
  /set of actors/,
);
refuses(
  'nobody twice',
  withRows(row({ actors: 'unattributed' }), row({ actors: 'unattributed' })),
  'E_DUPLICATE rows[2].period "2024"',
  /rows\[1\]/,
);
refuses(
  'an id of two actors',
  { ...good(), actors: [...good().actors, { id: 'a', name: 'Again' }] },
  'E_DUPLICATE actors[2].id "a"',
  /actors\[0\]/,
);
refuses(
  'two totals of one period',
  withTotals({ period: '2024', value: 100 }, { period: '2024', value: 101 }),
  'E_DUPLICATE totals[1].period "2024"',
  /no other total/,
);
for (const [title, other] of [
  ['another period', pair({ period: '2025' })],
  ['another set', row()],
  ['another link', pair({ link: 'disputed' })],
  ['another grade', pair({ grade: 'likely' })],
] as const)
  test(`accepted: two rows that differ in ${title}`, () => {
    assert.deepEqual(noteLines(withRows(pair(), other)), []);
  });
test('accepted: an actor with the id "unattributed" is not nobody', () => {
  const contract = {
    ...good(),
    actors: [{ id: 'unattributed', name: 'Odd', slot: 3 }],
    rows: [row({ actors: ['unattributed'] }), row({ actors: 'unattributed', value: 4 })],
  };
  const { parts } = readAttribution(contract);
  assert.deepEqual(
    parts.map(({ places }) => places),
    [[0], []],
  );
});

// --- Refused: E_VERSION, E_LIMIT

refuses('schema is missing', without('schema'), 'E_VERSION schema nothing', /attribution\/1/);
for (const version of ['attribution/2', 'attribution/99'])
  refuses(
    `schema is newer, ${version}`,
    { ...good(), schema: version },
    `E_VERSION schema "${version}"`,
    /attribution\/1/,
  );
test('refused: a contract of another family is not called a version', () => {
  assert.deepEqual(faultLines({ ...good(), schema: 'casualties/1' }), ['E_SCHEMA schema "casualties/1"']);
});

test('accepted: 200,000 rows, read in a few seconds; refused: 200,001', () => {
  const rows = Array.from({ length: 200_001 }, (_, i) => ({
    period: new Date(Date.UTC(1700, 0, 1) + Math.floor(i / 2) * 86_400_000).toISOString().slice(0, 10),
    actors: i % 2 ? 'unattributed' : ['a'],
    value: 1,
  }));
  const contract = { ...withSource({ asOf: '2300-01-01' }), rows };
  assert.deepEqual(faultLines(contract), ['E_LIMIT rows a list of 200001']);
  contract.rows = rows.slice(0, 200_000);
  assert.equal(readAttribution(contract).stacks.length, 100_000);
});
test('eight times the rows are put in words in less than thirty times the time', () => {
  const costOf = (count: number): number => {
    const rows = Array.from({ length: count }, (_, i) => ({
      period: new Date(Date.UTC(1950, 0, 1) + Math.floor(i / 2) * 86_400_000).toISOString().slice(0, 10),
      actors: i % 2 ? 'unattributed' : ['a'],
      value: i,
    }));
    const contract = { ...good(), actors: [good().actors[0]], rows };
    const start = process.cpuUsage().user;
    assert.equal(describe(contract).rows.length, count);
    return process.cpuUsage().user - start;
  };
  costOf(2000);
  const [some, many] = [costOf(2000), costOf(16_000)];
  // Sixty-four times where each cell looks through all rows.
  assert.ok(many / some < 30, `${Math.round(some / 1000)} ms and ${Math.round(many / 1000)} ms`);
});

const nested = (levels: number): Contract => (levels === 1 ? {} : { x: nested(levels - 1) });
test('accepted: 12 levels; refused: 13, in the frame and in a row', () => {
  assert.deepEqual(noteLines({ ...good(), extra: nested(11) }), ['W_UNKNOWN_FIELD extra']);
  assert.deepEqual(faultLines({ ...good(), extra: nested(12) }), ['E_LIMIT  an object']);
  assert.deepEqual(noteLines(withRows(row({ extra: nested(9) }))), ['W_UNKNOWN_FIELD rows[1].extra']);
  assert.deepEqual(faultLines(withRows(row({ extra: nested(10) }))), ['E_LIMIT rows[1] an object']);
});
test('refused: an object that holds itself', () => {
  const self = good();
  self.self = self;
  assert.deepEqual(faultLines(self), ['E_LIMIT  an object']);
  const ring = row();
  ring.ring = ring;
  assert.deepEqual(faultLines(withRows(ring)), ['E_LIMIT rows[1] an object']);
  const actors: unknown[] = [];
  actors.push(actors);
  assert.ok(refusal(withRows(row({ actors }))).faults.length);
});

// --- Everything at once

test('every fault is listed at once, each with code, path, what was expected and what came', () => {
  const { faults } = refusal({
    schema: 'attribution/1',
    measure: 'dead',
    victims: 'civilians',
    relation: 'all',
    whole: 'all',
    place: 5,
    source: { producer: 'X', asOf: '2025-06-30' },
    actors: [
      { id: 'a', name: 'A', slot: 9 },
      { id: 'b', successorOf: 'zz' },
      { id: 'a', name: 'Again' },
    ],
    events: [{ at: 'soon', label: 'x' }],
    rows: [
      { period: '2024', actors: ['a'], value: '12' },
      { period: '2024', actors: ['a', 'b'], value: 1 },
      { period: '2024', actors: ['zz'], value: 1 },
      { period: '2024', actors: ['b'], link: 'joint', value: -1 },
      { period: '2024', actors: [], value: 3 },
      { period: '2025-01', actors: ['b'], value: 1 },
      { period: '2026', actors: ['b'], value: 1 },
      null,
      { period: '2023', actors: ['b'], value: 3, low: 1 },
      { period: '2023', actors: ['b'], value: 4 },
      { period: '2023', actors: 'unattributed', value: 4, through: '2023-05-01' },
    ],
    totals: [
      { period: '2023', value: 1, through: '2023-05-01' },
      { period: '2024-Q1', value: 1 },
    ],
  });
  assert.deepEqual(
    faults.map(({ code, path }) => `${code} ${path}`).sort(),
    [
      'E_DATE events[0].at',
      'E_DATE rows[10].period',
      'E_DATE rows[5].period',
      'E_DATE rows[6].period',
      'E_DATE totals[0].period',
      'E_DATE totals[1].period',
      'E_DUPLICATE actors[2].id',
      'E_DUPLICATE rows[9].period',
      'E_SCHEMA actors[0].slot',
      'E_SCHEMA actors[1].name',
      'E_SCHEMA measure',
      'E_SCHEMA method',
      'E_SCHEMA relation',
      'E_SCHEMA rows[7]',
      'E_TYPE place',
      'E_TYPE rows[0].value',
      'E_VALUE actors[1].successorOf',
      'E_VALUE rows[1].link',
      'E_VALUE rows[2].actors[0]',
      'E_VALUE rows[3].link',
      'E_VALUE rows[3].value',
      'E_VALUE rows[4].actors',
      'E_VALUE rows[8].low',
      'E_VALUE totals[0].value',
    ].sort(),
  );
  for (const { expected, received } of faults) assert.ok(expected && received, 'both are told');
});
test('the error tells its first fault as one line, and names the chart', () => {
  assert.equal(
    refusal(withRows(row({ actors: ['zz'] }))).message,
    'attribution: rows[1].actors[0]: expected an id from "actors", received "zz" (E_VALUE)',
  );
});
test('paths name the order of the input, also where rows are drawn in another', () => {
  const contract = withRows(row(), row({ actors: ['b'], through: '2024-05-01' }));
  contract.rows.reverse();
  const [line] = faultLines(contract);
  assert.match(line!, /^E_DATE rows\[[01]\]\.period "2024"$/);
  const unsorted = withRows(row({ period: '2022', actors: ['zz'] }));
  assert.deepEqual(faultLines(unsorted), ['E_VALUE rows[1].actors[0] "zz"']);
});
test('reading, describing and drawing refuse the same contract with the same faults', () => {
  for (const use of [readContract, describe, renderSVG, renderHTML])
    assert.throws(
      () => use(withRows(row({ actors: [] }))),
      (error: ContractError) => error.faults[0]!.path === 'rows[1].actors',
    );
});

// --- Doubted: notes

test('W_SORTED: unsorted rows are drawn in calendar order, and the input keeps its own', () => {
  const contract = withRows(row({ period: '2022' }));
  assert.deepEqual(noteLines(contract), ['W_SORTED rows']);
  const { data, stacks } = readAttribution(contract);
  assert.deepEqual(
    data.rows.map(({ period }) => period),
    ['2022', '2023'],
  );
  assert.deepEqual(
    stacks.map(({ period }) => period.text),
    ['2022', '2023'],
  );
  assert.equal(contract.rows[0].period, '2023');
});
test('the order of rows within a period, and of totals, is nobody’s business', () => {
  const contract = { ...good(), rows: good().rows.reverse() };
  assert.deepEqual(noteLines(contract), []);
  const totals = [
    { period: '2024', value: 100 },
    { period: '2023', value: 0 },
  ];
  assert.deepEqual(noteLines({ ...good(), totals }), []);
});
test('W_RANGE: a range that does not hold its figure, in a row and in a total, keeps its numbers', () => {
  const contract = {
    ...good(),
    interval: 'source-range',
    rows: [row({ value: 4, low: 11, high: 17 }), pair()],
    totals: [{ period: '2024', value: 30, low: 40, high: 50 }],
  };
  assert.deepEqual(noteLines(contract), ['W_RANGE rows[0]', 'W_RANGE totals[0]', 'W_TOTAL totals']);
  const { data, stacks } = readAttribution(contract);
  assert.deepEqual([data.rows[0]!.low, data.rows[0]!.high], [11, 17]);
  assert.deepEqual([stacks[0]!.low, stacks[0]!.high, stacks[0]!.doubtful], [40, 50, true]);
});
test('W_TOTAL: a shortfall is told with its number, kept apart from the unattributed, and said to the reader', () => {
  const contract = withTotals({ period: '2024', value: 112 });
  const { notes, stacks } = readAttribution(contract);
  assert.deepEqual(
    notes.map(({ code }) => code),
    ['W_TOTAL'],
  );
  assert.match(notes[0]!.message, /^2024: 12 of the published total/);
  assert.deepEqual([stacks[0]!.value, stacks[0]!.sum, stacks[0]!.missing], [112, 100, 12]);
  assert.match(describe(contract).summary, /12 of the published total are not broken down/);
});
test('a total that its rows meet needs no note; one of a period without rows is all shortfall', () => {
  assert.deepEqual(noteLines(withTotals({ period: '2024', value: 100 })), []);
  const { stacks, notes } = readAttribution(withTotals({ period: '2023', value: 7 }));
  assert.deepEqual(
    notes.map(({ code }) => code),
    ['W_TOTAL'],
  );
  assert.deepEqual(
    stacks.map(({ value, missing }) => [value, missing]),
    [
      [7, 7],
      [100, 0],
    ],
  );
});
test('W_UNKNOWN_FIELD: extra fields are left out wherever they stand', () => {
  const contract = {
    ...withTotals({ period: '2024', value: 100, colour: 'red' }),
    colours: { a: 'red' },
    actors: [{ ...good().actors[0], colour: 'red' }, good().actors[1]],
    rows: good().rows.map((one: Contract) => ({ ...one, weight: 2 })),
  };
  assert.deepEqual(noteLines(contract).sort(), [
    'W_UNKNOWN_FIELD actors[0].colour',
    'W_UNKNOWN_FIELD colours',
    ...[0, 1, 2, 3].map((i) => `W_UNKNOWN_FIELD rows[${i}].weight`),
    'W_UNKNOWN_FIELD totals[0].colour',
  ]);
  assert.doesNotMatch(JSON.stringify(readContract(contract).data), /red|weight/);
});
test('an actor that no row uses is noted by its path, and stands in no picture', () => {
  const contract = { ...good(), actors: [...good().actors, { id: 'c', name: 'Chestnut', slot: 3 }] };
  const notes = readContract(contract).notes.filter(({ path }) => path === 'actors[2]');
  assert.equal(notes.length, 1);
  assert.doesNotMatch(renderSVG(contract), /Chestnut/);
});
test('W_WORDS: a title with a verb of change while a row is partial, a name that judges', () => {
  const partial = { ...withSource({ asOf: '2024-11-21' }), title: 'Killings fell' };
  assert.deepEqual(noteLines(partial), ['W_WORDS title']);
  assert.deepEqual(noteLines({ ...good(), title: 'Killings fell' }), []);
  for (const name of ['terrorists', { en: 'Group', fr: 'groupe terroriste' }])
    assert.deepEqual(noteLines(withActor({ id: 'b', name, slot: 2 })), ['W_WORDS actors[1]']);
});
test('W_WORDS: a phrase that judges is noted like a name', () => {
  assert.deepEqual(noteLines(withActor({ id: 'b', name: 'Group', phrase: 'the terrorists', slot: 2 })), [
    'W_WORDS actors[1]',
  ]);
});
test('W_PARTIAL: the end of a partial period inferred from the day of publication', () => {
  assert.deepEqual(noteLines(withSource({ asOf: '2024-11-21', asOfBasis: 'publication' })), [
    'W_PARTIAL source.asOf',
  ]);
  assert.deepEqual(noteLines(withSource({ asOf: '2024-11-21' })), []);
  assert.deepEqual(noteLines(withSource({ asOfBasis: 'publication' })), []);
});
test('W_SOURCE: ACLED without access date, filters and changes', () => {
  assert.deepEqual(noteLines(withSource({ producer: 'ACLED' })), ['W_SOURCE source']);
  assert.deepEqual(
    noteLines(withSource({ producer: 'ACLED', accessed: '2025-12-31', query: 'Mali', changes: 'none' })),
    [],
  );
});
test('the article has the notes that its source leaves open, and no other', () => {
  assert.deepEqual(noteLines(readFixture('attribution', 'article')).sort(), [
    'W_PARTIAL source.asOf',
    'W_SOURCE source',
  ]);
});

// --- Ordinary text, frozen copies, what is read

for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])
  test(`"${key}" as an actor’s id, as its name and as a field is ordinary text, nothing more`, () => {
    const contract = JSON.parse(`{"a":1,"${key}":{"polluted":1}}`) as Contract;
    const actor = JSON.parse(`{"id":"${key}","name":"${key}","${key}":{"polluted":1}}`) as Contract;
    const input = {
      ...good(),
      extra: contract,
      actors: [...good().actors, actor],
      rows: [...good().rows, row({ actors: [key] }), row({ actors: [key, 'a'], link: 'disputed', value: 3 })],
    };
    const { data, parts } = readAttribution(input);
    assert.equal(data.actors[2]!.id, key);
    assert.ok(
      parts.some(({ places }) => String(places) === '2') &&
        parts.some(({ places }) => String(places) === '0,2'),
    );
    assert.ok(renderSVG(input).includes(key));
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    assert.ok(!('polluted' in Object.getPrototypeOf(data)));
    // And where nobody has that id, it is unknown like any other.
    assert.deepEqual(faultLines(withRows(row({ actors: [key] }))), [`E_VALUE rows[1].actors[0] "${key}"`]);
    assert.deepEqual(faultLines(withActor({ id: 'b', name: 'B', successorOf: key })), [
      `E_VALUE actors[1].successorOf "${key}"`,
    ]);
  });
test('a field that is only inherited is no field', () => {
  const bare = Object.create({ link: 'joint', actors: ['zz'] }) as Contract;
  Object.assign(bare, { period: '2024', value: 1 });
  assert.deepEqual(faultLines(withRows(bare)), ['E_SCHEMA rows[1].actors nothing']);
  const heir = Object.assign(Object.create({ link: 'joint' }) as Contract, row());
  assert.deepEqual(noteLines(withRows(heir)), []);
  const contract = Object.assign(
    Object.create({ rows: good().rows, interval: 'ci95' }) as Contract,
    without('rows'),
  );
  assert.deepEqual(faultLines(contract), ['E_SCHEMA rows nothing']);
});
test('markup in a name is text, escaped', () => {
  const contract = withActor({ id: 'b', name: '<img src=x onerror=alert(1)>"&', slot: 2 });
  for (const text of [renderSVG(contract, { width: 320 }), renderHTML(contract)]) {
    assert.doesNotMatch(text, /<img/);
    assert.match(text, /&lt;img/);
  }
});

test('what is read is frozen through and through, and shares nothing with the input', () => {
  for (const { contract } of readFixtures('attribution')) {
    const before = JSON.stringify(contract);
    const { data } = readAttribution(contract);
    const inputs = new Set<unknown>();
    const walk = (value: unknown, visit: (one: object) => void): void => {
      if (typeof value !== 'object' || value === null) return;
      visit(value);
      for (const child of Object.values(value)) walk(child, visit);
    };
    walk(contract, (one) => inputs.add(one));
    walk(data, (one) => {
      assert.ok(Object.isFrozen(one), JSON.stringify(one).slice(0, 80));
      assert.ok(!inputs.has(one), 'not the input’s');
    });
    assert.equal(JSON.stringify(contract), before);
  }
});
test('data that was read can be read again, to the same picture', () => {
  for (const { contract } of readFixtures('attribution')) {
    const { data } = readAttribution(contract);
    assert.equal(renderSVG(data), renderSVG(contract));
    assert.deepEqual(readAttribution(data).data, data);
  }
});
test('a frozen contract is read, and no list of ids is sorted in place', () => {
  const contract = withRows(pair({ actors: Object.freeze(['b', 'a']) }));
  Object.freeze(contract.rows);
  assert.deepEqual(readAttribution(contract).data.rows[1]!.actors, ['b', 'a']);
});
test('no rows is no fault: the chart says so in words, with or without totals', () => {
  for (const fields of [{}, { totals: [{ period: '2024', value: 5 }] }]) {
    const contract = { ...good(), actors: [], rows: [], ...fields };
    const reading = readAttribution(contract);
    assert.ok(attribution.isEmpty(reading));
    assert.match(describe(contract).summary, /No figures are available/);
    for (const width of [320, 640, 1200])
      assert.match(renderSVG(contract, { width }), /No figures are available/);
    assert.match(renderHTML(contract), /No figures are available/);
  }
});
test('an actor may be named by a language; what a reader selects is told by ids', () => {
  const reading = readAttribution(good());
  assert.deepEqual(
    reading.rows.map((_, i) => attribution.selection(reading, i)),
    [
      { period: '2024', actors: ['a'], value: 10 },
      { period: '2024', actors: ['a', 'b'], value: 20 },
      { period: '2024', actors: ['b'], value: 30 },
      { period: '2024', actors: [], value: 40 },
    ],
  );
  assert.deepEqual(attribution.extremes(reading), { least: 0, greatest: 3 });
});
test('rows for a spreadsheet: as they came, days in ISO, an unknown figure an empty cell', () => {
  const contract = {
    ...good(),
    rows: [pair({ actors: ['b', 'a'], grade: 'likely' }), row({ actors: 'unattributed', value: null })],
  };
  const [head, ...rows] = attribution.tabulate(readAttribution(contract));
  const cell = (i: number, name: string): unknown => rows[i]![head!.indexOf(name)];
  assert.deepEqual(
    ['period', 'from', 'through', 'days', 'link', 'grade', 'value'].map((name) => cell(0, name)),
    ['2024', '2024-01-01', '2024-12-31', 366, 'joint', 'likely', 10],
  );
  assert.equal(cell(0, 'actors'), 'b + a');
  assert.deepEqual(
    [cell(1, 'actors'), cell(1, 'value'), cell(1, 'status')],
    ['unattributed', null, 'unknown'],
  );
  for (const one of rows) assert.equal(one.length, head!.length);
});
test('published totals stand below the rows of a spreadsheet, as import reads them: value, range, span', () => {
  const contract = {
    ...good(),
    interval: 'source-range',
    totals: [
      { period: '2024', value: 120, low: 110, high: 150 },
      { period: '2025', value: 0, from: '2025-02-01', through: '2025-11-30' },
    ],
  };
  const reading = readAttribution(contract);
  const [head, ...rows] = attribution.tabulate(reading);
  assert.equal(
    head!.join(),
    'period,from,through,days,actors,link,grade,value,low,high,status,note,source,as_of,licence',
  );
  assert.equal(rows.length, 4 + 2);
  const end = ['', 'Example data', '2025-12-31', ''];
  assert.deepEqual(rows.slice(4), [
    ['2024', '2024-01-01', '2024-12-31', 366, 'total', '', '', 120, 110, 150, 'complete', ...end],
    ['2025', '2025-02-01', '2025-11-30', 303, 'total', '', '', 0, null, null, 'partial', ...end],
  ]);
  const about = `schema,attribution/1
measure,killed
victims,civilians
method,reported
relation,involving
whole,all
place,in Mali
interval,source-range
source.producer,Example data
source.asOf,2025-12-31
actors.a,Alder
actors.b,Birch
`;
  const { contract: made, report } = buildContract(
    new Sheet('about.csv', about),
    new Sheet('rows.csv', writeCSV(attribution.tabulate(reading))),
  );
  assert.deepEqual(report.faults, []);
  assert.deepEqual(made['totals'], [
    { period: '2024', value: 120, low: 110, high: 150, from: '2024-01-01', through: '2024-12-31' },
    { period: '2025', value: 0, from: '2025-02-01', through: '2025-11-30' },
  ]);
  assert.deepEqual(attribution.tabulate(readAttribution(made)), [head, ...rows]);
});

// --- The schema library, and anything at all

/** True where the schema library is known to let through what we refuse: a list, or a reserved key, as texts by language. */
const isLeniency = (value: unknown): boolean =>
  /"(constructor|prototype|__proto__)":|\["x"\]|\{\}/.test(JSON.stringify(value) ?? '');
const wordsLike = fc.oneof(
  fc.string(),
  fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())),
  fc.constantFrom(null, 5, true, ['x']),
);
const periodLike = fc.oneof(
  fc.constantFrom('2024', '2023', '2024-02', '2025-W01', '2024-02-30', '2024-13', ''),
  fc.integer(),
  fc.string(),
);
const countLike = fc.oneof(
  fc.constantFrom(null, undefined, 0, 5, -1, 1.5, NaN, Infinity, 2 ** 53, 2 ** 53 + 2, '12', true),
  fc.nat(50),
);
const idLike = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('a', 'b') },
  { weight: 1, arbitrary: fc.constantFrom('zz', '__proto__', 5, null) },
);
const actorsLike = fc.oneof(
  { weight: 6, arbitrary: fc.array(idLike, { maxLength: 3 }) },
  fc.constantFrom('unattributed', 'a', null, {}, 5),
);
const rowLike = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record(
      {
        period: periodLike,
        value: countLike,
        actors: actorsLike,
        link: fc.constantFrom('joint', 'disputed', 'unsplit', 'both', 5),
        grade: fc.constantFrom('confirmed', 'likely', 'sure', null),
        note: wordsLike,
        extra: fc.anything(),
      },
      { requiredKeys: ['period', 'value', 'actors'] },
    ) as fc.Arbitrary<unknown>,
  },
  fc.anything(),
);
const listOf = (one: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 6, arbitrary: fc.array(one, { maxLength: 3 }) }, fc.constantFrom(null, {}, 'x', 5));
const fieldLike: Record<string, fc.Arbitrary<unknown>> = {
  title: wordsLike,
  place: wordsLike,
  relation: fc.constantFrom('involving', 'attributed', 'all', 5),
  whole: fc.constantFrom('all', 'selection', true, null),
  interval: fc.constantFrom('ci95', 'sd', 5, undefined),
  actors: listOf(
    fc.oneof(
      fc.record(
        {
          id: idLike,
          name: wordsLike,
          phrase: wordsLike,
          successorOf: idLike,
          since: periodLike,
          slot: fc.constantFrom(1, 8, 9, '1'),
        },
        { requiredKeys: ['id', 'name'] },
      ),
      fc.anything(),
    ),
  ),
  rows: listOf(rowLike),
  totals: listOf(
    fc.oneof(
      fc.record(
        { period: periodLike, value: countLike, low: countLike },
        { requiredKeys: ['period', 'value'] },
      ),
      fc.anything(),
    ),
  ),
};
const spoilt = fc
  .constantFrom(...Object.keys(fieldLike), 'rows', 'rows')
  .chain((key) => fc.tuple(fc.constant(key), fieldLike[key]!));

test('reading refuses all that the schema library refuses, and beyond it only what spans fields or calendars', () => {
  const spans = ['E_DATE', 'E_VALUE', 'E_DUPLICATE', 'E_LIMIT'];
  const seen = { both: 0, ours: 0, none: 0 };
  fc.assert(
    fc.property(spoilt, ([key, value]) => {
      const contract = { ...good(), [key]: value };
      const theirs = v.safeParse(schema, contract).success;
      let faults: ContractError['faults'] = [];
      try {
        readAttribution(contract);
      } catch (error) {
        if (!(error instanceof ContractError)) throw error;
        ({ faults } = error);
      }
      if (!theirs) assert.ok(faults.length, 'the schema library refuses it');
      else if (!isLeniency(value))
        assert.deepEqual(
          faults.filter(({ code }) => !spans.includes(code)),
          [],
        );
      seen[!theirs ? 'both' : faults.length ? 'ours' : 'none']++;
    }),
    { numRuns: Number(process.env.RUNS ?? 2000) },
  );
  assert.ok(Math.min(...Object.values(seen)) > 20, JSON.stringify(seen));
});

test('whatever comes, reading gives data or a ContractError, never another error', () => {
  fc.assert(
    fc.property(
      fc.oneof(spoilt, fc.tuple(fc.constantFrom(...Object.keys(good())), fc.anything())),
      fc.constantFrom(320, 640, 1200),
      ([key, value], width) => {
        const contract = { ...good(), [key]: value };
        try {
          describe(contract);
          renderSVG(contract, { width });
        } catch (error) {
          if (!(error instanceof ContractError)) throw error;
        }
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 500) },
  );
});
for (const [shown, value] of [
  ['an object that cannot become text', { toString: 1, valueOf: 1 }],
  ['an object without a prototype', Object.create(null)],
  ['a symbol', Symbol('x')],
  ['a function', () => 1],
  ['a big integer', 1n],
] as const)
  test(`${shown} in any field is refused like any other wrong value`, () => {
    for (const field of Object.keys(good()))
      assert.ok(
        refusal({ ...good(), [field]: value }).faults.some(({ path }) => path.startsWith(field)),
        field,
      );
    for (const field of ['period', 'value', 'actors'])
      assert.ok(
        refusal(withRows(row({ [field]: value }))).faults.some(({ path }) => path === `rows[1].${field}`),
        field,
      );
    assert.ok(
      refusal(withRows(row({ actors: [value] }))).faults.some(({ path }) => path === 'rows[1].actors[0]'),
    );
  });
