// What the reader's system asks for: dark, print; and a finger instead of a mouse. Contrast and motion: settings.chromium.browser.ts.
import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import '../../src/define.js';
import {
  all,
  type Chart,
  contract,
  draw,
  drawing,
  expect,
  isSeen,
  noErrorReachedThePage,
  one,
  place,
  settle,
  until,
  watchPage,
} from '../support/browser/page.js';
import { formsOf } from '../support/browser/forms.js';
import { cell, enter, focused, hover, press, spoken, strike, tip, told } from '../support/browser/reader.js';
import { fixtures } from '../support/browser/server.js';

watchPage();

let contracts: Record<string, any>;
before(async () => {
  contracts = await fixtures();
});

const cdp = (method: string, params: object): Promise<unknown> =>
  executeServerCommand('cdp', { method, params, keep: true });
const features = (list: Record<string, string>): Promise<unknown> =>
  cdp('Emulation.setEmulatedMedia', {
    features: Object.entries(list).map(([name, value]) => ({ name, value })),
  });

describe('access: the reader’s system', () => {
  it('is dark when the reader’s system is, light when it is not, and theme overrules both', async () => {
    const ground = (el: Element): string =>
      getComputedStyle(one(el, '[part~=figure]')!.parentElement!).backgroundColor;
    const { el } = await draw(contract('x'));
    const light = await draw(contract('x'), { attributes: { theme: 'light' } });
    const dark = await draw(contract('x'), { attributes: { theme: 'dark' } });
    await features({ 'prefers-color-scheme': 'dark' });
    expect(ground(el)).to.equal(ground(dark.el));
    expect(ground(light.el)).not.to.equal(ground(dark.el));
    expect(el.toSVG()).to.equal(el.toSVG({ theme: 'dark' }));
    await features({ 'prefers-color-scheme': 'light' });
    expect(ground(el)).to.equal(ground(light.el));
    expect(el.toSVG()).to.equal(el.toSVG({ theme: 'light' }));
  });
});

