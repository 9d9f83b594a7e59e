// The languages that pictures.chromium.browser.ts leaves: every fixture, view and width. Texts stay in their drawing, apart.
import '../../src/define.js';
import {
  all,
  clearPage,
  draw,
  drawing,
  expect,
  noErrorReachedThePage,
  one,
  place,
  watchPage,
} from '../support/browser/page.js';
import { casesOf, isMirrored, LANGUAGES } from '../support/browser/forms.js';
import { fixtures } from '../support/browser/server.js';
import { faultsOf, inkOf } from '../support/browser/texts.js';

watchPage();

const widths = [240, 320, 480, 640, 900, 1200];
/** How many texts there are at least to look at. */
const charts = { casualties: 1500, attribution: 1500, 'gold-gauge': 1000 };

for (const [chart, least] of Object.entries(charts))
  for (const lang of LANGUAGES.slice(2))
    it(`keeps every text of every fixture of ${chart} inside, apart and at least 12 px at six widths (${lang})`, async function () {
      this.timeout(120_000);
      const faults: string[] = [];
      let texts = 0;
      for (const { label, data, view } of casesOf(await fixtures(chart))) {
        const attributes = { lang, ...(view && { view }) };
        const made = await Promise.all(
          widths.map((width) => draw(data, { attributes, into: place({ width: `${width}px` }) })),
        );
        for (const [i, { el }] of made.entries()) {
          const where = `${label}, ${widths[i]} px`;
          const { lang: shown, dir } = one(el, '.chart')!;
          if (shown !== lang || dir !== (isMirrored(lang) ? 'rtl' : 'ltr'))
            faults.push(`${where}: ${shown}, ${dir}`);
          const svg = drawing(el);
          if (!svg) {
            if (el.status === 'ready') faults.push(`${where}: nothing is drawn`);
            continue;
          }
          texts += inkOf(svg).length;
          faults.push(...faultsOf(svg).map((fault) => `${where}: ${fault}`));
          for (const node of all(el, 'svg, svg *'))
            for (const { name, value } of node.attributes)
              if (/NaN|undefined|Infinity/.test(value))
                faults.push(`${where}: ${name}="${value.slice(0, 60)}"`);
          for (const node of all(el, 'p, li, .title, button')) {
            const { left, right } = node.getBoundingClientRect();
            const frame = el.getBoundingClientRect();
            if (right > left && (left < frame.left - 1 || right > frame.right + 1))
              faults.push(`${where}: <${node.localName}> leaves the element`);
          }
        }
        clearPage();
      }
      expect(texts, 'texts that were looked at').to.be.above(least);
      expect(faults).to.deep.equal([]);
    });

noErrorReachedThePage();
