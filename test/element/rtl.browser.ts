// Arabic, read from the right: the drawing is mirrored, time runs to the left, digits are the ones that were asked for.
import '../../src/define.js';
import {
  all,
  type Chart,
  clean,
  draw,
  drawing,
  expect,
  noErrorReachedThePage,
  one,
  place,
  settle,
  until,
  watchPage,
} from '../support/browser/page.js';
import { casesOf, type Form, formsOf } from '../support/browser/forms.js';
import { cell, enter, middle, press, strike, tip } from '../support/browser/reader.js';
import { fixtures } from '../support/browser/server.js';

watchPage();

const contracts: Record<string, Record<string, any>> = {};
let forms: Form[];
before(async () => {
  forms = await formsOf();
  for (const chart of ['casualties', 'attribution', 'gold-gauge']) contracts[chart] = await fixtures(chart);
});

const DIGITS = { ar: '0123456789', 'ar-u-nu-arab': '٠١٢٣٤٥٦٧٨٩' } as const;
type Arabic = keyof typeof DIGITS;
const TAGS = Object.keys(DIGITS) as Arabic[];
/** Percent signs and marks of direction. */
const MARKS = /[%٪\u00a0\u061c\u200e\u200f\u2066-\u2069]/g;
/** A whole number as that language writes it, without grouping. */
const written = (lang: Arabic, n: number): string =>
  String(n).replace(/\d/g, (d) => DIGITS[lang][Number(d)]!);
/** The number of a text that is nothing but a number; else NaN. */
function numberOf(lang: Arabic, text: string): number {
  const plain = text.replace(/[,٬]/g, '').replace('٫', '.');
  const digits = [...plain].map((char) => (char === '.' ? '.' : DIGITS[lang].indexOf(char)));
  return digits.includes(-1) || !digits.length ? NaN : Number(digits.join(''));
}

/** Texts that a desk writes are its own, with the digits it chose; the longest first. */
function ownWords(data: any): string[] {
  const found = new Set<string>();
  JSON.stringify(data, (key, value: unknown) => {
    if (typeof value === 'string' && !/^(period|from|through|asOf|accessed|on|date)$/.test(key))
      found.add(clean(value));
    return value;
  });
  return [...found].sort((a, b) => b.length - a.length);
}

const draws = async (form: Form, lang: Arabic, more: Record<string, string> = {}): Promise<Chart> => {
  const attributes = { lang, ...(form.view && { view: form.view }), ...more };
  return (await draw(form.data, { attributes, into: place({ width: `${form.width}px` }) })).el;
};
const textBox = (el: Chart, text: string): DOMRect | undefined =>
  all(el, '.plot > svg text')
    .find(({ textContent }) => clean(textContent) === text)
    ?.getBoundingClientRect();

