import assert from 'node:assert/strict';
import test from 'node:test';
import { describe } from '../../src/static/index.js';
import { formatDay, formatDayShort, formatPeriod } from '../../src/words/dates.js';
import { registerLanguage, say } from '../../src/words/language.js';
import german from '../../src/words/languages/de.js';
import { formatNumber, formatShare, formatTick } from '../../src/words/numbers.js';
import { dayNumber, parsePeriod } from '../../src/data/period.js';
import { readFixture } from '../support/golden.js';

registerLanguage(german);

type Contract = Record<string, any>;

const contract = (fields: Contract = {}): Contract => ({
  schema: 'casualties/1',
  measure: 'killed',
  victims: 'civilians',
  method: 'reported',
  relation: 'all',
  place: { en: 'in Mali', de: 'in Mali' },
  source: { producer: 'ACLED', asOf: '2025-12-31' },
  rows: [{ period: '2024', value: 924 }],
  ...fields,
});
const summary = (fields?: Contract): string => describe(contract(fields), 'de').summary;
const army = { en: 'the Malian army', de: 'die malische Armee' };
const people = [
  { id: 'a', name: 'Wagner' },
  { id: 'b', name: { en: 'Malian army', de: 'Malische Armee' }, phrase: army },
];
const attribution = (rows: Contract[], fields: Contract = {}): string =>
  summary({
    schema: 'attribution/1',
    relation: 'involving',
    whole: 'all',
    actors: people,
    rows: rows.map((row) => ({ period: '2024', ...row })),
    ...fields,
  });
const gold = (fields: Contract): string =>
  describe(
    {
      schema: 'gold-gauge/1',
      flow: 'mined',
      sector: 'industrial',
      unit: 't',
      place: { en: 'in Mali', de: 'in Mali' },
      amount: { period: '2024', value: 51.7 },
      source: { producer: 'Ecofin', asOf: '2025-09-30' },
      ...fields,
    },
    'de',
  ).summary;

// --- Whole sentences

test('German: whole periods, incidents and a part of a year, as in the article', () => {
  const data = readFixture('casualties', 'article');
  data.actors = ['Wagner', army];
  data.place.de = 'in Mali';
  data.events[0].label.de = 'Wagner wird Africa Corps';
  assert.equal(
    describe(data, 'de').summary,
    'Im Jahr 2024 wurden laut ACLED in Mali 924 Zivilisten bei Vorfällen (beteiligt: Wagner und die malische Armee) als getötet gemeldet. ' +
      'Vom 1. Januar bis zum 21. November 2025 (325 von 365 Tagen) wurden 434 Zivilisten als getötet gemeldet. ' +
      'Diese Zahl ist nicht mit der eines ganzen Jahres vergleichbar. ' +
      'Die Quelle nennt kein Enddatum; der 21. November 2025 ist das Datum der Veröffentlichung. ' +
      'Die Datenreihe ändert sich im Juni 2025: Wagner wird Africa Corps.',
  );
});
test('German: title, subtitle, name and source line of the article', () => {
  const { title, subtitle, name, source } = describe(readFixture('casualties', 'article'), 'de');
  assert.equal(title, 'Als getötet gemeldete Zivilisten in Mali');
  assert.match(
    subtitle,
    /^Bei Vorfällen \(beteiligt: Wagner und .*\), nach Jahren, 2024 bis 21\. November 2025$/,
  );
  assert.equal(name, 'Säulendiagramm: als getötet gemeldete Zivilisten in Mali, 2024 bis 21. November 2025');
  assert.equal(
    source.text,
    'Quelle: ACLED, via AFP, 21 November 2025. Stand: 21. November 2025 (Datum der Veröffentlichung).',
  );
});
test('German: a minimum, attributed', () => {
  assert.equal(
    summary({ method: 'documented-minimum', relation: 'attributed', actors: [army] }),
    'Im Jahr 2024 wurden in Mali mindestens 924 Zivilisten als getötet dokumentiert. ' +
      'Zuschreibung dieser Todesfälle durch ACLED: die malische Armee.',
  );
});
test('German: an estimate with its range, of people killed or injured', () => {
  assert.equal(
    summary({
      measure: 'killed-and-injured',
      victims: 'not-specified',
      method: 'estimated',
      interval: 'ci95',
      rows: [{ period: '2025-Q3', value: 1250, low: 900, high: 1700 }],
    }),
    'Im 3. Quartal 2025 wurden laut ACLED in Mali schätzungsweise 1.250 Menschen (veröffentlichte Spanne: 900–1.700) getötet oder verletzt. ' +
      'Die Quelle gibt nicht an, wie viele von ihnen Zivilisten waren.',
  );
});
for (const [n, said] of [
  [0, 'wurden laut ACLED in Mali 0 Zivilisten als'],
  [1, 'wurde laut ACLED in Mali 1 Zivilist als'],
  [2, 'wurden laut ACLED in Mali 2 Zivilisten als'],
  [12_345, 'wurden laut ACLED in Mali 12.345 Zivilisten als'],
] as const)
  test(`German: ${n} in the right form`, () => {
    assert.equal(summary({ rows: [{ period: '2024', value: n }] }), `Im Jahr 2024 ${said} getötet gemeldet.`);
  });
