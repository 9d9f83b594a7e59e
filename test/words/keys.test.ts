import assert from 'node:assert/strict';
import test from 'node:test';
import * as english from '../../src/words/languages/en.js';

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
