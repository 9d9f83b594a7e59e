import assert from 'node:assert/strict';
import test from 'node:test';
import { attribution } from '../../../src/charts/attribution/index.js';
import { drawSample } from '../../../src/charts/attribution/drawing.js';
import { parsePeriod } from '../../../src/data/period.js';
import { markup } from '../../../src/drawing/markup.js';
import { THEMES } from '../../../src/drawing/theme.js';
import { describe, readContract, renderHTML, renderSVG } from '../../../src/static/index.js';
import { packFor } from '../../../src/static/languages.js';
import { writeCSV } from '../../../src/words/csv.js';
import type { MarkWords } from '../../../src/words/description.js';
import { languageFor } from '../../../src/words/language.js';
import { readDrawing } from '../../support/assert-path.js';
import { readFixture, readFixtures } from '../../support/golden.js';

type Contract = Record<string, any>;
const LANGUAGES = ['en', 'fr'] as const;
const VIEWS = [undefined, 'stack', 'share', 'involved'];

const contract = (rows: unknown[], fields: Contract = {}): Contract => ({
  schema: 'attribution/1',
  measure: 'killed',
  victims: 'civilians',
  method: 'reported',
  relation: 'involving',
  whole: 'all',
  place: { en: 'in Mali', fr: 'au Mali' },
  source: { producer: 'ACLED', asOf: '2025-12-31' },
  actors: [
    { id: 'a', name: { en: 'Alder', fr: 'Aulne' }, slot: 1 },
    {
      id: 'b',
      name: { en: 'Birch Army', fr: 'Armée du bouleau' },
      phrase: { en: 'the Birch Army', fr: 'l’Armée du bouleau' },
      slot: 2,
    },
    { id: 'c', name: { en: 'Cedar', fr: 'Cèdre' }, slot: 3 },
  ],
  rows,
  ...fields,
});
const row = (actors: string, value: number | null, fields: Contract = {}): Contract => ({
  period: '2024',
  actors: actors === '-' ? 'unattributed' : [...actors],
  value,
  ...fields,
});
const joint = { link: 'joint' };
const unsplit = { link: 'unsplit' };
const disputed = { link: 'disputed' };
const attributed = { relation: 'attributed' };
const selection = { whole: 'selection' };
const partial = (fields: Contract = {}): Contract => ({
  source: { producer: 'ACLED', asOf: '2024-11-21', ...fields },
});

/** What is said of each mark: focused, hovered, tapped. */
function marksOf(data: Contract, lang: string): MarkWords[] {
  const reading = attribution.read(data);
  const words = attribution.describe(reading, languageFor(lang), 'stack');
  return reading.rows.map((_, i) => words.mark(i));
}

/** The words of a chart, a text each: title, summary, table, marks, key, events; what the picture holds stands apart. */
function wordsOf(data: Contract, lang: string): string[] {
  const pack = languageFor(lang);
  const reading = attribution.read(data);
  const texts: string[] = [];
  for (const form of ['stack', 'rows', 'areas', 'share', 'involved', 'panels']) {
    const words = attribution.describe(reading, pack, form);
    const { title, subtitle, name, contentNote, summary, caveat, notes, withdrawal, source, columns } = words;
    texts.push(title, subtitle, name, contentNote, summary, caveat, ...notes, withdrawal, source.text);
    texts.push(...columns.filter(({ key }) => key !== 'link').map(({ label }) => label));
    if (form !== 'stack') continue;
    for (let i = 0; i < words.rowCount; i++) texts.push(...words.row(i));
    for (const { spoken, heading, lines } of marksOf(data, lang)) texts.push(spoken, heading, ...lines);
  }
  for (const view of VIEWS)
    for (const width of [320, 640, 1200]) {
      const { key, eventList } = attribution.layout(reading, { width, pack, ...(view && { view }) });
      texts.push(...key.map(({ text }) => text), ...eventList);
    }
  return [...new Set(texts)].filter(Boolean);
}
/** What the pictures hold, one text each: their lines are parts of sentences. By default in every view but that of shares. */
function picturesOf(
  data: Contract,
  lang: string,
  views = VIEWS.filter((view) => view !== 'share'),
): string[] {
  return views.flatMap((view) =>
    [240, 320, 640, 1200].map((width) => {
      const drawing = readDrawing(renderSVG(data, { width, lang, ...(view && { view }) }));
      const lines = drawing.texts.map(({ text }) => text);
      return [drawing.attributes['aria-label'], drawing.description, ...lines].join(' ');
    }),
  );
}
function everyText(data: Contract, lang: string, views?: typeof VIEWS): string[] {
  const sheet = writeCSV(attribution.tabulate(attribution.read(data)))
    .slice(1)
    .split(/\r\n/);
  return [...wordsOf(data, lang), ...picturesOf(data, lang, views), ...sheet];
}

// --- The article, word for word