test('German: the verb is second whatever the period', () => {
  for (const [period, said] of [
    ['2024-06', 'Im Juni 2024 wurden'],
    ['2024-W14', 'In KW 14 2024 (vom 1. April bis zum 7. April 2024) wurden'],
    ['2024-06-03', 'Am 3. Juni 2024 wurden'],
  ])
    assert.equal(
      summary({ rows: [{ period, value: 9 }], victims: 'combatants', measure: 'injured' }),
      `${said} laut ACLED in Mali 9 Kombattanten als verletzt gemeldet.`,
    );
});
test('German: unknown periods, alone and together', () => {
  assert.equal(
    summary({
      rows: [9, null, 14, null, null].map((value, i) => ({ period: String(2019 + i), value })),
      method: 'documented-minimum',
    }),
    'Im Jahr 2021 wurden laut ACLED in Mali mindestens 14 Zivilisten als getötet dokumentiert. ' +
      'Für 2020 liegt keine Zahl vor. Für den Zeitraum 2022 bis 2023 liegt keine Zahl vor.',
  );
  assert.equal(
    summary({ rows: [{ period: '2024-Q2', value: null }] }),
    'Für das 2. Quartal 2024 liegt keine Zahl vor.',
  );
});
test('German: a revised figure', () => {
  assert.match(
    summary({ rows: [{ period: '2024', value: 924, previous: [{ asOf: '2025-01-15', value: 911 }] }] }),
    / Die Zahl für 2024 wurde revidiert: 911 \(Stand 15\. Januar 2025\), jetzt 924\.$/,
  );
});
test('German: the same days of the earlier year', () => {
  assert.match(
    describe(readFixture('casualties', 'same-days'), 'de').summary,
    / Diese Zahl ist nicht mit der eines ganzen Jahres vergleichbar\. Bis zum entsprechenden Tag des Jahres 2024 betrug die Zahl 655\.$/,
  );
});
test('German: highest and lowest, with the period as it stands inside a sentence', () => {
  assert.match(
    describe(readFixture('casualties', 'mali-ucdp'), 'de').summary,
    / Am höchsten war die Zahl im Jahr 2022: 3\.656\. Am niedrigsten war sie im Jahr 2016: 198\.$/,
  );
});

// --- Attribution: together, disputed and not separated are three things

