// Every form without its script, on a telephone of 320 px and a page that has no rule for pictures or tables.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { EMBED_FORMS, type EmbedForm, writeEmbed } from '../../src/embed/forms.js';
import { keepForAuthor } from '../cli/kses.js';
import { readContract, RUNTIME, RUNTIME_FILES } from '../cli/run-cli.js';
import { findChromium } from '../support/chromium.js';

const integrity = JSON.parse(readFileSync(`${RUNTIME_FILES}/integrity.json`, 'utf8')) as Record<
  string,
  string
>;
const FILES = ['casualties.js', 'attribution.js', 'gold-gauge.js', 'lang/fr.js'];
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="500"/>';

let browser: Browser;
test.before(async () => {
  browser = await puppeteer.launch(await findChromium());
});
test.after(() => browser.close());

interface Seen {
  readonly pageWidth: number;
  /** Widths of what is drawn: pictures and drawings, px. */
  readonly pictures: number[];
  readonly texts: string;
}

async function look(html: string): Promise<Seen> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width: 320, height: 700 });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url() === 'https://news.example/')
      void request.respond({ contentType: 'text/html; charset=utf-8', body: html });
    else if (request.url().endsWith('.png'))
      void request.respond({ contentType: 'image/svg+xml', body: PICTURE });
    else void request.respond({ status: 404, body: '' });
  });
  await page.goto('https://news.example/', { waitUntil: 'networkidle0' });
  const seen = await page.evaluate(() => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const drawings = [document, ...roots].flatMap((root) => [...root.querySelectorAll('img, svg')]);
    return {
      pageWidth: document.documentElement.scrollWidth,
      pictures: drawings
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 60)
        .map((one) => one.getBoundingClientRect().width),
      texts:
        document.body.innerText +
        roots.map((root) => (root.querySelector('.chart') as HTMLElement).innerText).join(),
    };
  });
  await page.close();
  return seen;
}

/** The page that shows a form: the published one, or an article with the snippet in it. */
function pageOf(contract: unknown, form: EmbedForm, lang: string): string {
  const { snippet, files } = writeEmbed(contract, form, {
    lang,
    baseUrl: 'https://charts.example.org/mali/',
    runtime: RUNTIME,
    integrity,
    code: Object.fromEntries(FILES.map((name) => [name, ''])),
  });
  const published = files.find(({ path }) => path === 'index.html');
  if (published) return String(published.content);
  return `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>news</title><style>body,figure{margin:0}</style>${
    form === 'figure' ? keepForAuthor(snippet, 'classic') : snippet
  }`;
}

for (const name of ['casualties/article', 'attribution/many-actors', 'gold-gauge/industrial-2024'])
  for (const lang of ['en', 'fr'])
    test(`${name} in ${lang} without script on a telephone: no form scrolls sideways, each has one picture and its words`, async () => {
      const contract = readContract(`${name}.json`);
      for (const form of EMBED_FORMS) {
        const { pageWidth, pictures, texts } = await look(pageOf(contract, form, lang));
        assert.equal(pageWidth, 320, form);
        assert.equal(pictures.length, 1, `${form}: ${pictures.join()}`);
        assert.ok(pictures[0]! <= 320 && pictures[0]! > 200, `${form}: ${pictures[0]} px`);
        assert.match(texts, /Source/, form);
      }
    });
test('a picture wider than the telephone is seen to be', async () => {
  const { snippet } = writeEmbed(readContract('casualties/article.json'), 'figure', {
    baseUrl: 'https://charts.example.org/mali/',
    style: false,
  });
  assert.ok(
    (await look(`<!doctype html><meta name="viewport" content="width=device-width">${snippet}`)).pageWidth >
      320,
  );
});