test('the article’s summary, in English', () => {
  assert.equal(
    describe(readFixture('attribution', 'article')).summary,
    'In 2024, 924 civilians were reported killed in Mali in incidents involving Wagner and the Malian army (source: ACLED). ' +
      'The source does not separate them. ' +
      'From 1 January to 21 November 2025, 434 civilians were reported killed in incidents involving Wagner and the Malian army. The figure covers 325 of 365 days. ' +
      'The source does not separate them. This cannot be compared with a full year. ' +
      'The source gives no end date; 21 November 2025 is the date of publication. ' +
      'The source does not publish an unattributed figure. ' +
      'This shows a selection of incidents, not all civilians killed in Mali. ' +
      'The series changes in June 2025: Wagner becomes Africa Corps.',
  );
});
test('the article’s summary, in French', () => {
  assert.equal(
    describe(readFixture('attribution', 'article'), 'fr').summary.replaceAll(/[\u00a0\u202f]/g, ' '),
    'En 2024, 924 civils ont été tués au Mali dans des incidents impliquant Wagner et l’armée malienne, selon ACLED. ' +
      'La source ne les distingue pas. ' +
      'Du 1er janvier au 21 novembre 2025 (325 jours sur 365), 434 civils ont été tués dans des incidents impliquant Wagner et l’armée malienne. ' +
      'La source ne les distingue pas. Ce chiffre ne se compare pas à celui d’une année entière. ' +
      'La source n’indique pas de date de fin ; le 21 novembre 2025 est la date de publication. ' +
      'La source ne publie pas de chiffre non attribué. ' +
      'Ce graphique montre une sélection d’incidents, non l’ensemble des civils tués au Mali. ' +
      'La série change en juin 2025 : Wagner devient l’Africa Corps.',
  );
});
test('the article’s marks say whom the source does not separate, the days, and what they do not allow', () => {
  const [whole, part] = marksOf(readFixture('attribution', 'article'), 'en');
  assert.equal(whole!.spoken, 'Wagner and Malian army, not separated by the source. 2024: 924.');
  assert.equal(
    part!.spoken,
    'Wagner and Malian army, not separated by the source. 2025, 1 January to 21 November only: 434. Not comparable with full years.',
  );
  const [, deux] = marksOf(readFixture('attribution', 'article'), 'fr');
  assert.match(
    deux!.spoken,
    /non distingués par la source\. 2025, du 1er janvier au 21 novembre seulement.*434\./,
  );
  assert.match(deux!.spoken, /[Nn]on comparable aux années entières/);
});

test('the article’s notes to the desk speak of no change and of no killers', () => {
  for (const { message } of readContract(readFixture('attribution', 'article')).notes)
    assert.doesNotMatch(message, /53|%|killed by/);
});

// --- Each case of the templates

