import assert from 'node:assert/strict';
import test from 'node:test';
import { isLike, percentOf } from '../../../src/charts/gold-gauge/like.js';
import { formatPercent } from '../../../src/charts/gold-gauge/phrases.js';
import { readGoldGauge } from '../../../src/charts/gold-gauge/index.js';
import { ContractError, readContract } from '../../../src/static/index.js';
import { packFor } from '../../../src/static/languages.js';
import { readFixture, readFixtures } from '../../support/golden.js';

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
const capacity = (fields: Contract = {}): Contract => ({
  kind: 'capacity',
  flow: 'mined',
  value: 80,
  stage: 'operating',
  label: 'Mills',
  ...fields,
});

/** "E_VALUE amount.value -5" of every fault, in order. */
function faultLines(input: unknown): string[] {
  try {
    readGoldGauge(input);
  } catch (error) {
    assert.ok(error instanceof ContractError, `a ContractError, not ${String(error)}`);
    return error.faults.map(({ code, path, received }) => `${code} ${path} ${received}`);
  }
  return assert.fail('the contract was accepted');
}

function noteLines(input: unknown): string[] {
  return readContract(input).notes.map(({ code, path }) => (path === undefined ? code : `${code} ${path}`));
}

for (const [title, input, ...faults] of [
  ['no object', [], 'E_SCHEMA  an empty list'],
  ['no version', good({ schema: undefined }), 'E_VERSION schema nothing'],
  ['a newer version', good({ schema: 'gold-gauge/2' }), 'E_VERSION schema "gold-gauge/2"'],
  ['no flow', good({ flow: undefined }), 'E_SCHEMA flow nothing'],
  ['an unknown flow', good({ flow: 'produced' }), 'E_SCHEMA flow "produced"'],
  ['an unknown sector', good({ sector: 'small' }), 'E_SCHEMA sector "small"'],
  ['tons', good({ unit: 'tons' }), 'E_SCHEMA unit "tons"'],
  ['no amount', good({ amount: undefined }), 'E_SCHEMA amount nothing'],
  ['an amount that is a number', good({ amount: 5 }), 'E_SCHEMA amount 5'],
  ['a value as text', good({ amount: { period: '2024', value: '51.7' } }), 'E_TYPE amount.value "51.7"'],
  ['a value left out', good({ amount: { period: '2024' } }), 'E_SCHEMA amount.value nothing'],
  ['a negative value', good({ amount: { period: '2024', value: -1 } }), 'E_VALUE amount.value -1'],
  [
    'a value that is no number',
    good({ amount: { period: '2024', value: Infinity } }),
    'E_VALUE amount.value Infinity',
  ],
  [
    'a range without its kind',
    good({ amount: { period: '2024', value: 6, low: 4, high: 20 } }),
    'E_VALUE amount.low 4',
    'E_VALUE amount.high 20',
  ],
  [
    'a range of the history without its kind',
    good({ history: [{ period: '2023', value: 6, high: 20 }] }),
    'E_VALUE history[0].high 20',
  ],
  ['max without a reference', good({ max: 'capacity' }), 'E_VALUE max "capacity"'],
  [
    'max with a reference of another flow',
    good({ max: 'capacity', references: [capacity({ flow: 'refined' })] }),
    'E_VALUE max "capacity"',
  ],
  [
    'max with two references',
    good({ max: 'capacity', references: [capacity(), capacity()] }),
    'E_VALUE max "capacity"',
  ],
  [
    'max with a reference of another kind',
    good({ max: 'target', references: [capacity()] }),
    'E_VALUE max "target"',
  ],
  [
    'a capacity without a stage',
    good({ references: [capacity({ stage: undefined })] }),
    'E_SCHEMA references[0].stage nothing',
  ],
  [
    'a reference without a value',
    good({ references: [capacity({ value: undefined })] }),
    'E_SCHEMA references[0].value nothing',
  ],
  [
    'a reference that is no object',
    good({ references: ['x', capacity({ label: 5 })] }),
    'E_SCHEMA references[0] "x"',
    'E_TYPE references[1].label 5',
  ],
  ['an impossible year', good({ amount: { period: '2024-13', value: 1 } }), 'E_DATE amount.period "2024-13"'],
  ['an amount after asOf', good({ amount: { period: '2026', value: 1 } }), 'E_DATE amount.period "2026"'],
  [
    'through after asOf',
    good({ amount: { period: '2025', value: 1, through: '2025-12-01' } }),
    'E_DATE amount.through "2025-12-01"',
  ],
  [
    'from outside the period',
    good({ amount: { period: '2024', value: 1, from: '2023-01-01' } }),
    'E_DATE amount.from "2023-01-01"',
  ],
  [
    'from after through',
    good({ amount: { period: '2024', value: 1, from: '2024-06-01', through: '2024-05-01' } }),
    'E_DATE amount.from "2024-06-01"',
  ],
  [
    'a reference’s days outside its period',
    good({ references: [capacity({ period: '2024', through: '2025-01-01' })] }),
    'E_DATE references[0].through "2025-01-01"',
  ],
  [
    'a reference’s days without a period',
    good({ references: [capacity({ through: '2025-01-01' })] }),
    'E_DATE references[0].through "2025-01-01"',
  ],
  [
    'months before a year',
    good({ history: [{ period: '2023-06', value: 1 }] }),
    'E_DATE history[0].period "2023-06"',
  ],
  [
    'a history after the amount',
    good({ history: [{ period: '2025', value: 1, through: '2025-03-31' }] }),
    'E_DATE history[0].period "2025"',
  ],
  [
    'a history with a part of a year',
    good({ history: [{ period: '2023', value: 1, through: '2023-06-30' }] }),
    'E_DATE history[0].through "2023-06-30"',
  ],
  [
    'a history that begins late',
    good({ history: [{ period: '2023', value: 1, from: '2023-02-01' }] }),
    'E_DATE history[0].from "2023-02-01"',
  ],
  [
    'a year twice',
    good({
      history: [
        { period: '2023', value: 1 },
        { period: '2023', value: 2 },
      ],
    }),
    'E_DUPLICATE history[1].period "2023"',
  ],
  [
    'the amount’s own year as history',
    good({ history: [{ period: '2024', value: 1 }] }),
    'E_DUPLICATE history[0].period "2024"',
  ],
  [
    'several things at once',
    good({
      flow: 'x',
      amount: { period: '2024', value: -1, low: 1 },
      references: [capacity({ stage: 'new' })],
    }),
    'E_SCHEMA flow "x"',
    'E_VALUE amount.value -1',
    'E_SCHEMA references[0].stage "new"',
    'E_VALUE amount.low 1',
  ],
] as [string, unknown, ...string[]][])
  test(`refused: ${title}`, () => assert.deepEqual(faultLines(input), faults));

