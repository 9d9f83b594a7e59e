import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { describe, renderHTML } from '../../src/static/index.js';

const folder = new URL('../fixtures/casualties/', import.meta.url);
const fixture = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Record<string, unknown>;
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '\n')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

for (const name of readdirSync(folder).map((file) => file.replace('.json', '')))
  for (const lang of ['en', 'fr'])
    test(`${name} in ${lang} as HTML says what describe says, in a page without style, id or any script that runs`, () => {
      const contract = fixture(name);
      const html = renderHTML(contract, { lang });
      const { title, summary, source, rows } = describe(contract, lang);
      const lines = plain(html);
      for (const text of [title, summary, source.text]) assert.ok(lines.includes(text), text);
      const isDrawn = html.includes('<table>');
      assert.equal(isDrawn, rows.length > 0);
      if (isDrawn) for (const cell of rows.flat()) assert.ok(lines.includes(cell), cell);
      assert.doesNotMatch(
        html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/, ''),
        /<script|<style|\sid=|\sstyle=|\son\w+=|var\(|url\(/,
      );
    });

test('every tag of the HTML is closed in the order it was opened', () => {
  const html = renderHTML(fixture('mali-ucdp'), { lang: 'fr' });
  const open: string[] = [];
  for (const [, end, name, alone] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*?(\/?)>/gi)) {
    if (alone || name === 'br') continue;
    if (end) assert.equal(open.pop(), name);
    else open.push(name!);
  }
  assert.deepEqual(open, []);
});

test('a text that looks like markup stays text in the HTML', () => {
  const html = renderHTML({ ...fixture('article'), title: '<img src=x onerror=alert(1)>' });
  assert.ok(html.includes('&lt;img src=x onerror=alert(1)&gt;'));
  assert.doesNotMatch(html, /<img/);
});

test('a withdrawn chart has its notice and no figures in the HTML', () => {
  const html = renderHTML(fixture('withdrawn'));
  assert.ok(html.includes('Withdrawn on 2 March 2025.'));
  assert.doesNotMatch(html, /702|924|<svg|<table/);
});
