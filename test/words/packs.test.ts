// Languages as data: the bundled packs hold the same sentences, count as CLDR does, and leave nothing in English; a pack
// that a newsroom writes itself is whole or is refused.
import assert from 'node:assert/strict';
import test from 'node:test';
import { describe, renderHTML } from '../../src/static/index.js';
import { packFor } from '../../src/static/languages.js';
import { prepare } from '../../src/static/still.js';
import { writeText } from '../../src/static/text.js';
import { type LanguagePack, type PluralForm, registerLanguage, type Text } from '../../src/words/language.js';
import { readNumber } from '../../src/words/numbers.js';
import type { AttributionTexts, CommonPack } from '../../src/words/languages/en.js';
import * as french from '../../src/words/languages/fr.js';
import {
  allFixtures,
  type Contract,
  drawnTexts,
  LANGUAGES,
  pageTexts,
  readerTexts,
} from '../support/reader-texts.js';

const english = packFor('en');
const others = LANGUAGES.filter((lang) => lang !== 'en');
/** The key that answers for a key: itself, or itself without its last refinements. */
function answering({ text }: LanguagePack, key: string): string | undefined {
  for (let known = key; known; known = known.slice(0, Math.max(0, known.lastIndexOf('.'))))
    if (Object.hasOwn(text, known)) return known;
  return undefined;
}
const formsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const slotsOf = (text: Text): Set<string> =>
  new Set(formsOf(text).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot!)));

// --- The same sentences

