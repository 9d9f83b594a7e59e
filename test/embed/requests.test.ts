// What each form asks for, by a record of everything a browser asked for, against the list in docs/embedding.md.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type ElementHandle, type Frame, type Page } from 'puppeteer-core';
import { EMBED_FORMS, type EmbedForm } from '../../src/embed/forms.js';
import { findChromium } from '../support/chromium.js';
import { cli, fixture, folderWith } from '../cli/run-cli.js';

const cdn = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));
const NEWS = 'https://news.example/2026/a-secret-draft.html';
const RUNTIME = 'https://cdn.example/sahel-charts/0.1.0/';
const BASE = 'https://charts.example/mali/';

let browser: Browser;
test.before(async () => {
  browser = await puppeteer.launch(await findChromium());
});
test.after(() => browser.close());

/** The table of docs/embedding.md: what a form asks for when the page opens, and for its sound. */
const documented = new Map(
  readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8')
    .split('\n### What each form asks for\n')[1]!
    .split('\n#')[0]!
    .split('\n')
    .filter((line) => /^\| `/.test(line))
    .map((line) => {
      const [, form = '', opening = '', sound = ''] = line.split('|').map((cell) => cell.trim());
      const names = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
      return [names(form).join(' '), { opening: names(opening), sound: names(sound) }];
    }),
);

const fill = (names: readonly string[], chart: string, lang: string): string[] =>
  names
    .filter((name) => lang !== 'en' || !name.startsWith('lang/'))
    .map((name) => name.replace('TAG', lang).replace('CHART', chart))
    .toSorted();

interface Asked {
  readonly url: string;
  readonly referrer: string;
}

/** A page of a newsroom, its charts' host and its runtime, answered from the disk; everything asked for is written down. */
async function openPage(
  html: string,
  folder: string,
  address = NEWS,
): Promise<{ page: Page; asked: Asked[]; wrong: string[] }> {
  const page = await browser.newPage();
  const asked: Asked[] = [];
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.setViewport({ width: 800, height: 1600 });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const url = request.url();
    const { origin, pathname } = new URL(url);
    if (pathname === '/favicon.ico') return void request.respond({ status: 204 });
    asked.push({ url, referrer: request.headers().referer ?? '' });
    if (url.startsWith('file:')) return void request.continue();
    const path = url.startsWith(RUNTIME)
      ? join(cdn, url.slice(RUNTIME.length))
      : join(folder, pathname.replace('/mali/', ''));
    if (url === NEWS)
      void request.respond({
        contentType: 'text/html; charset=utf-8',
        body: html,
      });
    else if (origin !== 'https://news.example' && existsSync(path))
      void request.respond({
        contentType:
          { js: 'text/javascript', png: 'image/png', json: 'application/json' }[path.split('.').pop()!] ??
          'text/html',
        headers: { 'access-control-allow-origin': '*' },
        body: readFileSync(path),
      });
    else void request.respond({ status: 404, body: '' });
  });
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'deny' });
  await page.goto(address, { waitUntil: 'networkidle0' });
  return { page, asked, wrong };
}

/** A file named to its own host by a file of the same. */
const isOwn = (url: string, referrer: string): boolean => new URL(url).origin === new URL(referrer).origin;

/** The chart's shadow root, in the page or in a frame of it. */
async function rootOf(page: Page): Promise<{ frame: Frame; root: ElementHandle<ShadowRoot> }> {
  for (let i = 0; i < 100; i++) {
    for (const frame of page.frames()) {
      const root = await frame.evaluateHandle(
        () =>
          [...document.querySelectorAll('*')].find(
            (one) =>
              (one as Element & { status?: string }).status === 'ready' &&
              one.shadowRoot?.querySelector('.explorer'),
          )?.shadowRoot,
      );
      if (root.asElement()) return { frame, root: root as ElementHandle<ShadowRoot> };
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('no chart was drawn');
}

/** All that a reader does, but for the sound. */
async function useAll(page: Page, root: ElementHandle<ShadowRoot>): Promise<void> {
  const plot = (await root.$('.plot'))!;
  await plot.hover();
  const box = (await plot.boundingBox())!;
  for (let i = 1; i < 6; i++) await page.mouse.move(box.x + (box.width * i) / 6, box.y + box.height / 2);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await (await root.$('.fold'))!.click();
  while (!(await root.$('tbody tr'))) await new Promise((done) => setTimeout(done, 20));
  await (await root.$('th button'))!.click();
  for (const format of ['csv', 'svg', 'png']) {
    await (await root.$(`button[value=${format}]`))!.click();
    await new Promise((done) => setTimeout(done, 150));
    // In a sandbox the file is a text, with buttons to copy it and to close it.
    for (const button of await root.$$('.text button, textarea ~ button, textarea ~ p button')) {
      if (await button.isVisible()) await button.click().catch(() => undefined);
    }
  }
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyA');
  await page.keyboard.press('KeyC');
  await page.keyboard.up('Control');
  await page.setViewport({ width: 420, height: 1600 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await page.pdf();
  await new Promise((done) => setTimeout(done, 150));
}

const WRAPPERS: Readonly<Record<string, (snippet: string) => string>> = {
  'figure upgrade.js': (snippet) => `${snippet}<script src="${RUNTIME}upgrade.js" defer></script>`,
  // What WordPress makes of the address.
  oembed: (html) =>
    html
      .replace('<iframe', '<iframe sandbox="allow-scripts"')
      .replace(/ src="([^"]*)"/, ' src="$1#?secret=abc"'),
};

for (const kind of [...EMBED_FORMS, 'figure upgrade.js'])
  for (const [chart, lang] of [
    ['casualties', 'en'],
    ['casualties', 'fr'],
    ['casualties', 'ar'],
    ['attribution', 'en'],
    ['gold-gauge', 'fr'],
  ] as const)
    test(
      `${kind} of ${chart} in ${lang} asks for what the documentation lists, once each, and tells nobody the page`,
      { timeout: 60_000 },
      async () => {
        const [form] = kind.split(' ') as [EmbedForm];
        const folder = folderWith();
        const { code, errors } = await cli([
          ...['embed', fixture(`${chart}/article.json`), '--as', form, '--lang', lang, '-o', folder],
          ...['--base-url', BASE, '--runtime', RUNTIME, '--runtime-files', cdn],
        ]);
        assert.equal(code, 0, errors.join('\n'));
        const pasted =
          form === 'oembed'
            ? (JSON.parse(readFileSync(join(folder, 'oembed.json'), 'utf8')) as { html: string }).html
            : form === 'page'
              ? ''
              : readFileSync(join(folder, 'snippet.html'), 'utf8');
        const wrap = WRAPPERS[kind] ?? ((text: string) => text);
        const address = form === 'page' ? pathToFileURL(join(folder, 'index.html')).href : NEWS;
        const { page, asked, wrong } = await openPage(
          `<!doctype html><html lang="en"><meta charset="utf-8"><title>news</title>${wrap(pasted)}`,
          folder,
          address,
        );
        const { opening, sound } = documented.get(kind)!;
        const names = (): string[] =>
          asked
            .map(({ url }) => url)
            .filter((url) => url !== address && !/^(data:image\/svg|blob:)/.test(url))
            .map((url) =>
              url
                .replace(RUNTIME, '')
                .replace(BASE, '')
                .replace(/[?#].*/, ''),
            )
            .toSorted();
        assert.deepEqual(names(), fill(opening, chart, lang));
        if (kind !== 'figure') {
          const { root } = await rootOf(page);
          await useAll(page, root);
          assert.deepEqual(names(), fill(opening, chart, lang), 'after everything but the sound');
          const play = await root.$('.tools > button');
          assert.equal(play !== null, form !== 'page' && chart !== 'gold-gauge');
          if (play) {
            for (let i = 0; i < 3; i++) {
              await play.click();
              await new Promise((done) => setTimeout(done, 150));
            }
            assert.deepEqual(names(), fill([...opening, ...sound], chart, lang), 'and the sound');
          }
        }
        for (const { url, referrer } of asked.filter(({ url }) => url !== address)) {
          assert.ok(
            ['', 'https://news.example/'].includes(referrer) || isOwn(url, referrer),
            `${url} by ${referrer}`,
          );
          assert.doesNotMatch(url, /secret-draft/);
          // The frame of our own snippet does not even hear which newspaper it is.
          if (form === 'iframe' && url.includes('index.html')) assert.equal(referrer, '');
        }
        assert.deepEqual(wrong, []);
        await page.close();
      },
    );

test('the record sees what nobody has listed: a font, a beacon, a picture, a script', async () => {
  const { page, asked } = await openPage(
    `<!doctype html><title>news</title><style>@font-face{font-family:x;src:url(https://cdn.example/x.woff)}p{font-family:x}</style><p>x</p>
     <img src="https://pixel.example/1.gif"><script src="https://stats.example/a.js"></script><script>navigator.sendBeacon("https://beacon.example/b")</script>`,
    folderWith(),
  );
  const hosts = asked.map(({ url }) => new URL(url).host);
  for (const host of ['cdn.example', 'pixel.example', 'stats.example', 'beacon.example'])
    assert.ok(hosts.includes(host), `${host} in ${hosts.join()}`);
  await page.close();
});
