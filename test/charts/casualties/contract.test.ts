import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { readCasualties } from '../../../src/charts/casualties/index.js';
import { Row, schema } from '../../../src/charts/casualties/contract.js';
import { parsePeriod } from '../../../src/data/period.js';
import { readPlainRow } from '../../../src/data/read-rows.js';
import { ContractError, describe, readContract, renderSVG } from '../../../src/static/index.js';
import { readFixture, readFixtures } from '../../support/golden.js';

fc.configureGlobal({ includeErrorInReport: true });

type Contract = Record<string, any>;

const good = (): Contract => ({
  schema: 'casualties/1',
  measure: 'killed',
  victims: 'civilians',
  method: 'reported',
  relation: 'all',
  place: { en: 'in Mali', fr: 'au Mali' },
  source: { producer: 'Example data', asOf: '2025-12-31' },
  rows: [
    { period: '2023', value: 702 },
    { period: '2024', value: 924 },
  ],
});

const withRows = (...rows: unknown[]): Contract => ({ ...good(), rows });
const withSource = (fields: object): Contract => ({ ...good(), source: { ...good().source, ...fields } });

function refusal(input: unknown): ContractError {
  try {
    readCasualties(input);
  } catch (error) {
    assert.ok(error instanceof ContractError, `a ContractError, not ${String(error)}`);
    return error;
  }
  return assert.fail('the contract was accepted');
}

/** "E_VALUE rows[0].value -5" of every fault, in order. */
function faultLines(input: unknown): string[] {
  return refusal(input).faults.map(({ code, path, received }) => `${code} ${path} ${received}`);
}

function noteLines(input: unknown): string[] {
  return readContract(input).notes.map(({ code, path }) => (path === undefined ? code : `${code} ${path}`));
}

/** One bad contract a test: what is wrong, the fault, and words that "expected" must hold. */
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

// --- Refused: E_SCHEMA

for (const field of ['measure', 'victims', 'method', 'relation', 'place', 'source', 'rows'])
  refuses(`${field} is missing`, without(field), `E_SCHEMA ${field} nothing`, /./);
for (const field of ['producer', 'asOf']) {
  const contract = good();
  delete contract.source[field];
  refuses(
    `source.${field} is missing`,
    contract,
    `E_SCHEMA source.${field} nothing`,
    /a (text|number|day|period)/,
  );
}
refuses(
  'a row has no period',
  withRows({ value: 1 }),
  'E_SCHEMA rows[0].period nothing',
  /a (text|number|day|period)/,
);
refuses(
  'a row has no value',
  withRows({ period: '2024' }),
  'E_SCHEMA rows[0].value nothing',
  /a (text|number|day|period)/,
);
refuses(
  'an event has no label',
  { ...good(), events: [{ at: '2024' }] },
  'E_SCHEMA events[0].label nothing',
  /a (text|number|day|period)/,
);
refuses(
  'a notice has no text',
  { ...good(), notices: [{ on: '2025-01-01', kind: 'correction' }] },
  'E_SCHEMA notices[0].text nothing',
  /a (text|number|day|period)/,
);
refuses(
  'a figure for the same days has no value',
  withRows({ period: '2024', value: 5, samePeriod: { through: '2024-10-31' } }),
  'E_SCHEMA rows[0].samePeriod.value nothing',
  /a (text|number|day|period)/,
);

for (const [field, expected] of [
  ['measure', /"killed" or "injured" or "killed-and-injured"/],
  ['victims', /"civilians" or "combatants" or "everyone" or "not-specified"/],
  ['method', /"reported" or "documented-minimum" or "estimated"/],
  ['interval', /"source-range" or "min-max-claims" or "ci95"/],
  ['relation', /"all" or "involving" or "attributed"/],
] as const) {
  refuses(
    `${field} is no word of the list`,
    { ...good(), [field]: 'dead' },
    `E_SCHEMA ${field} "dead"`,
    expected,
  );
  refuses(
    `${field} is "constructor"`,
    { ...good(), [field]: 'constructor' },
    `E_SCHEMA ${field} "constructor"`,
    expected,
  );
}
refuses(
  'asOfBasis is no word of the list',
  withSource({ asOfBasis: 'guess' }),
  'E_SCHEMA source.asOfBasis "guess"',
  /"stated" or "publication"/,
);
refuses(
  'a notice is of an unknown kind',
  { ...good(), notices: [{ on: '2025-01-01', kind: 'rumour', text: 'x' }] },
  'E_SCHEMA notices[0].kind "rumour"',
  /"correction" or "withdrawal"/,
);
refuses(
  'an event is of an unknown kind',
  { ...good(), events: [{ at: '2024', label: 'x', kind: 'war' }] },
  'E_SCHEMA events[0].kind "war"',
  /"context" or "series-break"/,
);

for (const [shown, input] of [
  ['null', null],
  ['5', 5],
  ['"x"', 'x'],
  ['true', true],
  ['an empty list', []],
  ['nothing', undefined],
] as const)
  test(`refused: the contract is ${shown}`, () => {
    assert.equal(faultLines(input)[0], `E_SCHEMA  ${shown}`);
    assert.match(refusal(input).faults[0]!.expected, /an object/);
  });

for (const [shown, row] of [
  ['null', null],
  ['5', 5],
  ['"2024"', '2024'],
] as const)
  refuses(
    `a row is ${shown}`,
    withRows({ period: '2024', value: 1 }, row),
    `E_SCHEMA rows[1] ${shown}`,
    /an object/,
  );
refuses('source is a text', { ...good(), source: 'ACLED' }, 'E_SCHEMA source "ACLED"', /an object/);

// --- Refused: E_TYPE

for (const text of ['12', '1,234', '12%', '١٢٣', '−5', ''])
  refuses(
    `a value is the text ${JSON.stringify(text)}, with a hint`,
    withRows({ period: '2024', value: text }),
    `E_TYPE rows[0].value ${JSON.stringify(text)}`,
    /a number.*without quotes.*null/,
  );
for (const [shown, value] of [
  ['true', true],
  ['an empty list', []],
  ['an object', {}],
] as const)
  refuses(
    `a value is ${shown}`,
    withRows({ period: '2024', value }),
    `E_TYPE rows[0].value ${shown}`,
    /a number/,
  );