/** Slots that a language does without, and those of its own; each with its reason. */
const WITHOUT: Readonly<Record<string, readonly string[]>> = {
  // "Am höchsten war die Zahl im Jahr 2022": the period says of what kind the figures are.
  de: ['highest {by}'],
  // "1er trimestre" is an ordinal, "Q1" a number.
  fr: ['quarter {q}'],
};
const OWN: Readonly<Record<string, readonly string[]>> = { fr: ['quarter {ordinal}'] };
/** Sentences that are spelled as in English. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  de: ['quarterShort', 'column.status', 'shareOf', 'short.t', 'short.kg'],
  es: ['figure.estimated', 'shareOf', 'short.t', 'short.kg'],
  fr: ['figure.estimated', 'column.note', 'column.source', 'column.t', 'shareOf'],
  pt: ['figure.estimated', 'shareOf', 'short.t', 'short.kg'],
};
for (const lang of others) {
  const pack = packFor(lang);
  test(`${lang} answers for every English key, has none that English lacks, and fills the same slots`, () => {
    const [without, own, alike]: string[][] = [[], [], []];
    for (const [key, text] of Object.entries(english.text)) {
      const known = answering(pack, key);
      assert.ok(known, key);
      const slots = slotsOf(pack.text[known]!);
      // Where a language says it in one sentence, the clause holds its range.
      if (slots.has('clause')) slots.add('bare').add('told');
      for (const slot of slotsOf(text)) if (!slots.has(slot)) without!.push(`${key} {${slot}}`);
      if (
        pack.text[key] === text &&
        formsOf(text).some((form) => /\p{L}/u.test(form.replace(/\{\w+\}/g, '')))
      )
        alike!.push(key);
    }
    for (const [key, text] of Object.entries(pack.text)) {
      const known = answering(english, key);
      assert.ok(known, `${key} is no key`);
      const slots = slotsOf(english.text[known]!);
      for (const slot of slotsOf(text)) if (!slots.has(slot)) own!.push(`${key} {${slot}}`);
    }
    assert.deepEqual(without, WITHOUT[lang] ?? [], 'slots that are wanting');
    assert.deepEqual(own, OWN[lang] ?? [], 'slots of its own');
    assert.deepEqual(alike!.sort(), [...(ALIKE[lang] ?? [])].sort(), 'sentences as in English');
  });
}
for (const lang of LANGUAGES)
  test(`${lang}: every plural form has its number, every month a name, every number its marks`, () => {
    const { text, months, monthsShort, group, decimal, plural } = packFor(lang);
    for (const [key, forms] of Object.entries(text)) {
      if (typeof forms === 'string' || !slotsOf(forms).has('n')) continue;
      for (const form of formsOf(forms)) assert.match(form, /\{n\}/, key);
    }
    for (const names of [months, monthsShort]) assert.equal(new Set(names).size, 12);
    assert.ok(group && decimal && group !== decimal);
    assert.ok(plural, 'its own plural rule: not every engine has every language');
  });

// --- Plurals

const COUNTS = [...Array(1300).keys(), 1e6, 1.5e6, 2e6, 1e9, 0.1, 0.5, 1.5, 2.25, 51.7];
for (const lang of LANGUAGES)
  test(`${lang} picks the plural forms that CLDR picks`, () => {
    const rules = new Intl.PluralRules(lang);
    for (const n of COUNTS) assert.equal(packFor(lang).plural!(n), rules.select(n), String(n));
  });
/** Worked by hand: what is counted, in the form of its number. */
for (const [lang, said] of Object.entries({
  ar: {
    0: 'كان عدد المدنيين المُبلغ عن مقتلهم 0',
    1: 'مقتل مدني واحد (1)',
    2: 'مقتل مدنيين اثنين (2)',
    3: 'مقتل 3 مدنيين',
    11: 'مقتل 11 مدنيًا',
    100: 'مقتل 100 مدني',
    1000000: 'مقتل 1,000,000 مدني',
  },
  de: {
    0: 'wurden laut X X 0 Zivilisten',
    1: 'wurde laut X X 1 Zivilist als',
    2: 'wurden laut X X 2 Zivilisten',
    1000000: '1.000.000 Zivilisten',
  },
  en: {
    0: '0 civilians were',
    1: '1 civilian was',
    2: '2 civilians were',
    1000000: '1,000,000 civilians were',
  },
  es: {
    0: '0 civiles muertos',
    1: '1 civil muerto',
    2: '2 civiles muertos',
    1000000: '1\u202f000\u202f000 de civiles muertos',
  },
  fr: {
    0: '0 civil a été tué',
    1: '1 civil a été tué',
    2: '2 civils ont été tués',
    1000000: '1\u202f000\u202f000 de civils ont été tués',
  },
  pt: {
    0: 'foi relatado 0 civil morto',
    1: 'foi relatado 1 civil morto',
    2: 'foram relatados 2 civis mortos',
    1000000: 'foram relatados 1.000.000 de civis mortos',
  },
} as Record<string, Record<number, string>>))
  test(`${lang} counts none, one, two, a few and a million people as it should`, () => {
    for (const [n, words] of Object.entries(said)) {
      const { summary } = describe(
        {
          schema: 'casualties/1',
          measure: 'killed',
          victims: 'civilians',
          method: 'reported',
          relation: 'all',
          place: 'X',
          source: { producer: 'X', asOf: '2025-12-31' },
          rows: [{ period: '2024', value: Number(n) }],
        },
        lang,
      );
      assert.ok(summary.replace(/[\u2066-\u2069]/g, '').includes(words), summary);
    }
  });
/** Amounts can be fractions: French and Portuguese count up to two as one. */
for (const [lang, half, one, more] of [
  ['ar', '1.5 طن', '1 طن', '7 أطنان'],
  ['de', '1,5 Tonnen', '1 Tonne Gold', '7 Tonnen'],
  ['en', '1.5 tonnes', '1 tonne of', '7 tonnes'],
  ['es', '1,5 toneladas', '1 tonelada de', '7 toneladas'],
  ['fr', '1,5 tonne d’or', '1 tonne d’or', '7 tonnes d’or'],
  ['pt', '1,5 tonelada de', '1 tonelada de', '7 toneladas de'],
] as const)
  test(`${lang} counts one tonne and a half as it should`, () => {
    for (const [value, words] of [
      [1.5, half],
      [1, one],
      [7, more],
    ] as const) {
      const { summary } = describe(
        {
          schema: 'gold-gauge/1',
          flow: 'mined',
          sector: 'industrial',
          unit: 't',
          place: 'X',
          amount: { period: '2024', value },
          source: { producer: 'X', asOf: '2025-12-31' },
        },
        lang,
      );
      assert.ok(summary.includes(words), summary);
    }
  });

// --- A pack that a newsroom writes itself

