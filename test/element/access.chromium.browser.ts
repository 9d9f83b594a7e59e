// What the reader's system asks for: less motion, dark, print; and a finger instead of a mouse.
import { emulateMedia, executeServerCommand } from '@web/test-runner-commands';
import '../../src/define.js';
import {
  all,
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
import { cell, enter, focused, press, spoken, tip, told } from '../support/browser/reader.js';
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

  it('moves nothing for a reader who asked for less motion', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const { el, heard } = await draw(contracts['article']);
    const count = (): number => document.getAnimations().length + el.shadowRoot!.getAnimations().length;
    for (let i = 0; i < 5; i++) {
      expect(count()).to.equal(0);
      await settle();
    }
    el.data = contracts['mali-ucdp'];
    await until(() => heard.ready.length > 1, 'new data');
    await enter(el);
    await press('ArrowRight');
    for (let i = 0; i < 5; i++) {
      expect(count()).to.equal(0);
      await settle();
    }
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
});

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