const nobody = row('-', 50);
for (const [title, data, english, french] of [
  [
    'joint, involving',
    contract([row('a', 300), row('ab', 100, joint), nobody]),
    '100 of them in incidents involving Alder and the Birch Army together; these are counted once.',
    'Dont 100 dans des incidents impliquant à la fois Aulne et l’Armée du bouleau, comptés une seule fois.',
  ],
  [
    'joint, attributed',
    contract([row('a', 300), row('ab', 100, joint), nobody], attributed),
    '100 of them attributed to Alder and the Birch Army together; these are counted once.',
    'Dont 100, responsabilité commune, comptés une seule fois : Aulne et l’Armée du bouleau.',
  ],
  [
    'alone, where the actor is named with another too',
    contract([row('a', 300), row('ab', 100, joint), nobody]),
    '300 in incidents involving Alder and no other.',
    '300 dans des incidents impliquant Aulne sans les autres.',
  ],
  [
    'alone, attributed',
    contract([row('a', 300), row('ab', 100, joint), nobody], attributed),
    '300 attributed to Alder alone.',
    '300, responsabilité attribuée sans les autres : Aulne.',
  ],
  [
    'not alone, where the actor is named nowhere else',
    contract([row('a', 300), row('c', 20), nobody]),
    '20 in incidents involving Cedar.',
    '20 dans des incidents impliquant Cèdre.',
  ],
  [
    'attributed',
    contract([row('a', 300), row('c', 20), nobody], attributed),
    '20 attributed to Cedar.',
    '20, responsabilité attribuée : Cèdre.',
  ],
  [
    'not separated, beside another part',
    contract([row('c', 5), row('ab', 924, unsplit), nobody]),
    '924 in incidents involving Alder and the Birch Army; the source does not separate them.',
    '924 dans des incidents impliquant Aulne et l’Armée du bouleau ; la source ne les distingue pas.',
  ],
  [
    'disputed',
    contract([row('c', 5), row('ab', 38, disputed), nobody]),
    'For 38, it is disputed between Alder and the Birch Army who is responsible.',
    'Pour 38, la responsabilité est disputée entre Aulne et l’Armée du bouleau.',
  ],
  [
    'nobody, many',
    contract([row('a', 300), nobody]),
    '50 are not attributed to any actor.',
    '50 ne sont attribués à aucun acteur.',
  ],
  [
    'nobody, one',
    contract([row('a', 300), row('-', 1)]),
    '1 is not attributed to any actor.',
    '1 n’est attribué à aucun acteur.',
  ],
  [
    'nobody, a reported zero',
    contract([row('a', 300), row('c', 2), row('-', 0)]),
    '0 are not attributed to any actor.',
    '0 n’est attribué à aucun acteur.',
  ],
  [
    'nobody’s figure not published at all',
    contract([row('a', 300)]),
    'The source does not publish an unattributed figure.',
    'La source ne publie pas de chiffre non attribué.',
  ],
  [
    'nobody’s figure null',
    contract([row('a', 300), row('-', null)]),
    'The source does not publish an unattributed figure.',
    'La source ne publie pas de chiffre non attribué.',
  ],
  [
    'nobody’s figure not published for one period',
    contract([row('a', 300, { period: '2023' }), row('a', 4), nobody]),
    'The source does not publish an unattributed figure for 2023.',
    'La source ne publie pas de chiffre non attribué pour 2023.',
  ],
  [
    'a shortfall',
    contract([row('a', 300), nobody], { totals: [{ period: '2024', value: 360 }] }),
    '10 of the published total are not broken down.',
    '10 du total publié ne sont pas ventilés.',
  ],
  [
    'a shortfall of one',
    contract([row('a', 300), nobody], { totals: [{ period: '2024', value: 351 }] }),
    '1 of the published total is not broken down.',
    '1 du total publié n’est pas ventilé.',
  ],
  [
    'a total with a range',
    contract([row('a', 300), nobody], {
      interval: 'source-range',
      totals: [{ period: '2024', value: 350, low: 300, high: 1400 }],
    }),
    '350 civilians were reported killed (published range 300–1,400) in Mali',
    '350 civils ont été tués (fourchette publiée : 300–1 400) au Mali',
  ],
  [
    'a selection, involving',
    contract([row('a', 300)], selection),
    'This shows a selection of incidents, not all civilians killed in Mali.',
    'Ce graphique montre une sélection d’incidents, non l’ensemble des civils tués au Mali.',
  ],
  [
    'a selection, attributed',
    contract([row('a', 300)], { ...selection, ...attributed }),
    'This shows a selection, not all civilians killed in Mali.',
    'Ce graphique montre une sélection, non l’ensemble des civils tués au Mali.',
  ],
  [
    'a partial period, with its days',
    contract([row('a', 300), nobody], partial()),
    'From 1 January to 21 November 2024 (326 of 366 days), 350 civilians were reported killed in Mali (source: ACLED).',
    'Du 1er janvier au 21 novembre 2024 (326 jours sur 366), 350 civils ont été tués',
  ],
  [
    'a partial period, with nothing to compare it with',
    contract([row('a', 300), nobody], partial()),
    'This cannot be compared with a full year.',
    'Ce chiffre ne se compare pas à celui d’une année entière.',
  ],
  [
    'an end inferred from the day of publication',
    contract([row('a', 300), nobody], partial({ asOfBasis: 'publication' })),
    'The source gives no end date; 21 November 2024 is the date of publication.',
    'La source n’indique pas de date de fin ; le 21 novembre 2024 est la date de publication.',
  ],
  [
    'a minimum',
    contract([row('a', 300), nobody], { method: 'documented-minimum' }),
    'at least 350 civilians are on record as killed',
    'au moins 350 civils tués ont été recensés',
  ],
  [
    'three who were named together, in pairs without end',
    contract([
      row('ab', 1, joint),
      row('bc', 2, joint),
      row('ac', 3, joint),
      row('a', 1),
      row('b', 1),
      row('c', 1),
    ]),
    'No order of the stack lets every actor’s parts touch',
    'Aucun ordre de la pile ne réunit toutes les parts de chaque acteur',
  ],
  [
    'overlaps, for each actor whose parts touch',
    contract([row('a', 300), row('ab', 100, joint), row('b', 200), nobody]),
    'Alder: involved in 400; Birch Army: involved in 300.',
    'Aulne : 400 au total ; Armée du bouleau : 300 au total.',
  ],
  [
    'overlaps, some of them disputed',
    contract([row('a', 300), row('ab', 100, joint), row('b', 200), row('bc', 38, disputed), nobody]),
    'Birch Army: involved in 338, 38 of them disputed',
    'Armée du bouleau : 338 au total, dont 38 en litige',
  ],
] as const)
  test(`${title}, in both languages`, () => {
    const said = (lang: string): string => describe(data, lang).summary.replaceAll(/[\u00a0\u202f]/g, ' ');
    assert.ok(said('en').includes(english), `"${english}" is not in: ${said('en')}`);
    assert.ok(said('fr').includes(french), `"${french}" is not in: ${said('fr')}`);
  });