for (const field of ['low', 'high'])
  refuses(
    `${field} is null`,
    { ...withRows({ period: '2024', value: 5, [field]: null }), interval: 'source-range' },
    `E_TYPE rows[0].${field} null`,
    /a number/,
  );
refuses(
  'a period is a number, with a hint',
  withRows({ period: 2024, value: 1 }),
  'E_TYPE rows[0].period 2024',
  /a text.*in quotes/,
);
refuses(
  'a period is a Unix time',
  withRows({ period: 1735689600, value: 1 }),
  'E_TYPE rows[0].period 1735689600',
  /a text/,
);
refuses('the producer is a number', withSource({ producer: 5 }), 'E_TYPE source.producer 5', /a text/);
refuses('the producer is empty', withSource({ producer: ' ' }), 'E_VALUE source.producer " "', /a text/);
refuses('asOf is a number', withSource({ asOf: 2025 }), 'E_TYPE source.asOf 2025', /a text/);
refuses('rows is an object', { ...good(), rows: {} }, 'E_TYPE rows an object', /a list/);
refuses('rows is a text', { ...good(), rows: 'x' }, 'E_TYPE rows "x"', /a list/);
refuses('place is a number', { ...good(), place: 5 }, 'E_TYPE place 5', /a text, or texts by language/);
refuses(
  'one language of a text is a number',
  { ...good(), place: { en: 'in Mali', fr: 5 } },
  'E_TYPE place.fr 5',
  /a text/,
);
refuses(
  'a list stands where texts by language are wanted',
  { ...good(), place: ['in Mali'] },
  'E_TYPE place a list of 1',
  /a text, or texts by language/,
);
for (const key of ['constructor', 'prototype', '__proto__'])
  refuses(
    `the language "${key}" is a number`,
    { ...good(), place: JSON.parse(`{"en":"in Mali","${key}":5}`) },
    `E_TYPE place.${key} 5`,
    /a text/,
  );
refuses('actors is a text', { ...good(), actors: 'Wagner' }, 'E_TYPE actors "Wagner"', /a list/);
refuses('an actor is a number', { ...good(), actors: ['Wagner', 7] }, 'E_TYPE actors[1] 7', /a text/);
refuses('events is an object', { ...good(), events: {} }, 'E_TYPE events an object', /a list/);
refuses('measure is a number', { ...good(), measure: 5 }, 'E_TYPE measure 5', /"killed"/);

// --- Refused: E_VALUE

for (const [title, value, shown] of [
  ['negative', -5, '-5'],
  ['not whole', 1.5, '1.5'],
  ['NaN', NaN, 'NaN'],
  ['infinite', Infinity, 'Infinity'],
  ['above 2^53', 2 ** 53 + 2, '9007199254740994'],
  ['1e21', 1e21, '1e+21'],
  ['1e-12', 1e-12, '1e-12'],
] as const)
  refuses(
    `a value is ${title}`,
    withRows({ period: '2024', value }),
    `E_VALUE rows[0].value ${shown}`,
    /a whole number from 0 to 2\^53/,
  );
refuses(
  'low is negative',
  { ...withRows({ period: '2024', value: 5, low: -1, high: 9 }), interval: 'ci95' },
  'E_VALUE rows[0].low -1',
  /a whole number/,
);
refuses(
  'an earlier figure is negative',
  withRows({ period: '2024', value: 5, previous: [{ asOf: '2025-01-01', value: -1 }] }),
  'E_VALUE rows[0].previous[0].value -1',
  /a whole number/,
);
for (const relation of ['involving', 'attributed']) {
  refuses(
    `${relation} without actors`,
    { ...good(), relation },
    'E_VALUE actors nothing',
    new RegExp(relation),
  );
  refuses(
    `${relation} with an empty list of actors`,
    { ...good(), relation, actors: [] },
    'E_VALUE actors an empty list',
    new RegExp(relation),
  );
}
test('refused: low and high without an interval that says what kind of range they are', () => {
  assert.deepEqual(faultLines(withRows({ period: '2024', value: 5, low: 1, high: 9 })), [
    'E_VALUE rows[0].low 1',
    'E_VALUE rows[0].high 9',
  ]);
  assert.deepEqual(faultLines(withRows({ period: '2024', value: 5, high: 9 })), ['E_VALUE rows[0].high 9']);
});
test('accepted: 0, null, and the greatest count, 2^53', () => {
  const { rows } = readCasualties(
    withRows(
      { period: '2022', value: 0 },
      { period: '2023', value: null },
      { period: '2024', value: 2 ** 53 },
    ),
  ).data;
  assert.deepEqual(
    rows.map(({ value }) => value),
    [0, null, 9007199254740992],
  );
});

// --- Refused: E_DATE

for (const period of [
  '2025-02-30',
  '2025-13-01',
  '2025-13',
  '0000-00-00',
  '0000',
  '2025-W53',
  '2025-W00',
  '2025-Q5',
])
  refuses(
    `the period ${period} is in no calendar`,
    withRows({ period, value: 1 }),
    `E_DATE rows[0].period "${period}"`,
    /a period/,
  );
for (const period of ['2025-01-01T00:00', '12/11/2025', '1735689600', 'May 1', ''])
  refuses(
    `"${period}" is no period as we write them`,
    withRows({ period, value: 1 }),
    `E_DATE rows[0].period "${period}"`,
    /a period such as/,
  );
test('accepted: W53 in a year that has it', () => {
  assert.equal(readCasualties(withRows({ period: '2020-W53', value: 1 })).rows.length, 1);
});
for (const [path, input] of [
  ['source.asOf', withSource({ asOf: '2025-02-30' })],
  ['source.accessed', withSource({ accessed: '2025-02-30' })],
  ['notices[0].on', { ...good(), notices: [{ on: '2025-02-30', kind: 'correction', text: 'x' }] }],
  ['events[0].at', { ...good(), events: [{ at: '2025-02-30', label: 'x' }] }],
  ['events[0].to', { ...good(), events: [{ at: '2025', to: '2025-02-30', label: 'x' }] }],
  ['rows[0].from', withRows({ period: '2025', value: 1, from: '2025-02-30' })],
  ['rows[0].through', withRows({ period: '2025', value: 1, through: '2025-02-30' })],
  [
    'rows[0].previous[0].asOf',
    withRows({ period: '2025', value: 1, previous: [{ asOf: '2025-02-30', value: 1 }] }),
  ],
  [
    'rows[0].samePeriod.through',
    withRows({ period: '2025', value: 1, samePeriod: { through: '2025-02-30', value: 1 } }),
  ],
] as const)
  refuses(`${path} is 30 February`, input, `E_DATE ${path} "2025-02-30"`, /a (day|period)/);
