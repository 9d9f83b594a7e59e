import assert from 'node:assert/strict';
import test from 'node:test';
import { casualties } from '../../../src/charts/casualties/index.js';
import { describe, readContract, renderSVG } from '../../../src/static/index.js';
import { writeCSV } from '../../../src/words/csv.js';
import { languageFor, type LanguagePack, registerLanguage } from '../../../src/words/language.js';
import english from '../../../src/words/languages/en.js';
import { readDrawing } from '../../support/assert-path.js';
import { readFixture, readFixtures } from '../../support/golden.js';

type Contract = Record<string, any>;

const contract = (fields: Contract = {}): Contract => ({
  schema: 'casualties/1',
  measure: 'killed',
  victims: 'civilians',
  method: 'reported',
  relation: 'all',
  place: { en: 'in Mali', fr: 'au Mali' },
  source: { producer: 'ACLED', asOf: '2025-12-31' },
  rows: [{ period: '2024', value: 924 }],
  ...fields,
});
const asOf = (day: string, fields: Contract = {}): Contract => ({ producer: 'ACLED', asOf: day, ...fields });
const actors = ['Wagner', { en: 'the Malian army', fr: 'l’armée malienne' }];
const summaries = (fields: Contract): { en: string; fr: string } => ({
  en: describe(contract(fields), 'en').summary,
  fr: describe(contract(fields), 'fr').summary,
});
const article = (): Contract => readFixture('casualties', 'article');

/** What is said of each mark: focused, hovered, tapped. */
function marks(
  data: Contract,
  lang: string,
  form = 'columns',
): { spoken: string; heading: string; lines: readonly string[] }[] {
  const reading = casualties.read(data);
  const words = casualties.describe(reading, languageFor(lang), form);
  return reading.rows.map((_, i) => words.mark(i));
}

// --- The article, word for word

test('the article’s summary, in English', () => {
  assert.equal(
    describe(article()).summary,
    'In 2024, 924 civilians were reported killed in Mali in incidents involving Wagner and the Malian army (source: ACLED). ' +
      'From 1 January to 21 November 2025 (325 of 365 days), 434 civilians were reported killed. ' +
      'This cannot be compared with a full year. ' +
      'The source gives no end date; 21 November 2025 is the date of publication. ' +
      'The series changes in June 2025: Wagner becomes Africa Corps.',
  );
});
test('the article’s summary, in French', () => {
  assert.equal(
    describe(article(), 'fr').summary,
    'En 2024, 924 civils ont été tués au Mali dans des incidents impliquant Wagner et l’armée malienne, selon ACLED. ' +
      'Du 1er janvier au 21 novembre 2025 (325 jours sur 365), 434 civils ont été tués. ' +
      'Ce chiffre ne se compare pas à celui d’une année entière. ' +
      'La source n’indique pas de date de fin\u202f; le 21 novembre 2025 est la date de publication. ' +
      'La série change en juin 2025\u00a0: Wagner devient l’Africa Corps.',
  );
});
test('the article’s title, subtitle, name, caveat and source line, in both languages', () => {
  const en = describe(article());
  assert.equal(en.title, 'Civilians reported killed in Mali');
  assert.equal(
    en.subtitle,
    'In incidents involving Wagner and the Malian army, by year, 2024 to 21 November 2025',
  );
  assert.equal(en.name, 'Column chart: civilians reported killed in Mali, 2024 to 21 November 2025');
  assert.equal(en.caveat, 'The source does not say whether the 2025 figure covers Africa Corps.');
  assert.equal(
    en.source.text,
    'Source: ACLED, via AFP, 21 November 2025. Figures as of 21 November 2025, the date of publication.',
  );
  const fr = describe(article(), 'fr');
  assert.equal(fr.title, 'Civils tués au Mali');
  assert.equal(
    fr.subtitle,
    'Dans des incidents impliquant Wagner et l’armée malienne, par année, de 2024 au 21 novembre 2025',
  );
  assert.equal(fr.name, 'Diagramme en colonnes\u00a0: civils tués au Mali, de 2024 au 21 novembre 2025');
  assert.equal(fr.caveat, 'La source ne précise pas si le chiffre de 2025 inclut l’Africa Corps.');
  assert.equal(
    fr.source.text,
    'Source\u00a0: ACLED, via AFP, 21 November 2025. Chiffres au 21 novembre 2025, date de publication.',
  );
});
test('the article’s table says what each figure covers', () => {
  const en = describe(article());
  assert.deepEqual(
    en.columns.map(({ label }) => label),
    ['Period', 'Covers', 'Days', 'Killed', 'Status'],
  );
  assert.deepEqual(en.rows, [
    ['2024', '1 January 2024 – 31 December 2024', '366', '924', 'complete'],
    ['2025', '1 January 2025 – 21 November 2025', '325', '434', 'partial'],
  ]);
  assert.deepEqual(describe(article(), 'fr').rows[1], [
    '2025',
    '1er janvier 2025 – 21 novembre 2025',
    '325',
    '434',
    'incomplète',
  ]);
});
test('the article’s marks are spoken with the days they cover and what they do not allow', () => {
  assert.deepEqual(
    marks(article(), 'en').map(({ spoken }) => spoken),
    ['2024: 924.', '2025, 1 January to 21 November only: 434. Not comparable with full years.'],
  );
  assert.deepEqual(
    marks(article(), 'fr').map(({ spoken }) => spoken),
    [
      '2024\u00a0: 924.',
      '2025, du 1er janvier au 21 novembre seulement\u00a0: 434. Non comparable aux années entières.',
    ],
  );
});
test('the article’s tooltip repeats who, how many, in what incidents, and from whom', () => {
  const [, partial] = marks(article(), 'en');
  const told = [partial!.heading, ...partial!.lines].join(' | ');
  assert.match(told, /^2025, 1 January to 21 November only \| /);
  assert.match(
    told,
    /434 civilians were reported killed \| In incidents involving Wagner and the Malian army/,
  );
  assert.match(told, /Not comparable with full years\./);
  assert.match(told, /ACLED, AFP, 21 November 2025$/);
});