test('German: joint, alone and unattributed', () => {
  assert.equal(
    attribution([
      { actors: ['a', 'b'], link: 'joint', value: 60 },
      { actors: ['a'], value: 140 },
      { actors: 'unattributed', value: 1 },
    ]),
    'Im Jahr 2024 wurden laut ACLED in Mali 201 Zivilisten als getötet gemeldet. ' +
      'Davon 60 bei Vorfällen (gemeinsam beteiligt: Wagner und die malische Armee), nur einmal gezählt. ' +
      '140 bei Vorfällen (allein beteiligt: Wagner). ' +
      '1 ist keinem Akteur zugeordnet. ' +
      'Je Akteur, mit Überschneidungen: Wagner: beteiligt bei 200. ' +
      'Reihenfolge im Stapel, in jedem Zeitraum gleich: Wagner; Wagner und Malische Armee gemeinsam; Nicht zugeordnet.',
  );
});
test('German: a selection that the source does not separate', () => {
  const text = attribution([{ actors: ['a', 'b'], link: 'unsplit', value: 924 }], { whole: 'selection' });
  assert.equal(
    text,
    'Im Jahr 2024 wurden laut ACLED in Mali 924 Zivilisten bei Vorfällen (beteiligt: Wagner und die malische Armee) als getötet gemeldet. ' +
      'Die Quelle trennt die Zahl nicht nach diesen Akteuren. ' +
      'Die Quelle veröffentlicht keine Zahl für „nicht zugeordnet“. ' +
      'Gezeigt ist eine Auswahl von Vorfällen, nicht die Gesamtzahl der Zivilisten, die in Mali getötet wurden.',
  );
  assert.doesNotMatch(text, /gemeinsam|strittig/);
});
test('German: disputed is neither joint nor proven', () => {
  const text = attribution([
    { actors: ['a', 'b'], link: 'disputed', value: 30 },
    { actors: 'unattributed', value: 4 },
  ]);
  assert.match(
    text,
    / Bei 30 ist die Verantwortung zwischen mehreren Akteuren strittig: Wagner und die malische Armee\. 4 sind keinem Akteur zugeordnet\./,
  );
  assert.doesNotMatch(text, /gemeinsam|beteiligt: /);
});
test('German: attributed by the source', () => {
  assert.match(
    attribution(
      [
        { actors: ['a', 'b'], link: 'joint', value: 299 },
        { actors: ['b'], value: 29 },
      ],
      { relation: 'attributed' },
    ),
    / Davon 299 in gemeinsamer Zuschreibung, nur einmal gezählt: Wagner und die malische Armee\. Alleinige Zuschreibung von 29: die malische Armee\./,
  );
});

// --- Gold

test('German: gold beside an unlike capacity', () => {
  assert.equal(
    gold({
      references: [
        {
          kind: 'capacity',
          flow: 'refined',
          stage: 'planned',
          value: 200,
          label: { en: 'Yadran refinery', de: 'Raffinerie Yadran' },
        },
      ],
    }),
    'Im Jahr 2024 wurden laut Ecofin in Mali 51,7 Tonnen Gold im industriellen Bergbau gefördert. ' +
      'Raffinerie Yadran: 200 Tonnen (geplante Raffineriekapazität). Das ist das 3,9-Fache der Zahl für 2024 und kein Förderziel. ' +
      'Kapazität ist nicht Produktion.',
  );
});
test('German: gold without a value', () => {
  assert.equal(
    gold({ flow: 'refined', sector: 'all', amount: { period: '2025', value: null } }),
    'Für 2025 sind keine Raffineriezahlen angegeben.',
  );
});
test('German: one unit of gold, with the flow that a sector stands beside', () => {
  assert.equal(
    gold({ flow: 'exported', sector: 'artisanal', unit: 'ozt', amount: { period: '2024', value: 1 } }),
    'Im Jahr 2024 wurde laut Ecofin in Mali 1 Feinunze Gold aus handwerklichem Bergbau exportiert.',
  );
});

// --- Numbers and dates

test('German: numbers as CLDR writes them', () => {
  assert.equal(formatNumber(german, 12_345.6), '12.345,6');
  assert.equal(formatNumber(german, 12_345.6), new Intl.NumberFormat('de').format(12_345.6));
  assert.equal(formatShare(german, 1, 3), '33\u00a0%');
  assert.equal(formatTick(german, 2_500_000), '2,5\u00a0Mio.');
});
test('German: dates and periods', () => {
  const day = (month: number, date: number) => dayNumber(2025, month, date);
  assert.equal(formatDay(german, day(11, 21)), '21. November 2025');
  assert.equal(formatDay(german, day(1, 1)), '1. Januar 2025');
  assert.equal(formatDayShort(german, day(11, 21)), '21. Nov.');
  assert.deepEqual(
    ['2025', '2025-Q3', '2025-06', '2025-W14', '2025-06-03'].map((text) =>
      formatPeriod(german, parsePeriod(text)!),
    ),
    ['2025', '3. Quartal 2025', 'Juni 2025', 'KW 14 2025', '3. Juni 2025'],
  );
});
test('German: a clause that a newsroom has put otherwise stands whole', () => {
  registerLanguage({ ...german, tag: 'de-x-desk', text: { ...german.text, 'clause.reported': '{n} Tote' } });
  assert.equal(describe(contract(), 'de-x-desk').summary, 'Im Jahr 2024: 924 Tote in Mali laut ACLED.');
});

test('German: the private mark that parts the pieces of a sentence is in no text', () => {
  assert.equal(
    say(german, 'partial', { when: 'Vom', clause: '1 wurde x', days: 1, full: 2 }).includes('\ue000'),
    false,
  );
});