test('every fixture is read without a note', () => {
  for (const { name, contract } of readFixtures('gold-gauge'))
    assert.deepEqual(noteLines(contract), [], name);
});
test('what is read is a frozen copy', () => {
  const input = good({ references: [capacity()] });
  const { data } = readGoldGauge(input);
  assert.deepEqual(JSON.parse(JSON.stringify(data)), JSON.parse(JSON.stringify(input)));
  assert.ok(Object.isFrozen(data) && Object.isFrozen(data.references![0]));
});
test('a reference may lie after asOf', () => {
  const { references } = readGoldGauge(
    good({ references: [capacity({ kind: 'forecast', period: '2027' })] }),
  );
  assert.equal(references[0]!.period!.text, '2027');
});
test('an amount inside which asOf falls is partial, and ends there', () => {
  const { amount } = readGoldGauge(good({ amount: { period: '2025', value: 26.2 } }));
  assert.equal(amount.complete, false);
  // 1 January to 30 September: 273 days.
  assert.equal(amount.through - amount.from + 1, 273);
});

for (const [title, input, ...notes] of [
  [
    'a history out of order',
    good({
      history: [
        { period: '2023', value: 1 },
        { period: '2022', value: 2 },
      ],
    }),
    'W_SORTED history',
  ],
  [
    'a range that does not hold its value',
    good({ interval: 'source-range', amount: { period: '2024', value: 3, low: 4, high: 20 } }),
    'W_RANGE amount',
  ],
  [
    'an end inferred from publication',
    good({
      amount: { period: '2025', value: 5 },
      source: { producer: 'Example data', asOf: '2025-09-30', asOfBasis: 'publication' },
    }),
    'W_PARTIAL source.asOf',
  ],
  ['an unknown field', good({ colour: 'gold' }), 'W_UNKNOWN_FIELD colour'],
  [
    'an address that is none',
    good({ source: { producer: 'Example data', asOf: '2025-09-30', url: 'x' } }),
    'W_URL source.url',
  ],
  [
    'the same days that are not the same',
    good({ references: [capacity({ kind: 'same-period', period: '2023', through: '2023-06-30' })] }),
    'W_PARTIAL references[0]',
  ],
  [
    'a title that falls while the year is open',
    good({ title: 'Output falls', amount: { period: '2025', value: 5 } }),
    'W_WORDS title',
  ],
  [
    'more decimals than are printed',
    good({ amount: { period: '2024', value: 1.23456 } }),
    'W_PRECISION amount.value',
  ],
] as [string, Contract, ...string[]][])
  test(`noted: ${title}`, () => assert.deepEqual(noteLines(input), notes));

