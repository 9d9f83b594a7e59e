import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { readActors, readFigure } from '../../src/cli/cells.js';
import { cellName, parseCSV } from '../../src/cli/csv.js';
import { buildContract } from '../../src/cli/import.js';
import { Sheet } from '../../src/cli/sheet.js';
import { cli, fixture, folderWith, read, readContract } from './run-cli.js';

const sheets = (name: string): string[] => [
  fixture(`cli/sheets/${name}/rows.csv`),
  '--about',
  fixture(`cli/sheets/${name}/about.csv`),
];
const ABOUT = `schema,casualties/1
measure,killed
victims,civilians
method,reported
relation,all
place,in Mali
source.producer,Example data
source.asOf,2025-12-31
`;
const build = (rows: string, about = ABOUT, vintages?: string) =>
  buildContract(
    new Sheet('about.csv', about),
    new Sheet('rows.csv', rows),
    vintages === undefined ? undefined : new Sheet('vintages.csv', vintages),
  );
const faults = (rows: string, about = ABOUT): readonly string[] => build(rows, about).report.faults;

for (const chart of ['casualties', 'attribution', 'gold-gauge'])
  test(`the article’s ${chart} contract can be written as two sheets`, async () => {
    const { code, out } = await cli(['import', ...sheets(chart)]);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), readContract(`${chart}/article.json`));
  });
