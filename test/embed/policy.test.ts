// The script form under a policy that forbids everything but its own hosts.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { writeEmbed } from '../../src/embed/forms.js';
import { findChromium } from '../support/chromium.js';

const cdn = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));
const RUNTIME = 'https://cdn.example/sahel-charts/0.1.0/';
const POLICY =
  "default-src 'none'; script-src https://cdn.example; style-src https://cdn.example; connect-src https://data.example; img-src data:; require-trusted-types-for 'script'";

let browser: Browser;
test.before(async () => {
  browser = await puppeteer.launch(await findChromium());
});
test.after(() => browser.close());

/** What the browser says of a page with the three snippets, and what a reader sees before and after the script. */
async function open(
  options: { readonly style?: boolean; readonly isTampered?: boolean },
  headers: Record<string, string>,
): Promise<{ said: string[]; before: string[]; statuses: unknown[]; after: string[] }> {
  const integrity = JSON.parse(readFileSync(join(cdn, 'integrity.json'), 'utf8')) as Record<string, string>;
  const { isTampered, ...rest } = options;
  const snippets = ['casualties', 'attribution', 'gold-gauge'].map(
    (chart) =>
      writeEmbed(
        JSON.parse(readFileSync(new URL(`../fixtures/${chart}/article.json`, import.meta.url), 'utf8')),
        'script',
        { runtime: RUNTIME, integrity, lang: 'fr', ...rest },
      ).snippet,
  );
  const page = await browser.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.setRequestInterception(true);
  let letGo = (): void => undefined;
  const gate = new Promise<void>((done) => (letGo = done));
  page.on('request', (request) => {
    const path = join(cdn, request.url().replace(RUNTIME, ''));
    if (request.url() === 'https://news.example/')
      void request.respond({
        contentType: 'text/html; charset=utf-8',
        headers,
        body: `<!doctype html><html lang="en"><title>news</title>${snippets.join('')}`,
      });
    else if (!request.url().startsWith(RUNTIME) || !existsSync(path)) void request.respond({ status: 204 });
    else
      void gate.then(() =>
        request.respond({
          contentType: 'text/javascript',
          headers: { 'access-control-allow-origin': '*' },
          body: `${readFileSync(path, 'utf8')}${isTampered && !path.includes('lang') ? '\n' : ''}`,
        }),
      );
  });
  const loaded = page.goto('https://news.example/');
  await page.waitForSelector('sahel-gold-gauge + script + script');
  /** All drawings and titles that are seen, in the elements or in their shadow roots. */
  const look = (): Promise<string[]> =>
    page.$$eval('sahel-casualties,sahel-attribution,sahel-gold-gauge', (all) =>
      all.map((one) => {
        const root = one.shadowRoot ?? one;
        const drawings = [...root.querySelectorAll('svg')].filter(
          (svg) => svg.checkVisibility() && svg.getBoundingClientRect().height > 60,
        );
        const buttons = [...root.querySelectorAll('button')].filter((button) =>
          button.checkVisibility({ visibilityProperty: true }),
        );
        return `${drawings.length} ${buttons.length > 0}`;
      }),
    );
  const before = await look();
  letGo();
  await loaded;
  await page.evaluate(async () => {
    for (let i = 0; i < 4; i++) await new Promise((done) => requestAnimationFrame(done));
  });
  const statuses = await page.$$eval('sahel-casualties,sahel-attribution,sahel-gold-gauge', (all) =>
    all.map((one) => (one as Element & { status?: string }).status ?? 'undefined'),
  );
  const after = await look();
  await page.close();
  return { said, before, statuses, after };
}

const READY = ['ready', 'ready', 'ready'];
/** One drawing each, and buttons or none. */
const one = (buttons: boolean): string[] => READY.map(() => `1 ${buttons}`);

test('the script form without its style sheet gives no violation under a strict policy, and is whole before and after its script', async () => {
  assert.deepEqual(await open({ style: false }, { 'content-security-policy': POLICY }), {
    said: [],
    before: one(false),
    statuses: READY,
    after: one(true),
  });
});
test('with it, the policy is heard, and the reader sees one drawing all the same', async () => {
  const { said, ...seen } = await open({}, { 'content-security-policy': POLICY });
  assert.deepEqual(seen, { before: one(false), statuses: READY, after: one(true) });
  assert.equal(said.length, 3, said.join('\n'));
  for (const text of said) assert.match(text, /inline style violates/);
});
test('a file that does not fit its hash is not run: the chart stays as it was drawn ahead, without a button', async () => {
  const { said, ...seen } = await open({ isTampered: true }, {});
  assert.deepEqual(seen, {
    before: one(false),
    statuses: ['undefined', 'undefined', 'undefined'],
    after: one(false),
  });
  assert.equal(said.length, 3, said.join('\n'));
  for (const text of said) assert.match(text, /integrity/);
});
test('iframe and figure without their style attributes give no violation either; with them the policy is heard', async () => {
  const contract = JSON.parse(
    readFileSync(new URL('../fixtures/casualties/article.json', import.meta.url), 'utf8'),
  ) as unknown;
  const integrity = JSON.parse(readFileSync(join(cdn, 'integrity.json'), 'utf8')) as Record<string, string>;
  const told: Record<string, number> = {};
  for (const style of [false, true])
    for (const form of ['iframe', 'figure'] as const) {
      const { snippet } = writeEmbed(contract, form, {
        baseUrl: 'https://charts.example/mali/',
        runtime: RUNTIME,
        integrity,
        style,
      });
      const page = await browser.newPage();
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        if (request.url() === 'https://news.example/')
          void request.respond({
            contentType: 'text/html; charset=utf-8',
            headers: {
              'content-security-policy':
                `${POLICY}; frame-src https://charts.example; img-src https://charts.example`.replace(
                  '; img-src data:',
                  '',
                ),
            },
            body: `<!doctype html><html lang="en"><title>news</title>${snippet}`,
          });
        else if (request.url().endsWith('host.js'))
          void request.respond({
            contentType: 'text/javascript',
            headers: { 'access-control-allow-origin': '*' },
            body: readFileSync(join(cdn, 'host.js')),
          });
        else if (request.url().endsWith('.png'))
          void request.respond({
            contentType: 'image/svg+xml',
            body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
          });
        else void request.respond({ contentType: 'text/html', body: '<!doctype html>' });
      });
      await page.goto('https://news.example/', { waitUntil: 'networkidle0' });
      told[`${form} ${style}`] = said.filter((text) => /style/.test(text)).length;
      if (!style) assert.deepEqual(said, [], form);
      await page.close();
    }
  // The picture and the table's box.
  assert.deepEqual(told, { 'iframe false': 0, 'figure false': 0, 'iframe true': 1, 'figure true': 2 });
});
