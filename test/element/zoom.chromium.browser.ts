// Larger: a zoom of 200 % and 400 %, more space between letters. Nothing is lost, nothing overlaps, nothing scrolls sideways.
import { setViewport } from '@web/test-runner-commands';
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
import { type Form, formsOf, LANGUAGES } from '../support/browser/forms.js';
import { cell, enter, focused, hover, middle, spoken, strike, tip, told } from '../support/browser/reader.js';
import { faultsOf } from '../support/browser/texts.js';

watchPage();

let forms: Form[];
before(async () => {
  forms = await formsOf();
});
afterEach(async () => {
  document.documentElement.style.zoom = '';
  await setViewport({ width: 800, height: 600 });
});

const drawn = async ({ data, view }: Form, lang: string, width?: number): Promise<Chart> => {
  const attributes = { lang, ...(view && { view }) };
  return (await draw(data, { attributes, into: place(width ? { width: `${width}px` } : {}) })).el;
};

/** Texts around the drawing that are cut off, or that stand outside the element. */
function cutOff(el: Chart): string[] {
  const frame = el.getBoundingClientRect();
  return all(el, '.title, p, li, .fold, .tools > button, .tools > span button, .tip, .tip *, .help')
    .filter((node) => node.checkVisibility())
    .flatMap((node) => {
      const { left, right } = node.getBoundingClientRect();
      const { overflowX } = getComputedStyle(node);
      const isOut = left < frame.left - 1 || right > frame.right + 1;
      const isCut = overflowX !== 'visible' && node.scrollWidth > node.clientWidth + 1;
      return isOut || isCut ? [`<${node.localName}> ${clean(node.textContent).slice(0, 40)}`] : [];
    });
}

/** Everything that a reader may have open at once. */
async function openAll(el: Chart): Promise<void> {
  one(el, '.fold')!.click();
  await until(() => one(el, 'table'), 'the table');
  await enter(el);
  await strike(el, 'End', '?');
  await settle();
}

async function faultsIn(el: Chart, where: string): Promise<string[]> {
  const faults = [...faultsOf(drawing(el)!), ...cutOff(el)];
  await openAll(el);
  faults.push(...cutOff(el));
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`the page scrolls by ${scrollWidth - clientWidth} px`);
  return faults.map((fault) => `${where}: ${fault}`);
}

describe('larger: zoom', () => {
  for (const [factor, window] of [
    [2, 640],
    [4, 320],
  ] as const)
    it(`of ${factor * 100} % in a window of 1280 px, which leaves ${window}: nothing is cut and nothing scrolls sideways`, async function () {
      this.timeout(60_000);
      await setViewport({ width: window, height: 512 });
      const faults: string[] = [];
      for (const lang of LANGUAGES)
        for (const form of forms) {
          const el = await drawn(form, lang);
          faults.push(...(await faultsIn(el, `${form.name}, ${lang}`)));
          el.remove();
        }
      expect(faults).to.deep.equal([]);
    });

  for (const factor of [2, 4])
    it(`by the page’s own style sheet (zoom: ${factor}): the same, and pointer and keys mean the same marks`, async function () {
      this.timeout(60_000);
      await setViewport({ width: 1280, height: 1024 });
      document.documentElement.style.zoom = String(factor);
      const faults: string[] = [];
      for (const lang of ['en', 'ar'])
        for (const form of forms) {
          const el = await drawn(form, lang);
          const where = `${form.name}, ${lang}`;
          const width = drawing(el)!.getBoundingClientRect().width / factor;
          const shown = drawing(el)!.viewBox.baseVal.width;
          if (Math.abs(width / shown - 1) > 0.01) faults.push(`${where}: drawn for ${shown} px on ${width}`);
          const { scrollWidth, clientWidth } = document.documentElement;
          if (scrollWidth > clientWidth) faults.push(`${where}: scrolls`);
          await enter(el);
          await strike(el, 'End');
          const words = told(el);
          const mark = cell(el)!.getBoundingClientRect();
          const frame = drawing(el)!.getBoundingClientRect();
          if (mark.left < frame.left - 14 * factor || mark.right > frame.right + 14 * factor)
            faults.push(`${where}: the focus is outside the drawing`);
          const box = tip(el)!.getBoundingClientRect();
          if (box.left < frame.left - factor || box.right > frame.right + factor)
            faults.push(`${where}: the tooltip is outside the drawing`);
          const text = spoken(el);
          const [x, y] = [middle(cell(el)!)[0], mark.bottom - 4 * factor];
          await strike(el, 'Home');
          (focused() as HTMLElement).blur();
          await settle();
          await hover(el, x, y);
          // On an arc the smallest place that holds the point is meant.
          if (
            el.localName === 'sahel-casualties' &&
            (spoken(el) !== text || told(el).join() !== words.join())
          )
            faults.push(`${where}: the pointer means "${spoken(el)}", not "${text}"`);
          el.remove();
        }
      expect(faults).to.deep.equal([]);
    });
});

