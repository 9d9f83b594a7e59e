// sahel-charts/react as a React application uses it: dist/ must be there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { findChromium } from '../support/chromium.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const specifier: string = 'sahel-charts/react';
const contract = (name: string): object =>
  JSON.parse(readFileSync(`${root}test/fixtures/${name}.json`, 'utf8')) as object;

test('on a server each component is its tag, with what was put inside it', async () => {
  const components = (await import(specifier)) as Record<string, Parameters<typeof createElement>[0]>;
  assert.deepEqual(Object.keys(components).sort(), ['SahelAttribution', 'SahelCasualties', 'SahelGoldGauge']);
  const fallback = createElement('p', null, '924 civilians in 2024');
  assert.equal(
    renderToString(createElement(components.SahelCasualties!, { lang: 'fr' } as object, fallback)),
    '<sahel-casualties lang="fr"><p>924 civilians in 2024</p></sahel-casualties>',
  );
  assert.match(renderToString(createElement(components.SahelGoldGauge!)), /^<sahel-gold-gauge>/);
});

test('in a page props feed the element, callbacks hear it, and it leaves with its parent', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { createElement as h } from 'react';
        import { createRoot } from 'react-dom/client';
        import { SahelAttribution, SahelCasualties, SahelGoldGauge } from 'sahel-charts/react';
        const root = createRoot(document.body.appendChild(document.createElement('main')));
        const heard = [];
        const hear = (kind) => ({ type, detail }) => heard.push([kind, type, detail.schema ?? detail.code]);
        window.heard = heard;
        window.show = (charts) => root.render(h('div', null, charts.map(({ kind, ...props }, key) =>
          h({ SahelAttribution, SahelCasualties, SahelGoldGauge }[kind],
            { key, ...props, onSahelReady: hear(kind), onSahelError: hear(kind) }))));
        window.leave = () => root.unmount();`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['production'],
    logLevel: 'error',
  });
  const browser = await puppeteer.launch(await findChromium());
  try {
    const page = await browser.newPage();
    const faults: unknown[] = [];
    page.on('pageerror', (error) => faults.push(error));
    await page.setContent('<!doctype html><title>React</title><body></body>');
    await page.addScriptTag({ content: outputFiles[0]!.text });
    const show = (charts: object[]): Promise<unknown> =>
      page.evaluate(
        (given) => (globalThis as unknown as { show(charts: object[]): void }).show(given),
        charts,
      );
    const heard = (): Promise<unknown> =>
      page.evaluate(() => (globalThis as unknown as { heard: unknown }).heard);
    const data = contract('casualties/article');
    await show([
      { kind: 'SahelCasualties', data, noTitle: true, lang: 'fr' },
      { kind: 'SahelAttribution', data: contract('attribution/article') },
      { kind: 'SahelGoldGauge', data: { schema: 'gold-gauge/1' } },
    ]);
    await page.waitForFunction('heard.length === 3');
    assert.deepEqual(
      ((await heard()) as string[][]).sort(([a], [b]) => (a! < b! ? -1 : 1)),
      [
        ['SahelAttribution', 'sahel-ready', 'attribution/1'],
        ['SahelCasualties', 'sahel-ready', 'casualties/1'],
        ['SahelGoldGauge', 'sahel-error', 'E_SCHEMA'],
      ],
    );
    const told = await page.evaluate(() => {
      const element = document.querySelector('sahel-casualties')! as HTMLElement & { noTitle: boolean };
      return [element.lang, element.noTitle, element.shadowRoot!.querySelector('[part~=title]') === null];
    });
    assert.deepEqual(told, ['fr', true, true]);
    await show([{ kind: 'SahelCasualties', data: { ...data, place: { en: 'in a new place' } } }]);
    await page.waitForFunction('heard.length === 4');
    assert.match(
      await page.evaluate(() => document.querySelector('sahel-casualties')!.shadowRoot!.textContent),
      /in a new place/,
    );
    assert.equal(await page.evaluate(() => document.querySelector('sahel-attribution')), null);
    await page.evaluate(() => (globalThis as unknown as { leave(): void }).leave());
    assert.equal(await page.evaluate(() => document.querySelector('main')!.innerHTML), '');
    assert.deepEqual(faults, []);
  } finally {
    await browser.close();
  }
});