/** Letters that no English word has, so that one that is left over stands out; slots stay. */
const strange = (text: string): string =>
  text.replace(/\{\w+\}|[a-z]/gi, (found) =>
    found.length > 1 ? found : 'ɓɗŋɲɔɛƴ'[found.charCodeAt(0) % 7]!,
  );
/** An example: the months are Bambara, the sentences are signs, each where its own would stand. */
const bambara: LanguagePack = {
  tag: 'bm',
  name: 'Bamanankan',
  dir: 'ltr',
  group: '\u202f',
  decimal: ',',
  months: 'zanwuye feburuye marisi awirili mɛ zuwɛn zuluye uti sɛtanburu ɔkutɔburu nowanburu desanburu'.split(
    ' ',
  ),
  monthsShort: 'zan feb mar awi mɛ zuw zul uti sɛt ɔku now des'.split(' '),
  // Bambara has one form for every number.
  plural: (): PluralForm => 'other',
  text: Object.fromEntries(
    Object.entries(english.text).map(([key, text]) => [key, strange(formsOf(text).at(-1)!)]),
  ),
};
registerLanguage(bambara);

const ENUMERATED =
  /^(schema|period|at|to|asOf|asOfBasis|accessed|measure|victims|method|relation|interval|kind|id|actors|link|grade|from|through|since|on|stage|flow|sector|unit|max|whole|successorOf)$/;