for (const lang of TAGS)
  describe(`read from the right: ${lang}`, () => {
    it('is so computed, whatever the page reads, and keeps the page as it is', async () => {
      for (const form of forms) {
        const el = await draws(form, lang);
        for (const selector of ['.chart', '.title', '#summary', '.plot', '.source', '.tools', '.fold'])
          expect(getComputedStyle(one(el, selector)!).direction, `${form.name} ${selector}`).to.equal('rtl');
        expect(getComputedStyle(el.parentElement!).direction).to.equal('ltr');
        const { right } = one(el, '.chart')!.getBoundingClientRect();
        const title = document.createRange();
        title.selectNodeContents(one(el, '.title')!);
        expect(right - title.getBoundingClientRect().right, 'the title starts at the right').to.be.within(
          15,
          17,
        );
        el.remove();
      }
    });

    it('has the value axis right of the plot', async () => {
      for (const form of forms.filter(({ name }) => /columns|cumulative|area|stack|share/.test(name))) {
        const el = await draws(form, lang);
        const plot = all(el, '.plot > svg [part~=axis]').map((node) => node.getBoundingClientRect());
        const right = Math.max(...plot.map((box) => box.right));
        const ticks = all(el, '.plot > svg g[text-anchor=end] text').filter(
          ({ textContent }) => !Number.isNaN(numberOf(lang, clean(textContent).replace(MARKS, ''))),
        );
        // They end where 0 ends; a list beside the plot has numbers of its own.
        const zero = ticks.find((tick) => numberOf(lang, clean(tick.textContent).replace(MARKS, '')) === 0)!;
        const edge = zero.getBoundingClientRect().left;
        const axis = ticks.filter((tick) => Math.abs(tick.getBoundingClientRect().left - edge) < 1);
        expect(axis.length, `${form.name}: numbers at the axis`).to.be.at.least(3);
        expect(edge, form.name).to.be.at.least(right - 1);
        el.remove();
      }
    });

    it('begins at the right: the first period, and 0 on a gauge and on lying bars', async () => {
      for (const [chart, name, width] of [
        ['casualties', 'mali-ucdp', 640],
        ['casualties', 'mali-ucdp', 1000],
        ['attribution', 'four-actors', 640],
      ] as const) {
        const data = contracts[chart]![name];
        const el = await draws({ name, data, width }, lang);
        const years = [...new Set<number>(data.rows.map(({ period }: any) => Number(period)))];
        const boxes = years.flatMap((year) => textBox(el, written(lang, year)) ?? []);
        expect(boxes.length, `${name}: years at the axis`).to.be.at.least(3);
        boxes.reduce((before, box) => {
          expect(box.right, name).to.be.below(before.left);
          return box;
        });
        el.remove();
      }
      for (const view of ['arc', 'bullet']) {
        const data = contracts['gold-gauge']!['capacity-meter'];
        const el = await draws({ name: view, data, view, width: 480 }, lang);
        const zero = textBox(el, written(lang, 0));
        const end = all(el, '.plot > svg text').find(({ textContent }) =>
          clean(textContent).includes(written(lang, 80)),
        );
        expect(zero!.left, view).to.be.above(end!.getBoundingClientRect().right - 1);
        el.remove();
      }
    });

    it('puts focus and tooltip on the mark, the first at the right, inside the window', async () => {
      for (const width of [320, 640])
        for (const form of forms) {
          const el = await draws({ ...form, width }, lang);
          await enter(el);
          const frame = drawing(el)!.getBoundingClientRect();
          const at: number[] = [];
          for (const key of ['Home', 'End']) {
            await strike(el, key);
            const [x] = middle(cell(el)!);
            at.push(x);
            const mark = cell(el)!.getBoundingClientRect();
            expect(mark.left, form.name).to.be.at.least(frame.left - 14);
            expect(mark.right, form.name).to.be.at.most(frame.right + 14);
            const { left, right } = tip(el)!.getBoundingClientRect();
            expect(left, `${form.name}: the tooltip`).to.be.at.least(Math.max(0, frame.left - 1));
            expect(right, `${form.name}: the tooltip`).to.be.at.most(frame.right + 1);
          }
          if (/columns|area|stack|share/.test(form.name) && el.localName === 'sahel-casualties')
            expect(at[0], `${form.name}: the first is right of the last`).to.be.above(at[1]!);
          el.remove();
        }
    });

    it('orders the columns of the table from the right edge, and numbers by their units', async () => {
      for (const form of forms) {
        const el = await draws(form, lang);
        one(el, '.fold')!.click();
        await until(() => one(el, 'table'), 'the table');
        const heads = all(el, 'thead th').map((head) => head.getBoundingClientRect());
        heads.reduce((before, head) => {
          expect(head.right, form.name).to.be.at.most(before.left + 1);
          return head;
        });
        const [table, first] = ['table', 'tbody th'].map((selector) => one(el, selector)!);
        const start = document.createRange();
        start.selectNodeContents(first!);
        const indent = table!.getBoundingClientRect().right - start.getBoundingClientRect().right;
        expect(indent, `${form.name}: the first column stands at the edge`).to.be.below(2);
        // Digits run from left to right here too: units stand under units at the right.
        for (const number of all(el, 'tbody .number').slice(0, 8)) {
          const { textAlign, direction } = getComputedStyle(number);
          expect(`${textAlign} ${direction}`, form.name).to.equal('right rtl');
        }
        el.remove();
      }
    });

    it('writes every number of ours in its own digits, and commas as Arabic does: drawing, words, tooltip, keys, table', async function () {
      this.timeout(60_000);
      const foreign = new RegExp(lang === 'ar' ? '[٠-٩٪٫٬]' : '[0-9%]');
      const wrong: string[] = [];
      let texts = 0;
      for (const [chart, list] of Object.entries(contracts))
        for (const { label, data, view } of casesOf(list)) {
          const el = await draws({ name: label, data, width: 640, ...(view && { view }) }, lang);
          const own = ownWords(data);
          if (cell(el)) {
            await enter(el);
            await strike(el, '?');
          }
          if ((data.rows?.length ?? 0) < 70 && one(el, '.fold')) {
            one(el, '.fold')!.click();
            await until(() => one(el, 'table'), 'the table');
          }
          const found = [
            ...all(el, '[aria-label]').map((node) => node.getAttribute('aria-label')!),
            ...all(el, '[aria-valuetext]').map((node) => node.getAttribute('aria-valuetext')!),
          ];
          const walker = document.createTreeWalker(el.shadowRoot!, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement!;
            if (!parent.closest('style, a, .tools button')) found.push(walker.currentNode.textContent!);
          }
          for (const text of found) {
            texts++;
            // After an isolated name the comma is ours.
            if (text.includes('\u2069,'))
              wrong.push(`${chart}/${label}: a Latin comma: ${clean(text).slice(0, 120)}`);
            const bare = clean(text.replaceAll(/[\u2066-\u2069]/g, ''));
            // A line of a text that was wrapped is a part of it.
            if (/\p{L}/u.test(bare) && own.some((one) => one.includes(bare))) continue;
            const ours = own.reduce((rest, one) => rest.replaceAll(one, ''), bare);
            if (foreign.test(ours)) wrong.push(`${chart}/${label}: ${ours.slice(0, 120)}`);
          }
          el.remove();
        }
      expect(texts, 'texts that were looked at').to.be.above(3000);
      expect(wrong).to.deep.equal([]);
    });
  });

