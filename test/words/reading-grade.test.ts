// English that a reader of 14 can follow: no sentence beyond grade 9 by Flesch and Kincaid,
// 0.39 × words + 11.8 × syllables ÷ words − 15.59, sentence by sentence. What the formula cannot judge is counted so:
// - A number and a date are one word of one syllable: "924" is not harder in words than "9". So is its unit of weight.
// - What the contract says itself (places, actors, sources, labels, notes) is the source's and not ours to simplify. Each
//   word of it has one syllable, and of a text only the first five count.
// - A list after a colon, its items parted by semicolons, is judged item by item.
// - Titles, and the names of drawings that are made of them, are no sentences. Neither is a label: fewer than six words
//   and no verb. For so few words the formula says nothing (one long word is grade 20): where it is beyond 9, a label may
//   hold no word of more than three syllables, but for the terms of the subject below.
import assert from 'node:assert/strict';
import test from 'node:test';
import { syllable } from 'syllable';
import { packFor } from '../../src/static/languages.js';
import { allFixtures, type Contract, pageTexts, readerTexts } from '../support/reader-texts.js';

const MOST = 9;
const SHORT = 6;
const VERB =
  /\b(is|are|was|were|has|have|can|cannot|may|does|gives?|shows?|changes?|attributes|produced|reads?|lists?|follows?|keeps|lets|runs|hold|state|separate|publish)\b/i;
/** Terms of the subject that no shorter word says as exactly. */
const TERMS = /^(unattributed|capacity|refinery|artisanal|industrial|civilians?|responsible)$/i;

/** "Civilian" has three syllables in every dictionary; the package counts four. */
const syllablesOf = (word: string): number => (/^civilians?$/i.test(word) ? 3 : Math.max(1, syllable(word)));
const wordsOf = (text: string): string[] => text.match(/\p{L}[\p{L}’']*/gu) ?? [];

function grade(sentence: string): number {
  const words = wordsOf(sentence);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * words.length + (11.8 * syllables) / words.length - 15.59;
}

/** The texts of a contract that are not typed by it: names, labels, notes; longest first. */
function ownTexts(contract: Contract): string[] {
  const enumerated =
    /^(schema|period|at|to|asOf|asOfBasis|accessed|measure|victims|method|relation|interval|kind|id|link|grade|from|through|since|on|stage|flow|sector|unit|max|whole|successorOf)$/;
  const found = new Set<string>();
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (!enumerated.test(key) && value.length > 2) found.add(value).add(value.replace(/[.\s]+$/, ''));
    } else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) walk(one, Array.isArray(value) ? key : name);
  };
  walk(contract, '');
  return [...found].sort((a, b) => b.length - a.length);
}

const pack = packFor('en');
const MONTH = [...pack.months, ...pack.monthsShort].join('|');
const DATE = new RegExp(`\\b(\\d{1,2} )?(${MONTH})\\b( \\d{4})?`, 'g');
const pattern = (text: string): RegExp =>
  new RegExp(
    text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/^./su, (c) => `(?:${c}|${c.toUpperCase()})`),
    'gu',
  );

/** The text with the source's own words, dates and numbers as words of one syllable. */
function neutral(text: string, own: readonly string[]): string {
  let said = text.replace(/https?:\S+|\b[\w.]+\.(com|org|se|net)\b/g, 'X');
  for (const one of own)
    said = said.replace(
      pattern(one),
      wordsOf(one)
        .slice(0, 5)
        .map(() => 'Mark')
        .join(' '),
    );
  return said
    .replace(DATE, 'one')
    .replace(/Q\d|\d[\d,.]*\d|\d/g, 'one')
    .replace(/one (kilograms?|tonnes?|troy ounces?)/g, 'one t');
}

/** The sentences of a text; the items of a list stand alone. */
function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+/)
    .flatMap((sentence) =>
      sentence.includes(';') && sentence.includes(': ') ? sentence.split(/: |; /) : sentence,
    )
    .filter((sentence) => wordsOf(sentence).length);
}