test('others are other named actors, never the unattributed', () => {
  const actors = [...'abcdefg'].map((id) => ({ id, name: id.toUpperCase() }));
  const rows = [...actors.map(({ id }, i) => row(id, 100 - i * 10)), nobody];
  // The sixth and the seventh have 50 and 40.
  for (const [fields, english] of [
    [{}, '90 in incidents involving the other named actors.'],
    [attributed, '90 attributed to other named actors.'],
  ] as const) {
    const { summary } = describe(contract(rows, { actors, ...fields }));
    assert.ok(summary.includes(english), summary);
    assert.match(summary, /50 are not attributed to any actor/);
  }
  assert.match(
    describe(contract(rows, { actors }), 'fr').summary,
    /90 dans des incidents impliquant d’autres acteurs nommés\./,
  );
  // The table names everybody.
  const cells = describe(contract(rows, { actors })).rows.flat();
  for (const { name } of actors) assert.ok(cells.includes(name), name);
});

test('marks in both languages: who, how sure, when, how many', () => {
  const data = contract([
    row('a', 300, { grade: 'confirmed' }),
    row('ab', 100, joint),
    row('b', null, { grade: 'single-source' }),
    row('bc', 38, disputed),
    nobody,
  ]);
  const spoken = (lang: string): string[] =>
    marksOf(data, lang).map((one) => one.spoken.replaceAll(/[\u00a0\u202f]/g, ' '));
  assert.deepEqual(spoken('en'), [
    // 300, 100, 38 and 50.
    'Alder (confirmed). 2024: 300. Total: 488 + n/k.',
    'Alder and Birch Army together. 2024: 100. Total: 488 + n/k.',
    'Birch Army (single source). 2024: not known or not published. Total: 488 + n/k.',
    'Birch Army or Cedar, disputed. 2024: 38. Total: 488 + n/k.',
    'Unattributed. 2024: 50. Total: 488 + n/k.',
  ]);
  const french = spoken('fr');
  assert.match(french[0]!, /^Aulne \(confirmé\)\. 2024 ?: 300\. En tout ?: 488 \+ n\. c\.$/);
  assert.match(french[1]!, /^Aulne et Armée du bouleau ensemble\. /);
  assert.match(french[3]!, /^Armée du bouleau ou Cèdre, responsabilité disputée\. /);
  assert.match(french[4]!, /^Non attribués\. /);
});
test('a range of a row is told at its mark and in the table, and summed nowhere', () => {
  const data = contract([row('a', 300, { low: 280, high: 330 }), row('b', 20, { low: 11, high: 47 })], {
    interval: 'source-range',
  });
  assert.match(marksOf(data, 'en')[0]!.spoken, /Published range 280 to 330\./);
  const { columns, rows } = describe(data);
  const at = (key: string): number => columns.findIndex((column) => column.key === key);
  assert.deepEqual(
    rows.map((cells) => [cells[at('low')], cells[at('high')]]),
    [
      ['280', '330'],
      ['11', '47'],
    ],
  );
  for (const text of everyText(data, 'en')) assert.doesNotMatch(text, /\b(291|377)\b/);
});

// --- Joint, disputed, not separated

for (const lang of LANGUAGES)
  test(`what the source does not separate is never "together" (${lang})`, () => {
    for (const fields of [{}, attributed, selection, { ...attributed, ...selection }])
      for (const rows of [
        [row('ab', 924, unsplit)],
        [row('ab', 924, unsplit), row('c', 30), nobody],
        [row('ab', 924, unsplit), row('a', 30), row('b', 4), nobody],
      ])
        for (const text of everyText(contract(rows, fields), lang)) {
          assert.doesNotMatch(text, /together|ensemble(?! des)|à la fois|commune/i);
          assert.doesNotMatch(text, /disput/i);
        }
  });
for (const lang of LANGUAGES)
  test(`what is disputed is told with "or", never with "and" or "together" (${lang})`, () => {
    const data = contract([row('ab', 38, disputed), row('c', 40), nobody]);
    const texts = everyText(data, lang).filter((text) => /Alder|Aulne/.test(text));
    assert.ok(texts.length > 3);
    for (const text of texts) {
      assert.doesNotMatch(text, /together|ensemble|à la fois/i);
      // The sentence says "between … and …".
      assert.doesNotMatch(text.replace(/between [^.]*|entre [^.]*/g, ''), /Alder and|Aulne et/);
    }
  });
test('a part that is not separated has no bracket and no figure of its own', () => {
  const data = contract([row('ab', 924, unsplit), row('a', 30), row('b', 4), nobody]);
  for (const view of VIEWS.slice(0, 3))
    for (const width of [320, 640, 1200]) {
      const svg = renderSVG(data, { width, ...(view && { view }) });
      assert.doesNotMatch(svg, /954|928\b.*involved|involved in/);
    }
});