for (const asOf of ['2025', '2025-11', '21 November 2025'])
  refuses(`asOf is "${asOf}", no day`, withSource({ asOf }), `E_DATE source.asOf "${asOf}"`, /a day/);

refuses(
  'the kinds of period are mixed',
  withRows({ period: '2024', value: 1 }, { period: '2025-01', value: 1 }),
  'E_DATE rows[1].period "2025-01"',
  /a year|the same kind/,
);
refuses(
  'a row begins after asOf',
  withRows({ period: '2025', value: 1 }, { period: '2026', value: 1 }),
  'E_DATE rows[1].period "2026"',
  /on or before .*2025-12-31/,
);
test('accepted: a row that begins on asOf, and an event after it', () => {
  const contract = withSource({ asOf: '2025-01-01' });
  contract.rows = [{ period: '2025', value: 3 }];
  contract.events = [{ at: '2027', label: 'Election' }];
  const [row] = readCasualties(contract).rows;
  assert.equal(row!.through, row!.from);
});
refuses(
  'through is after asOf',
  { ...withSource({ asOf: '2025-06-30' }), rows: [{ period: '2025', value: 1, through: '2025-07-01' }] },
  'E_DATE rows[0].through "2025-07-01"',
  /2025-06-30/,
);
test('refused: from and through are reversed', () => {
  const lines = faultLines(withRows({ period: '2025', value: 1, from: '2025-05-01', through: '2025-04-30' }));
  assert.equal(lines.length, 1);
  assert.match(lines[0]!, /^E_DATE rows\[0\]\.(from "2025-05-01"|through "2025-04-30")$/);
});
refuses(
  'from lies before its period',
  withRows({ period: '2025', value: 1, from: '2024-12-31' }),
  'E_DATE rows[0].from "2024-12-31"',
  /2025-01-01 to 2025-12-31/,
);
refuses(
  'through lies after its period',
  withRows({ period: '2024', value: 1, through: '2025-01-01' }),
  'E_DATE rows[0].through "2025-01-01"',
  /2024-01-01 to 2024-12-31/,
);
refuses(
  'an event ends before it begins',
  { ...good(), events: [{ at: '2025-06', to: '2025-05', label: 'x' }] },
  'E_DATE events[0].to "2025-05"',
  /not before/,
);

// --- Refused: E_DUPLICATE, E_VERSION, E_LIMIT

refuses(
  'two rows have the same period; the fault names both',
  withRows({ period: '2024', value: 1 }, { period: '2025', value: 1 }, { period: '2024', value: 2 }),
  'E_DUPLICATE rows[2].period "2024"',
  /rows\[0\]/,
);
refuses('schema is missing', without('schema'), 'E_VERSION schema nothing', /casualties\/1/);
for (const schema of ['casualties/2', 'casualties/99'])
  refuses(
    `schema is newer, ${schema}`,
    { ...good(), schema },
    `E_VERSION schema "${schema}"`,
    /casualties\/1/,
  );
test('refused: a contract of another family is not called a version', () => {
  assert.deepEqual(faultLines({ ...good(), schema: 'pie/1' }), ['E_SCHEMA schema "pie/1"']);
});

const days = (count: number): { period: string; value: number }[] => {
  const start = Date.UTC(1700, 0, 1);
  return Array.from({ length: count }, (_, i) => ({
    period: new Date(start + i * 86_400_000).toISOString().slice(0, 10),
    value: 1,
  }));
};
test('accepted: 200,000 rows; refused: 200,001', () => {
  const rows = days(200_001);
  const contract = { ...withSource({ asOf: '2300-01-01' }), rows };
  assert.deepEqual(faultLines(contract), ['E_LIMIT rows a list of 200001']);
  contract.rows = rows.slice(0, 200_000);
  assert.equal(readCasualties(contract).rows.length, 200_000);
});

/** An object that holds objects down to a depth; the contract itself is level 1. */
const nested = (levels: number): Contract => (levels === 1 ? {} : { x: nested(levels - 1) });
test('accepted: 12 levels; refused: 13', () => {
  assert.deepEqual(noteLines({ ...good(), extra: nested(11) }), ['W_UNKNOWN_FIELD extra']);
  assert.deepEqual(faultLines({ ...good(), extra: nested(12) }), ['E_LIMIT  an object']);
});
test('accepted: a row down to level 12; refused: to 13', () => {
  // The contract is level 1, the list 2, the row 3.
  const contract = (levels: number): Contract =>
    withRows({ period: '2024', value: 1, extra: nested(levels) });
  assert.deepEqual(noteLines(contract(9)), ['W_UNKNOWN_FIELD rows[0].extra']);
  assert.deepEqual(faultLines(contract(10)), ['E_LIMIT rows[0] an object']);
});
test('refused: a million levels, without running out of stack', () => {
  let deep: Contract = {};
  for (let i = 0; i < 1_000_000; i++) deep = { deep };
  assert.deepEqual(faultLines({ ...good(), deep }), ['E_LIMIT  an object']);
  assert.deepEqual(faultLines(withRows({ period: '2024', value: 1, deep })), ['E_LIMIT rows[0] an object']);
});
test('refused: an object that holds itself, as a field, in a row, or as its own rows', () => {
  const self = good();
  self.self = self;
  assert.deepEqual(faultLines(self), ['E_LIMIT  an object']);
  const row: Contract = { period: '2024', value: 1 };
  row.row = row;
  assert.deepEqual(faultLines(withRows(row)), ['E_LIMIT rows[0] an object']);
  const ring = good();
  ring.rows = ring;
  assert.deepEqual(faultLines(ring), ['E_TYPE rows an object']);
  const list: unknown[] = [];
  list.push(list);
  assert.equal(refusal({ ...good(), rows: list }).faults[0]!.path.startsWith('rows[0]'), true);
});

