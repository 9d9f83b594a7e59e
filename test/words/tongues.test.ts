// WCAG 3.1.2: a paragraph of the contract that is in another language than the chart says so.
import assert from 'node:assert/strict';
import test from 'node:test';
import '../../src/static/languages.js';
import { renderElement, renderHTML } from '../../src/static/index.js';
import { readFixture } from '../support/golden.js';

type Contract = Record<string, any>;
const CHARTS = ['casualties', 'attribution', 'gold-gauge'];
const texts = (lang: string): Contract => ({
  title: { [lang]: 'The title' },
  subtitle: { [lang]: 'The subtitle' },
  caveat: { [lang]: 'The caveat.' },
});
/** Language of each element whose whole text is `text`; "" where it has none of its own. */
const tongues = (html: string, text: string): string[] =>
  [...html.matchAll(/<[a-z]+([^<>]*)>\s*([^<>]+?)\s*(?=<)/g)]
    .filter(([, , inside]) => inside!.replace(/[\u2068\u2069]/g, '') === text)
    .map(([, attributes]) => / lang="([^"]*)"/.exec(attributes!)?.[1] ?? '');

for (const chart of CHARTS)
  for (const [name, write] of [
    ['renderHTML', renderHTML],
    ['renderElement', renderElement],
  ] as const) {
    const data = (own: Contract): Contract => ({
      ...(readFixture(chart, 'article') as Contract),
      interval: undefined,
      ...own,
    });
    test(`${name} of ${chart} says the language of what is not in the chart's`, () => {
      const html = write(data(texts('en')), { lang: 'ar' });
      for (const text of ['The title', 'The subtitle', 'The caveat.']) {
        const found = tongues(html, text);
        assert.ok(found.length, text);
        assert.deepEqual([...new Set(found)], ['en'], text);
      }
    });
    test(`${name} of ${chart} says none where the language is the chart's own, or not known`, () => {
      for (const [own, lang] of [
        [texts('en'), 'en'],
        [texts('pt-BR'), 'pt'],
        [texts('pt'), 'pt-BR'],
        [{ title: 'The title', subtitle: 'The subtitle', caveat: 'The caveat.' }, 'ar'],
      ] as const) {
        const html = write(data(own), { lang });
        for (const text of ['The title', 'The subtitle', 'The caveat.'])
          assert.deepEqual([...new Set(tongues(html, text))], [''], `${text} ${lang}`);
      }
    });
  }

test('our own sentence behind a foreign caveat is not called foreign', () => {
  const data = {
    ...(readFixture('casualties', 'article') as Contract),
    ...texts('en'),
    interval: 'source-range',
    rows: [{ period: '2024', value: 5, low: 4, high: 6 }],
  };
  const html = renderHTML(data, { lang: 'fr' });
  assert.match(html, /<p>The caveat\. [^<]+<\/p>/);
});