describe('read from the right: between two languages', () => {
  it('turns the drawing round when the language changes, with the focus on the same figure', async () => {
    const data = contracts['casualties']!['mali-ucdp'];
    const { el } = await draw(data, { into: place({ width: '640px' }) });
    await enter(el);
    await press('ArrowRight');
    const [before] = middle(cell(el)!);
    const frame = drawing(el)!.getBoundingClientRect();
    el.lang = 'ar';
    await until(() => one(el, '.chart')!.lang === 'ar', 'Arabic');
    await settle();
    const [after] = middle(cell(el)!);
    expect(Math.abs(after + before - frame.left - frame.right), 'mirrored').to.be.below(60);
    expect(before - after, 'from the left to the right').to.be.below(-200);
  });

  it('follows the language of the page when that changes', async () => {
    const root = document.documentElement;
    const before = root.lang;
    const { el } = await draw(contracts['gold-gauge']!['article'], { into: place({ width: '640px' }) });
    const page = await draw(contracts['gold-gauge']!['article'], { attributes: { lang: 'fr' } });
    root.lang = 'ar';
    await until(() => one(el, '.chart')!.lang === 'ar', 'Arabic');
    expect(one(page.el, '.chart')!.lang, 'one with a language of its own').to.equal('fr');
    root.lang = before;
    await until(() => one(el, '.chart')!.lang === 'en', 'English');
  });
});

noErrorReachedThePage();