// --- Everything at once

test('every fault is listed at once, each with code, path, what was expected and what came', () => {
  const { faults } = refusal({
    schema: 'casualties/1',
    measure: 'dead',
    victims: 'civilians',
    relation: 'involving',
    place: 5,
    source: { producer: 'X', asOf: '2025-02-30' },
    notices: [{ on: '2025-13-01', kind: 'correction', text: 'x' }],
    events: [{ at: 'soon', label: 'x' }],
    rows: [
      { period: '2024', value: '12' },
      { period: '2024', value: -1 },
      { period: '2025-01', value: 1 },
      { period: '2026-W99', value: 1 },
      null,
      { period: '2023', value: 3, low: 1 },
    ],
  });
  assert.deepEqual(
    faults.map(({ code, path }) => `${code} ${path}`).sort(),
    [
      'E_DATE events[0].at',
      'E_DATE notices[0].on',
      'E_DATE rows[2].period',
      'E_DATE rows[3].period',
      'E_DATE source.asOf',
      'E_DUPLICATE rows[1].period',
      'E_SCHEMA measure',
      'E_SCHEMA method',
      'E_SCHEMA rows[4]',
      'E_TYPE place',
      'E_TYPE rows[0].value',
      'E_VALUE actors',
      'E_VALUE rows[1].value',
      'E_VALUE rows[5].low',
    ].sort(),
  );
  for (const { expected, received } of faults) assert.ok(expected && received, 'both are told');
});

test('the error tells its first fault as one line, and names the chart', () => {
  const error = refusal(withRows({ period: '2024', value: '12' }));
  assert.equal(error.name, 'ContractError');
  assert.equal(error.chart, 'casualties');
  assert.equal(error.code, 'E_TYPE');
  assert.match(
    error.message,
    /^casualties: rows\[0\]\.value: expected a number .*, received "12" \(E_TYPE\)$/,
  );
});

test('what came is shown in 80 characters at most', () => {
  const { received } = refusal(withRows({ period: '2024', value: 'x'.repeat(5000) })).faults[0]!;
  assert.ok([...received].length <= 80, received);
});

test('reading, describing and drawing refuse the same contract with the same faults', () => {
  const bad = withRows({ period: '2024', value: '12' });
  for (const use of [readContract, describe, renderSVG])
    assert.throws(
      () => use(bad),
      (error: ContractError) => error.faults[0]!.path === 'rows[0].value',
    );
});

// --- Doubted: notes

test('W_SORTED: unsorted rows are drawn in calendar order, and the input keeps its own', () => {
  const contract = withRows({ period: '2024', value: 2 }, { period: '2023', value: 1 });
  assert.deepEqual(noteLines(contract), ['W_SORTED rows']);
  assert.deepEqual(
    readCasualties(contract).data.rows.map(({ period }) => period),
    ['2023', '2024'],
  );
  assert.deepEqual(
    contract.rows.map(({ period }: { period: string }) => period),
    ['2024', '2023'],
  );
});

test('W_RANGE: a range that does not hold its value keeps its numbers, is not drawn, and the reader is told', () => {
  const contract = {
    ...withRows(
      { period: '1994', value: 182, low: 171, high: 260 },
      { period: '1995', value: 4, low: 11, high: 17 },
    ),
    interval: 'source-range',
  };
  assert.deepEqual(noteLines(contract), ['W_RANGE rows[1]']);
  const { columns, rows, notes } = describe(contract);
  const [value, low, high] = ['value', 'low', 'high'].map((key) =>
    columns.findIndex((column) => column.key === key),
  );
  assert.deepEqual([rows[1]![value!], rows[1]![low!], rows[1]![high!]], ['4', '11', '17']);
  assert.equal(notes.length, 1);
  assert.match(notes[0]!, /1995/);
});

for (const [title, row] of [
  ['low above value', { value: 4, low: 5, high: 9 }],
  ['value above high', { value: 10, low: 5, high: 9 }],
  ['low above high, without a value', { value: null, low: 9, high: 5 }],
] as const)
  test(`W_RANGE: ${title}`, () => {
    assert.deepEqual(noteLines({ ...withRows({ period: '2024', ...row }), interval: 'ci95' }), [
      'W_RANGE rows[0]',
    ]);
  });

test('a range that just holds its value is not doubted', () => {
  assert.deepEqual(
    noteLines({ ...withRows({ period: '2024', value: 5, low: 5, high: 5 }), interval: 'ci95' }),
    [],
  );
});

test('W_UNKNOWN_FIELD: extra fields are left out wherever they stand, and never run', () => {
  const contract = {
    ...good(),
    colour: 'red;background:url(//e)',
    formatter: 'function(){throw 1}',
    numberFormat: '<img>',
    source: { ...good().source, secret: 1 },
    events: [{ at: '2024', label: 'x', icon: 'gun' }],
    rows: [{ period: '2024', value: 1, onClick: 'alert(1)' }],
  };
  assert.deepEqual(noteLines(contract).sort(), [
    'W_UNKNOWN_FIELD colour',
    'W_UNKNOWN_FIELD events[0].icon',
    'W_UNKNOWN_FIELD formatter',
    'W_UNKNOWN_FIELD numberFormat',
    'W_UNKNOWN_FIELD rows[0].onClick',
    'W_UNKNOWN_FIELD source.secret',
  ]);
  assert.doesNotMatch(JSON.stringify(readContract(contract).data), /red|alert|secret|gun|img/);
  assert.doesNotMatch(renderSVG(contract), /red;|alert|throw|gun/);
});

for (const title of [
  'Killings fell in 2025',
  'Deaths down',
  'Toll surged',
  'Une chute du nombre de civils tués',
  'Le nombre de civils tués est en hausse',
  'Le nombre de civils tués a diminué',
  'Le nombre de civils tués a augmenté',
  'Les violences ont reculé',
])
  test(`W_WORDS: the title "${title}" while a row is partial`, () => {
    const contract = { ...withSource({ asOf: '2024-11-21' }), title };
    assert.deepEqual(noteLines(contract), ['W_WORDS title']);
    assert.deepEqual(noteLines({ ...good(), title }), [], 'not where every row is whole');
  });
