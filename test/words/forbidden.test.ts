// Verbs follow `relation` in every language: every fixture, told as each relation, against one list of words.
import assert from 'node:assert/strict';
import test from 'node:test';
import '../../src/static/languages.js';
import { EXAMPLES, FORBIDDEN, forbiddenTo } from '../support/forbidden-words.js';
import {
  allFixtures,
  type Contract,
  drawnTexts,
  LANGUAGES,
  readerTexts,
  withoutDeskWords,
} from '../support/reader-texts.js';

const actors = [
  { ar: 'فاغنر', en: 'Wagner' },
  {
    ar: 'الجيش المالي',
    de: 'die malische Armee',
    en: 'the Malian army',
    es: 'el ejército maliense',
    fr: 'l’armée malienne',
    pt: 'o exército maliano',
  },
];
/** The contract as each relation that its chart knows; gold has none. */
function relations(contract: Contract): [name: string, contract: Contract][] {
  const told = withoutDeskWords(contract);
  if (!contract.measure) return [['', told]];
  const { actors: own, ...rest } = told;
  return (
    contract.schema.startsWith('casualties')
      ? ['all', 'involving', 'attributed']
      : ['involving', 'attributed']
  ).map((relation) => [
    relation,
    { ...rest, relation, ...(relation === 'all' ? {} : { actors: own ?? actors }) },
  ]);
}

for (const { chart, name, contract } of allFixtures())
  for (const [relation, told] of relations(contract))
    test(`${chart}/${name}${relation && `, ${relation}`}: no word is stronger than the contract, in six languages`, () => {
      for (const lang of LANGUAGES) {
        const texts = [...readerTexts(told, lang), ...drawnTexts(told, lang)];
        assert.ok(texts.length > 10);
        for (const { kind, text } of texts) {
          const said = text.replace(/[\u2066-\u2069]/g, '').replace(FORBIDDEN[lang].nobody, '');
          for (const pattern of forbiddenTo(told, lang))
            assert.doesNotMatch(said, pattern, `${lang} ${kind}`);
          if (!kind.startsWith('drawn')) assert.doesNotMatch(text, FORBIDDEN[lang].broken, `${lang} ${kind}`);
        }
      }
    });

test('nor is a word about a capacity of any stage, in six languages', () => {
  const { contract } = allFixtures().find(({ name }) => name === 'industrial-2024')!;
  for (const stage of ['operating', 'under-construction', 'planned'])
    for (const flow of ['mined', 'refined']) {
      const told = {
        ...contract,
        references: [{ kind: 'capacity', flow, sector: 'artisanal', stage, value: 200, label: 'X' }],
      };
      for (const lang of LANGUAGES)
        for (const { kind, text } of [...readerTexts(told, lang), ...drawnTexts(told, lang)]) {
          for (const pattern of forbiddenTo(told, lang))
            assert.doesNotMatch(text, pattern, `${lang} ${kind}`);
          if (!kind.startsWith('drawn')) assert.doesNotMatch(text, FORBIDDEN[lang].broken, `${lang} ${kind}`);
        }
    }
});

for (const lang of LANGUAGES)
  test(`what is forbidden in ${lang} can be found, and whole words only`, () => {
    for (const [kind, texts] of Object.entries(EXAMPLES[lang]))
      for (const text of texts) assert.match(text, FORBIDDEN[lang][kind as 'doer'], kind);
    for (const text of ['Download CSV', 'Plusieurs', 'Moreover', 'Fallou', 'مقاتل'])
      for (const kind of ['doer', 'change', 'more', 'endless'] as const)
        assert.doesNotMatch(text, FORBIDDEN[lang][kind], kind);
  });

for (const chart of ['casualties', 'attribution'])
  for (const lang of LANGUAGES)
    test(`the article’s ${chart} chart compares nothing (${lang})`, () => {
      const { contract } = allFixtures().find((one) => one.chart === chart && one.name === 'article')!;
      for (const { kind, text } of [...readerTexts(contract, lang), ...drawnTexts(contract, lang)]) {
        assert.doesNotMatch(text, FORBIDDEN[lang].more, kind);
        // 924 and 434: the fall in per cent, by day, the sum, the rates, and what a whole year might have brought.
        assert.doesNotMatch(text, /53|[%‰٪]|\b(490|487|47|462|217|2[.,]52|1[.,]34|1[.,\u202f]?358)\b/, kind);
      }
    });
