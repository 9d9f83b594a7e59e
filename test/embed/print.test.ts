// Snippets on paper, with their script and without: A4 from a page laid out for a wide screen, read out of the PDF.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { writeEmbed } from '../../src/embed/forms.js';
import { findChromium } from '../support/chromium.js';
import { textSizes } from '../support/pdf-text.js';

const cdn = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));
const RUNTIME = 'https://cdn.example/sahel-charts/0.1.0/';
const NEWS = 'https://news.example/';
/** Columns of the page on the screen, px; none is a page whose charts are as wide as itself. */
const COLUMNS = [undefined, 650, 600, 480, 320];

let browser: Browser;
test.before(async () => {
  browser = await puppeteer.launch(await findChromium());
});
test.after(() => browser.close());

/** A newsroom's page with one snippet in a column. */
async function open(
  name: string,
  hasScript: boolean,
  column: number | undefined,
  lang = 'en',
): Promise<Page> {
  const { snippet } = writeEmbed(
    JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8')),
    'script',
    {
      runtime: RUNTIME,
      integrity: JSON.parse(readFileSync(join(cdn, 'integrity.json'), 'utf8')) as Record<string, string>,
      lang,
    },
  );
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(hasScript);
  await page.setViewport({ width: 1440, height: 900 });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const path = join(cdn, request.url().replace(RUNTIME, ''));
    if (request.url() === NEWS)
      void request.respond({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="en"><title>news</title><body style="margin:0"><div${column ? ` style="width:${column}px"` : ''}>${snippet}</div>`,
      });
    else if (request.url().startsWith(RUNTIME) && existsSync(path))
      void request.respond({
        contentType: 'text/javascript',
        headers: { 'access-control-allow-origin': '*' },
        body: readFileSync(path),
      });
    else void request.respond({ status: 204 });
  });
  await page.goto(NEWS, { waitUntil: 'networkidle0' });
  return page;
}

const margin = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' };

for (const chart of ['casualties', 'attribution', 'gold-gauge'])
  for (const hasScript of [true, false])
    for (const lang of ['en', 'ar'])
      test(`${chart} in ${lang} on A4 ${hasScript ? 'with' : 'without'} its script: one drawing, no text under 9 pt, in a page of 1440 px and in columns of it`, async () => {
        for (const column of COLUMNS) {
          const page = await open(`${chart}/article`, hasScript, column, lang);
          const [smallest = 0, ...larger] = textSizes(await page.pdf({ format: 'A4', margin }));
          assert.ok(smallest >= 8.99, `${column ?? 'no'} column: ${smallest} pt`);
          assert.ok(larger.length >= 3, `sizes of title, words and drawing: ${larger.join()}`);
          await page.emulateMediaType('print');
          const drawings = await page.$$eval(
            `sahel-${chart}`,
            ([one]) =>
              [...one!.shadowRoot!.querySelectorAll('.plot > svg')].filter((svg) => svg.checkVisibility())
                .length,
          );
          assert.equal(drawings, 1);
          await page.close();
        }
      });

test('the sizes are those on the paper: scaled, turned and small text is seen', async () => {
  const page = await browser.newPage();
  await page.setContent(
    `<p style="font:16px sans-serif">a</p><p style="font:8px sans-serif">a</p>
     <svg width="100" height="100" viewBox="0 0 50 50"><text x="20" y="20" font-size="10" transform="rotate(90 20 20)">a</text></svg>`,
  );
  assert.deepEqual(textSizes(await page.pdf({ format: 'A4', margin })), [6, 12, 15]);
  await page.close();
});

test('without its script a drawing has its own key, on the screen and on paper', async () => {
  const shown = async (page: Page): Promise<string[]> =>
    page.$$eval('sahel-casualties', ([one]) =>
      [...one!.shadowRoot!.querySelectorAll('.plot, .key li')]
        .filter((part) => part.checkVisibility())
        .map((part) => part.querySelector('svg')?.getAttribute('viewBox') ?? part.textContent),
    );
  const wrong: string[] = [];
  const keys = new Map<string, string>();
  for (const column of [330, 470, 500, 560, 640, 720, 900, 1200]) {
    const page = await open('casualties/article', false, column);
    for (const media of ['screen', 'print']) {
      await page.emulateMediaType(media);
      const [drawing = '', ...key] = await shown(page);
      const text = key.join('; ');
      if ((keys.get(drawing) ?? text) !== text) wrong.push(`${media} ${column}: ${text}`);
      keys.set(drawing, text);
    }
    await page.close();
  }
  assert.equal(keys.size, 2);
  assert.notEqual(...([...keys.values()] as [string, string]));
  assert.deepEqual(wrong, []);
});
