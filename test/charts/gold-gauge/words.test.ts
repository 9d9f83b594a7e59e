import assert from 'node:assert/strict';
import test from 'node:test';
import { goldGauge, readGoldGauge } from '../../../src/charts/gold-gauge/index.js';
import type { Description } from '../../../src/words/description.js';
import { describe, renderHTML, renderSVG } from '../../../src/static/index.js';
import { languageFor } from '../../../src/words/language.js';
import * as english from '../../../src/words/languages/en.js';
import { readDrawing } from '../../support/assert-path.js';
import { readFixture, readFixtures } from '../../support/golden.js';

type Contract = Record<string, any>;

const good = (fields: Contract = {}): Contract => ({
  schema: 'gold-gauge/1',
  flow: 'mined',
  sector: 'industrial',
  unit: 't',
  place: { en: 'in Mali', fr: 'au Mali' },
  amount: { period: '2024', value: 51.7 },
  source: { producer: 'the ministry', asOf: '2025-09-30' },
  ...fields,
});
const summaryOf = (contract: unknown, lang = 'en'): string => describe(contract, lang).summary;
const wordsOf = (contract: unknown, lang = 'en'): Description =>
  goldGauge.describe(readGoldGauge(contract), languageFor(lang), 'arc');

/** Everything that is shown, spoken or written of a contract. */
function everyWord(contract: Contract, lang: string): string {
  const words = wordsOf(contract, lang);
  const marks = Array.from({ length: words.rowCount }, (_, i) =>
    JSON.stringify([words.mark(i), words.row(i)]),
  );
  const pictures = [240, 320, 640, 1200].map((width) =>
    renderSVG(contract, { width, lang }).replace(/opacity="[^"]*"/g, ''),
  );
  return [JSON.stringify(describe(contract, lang)), ...marks, ...pictures, renderHTML(contract, { lang })]
    .join(' ')
    .replaceAll(/(width|height)="100%"/g, '');
}

// --- Titles and names

for (const [flow, sector, en, fr] of [
  ['mined', 'industrial', 'Gold mined in Mali, industrial mines', 'Or extrait au Mali, mines industrielles'],
  ['mined', 'artisanal', 'Gold mined in Mali, artisanal mines', 'Or extrait au Mali, mines artisanales'],
  ['mined', 'all', 'Gold mined in Mali, all mines', 'Or extrait au Mali, toutes mines'],
  ['refined', 'all', 'Gold refined in Mali', 'Or raffiné au Mali'],
  ['exported', 'all', 'Gold exported in Mali', 'Or exporté au Mali'],
  ['seized', 'artisanal', 'Gold seized in Mali, artisanal mines', 'Or saisi au Mali, mines artisanales'],
] as const)
  test(`the title of gold ${flow}, ${sector}`, () => {
    assert.equal(describe(good({ flow, sector })).title, en);
    assert.equal(describe(good({ flow, sector }), 'fr').title, fr);
  });
test('the accessible name tells the kind of chart, the gold, the place and the period', () => {
  assert.equal(describe(good()).name, 'Gauge: gold mined in Mali, industrial mines, 2024');
  assert.equal(describe(good(), 'fr').name, 'Jauge\u00a0: or extrait au Mali, mines industrielles, 2024');
  assert.equal(
    describe(readFixture('gold-gauge', 'partial-2025')).name,
    'Gauge: gold mined in Mali, industrial mines, 2025, 1 January to 31 August only',
  );
});

// --- Sentences

