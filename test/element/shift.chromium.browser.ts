// The page below and beside a chart stays where it is, from the first paint through every state.
import { setViewport } from '@web/test-runner-commands';
import '../../src/define.js';
import {
  type Chart,
  expect,
  frameAt,
  noErrorReachedThePage,
  pause,
  place,
  put,
  said,
  settle,
  until,
  watchPage,
} from '../support/browser/page.js';
import { fixtures, freshName, json, open, serve } from '../support/browser/server.js';

watchPage();

let contracts: Record<string, any>;
before(async () => {
  contracts = await fixtures();
});
after(() => setViewport({ width: 800, height: 600 }));

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { readonly node?: Node }[];
}

/** What moved from now on, and how far (the sum that browsers call cumulative layout shift). */
function watchShifts(): () => Promise<{ total: number; moved: string[] }> {
  const found: Shift[] = [];
  const observer = new PerformanceObserver((list) => void found.push(...(list.getEntries() as Shift[])));
  observer.observe({ type: 'layout-shift' });
  return async () => {
    await settle();
    await pause(120);
    found.push(...(observer.takeRecords() as Shift[]));
    observer.disconnect();
    return {
      total: found.reduce((sum, { value }) => sum + value, 0),
      moved: found.flatMap(({ sources }) => sources.map(({ node }) => node?.nodeName ?? '?')),
    };
  };
}

/** A page with text above and below a chart; the chart's box is reserved when `height` is given. */
function article(height?: string): { box: HTMLElement; chart: HTMLElement } {
  const box = place({ font: '16px/1.4 sans-serif' });
  const paragraph = (text: string): HTMLElement => {
    const p = document.createElement('p');
    p.textContent = text.repeat(20);
    return p;
  };
  const chart = document.createElement('div');
  if (height) {
    chart.style.minHeight = height;
    chart.style.overflow = 'hidden';
  }
  box.append(paragraph('Above. '), chart, paragraph('Below. '));
  return { box, chart };
}

/** loading → ready → refreshing → stale → refreshing → ready → error. */
async function throughAllStates(el: Chart, heard: any, address: any, hold: string): Promise<void> {
  await until(() => el.status === 'loading', 'loading');
  await settle();
  await pause(80);
  await open(hold);
  await until(() => heard.ready.length === 1, 'ready');
  await settle();
  await pause(80);
  await address.plays({ status: 503 });
  await el.refresh();
  await until(() => el.stale, 'stale');
  await settle();
  expect(said(el, 'message')).not.to.equal('');
  await pause(80);
  await address.plays(json(contracts['article']));
  await el.refresh();
  await until(() => heard.ready.length === 2, 'ready again');
  await settle();
  await pause(80);
  const bad = await serve({ status: 404 });
  el.src = bad.url;
  await until(() => el.status === 'error', 'error');
  await settle();
  await pause(80);
}

/** The height of the chart by itself, as a page would measure it to reserve its box. */
async function naturalHeight(): Promise<number> {
  const address = await serve(json(contracts['article']));
  const { chart } = article();
  const { el, heard } = put({ attributes: { src: address.url, loading: 'eager' }, into: chart });
  await until(() => heard.ready.length, 'ready');
  await settle();
  const { height } = el.getBoundingClientRect();
  chart.parentElement!.remove();
  await settle();
  await pause(80);
  return height;
}