// --- What no text may say

for (const { name, contract: data } of readFixtures('attribution'))
  for (const lang of LANGUAGES) {
    // The desk's own words are its own.
    const {
      title: _title,
      subtitle: _subtitle,
      caveat: _caveat,
      events: _events,
      ...generated
    } = data as Contract;
    const { producer, asOf, asOfBasis } = data.source;
    generated.source = { producer, asOf, ...(asOfBasis && { asOfBasis }) };
    // A long file says the same of every period.
    generated.rows = data.rows.slice(-80);
    test(`${name}: no share is told where none is asked for (${lang})`, () => {
      // What no text may say in any language is in test/words/forbidden.test.ts.
      for (const text of everyText(generated, lang)) assert.doesNotMatch(text.replace(/95\s?%/, ''), /%/);
    });
    test(`${name}: every sentence is whole, every row has its period (${lang})`, () => {
      for (const text of [...wordsOf(generated, lang), ...picturesOf(generated, lang, VIEWS)])
        assert.doesNotMatch(text, /undefined|null|NaN|\[object|[{}]/);
      for (const text of wordsOf(generated, lang)) {
        assert.doesNotMatch(text, /undefined|null|NaN|\[object|[{}]/);
        // An empty slot leaves two spaces, or one before a stop, or a comma at an end.
        assert.doesNotMatch(text, / {2}| [.,]|\(\)|^[\s,.:]|, ?$/);
      }
      const { columns, rows } = describe(data, lang);
      const period = columns.findIndex(({ key }) => key === 'period');
      for (const cells of rows) {
        assert.ok(cells[period], 'the period column');
        assert.equal(cells.length, columns.length);
        assert.ok(cells[columns.findIndex(({ key }) => key === 'actors')], 'the actors column');
        assert.ok(cells[columns.findIndex(({ key }) => key === 'value')], 'the figures');
      }
      assert.doesNotMatch(renderHTML(data, { lang }), /undefined|NaN/);
    });
  }

test('a partial period is told with its days wherever it is told: summary, marks, table, drawing', () => {
  for (const { name, contract: data } of readFixtures('attribution')) {
    const last = data.rows.at(-1);
    if (!last || parsePeriod(last.period)!.last <= parsePeriod(data.source.asOf)!.first) continue;
    const read = attribution.read(data);
    for (const lang of LANGUAGES) {
      const { columns, rows, summary } = describe(data, lang);
      assert.match(
        summary,
        /The figure covers \d+ of \d+ days\.|\(\d+ of \d+ days\)|\(\d+ (of \d+ days|jours sur \d+)\)/,
        name,
      );
      assert.match(summary, /cannot be compared with|ne se compare pas/, name);
      assert.ok(columns.some(({ key }) => key === 'covers'));
      assert.ok(rows.some((cells) => /partial|incompl/.test(cells.join())));
      for (const { spoken } of marksOf(data, lang).filter((_, i) => read.rows[i]!.complete === false))
        assert.match(spoken, /only|seulement|not known|non connu/);
    }
  }
});

test('names of the drawing say how it is shown, and that shared incidents count once or overlap', () => {
  const reading = attribution.read(readFixture('attribution', 'four-actors'));
  const name = (form: string, lang = 'en'): string =>
    attribution.describe(reading, languageFor(lang), form).name;
  for (const [form, start] of [
    ['stack', 'Stacked columns: '],
    ['rows', 'Stacked bars: '],
    ['areas', 'Stacked stepped areas: '],
    ['share', 'Columns of shares: '],
  ] as const) {
    assert.ok(name(form).startsWith(start), name(form));
    assert.match(name(form), /shared incidents counted once/);
  }
  assert.match(name('involved'), /^Bars that overlap: /);
  assert.doesNotMatch(name('involved'), /counted once/);
  assert.match(name('stack', 'fr'), /^Colonnes empilées\u00a0: .*incidents conjoints comptés une fois/);
});

test('a withdrawal replaces the figures everywhere', () => {
  const data = {
    ...readFixture('attribution', 'four-actors'),
    notices: [{ on: '2025-09-01', kind: 'withdrawal', text: 'The figures were wrong.' }],
  };
  const { summary, rows } = describe(data);
  assert.match(summary, /^Withdrawn on 1 September 2025\. The figures were wrong\.$/);
  assert.deepEqual(rows, []);
  for (const text of [renderSVG(data), renderHTML(data)]) {
    assert.doesNotMatch(text, /811|River Guard/);
    assert.match(text, /The figures were wrong/);
  }
});

test('the order of the stack is told as it is drawn, from its foot', () => {
  const { summary } = describe(readFixture('attribution', 'three-pairs'));
  const [, told = ''] = /the same in every period: (.*?)\./.exec(summary) ?? [];
  const reading = attribution.read(readFixture('attribution', 'three-pairs'));
  const drawn = reading.parts.map(({ places }) =>
    places.length
      ? places.map((place) => (reading.data.actors[place]!.name as { en: string }).en).join(' and ') +
        (places.length > 1 ? ' together' : '')
      : 'Unattributed',
  );
  assert.equal(told, drawn.join('; '));
});

test('how sure a part is stands with it in the summary, in both languages', () => {
  const sure = { grade: 'confirmed' };
  const [en, fr] = LANGUAGES.map(
    (lang) => describe(contract([row('a', 4, sure), row('a', 1, { grade: 'likely' })]), lang).summary,
  );
  assert.match(
    en!,
    /4 in incidents involving [^.]*\(confirmed\)\. 1 in incidents involving [^.]*\(likely\)\./,
  );
  assert.match(fr!, /4 dans [^.]*\(confirmé\)\. 1 dans [^.]*\(probable\)\./);
});
test('a partial total says which of its parts nobody knows', () => {
  const rows = [row('a', 924), ...[row('a', 3), row('b', null)].map((one) => ({ ...one, period: '2025' }))];
  assert.match(
    describe(contract(rows, { source: { producer: 'ACLED', asOf: '2025-11-21' } })).summary,
    /3 civilians were reported killed[^.]*\. .*No figure is available for /,
  );
});

test('what a view draws is said: shares, and the overlapping figure of each actor', () => {
  const data = contract([row('a', 60), row('ab', 30, joint), row('-', 110)]);
  const reading = attribution.read(data);
  const of = (form: string): ReturnType<typeof attribution.describe> =>
    attribution.describe(reading, languageFor('en'), form);
  // 60, 30 and 110 of 200.
  const share = of('share');
  const at = share.columns.findIndex(({ key }) => key === 'share');
  const shares = [0, 1, 2].map((i) => share.row(i)[at]);
  assert.deepEqual([...shares].sort(), ['15%', '30%', '55%']);
  for (const i of [0, 1, 2]) {
    assert.ok(share.mark(i).spoken.endsWith(` ${shares[i]}. Total: 200.`), share.mark(i).spoken);
    assert.ok(share.mark(i).lines.includes(shares[i]!));
  }
  // Alder alone 60 and with the Birch Army 30.
  const alone = reading.rows.findIndex(({ actors }) => String(actors) === 'a');
  const together = reading.rows.findIndex(({ actors }) => String(actors) === 'a,b');
  assert.match(of('involved').mark(alone).spoken, /Alder: involved in 90\./);
  assert.match(of('involved').mark(together).spoken, /Alder: involved in 90\. Birch Army: involved in 30\./);
  assert.ok(of('stack').mark(alone).lines.includes('Total: 200'));
});

test('a total that leaves out a part without figure says so, in the drawing and in the tooltip', () => {
  const data = contract([row('a', 3), row('b', null), row('-', 0)]);
  const texts = (c: Contract, width: number): string[] =>
    readDrawing(renderSVG(c, { width })).texts.map(({ text }) => text);
  for (const width of [320, 640, 1200]) {
    assert.ok(texts(data, width).includes('3\u00a0+\u00a0n/k'), `${width}`);
    assert.ok(texts(data, width).includes('n/k: not known or not published'), `key, ${width}`);
  }
  const reading = attribution.read(data);
  const words = attribution.describe(reading, languageFor('en'), 'stack');
  assert.ok(words.mark(0).lines.includes('Total: 3\u00a0+\u00a0n/k'), words.mark(0).lines.join());
  // A published total is whole, and so is one whose unattributed deaths are not published.
  for (const whole of [
    { ...data, totals: [{ period: '2024', value: 3 }] },
    contract([row('a', 3), row('b', 0), row('-', null)]),
  ])
    for (const width of [320, 640, 1200])
      assert.ok(!texts(whole, width).some((text) => text.includes('+')), `${width}`);
});

test('an actor whose overlapping sum leaves out a part says so', () => {
  const data = contract([row('a', 5), row('ab', null, { link: 'joint' }), row('b', 7), row('-', 0)]);
  const text = readDrawing(renderSVG(data, { width: 640, view: 'involved' }))
    .texts.map((one) => one.text)
    .join('|');
  assert.match(text, /5\u00a0\+\u00a0n\/k/);
  assert.match(text, /7\u00a0\+\u00a0n\/k/);
});

test('what sounds as one tone is told as a total, and each part by itself', () => {
  const reading = attribution.read(contract([row('a', 3), row('b', 4), row('-', 0)]));
  const words = attribution.describe(reading, languageFor('en'), 'stack');
  assert.equal(words.mark(1, true).lines[0], 'Total: 7');
  assert.equal(words.mark(1, true).spoken, words.mark(1).spoken);
  assert.equal(words.mark(1).lines[0], 'Birch Army');
});

test('what is folded together is told as that, at each of its rows', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const data = contract([...ids.map((id, i) => row(id, 100 - 10 * i)), row('-', 5)], {
    actors: ids.map((id) => ({ id, name: `Group ${id}` })),
  });
  const reading = attribution.read(data);
  for (const form of ['stack', 'rows', 'share', 'areas', 'involved', 'panels'] as const) {
    const words = attribution.describe(reading, languageFor('en'), form);
    reading.rows.forEach(({ actors }, i) => {
      const { spoken, lines } = words.mark(i);
      // The sixth and the seventh, 50 and 40.
      const isFolded = /[fg]/.test(String(actors)) && actors !== 'unattributed';
      assert.equal(lines.includes('Other named actors: 90'), isFolded, `${form} ${String(actors)}`);
      assert.equal(spoken.includes('Other named actors: 90.'), isFolded, `${form} ${String(actors)}`);
    });
  }
});

test('the total over a stack, its range and what no row holds are spoken and in the table', () => {
  const data = contract([row('a', 10), row('b', 4), row('-', 6)], {
    totals: [{ period: '2024', value: 30, low: 20, high: 50 }],
    interval: 'source-range',
  });
  const reading = attribution.read(data);
  const words = attribution.describe(reading, languageFor('en'), 'stack');
  for (const i of [0, 1, 2]) {
    assert.match(words.mark(i).spoken, / Total: 30 \(published range 20–50\)\. Not broken down: 10\.$/);
    assert.ok(words.mark(i).lines.includes('Total: 30 (published range 20–50)'));
    assert.ok(words.mark(i).lines.includes('Not broken down: 10'));
  }
  const at = (key: string): number => words.columns.findIndex((column) => column.key === key);
  assert.deepEqual(
    [0, 1, 2, 3].map((i) => words.row(i)[at('total')]),
    ['30', '30', '30', ''],
  );
  assert.equal(words.row(3)[at('note')], 'Not broken down: 10');
});

test('an abbreviation at the end of what is spoken has one full stop', () => {
  const data = contract([row('a', 3), row('ab', null, joint), row('-', 0)]);
  for (const lang of ['de', 'fr'])
    for (const form of ['stack', 'involved'] as const) {
      const words = attribution.describe(attribution.read(data), packFor(lang), form);
      for (const i of [0, 1, 2]) assert.doesNotMatch(words.mark(i).spoken, /\.\./);
    }
});

test('a part with a range alone is told with it', () => {
  const data = contract([row('a', null, { low: 2, high: 9 }), row('b', 4)], { interval: 'source-range' });
  const words = attribution.describe(attribution.read(data), languageFor('en'), 'stack');
  const mark = words.mark(0);
  assert.match(mark.spoken, /not known or not published\. Published range 2 to 9\./);
  assert.ok(mark.lines.includes('Published range 2 to 9.'));
  assert.match(words.summary, /No figure is available for Alder\. Published range 2 to 9\./);
});

// --- Parts without a figure, and periods without a row

const years = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => String(from + i));
/** Alder 620 every year, Birch 1,300 and in one of them not known. */
const holed = (periods: readonly string[], hole: readonly number[]): Contract =>
  contract(
    periods.flatMap((period, i) => [
      row('a', 620, { period }),
      row('b', hole.includes(i) ? null : 1300, { period }),
      row('-', 0, { period }),
    ]),
    { source: { producer: 'ACLED', asOf: '2030-12-31' } },
  );
