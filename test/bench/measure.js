// Runs the cases in Chromium and gives, for each, a number per candidate and round.
import puppeteer from 'puppeteer-core';
import { findChromium } from '../support/chromium.js';
import { codeOf, serve } from './serve.js';

const VIEWPORT = { width: 1200, height: 900 };

/** A browser with the bench's server behind it. */
export class Bench {
  static async open() {
    const found = await findChromium();
    const bench = new Bench();
    bench.server = await serve();
    bench.browser = await puppeteer.launch({
      ...found,
      // Frames come as fast as they are made: on a beat of 60 a second every time would be a multiple of 16.7 ms.
      args: [...found.args, '--js-flags=--expose-gc', '--disable-frame-rate-limit', '--disable-gpu-vsync'],
      protocolTimeout: 240_000,
    });
    bench.version = await bench.browser.version();
    return bench;
  }

  async close() {
    await this.browser?.close();
    this.server?.close();
  }

  /** Calls `work` with a page of a browser context of its own. */
  async inPage(path, work) {
    const context = await this.browser.createBrowserContext();
    try {
      const page = await context.newPage();
      let fault;
      page.on('pageerror', (error) => (fault ??= error));
      await page.setViewport(VIEWPORT);
      await page.goto(this.server.address + path, { waitUntil: 'load' });
      const result = await work(page);
      if (fault) throw fault;
      return result;
    } finally {
      await context.close();
    }
  }

  /** Pairs of times (laid out, painted) by round, then by candidate. */
  draw({ count = 1, ...one }, rounds) {
    return this.#rounds('draw', { ...one, count }, rounds);
  }

  update(one, rounds) {
    return this.#rounds('update', one, rounds);
  }

  #rounds(work, { names, ours, width, data, count, warmUp }, rounds) {
    const options = { names, width, texts: data.map((each) => JSON.stringify(each)), count, warmUp, rounds };
    return this.inPage(`/all/${ours}`, (page) =>
      page.evaluate((name, given) => globalThis.bench[name](given), work, options),
    );
  }

  /** Every sample in a browser context of its own, so that no code is compiled and nothing is cached. */
  async first({ names, ours, width, data }, rounds) {
    const times = [];
    for (let i = 0; i < rounds; i++) {
      const round = [];
      for (const name of names) {
        round.push(
          await this.inPage('/first', (page) =>
            page.evaluate(
              (...args) => globalThis.bench.first(...args),
              name,
              codeOf(name, ours),
              width,
              JSON.stringify(data[0]),
            ),
          ),
        );
      }
      times.push(round);
    }
    return times;
  }

  /** Bytes of JavaScript and DOM that `count` charts take, after one was drawn and cleared away. */
  heap({ names, ours, width, data, count }) {
    return this.#each(names, ours, async (page, session, name) => {
      const used = async () => {
        await settle(page, session);
        const {
          usedSize,
          embedderHeapUsedSize = 0,
          backingStorageSize = 0,
        } = await session.send('Runtime.getHeapUsage');
        return usedSize + embedderHeapUsedSize + backingStorageSize;
      };
      const text = JSON.stringify(data[0]);
      await page.evaluate((...args) => globalThis.bench.mount(...args), name, width, text, 3);
      const before = await used();
      await page.evaluate((...args) => globalThis.bench.keep(...args), name, width, text, count);
      return (await used()) - before;
    });
  }

  /** Nodes and listeners that are there after `count` charts came and went, and were not before. */
  leak({ names, ours, width, data, count }) {
    return this.#each(names, ours, async (page, session, name) => {
      const counters = async () => {
        await settle(page, session);
        const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
        return { nodes, jsEventListeners };
      };
      const text = JSON.stringify(data[0]);
      const mount = (times) =>
        page.evaluate((...args) => globalThis.bench.mount(...args), name, width, text, times);
      await mount(10);
      const before = await counters();
      await mount(count);
      const after = await counters();
      return {
        nodes: after.nodes - before.nodes,
        listeners: after.jsEventListeners - before.jsEventListeners,
      };
    });
  }

  async #each(names, ours, work) {
    const results = [];
    for (const name of names) {
      results.push(
        await this.inPage(`/only/${codeOf(name, ours)}`, async (page) =>
          work(page, await page.createCDPSession(), name),
        ),
      );
    }
    return results;
  }
}

/** Everything that can be collected is collected; a second pass takes what the first let go. */
async function settle(page, session) {
  for (let i = 0; i < 4; i++) {
    await page.evaluate(() => globalThis.bench.painted());
    await session.send('HeapProfiler.collectGarbage');
  }
}
