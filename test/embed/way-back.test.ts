// Back to a page with charts: the browser's back/forward cache gives it as it was, and the charts go on.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { writeEmbed } from '../../src/embed/forms.js';
import { findChromium } from '../support/chromium.js';

const cdn = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));
const CHARTS = ['casualties', 'attribution', 'gold-gauge'];

let browser: Browser;
let server: Server;
let home = '';
/** Every path that was asked for. */
const asked: string[] = [];

test.before(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const file = join(cdn, url.replace('/0.1.0/', ''));
    if (url === '/article.html' || url === '/next.html')
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(
          url === '/next.html'
            ? '<!doctype html><title>next</title><link rel="icon" href="data:,">'
            : article(),
        );
    else if (url.startsWith('/0.1.0/') && existsSync(file))
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(file));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // A browser that is driven has no such cache unless it is asked to.
  browser = await puppeteer.launch({
    ...(await findChromium()),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
});
test.after(async () => {
  await browser.close();
  server.close();
});

/** Waits for something in a chart: what changes in a shadow root is not told outside of it, so every frame is asked. */
const shows = (page: Page, tag: string, selector: string): Promise<unknown> =>
  page.waitForFunction(
    (host, part) => document.querySelector(host)?.shadowRoot?.querySelector(part),
    { polling: 'raf' },
    tag,
    selector,
  );

const article = (): string => {
  const snippets = CHARTS.map(
    (chart) =>
      writeEmbed(
        JSON.parse(readFileSync(new URL(`../fixtures/${chart}/article.json`, import.meta.url), 'utf8')),
        'script',
        {
          lang: 'fr',
          runtime: `${home}/0.1.0/`,
          integrity: JSON.parse(readFileSync(join(cdn, 'integrity.json'), 'utf8')) as Record<string, string>,
        },
      ).snippet,
  );
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>article</title><link rel="icon" href="data:,">
    <script>window.shown=[];addEventListener('pageshow',({persisted})=>shown.push(persisted))</script>${snippets.join('')}`;
};

test(
  'a page with the three charts, left and come back to, is the page that was left: drawn, alive, and nothing is fetched again',
  { timeout: 60_000 },
  async () => {
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    await page.setViewport({ width: 700, height: 900 });
    await page.goto(`${home}/article.html`);
    const isReady = (): Promise<boolean> =>
      page.evaluate(
        (tags) =>
          tags.every((tag) => {
            const element = document.querySelector(tag) as Element & { status?: string };
            return element.status === 'ready' && !!element.shadowRoot?.querySelector('.explorer');
          }),
        CHARTS.map((chart) => `sahel-${chart}`),
      );
    while (!(await isReady())) await new Promise((done) => setTimeout(done, 20));
    // Used, as a reader would.
    const fold = (await page.$('sahel-casualties >>> .fold'))!;
    await fold.click();
    await shows(page, 'sahel-casualties', 'tbody tr');
    await page.evaluate(() => Object.assign(window, { sameWindow: true }));
    const before = [...asked];
    await page.goto(`${home}/next.html`);
    await page.goBack();
    const { shown, same, reasons } = await page.evaluate(() => ({
      shown: (window as unknown as { shown: boolean[] }).shown,
      same: 'sameWindow' in window,
      reasons: JSON.stringify(
        (performance.getEntriesByType('navigation')[0] as unknown as { notRestoredReasons?: unknown })
          .notRestoredReasons ?? null,
      ),
    }));
    assert.deepEqual([shown, same], [[false, true], true], reasons);
    assert.equal(await isReady(), true);
    assert.deepEqual(asked.slice(before.length), ['/next.html']);

    // It goes on: it is read, resized, and given new data.
    assert.ok(await page.$('sahel-casualties >>> tbody tr'), 'the table is still open');
    const plot = (await page.$('sahel-attribution >>> .plot'))!;
    await plot.scrollIntoView();
    const { x, y, width, height } = (await plot.boundingBox())!;
    // On the first column.
    await page.mouse.move(x + width * 0.2, y + height * 0.7);
    await shows(page, 'sahel-attribution', '.tip');
    const widths = (): Promise<number[]> =>
      page.evaluate(
        (tags) =>
          tags.map(
            (tag) =>
              document.querySelector(tag)!.shadowRoot!.querySelector<SVGSVGElement>('.plot > svg')!.viewBox
                .baseVal.width,
          ),
        CHARTS.map((chart) => `sahel-${chart}`),
      );
    const wide = await widths();
    await page.setViewport({ width: 500, height: 900 });
    while ((await widths()).some((width, i) => width !== wide[i]! - 200))
      await new Promise((done) => setTimeout(done, 20));
    const title = await page.evaluate(async () => {
      const element = document.querySelector('sahel-casualties') as HTMLElement & {
        data: unknown;
        updateComplete: Promise<unknown>;
      };
      const text = element.querySelector('script')!.textContent;
      element.data = { ...(JSON.parse(text) as object), title: 'Nouveau titre' };
      await element.updateComplete;
      return element.shadowRoot!.querySelector('.title')!.textContent;
    });
    assert.equal(title, 'Nouveau titre');
    assert.deepEqual(asked.slice(before.length), ['/next.html']);
    assert.deepEqual(wrong, []);
    await page.close();
  },
);