/** The contract with every text of its own as one sign that no language has. */
function withoutWords(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return ENUMERATED.test(key) ? value : 'Ω';
  if (Array.isArray(value)) return value.map((one) => withoutWords(one, key));
  if (typeof value !== 'object' || value === null) return value;
  // Words by language are one text; a link is no text.
  if (Object.hasOwn(value, 'en')) return 'Ω';
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'url')
      .map(([name, one]) => [name, withoutWords(one, name)]),
  );
}
function signed(contract: Contract): Contract {
  const { schema, actors } = contract;
  const told = withoutWords(contract) as Contract;
  return schema.startsWith('casualties') && actors ? { ...told, actors: ['Ω', 'Ω'] } : told;
}
const months = new RegExp(
  `(?<!\\p{L})(${[...bambara.months, ...bambara.monthsShort].join('|')})(?!\\p{L})`,
  'gu',
);
const seen = (html: string): string =>
  html
    .replace(/<script.*?<\/script>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&\w+;|&#\d+;/g, '');

for (const { chart, name, contract } of allFixtures())
  test(`${chart}/${name} in a newsroom’s own language: no English word in words, picture, page or plain text`, () => {
    const own = signed(contract);
    const texts = [
      ...readerTexts(own, 'bm'),
      ...drawnTexts(own, 'bm'),
      { kind: 'page', text: seen(renderHTML(own, { lang: 'bm' })) },
      { kind: 'plain', text: writeText(prepare(own, { lang: 'bm' })).replace(/^alt: /m, '') },
    ];
    for (const { kind, text } of texts) assert.doesNotMatch(text.replace(months, ''), /[a-z]/i, kind);
  });
test('errors, messages, buttons and the list of keys of a newsroom’s own language have no English word', () => {
  // The names of formats are the same everywhere.
  for (const { kind, text } of pageTexts(bambara))
    assert.doesNotMatch(text.replace('CSV', ''), /[a-z]/i, kind);
});
test('the months of a newsroom’s own language are said, long and short', () => {
  const texts = allFixtures()
    .filter(({ name }) => name === 'months-partial')
    .flatMap(({ contract }) =>
      [...readerTexts(contract, 'bm'), ...drawnTexts(contract, 'bm')].map(({ text }) => text),
    )
    .join(' ');
  assert.match(texts, /\bzanwuye\b/);
  assert.match(texts, /\bzan\b/);
});

// --- Nothing is left in English

const latinWords = (text: string): string[] => text.toLowerCase().match(/[a-z]{2,}/g) ?? [];
const vocabulary = ({ text, months, monthsShort }: LanguagePack): Set<string> =>
  new Set(
    latinWords(
      [...Object.values(text).flatMap(formsOf), ...months, ...monthsShort].join(' ').replace(/\{\w+\}/g, ' '),
    ),
  );
for (const lang of others)
  test(`${lang}: every word of every fixture is its own, none is English`, () => {
    const [own, theirs] = [vocabulary(packFor(lang)), vocabulary(english)];
    for (const { name, contract } of allFixtures()) {
      const data = signed(contract);
      for (const { kind, text } of [
        ...readerTexts(data, lang),
        ...drawnTexts(data, lang),
        { kind: 'page', text: seen(renderHTML(data, { lang })) },
        { kind: 'plain', text: writeText(prepare(data, { lang })).replace(/^alt: /m, '') },
        ...pageTexts(packFor(lang)),
      ])
        for (const word of latinWords(text))
          assert.ok(
            own.has(word) || !(theirs.has(word) || lang === 'ar') || word === 'csv',
            `${name} ${kind}: ${word}`,
          );
    }
  });

// --- What is refused

for (const [fault, fields] of [
  ['tag', { tag: '' }],
  ['months', { months: ['zanwuye'] }],
  ['months', { months: bambara.months.map((month, i) => (i ? month : '')) }],
  ['monthsShort', { monthsShort: undefined }],
  ['text', { text: undefined }],
  ['dir', { dir: 'down' }],
  ['group', { group: undefined }],
  ['decimal', { decimal: undefined }],
  ['digits', { digits: '0123' }],
  ['text.who.civilians', { text: { 'who.civilians': { one: 'x' } } }],
] as const)
  test(`a pack with a fault in ${fault} is refused, by name: ${JSON.stringify(fields)}`, () => {
    assert.throws(
      () => registerLanguage({ ...bambara, tag: 'x-fault', ...fields } as unknown as LanguagePack),
      (error: Error) => error instanceof TypeError && error.message.includes(`${fault} `),
    );
  });
test('two sentences more for a language that is there need nothing beside them', () => {
  registerLanguage({ ...bambara, tag: 'x-more' });
  registerLanguage({ tag: 'x-more', text: { table: 'ŊŊ' } } as unknown as LanguagePack);
  assert.equal(packFor('x-more').text.table, 'ŊŊ');
  assert.equal(packFor('x-more').months[0], 'zanwuye');
  assert.equal(packFor('x-more').text.copy, bambara.text.copy);
});
test('the compiler refuses a bundled language that lacks a sentence', () => {
  const { 'error.load': _lost, ...text } = french.common.text;
  // @ts-expect-error -- 'error.load' is wanting.
  const common: CommonPack = { ...french.common, text };
  const { overlap: _gone, ...rest } = french.attribution;
  // @ts-expect-error -- 'overlap' is wanting.
  const attribution: AttributionTexts = rest;
  // @ts-expect-error -- months are wanting.
  const pack: LanguagePack = {
    tag: 'x',
    name: 'X',
    dir: 'ltr',
    group: '',
    decimal: '.',
    monthsShort: [],
    text: {},
  };
  assert.ok(common && attribution && pack);
});

test('a tag finds its pack by its base language and its digits, whatever the region', () => {
  for (const [tag, found] of [
    ['ar-TD', 'ar'],
    ['ar-u-nu-arab', 'ar-u-nu-arab'],
    ['ar-TD-u-nu-arab', 'ar-u-nu-arab'],
    ['AR-TD-U-NU-ARAB', 'ar-u-nu-arab'],
    ['fr-ML-u-nu-latn', 'fr'],
  ] as const)
    assert.equal(packFor(tag).tag, found, tag);
});

test('the number in what we write is read back, for sorting', () => {
  for (const [lang, text, n] of [
    ['en', '1,234.5', 1234.5],
    ['fr', '1\u202f234,5', 1234.5],
    ['de', '1.234,5', 1234.5],
    ['ar-u-nu-arab', '١٬٢٣٤', 1234],
    ['en', '25%', 25],
    ['en', '<1%', 1],
    ['fr', '25\u202f%', 25],
    ['en', '3\u00a0+\u00a0n/k', 3],
    ['en', 'n/k', NaN],
    ['en', '', NaN],
  ] as const)
    assert.equal(readNumber(packFor(lang), text), n, `${lang} ${text}`);
});
