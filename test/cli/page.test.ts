// The forms in a browser: what only a page can show.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { describe } from '../../src/static/index.js';
import { findChromium } from '../support/chromium.js';
import { cli, fixture, folderWith, readContract } from './run-cli.js';

let browser: Browser;
test.before(async () => {
  browser = await puppeteer.launch(await findChromium());
});
test.after(() => browser.close());

/** A page from the disk, without network: what it asked for, and what went wrong in it. */
async function open(
  path: string,
  { script = true } = {},
): Promise<{ page: Page; asked: string[]; wrong: string[] }> {
  const page = await browser.newPage();
  const [asked, wrong]: [string[], string[]] = [[], []];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => wrong.push(message.text()));
  await page.setJavaScriptEnabled(script);
  await page.setOfflineMode(true);
  await page.goto(pathToFileURL(path).href);
  return { page, asked, wrong };
}

for (const [chart, lang] of [
  ['casualties', 'fr'],
  ['attribution', 'en'],
  ['gold-gauge', 'fr'],
] as const)
  test(`--as page of the article’s ${chart} chart draws from the disk, without network, in ${lang}`, async () => {
    const folder = folderWith();
    assert.equal(
      (await cli(['embed', fixture(`${chart}/article.json`), '--as', 'page', '--lang', lang, '-o', folder]))
        .code,
      0,
    );
    const { page, asked, wrong } = await open(join(folder, 'index.html'));
    const told = await page.evaluate(async (tag) => {
      const element = document.querySelector(tag) as HTMLElement & {
        status: string;
        updateComplete: Promise<unknown>;
      };
      await customElements.whenDefined(tag);
      await element.updateComplete;
      for (let i = 0; i < 100 && element.status !== 'ready'; i++)
        await new Promise((done) => setTimeout(done, 20));
      const root = element.shadowRoot!;
      return [
        element.status,
        root.querySelector('[part=title]')?.textContent,
        root.querySelectorAll('.plot > svg').length,
      ];
    }, `sahel-${chart}`);
    assert.deepEqual(told, ['ready', describe(readContract(`${chart}/article.json`), lang).title, 1]);
    assert.deepEqual(asked, [pathToFileURL(join(folder, 'index.html')).href]);
    assert.deepEqual(wrong, []);
    await page.close();
  });

test('the figure reads complete with scripts off: every word is visible', async () => {
  const folder = folderWith();
  await cli([
    'embed',
    fixture('attribution/mali-ucdp.json'),
    '--as',
    'figure',
    '--base-url',
    'https://charts.example.org/mali/',
    '-o',
    folder,
  ]);
  const { page } = await open(join(folder, 'snippet.html'), { script: false });
  const seen = await page.$eval('body', (body) => (body as HTMLElement).innerText.replace(/\s+/g, ' '));
  const { title, summary, source, rows } = describe(readContract('attribution/mali-ucdp.json'));
  for (const text of [title, summary, source.text, ...rows.flat()])
    assert.ok(seen.includes(text.replace(/\s+/g, ' ')), text);
  const alt = await page.$eval('img', (image) => image.alt);
  assert.ok(alt.length >= 40);
  await page.close();
});

// --- iframe and oembed, on a host of our own that needs no network

const HOST = 'https://charts.example.org/';
const cdn = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
};

/** A page of a newsroom, and frames of the charts' host in it, both answered from the disk and without CORS. */
async function openHost(html: string, folder: string): Promise<{ page: Page; wrong: string[] }> {
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    const path = pathname.startsWith('/0.1.0/')
      ? join(cdn, pathname.slice(7))
      : join(folder, pathname.slice(6));
    if (origin === 'https://news.example') void request.respond({ contentType: 'text/html', body: html });
    else if (existsSync(path))
      void request.respond({
        contentType: TYPES[path.split('.').pop()!] ?? 'text/plain',
        body: readFileSync(path),
      });
    else void request.respond({ status: 404, body: '' });
  });
  await page.goto('https://news.example/');
  return { page, wrong };
}

/** What a frame shows once its chart is drawn. */
async function seenIn(page: Page): Promise<{ title: string; height: number; fallback: string }> {
  const frame = page.frames().find((one) => one.url().startsWith(HOST))!;
  await frame.waitForFunction(() =>
    [...document.body.children].some((element) => element.shadowRoot?.querySelector('.plot')),
  );
  return frame.evaluate(() => ({
    title: document.title,
    height: document.body.getBoundingClientRect().height,
    fallback: getComputedStyle(document.querySelector('body > figure')!).display,
  }));
}