test('nothing is noted of an end that is inferred where there is no figure', () => {
  assert.deepEqual(noteLines(readFixture('gold-gauge', 'article')), []);
});

// --- Like with like

const like = { sector: 'industrial', period: '2024' };
for (const [title, reference, isAlike] of [
  ['the same flow, sector and days', capacity(like), true],
  ['no sector', capacity({ period: '2024' }), false],
  ['another sector', capacity({ ...like, sector: 'all' }), false],
  ['no period', capacity({ sector: 'industrial' }), false],
  ['another year', capacity({ ...like, period: '2023' }), false],
  ['a part of the year', capacity({ ...like, through: '2024-08-31' }), false],
  ['a year that begins late', capacity({ ...like, from: '2024-02-01' }), false],
  ['another flow', capacity({ ...like, flow: 'refined' }), false],
  ['planned', capacity({ ...like, stage: 'planned' }), false],
  ['under construction', capacity({ ...like, stage: 'under-construction' }), false],
  ['an earlier vintage', capacity({ ...like, kind: 'previous' }), true],
] as [string, Contract, boolean][])
  test(`${isAlike ? 'like with like' : 'not alike'}: ${title}`, () => {
    const reading = readGoldGauge(good({ references: [reference] }));
    assert.equal(isLike(reading, reading.references[0]!), isAlike);
    // 51.7 of 80 is 64.625 %.
    const percent = isAlike && reference.kind !== 'previous' ? 64.625 : undefined;
    assert.equal(percentOf(reading, reading.references[0]!), percent);
  });
for (const [value, of, percent] of [
  [26.2, 33.8, '78%'],
  [0, 80, '0%'],
  [0.01, 50, '<0.1%'],
  [0.1, 80, '0.1%'],
  [7.99, 80, '10%'],
  [79.9, 80, '99.9%'],
  [0.01, 0.010003, '>99.9%'],
  [80, 80, '100%'],
  [80.01, 80, '>100%'],
  [80.3, 80, '100.4%'],
  [92, 80, '115%'],
  [5, 0, undefined],
] as const)
  test(`${value} is ${percent ?? 'no percentage'} of ${of}`, () => {
    const reading = readGoldGauge(
      good({ amount: { period: '2024', value }, references: [capacity({ ...like, value: of })] }),
    );
    const found = percentOf(reading, reading.references[0]!);
    assert.equal(found && formatPercent(packFor('en'), found), percent === '0%' ? 0 : percent);
  });
