// Paper as the browser lays it out: light, legible, without what only a screen needs, and told apart without colour.
import { emulateMedia, executeServerCommand, setViewport } from '@web/test-runner-commands';
import '../../src/define.js';
import {
  all,
  type Chart,
  clean,
  clearPage,
  draw,
  drawing,
  expect,
  isSeen,
  noErrorReachedThePage,
  one,
  place,
  settle,
  tagFor,
  watchPage,
} from '../support/browser/page.js';
import { moveTo, putPointerAway, tip } from '../support/browser/reader.js';
import { fixtures } from '../support/browser/server.js';
import { faultsOf, inkOf } from '../support/browser/texts.js';

watchPage();

const contracts: Record<string, Record<string, any>> = {};
before(async () => {
  for (const chart of ['casualties', 'attribution', 'gold-gauge']) contracts[chart] = await fixtures(chart);
  await emulateMedia({ media: 'print' });
});
afterEach(() => window.dispatchEvent(new Event('afterprint')));
after(() => setViewport({ width: 800, height: 600 }));
beforeEach(async () => {
  await setViewport({ width: 800, height: 900 });
  await putPointerAway();
});

/** An A4 page within margins of 10 mm, px. */
const PAGE = 718;

async function drawOnPaper(data: any, attributes: Record<string, string> = {}): Promise<Chart> {
  const { el } = await draw(data, { attributes, into: place({ width: `${PAGE}px` }) });
  window.dispatchEvent(new Event('beforeprint'));
  return el;
}

/** What is painted: every fill and stroke of a drawing, every text and ground around it. */
function colours(el: Chart): string[] {
  const shapes = all(el, 'svg path, svg text').map((node) => {
    const { fill, stroke, fillOpacity, strokeOpacity } = getComputedStyle(node);
    return [fill, stroke, fillOpacity, strokeOpacity].join(' ');
  });
  const texts = all(el, 'p, [part~=title], a, th, td, .chart').map((node) => {
    const { color, backgroundColor, borderBottomColor } = getComputedStyle(node);
    return [color, backgroundColor, borderBottomColor].join(' ');
  });
  return [...shapes, ...texts];
}