test('W_WORDS: a change verb in one language of the subtitle is enough', () => {
  const contract = { ...withSource({ asOf: '2024-11-21' }), subtitle: { en: 'By year', fr: 'En baisse' } };
  assert.deepEqual(noteLines(contract), ['W_WORDS subtitle']);
});
test('W_WORDS: a title without a change verb is let be', () => {
  for (const title of [
    'Civilians killed in Mali',
    'Download the figures',
    'Civilians killed in Fallujah',
    'Les civils tués au Mali, par année',
  ])
    assert.deepEqual(noteLines({ ...withSource({ asOf: '2024-11-21' }), title }), [], title);
});
test('W_WORDS: a label that judges, on an actor', () => {
  const contract = {
    ...good(),
    relation: 'involving',
    actors: ['Wagner', { en: 'terrorists', fr: 'terroristes' }],
  };
  assert.deepEqual(noteLines(contract), ['W_WORDS actors[1]']);
});

test('W_PARTIAL: the end of a partial period inferred from the day of publication is told to desk and reader', () => {
  const contract = withSource({ asOf: '2024-11-21', asOfBasis: 'publication' });
  assert.deepEqual(noteLines(contract), ['W_PARTIAL source.asOf']);
  assert.match(
    describe(contract).summary,
    /The source gives no end date; 21 November 2024 is the date of publication\./,
  );
  assert.deepEqual(noteLines(withSource({ asOf: '2024-11-21' })), [], 'not where the source states it');
  assert.deepEqual(noteLines(withSource({ asOfBasis: 'publication' })), [], 'not where every row is whole');
});

test('W_SOURCE: ACLED without access date, filters and changes; complete, it is content', () => {
  assert.deepEqual(noteLines(withSource({ producer: 'ACLED' })), ['W_SOURCE source']);
  const complete = { producer: 'ACLED', accessed: '2025-12-31', query: 'Mali', changes: 'none' };
  assert.deepEqual(noteLines(withSource(complete)), []);
  for (const field of ['accessed', 'query', 'changes'] as const) {
    const { notes } = readContract(withSource({ ...complete, [field]: undefined }));
    assert.equal(notes.length, 1);
    assert.match(notes[0]!.message, new RegExp(`\\b${field}\\b`));
  }
});

for (const url of [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>1</script>',
  'blob:https://x/1',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example',
  '/rel',
  'rel.html',
  '',
  'https://user:pass@evil.example/',
  'ftp://example.org/',
])
  test(`W_URL: ${JSON.stringify(url)} becomes plain text without a link`, () => {
    const contract = withSource({ url });
    assert.deepEqual(noteLines(contract), ['W_URL source.url']);
    assert.equal(describe(contract).source.url, undefined);
    const svg = renderSVG(contract);
    assert.doesNotMatch(svg, /href|javascript:|vbscript:|evil\.example/i);
  });
test('W_URL: an event’s address is checked too', () => {
  const contract = { ...good(), events: [{ at: '2024', label: 'x', url: 'javascript:alert(1)' }] };
  assert.deepEqual(noteLines(contract), ['W_URL events[0].url']);
});
test('a good address is kept and its host is shown', () => {
  const { source } = describe(withSource({ url: 'https://www.example.org/data?x=1' }));
  assert.equal(source.url, 'https://www.example.org/data?x=1');
  assert.equal(source.host, 'example.org');
});

test('W_CONTROL: control characters and marks that turn the reading direction are left out', () => {
  const contract = {
    ...good(),
    place: { en: 'in\u0000 Mali\u0007' },
    relation: 'involving',
    actors: ['Wag\u202ener\u2066', 'a\u200bb\ufeff'],
  };
  assert.deepEqual(noteLines(contract).sort(), [
    'W_CONTROL actors[0]',
    'W_CONTROL actors[1]',
    'W_CONTROL place.en',
  ]);
  const { subtitle, summary } = describe(contract);
  assert.match(subtitle, /Wagner/);
  assert.match(summary, /in Mali in incidents/);
  const dangerous = [...renderSVG(contract)].filter((char) => {
    const code = char.charCodeAt(0);
    return (
      code < 0x20 ||
      (code >= 0x7f && code < 0xa0) ||
      (code >= 0x202a && code <= 0x202e) ||
      (code >= 0x2066 && code <= 0x2069) ||
      code === 0xfeff
    );
  });
  assert.deepEqual(dangerous, []);
});
test('line breaks and tabs in a text become spaces', () => {
  assert.equal(describe({ ...good(), title: 'One\r\n two\tthree' }).title, 'One two three');
});

test('W_TRUNCATED: a text over 2,000 characters is cut and ends in an ellipsis', () => {
  const contract = { ...good(), title: 'x'.repeat(10_000) };
  assert.deepEqual(noteLines(contract), ['W_TRUNCATED title']);
  const { title } = describe(contract);
  assert.ok(title.length <= 2000 && title.length > 1900, String(title.length));
  assert.ok(title.endsWith('x…'));
  assert.deepEqual(noteLines({ ...good(), title: 'x'.repeat(2000) }), []);
});
for (const [name, cluster] of [
  ['a family emoji', '👨‍👩‍👧‍👦'],
  ['a flag', '🇲🇱'],
  ['a letter with marks', 'e\u0301\u0323'],
] as const)
  test(`W_TRUNCATED: ${name} is never cut in two`, () => {
    for (let before = 1980; before < 2000; before++) {
      const text = 'a'.repeat(before) + cluster.repeat(20);
      const { title } = describe({ ...good(), title: text });
      assert.ok(title.length <= 2000 && title.endsWith('…'));
      const kept = title.slice(0, -1);
      assert.ok(text.startsWith(kept), kept);
      assert.equal(kept.slice(before), cluster.repeat((kept.length - before) / cluster.length || 0));
    }
  });

// --- Text stays text