function faultOf(sentence: string): string | undefined {
  const words = wordsOf(sentence);
  const n = grade(sentence);
  if (n <= MOST) return undefined;
  if (words.length >= SHORT || VERB.test(sentence)) return `grade ${n.toFixed(1)}: ${sentence}`;
  const hard = words.find((word) => syllablesOf(word) > 3 && !TERMS.test(word));
  return hard === undefined ? undefined : `"${hard}" in a label: ${sentence}`;
}

function assertEasy(texts: readonly { kind: string; text: string }[], own: readonly string[] = []): void {
  const faults = texts
    .filter(({ kind }) => !/^(title|name)$/.test(kind))
    .flatMap(({ kind, text }) => {
      // The explorer is named by the drawing's name and a sentence of its own.
      const said = kind === 'explorer' ? text.replace(/^.*(?=\. \p{Lu})/u, 'X') : text;
      return sentencesOf(neutral(said, own))
        .flatMap((one) => faultOf(one) ?? [])
        .map((fault) => `${kind}: ${fault}`);
    });
  assert.deepEqual([...new Set(faults)], []);
}

// --- The measure itself

test('the formula gives what is worked out by hand', () => {
  // 8 words, 8 syllables: 3.12 + 11.8 − 15.59.
  assert.ok(Math.abs(grade('The source does not give the true end') - -0.67) < 0.005);
  // 8 words; no 1, fig-ure 2, is 1, a-vail-a-ble 4, for 1, all 1, these 1, years 1: 3.12 + 17.7 − 15.59.
  assert.ok(Math.abs(grade('No figure is available for all these years') - 5.23) < 0.005);
  // 5 words; 3 + 1 + 3 + 1 + 1 syllables: 1.95 + 21.24 − 15.59.
  assert.ok(Math.abs(grade('civilians were reported killed here') - 7.6) < 0.005);
});
test('a hard sentence and a hard label are found', () => {
  for (const text of [
    'Responsibility for these fatalities is subject to considerable disagreement.',
    'In 2024, 924 civilians were reported killed in incidents involving Wagner, according to ACLED.',
    'Disaggregation unavailable',
  ])
    assert.ok(faultOf(neutral(text, ['Wagner', 'ACLED'])), text);
});
test('what the source says is not counted against us, and what we say beside it is', () => {
  const own = ['Extraordinarily Interdepartmental Commission'];
  assert.equal(neutral(`${own[0]}: 5`, own), 'Mark Mark Mark: one');
  assert.equal(neutral('From 1 January to 21 November 2025', []), 'From one to one');
  assert.equal(neutral('1,783–2,644 in Q3 2024', []), 'one–one in one one');
});

// --- Every sentence

for (const { chart, name, contract } of allFixtures())
  test(`${chart}/${name}: no sentence is beyond grade ${MOST}`, () => {
    const texts = readerTexts(contract, 'en');
    assert.ok(texts.length > 5);
    assertEasy(texts, ownTexts(contract));
  });
test(`errors, messages, buttons and the list of keys are not beyond grade ${MOST}`, () => {
  const texts = pageTexts(pack);
  assert.ok(texts.length > 20);
  assertEasy(texts);
});

// --- Kinds of figures that no fixture has

