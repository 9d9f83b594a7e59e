import assert from 'node:assert/strict';
import test from 'node:test';
import { Markup } from '../../src/drawing/markup.js';
import { chartStyles } from '../../src/drawing/styles.js';
import { stylesFor } from '../../src/static/served-styles.js';

const styles = (markup: string, more?: string): string => stylesFor(new Markup(markup), more);

test('rules of classes that are there are kept, in media too; others are not', () => {
  const css = styles('<div class="chart auto"><p class="small">x</p><path class="fill-accent"/></div>');
  for (const part of [
    '.chart{',
    '.small{',
    '.fill-accent{fill:var(--_accent)}',
    ':host{',
    '@media (prefers-color-scheme:dark){.auto{',
  ])
    assert.ok(css.includes(part), part);
  assert.doesNotMatch(css, /\.source|\.tip|\.narrow|\.dark|fill-actor1|stroke-accent|textarea/);
});
test('a colour is declared if and only if a rule names it', () => {
  for (const markup of [
    '<div class="chart"></div>',
    '<div class="chart dark"><path class="fill-actor3 stroke-grid"/></div>',
  ]) {
    const css = styles(markup);
    const declared = new Set([...css.matchAll(/(--_[\w-]+):/g)].map(([, name]) => name));
    const named = new Set([...css.matchAll(/var\((--_[\w-]+)\)/g)].map(([, name]) => name));
    assert.deepEqual([...declared].sort(), [...named].sort(), markup);
  }
});
test('braces stay in pairs, and no comment or empty rule is carried', () => {
  const css = styles('<div class="chart auto small key source tools plot"></div>', ' .more { color: red; } ');
  assert.equal(css.split('{').length, css.split('}').length);
  assert.doesNotMatch(css, /\/\*|\{\}|\n| {2}/);
  assert.match(css, /\.more\{color:red\}$/);
  assert.ok(css.length < chartStyles.length * 0.8);
});
