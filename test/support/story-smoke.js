// Serves storybook-static on loopback and opens every story and every page of documentation: fails on a failing play
// function, an error in the console, a failed request or an accessibility violation.
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from 'puppeteer-core';
import { NoBrowser, findChromium } from './chromium.js';

const root = fileURLToPath(new URL('../../storybook-static/', import.meta.url));
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const patience = 15_000;

if (!existsSync(join(root, 'index.json'))) {
  console.error('There is no storybook-static: run npm run build:storybook first.');
  process.exit(1);
}

const server = createServer(async (request, response) => {
  try {
    const { pathname } = new URL(request.url, 'http://stories');
    const path = normalize(join(root, decodeURIComponent(pathname).replace(/\/$/, '/index.html')));
    if (!path.startsWith(root)) throw new Error('outside');
    const body = await readFile(path);
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const base = `http://127.0.0.1:${server.address().port}/`;

let browser;
try {
  browser = await launch(await findChromium());
} catch (error) {
  console.error(error instanceof NoBrowser ? error.message : error);
  process.exit(1);
}

/** In the page: what Storybook says once the story, or the page, stands. */
async function outcome(type, limit) {
  const until = Date.now() + limit;
  while (!globalThis.__STORYBOOK_ADDONS_CHANNEL__) {
    if (Date.now() > until) throw new Error('Storybook did not start');
    await new Promise((done) => setTimeout(done, 50));
  }
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  const event = type === 'docs' ? 'docsRendered' : 'storyFinished';
  const last = channel.last?.(event);
  if (last) return last[0];
  return new Promise((done, fail) => {
    channel.once(event, done);
    setTimeout(() => fail(new Error(`no ${event} within ${limit} ms`)), until - Date.now());
  });
}

/** Opens one entry and returns what was wrong with it. */
async function visit(page, { id, type }) {
  const faults = [];
  const listeners = {
    pageerror: (error) => faults.push(`error: ${error.message ?? error}`),
    console: (message) => {
      const { url = '' } = message.location();
      if (message.type() === 'error' && !url.endsWith('favicon.ico'))
        faults.push(`console: ${message.text()} ${url.replace(base, '')}`);
    },
    requestfailed: (request) => faults.push(`request: ${request.url().replace(base, '')}`),
  };
  for (const [event, listener] of Object.entries(listeners)) page.on(event, listener);
  try {
    await page.goto(`${base}iframe.html?id=${id}&viewMode=${type}`, { waitUntil: 'domcontentloaded' });
    const result = await page.evaluate(outcome, type, patience);
    if (result?.status === 'error') {
      const violations = (result.reporters ?? []).flatMap((report) =>
        (report.result?.violations ?? []).map(
          (violation) =>
            `a11y ${violation.id}: ${violation.help} (${violation.nodes?.map(({ target }) => target).join(', ')})`,
        ),
      );
      faults.push(...(violations.length ? violations : ['the story or its play function failed']));
    }
  } catch (error) {
    faults.push(error.message);
  }
  for (const [event, listener] of Object.entries(listeners)) page.off(event, listener);
  return faults;
}

const { entries } = JSON.parse(readFileSync(join(root, 'index.json'), 'utf8'));
const page = await browser.newPage();
let passed = 0;
let failed = 0;
for (const entry of Object.values(entries)) {
  const faults = await visit(page, entry);
  if (!faults.length) {
    passed++;
    continue;
  }
  failed++;
  console.log(`FAIL stories ${entry.id} (${entry.type})\n    ${faults.join('\n    ').slice(0, 3000)}`);
}
await browser.close();
server.close();
if (!passed && !failed) {
  failed++;
  console.log('stories: there is none.');
}
console.log(`stories: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
