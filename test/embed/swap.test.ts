// Nothing on a page moves when a pasted chart comes alive: the snippet itself, in columns of every width, its script late.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core';
import { type EmbedOptions, scriptsOf, writeEmbed } from '../../src/embed/forms.js';
import { prepare } from '../../src/static/still.js';
import { findChromium } from '../support/chromium.js';

const cdn = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));
const RUNTIME = 'https://cdn.example/sahel-charts/0.1.0/';
const WIDTHS = Array.from({ length: 47 }, (_, i) => 280 + 20 * i);
const CHARTS = ['casualties', 'attribution', 'gold-gauge'];
const LANGUAGES = ['en', 'fr', 'de', 'ar'];

const contractOf = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8'));
const readRuntime = (name: string): string => readFileSync(join(cdn, name), 'utf8');

let browser: Browser;
test.before(async () => {
  browser = await puppeteer.launch(await findChromium());
});
test.after(() => browser.close());

interface Seen {
  /** Where the paragraph after each column's chart begins, px. */
  readonly after: number[];
  readonly heights: number[];
  /** Each of what browsers call layout shifts. */
  readonly shifts: number[];
}

/** A newsroom's page whose charts' files wait until they are let go. */
async function open(html: string): Promise<{ page: Page; letGo: () => Promise<void>; wrong: string[] }> {
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => wrong.push(message.text()));
  await page.setViewport({ width: 1280, height: 2400 });
  await page.setRequestInterception(true);
  let held: HTTPRequest[] | undefined = [];
  const answer = (request: HTTPRequest): void => {
    const path = join(cdn, request.url().replace(RUNTIME, ''));
    void request.respond(
      request.url().startsWith(RUNTIME) && existsSync(path)
        ? {
            contentType: 'text/javascript',
            headers: { 'access-control-allow-origin': '*' },
            body: readFileSync(path),
          }
        : { status: 404, body: '' },
    );
  };
  page.on('request', (request) => {
    if (request.url() === 'https://news.example/')
      void request.respond({ contentType: 'text/html; charset=utf-8', body: html });
    else if (request.url().endsWith('favicon.ico')) void request.respond({ status: 204 });
    else if (held) held.push(request);
    else answer(request);
  });
  // It is loaded when its scripts have run.
  const loaded = page.goto('https://news.example/');
  return {
    page,
    wrong,
    letGo: async () => {
      held?.forEach(answer);
      held = undefined;
      await loaded;
    },
  };
}

/** Two frames, so that what was laid out is also painted, and what moved is told. */
const look = (page: Page): Promise<Seen> =>
  page.evaluate(async () => {
    for (let i = 0; i < 3; i++) await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => setTimeout(done, 100));
    return {
      after: [...document.querySelectorAll('.after')].map((one) => one.getBoundingClientRect().top),
      heights: [...document.querySelectorAll('.column > :first-child')].map(
        (one) => one.getBoundingClientRect().height,
      ),
      shifts: (window as unknown as { shifts: number[] }).shifts.splice(0),
    };
  });