test('a figure of industrial mines', () => {
  assert.equal(
    summaryOf(good()),
    'In 2024, industrial mines produced 51.7 tonnes of gold in Mali (source: the ministry).',
  );
  assert.equal(
    summaryOf(good(), 'fr'),
    'En 2024, les mines industrielles ont produit 51,7 tonnes d’or au Mali, selon the ministry.',
  );
});
for (const [title, fields, en, fr] of [
  [
    'refined kilograms are masculine',
    { flow: 'refined', sector: 'all', unit: 'kg' },
    'In 2024, 51.7 kilograms of gold was refined in Mali (source: the ministry).',
    'En 2024, 51,7 kilogrammes d’or ont été raffinés au Mali, selon the ministry.',
  ],
  [
    'one tonne and a half is singular in French',
    { flow: 'seized', sector: 'all', amount: { period: '2024', value: 1.5 } },
    'In 2024, 1.5 tonnes of gold was seized in Mali (source: the ministry).',
    'En 2024, 1,5 tonne d’or a été saisie au Mali, selon the ministry.',
  ],
  [
    'zero is a figure, and singular in French',
    { amount: { period: '2024', value: 0 } },
    'In 2024, industrial mines produced 0 tonnes of gold in Mali (source: the ministry).',
    'En 2024, les mines industrielles ont produit 0 tonne d’or au Mali, selon the ministry.',
  ],
  [
    'the sector of gold that is not mined is told, too',
    { flow: 'exported', sector: 'artisanal', place: { en: 'from Mali', fr: 'depuis le Mali' }, unit: 'ozt' },
    'In 2024, 51.7 troy ounces of gold was exported from Mali, artisanal mines (source: the ministry).',
    'En 2024, 51,7 onces troy d’or ont été exportées depuis le Mali, mines artisanales, selon the ministry.',
  ],
  [
    'a part of a year',
    { amount: { period: '2025', value: 26.2, through: '2025-08-31' } },
    'From 1 January to 31 August 2025 (243 of 365 days), industrial mines produced 26.2 tonnes of gold in Mali (source: the ministry). This cannot be compared with a full year.',
    'Du 1er janvier au 31 août 2025 (243 jours sur 365), les mines industrielles ont produit 26,2 tonnes d’or au Mali, selon the ministry. Ce chiffre ne se compare pas à celui d’une année entière.',
  ],
  [
    'a range',
    { sector: 'artisanal', interval: 'source-range', amount: { period: '2024', value: 6, low: 4, high: 20 } },
    'In 2024, artisanal miners produced 6 tonnes of gold in Mali (source: the ministry). The published range is 4 to 20.',
    'En 2024, l’orpaillage a produit 6 tonnes d’or (fourchette publiée\u00a0: 4–20) au Mali, selon the ministry.',
  ],
  [
    'no figure, with a range',
    { interval: 'ci95', amount: { period: '2024', value: null, low: 4, high: 20 } },
    'No production figure is given for 2024. Published range 4 to 20 tonnes.',
    'Aucun chiffre de production n’est donné pour 2024. Fourchette publiée\u00a0: 4 à 20 tonnes.',
  ],
] as [string, Contract, string, string][])
  test(`the summary: ${title}`, () => {
    assert.equal(summaryOf(good(fields)), en);
    assert.equal(summaryOf(good(fields), 'fr'), fr);
  });

