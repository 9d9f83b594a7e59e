// What the reader's system asks for: more contrast, less motion.
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/define.js';
import {
  all,
  type Chart,
  contract,
  draw,
  expect,
  noErrorReachedThePage,
  one,
  place,
  put,
  settle,
  until,
  watchPage,
} from '../support/browser/page.js';
import { type Form, formsOf, THEMES } from '../support/browser/forms.js';
import { cell, enter, strike } from '../support/browser/reader.js';
import { json, open, serve } from '../support/browser/server.js';
import { contrastOf } from '../support/colour.js';

watchPage();

let forms: Form[];
before(async () => {
  forms = await formsOf();
});
const ask = (features: Record<string, string>): Promise<unknown> =>
  executeServerCommand('cdp', {
    method: 'Emulation.setEmulatedMedia',
    params: { features: Object.entries(features).map(([name, value]) => ({ name, value })) },
    keep: true,
  });
after(() => ask({}));

const drawn = async ({ data, view, width }: Form, theme = 'light'): Promise<Chart> => {
  const attributes = { theme, ...(view && { view }) };
  return (await draw(data, { attributes, into: place({ width: `${width}px` }) })).el;
};

/** "rgb(1, 2, 3)" as "#010203". */
const hexOf = (colour: string): string =>
  `#${colour
    .match(/\d+/g)!
    .slice(0, 3)
    .map((n) => Number(n).toString(16).padStart(2, '0'))
    .join('')}`;

describe('settings: more contrast', () => {
  const measure = async (): Promise<{ texts: number; lines: number }> => {
    let [texts, lines] = [21, 21];
    for (const theme of THEMES)
      for (const form of forms) {
        const el = await drawn(form, theme);
        const ground = hexOf(getComputedStyle(one(el, '.chart')!).backgroundColor);
        one(el, '.fold')!.click();
        await until(() => one(el, 'table'), 'the table');
        await enter(el);
        for (const node of all(el, 'p, li, th, td, caption, button, .title, .tip *'))
          texts = Math.min(texts, contrastOf(hexOf(getComputedStyle(node).color), ground));
        for (const node of all(el, '.plot > svg [part~=label]:not(.fill-surface)'))
          texts = Math.min(texts, contrastOf(hexOf(getComputedStyle(node).fill), ground));
        for (const node of all(el, '.plot > svg [part~=axis][stroke-width]'))
          lines = Math.min(lines, contrastOf(hexOf(getComputedStyle(node).stroke), ground));
        el.remove();
      }
    return { texts, lines };
  };

  it('is 4.5:1 for every text as we draw by ourselves', async () => {
    await ask({});
    expect((await measure()).texts).to.be.at.least(4.5);
  });

  it('is 7:1 for every text, and 3:1 for every line of the axes, where the reader asks for more', async () => {
    await ask({ 'prefers-contrast': 'more' });
    const { texts, lines } = await measure();
    expect(texts).to.be.at.least(7);
    expect(lines).to.be.at.least(3);
  });
});

describe('settings: less motion', () => {
  for (const value of ['reduce', 'no-preference'])
    it(`finds nothing that moves, in any form and state (${value})`, async function () {
      this.timeout(30_000);
      await ask({ 'prefers-reduced-motion': value });
      const still = async (el: Chart, what: string): Promise<void> => {
        for (let i = 0; i < 3; i++) {
          expect(document.getAnimations().length + el.shadowRoot!.getAnimations().length, what).to.equal(0);
          await settle();
        }
      };
      const gate = `motion-${value}`;
      const waiting = await serve(json(contract('x'), { hold: gate }));
      const loading = put({ attributes: { src: waiting.url, loading: 'eager' } });
      await until(() => loading.el.status === 'loading', 'loading');
      await still(loading.el, 'loading');
      await open(gate);
      const refused = put({ set: { data: contract('x', [-1]) } });
      await until(() => refused.heard.errors.length, 'an error');
      await still(refused.el, 'error');
      for (const form of forms) {
        const el = await drawn(form);
        await still(el, `${form.name}, ready`);
        await enter(el);
        await strike(el, 'End', '?');
        await still(el, `${form.name}, tooltip and keys`);
        one(el, '.fold')!.click();
        await until(() => one(el, 'table'), 'the table');
        await still(el, `${form.name}, table`);
        one(el, '.tools button[data-playing]')?.click();
        await still(el, `${form.name}, sound`);
        el.data = structuredClone(form.data);
        await still(el, `${form.name}, new data`);
        const moving = all(el, '*').filter((node) => {
          const { animationName, transitionDuration } = getComputedStyle(node);
          return animationName !== 'none' || transitionDuration.split(', ').some((time) => time !== '0s');
        });
        expect(
          moving.map(({ localName }) => localName),
          form.name,
        ).to.deep.equal([]);
        expect(cell(el) !== null).to.equal(true);
        el.remove();
      }
    });
});

noErrorReachedThePage();