/** One column for each width, all at the same place: whatever moves in any of them is seen to move. */
function columns(snippet: string, widths: readonly number[]): string {
  const scripts = snippet.slice(snippet.lastIndexOf('</sahel-'));
  const [, ...tags] = scripts.split('\n');
  const element = snippet.slice(0, -tags.join('\n').length);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>news</title>
<style>body{margin:0;font:17px/1.5 Georgia,serif}p{margin:1em 0}.column{position:absolute;top:0;left:0}</style>
<script>window.shifts=[];new PerformanceObserver((list)=>shifts.push(...list.getEntries().map(({value})=>value))).observe({type:'layout-shift',buffered:true})</script>
${widths.map((width) => `<div class="column" style="width:${width}px">${element}<p class="after">After.</p></div>`).join('\n')}
${tags.join('\n')}`;
}

const integrity = (): Record<string, string> =>
  JSON.parse(readRuntime('integrity.json')) as Record<string, string>;

/** What has moved in each column from before the charts' file came to after, and every shift that the browser told. */
async function comeAlive(
  name: string,
  options: EmbedOptions,
): Promise<{ moved: string[]; shifts: number[] }> {
  const { snippet } = writeEmbed(contractOf(name), 'script', {
    runtime: RUNTIME,
    integrity: integrity(),
    ...options,
  });
  const { page, letGo, wrong } = await open(columns(snippet, WIDTHS));
  await page.waitForSelector('.column:last-of-type .after');
  const before = await look(page);
  assert.equal(before.after.length, WIDTHS.length);
  assert.equal(await page.$$eval('.column > *', (all) => all.some((one) => 'status' in one)), false);
  await letGo();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.column > :first-child')].every((one) =>
      /^(ready|withdrawn)$/.test((one as Element & { status?: string }).status ?? ''),
    ),
  );
  const after = await look(page);
  assert.deepEqual(wrong, []);
  await page.close();
  // Half a px, and what browsers round: an arc's height is a straight line before, and whole px after.
  const moved = WIDTHS.flatMap((width, i) =>
    Math.abs(after.after[i]! - before.after[i]!) > 0.55
      ? [`${width} px: ${before.after[i]} → ${after.after[i]}`]
      : [],
  );
  return { moved, shifts: after.shifts };
}

for (const chart of CHARTS)
  for (const lang of LANGUAGES)
    test(`script: nothing moves when ${chart} in ${lang} comes alive late, in columns of 280 to 1200 px`, async () =>
      assert.deepEqual(await comeAlive(`${chart}/article`, { lang }), { moved: [], shifts: [] }));

for (const [name, options] of [
  ['casualties/mali-ucdp', {}],
  ['casualties/many-events', { lang: 'fr' }],
  ['casualties/withdrawn', {}],
  ['casualties/cumulative-months', { view: 'cumulative' }],
  ['attribution/four-actors', { width: 1100 }],
  ['attribution/not-broken-down', { view: 'involved', lang: 'fr' }],
  ['gold-gauge/partial-2025', { theme: 'dark' }],
  ['gold-gauge/industrial-2024', { view: 'bullet', lang: 'ar' }],
] as [string, EmbedOptions][])
  test(`script: nothing moves when ${name} with ${JSON.stringify(options)} comes alive`, async () =>
    assert.deepEqual(await comeAlive(name, options), { moved: [], shifts: [] }));

test('script: a move is seen where there is one: without the style sheet', async () => {
  const { moved, shifts } = await comeAlive('casualties/article', { style: false });
  assert.equal(moved.length, WIDTHS.length);
  assert.ok(Math.max(...shifts) > 0.01, String(shifts));
});

for (const chart of CHARTS)
  for (const lang of LANGUAGES)
    test(`page: ${chart} in ${lang} is as high before its script as after, in windows of 280 to 1180 px`, async () => {
      const contract = contractOf(`${chart}/article`);
      const { snippet } = writeEmbed(contract, 'page', {
        lang,
        code: Object.fromEntries(
          scriptsOf(prepare(contract, { lang })).map((name) => [name, readRuntime(name)]),
        ),
      });
      const heights: number[][] = [];
      // Not switched off: a page without script has its table open.
      for (const html of [snippet.replace(/<script type="module">.*?<\/script>/gs, ''), snippet]) {
        const page = await browser.newPage();
        await page.setContent(html);
        const found: number[] = [];
        for (const width of WIDTHS.filter((_, i) => i % 3 === 0)) {
          await page.setViewport({ width, height: 200 });
          found.push(
            await page.evaluate(async () => {
              for (let i = 0; i < 3; i++) await new Promise((done) => requestAnimationFrame(done));
              return document.documentElement.scrollHeight;
            }),
          );
        }
        assert.equal(
          await page.$eval('main > *', (one) => (one as Element & { status?: string }).status),
          html === snippet ? 'ready' : undefined,
        );
        heights.push(found);
        await page.close();
      }
      const [before = [], after = []] = heights;
      // An arc's height is a straight line before, and whole px after.
      const slack = chart === 'gold-gauge' ? 1 : 0;
      assert.ok(
        after.every((height, i) => Math.abs(height - before[i]!) <= slack),
        `${before.join()} → ${after.join()}`,
      );
    });