test('the refinery beside a mined figure: what it is, how many times, and what it is not', () => {
  // 200 / 51.7 = 3.868…
  const { summary } = describe(readFixture('gold-gauge', 'industrial-2024'));
  assert.match(
    summary,
    /Yadran refinery, expected processing per year: 200 tonnes \(planned refining capacity\)\. That is 3\.9 times the 2024 figure, and is not a production target\. Capacity is not the same as output\. Forecast/,
  );
  assert.match(summary, /Forecast for 2025: 54\.7 tonnes\./);
  assert.match(summary, /Earlier figures: 2019: 65\.1\u00a0t, .*, 2023: 66\.5\u00a0t\./);
  assert.match(summary, /The 2024 figure was 51 tonnes on 8 February 2025; it is now 51\.7 tonnes\./);
  assert.match(
    describe(readFixture('gold-gauge', 'industrial-2024'), 'fr').summary,
    /200 tonnes \(capacité de raffinage prévue\)\. C’est 3,9 fois le chiffre de 2024, et ce n’est pas un objectif de production\./,
  );
});
test('a yearly capacity is never set against a part of a year', () => {
  const contract = readFixture('gold-gauge', 'industrial-2024');
  contract.amount = { period: '2025', value: 26.2, through: '2025-08-31' };
  contract.history = [];
  assert.doesNotMatch(summaryOf(contract), /times/);
});
test('a like target gives a percentage', () => {
  assert.match(
    summaryOf(readFixture('gold-gauge', 'partial-2025')),
    /Forecast for January to August: 33\.8 tonnes\. The figure is 78% of that\. Forecast for 2025: 54\.7 tonnes\. Earlier/,
  );
  assert.match(
    summaryOf(readFixture('gold-gauge', 'partial-2025'), 'fr'),
    /Le chiffre en représente 78\u00a0%\./,
  );
});
test('no percentage is said where nothing is alike', () => {
  for (const name of ['article', 'industrial-2024', 'many-references', 'zero', 'kilograms'])
    for (const lang of ['en', 'fr'])
      assert.doesNotMatch(everyWord(readFixture('gold-gauge', name), lang), /%|percent|pour cent/, name);
});

// --- The article: 200 t of refining, planned, is no output of anybody

test('no word of the article’s gauge claims a production', () => {
  for (const lang of ['en', 'fr']) {
    const text = everyWord(readFixture('gold-gauge', 'article'), lang)
      .replaceAll('Capacity is not the same as output.', '')
      .replaceAll('Une capacité n’est pas une production.', '');
    assert.doesNotMatch(text, /produc|produi|extrai|output|\bmined\b/i, lang);
  }
});
test('the article’s gauge has no figure, and says what 200 t is', () => {
  assert.equal(
    summaryOf(readFixture('gold-gauge', 'article')),
    'No refining figure is given for 2025. Yadran refinery, expected processing per year: 200 tonnes (planned refining capacity). Capacity is not the same as output.',
  );
  assert.equal(
    summaryOf(readFixture('gold-gauge', 'article'), 'fr'),
    'Aucun chiffre de raffinage n’est donné pour 2025. Raffinerie Yadran, traitement annuel prévu\u00a0: 200 tonnes (capacité de raffinage prévue). Une capacité n’est pas une production.',
  );
});
test('production is said of what is mined alone', () => {
  for (const flow of ['refined', 'exported', 'seized'])
    for (const value of [5, null])
      for (const lang of ['en', 'fr'])
        assert.doesNotMatch(
          everyWord(good({ flow, amount: { period: '2024', value } }), lang),
          /produc|produi/i,
          `${flow} ${lang}`,
        );
});
test('a tonne is never a ton', () => {
  for (const { contract } of readFixtures('gold-gauge'))
    assert.doesNotMatch(everyWord(contract, 'en'), /\btons?\b/i);
});

// --- Table, marks, file