test('a sheet of another country: semicolons, its own headers over hashtags, thousands apart, a quoted semicolon', async () => {
  const { code, out, errors } = await cli(['import', ...sheets('hxl')]);
  assert.equal(code, 0);
  assert.deepEqual((JSON.parse(out) as { rows: unknown }).rows, [
    { period: '2025-01', value: 1204 },
    { period: '2025-02', value: null },
    { period: '2025-03', value: 120 },
  ]);
  assert.deepEqual(errors, [
    'rows.csv C1: the column “Commentaire de la rédaction” is not known and is left out.',
    'rows.csv D1: the column “Responsable” is not known and is left out.',
  ]);
});
test('every faulty cell is named, row by row, in plain language, and nothing is written', async () => {
  const folder = folderWith();
  const { code, out, errors } = await cli(['import', ...sheets('faults'), '-o', join(folder, 'x.json')]);
  assert.deepEqual([code, out], [1, '']);
  assert.deepEqual(errors, [
    'rows.csv D1: the column “comment” is not known and is left out.',
    'about.csv B10: source.asOf: expected a day of the calendar, such as "2025-11-21", received "2025-02-30" (E_DATE)',
    'rows.csv C2: “dozens” is not a number. Write a number, a range such as 412–498, or leave the cell empty where the figure is not known.',
    'rows.csv B3: “wagner, fama” names several actors without a sign: + for both together, / for disputed, & where the source does not separate them.',
    'rows.csv B4: “wagner / jnim + fama” mixes / and +: one row has one kind of link.',
    'rows.csv B5: “boko” is no actor of the about sheet.',
    'rows.csv C6: “412–498” is a range: say in the about sheet what kind, key “interval” (source-range, min-max-claims or ci95).',
    'rows.csv C7: “1,234” can mean two numbers: write 1234, or 1.234 with a point.',
    'rows.csv A8: rows[6].period: expected a period such as "2025", "2025-Q3", "2025-06", "2025-W14" or "2025-11-21", received "Jan-24" (E_DATE)',
    'rows.csv B9: the cell is empty: write an actor, or unattributed.',
  ]);
  assert.throws(() => read(join(folder, 'x.json')));
});
test('a key that is missing is named by the sheet it belongs in', () => {
  assert.deepEqual(faults('period,value\n2024,1\n', ABOUT.replace('method,reported\n', '')), [
    'about.csv, key “method”: expected "reported" or "documented-minimum" or "estimated", received nothing (E_SCHEMA)',
  ]);
});
test('a range needs the kind of range, and then is low and high without a figure', () => {
  const { contract, report } = build('period,value\n2024,412–498\n', `${ABOUT}interval,source-range\n`);
  assert.deepEqual(report.faults, []);
  assert.deepEqual(contract.rows, [{ period: '2024', value: null, low: 412, high: 498 }]);
  assert.deepEqual(report.notes, [
    'rows.csv B2: “412–498” was read as low 412 and high 498, without a figure between them.',
  ]);
});
test('a minimum asks for the method', () => {
  assert.deepEqual(build('period,value\n2024,≥120\n').report.notes, [
    'rows.csv B2: “≥120” was read as 120. Set the key “method” to documented-minimum, or the chart shows it as a whole count.',
  ]);
});
test('a published total of an attribution stands among the rows', () => {
  const about = `${ABOUT.replace('casualties/1', 'attribution/1').replace('relation,all', 'relation,attributed')}whole,all\nactors.a,Alpha\nactors.b,Beta\n`;
  const { contract, report } = build(
    'period,actors,value,low,high\n2024,Alpha + b,10,,\n2024,unattributed,5,,\n2024,total,20,18,30\n',
    `${about}interval,source-range\n`,
  );
  assert.deepEqual(report.faults, []);
  assert.deepEqual(contract.rows, [
    { period: '2024', actors: ['a', 'b'], link: 'joint', value: 10 },
    { period: '2024', actors: 'unattributed', value: 5 },
  ]);
  assert.deepEqual(contract.totals, [{ period: '2024', value: 20, low: 18, high: 30 }]);
});
test('a download of ours is a sheet of rows again', async () => {
  for (const [chart, name] of [
    ['casualties', 'mali-ucdp'],
    ['attribution', 'mali-ucdp'],
    ['gold-gauge', 'industrial-2024'],
  ]) {
    const contract = readContract(`${chart}/${name}.json`);
    const { out } = await cli(['render', fixture(`${chart}/${name}.json`), '--to', 'csv']);
    const flat = (value: unknown, path: string): string[] =>
      typeof value === 'object' && value
        ? Object.entries(value).flatMap(([key, inner]) =>
            flat(inner, [path, Array.isArray(value) ? Number(key) + 1 : key].filter(Boolean).join('.')),
          )
        : [`${path},"${String(value).replaceAll('"', '""')}"`];
    const { rows, totals, amount, history, references, ...frame } = contract;
    const { contract: made, report } = build(out, flat(frame, '').join('\n'));
    assert.deepEqual(report.faults, [], `${chart}/${name}`);
    const value = (row: any): unknown[] => [row.period, row.value, row.low, row.high, row.link];
    for (const [before, after] of [
      [rows, made.rows],
      [history, made.history],
      [[amount], [made.amount]],
    ] as [any[], any[]][])
      if (before?.[0])
        assert.deepEqual(after.slice(0, before.length).map(value), before.map(value), `${chart}/${name}`);
  }
});
test('earlier figures come from a sheet of their own', () => {
  const { contract, report } = build(
    'period,value\n2024,924\n2025,434\n',
    ABOUT,
    'period,asOf,value\n2024,2025-03-01,870\n2024,2025-06-01,\n2023,2025-01-01,7\n',
  );
  assert.deepEqual((contract.rows as any[])[0].previous, [
    { asOf: '2025-03-01', value: 870 },
    { asOf: '2025-06-01', value: null },
  ]);
  assert.deepEqual(report.faults, ['vintages.csv A4: no row is of “2023”.']);
});
test('what stands twice or inside something else is refused: columns and keys', () => {
  assert.deepEqual(faults('period,value,Value\n2024,1,2\n'), [
    'rows.csv C1: the column “value” stands twice: first in rows.csv B1.',
  ]);
  assert.deepEqual(faults('period,value\n2024,1\n', `${ABOUT}place.fr,au Mali\n`), [
    'about.csv B9: “place.fr” stands inside a key that has a text of its own, about.csv B6.',
  ]);
  assert.deepEqual(faults('period,value\n2024,1\n', `${ABOUT}place,elsewhere\n`), [
    'about.csv B9: the key “place” stands twice: first in about.csv B6.',
  ]);
});
test('a sheet without its columns says so, once, and of its cells what is wrong with them', () => {
  assert.deepEqual(faults('year,killed\n2024,1\n2025,2\n'), [
    'rows.csv A1: there is no column “period” and no column “value”.',
  ]);
  assert.deepEqual(faults('period,killed\n2024,1\n2025,2\n'), ['rows.csv A1: there is no column “value”.']);
  assert.deepEqual(faults('when,value\n2024,1\n2025,dozens\n', ABOUT.replace('method,reported\n', '')), [
    'about.csv, key “method”: expected "reported" or "documented-minimum" or "estimated", received nothing (E_SCHEMA)',
    'rows.csv A1: there is no column “period”.',
    'rows.csv B3: “dozens” is not a number. Write a number, a range such as 412–498, or leave the cell empty where the figure is not known.',
  ]);
  assert.deepEqual(
    faults(
      'period,who,value\n2024,a,1\n2025,a,2\n',
      `${ABOUT.replace('casualties/1', 'attribution/1').replace('relation,all', 'relation,attributed')}whole,all\nactors.a,Alpha\n`,
    ),
    ['rows.csv A1: there is no column “actors”.'],
  );
});
test('a sheet of nothing but names of columns is told of, and is an empty contract', () => {
  const { contract, report } = build('period,value\n', ABOUT);
  assert.deepEqual(contract['rows'], []);
  assert.deepEqual(report.faults, []);
  assert.deepEqual(report.notes, [
    'rows.csv: there is no row under the names of the columns: the chart will say that there are no figures.',
  ]);
});
test('a number with an unquoted comma is not read as its thousands alone', () => {
  const stray = (cell: string): string => `${cell}: “234” stands under no column’s name.`;
  assert.deepEqual(faults('period,value\n2024,1,234\n'), [stray('rows.csv C2')]);
  assert.deepEqual(faults('period,value,\n2024,1,234\n2025,2,\n'), [stray('rows.csv C2')]);
  assert.deepEqual(
    build('period,value\n2024,1\n', ABOUT, 'period,asOf,value\n2024,2025-03-01,1,234\n').report.faults,
    [stray('vintages.csv D2')],
  );
  assert.deepEqual(faults('period,value\n2024,1\n', ABOUT.replace('in Mali', 'in Mali, and Niger')), [
    'about.csv C6: “and Niger” stands beside the value: a text with a comma is put in quotation marks.',
  ]);
  assert.deepEqual(
    faults(
      'period,value\n2024,1\n',
      `key,value,our remarks\n${ABOUT.replace('in Mali', 'in Mali,asked twice')}`,
    ),
    [],
  );
});
test('a column may be named by its hashtag alone', () => {
  const { contract, report } = build('year,\n#date,#affected+killed\n2024,7\n');
  assert.deepEqual(report.faults, []);
  assert.deepEqual(contract.rows, [{ period: '2024', value: 7 }]);
});
test('faults are named by the sheet and key that the desk knows', () => {
  assert.deepEqual(faults('period,value\n2024,1\n', `${ABOUT}events.1.label,Coup\n`), [
    'about.csv, key “events.1.at”: expected a text, received nothing (E_SCHEMA)',
  ]);
  assert.deepEqual(
    faults(
      'period,actors,value\n2024,a,1\n',
      `${ABOUT.replace('casualties/1', 'attribution/1').replace('relation,all', 'relation,attributed')}whole,all\nactors.a.slot,1\n`,
    ),
    ['about.csv, key “actors.a.name”: expected a text, or texts by language, received nothing (E_SCHEMA)'],
  );
  assert.deepEqual(
    build('period,value\n2024,1\n', ABOUT, 'period,asOf,value\n2024,2025-03-01,2\n2024,soon,3\n').report
      .faults,
    [
      'vintages.csv B3: rows[0].previous[1].asOf: expected a day of the calendar, such as "2025-11-21", received "soon" (E_DATE)',
    ],
  );
  assert.deepEqual(faults('period,value,note,note.fr\n2024,1,a,b\n'), [
    'rows.csv D1: there is a column “note” too: write the texts in one, or in one for each language.',
  ]);
});
test('a gauge of several rows needs the column that says what each is; one row alone is the amount', () => {
  const about = read(fixture('cli/sheets/gold-gauge/about.csv'));
  assert.deepEqual(faults('period,value\n2024,1\n2025,2\n', about), [
    'rows.csv A1: there is no column “kind”.',
  ]);
  assert.deepEqual(faults('period,value\n2024,1\n', about.replace('max,capacity\n', '')), []);
});
test('keys of every object are ordinary keys', () => {
  const { contract } = build('period,value\n2024,1\n', `${ABOUT}__proto__.x,1\nconstructor,2\n`);
  assert.equal(({} as any).x, undefined);
  assert.ok(Object.hasOwn(contract, 'constructor'));
});