describe('print: the sheet', () => {
  for (const [chart, name] of [
    ['casualties', 'months-partial'],
    ['attribution', 'four-actors'],
    ['gold-gauge', 'industrial-2024'],
  ] as const) {
    it(`is in light colours, whatever the theme (${chart})`, async () => {
      const data = contracts[chart]![name];
      const light = colours(await drawOnPaper(data, { theme: 'light' }));
      expect(light.length).to.be.above(40);
      for (const theme of ['dark', 'auto']) {
        const el = await drawOnPaper(data, { theme });
        expect(colours(el), theme).to.deep.equal(light);
        expect(getComputedStyle(one(el, '.chart')!).backgroundColor).to.equal('rgb(255, 255, 255)');
      }
      await emulateMedia({ media: 'print', colorScheme: 'dark' });
      try {
        expect(colours(await drawOnPaper(data)), 'a dark system').to.deep.equal(light);
      } finally {
        await emulateMedia({ media: 'print', colorScheme: 'light' });
      }
    });

    it(`has drawing, title, source and the whole table, and nothing that only a screen needs (${chart})`, async () => {
      const el = await drawOnPaper(contracts[chart]![name]);
      const { left, top, width, height } = drawing(el)!.getBoundingClientRect();
      for (let y = 0.9; y > 0 && !tip(el); y -= 0.1) await moveTo(left + width / 4, top + height * y);
      const buttons = all(el, '.tools > button, .tools > span button, [part~=plot] button');
      expect(buttons.length).to.be.above(2);
      for (const button of buttons) expect(isSeen(button), 'a button').to.equal(false);
      expect(tip(el), 'an open tooltip').not.to.equal(null);
      expect(isSeen(tip(el)), 'the tooltip').to.equal(false);
      expect(isSeen(one(el, '[role=grid]')), 'the explorer').to.equal(false);
      for (const part of ['title', 'subtitle', 'plot', 'source'])
        expect(isSeen(one(el, `[part~=${part}]`)), part).to.equal(true);
      expect(isSeen(drawing(el))).to.equal(true);
      const rows = all(el, 'tbody tr');
      expect(rows).to.have.length(name === 'industrial-2024' ? 8 : contracts[chart]![name].rows.length);
      for (const row of rows) expect(isSeen(row)).to.equal(true);
      for (const heading of all(el, 'th[scope=col]')) {
        const words = document.createRange();
        words.selectNodeContents(heading);
        expect(words.getBoundingClientRect().width, `the heading ${clean(heading.textContent)}`).to.be.above(
          1,
        );
      }
      expect(one(el, 'table')!.getBoundingClientRect().right, 'the table').to.be.at.most(
        one(el, '.chart')!.getBoundingClientRect().right,
      );
    });
  }

  for (const lang of ['en', 'fr'])
    it(`keeps every text of every fixture inside, apart and at least 12 px, which are 9 pt (${lang})`, async function () {
      this.timeout(60_000);
      await setViewport({ width: PAGE, height: 900 });
      const faults: string[] = [];
      let texts = 0;
      for (const [chart, list] of Object.entries(contracts))
        for (const [name, data] of Object.entries(list)) {
          const el = await drawOnPaper(data, { lang });
          const svg = drawing(el);
          if (svg) {
            texts += inkOf(svg).length;
            faults.push(...faultsOf(svg).map((fault) => `${chart}/${name}: ${fault}`));
          } else if (el.status === 'ready') faults.push(`${chart}/${name}: nothing is drawn`);
          for (const node of all(el, 'p, li, td, th, caption, [part~=title]'))
            if (parseFloat(getComputedStyle(node).fontSize) < 12)
              faults.push(`${chart}/${name}: ${node.localName} is ${getComputedStyle(node).fontSize}`);
          window.dispatchEvent(new Event('afterprint'));
          clearPage();
        }
      expect(texts, 'texts that were looked at').to.be.above(500);
      expect(faults).to.deep.equal([]);
    });

  it('is made by the browser itself: redrawn with its table when a PDF is written, and as it was after', async function () {
    this.timeout(30_000);
    await setViewport({ width: 1440, height: 900 });
    const made = await Promise.all(
      (
        [
          ['casualties', 'mali-ucdp'],
          ['attribution', 'four-actors'],
          ['gold-gauge', 'industrial-2024'],
        ] as const
      ).map(([chart, name]) => draw(contracts[chart]![name])),
    );
    await settle();
    const look = ({ el }: { el: Chart }): string =>
      `${drawing(el)!.viewBox.baseVal.width} px, ${all(el, 'tbody tr').length} rows`;
    const onScreen = made.map(look);
    let onPaper: string[] = [];
    // Added after the elements' own, so it is called after them.
    window.addEventListener('beforeprint', () => (onPaper = made.map(look)), { once: true });
    const { data } = (await executeServerCommand('cdp', {
      method: 'Page.printToPDF',
      params: { paperWidth: 8.27, paperHeight: 11.69, printBackground: true },
      keep: true,
    })) as { data: string };
    expect(atob(data.slice(0, 8))).to.match(/^%PDF/);
    expect(onPaper).to.deep.equal(['568 px, 13 rows', '568 px, 40 rows', '568 px, 8 rows']);
    await settle();
    await settle();
    expect(made.map(look)).to.deep.equal(onScreen);
    for (const { heard } of made) expect(heard.events).to.have.length(1);
  });
});

/** Part of a picture of the page, without colour. */
interface Patch {
  readonly width: number;
  readonly height: number;
  readonly grey: readonly number[];
}

