// What only the browser's own counters tell: nothing is left of charts that are gone. And windows too narrow for others.
import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import '../../src/define.js';
import {
  draw,
  drawing,
  expect,
  noErrorReachedThePage,
  pause,
  place,
  settle,
  watchPage,
} from '../support/browser/page.js';
import { fixtures, json, serve } from '../support/browser/server.js';
import { put, until } from '../support/browser/page.js';
import { faultsOf } from '../support/browser/texts.js';

watchPage();

const cdp = <T>(method: string, params: object = {}): Promise<T> =>
  executeServerCommand('cdp', { method, params, keep: true }) as Promise<T>;

interface Counters {
  readonly documents: number;
  readonly nodes: number;
  readonly jsEventListeners: number;
}
async function counters(): Promise<Counters> {
  for (let i = 0; i < 3; i++) {
    await cdp('HeapProfiler.collectGarbage');
    await pause(30);
  }
  return cdp<Counters>('Memory.getDOMCounters');
}

let contracts: Record<string, any>;
/** One of each chart. */
let examples: readonly any[];
before(async () => {
  contracts = await fixtures();
  examples = [
    contracts['mali-ucdp'],
    (await fixtures('attribution'))['four-actors'],
    (await fixtures('gold-gauge'))['industrial-2024'],
  ];
});

/** Mounts and removes in one stage that stays, so that only what the element leaves behind can count. */
async function lap(mounts: number, mount: (into: HTMLElement) => Promise<void>): Promise<void> {
  for (let i = 0; i < mounts; i += 20) {
    const into = place();
    for (let k = 0; k < 20; k++) await mount(into);
    into.remove();
  }
  await settle();
}

it('leaves no node and no listener behind after 200 mounts, lap after lap', async function () {
  this.timeout(120_000);
  let turn = 0;
  const mount = async (into: HTMLElement): Promise<void> => {
    const { el } = await draw(examples[turn++ % examples.length], { into });
    el.remove();
  };
  await lap(200, mount);
  const first = await counters();
  for (let i = 0; i < 3; i++) await lap(200, mount);
  const last = await counters();
  const text = `${JSON.stringify(first)} then ${JSON.stringify(last)}`;
  // 600 mounts stand between the two: one leaked node or listener a mount would be 600.
  expect(last.nodes - first.nodes, text).to.be.below(60);
  expect(last.jsEventListeners - first.jsEventListeners, text).to.be.below(30);
});

it('leaves nothing behind when elements are removed while they wait for src, or far from the viewport', async function () {
  this.timeout(120_000);
  const address = await serve(json(contracts['article'], { hold: 'never-opened' }));
  place({ height: '9000px' });
  const mount = async (into: HTMLElement): Promise<void> => {
    const lazy = put({ attributes: { src: address.url }, into });
    const eager = put({ attributes: { src: address.url, loading: 'eager' }, into });
    await pause(0);
    lazy.el.remove();
    eager.el.remove();
  };
  await lap(60, mount);
  const first = await counters();
  await lap(200, mount);
  const last = await counters();
  const text = `${JSON.stringify(first)} then ${JSON.stringify(last)}`;
  expect(last.nodes - first.nodes, text).to.be.below(60);
  expect(last.jsEventListeners - first.jsEventListeners, text).to.be.below(30);
});

it('fits a telephone of 320 px, with no sideways scrolling, whatever the chart', async () => {
  await setViewport({ width: 320, height: 640 });
  try {
    for (const data of examples) {
      const { el } = await draw(data);
      await settle();
      expect(document.documentElement.scrollWidth, el.localName).to.be.at.most(320);
      expect(faultsOf(drawing(el)!), el.localName).to.deep.equal([]);
      const { right } = drawing(el)!.getBoundingClientRect();
      expect(right, el.localName).to.be.at.most(320);
      el.shadowRoot!.querySelector<HTMLElement>('.fold')!.click();
      await until(() => el.shadowRoot!.querySelector('table'), 'the table');
      await settle();
      expect(document.documentElement.scrollWidth, `${el.localName} with the table open`).to.be.at.most(320);
      el.remove();
    }
  } finally {
    await setViewport({ width: 800, height: 600 });
  }
});

noErrorReachedThePage();
