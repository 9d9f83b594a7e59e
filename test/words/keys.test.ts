import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { charts } from '../../src/charts/index.js';
import { keysOf } from '../../src/element/explorer.js';
import { packFor } from '../../src/static/languages.js';
import * as english from '../../src/words/languages/en.js';
import { allFixtures, LANGUAGES, readerTexts } from '../support/reader-texts.js';

test('no two charts have a sentence of the same key: a page with both would say one for the other', () => {
  const texts = {
    common: english.common.text,
    casualties: english.casualties,
    attribution: english.attribution,
    goldGauge: english.goldGauge,
  };
  const owner = new Map<string, string>();
  for (const [chart, keys] of Object.entries(texts))
    for (const key of Object.keys(keys)) {
      assert.equal(owner.get(key), undefined, `${key}: ${owner.get(key)} and ${chart}`);
      owner.set(key, chart);
    }
  assert.ok(owner.size > 250, String(owner.size));
});

// --- The keys of the explorer: its own list, what it says of each, and the table of the docs

/** What stands before the words: "Home, End" of "Home, End: first and last", "← →" of "← → earlier and later". */
const signsOf = (said: string): string => /^(\S+ \S+(?=:)|[^:\p{L}]+(?= )|[^:]+(?=:))/u.exec(said)![0];

test('the docs list the keys that the explorer lists, in its order, by the same signs', () => {
  const docs = readFileSync(new URL('../../docs/accessibility.md', import.meta.url), 'utf8');
  const [, table = ''] = /\n\| key \| does \|\n\|[-| ]+\|\n((?:\|.*\n)+)/.exec(docs) ?? [];
  const listed = table
    .trim()
    .split('\n')
    .map((row) => row.split('|')[1]!.replaceAll('`', '').trim());
  const withStep = charts.find(({ step }) => step)!;
  const said = keysOf(withStep).map((key) => signsOf(english.pack.text[`keys.${key}`] as string));
  // Tab is the page's own key: it leads to the explorer and away.
  assert.deepEqual(listed, ['Tab', ...said]);
});
test('the docs quote what is spoken: each example is said of a fixture', () => {
  const docs = readFileSync(new URL('../../docs/accessibility.md', import.meta.url), 'utf8');
  const [, list = ''] = /short text:\n\n((?:- .*\n)+)/.exec(docs) ?? [];
  const examples = [...list.matchAll(/“(.*)”/g)].map(([, example]) => example!);
  assert.ok(examples.length > 4);
  const spoken = new Set(
    allFixtures().flatMap(({ contract }) =>
      readerTexts(contract, 'en').flatMap(({ kind, text }) => (kind === 'spoken' ? text : [])),
    ),
  );
  for (const example of examples) assert.ok(spoken.has(example), example);
});
test('a chart without a stack lists no keys for up and down, and every other one', () => {
  for (const chart of charts) {
    const keys = keysOf(chart);
    assert.equal(keys.includes('across'), chart.step !== undefined, chart.name);
    assert.deepEqual(
      keys.filter((key) => key !== 'across'),
      ['along', 'ends', 'extremes', 'select', 'close', 'help'],
    );
  }
});
for (const lang of LANGUAGES)
  test(`each key has its words in ${lang}, each arrow its sign`, () => {
    const { text } = packFor(lang);
    for (const key of ['along', 'across', 'ends', 'extremes', 'select', 'close', 'help'])
      assert.ok(Object.hasOwn(text, `keys.${key}`), key);
    assert.match(text['keys.along'] as string, /←.*→|→.*←/);
    assert.match(text['keys.across'] as string, /↑.*↓/);
    assert.match(text['keys.help'] as string, /^[?؟]/);
  });