test('markup in any text is text, escaped once', () => {
  const evil = '<img src=x onerror=window.__pwn=1>';
  const contract = {
    ...good(),
    title: evil,
    subtitle: evil,
    caveat: evil,
    contentNote: evil,
    place: evil,
    relation: 'involving',
    actors: [evil],
    source: { ...good().source, producer: evil, via: evil, query: evil, changes: evil, licence: evil },
    events: [{ at: '2024', label: evil }],
    notices: [{ on: '2025-01-01', kind: 'correction', text: evil }],
    rows: [{ period: '2024', value: 1, note: evil }],
  };
  const svg = renderSVG(contract, { width: 1600 });
  assert.doesNotMatch(svg, /<img|<script/i);
  assert.match(svg, /&lt;img src=x onerror=window\.__pwn=1&gt;/);
  assert.doesNotMatch(svg, /&amp;lt;/);
  assert.equal(describe(contract).title, evil);
});
test('quotes and entities in a title are shown exactly', () => {
  const title = `&lt;b&gt; & "quotes" 'x'`;
  assert.equal(describe({ ...good(), title }).title, title);
  assert.match(
    renderSVG({ ...good(), title }, { width: 1200 }),
    />&amp;lt;b&amp;gt; &amp; &quot;quotes&quot; &#39;x&#39;</,
  );
});

for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
  test(`"${name}" is an ordinary actor, place, title and producer`, () => {
    const contract = {
      ...good(),
      relation: 'involving',
      actors: [name],
      place: name,
      source: { ...good().source, producer: name },
    };
    assert.deepEqual(noteLines(contract), []);
    assert.match(
      describe(contract).summary,
      new RegExp(`reported killed ${name} in incidents involving ${name} \\(source: ${name}\\)\\.`),
    );
    assert.equal(describe({ ...good(), title: name }).title, name);
  });
  test(`"${name}" is an ordinary extra field, and changes no prototype`, () => {
    const text = JSON.stringify({
      ...good(),
      rows: [{ period: '2024', value: 1, X: { polluted: 1 } }],
      X: { polluted: 1 },
    });
    const contract = JSON.parse(text.replaceAll('"X"', `"${name}"`)) as unknown;
    assert.deepEqual(
      noteLines(contract).sort(),
      [`W_UNKNOWN_FIELD ${name}`, `W_UNKNOWN_FIELD rows[0].${name}`].sort(),
    );
    const { data } = readCasualties(contract);
    assert.equal(Object.hasOwn(data, name), false);
    assert.equal(({} as Contract).polluted, undefined);
    assert.equal((data as Contract).polluted, undefined);
  });
  test(`"${name}" is an ordinary language key`, () => {
    const contract = { ...good(), place: JSON.parse(`{"${name}":"in Mali"}`) };
    assert.match(describe(contract, 'en').summary, /reported killed in Mali/);
    assert.match(describe(contract, name).summary, /reported killed in Mali/);
    assert.deepEqual(noteLines(contract), []);
  });
}
test('a field that is only inherited is no field', () => {
  const contract = Object.assign(
    Object.create({ rows: [{ period: '2024', value: 1 }] }),
    without('rows'),
  ) as Contract;
  assert.deepEqual(
    refusal(JSON.parse(JSON.stringify(contract))).faults.map(({ path }) => path),
    ['rows'],
  );
});

test('a text falls back from exact tag to base language, to "en", to its first key', () => {
  const place = { de: 'in Mali (de)', fr: 'au Mali', 'fr-CA': 'au Mali (CA)' };
  const told = (lang: string, words: object): string => describe({ ...good(), place: words }, lang).summary;
  assert.match(told('fr', place), /au Mali,/);
  assert.match(told('en', place), /in Mali \(de\)/);
  assert.match(told('en', { ...place, en: 'in Mali' }), /in Mali /);
});

// --- The input and the output

function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freezeDeep);
    Object.freeze(value);
  }
  return value;
}
function assertFrozen(value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null) return;
  assert.ok(Object.isFrozen(value), `${path} is frozen`);
  for (const [key, inner] of Object.entries(value)) assertFrozen(inner, `${path}.${key}`);
}

for (const { name, contract } of readFixtures('casualties')) {
  test(`${name}: a frozen contract is read, told and drawn like any other, and no input is changed`, () => {
    const text = JSON.stringify(contract);
    const frozen = freezeDeep(JSON.parse(text));
    const before = [describe(contract), renderSVG(contract), readContract(contract)] as const;
    assert.equal(JSON.stringify(contract), text);
    assert.deepEqual([describe(frozen), renderSVG(frozen), readContract(frozen)], before);
  });
}
test('a frozen row keeps its note and its earlier figures, and loses unknown fields, as any row does', () => {
  const row = {
    period: '2024',
    value: 924,
    note: 'Counted twice.',
    bogus: 1,
    previous: [{ asOf: '2025-01-15', value: 911 }],
  };
  const contract = freezeDeep(withRows(row));
  assert.match(describe(contract).summary, /The 2024 figure was 911 on 15 January 2025; it is now 924\./);
  assert.ok(describe(contract).rows[0]!.some((cell) => cell.includes('Counted twice.')));
  assert.deepEqual(noteLines(contract), ['W_UNKNOWN_FIELD rows[0].bogus']);
});
test('what is read is frozen through and through, and shares nothing with the input', () => {
  const contract = readFixture('casualties', 'corrected');
  contract.events = [{ at: '2024', label: { en: 'x' } }];
  contract.rows[1].note = { en: 'n' };
  const { data } = readCasualties(contract);
  assertFrozen(data, 'data');
  const kept = JSON.stringify(data);
  contract.place.en = 'elsewhere';
  contract.rows[1].value = 1;
  contract.rows[1].previous[0].value = 1;
  contract.rows[1].note.en = 'other';
  assert.equal(JSON.stringify(data), kept);
});
test('data that was read can be read again, with nothing to note', () => {
  for (const { contract } of readFixtures('casualties')) {
    const { data } = readContract(contract);
    assert.deepEqual(describe(data), describe(contract));
  }
});

test('an empty list of rows is no fault: the chart says so in words', () => {
  const contract = readFixture('casualties', 'empty');
  assert.equal(describe(contract).summary, 'No figures are available here.');
  assert.equal(describe(contract, 'fr').summary, 'Aucun chiffre n’est disponible.');
  assert.match(renderSVG(contract), /No figures are available here\./);
});

// --- The same days of an earlier year