for (const width of [320, 1280]) {
  it(`shifts nothing by loading, refreshing, going stale and failing in a reserved box at ${width} px`, async function () {
    this.timeout(20_000);
    await setViewport({ width, height: 1100 });
    const hold = freshName();
    const address = await serve(json(contracts['article'], { hold }));
    const { chart } = article(`${await naturalHeight()}px`);
    await settle();
    await pause(80);
    const total = watchShifts();
    const { el, heard } = put({ attributes: { src: address.url, loading: 'eager' }, into: chart });
    await throughAllStates(el, heard, address, hold);
    expect(await total()).to.deep.equal({ total: 0, moved: [] });
  });

  it(`shifts nothing when going stale and fresh again, reserved or not, at ${width} px`, async function () {
    this.timeout(20_000);
    await setViewport({ width, height: 1100 });
    const address = await serve(json(contracts['article']));
    const { chart } = article();
    const { el, heard } = put({ attributes: { src: address.url, loading: 'eager' }, into: chart });
    await until(() => heard.ready.length, 'ready');
    await settle();
    await pause(80);
    const total = watchShifts();
    const before = el.getBoundingClientRect().height;
    await address.plays({ status: 503 });
    await el.refresh();
    await until(() => el.stale, 'stale');
    await settle();
    expect(el.getBoundingClientRect().height).to.equal(before);
    await address.plays(json(contracts['article']));
    await el.refresh();
    await until(() => !el.stale, 'fresh');
    expect(await total()).to.deep.equal({ total: 0, moved: [] });
  });

  it(`shifts nothing when a fallback of the same height gives way to the chart at ${width} px`, async function () {
    this.timeout(20_000);
    await setViewport({ width, height: 1100 });
    const natural = await naturalHeight();
    const { chart } = article();
    const hold = freshName();
    const address = await serve(json(contracts['article'], { hold }));
    const { el, heard } = put({
      attributes: { src: address.url, loading: 'eager' },
      fallback: 'A picture of the same chart.',
      into: chart,
    });
    const fallback = el.querySelector<HTMLElement>('.fallback')!;
    fallback.style.height = `${natural}px`;
    fallback.style.margin = '0';
    await settle();
    await pause(80);
    const total = watchShifts();
    await open(hold);
    await until(() => heard.ready.length, 'ready');
    expect(await total()).to.deep.equal({ total: 0, moved: [] });
  });
}

it('sees a shift where there is one: the chart’s own height, when a page reserves nothing', async function () {
  this.timeout(20_000);
  await setViewport({ width: 800, height: 600 });
  const hold = freshName();
  const address = await serve(json(contracts['article'], { hold }));
  const { chart } = article();
  await settle();
  await pause(80);
  const total = watchShifts();
  const { el, heard } = put({ attributes: { src: address.url, loading: 'eager' }, into: chart });
  await until(() => el.status === 'loading', 'loading');
  await settle();
  await pause(80);
  await open(hold);
  await until(() => heard.ready.length, 'ready');
  const { total: value } = await total();
  console.log(`layout shift of an unreserved chart at 800 × 600: ${value.toFixed(3)}`);
  expect(value, 'this instrument works').to.be.above(0);
});

it('shifts nothing from the first paint when the page reserves the box before the element is defined', async function () {
  this.timeout(20_000);
  await setViewport({ width: 800, height: 1100 });
  const data = JSON.stringify(contracts['article']).replaceAll('<', '\\u003c');
  const hold = freshName();
  const code = await (await fetch('/dist/cdn/casualties.js')).text();
  const file = await serve({
    headers: { 'content-type': 'text/javascript' },
    chunks: [{ text: code }],
    hold,
  });
  const text = `<!doctype html><html lang="en"><title>first paint</title>
     <style>sahel-casualties{display:block;min-height:760px}</style>
     <script>window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
       .observe({ type: 'layout-shift', buffered: true });
       addEventListener('sahel-ready', () => (window.isReady = true));
       const script = document.createElement('script'); script.type = 'module'; script.src = '${file.url}'; document.head.append(script);</script>
     <p>Above.</p><sahel-casualties><script type="application/json">${data}</script></sahel-casualties><p>Below.</p></html>`;
  const address = await serve({
    headers: { 'content-type': 'text/html; charset=utf-8' },
    chunks: [{ text }],
  });
  const page = await frameAt(address.url, false);
  const inner = page.contentWindow as any;
  await until(() => inner.document.querySelector('sahel-casualties'), 'the page');
  await pause(120);
  await open(hold);
  await until(() => inner.isReady, 'ready');
  await settle();
  await pause(120);
  expect(inner.shifts).to.deep.equal([]);
});

noErrorReachedThePage();