// --- cells

for (const [cell, figure] of [
  ['924', { value: 924 }],
  ['0', { value: 0 }],
  ['', { value: null }],
  ['  ', { value: null }],
  ['1 204', { value: 1204 }],
  ['1\u202f204\u00a0567', { value: 1204567 }],
  ['51.7', { value: 51.7 }],
  ['51,7', { value: 51.7 }],
  ['≥120', { value: 120, isMinimum: true }],
  ['>= 120', { value: 120, isMinimum: true }],
  ['at least 120', { value: 120, isMinimum: true }],
  ['120+', { value: 120, isMinimum: true }],
  ['412–498', { value: null, low: 412, high: 498 }],
  ['412 - 498', { value: null, low: 412, high: 498 }],
  ['412 à 498', { value: null, low: 412, high: 498 }],
] as const)
  test(`the cell “${cell}” is ${JSON.stringify(figure)}`, () => assert.deepEqual(readFigure(cell), figure));
for (const cell of [
  'dozens',
  'n/a',
  '-',
  '—',
  '-5',
  'about 40',
  '~40',
  '12%',
  '1e3',
  '12.3.4',
  '1,234',
  '12 34',
  '498–412',
  '=1+1',
  'NaN',
  'Infinity',
  '0x10',
])
  test(`the cell “${cell}” is no figure`, () => assert.throws(() => readFigure(cell), /“/));