const partialYear = (fields: Contract, earlier: Contract, events: unknown[] = []): Contract => ({
  ...withSource({ asOf: '2025-10-31', ...fields }),
  events,
  rows: [
    { period: '2024', value: 820, samePeriod: { through: '2024-10-31', value: 655, ...earlier } },
    { period: '2025', value: 598 },
  ],
});
const comparison = /By the same date in 2024 the figure was 655\./;

test('the same days of the earlier year unlock the one comparison', () => {
  assert.match(describe(partialYear({}, {})).summary, comparison);
  assert.deepEqual(noteLines(partialYear({}, {})), []);
});

/** Nothing is compared, neither in words nor in the picture, and the desk is told so at the place. */
function assertNotCompared(contract: Contract, row = 0): void {
  const { notes } = readContract(contract);
  const told = notes.filter(({ code }) => code === 'W_PARTIAL');
  assert.equal(told.length, 1);
  assert.equal(told[0]!.path, `rows[${row}].samePeriod`);
  assert.match(told[0]!.message, /not drawn/);
  assert.doesNotMatch(describe(contract).summary, /same date|same days|655/);
  assert.doesNotMatch(renderSVG(contract, { width: 1200 }), />655</);
}
test('not compared: a different last day', () => {
  assertNotCompared(partialYear({}, { through: '2024-10-30' }));
});
test('not compared: a different first day', () => {
  assertNotCompared(partialYear({}, { from: '2024-01-02' }));
});
test('not compared: a figure above that of its own whole row', () => {
  assertNotCompared(partialYear({}, { value: 821 }));
  assert.match(describe(partialYear({}, { value: 820 })).summary, /the figure was 820\./);
});
test('not compared: a series break between the two', () => {
  const at = (when: string): unknown[] => [{ at: when, kind: 'series-break', label: 'New rules' }];
  assertNotCompared(partialYear({}, {}, at('2025-06')));
  assertNotCompared(partialYear({}, {}, at('2025-01-01')));
  assert.match(describe(partialYear({}, {}, at('2023'))).summary, comparison);
  assert.match(describe(partialYear({}, {}, [{ at: '2025-06', label: 'An event' }])).summary, comparison);
});
test('not compared: two partial rows', () => {
  const contract = partialYear({}, {});
  contract.rows.unshift({ period: '2023', from: '2023-04-15', value: 10 });
  assertNotCompared(contract, 1);
});
test('not compared: no partial row at all', () => {
  assertNotCompared(partialYear({ asOf: '2025-12-31' }, {}));
});
test('not compared: a figure that stands on the partial row itself', () => {
  const contract = partialYear({}, {});
  delete contract.rows[0].samePeriod;
  contract.rows[1].samePeriod = { through: '2025-10-31', value: 598 };
  assertNotCompared(contract, 1);
});
test('not compared: months of another name', () => {
  const contract = {
    ...withSource({ asOf: '2024-02-20' }),
    rows: [
      { period: '2024-01', value: 20, samePeriod: { through: '2024-01-20', value: 12 } },
      { period: '2024-02', value: 5 },
    ],
  };
  assertNotCompared(contract);
});
/** A partial year that ends late in February, beside an earlier one. */
const february = (year: number, through: string, earlierYear: number, same: string): Contract => ({
  ...withSource({ asOf: `${year}-${through}` }),
  rows: [
    { period: String(earlierYear), value: 50, samePeriod: { through: `${earlierYear}-${same}`, value: 9 } },
    { period: String(year), value: 5 },
  ],
});
test('29 February pairs with the 28th of a year that has no 29th, either way round', () => {
  const compared = (contract: Contract): boolean => /the figure was 9\./.test(describe(contract).summary);
  assert.ok(compared(february(2024, '02-29', 2023, '02-28')));
  assert.ok(compared(february(2025, '02-28', 2024, '02-29')));
  assert.ok(compared(february(2025, '02-28', 2024, '02-28')), 'the 28th pairs with the 28th');
  assert.ok(!compared(february(2025, '02-27', 2024, '02-28')));
});
test('29 February does not pair with the 28th of another leap year: the spans would be unequal', () => {
  assert.doesNotMatch(describe(february(2024, '02-29', 2020, '02-28')).summary, /the figure was 9\./);
});
test('from and through may both be given, when both ends match', () => {
  const contract = {
    ...good(),
    rows: [
      { period: '2024', value: 50, samePeriod: { from: '2024-02-01', through: '2024-10-31', value: 9 } },
      { period: '2025', from: '2025-02-01', through: '2025-10-31', value: 5 },
    ],
  };
  assert.match(describe(contract).summary, /For the same days of 2024 the figure was 9\./);
});

// --- The shortcut for plain rows

const periodLike = fc.oneof(
  fc.constantFrom('2024', '2024-02', '2025-W01', '2025-Q4', '2024-02-29', '2025-02-30', '2024-13', ''),
  fc.integer(),
  fc.string(),
);
const valueLike = fc.oneof(
  fc.constantFrom(null, undefined, 0, -0, 5, -1, 1.5, NaN, Infinity, 2 ** 53, 2 ** 53 + 2, '12', true),
  fc.nat(),
  fc.double(),
  fc.constant([]),
  fc.constant({}),
);
const rowLike = fc.oneof(
  { weight: 3, arbitrary: fc.record({ period: periodLike, value: valueLike }) as fc.Arbitrary<unknown> },
  fc.record(
    { period: periodLike, value: valueLike, extra: fc.string(), low: fc.integer(), through: periodLike },
    { requiredKeys: [] },
  ),
  fc.anything(),
);