const months = Array.from(
  { length: 70 },
  (_, i) => `${2019 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
);
for (const [form, data, options] of [
  ['columns', holed(years(2011, 14), [7]), { width: 640, view: 'stack' }],
  ['columns at 320 px', holed(years(2011, 14), [7]), { width: 320, view: 'stack' }],
  ['areas', holed(months, [32, 33, 34]), { width: 640, view: 'stack' }],
  ['bars', holed(years(2021, 4), [1]), { width: 640, view: 'involved' }],
  ['lying bars', holed(years(2021, 3), [1]), { width: 320, view: 'stack' }],
  ['lying bars, unstacked', holed(years(2021, 3), [1]), { width: 320, view: 'involved' }],
] as const)
  test(`a part without a figure leaves a grey gap over the others, never a fall: ${form}`, () => {
    const gapsOf = (contract: Contract): string | undefined =>
      attribution.layout(attribution.read(contract), { ...options, pack: languageFor('en') }).shapes['gaps'];
    const whole = {
      ...data,
      rows: data['rows'].map((one: Contract) => ({ ...one, value: one['value'] ?? 1300 })),
    };
    assert.equal(gapsOf(whole), undefined);
    assert.ok(gapsOf(data));
    const { texts } = readDrawing(renderSVG(data, options));
    assert.ok(texts.some(({ text }) => text === 'n/k: not known or not published'));
  });
test('a part without a figure is told with its periods, wherever in the series it is', () => {
  assert.match(
    describe(holed(years(2011, 14), [7])).summary,
    /No figure is available for Birch Army: 2018\./,
  );
  assert.match(
    describe(holed(months, [32, 33, 34])).summary,
    /No figure is available for Birch Army: September 2021 to November 2021\./,
  );
  assert.match(
    describe(holed(years(2011, 14), [0, 2, 4, 6])).summary,
    /Birch Army: No figure is available for 4 of 14 periods\./,
  );
});
test('what only other periods have is named in the drawing too', () => {
  const data = contract(
    [row('ab', 90, { ...joint, period: '2023' }), row('a', 30), row('b', 60), row('-', 0)],
    { source: { producer: 'ACLED', asOf: '2024-12-31' } },
  );
  for (const width of [320, 640, 1200])
    for (const view of [undefined, 'stack']) {
      const { texts } = readDrawing(renderSVG(data, { width, ...(view && { view }) }));
      const all = texts.map(({ text }) => text).join(' ');
      assert.match(all, /Alder and Birch Army together/, `${width} ${view}`);
    }
});
test('between lying bars, years that the source does not speak of are a gap', () => {
  const data = contract(
    ['2019', '2022'].flatMap((period) => [row('a', 3, { period }), row('b', 2, { period })]),
    { source: { producer: 'ACLED', asOf: '2022-12-31' } },
  );
  const texts = readDrawing(renderSVG(data, { width: 320 })).texts.map(({ text }) => text);
  assert.ok(texts.includes('2020 to 2021'));
  assert.ok(texts.includes('n/k'));
});
test('an actor whose joint acts are folded away is not told as if it had none', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const data = contract(
    [...ids.slice(0, 6).map((id, i) => row(id, 100 - 10 * i)), row('ag', 6, joint), row('-', 0)],
    { actors: ids.map((id) => ({ id, name: `Group ${id}` })) },
  );
  assert.match(describe(data).summary, /100 in incidents involving Group a and no other\./);
});
test('a total of a part of a year is told as that, though no row is partial', () => {
  const data = contract([row('a', 8), row('-', 0)], {
    source: { producer: 'ACLED', asOf: '2025-11-21' },
    totals: [
      { period: '2024', value: 8 },
      { period: '2025', value: 20 },
    ],
  });
  const { columns, rows } = describe(data);
  const cell = (key: string): string => rows.at(-1)![columns.findIndex((one) => one.key === key)]!;
  assert.equal(cell('covers'), '1 January 2025 – 21 November 2025');
  assert.equal(cell('status'), 'partial');
});
test('a published total that no row tells stands in the table, be it nothing', () => {
  const years = { source: { producer: 'ACLED', asOf: '2025-12-31' } };
  for (const [rows, totals, expected] of [
    // Not in any row.
    [[row('a', 8)], [{ period: '2023', value: 0 }], ['2024 8', '2023 0']],
    [[row('a', 8)], [{ period: '2025', value: 12 }], ['2024 8', '2025 12']],
    // The only row has no figure.
    [
      [row('a', 8), row('a', null, { period: '2023' })],
      [{ period: '2023', value: 0 }],
      ['2023 n/k', '2024 8', '2023 0'],
    ],
    // The row is the total.
    [[row('a', 8)], [{ period: '2024', value: 8 }], ['2024 8']],
  ] as [Contract[], Contract[], string[]][]) {
    const table = describe(contract(rows, { ...years, totals }));
    const at = (key: string): number => table.columns.findIndex((one) => one.key === key);
    assert.deepEqual(
      table.rows.map((cells) => `${cells[at('period')]} ${cells[at('value')]}`),
      expected,
    );
  }
});
test('the key shows how lines tell the evidence in no actor’s hue', () => {
  const data = contract([
    row('a', 60, { grade: 'confirmed' }),
    row('b', 50, { grade: 'likely' }),
    row('-', 0),
  ]);
  for (const view of [undefined, 'stack', 'share']) {
    const { key } = attribution.layout(attribution.read(data), {
      width: 640,
      pack: languageFor('en'),
      ...(view && { view }),
    });
    const line = key.find(({ text }) => /the weaker the evidence/.test(text))!;
    const sample = String(drawSample(markup, line.entry, THEMES.light));
    assert.match(sample, new RegExp(`fill="${THEMES.light.muted}"`));
    assert.ok((/stroke="#ffffff"[^>]* d="([^"]*)"/.exec(sample)?.[1]?.match(/M/g)?.length ?? 0) > 3, sample);
    for (const [role, colour] of Object.entries(THEMES.light))
      if (role.startsWith('actor')) assert.ok(!sample.includes(colour), `${role} in ${sample}`);
  }
});