test('the table has the amount in three units, the references and the history', () => {
  const { columns, rows } = describe(readFixture('gold-gauge', 'industrial-2024'));
  assert.deepEqual(
    columns.map(({ label }) => label),
    ['What', 'Flow', 'Period', 'Covers', 'Tonnes', 'Kilograms', 'Troy ounces', 'Status', 'Source', 'Note'],
  );
  assert.equal(rows.length, 8);
  assert.deepEqual(rows[0], [
    'Figure',
    'mined, industrial mines',
    '2024',
    '1 January 2024 – 31 December 2024',
    '51.7',
    '51,700',
    '1,662,000',
    'complete',
    'Mali’s ministry of mines, Ecofin',
    'Was 51 on 8 February 2025.',
  ]);
  assert.deepEqual(rows[1], [
    'Yadran refinery, expected processing per year',
    'refined',
    '',
    '',
    '200',
    '200,000',
    '6,430,000',
    'planned refining capacity',
    'AFP',
    '',
  ]);
});
test('the file has the figures as they came', () => {
  const [header, ...rows] = goldGauge.tabulate(readGoldGauge(readFixture('gold-gauge', 'industrial-2024')));
  assert.deepEqual(header!.slice(-3), ['source', 'as_of', 'licence']);
  const of = (row: readonly unknown[], column: string): unknown => row[header!.indexOf(column)];
  assert.equal(of(rows[0]!, 'value'), 51.7);
  assert.equal(of(rows[0]!, 'source'), 'Mali’s ministry of mines, via Ecofin');
  assert.deepEqual(
    ['kind', 'flow', 'sector', 'stage', 'value', 'source', 'as_of'].map((column) => of(rows[1]!, column)),
    ['capacity', 'refined', '', 'planned', 200, 'AFP', '2025-11-21'],
  );
  assert.ok(rows.every((row) => row.length === header!.length));
});
test('an unknown figure is an empty cell of the file', () => {
  const [header, row] = goldGauge.tabulate(readGoldGauge(readFixture('gold-gauge', 'article')));
  assert.equal(row![header!.indexOf('value')], null);
  assert.equal(row![header!.indexOf('status')], 'unknown');
});
test('a mark is spoken with what it is, and what it is not', () => {
  const { mark } = wordsOf(readFixture('gold-gauge', 'industrial-2024'));
  assert.equal(mark(0).spoken, '2024: 51.7 tonnes.');
  assert.deepEqual(mark(0).lines.slice(0, 2), [
    'Industrial mines produced 51.7 tonnes of gold',
    '51,700 kilograms · 1,662,000 troy ounces',
  ]);
  assert.equal(
    mark(1).spoken,
    'Yadran refinery, expected processing per year: 200 tonnes, planned refining capacity. Not comparable with the figure of this gauge.',
  );
  assert.equal(mark(3).spoken, '2019: 65.1 tonnes.');
  const partial = wordsOf(readFixture('gold-gauge', 'partial-2025'), 'fr').mark(0);
  assert.equal(
    partial.spoken,
    '2025, du 1er janvier au 31 août seulement\u00a0: 26,2 tonnes. Non comparable aux années entières.',
  );
  const none = wordsOf(readFixture('gold-gauge', 'article')).mark(0);
  assert.equal(none.spoken, '2025: not known or not published.');
  assert.deepEqual(none.lines, ['No refining figure']);
});
test('a figure for the same days of an earlier year says so only where the days are the same', () => {
  const about = (through: string): string =>
    summaryOf(
      good({
        amount: { period: '2025', value: 26.2, through: '2025-08-31' },
        references: [
          {
            kind: 'same-period',
            flow: 'mined',
            sector: 'industrial',
            value: 38,
            period: '2024',
            through,
            label: '2024',
          },
        ],
      }),
    );
  assert.match(about('2024-08-31'), /2024: 38 tonnes \(same days of an earlier year\)\./);
  assert.match(about('2024-07-31'), /2024: 38 tonnes \(earlier figure\)\./);
});
test('a withdrawn gauge is its text alone', () => {
  const svg = renderSVG(readFixture('gold-gauge', 'withdrawn'));
  assert.match(svg, /Withdrawn on 2 April 2025\./);
  assert.doesNotMatch(svg, /51\.7/);
});
test('what the reader chose is told as a period and a value', () => {
  const reading = readGoldGauge(readFixture('gold-gauge', 'industrial-2024'));
  assert.deepEqual(goldGauge.selection(reading, 0), { period: '2024', value: 51.7 });
  assert.deepEqual(goldGauge.selection(reading, 1), { period: '', value: 200 });
  assert.deepEqual(goldGauge.extremes(reading), { least: 0, greatest: 1 });
});
test('no sentence of the gauge has the key of another chart’s: they meet in one language', () => {
  const { goldGauge: own, pack: _pack, default: _default, ...others } = english;
  for (const texts of [others.common.text, others.casualties, others.attribution])
    for (const key of Object.keys(own)) assert.ok(!Object.hasOwn(texts, key), key);
});