async function photograph(): Promise<(x: number, y: number, width: number, height: number) => Patch> {
  const picture = new Image();
  picture.src = `data:image/png;base64,${await executeServerCommand('screenshot')}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(picture, 0, 0);
  return (x, y, width, height) => {
    const { data } = context.getImageData(x, y, width, height);
    const grey = Array.from(
      { length: width * height },
      (_, i) => 0.299 * data[4 * i]! + 0.587 * data[4 * i + 1]! + 0.114 * data[4 * i + 2]!,
    );
    return { width, height, grey };
  };
}

/** The texture of a patch, whatever its brightness: how many edges there are, and which way they run. */
function texture({ width, height, grey }: Patch): { edges: number; directions: number[] } {
  const directions = [0, 0, 0, 0];
  let edges = 0;
  const at = (x: number, y: number): number => grey[y * width + x]!;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const [dx, dy] = [at(x + 1, y) - at(x - 1, y), at(x, y + 1) - at(x, y - 1)];
      const strength = Math.hypot(dx, dy);
      if (strength < 12) continue;
      edges++;
      const turn = (Math.atan2(dy, dx) / Math.PI + 2) % 1; // a half turn is the same edge
      directions[Math.round(turn * 4) % 4]! += strength;
    }
  const sum = directions.reduce((a, b) => a + b, 0) || 1;
  return { edges: edges / (width * height), directions: directions.map((n) => n / sum) };
}

/** 0 for one texture, over 0.2 for two that can be told apart. */
function difference(a: Patch, b: Patch): number {
  const [one, other] = [texture(a), texture(b)];
  const turned = one.directions.reduce((sum, n, i) => sum + Math.abs(n - other.directions[i]!), 0) / 2;
  return Math.max(turned, Math.abs(one.edges - other.edges));
}

/** The boxes of a shape in the window, largest first. */
function boxes(el: Chart, selector: string): DOMRect[] {
  const found = one<SVGPathElement>(el, selector);
  const matrix = drawing(el)!.getScreenCTM()!;
  return [...(found?.getAttribute('d') ?? '').matchAll(/M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H[\d.]+Z/g)]
    .map((match) => match.slice(1).map(Number) as [number, number, number, number])
    .map(([x0, y0, x1, y1]) => {
      const from = new DOMPoint(x0, Math.min(y0, y1)).matrixTransform(matrix);
      const to = new DOMPoint(x1, Math.max(y0, y1)).matrixTransform(matrix);
      return new DOMRect(from.x, from.y, to.x - from.x, to.y - from.y);
    })
    .sort((a, b) => b.width * b.height - a.width * a.height);
}

/** The inside of a box, its outlines left out. */
const inside = ({ x, y, width, height }: DOMRect): [number, number, number, number] => [
  Math.ceil(x) + 4,
  Math.ceil(y) + 4,
  Math.floor(width) - 8,
  Math.floor(height) - 8,
];

describe('print: without colour', () => {
  before(() => setViewport({ width: PAGE, height: 900 }));

  it('tells a partial period from a whole one by its hatch', async () => {
    const el = await drawOnPaper(contracts['casualties']!['article'], { 'no-table': '' });
    await settle();
    const take = await photograph();
    const solid = take(...inside(boxes(el, 'path[part=mark].fill-accent')[0]!));
    const hatched = take(...inside(boxes(el, 'path.fill-accent[fill-opacity="0.1"]')[0]!));
    expect(texture(solid).edges, 'edges in the whole column').to.equal(0);
    expect(texture(hatched).edges, 'edges in the partial column').to.be.above(0.2);
    expect(texture(hatched).directions[1]! + texture(hatched).directions[3]!, 'slanted').to.be.above(0.6);
  });

  /** Two periods of five actors, a third of them unattributed, in these slots. */
  const actorsIn = (...slots: number[]): any => ({
    schema: 'attribution/1',
    measure: 'killed',
    victims: 'civilians',
    method: 'reported',
    relation: 'involving',
    whole: 'all',
    place: 'in an invented country',
    source: { producer: 'Example data', asOf: '2025-08-31' },
    actors: slots.map((slot) => ({ id: `in-slot-${slot}`, name: `Slot ${slot}`, slot })),
    rows: ['2023', '2024'].flatMap((period) => [
      ...slots.map((slot) => ({ period, actors: [`in-slot-${slot}`], value: 100 })),
      { period, actors: 'unattributed', value: 100 },
    ]),
  });

  for (const slots of [
    [1, 2, 3, 4, 5],
    [4, 5, 6, 7, 8],
    [6, 7, 8, 1, 2],
  ])
    it(`tells actors in slots ${slots.join(', ')} and the unattributed apart by their motifs`, async () => {
      const el = await drawOnPaper(actorsIn(...slots), { 'no-table': '' });
      await settle();
      const take = await photograph();
      const parts = [
        ...slots.map((slot) => `path.fill-actor${slot}`),
        'path.fill-unattributed[fill-opacity="0.22"]',
      ].map((selector) => {
        const [box] = boxes(el, selector);
        expect(box?.height ?? 0, `${selector}: a box to look at`).to.be.above(16);
        return { selector, patch: take(...inside(box!)) };
      });
      const alike: string[] = [];
      for (const [i, { selector, patch }] of parts.entries())
        for (const other of parts.slice(i + 1)) {
          const n = difference(patch, other.patch);
          if (n < 0.2) alike.push(`${selector} and ${other.selector}: ${n.toFixed(2)}`);
        }
      expect(alike).to.deep.equal([]);
    });

  it('finds two textures alike that differ in colour alone', async () => {
    const el = await drawOnPaper(actorsIn(1, 2, 3, 4, 5), { 'no-table': '' });
    await settle();
    const [first, second] = boxes(el, 'path.fill-actor1');
    expect(first).not.to.equal(undefined);
    // The second of the two is given another actor's hue.
    const path = one<SVGPathElement>(el, 'path.fill-actor1')!;
    const other = path.cloneNode() as SVGPathElement;
    other.setAttribute('class', 'fill-actor4');
    const halves = path.getAttribute('d')!.split(/(?=M)/);
    path.setAttribute('d', halves[0]!);
    other.setAttribute('d', halves.slice(1).join(''));
    path.after(other);
    await settle();
    const take = await photograph();
    expect(difference(take(...inside(first!)), take(...inside(second!)))).to.be.below(0.1);
    expect(tagFor({ schema: 'attribution/1' })).to.equal(el.localName);
  });
});

noErrorReachedThePage();