for (const name of [
  'casualties/article',
  'attribution/article',
  'gold-gauge/article',
  'casualties/mali-ucdp',
])
  for (const width of [330, 640])
    test(`the height stated for ${name} in a frame ${width} px wide holds the live chart, in WordPress’s sandbox too`, async () => {
      const folder = folderWith();
      const args = [
        '--base-url',
        `${HOST}mali/`,
        '--runtime',
        `${HOST}0.1.0/`,
        '--width',
        String(width),
        '-o',
        folder,
      ];
      const { code } = await cli([
        'embed',
        fixture(`${name}.json`),
        '--as',
        'oembed',
        '--lang',
        'fr',
        ...args,
      ]);
      assert.equal(code, 0);
      const answer = JSON.parse(readFileSync(join(folder, 'oembed.json'), 'utf8')) as {
        html: string;
        height: number;
      };
      for (const sandbox of ['', ' sandbox="allow-scripts"']) {
        const { page, wrong } = await openHost(
          `<!doctype html>${answer.html.replace('<iframe', `<iframe${sandbox}`)}`,
          folder,
        );
        const { title, height, fallback } = await seenIn(page);
        assert.equal(title, describe(readContract(`${name}.json`), 'fr').title);
        assert.equal(fallback, 'none');
        // Text is measured by the table of a wide font: a narrower one takes fewer lines.
        assert.ok(height <= answer.height && height > answer.height * 0.8, `${height} of ${answer.height}`);
        assert.deepEqual(wrong, []);
        await page.close();
      }
    });

/** What a desk may write: a word that no line holds, and names in Latin letters in an Arabic chart. */
const ODD: Readonly<Record<string, () => object>> = {
  'a title of one long word': () => ({
    ...readContract('casualties/mali-ucdp.json'),
    title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2),
  }),
  'long names of actors': () => {
    const contract = readContract('attribution/four-actors.json');
    const actors = (contract.actors as object[]).map((actor, i) => ({
      ...actor,
      name: `Coordination with a “quoted” & very long name, number ${i + 1}`,
    }));
    return { ...contract, actors };
  },
};
for (const [what, contract] of Object.entries(ODD))
  for (const width of [330, 640])
    test(`the height stated for ${what} in Arabic holds the live chart in a frame ${width} px wide`, async () => {
      const folder = folderWith({ 'odd.json': JSON.stringify(contract()) });
      const { code } = await cli([
        ...['embed', join(folder, 'odd.json'), '--as', 'oembed', '--lang', 'ar', '--width', String(width)],
        ...['--base-url', `${HOST}mali/`, '--runtime', `${HOST}0.1.0/`, '-o', folder],
      ]);
      assert.equal(code, 0);
      const answer = JSON.parse(readFileSync(join(folder, 'oembed.json'), 'utf8')) as {
        html: string;
        height: number;
      };
      const { page, wrong } = await openHost(`<!doctype html>${answer.html}`, folder);
      const { height } = await seenIn(page);
      assert.ok(height <= answer.height && height > answer.height * 0.8, `${height} of ${answer.height}`);
      assert.deepEqual(wrong, []);
      await page.close();
    });

for (const [lang, bar] of [
  ['en', 'none'],
  ['de', 'thin'],
] as const)
  test(`WordPress shows 1,000 px of a frame at most: in ${lang} the bar at 280 px is ${bar}`, async () => {
    const folder = folderWith();
    const args = ['--base-url', `${HOST}mali/`, '--runtime', `${HOST}0.1.0/`, '--lang', lang, '-o', folder];
    assert.equal(
      (await cli(['embed', fixture('attribution/article.json'), '--as', 'oembed', ...args])).code,
      0,
    );
    const { html } = JSON.parse(readFileSync(join(folder, 'oembed.json'), 'utf8')) as { html: string };
    assert.doesNotMatch(html, /scrolling/);
    const { page, wrong } = await openHost(
      `<!doctype html>${html
        .replace(/ width="\d+" height="\d+"/, ' style="width:280px;height:1000px" sandbox="allow-scripts"')
        .replace(/ src="([^"]*)"/, ' src="$1#?secret=abc123"')}`,
      folder,
    );
    const { height } = await seenIn(page);
    assert.equal(height > 1000, bar === 'thin', String(height));
    const frame = page.frames().find((one) => one.url().startsWith(HOST))!;
    await frame.waitForFunction(
      (wanted) => getComputedStyle(document.documentElement).scrollbarWidth === wanted,
      {},
      bar,
    );
    assert.deepEqual(wrong, []);
    await page.close();
  });