// --- Every case of the templates

for (const [title, fields, en, fr] of [
  [
    'a whole year, all incidents',
    {},
    'In 2024, 924 civilians were reported killed in Mali (source: ACLED).',
    'En 2024, 924 civils ont été tués au Mali, selon ACLED.',
  ],
  [
    'involving',
    { relation: 'involving', actors },
    'In 2024, 924 civilians were reported killed in Mali in incidents involving Wagner and the Malian army (source: ACLED).',
    'En 2024, 924 civils ont été tués au Mali dans des incidents impliquant Wagner et l’armée malienne, selon ACLED.',
  ],
  [
    'attributed',
    { relation: 'attributed', actors },
    'In 2024, 924 civilians were reported killed in Mali. ACLED attributes these deaths to Wagner and the Malian army.',
    'En 2024, 924 civils ont été tués au Mali. Responsabilité attribuée par ACLED\u00a0: Wagner et l’armée malienne.',
  ],
  [
    'attributed, injured',
    { relation: 'attributed', actors: ['Wagner'], measure: 'injured' },
    'In 2024, 924 civilians were reported as injured in Mali. ACLED attributes these injuries to Wagner.',
    'En 2024, 924 civils ont été blessés au Mali. Responsabilité attribuée par ACLED\u00a0: Wagner.',
  ],
  [
    'a documented minimum',
    { method: 'documented-minimum' },
    'In 2024, at least 924 civilians are on record as killed in Mali (source: ACLED).',
    'En 2024, au moins 924 civils tués ont été recensés au Mali, selon ACLED.',
  ],
  [
    'an estimate',
    { method: 'estimated' },
    'In 2024, by one estimate, 924 civilians were killed in Mali (source: ACLED).',
    'En 2024, une estimation fait état de 924 civils tués au Mali, selon ACLED.',
  ],
  [
    'a range',
    { interval: 'source-range', rows: [{ period: '2024', value: 1901, low: 1783, high: 2644 }] },
    'In 2024, 1,901 civilians were reported killed (published range 1,783–2,644) in Mali (source: ACLED).',
    'En 2024, 1\u202f901 civils ont été tués (fourchette publiée\u00a0: 1\u202f783–2\u202f644) au Mali, selon ACLED.',
  ],
  [
    'a partial year, with the same days of the year before',
    {
      source: asOf('2025-10-31'),
      rows: [
        { period: '2024', value: 820, samePeriod: { through: '2024-10-31', value: 655 } },
        { period: '2025', value: 598 },
      ],
    },
    'In 2024, 820 civilians were reported killed in Mali (source: ACLED). From 1 January to 31 October 2025 (304 of 365 days), 598 civilians were reported killed. This cannot be compared with a full year. By the same date in 2024 the figure was 655.',
    'En 2024, 820 civils ont été tués au Mali, selon ACLED. Du 1er janvier au 31 octobre 2025 (304 jours sur 365), 598 civils ont été tués. Ce chiffre ne se compare pas à celui d’une année entière. À la même date en 2024, le chiffre était de 655.',
  ],
  [
    'an end that is inferred',
    { source: asOf('2024-06-30', { asOfBasis: 'publication' }) },
    'From 1 January to 30 June 2024 (182 of 366 days), 924 civilians were reported killed in Mali (source: ACLED). This cannot be compared with a full year. The source gives no end date; 30 June 2024 is the date of publication.',
    'Du 1er janvier au 30 juin 2024 (182 jours sur 366), 924 civils ont été tués au Mali, selon ACLED. Ce chiffre ne se compare pas à celui d’une année entière. La source n’indique pas de date de fin\u202f; le 30 juin 2024 est la date de publication.',
  ],
  [
    'a break of the series on a day',
    {
      events: [
        { at: '2024-06-06', kind: 'series-break', label: { en: 'New rules.', fr: 'Nouvelles règles.' } },
      ],
    },
    'In 2024, 924 civilians were reported killed in Mali (source: ACLED). The series changes on 6 June 2024: New rules.',
    'En 2024, 924 civils ont été tués au Mali, selon ACLED. La série change le 6 juin 2024\u00a0: Nouvelles règles.',
  ],
  [
    'a figure that is not known',
    {
      rows: [
        { period: '2023', value: null },
        { period: '2024', value: 924 },
      ],
    },
    'In 2024, 924 civilians were reported killed in Mali (source: ACLED). No figure is available for 2023.',
    'En 2024, 924 civils ont été tués au Mali, selon ACLED. Aucun chiffre n’est disponible pour 2023.',
  ],
  [
    'a figure that was revised',
    { rows: [{ period: '2024', value: 924, previous: [{ asOf: '2025-01-15', value: 911 }] }] },
    'In 2024, 924 civilians were reported killed in Mali (source: ACLED). The 2024 figure was 911 on 15 January 2025; it is now 924.',
    'En 2024, 924 civils ont été tués au Mali, selon ACLED. Le chiffre de 2024 était de 911 le 15 janvier 2025\u202f; il est désormais de 924.',
  ],
  [
    'zero, which is singular in French',
    { rows: [{ period: '2024', value: 0 }] },
    'In 2024, 0 civilians were reported killed in Mali (source: ACLED).',
    'En 2024, 0 civil a été tué au Mali, selon ACLED.',
  ],
  [
    'one',
    { rows: [{ period: '2024', value: 1 }] },
    'In 2024, 1 civilian was reported killed in Mali (source: ACLED).',
    'En 2024, 1 civil a été tué au Mali, selon ACLED.',
  ],
  [
    'a million, which takes « de » in French',
    { rows: [{ period: '2024', value: 1_000_000 }] },
    'In 2024, 1,000,000 civilians were reported killed in Mali (source: ACLED).',
    'En 2024, 1\u202f000\u202f000 de civils ont été tués au Mali, selon ACLED.',
  ],
  [
    'people, whose verb agrees in French',
    { victims: 'everyone', rows: [{ period: '2024', value: 0 }] },
    'In 2024, 0 people were reported killed in Mali (source: ACLED).',
    'En 2024, 0 personne a été tuée au Mali, selon ACLED.',
  ],
  [
    'victims that are not specified, which is said',
    { victims: 'not-specified', measure: 'killed-and-injured' },
    'In 2024, 924 people were reported killed or injured in Mali (source: ACLED). The source does not state how many of them were civilians.',
    'En 2024, 924 personnes ont été tuées ou blessées au Mali, selon ACLED. La source ne précise pas combien d’entre elles étaient des civils.',
  ],
  [
    'combatants, injured',
    { victims: 'combatants', measure: 'injured' },
    'In 2024, 924 combatants were reported as injured in Mali (source: ACLED).',
    'En 2024, 924 combattants ont été blessés au Mali, selon ACLED.',
  ],
  [
    'a month',
    { rows: [{ period: '2024-08', value: 5 }] },
    'In August 2024, 5 civilians were reported killed in Mali (source: ACLED).',
    'En août 2024, 5 civils ont été tués au Mali, selon ACLED.',
  ],
  [
    'a quarter',
    { rows: [{ period: '2024-Q1', value: 5 }] },
    'In Q1 2024, 5 civilians were reported killed in Mali (source: ACLED).',
    'Au 1er trimestre 2024, 5 civils ont été tués au Mali, selon ACLED.',
  ],
  [
    'a day, the first of its month',
    { rows: [{ period: '2024-06-01', value: 5 }] },
    'On 1 June 2024, 5 civilians were reported killed in Mali (source: ACLED).',
    'Le 1er juin 2024, 5 civils ont été tués au Mali, selon ACLED.',
  ],
  [
    'a week, with its days',
    { rows: [{ period: '2025-W14', value: 5 }] },
    'In week 14 of 2025 (31 March to 6 April 2025), 5 civilians were reported killed in Mali (source: ACLED).',
    'En semaine 14 de 2025 (du 31 mars au 6 avril 2025), 5 civils ont été tués au Mali, selon ACLED.',
  ],
  [
    'a partial month',
    { source: asOf('2025-09-14'), rows: [{ period: '2025-09', value: 5 }] },
    'From 1 September to 14 September 2025 (14 of 30 days), 5 civilians were reported killed in Mali (source: ACLED). This cannot be compared with a full month.',
    'Du 1er septembre au 14 septembre 2025 (14 jours sur 30), 5 civils ont été tués au Mali, selon ACLED. Ce chiffre ne se compare pas à celui d’un mois entier.',
  ],
  [
    'partial quarters and weeks have words of their own',
    { source: asOf('2025-08-14'), rows: [{ period: '2025-Q3', value: 5 }] },
    'From 1 July to 14 August 2025 (45 of 92 days), 5 civilians were reported killed in Mali (source: ACLED). This cannot be compared with a full quarter.',
    'Du 1er juillet au 14 août 2025 (45 jours sur 92), 5 civils ont été tués au Mali, selon ACLED. Ce chiffre ne se compare pas à celui d’un trimestre entier.',
  ],
  [
    'a partial week across the turn of the year',
    { source: asOf('2025-01-01'), rows: [{ period: '2025-W01', value: 5 }] },
    'From 30 December 2024 to 1 January 2025 (3 of 7 days), 5 civilians were reported killed in Mali (source: ACLED). This cannot be compared with a full week.',
    'Du 30 décembre 2024 au 1er janvier 2025 (3 jours sur 7), 5 civils ont été tués au Mali, selon ACLED. Ce chiffre ne se compare pas à celui d’une semaine entière.',
  ],
  [
    'the highest and the lowest of many whole years',
    {
      rows: [
        { period: '2021', value: 5 },
        { period: '2022', value: 1900 },
        { period: '2023', value: 3 },
        { period: '2024', value: 7 },
      ],
    },
    'In 2024, 7 civilians were reported killed in Mali (source: ACLED). The highest figure by year was 1,900, in 2022. The lowest was 3, in 2023.',
    'En 2024, 7 civils ont été tués au Mali, selon ACLED. Le chiffre par année le plus élevé est 1\u202f900, en 2022. Le plus bas est 3, en 2023.',
  ],
] as const)
  test(`the summary of ${title}`, () => {
    assert.deepEqual(summaries(fields), { en, fr });
  });