const counted = (fields: Contract): Contract => ({
  schema: 'casualties/1',
  measure: 'killed',
  victims: 'civilians',
  method: 'reported',
  relation: 'all',
  place: 'in Mali',
  source: { producer: 'ACLED', asOf: '2025-11-21' },
  rows: [{ period: '2024', value: 924 }],
  ...fields,
});
const NAMES = ['Wagner', 'the Malian army', 'Africa Corps'];
const own = ['in Mali', 'ACLED', ...NAMES];
const last = { period: '2025', value: 434 };
/** One row, or a whole year and a part of the next: with and without a range, of one, of none, of nobody knows. */
const ROWS = [
  [{ period: '2024', value: 924 }],
  [{ period: '2024', value: 1 }],
  [{ period: '2024', value: 0 }],
  [{ period: '2024', value: null }],
  [{ period: '2024', value: 924, low: 800, high: 1000 }],
  [last],
  [{ period: '2024-W40', value: 30 }],
  [{ period: '2024-W40', value: 30, low: 20, high: 40 }],
  [{ ...last, low: 400, high: 500 }],
  [
    { period: '2024', value: 924, low: 800, high: 1000 },
    { ...last, low: 400, high: 500 },
  ],
];
for (const measure of ['killed', 'injured', 'killed-and-injured'])
  for (const method of ['reported', 'documented-minimum', 'estimated'])
    test(`${measure}, ${method}, of whomever, by whomever: no sentence is beyond grade ${MOST}`, () => {
      for (const victims of ['civilians', 'combatants', 'everyone', 'not-specified'])
        for (const [relation, most] of [
          ['all', 0],
          ['involving', 3],
          ['attributed', 3],
        ] as const)
          for (let n = Math.min(1, most); n <= most; n++)
            for (const rows of ROWS) {
              const fields = { measure, method, victims, relation, interval: 'source-range', rows };
              const contract = counted(most ? { ...fields, actors: NAMES.slice(0, n) } : fields);
              assertEasy(readerTexts(contract, 'en'), own);
            }
    });
for (const measure of ['killed', 'injured', 'killed-and-injured'])
  for (const method of ['reported', 'documented-minimum', 'estimated'])
    test(`${measure}, ${method}, by actors: no sentence is beyond grade ${MOST}`, () => {
      const actors = NAMES.map((name, i) => ({ id: `a${i}`, name }));
      const period = '2024';
      const kinds = [
        [{ period, actors: ['a0'], value: 5 }],
        ...['joint', 'disputed', 'unsplit'].map((link) => [
          { period, actors: ['a0', 'a1', 'a2'], link, value: 5 },
          { period, actors: ['a0'], grade: 'single-source', value: 7 },
        ]),
        [
          { period, actors: 'unattributed', value: 5 },
          { period, actors: ['a1'], value: null },
        ],
        [{ period: '2025', actors: ['a0', 'a1', 'a2'], link: 'unsplit', value: 5 }],
      ];
      for (const victims of ['civilians', 'combatants', 'everyone'])
        for (const relation of ['involving', 'attributed'])
          for (const whole of ['all', 'selection'])
            for (const rows of kinds)
              assertEasy(
                readerTexts(
                  {
                    ...counted({ measure, method, victims, relation, rows }),
                    schema: 'attribution/1',
                    whole,
                    actors,
                  },
                  'en',
                ),
                own,
              );
    });
for (const flow of ['mined', 'refined', 'exported', 'seized'])
  test(`gold ${flow}, of any sector, in any unit: no sentence is beyond grade ${MOST}`, () => {
    for (const sector of ['industrial', 'artisanal', 'all'])
      for (const unit of ['t', 'kg', 'ozt'])
        for (const rows of ROWS.filter(({ length }) => length === 1))
          assertEasy(
            readerTexts(
              {
                schema: 'gold-gauge/1',
                flow,
                sector,
                unit,
                place: 'in Mali',
                amount: rows[0],
                interval: 'source-range',
                references: references(flow),
                source: { producer: 'ACLED', asOf: '2025-11-21' },
              },
              'en',
            ),
            own,
          );
  });

/** Every kind of reference, and a capacity of each stage, of the gauge's own flow and of another. */
function references(flow: string): Contract[] {
  const other = flow === 'refined' ? 'mined' : 'refined';
  const label = { label: own[0]! };
  return [
    ...['target', 'forecast', 'previous', 'same-period'].map((kind, i) => ({
      ...label,
      kind,
      flow: i % 2 ? flow : other,
      sector: ['industrial', 'artisanal', 'all'][i % 3],
      period: '2024',
      value: 500 + i,
    })),
    ...['operating', 'under-construction', 'planned'].flatMap((stage, i) =>
      [flow, other].flatMap((way, j) =>
        ['industrial', 'artisanal', 'all', undefined].map((sector, k) => ({
          ...label,
          kind: 'capacity',
          flow: way,
          ...(sector && { sector }),
          stage,
          value: 600 + 10 * i + 4 * j + k,
        })),
      ),
    ),
  ];
}
