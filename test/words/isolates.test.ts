// Names turn nothing around them: overrides in the data are taken out, and a name with letters of the other reading
// direction stands in an isolate of its own, in every language and every text.
import assert from 'node:assert/strict';
import test from 'node:test';
import '../../src/static/languages.js';
import { describe, readContract, renderHTML, renderSVG } from '../../src/static/index.js';
import { isolate } from '../../src/words/isolate.js';
import { readDrawing } from '../support/assert-path.js';
import { type Contract, LANGUAGES, readerTexts } from '../support/reader-texts.js';

const RIGHT = new Set(['ar']);
/** A name in each script that a Sahel desk may write, all held to one form in every language. */
const NAMES = {
  latin: 'Alder (GATIA) 2',
  arabic: 'جماعة نصرة الإسلام (JNIM) 7',
  nko: 'ߡߊ߬ߟߌ ߞߟߏ',
  adlam: '𞤊𞤵𞤤𞤬𞤵𞤤𞤣𞤫 𞥑𞥒',
  tifinagh: 'ⵣⴰⵡⴰⴷ',
} as const;
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}]|[\u{1e800}-\u{1efff}]/u;
const isForeign = (char: string, lang: string): boolean =>
  /\p{L}/u.test(char) && FROM_RIGHT.test(char) !== RIGHT.has(lang);

/** What is wrong with a text: an override, an isolate that is not closed, a foreign letter of the data outside of all. */
function faultsOf(text: string, lang: string, names: readonly string[]): string[] {
  if (/[\u202a-\u202e\u2066\u2067\u200e\u200f\u061c]/.test(text)) return ['an override'];
  const faults: string[] = [];
  let depth = 0;
  let outside = '';
  for (const char of text) {
    if (char === '\u2068') depth++;
    else if (char === '\u2069') depth--;
    else if (!depth) outside += char;
    if (depth < 0) faults.push('an end without a beginning');
  }
  if (depth) faults.push('an isolate stays open');
  for (const name of names)
    if ([...name].some((char) => isForeign(char, lang)) && outside.includes(name))
      faults.push(`${name} stands bare`);
  return faults;
}

const source = (name: string): Contract => ({
  producer: name,
  via: name,
  asOf: '2025-11-21',
  asOfBasis: 'publication',
  query: name,
  changes: name,
  licence: name,
});
const count = (name: string): Contract => ({
  measure: 'killed',
  victims: 'civilians',
  method: 'reported',
  place: name,
  source: source(name),
  notices: [{ on: '2025-11-20', kind: 'correction', text: name }],
  contentNote: name,
  interval: 'source-range',
  events: [{ at: '2025-06', kind: 'series-break', label: name }],
});
const rows = (name: string, fields: Contract = {}): Contract[] =>
  ['2023', '2024', '2025'].map((period, i) => ({
    period,
    value: 100 + i,
    low: 50,
    high: 200,
    note: name,
    ...fields,
  }));
/** A contract of every chart and relation in which each text is the name. */
function contractsWith(name: string): Contract[] {
  const people = [
    { id: 'a', name, phrase: name },
    { id: 'b', name, phrase: name, successorOf: 'a', since: '2024-03' },
    { id: 'c', name, phrase: name },
  ];
  const stack = (link: string): Contract[] => [
    ...rows(name, { actors: ['a', 'b'], link }),
    ...rows(name, { actors: ['a'] }),
    ...rows(name, { actors: ['c'] }),
    ...rows(name, { actors: 'unattributed' }),
  ];
  return [
    ...['all', 'involving', 'attributed'].map((relation) => ({
      schema: 'casualties/1',
      ...count(name),
      relation,
      ...(relation === 'all' ? {} : { actors: [name, name] }),
      rows: rows(name),
    })),
    ...['joint', 'disputed', 'unsplit'].flatMap((link) =>
      ['involving', 'attributed'].map((relation) => ({
        schema: 'attribution/1',
        ...count(name),
        relation,
        whole: 'all',
        actors: people,
        rows: stack(link),
      })),
    ),
    {
      schema: 'gold-gauge/1',
      flow: 'mined',
      sector: 'industrial',
      unit: 't',
      place: name,
      amount: { period: '2024', value: 51.7, note: name },
      history: [{ period: '2023', value: 60, note: name }],
      references: ['capacity', 'target', 'forecast'].map((kind) => ({
        kind,
        flow: kind === 'target' ? 'mined' : 'refined',
        value: 200,
        label: name,
        ...(kind === 'capacity' && { stage: 'planned' }),
        source: source(name),
      })),
      source: source(name),
    },
  ];
}

for (const [script, name] of Object.entries(NAMES))
  for (const lang of LANGUAGES)
    test(`a name in ${script} is kept together in every text (${lang})`, () => {
      const faults = contractsWith(name).flatMap((contract) =>
        readerTexts(contract, lang).flatMap(({ kind, text }) =>
          faultsOf(text, lang, [name]).map((fault) => `${contract.schema} ${kind}: ${fault}: ${text}`),
        ),
      );
      assert.deepEqual(faults, []);
    });

for (const lang of LANGUAGES)
  test(`overrides, isolates and marks of direction in the data reach no text, picture or page (${lang})`, () => {
    const evil = '\u202eAlder\u202c \u2066Group\u2069 \u2067x\u200f\u061c';
    for (const contract of contractsWith(evil)) {
      assert.ok(readContract(contract).notes.some(({ code }) => code === 'W_CONTROL'));
      for (const text of [
        JSON.stringify(describe(contract, lang)),
        renderSVG(contract, { lang }),
        renderHTML(contract, { lang }),
      ]) {
        assert.doesNotMatch(text, /[\u202a-\u202e\u2066\u2067\u200e\u200f\u061c]/);
        assert.match(text, /Alder/);
      }
      for (const { text } of readerTexts(contract, lang))
        assert.deepEqual(faultsOf(text, lang, ['Alder Group x']), []);
    }
  });

test('only what is read the other way is isolated', () => {
  const [left, right] = [{ dir: 'ltr' }, { dir: 'rtl' }] as const;
  for (const text of ['Wagner', 'Ménaka 2', 'Ɓamanan', 'ⵣⴰⵡⴰⴷ', '924', ''])
    assert.equal(isolate(left, text), text);
  for (const text of ['الجيش المالي', '924', '٣', '–', '']) assert.equal(isolate(right, text), text);
  for (const text of [NAMES.arabic, NAMES.nko, NAMES.adlam, 'צה״ל'])
    assert.equal(isolate(left, text), `\u2068${text}\u2069`);
  for (const text of ['ACLED', 'É', 'Вагнер', NAMES.tifinagh, NAMES.arabic])
    assert.equal(isolate(right, text), `\u2068${text}\u2069`);
});

for (const lang of LANGUAGES)
  test(`no line of a picture opens an isolate that it does not close (${lang})`, () => {
    for (const name of Object.values(NAMES))
      for (const contract of contractsWith(name))
        for (const width of [240, 640, 1200])
          for (const { text } of readDrawing(renderSVG(contract, { lang, width })).texts)
            assert.equal(text.split('\u2068').length, text.split('\u2069').length, `${width} ${text}`);
  });