test('three actors are listed with commas and one “and”', () => {
  const { en, fr } = summaries({ relation: 'involving', actors: ['A', 'B', 'C'] });
  assert.match(en, /involving A, B and C \(/);
  assert.match(fr, /impliquant A, B et C,/);
});

test('a partial figure is never the highest or the lowest', () => {
  const { en } = summaries({
    source: asOf('2025-01-05'),
    rows: [
      { period: '2022', value: 50 },
      { period: '2023', value: 70 },
      { period: '2024', value: 60 },
      { period: '2025', value: 1 },
    ],
  });
  assert.match(en, /The highest figure by year was 70, in 2023\. The lowest was 50, in 2022\./);
});

test('no highest and lowest are told across a break of the series', () => {
  const { en } = summaries({
    events: [{ at: '2023', kind: 'series-break', label: 'New rules' }],
    rows: ['2021', '2022', '2023', '2024'].map((period, i) => ({ period, value: i + 3 })),
  });
  assert.doesNotMatch(en, /highest|lowest/);
  assert.match(en, /The series changes in 2023: New rules\./);
});

test('a correction is told below the figure, with its day', () => {
  const corrected = readFixture('casualties', 'corrected');
  assert.deepEqual(describe(corrected).notes, [
    'Correction, 2 March 2025: The 2024 figure was first given as 911.',
  ]);
  assert.deepEqual(describe(corrected, 'fr').notes, [
    'Correction du 2 mars 2025\u00a0: Le chiffre de 2024 avait d’abord été donné à 911.',
  ]);
});

test('a withdrawal replaces the figures everywhere', () => {
  const withdrawn = readFixture('casualties', 'withdrawn');
  const en = describe(withdrawn);
  assert.equal(en.summary, 'Withdrawn on 2 March 2025. The source has withdrawn these figures.');
  assert.deepEqual(en.rows, []);
  assert.equal(
    describe(withdrawn, 'fr').summary,
    'Chiffre retiré le 2 mars 2025. La source a retiré ces chiffres.',
  );
  for (const lang of ['en', 'fr']) assert.doesNotMatch(renderSVG(withdrawn, { lang }), />[^<]*\b(702|924)\b/);
});

test('an unknown figure is n/k in the table and never 0', () => {
  const { rows, columns } = describe(readFixture('casualties', 'gap-in-reports'));
  const value = columns.findIndex(({ key }) => key === 'value');
  const status = columns.findIndex(({ key }) => key === 'status');
  assert.deepEqual(
    rows.map((row) => [row[0], row[value], row[status]]),
    [
      ['2018', '310', 'complete'],
      ['2019', '420', 'complete'],
      ['2020', 'n/k', 'not known'],
      ['2021', 'n/k', 'not known'],
      ['2022', '0', 'complete'],
      ['2024', '275', 'complete'],
      ['2025', '301', 'complete'],
    ],
  );
});

test('the same days of the earlier year are named by days that year has', () => {
  const leap = contract({
    source: asOf('2024-02-29'),
    rows: [
      { period: '2023', value: 50, samePeriod: { through: '2023-02-28', value: 9 } },
      { period: '2024', value: 5 },
    ],
  });
  const spoken = (lang: string): string => JSON.stringify(marks(leap, lang)[0]);
  assert.match(spoken('en'), /9 for the same days, 1 January to 28 February 2023/);
  assert.match(spoken('fr'), /9 pour les mêmes jours, du 1er janvier au 28 février 2023/);
  for (const lang of ['en', 'fr']) {
    const texts = readDrawing(renderSVG(leap, { width: 1600, lang })).texts.map(({ text }) => text);
    for (const text of texts) assert.doesNotMatch(text, /29 (Feb|févr)\S* 2023|1 (March|mars)/);
  }
});

// --- Real French

const fr = (fields: Contract): string => {
  const { title, subtitle, summary, name, notes } = describe(contract(fields), 'fr');
  return [title, subtitle, summary, name, ...notes].join(' | ');
};
const monthly = (...months: string[]): Contract => ({
  rows: months.map((period, i) => ({ period, value: i + 2 })),
});
test('French elides « de » before avril, août and octobre', () => {
  for (const month of ['04', '08', '10']) {
    const span = fr(monthly(`2024-${month}`, '2024-12'));
    assert.doesNotMatch(span, /\bde (avril|août|octobre)/);
    assert.match(span, /d’(avril|août|octobre) 2024 à décembre 2024/);
    const revised = fr({
      rows: [{ period: `2024-${month}`, value: 5, previous: [{ asOf: '2025-01-15', value: 3 }] }],
    });
    assert.match(revised, /Le chiffre d’(avril|août|octobre) 2024 était de 3/);
  }
  assert.match(fr(monthly('2024-01', '2024-12')), /de janvier 2024 à décembre 2024/);
});
test('French names the revised figure of a quarter, a week and a day with its article', () => {
  const revised = (period: string): string =>
    fr({ rows: [{ period, value: 5, previous: [{ asOf: '2025-06-15', value: 3 }] }] });
  assert.match(revised('2024-Q1'), /Le chiffre du 1er trimestre 2024 était de 3/);
  assert.match(revised('2024-W14'), /Le chiffre de la semaine 14 de 2024 était de 3/);
  assert.match(revised('2024-06-01'), /Le chiffre du 1er juin 2024 était de 3/);
});
test('French compares « à la même date » of a quarter with « du », of a month with « en »', () => {
  const compared = (earlier: string, period: string, through: string): string =>
    fr({
      source: asOf(`2025-${through}`),
      rows: [
        { period: earlier, value: 50, samePeriod: { through: `2024-${through}`, value: 9 } },
        { period, value: 5 },
      ],
    });
  assert.match(
    compared('2024-Q2', '2025-Q2', '05-15'),
    /À la même date du 2e trimestre 2024, le chiffre était de 9\./,
  );
  assert.match(
    compared('2024-04', '2025-04', '04-15'),
    /À la même date en avril 2024, le chiffre était de 9\./,
  );
});
test('French sets a space that does not break before colons and semicolons, and U+202F in thousands', () => {
  for (const { name, contract: data } of readFixtures('casualties')) {
    const reading = describe(
      { ...data, title: undefined, source: { producer: 'X', asOf: data.source.asOf } },
      'fr',
    );
    for (const text of [
      reading.title,
      reading.subtitle,
      reading.summary,
      reading.name,
      reading.source.text,
    ]) {
      assert.doesNotMatch(text, /[^\u00a0\u202f][:;](\s|$)/, name);
      assert.doesNotMatch(text, /\d[ \u00a0]\d{3}\b/, name);
    }
  }
});
test('French writes the first of a month 1er, never 1', () => {
  for (const { contract: data } of readFixtures('casualties')) {
    const { subtitle, summary, rows } = describe(data, 'fr');
    for (const text of [subtitle, summary, ...rows.flat()])
      assert.doesNotMatch(
        text,
        /\b1 (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/,
      );
  }
});

// --- What no text may say

/** Every text a chart shows, speaks or exports, coordinates aside. */
function everyText(data: Contract, lang: string): string[] {
  const pack = languageFor(lang);
  const reading = casualties.read(data);
  const texts: string[] = [];
  for (const form of ['columns', 'area']) {
    const words = casualties.describe(reading, pack, form);
    const { title, subtitle, name, contentNote, summary, caveat, notes, withdrawal, source, columns } = words;
    texts.push(title, subtitle, name, contentNote, summary, caveat, ...notes, withdrawal, source.text);
    texts.push(...columns.map(({ label }) => label));
    for (let i = 0; i < words.rowCount; i++) {
      const { spoken, heading, lines } = words.mark(i);
      texts.push(...words.row(i), spoken, heading, ...lines);
    }
  }
  for (const view of ['columns', 'cumulative']) {
    for (const width of [240, 320, 480, 640, 900, 1200, 1600]) {
      const { form, key, eventList } = casualties.layout(reading, { width, pack, view });
      texts.push(...key.map(({ text }) => text), ...eventList, form);
      const drawing = readDrawing(renderSVG(data, { width, lang, view }));
      texts.push(
        drawing.attributes['aria-label']!,
        drawing.description,
        ...drawing.texts.map(({ text }) => text),
      );
    }
  }
  texts.push(...writeCSV(casualties.tabulate(reading)).slice(1).split(/\r\n/));
  return [...new Set(texts)].filter(Boolean);
}

test('the article’s notes to the desk speak of no change and of no killers', () => {
  for (const { message } of readContract(article()).notes) assert.doesNotMatch(message, /53|%|killed by/);
});
for (const { name, contract: data } of readFixtures('casualties'))
  test(`${name}: civilians are named where the contract counts them, and the killed are reported`, () => {
    // The desk's own words are its own; what no text may say in any language is in test/words/forbidden.test.ts.
    const {
      title: _title,
      subtitle: _subtitle,
      caveat: _caveat,
      events: _events,
      notices: _notices,
      ...generated
    } = data;
    if (data.victims !== 'civilians' && data.victims !== 'not-specified')
      for (const text of [...everyText(generated, 'en'), ...everyText(generated, 'fr')])
        assert.doesNotMatch(text, /civil/i);
    if (data.method !== 'reported' || data.rows.length === 0) return;
    const { title, name, summary } = describe(generated);
    for (const text of [title, name, ...summary.split('. ')])
      if (/killed|injured/.test(text)) assert.match(text, /reported/);
  });

// --- Languages are data

const invented = (fields: Partial<LanguagePack> & { tag: string }): LanguagePack => ({
  name: 'Invented',
  dir: 'ltr',
  group: '·',
  decimal: ',',
  months: 'Onu Du Tri Kvar Kvin Ses Sep Ok Nau Dek Dekun Dekdu'.split(' '),
  monthsShort: 'on du tr kv ki se sp ok na de du1 du2'.split(' '),
  text: {},
  ...fields,
});

test('a newsroom’s own pack is used, in its words and its months', () => {
  registerLanguage(
    invented({
      tag: 'qaa',
      text: {
        full: '[{when}] {clause} {place}{involving}{according}!',
        'in.month': 'dum {period}',
        'who.civilians': 'civiluloj',
        'clause.reported': '{n} {who} mortigitaj',
        according: ' ({producer})',
        month: '{month} {year}',
      },
    }),
  );
  const { summary } = describe(contract({ rows: [{ period: '2024-08', value: 1901 }] }), 'qaa');
  assert.equal(summary, '[dum Ok 2024] 1·901 civiluloj mortigitaj in Mali (ACLED)!');
});
test('a pack without a sentence says it in English, with its own months', () => {
  registerLanguage(invented({ tag: 'qab' }));
  const { summary, title, subtitle } = describe(
    contract({ source: asOf('2024-11-21'), rows: [{ period: '2024', value: 1901 }] }),
    'qab',
  );
  assert.equal(
    summary,
    'From 1 Onu to 21 Dekun 2024 (326 of 366 days), 1·901 civilians were reported killed in Mali (source: ACLED). This cannot be compared with a full year.',
  );
  assert.equal(title, 'Civilians reported killed in Mali');
  assert.match(subtitle, /2024 to 21 Dekun 2024/);
});
test('no English month is shown in another language, in words or on the axis', () => {
  registerLanguage(invented({ tag: 'qab' }));
  const data = readFixture('casualties', 'months-partial');
  const { summary, subtitle, rows } = describe(data, 'qab');
  const drawn = readDrawing(renderSVG(data, { lang: 'qab', width: 1600 })).texts.map(({ text }) => text);
  const months = new RegExp(`\\b(${english.months.join('|')}|${english.monthsShort.join('|')})\\b`);
  // "May" alone could be a verb; here it is not.
  for (const text of [summary, subtitle, ...rows.flat(), ...drawn]) assert.doesNotMatch(text, months);
  assert.ok(drawn.some((text) => text === 'on' || text === 'Onu'));
});
test('digits, order and direction come from the pack, in the picture too', () => {
  registerLanguage(
    invented({
      tag: 'qrt',
      dir: 'rtl',
      digits: '٠١٢٣٤٥٦٧٨٩',
      group: '٬',
      decimal: '٫',
      months: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
      monthsShort: 'ينا فبر مار أبر ماي يون يول أغس سبت أكت نوف ديس'.split(' '),
      plural: (n) => (n === 0 ? 'zero' : n === 1 ? 'one' : n === 2 ? 'two' : 'other'),
    }),
  );
  const data = contract({
    source: asOf('2025-11-21'),
    rows: [
      { period: '2024', value: 1901 },
      { period: '2025', value: 434 },
    ],
  });
  const { summary, rows } = describe(data, 'qrt');
  assert.match(summary, /١٬٩٠١/);
  assert.match(summary, /From ١ يناير to ٢١ نوفمبر ٢٠٢٥ \(٣٢٥ of ٣٦٥ days\)/);
  assert.deepEqual(rows[0]!.slice(2, 4), ['٣٦٦', '١٬٩٠١']);
  const drawn = readDrawing(renderSVG(data, { lang: 'qrt' }));
  assert.equal(drawn.attributes.lang, 'qrt');
  // All but the desk's own words and the machine's attributes.
  for (const { text } of drawn.texts) assert.doesNotMatch(text, /[0-9]/);
  assert.ok(
    drawn.texts.some(({ text }) => text === '٠'),
    'the axis begins at ٠',
  );
  assert.ok(drawn.texts.some(({ text }) => text === '١٬٩٠١'));
});
test('a plural form that a sentence lacks falls back to its general one', () => {
  registerLanguage(invented({ tag: 'qac', plural: (n) => (n === 2 ? 'two' : 'other') }));
  assert.match(
    describe(contract({ rows: [{ period: '2024', value: 2 }] }), 'qac').summary,
    /2 civilians were/,
  );
});
for (const tag of ['x-newsroom', 'pt_BR', 'Bamanankan'])
  test(`a pack is used though the engine knows no language "${tag}"`, () => {
    registerLanguage(invented({ tag }));
    assert.match(
      describe(contract({ rows: [{ period: '2024-08', value: 2 }] }), tag).summary,
      /In Ok 2024, 2 civilians were/,
    );
  });
test('four-digit numbers stay together where the pack says so', () => {
  registerLanguage(invented({ tag: 'qad', group: '.', groupFrom: 5 }));
  const told = (value: number): string =>
    describe(contract({ rows: [{ period: '2024', value }] }), 'qad').summary;
  assert.match(told(1901), / 1901 civilians/);
  assert.match(told(19_011), / 19\.011 civilians/);
  assert.match(told(2_019_011), / 2\.019\.011 civilians/);
});
test('a second registration adds to the first', () => {
  registerLanguage(invented({ tag: 'qae', text: { nk: 'first', 'column.period': 'Tempo' } }));
  registerLanguage(invented({ tag: 'qae', text: { nk: 'second' } }));
  const { columns, rows } = describe(contract({ rows: [{ period: '2024', value: null }] }), 'qae');
  assert.equal(columns[0]!.label, 'Tempo');
  assert.ok(rows[0]!.includes('second'));
});
test('a tag finds its base language, in any case of letters, and an unknown tag is English', () => {
  const said = (lang: string): string => describe(article(), lang).title;
  assert.equal(said('fr-ML'), 'Civils tués au Mali');
  assert.equal(said('FR'), 'Civils tués au Mali');
  for (const lang of ['tlh', '', '__proto__', 'constructor', '?'])
    assert.match(said(lang), /^Civilians reported killed/);
});
// --- The machine's table

test('CSV has a header, ISO days, empty cells for the unknown, and CRLF', () => {
  const csv = writeCSV(casualties.tabulate(casualties.read(readFixture('casualties', 'gap-in-reports'))));
  const lines = csv.split('\r\n');
  assert.equal(csv.charCodeAt(0), 0xfeff);
  assert.equal(
    lines[0]!.slice(1),
    'period,from,through,days,value,low,high,same_period,status,note,source,as_of,licence',
  );
  assert.equal(
    lines[3],
    '2020,2020-01-01,2020-12-31,366,,,,,unknown,The office was closed.,Example data,2025-12-31,',
  );
  assert.equal(lines[5], '2022,2022-01-01,2022-12-31,365,0,,,,complete,,Example data,2025-12-31,');
  assert.equal(lines.at(-1), '');
});
test('CSV quotes what needs quoting and disarms formulas', () => {
  const data = contract({
    source: { producer: '=HYPERLINK("http://x")', asOf: '2025-12-31', licence: '+1' },
    rows: [{ period: '2024', value: 1, note: 'a "quoted", text' }],
  });
  const csv = writeCSV(casualties.tabulate(casualties.read(data)));
  assert.match(csv, /,"a ""quoted"", text",/);
  assert.match(csv, /,"'=HYPERLINK\(""http:\/\/x""\)",/);
  assert.match(csv, /,'\+1\r\n/);
});

test('periods that no row speaks of are counted as not known, with those whose figure is null', () => {
  // Of the sixteen months from August 2024 to November 2025 five have a figure.
  const rows = ['2024-08', '2024-10', '2024-11', '2025-01', '2025-04', '2025-11'].map((period, i) => ({
    period,
    value: i === 1 ? null : 10 + i,
  }));
  const { summary } = describe(contract({ source: asOf('2025-11-30'), rows }));
  assert.match(summary, /No figure is available for 11 of 16 periods\./);
});

test('where lines are drawn, each point says the figures of its year so far; the table has them too', () => {
  const rows = ['2024-01', '2024-02', '2024-03', '2024-05'].map((period, i) => ({
    period,
    value: 10 * (i + 1),
  }));
  const reading = casualties.read(contract({ source: asOf('2024-12-31'), rows }));
  const words = casualties.describe(reading, languageFor('en'), 'cumulative');
  const at = words.columns.findIndex(({ key }) => key === 'running');
  // 10, 10 + 20, 10 + 20 + 30; after the gap in April nobody can count on.
  assert.deepEqual(
    rows.map((_, i) => words.row(i)[at]),
    ['10', '30', '60', ''],
  );
  assert.match(words.mark(2).spoken, /March 2024: 30\. Since the year began: 60\./);
  assert.ok(words.mark(2).lines.includes('Since the year began: 60'));
  assert.doesNotMatch(words.mark(3).spoken, /began/);
  const columns = casualties.describe(reading, languageFor('en'), 'columns');
  assert.ok(!columns.columns.some(({ key }) => key === 'running'));
});
test('a period that no row speaks of is a gap to the ear, as one whose figure is not known', () => {
  const rows = [
    { period: '2020', value: 5 },
    { period: '2023', value: 7 },
    { period: '2024', value: null },
  ];
  const reading = casualties.read(contract({ source: asOf('2024-12-31'), rows }));
  assert.deepEqual(
    casualties.tones(reading).map(({ value }) => value),
    [5, null, null, 7, null],
  );
});

test('a period with a range alone is told with it, wherever it is told', () => {
  const of = (rows: unknown[]): Contract => contract({ interval: 'source-range', rows });
  const only = of([{ period: '2024', value: null, low: 3, high: 9 }]);
  assert.equal(describe(only).summary, 'No figure is available for 2024. Published range 3 to 9.');
  const [mark] = marks(only, 'en');
  assert.equal(mark!.spoken, '2024: not known or not published. Published range 3 to 9.');
  assert.ok(mark!.lines.includes('Published range 3 to 9.'));
  // What may be anywhere from 3 to 9 may be the highest.
  const several = of([
    { period: '2020', value: 5 },
    { period: '2021', value: 6 },
    { period: '2022', value: null, low: 3, high: 9 },
    { period: '2023', value: 8 },
  ]);
  assert.match(describe(several).summary, /No figure is available for 2022\. Published range 3 to 9\./);
  assert.doesNotMatch(describe(several).summary, /highest|lowest/);
});

test('a change of the series is dated as what it is: a day, a period, or a span', () => {
  const told = (event: Contract, lang: string): string =>
    /[^.]*X/
      .exec(
        describe(contract({ events: [{ kind: 'series-break', label: 'X', ...event }] }), lang).summary,
      )![0]
      .trim();
  const span = { at: '2024-02-03', to: '2024-03-04' };
  assert.equal(told(span, 'en'), 'The series changes (3 February–4 March 2024): X');
  assert.equal(told(span, 'fr'), 'La série change (3 février–4 mars 2024)\u00a0: X');
  assert.equal(told({ at: '2024-04-02', to: '2024-04-02' }, 'en'), 'The series changes on 2 April 2024: X');
  assert.equal(told({ at: '2024-04' }, 'en'), 'The series changes in April 2024: X');
});

test('one day of a year is one day', () => {
  const rows = [{ period: '2025', value: 4, from: '2025-02-02', through: '2025-02-02' }];
  const told = summaries({ rows });
  assert.match(told.en, /^On 2 February 2025 \(1 of 365 days\), 4 civilians/);
  assert.match(told.fr, /^Le 2 février 2025 \(1 jour sur 365\), 4 civils/);
});

test('a last touch on a sentence leaves the names in it as they are', () => {
  const named = ['Sector Y Insurgents', 'Groupe O Ouaga'];
  const { summary } = describe(contract({ relation: 'involving', actors: named }), 'es');
  for (const name of named) assert.ok(summary.includes(name), summary);
});

test('two unknown years with ranges are told each with its own', () => {
  const { summary } = describe(
    contract({
      interval: 'source-range',
      rows: [
        { period: '2023', value: null, low: 20, high: 70 },
        { period: '2024', value: null, low: 5, high: 50 },
      ],
    }),
  );
  assert.equal(
    summary,
    'No figure is available for 2023. Published range 20 to 70. No figure is available for 2024. Published range 5 to 50.',
  );
});
test('no whole year is the highest beside a part of one that is higher', () => {
  const rows = [
    { period: '2021', value: 50 },
    { period: '2022', value: 60 },
    { period: '2023', value: 70 },
    { period: '2024', value: 55 },
    { period: '2025', value: 110 },
  ];
  const { summary } = describe(contract({ source: asOf('2025-06-30'), rows }));
  assert.doesNotMatch(summary, /highest/);
});
test('of two sound figures for the same days one is drawn, and the other is noted', () => {
  const rows = [
    { period: '2023', value: 800, samePeriod: { value: 700, through: '2023-11-21' } },
    { period: '2024', value: 924, samePeriod: { value: 655, through: '2024-11-21' } },
    { period: '2025', value: 434 },
  ];
  const { notes } = readContract(contract({ source: asOf('2025-11-21'), rows }));
  assert.deepEqual(
    notes.filter(({ code }) => code === 'W_PARTIAL').map(({ path }) => path),
    ['rows[0].samePeriod'],
  );
});
test('the end of the same days is a day of the earlier year', () => {
  const data = contract({
    source: asOf('2024-02-29'),
    rows: [
      { period: '2023', value: 100, samePeriod: { value: 20, through: '2023-02-28' } },
      { period: '2024', value: 30 },
    ],
  });
  const texts = readDrawing(renderSVG(data, { width: 900 })).texts.map(({ text }) => text);
  assert.ok(texts.includes('to 28 Feb'), texts.join());
});
test('a year that stops early carries its last day, beside whole ones', () => {
  const rows = ['2022', '2023', '2024'].flatMap((year) =>
    Array.from({ length: 12 }, (_, i) => ({
      period: `${year}-${String(i + 1).padStart(2, '0')}`,
      value: year === '2023' && i === 11 ? null : 10,
    })),
  );
  const data = contract({ rows });
  const texts = readDrawing(renderSVG(data, { width: 640, view: 'cumulative' })).texts.map(
    ({ text }) => text,
  );
  assert.ok(texts.includes('30 Nov'), texts.join());
});
