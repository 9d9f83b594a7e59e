// Every chart, fixture, view, language, theme and width: texts stay in their drawing, apart from each other, and large enough.
import '../../src/define.js';
import {
  all,
  clearPage,
  draw,
  drawing,
  expect,
  noErrorReachedThePage,
  place,
  watchPage,
} from '../support/browser/page.js';
import { fixtures } from '../support/browser/server.js';
import { faultsOf, inkOf } from '../support/browser/texts.js';

watchPage();

const widths = [240, 320, 480, 640, 900, 1200, 1600];
const PADDING = 32;
const contracts: Record<string, Record<string, any>> = {};
before(async () => {
  for (const chart of Object.keys(charts)) contracts[chart] = await fixtures(chart);
});

const isSubYearly = (data: any): boolean => data.rows.length > 1 && !/^\d{4}$/.test(data.rows[0].period);

/** The charts, with the views that suit some data, and how many texts there are at least to look at: live, and static. */
const charts: Record<
  string,
  { readonly views: (data: any) => readonly string[]; readonly live: number; readonly still: number }
> = {
  casualties: {
    views: (data) => (isSubYearly(data) ? ['cumulative'] : []),
    live: 1500,
    still: 4000,
  },
  attribution: {
    views: ({ whole }) => (whole === 'all' ? ['share', 'involved'] : ['involved']),
    live: 1500,
    still: 3000,
  },
  'gold-gauge': { views: () => ['bullet'], live: 1000, still: 2000 },
};

function report(faults: string[]): void {
  if (faults.length) throw new Error(`${faults.length} faults:\n${faults.join('\n')}`);
}

interface Case {
  readonly label: string;
  readonly data: any;
  readonly attributes: Record<string, string>;
}

function* cases(chart: string, lang: string, theme: string): Generator<Case> {
  for (const [name, data] of Object.entries(contracts[chart]!)) {
    yield { label: name, data, attributes: { lang, theme } };
    for (const view of charts[chart]!.views(data))
      yield { label: `${name} (${view})`, data, attributes: { lang, theme, view } };
  }
}

for (const [chart, { live, still }] of Object.entries(charts))
  for (const [lang, theme] of [
    ['en', 'light'],
    ['en', 'dark'],
    ['fr', 'light'],
    ['fr', 'dark'],
  ] as const) {
    it(`keeps every text of every fixture of ${chart} inside, apart and at least 12 px at seven widths (${lang}, ${theme})`, async function () {
      this.timeout(120_000);
      const faults: string[] = [];
      let texts = 0;
      for (const { label, data, attributes } of cases(chart, lang, theme)) {
        const made = await Promise.all(
          widths.map((width) => draw(data, { attributes, into: place({ width: `${width}px` }) })),
        );
        for (const [i, { el }] of made.entries()) {
          const where = `${label}, ${widths[i]} px`;
          expect(el.getBoundingClientRect().width).to.equal(widths[i]);
          const svg = drawing(el);
          if (!svg) {
            if (el.status === 'ready') faults.push(`${where}: nothing is drawn`);
            continue;
          }
          texts += inkOf(svg).length;
          const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
          if (Math.abs(scale - 1) > 0.01) faults.push(`${where}: drawn at ${scale.toFixed(3)} of its size`);
          faults.push(...faultsOf(svg).map((fault) => `${where}: ${fault}`));
          for (const attribute of all(el, 'svg *').flatMap((node) => [...node.attributes]))
            if (/NaN|undefined|Infinity/.test(attribute.value))
              faults.push(`${where}: ${attribute.name}="${attribute.value.slice(0, 60)}"`);
        }
        clearPage();
      }
      expect(texts, 'texts that were looked at').to.be.above(live);
      report(faults);
    });

    it(`keeps every text of every static picture of ${chart} inside, apart and at least 12 px at seven widths (${lang}, ${theme})`, async function () {
      this.timeout(120_000);
      const faults: string[] = [];
      let texts = 0;
      for (const { label, data, attributes } of cases(chart, lang, theme)) {
        const { el } = await draw(data, { attributes });
        if (el.status === 'withdrawn') {
          clearPage();
          continue;
        }
        for (const width of widths) {
          const where = `${label}, static, ${width} px`;
          const root = new DOMParser().parseFromString(
            el.toSVG({ width, theme }),
            'image/svg+xml',
          ).documentElement;
          const svg = document.importNode(root, true) as unknown as SVGSVGElement;
          const box = place();
          box.append(svg);
          if (svg.getBoundingClientRect().width !== width)
            faults.push(`${where}: ${svg.getBoundingClientRect().width} px wide`);
          texts += inkOf(svg).length;
          faults.push(...faultsOf(svg).map((fault) => `${where}: ${fault}`));
          box.remove();
        }
        clearPage();
      }
      expect(texts, 'texts that were looked at').to.be.above(still);
      report(faults);
    });
  }

it('finds a text that leaves, a text that is small, and two that overlap', async () => {
  const { el } = await draw(contracts['casualties']!['article'], { into: place({ width: '640px' }) });
  const svg = drawing(el)!.cloneNode(true) as SVGSVGElement;
  const box = place({ width: `${640 - PADDING}px`, font: '14px sans-serif' });
  box.append(svg);
  expect(faultsOf(svg)).to.deep.equal([]);
  const [first, second] = svg.querySelectorAll('text');
  second!.setAttribute('x', first!.getAttribute('x')!);
  second!.setAttribute('y', first!.getAttribute('y')!);
  expect(faultsOf(svg).join()).to.match(/overlap/);
  first!.setAttribute('x', '-400');
  expect(faultsOf(svg).join()).to.match(/leaves/);
  first!.setAttribute('font-size', '9');
  expect(faultsOf(svg).join()).to.match(/9\.0 px/);
});

noErrorReachedThePage();