/** WCAG 2.2, 1.4.12. */
const SPACING =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important} p{margin-bottom:2em!important}';

describe('larger: space between letters, words and lines', () => {
  it('set by the page: nothing is lost', async function () {
    this.timeout(60_000);
    const sheet = document.createElement('style');
    sheet.textContent = SPACING;
    document.head.append(sheet);
    const faults: string[] = [];
    for (const lang of ['en', 'de', 'ar'])
      for (const form of forms) {
        const el = await drawn(form, lang, form.width);
        faults.push(...(await faultsIn(el, `${form.name}, ${lang}`)));
        el.remove();
      }
    sheet.remove();
    expect(faults).to.deep.equal([]);
  });

  for (const width of [320, 640])
    it(`set by a reader’s tool inside the element, ${width} px wide: words wrap, labels stay apart and whole`, async function () {
      this.timeout(60_000);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(SPACING);
      const faults: string[] = [];
      for (const lang of ['en', 'de', 'ar'])
        for (const form of forms) {
          const el = await drawn(form, lang, width);
          el.shadowRoot!.adoptedStyleSheets = [...el.shadowRoot!.adoptedStyleSheets, sheet];
          await settle();
          const { letterSpacing, lineHeight, fontSize } = getComputedStyle(one(el, '#summary')!);
          expect(parseFloat(letterSpacing) / parseFloat(fontSize), 'letters').to.be.closeTo(0.12, 0.001);
          expect(parseFloat(lineHeight) / parseFloat(fontSize), 'lines').to.be.closeTo(1.5, 0.001);
          faults.push(...(await faultsIn(el, `${form.name}, ${lang}`)));
          el.remove();
        }
      expect(faults).to.deep.equal([]);
    });
});

describe('larger: text', () => {
  it('of every size twice as large by the reader’s own settings: words wrap, and no line runs into the next', async function () {
    this.timeout(60_000);
    const sheet = new CSSStyleSheet();
    // A browser's least size of text reaches the words around the drawing, not those of an SVG.
    sheet.replaceSync('.chart, .chart :not(svg, svg *){font-size:24px!important}');
    const faults: string[] = [];
    for (const lang of ['en', 'de', 'ar'])
      for (const form of forms) {
        const el = await drawn(form, lang, 640);
        el.shadowRoot!.adoptedStyleSheets = [...el.shadowRoot!.adoptedStyleSheets, sheet];
        await settle();
        const where = `${form.name}, ${lang}`;
        faults.push(...(await faultsIn(el, where)));
        for (const node of all(el, '.title, p, li, td, th, button, .tip *')) {
          const { lineHeight, fontSize } = getComputedStyle(node);
          if (parseFloat(fontSize) !== 24) faults.push(`${where}: <${node.localName}> is ${fontSize}`);
          if (parseFloat(lineHeight) < 24)
            faults.push(`${where}: <${node.localName}> has lines of ${lineHeight}`);
        }
        el.remove();
      }
    expect([...new Set(faults)]).to.deep.equal([]);
  });

  it('of a least size of 24 px enlarges the drawing too, and pointer and keys mean the same marks', async function () {
    this.timeout(60_000);
    const sheet = new CSSStyleSheet();
    // As a browser's least size: whatever asks for less is given 24 px; texts of an SVG are left as they are.
    sheet.replaceSync(':host > div, .chart, .chart :not(svg, svg *){font-size:24px!important}');
    const faults: string[] = [];
    for (const lang of ['en', 'ar'])
      for (const form of forms) {
        const el = await drawn(form, lang, 640);
        el.shadowRoot!.adoptedStyleSheets = [...el.shadowRoot!.adoptedStyleSheets, sheet];
        el.parentElement!.style.width = '700px';
        await settle();
        await settle();
        const where = `${form.name}, ${lang}`;
        const svg = drawing(el)!;
        const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        if (Math.abs(scale - 2) > 0.02) faults.push(`${where}: drawn at ${scale.toFixed(2)}`);
        faults.push(...faultsOf(svg, 24).map((fault) => `${where}: ${fault}`));
        await enter(el);
        await strike(el, 'End');
        const frame = svg.getBoundingClientRect();
        const mark = cell(el)!.getBoundingClientRect();
        if (mark.left < frame.left - 28 || mark.right > frame.right + 28)
          faults.push(`${where}: the focus is outside the drawing`);
        const wanted = spoken(el);
        const [x, y] = [middle(cell(el)!)[0], mark.bottom - 8];
        await strike(el, 'Home');
        (focused() as HTMLElement).blur();
        await settle();
        await hover(el, x, y);
        if (el.localName === 'sahel-casualties' && spoken(el) !== wanted)
          faults.push(`${where}: the pointer means "${spoken(el)}", not "${wanted}"`);
        el.remove();
      }
    expect(faults).to.deep.equal([]);
  });
});

noErrorReachedThePage();