test('the shortcut for plain rows accepts nothing that the schema or the calendar would refuse', () => {
  let accepted = 0;
  fc.assert(
    fc.property(rowLike, fc.constantFrom(false, false, true), (row, inherit) => {
      // The same row with its value or period one step up the prototype chain.
      let tried = row;
      if (inherit && typeof row === 'object' && row !== null && 'value' in row) {
        const { value, ...own } = row as Contract;
        tried = Object.assign(Object.create({ value }) as object, own);
      }
      if (!readPlainRow(tried)) return;
      accepted++;
      assert.ok(v.safeParse(Row, tried).success, 'the schema refuses it');
      const contract = withRows(tried);
      if (parsePeriod((tried as { period: string }).period)) {
        assert.equal(
          readCasualties({ ...contract, source: { producer: 'x', asOf: '9999-12-31' } }).rows.length,
          1,
        );
      } else
        assert.deepEqual(
          faultLines(contract).map((line) => line.split(' ').slice(0, 2).join(' ')),
          ['E_DATE rows[0].period'],
        );
    }),
    { numRuns: 3000 },
  );
  assert.ok(accepted > 20, `${accepted} rows were accepted`);
});
test('the shortcut and the long way read a plain row alike', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2025 }), fc.option(fc.nat()), (year, value) => {
      const period = String(year).padStart(4, '0');
      const short = readCasualties(withRows({ period, value }));
      // An unknown field sends the row the long way.
      const long = readCasualties(withRows({ period, value, extra: 1 }));
      assert.deepEqual(long.data, short.data);
      assert.deepEqual(long.rows, short.rows);
    }),
    { numRuns: 200 },
  );
});
/** True where the schema library is known to let through what we refuse: a list, or a reserved key, as texts by language. */
const isLeniency = (value: unknown): boolean =>
  Array.isArray(value) || /"(constructor|prototype|__proto__)":|\["x"\]/.test(JSON.stringify(value) ?? '');

test('texts by language that hold no text are refused: a chart would not say where', () => {
  const { faults } = refusal({ ...good(), place: {} });
  assert.deepEqual(
    faults.map(({ code, path, expected }) => [code, path, expected]),
    [['E_VALUE', 'place', 'at least one text']],
  );
});

test('a list is no text by language, though the schema library takes one for a record', () => {
  const contract = { ...good(), caveat: ['x'] };
  assert.ok(v.safeParse(schema, contract).success);
  assert.throws(
    () => readCasualties(contract),
    (error) =>
      error instanceof ContractError && error.code === 'E_TYPE' && error.faults[0]!.path === 'caveat',
  );
});

test('reading refuses all that the schema library refuses, and beyond it only what spans fields or calendars', () => {
  const wordsLike = fc.oneof(
    fc.string(),
    fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())),
    fc.constantFrom(null, 5, true, ['x']),
  );
  const listOf = (one: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof(fc.array(one, { maxLength: 3 }), fc.constantFrom(null, {}, 'x', 5));
  const fieldLike: Record<string, fc.Arbitrary<unknown>> = {
    title: wordsLike,
    place: wordsLike,
    caveat: wordsLike,
    measure: fc.oneof(fc.constantFrom('killed', 'injured', 'dead', 5, null), fc.anything()),
    interval: fc.constantFrom('ci95', 'sd', 5, undefined),
    actors: listOf(wordsLike),
    source: fc.oneof(
      fc.record(
        {
          producer: fc.oneof(fc.string(), fc.integer()),
          asOf: periodLike,
          url: fc.string(),
          query: wordsLike,
        },
        { requiredKeys: [] },
      ),
      fc.anything(),
    ),
    events: listOf(
      fc.oneof(
        fc.record(
          { at: periodLike, to: periodLike, label: wordsLike, kind: fc.constantFrom('context', 'war', 1) },
          { requiredKeys: [] },
        ),
        fc.anything(),
      ),
    ),
    notices: listOf(
      fc.oneof(
        fc.record(
          { on: periodLike, kind: fc.constantFrom('correction', 'rumour'), text: wordsLike },
          { requiredKeys: [] },
        ),
        fc.anything(),
      ),
    ),
    rows: listOf(rowLike),
  };
  const spans = ['E_DATE', 'E_VALUE', 'E_DUPLICATE', 'E_LIMIT'];
  const seen = { both: 0, ours: 0, none: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(fieldLike)).chain((key) => fc.tuple(fc.constant(key), fieldLike[key]!)),
      ([key, value]) => {
        const contract = { ...good(), [key]: value };
        const theirs = v.safeParse(schema, contract).success;
        let faults: ContractError['faults'] = [];
        try {
          readCasualties(contract);
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
      },
    ),
    { numRuns: 2000 },
  );
  assert.ok(Math.min(...Object.values(seen)) > 20, JSON.stringify(seen));
});
for (const [shown, value] of [
  ['an object that cannot become text', { toString: 1, valueOf: 1 }],
  ['an object without a prototype', Object.create(null)],
  ['a symbol', Symbol('x')],
  ['a function', () => 1],
  ['a big integer', 1n],
] as const)
  test(`${shown} in any field is refused like any other wrong value`, () => {
    for (const field of Object.keys(good())) {
      const { faults } = refusal({ ...good(), [field]: value });
      assert.ok(
        faults.some(({ path }) => path.startsWith(field)),
        field,
      );
    }
    for (const field of ['period', 'value'])
      assert.equal(
        refusal(withRows({ period: '2024', value: 1, [field]: value })).faults[0]!.path,
        `rows[0].${field}`,
      );
  });

test('whatever comes, reading gives data or a ContractError, never another error', () => {
  const field = fc.constantFrom(
    ...Object.keys(good()),
    'actors',
    'events',
    'notices',
    'title',
    'interval',
    'caveat',
  );
  fc.assert(
    fc.property(
      field,
      fc.oneof(fc.anything(), fc.array(fc.anything()), fc.dictionary(fc.string(), fc.anything())),
      (key, value) => {
        const contract = { ...good(), [key]: value };
        try {
          describe(contract);
          renderSVG(contract);
        } catch (error) {
          if (!(error instanceof ContractError)) throw error;
        }
      },
    ),
    { numRuns: 500 },
  );
});
test('whatever stands in a row, reading gives data or a ContractError, never another error', () => {
  const key = fc.constantFrom(
    'period',
    'value',
    'low',
    'high',
    'from',
    'through',
    'note',
    'previous',
    'samePeriod',
  );
  const value = fc.oneof(
    fc.anything(),
    fc.constantFrom('2024-05-05', '2024', 5, [{}], [{ asOf: '2024-01-01' }], { value: 3 }),
  );
  fc.assert(
    fc.property(fc.dictionary(key, value), (row) => {
      try {
        renderSVG({ ...withRows({ period: '2024', value: 1, ...row }), interval: 'ci95' });
      } catch (error) {
        if (!(error instanceof ContractError)) throw error;
      }
    }),
    { numRuns: 500 },
  );
});