describe('access: touch', () => {
  const touch = async (x: number, y: number): Promise<void> => {
    await executeServerCommand('tap', { x: Math.round(x), y: Math.round(y) });
    await settle();
    await settle();
  };

  it('says the same words by a tap as by keyboard, selects, and keeps them until the next tap', async () => {
    await cdp('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
    try {
      const { el, heard } = await draw(contracts['article'], {
        attributes: { 'no-table': '', 'no-download': '' },
        into: place({ width: '480px' }),
      });
      await enter(el);
      const wanted: { told: string[]; spoken: string; x: number; y: number }[] = [];
      for (let i = 0; i < 2; i++) {
        if (i) await press('ArrowRight');
        const { left, width, bottom } = cell(el)!.getBoundingClientRect();
        wanted.push({ told: told(el), spoken: spoken(el), x: left + width / 2, y: bottom - 10 });
      }
      (focused() as HTMLElement).blur();
      await settle();
      for (const [i, { told: words, x, y }] of wanted.entries()) {
        await touch(x, y);
        // a browser may wait for a second tap before it makes a click of the first
        await until(() => heard.selects.length > i, `sahel-select after tap ${i}`);
        await settle();
        expect(isSeen(tip(el)), `tap ${i}`).to.equal(true);
        expect(told(el), `tap ${i}`).to.deep.equal(words);
        expect(heard.selects.at(-1)).to.deep.equal({
          period: contracts['article'].rows[i].period,
          value: contracts['article'].rows[i].value,
        });
      }
      expect(heard.selects).to.have.length(2);
    } finally {
      await cdp('Emulation.setTouchEmulationEnabled', { enabled: false });
    }
  });

  it('shows the tooltip by a tap in each of the three charts, and closes it by a tap elsewhere', async function () {
    this.timeout(30_000);
    await setViewport({ width: 1000, height: 1800 });
    await cdp('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
    try {
      for (const { name, data, view, width } of await formsOf()) {
        const { el, heard } = await draw(data, {
          attributes: { 'no-table': '', ...(view && { view }) },
          into: place({ width: `${width}px`, marginBottom: '300px' }),
        });
        await enter(el);
        await strike(el, 'End');
        const [wanted, words] = [spoken(el), told(el)];
        const box = cell(el)!.getBoundingClientRect();
        await strike(el, 'Home');
        (focused() as HTMLElement).blur();
        await settle();
        expect(isSeen(tip(el)), `${name}: before`).to.equal(false);
        // A mark may stand on a larger one: some point of it is its own.
        const [x, y] = await pointOf(el, box, wanted);
        await hover(el, -9, -9);
        one(el, '.plot')!.dispatchEvent(new PointerEvent('pointerleave'));
        await settle();
        await touch(x, y);
        await until(() => heard.selects.length, `${name}: sahel-select`);
        await settle();
        expect([spoken(el), told(el)], name).to.deep.equal([wanted, words]);
        const { left, bottom } = el.getBoundingClientRect();
        await touch(left + 20, bottom + 200);
        await settle();
        expect(isSeen(tip(el)), `${name}: after a tap elsewhere`).to.equal(false);
        el.remove();
      }
    } finally {
      await cdp('Emulation.setTouchEmulationEnabled', { enabled: false });
    }
  });

  it('reaches every figure by a finger at 320 px: its place is 24 px wide or high, or the table has it', async function () {
    this.timeout(30_000);
    const small: string[] = [];
    const missed: string[] = [];
    for (const [chart, list] of Object.entries({
      casualties: ['article', 'mali-ucdp', 'break-between'],
      attribution: ['article', 'mali-ucdp', 'four-actors'],
      'gold-gauge': ['article', 'industrial-2024', 'many-references'],
    })) {
      const all = await fixtures(chart);
      for (const name of list) {
        const { el } = await draw(all[name], {
          attributes: { 'no-table': '' },
          into: place({ width: '320px' }),
        });
        await enter(el);
        const frame = drawing(el)!.getBoundingClientRect();
        // Every third px of the drawing: which figure a finger means there.
        const hits = new Map<string, { x: number[]; y: number[] }>();
        for (let y = frame.top; y < frame.bottom; y += 3)
          for (let x = frame.left; x < frame.right; x += 3) {
            await hover(el, x, y);
            if (!tip(el)) continue;
            const found = hits.get(spoken(el)) ?? { x: [], y: [] };
            found.x.push(x);
            found.y.push(y);
            hits.set(spoken(el), found);
          }
        await enter(el);
        const count = Number(one(el, '[role=grid]')!.getAttribute('aria-colcount'));
        await strike(el, 'Home');
        const figures = new Set<string>();
        for (let i = 0; i < 12 * count && figures.size < count; i++) {
          await strike(
            el,
            chart !== 'attribution' || i % 12 === 11 ? 'ArrowRight' : i % 24 < 12 ? 'ArrowUp' : 'ArrowDown',
          );
          figures.add(spoken(el));
        }
        await strike(el, 'Home');
        figures.add(spoken(el));
        expect(figures.size, `${chart}/${name}`).to.equal(count);
        missed.push(...[...figures].filter((words) => !hits.has(words)).map((words) => `${name}: ${words}`));
        for (const [words, { x, y }] of hits) {
          const [wide, high] = [x, y].map((list) => Math.max(...list) - Math.min(...list) + 3);
          if (Math.max(wide!, high!) < 24) small.push(`${chart}/${name}: ${wide} × ${high} px: ${words}`);
        }
        el.remove();
      }
    }
    expect(small).to.deep.equal([]);
    // Of 0 nothing is drawn, and a narrow gauge leaves its history to the table: its lower edge stands for the first of it. 5 and 17 of 1,461 are 1 and 2 px high:
    // the points looked at, 3 px apart, meet them or not.
    const figures = missed.map((words) =>
      words.replace(/ Total: .*/, '').replace(/.*: (.*?)( tonnes)?\.$/, '$1'),
    );
    expect(figures.filter((figure) => figure !== '5' && figure !== '17')).to.deep.equal(
      '0 0 0 65.2 63.4 66.2 66.5'.split(' '),
    );
  });
});

/** A point of a box at which the pointer means that mark. */
async function pointOf(el: Chart, box: DOMRect, words: string): Promise<[number, number]> {
  for (let i = 1; i < 12; i++)
    for (let j = 1; j < 12; j++) {
      // From the middle outwards, on both sides.
      const part = (n: number): number => 0.5 + (n % 2 ? 1 : -1) * (Math.floor(n / 2) / 12);
      const [x, y] = [box.x + box.width * part(i), box.y + box.height * part(j)];
      await hover(el, x, y);
      if (tip(el) && spoken(el) === words) return [x, y];
    }
  throw new Error(`the pointer never finds "${words}"`);
}

describe('access: paper', () => {
  it('prints the drawing and the source, and nothing that only a screen needs', async () => {
    const { el } = await draw(contracts['article'], { into: place({ width: '700px' }) });
    await cdp('Emulation.setEmulatedMedia', { media: 'print' });
    await settle();
    expect(isSeen(drawing(el))).to.equal(true);
    expect(isSeen(one(el, '[part~=source]'))).to.equal(true);
    for (const button of all(el, 'button')) expect(isSeen(button)).to.equal(false);
  });
});

noErrorReachedThePage();