const idOf = (name: string): string | undefined =>
  ({ wagner: 'wagner', fama: 'fama', jnim: 'jnim', 'malian army': 'fama', 'a&b': 'ab' })[name.toLowerCase()];
for (const [cell, read] of [
  ['wagner', { actors: ['wagner'] }],
  ['Malian army', { actors: ['fama'] }],
  ['wagner + fama', { actors: ['wagner', 'fama'], link: 'joint' }],
  ['wagner/jnim', { actors: ['wagner', 'jnim'], link: 'disputed' }],
  ['wagner & Malian army', { actors: ['wagner', 'fama'], link: 'unsplit' }],
  ['a&b', { actors: ['ab'] }],
  ['Unattributed', { actors: 'unattributed' }],
  ['total', { actors: 'total' }],
] as const)
  test(`the cell “${cell}” is ${JSON.stringify(read)}`, () => assert.deepEqual(readActors(cell, idOf), read));
for (const [cell, why] of [
  ['wagner fama', /without a sign/],
  ['wagner, fama', /without a sign/],
  ['wagner et fama', /without a sign/],
  ['wagner + fama / jnim', /mixes/],
  ['boko', /no actor of the about sheet/],
  ['wagner + ', /empty/],
  ['', /empty/],
] as const)
  test(`the cell “${cell}” is no actor`, () => assert.throws(() => readActors(cell, idOf), why));

// --- CSV

for (const [text, rows] of [
  [
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '\ufeffa;b\n1,5;2',
    [
      ['a', 'b'],
      ['1,5', '2'],
    ],
  ],
  [
    'a\tb\n1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '"a,1","b ""q"""\n"x\r\ny",',
    [
      ['a,1', 'b "q"'],
      ['x\r\ny', ''],
    ],
  ],
  ['a\n\nb', [['a'], [''], ['b']]],
  ['', [['']]],
  ['"x;y",b\n', [['x;y', 'b']]],
] as const)
  test(`CSV ${JSON.stringify(text)}`, () => assert.deepEqual(parseCSV(text).rows, rows));
test('a quote that never ends is named', () => {
  assert.deepEqual(faults('period,value\n2024,"12\n2025,13\n').slice(0, 1), [
    'rows.csv B2: a quotation mark opens here and is not closed.',
  ]);
});
test('cells are named as in a spreadsheet', () => {
  assert.deepEqual(
    [cellName(0, 0), cellName(6, 1), cellName(9, 25), cellName(9, 26), cellName(0, 701), cellName(0, 702)],
    ['A1', 'B7', 'Z10', 'AA10', 'ZZ1', 'AAA1'],
  );
});

test('where commas are decimals, a point before three digits is not chosen for the desk', () => {
  const about =
    'schema;gold-gauge/1\nflow;mined\nsector;industrial\nunit;kg\nplace;in Mali\nsource.producer;X\nsource.asOf;2025-12-31\n';
  assert.deepEqual(faults('kind;period;value\namount;2024;51.700\n', about), [
    'rows.csv C2: “51.700” can mean two numbers: write 51700, or 51.7000 with one decimal more.',
  ]);
  const { contract } = build('kind;period;value\namount;2024;51.7000\nhistory;2023;0.400\n', about);
  assert.equal((contract.amount as { value: number }).value, 51.7);
  const pointed = build('kind,period,value\namount,2024,51.723\n', about.replaceAll(';', ','));
  assert.equal((pointed.contract.amount as { value: number }).value, 51.723);
});
test('a text that our own CSV keeps from being run comes back as it was', () => {
  const { contract } = build("period,value,note\n2024,1,'=1+1; '-x\n", ABOUT);
  assert.equal((contract.rows as { note: string }[])[0]!.note, '=1+1; -x');
});