test('a little gold is never none: in another unit it is less than what can be printed', () => {
  const { columns, rows } = describe(
    good({ unit: 'kg', amount: { period: '2024', value: 0.4 }, history: [], references: [] }),
  );
  const cell = (key: string): string => rows[0]![columns.findIndex((one) => one.key === key)]!;
  // 0.4 kg are 0.0004 tonnes.
  assert.deepEqual([cell('kg'), cell('t')], ['0.4', '<0.001']);
});
test('no list ends in two full stops, and French writes a unit that needs no plural', () => {
  const history = [
    { period: '2023', value: 1 },
    { period: '2022', value: null },
  ];
  for (const lang of ['ar', 'de', 'en', 'es', 'fr', 'pt'])
    for (const unit of ['t', 'kg', 'ozt'])
      assert.doesNotMatch(summaryOf(good({ unit, history }), lang), /\.\.|1 onces/, `${lang} ${unit}`);
});

test('a reference to other gold says which, as a sentence and without a stray space', () => {
  const data = good({
    sector: 'industrial',
    references: [
      { kind: 'target', flow: 'refined', sector: 'all', value: 80, label: 'A goal' },
      { kind: 'capacity', flow: 'mined', sector: 'artisanal', stage: 'operating', value: 90, label: 'Works' },
    ],
  });
  assert.match(summaryOf(data), /A goal: 80 tonnes \(target\)\. Gold refined\. /);
  assert.match(summaryOf(data), /Works: 90 tonnes \(production capacity\)\. Gold mined, artisanal mines\./);
  for (const lang of ['ar', 'de', 'en', 'es', 'fr', 'pt'])
    assert.doesNotMatch(everyWord(data, lang), / [).,]/, lang);
});

test('years without a figure are told and not heard, as they are drawn', () => {
  const data = good({
    amount: { period: '2024', value: 5 },
    history: [
      { period: '2018', value: 3 },
      { period: '2020', value: 4 },
    ],
  });
  assert.match(
    summaryOf(data),
    /No figure is available for 2019\. No figure is available for 2021 to 2023\./,
  );
  assert.deepEqual(
    goldGauge.tones(readGoldGauge(data)).map(({ value, mark }) => [value, mark]),
    [
      [3, 1],
      [null, 1],
      [4, 2],
      [null, 2],
      [null, 2],
      [null, 2],
      [5, 0],
    ],
  );
});

test('months beside the gauge stand over their years', () => {
  const data = good({
    amount: { period: '2024-02', value: 5 },
    history: [
      { period: '2023-11', value: 3 },
      { period: '2023-12', value: 4 },
      { period: '2024-01', value: 4 },
    ],
  });
  const texts = readDrawing(renderSVG(data, { width: 900 })).texts.map(({ text }) => text);
  for (const year of ['2023', '2024']) assert.equal(texts.filter((text) => text === year).length, 1, year);
});

test('a reference of another time says which', () => {
  const data = good({
    references: [
      {
        kind: 'forecast',
        flow: 'mined',
        sector: 'industrial',
        period: '2025',
        value: 54.7,
        label: 'Outlook',
      },
      {
        kind: 'target',
        flow: 'mined',
        sector: 'industrial',
        period: '2030',
        value: 60,
        label: 'Plan for 2030',
      },
      {
        kind: 'capacity',
        flow: 'mined',
        sector: 'industrial',
        period: '2024',
        stage: 'operating',
        value: 80,
        label: 'Mills',
      },
    ],
  });
  const told = summaryOf(data);
  assert.match(told, /Outlook: 54\.7 tonnes \(forecast, 2025\)\./);
  assert.match(told, /Plan for 2030: 60 tonnes \(target\)\./);
  assert.match(told, /Mills: 80 tonnes \(production capacity\)\. The figure is 65% of that\./);
});
