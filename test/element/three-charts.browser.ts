// The three charts on one page: one look for an actor, one scale for a group, one way to read them all.
import '../../src/define.js';
import { describe as describeContract } from '../../src/static/index.js';
import {
  all,
  type Chart,
  clean,
  contract,
  draw,
  drawing,
  expect,
  framePage,
  isSeen,
  noErrorReachedThePage,
  one,
  place,
  said,
  settle,
  until,
  watchPage,
} from '../support/browser/page.js';
import { cell, clickAt, enter, focused, middle, press, spoken } from '../support/browser/reader.js';
import { fixtures } from '../support/browser/server.js';

watchPage();

const contracts: Record<string, Record<string, any>> = {};
before(async () => {
  for (const chart of ['casualties', 'attribution', 'gold-gauge']) contracts[chart] = await fixtures(chart);
});

const bare = { 'no-table': '', 'no-download': '' };
const inline = (data: unknown): string =>
  `<script type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
const examples = (): [string, any][] => [
  ['casualties', contracts['casualties']!['article']],
  ['attribution', contracts['attribution']!['four-actors']],
  ['gold-gauge', contracts['gold-gauge']!['industrial-2024']],
];

type Actor = string | { readonly id: string; readonly slot?: number };
/** An attribution of equal parts, an actor a row, in one period. */
const partsOf = (actors: readonly Actor[], more: object = {}): any => {
  const list = actors.map((actor) => (typeof actor === 'string' ? { id: actor } : actor));
  return {
    schema: 'attribution/1',
    measure: 'killed',
    victims: 'civilians',
    method: 'reported',
    relation: 'involving',
    whole: 'all',
    place: 'in an invented country',
    source: { producer: 'Example data', asOf: '2025-08-31' },
    actors: list.map((actor) => ({ ...actor, name: `[${actor.id}]` })),
    rows: [
      ...list.map(({ id }) => ({ period: '2024', actors: [id], value: 100 })),
      { period: '2024', actors: 'unattributed', value: 100 },
    ],
    ...more,
  };
};

/** Ids of which nobody has told anything, by the slot of their hash (FNV-1a, modulo 8). */
function unknownIds(slot: number, count: number): string[] {
  const found: string[] = [];
  for (let i = 0; found.length < count; i++) {
    const id = `nobody-${i}`;
    let hash = 2166136261n;
    for (const letter of id) hash = ((hash ^ BigInt(letter.charCodeAt(0))) * 16777619n) % 2n ** 32n;
    if (Number(hash % 8n) + 1 === slot) found.push(id);
  }
  return found;
}

/** The ways a motif's lines run inside a box, and the hue below them. */
function lookAt(el: Chart, box: DOMRect): string {
  const svg = drawing(el)!;
  const matrix = svg.getScreenCTM()!.inverse();
  const centre = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(matrix);
  const [from, to] = [new DOMPoint(box.left, box.top), new DOMPoint(box.right, box.bottom)].map((point) =>
    point.matrixTransform(matrix),
  );
  const hues = [...svg.querySelectorAll<SVGPathElement>('path[class^=fill-actor]')]
    .filter((path) => path.isPointInFill(centre))
    .map((path) => path.getAttribute('class')!.replace('fill-', ''));
  const lines = [...svg.querySelectorAll('path.stroke-surface')]
    .flatMap((path) => [...path.getAttribute('d')!.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)])
    .map((match) => match.slice(1).map(Number) as [number, number, number, number])
    .filter(([x0, y0, x1, y1]) => {
      const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
      return x > from!.x + 2 && x < to!.x - 2 && y > from!.y + 2 && y < to!.y - 2;
    })
    .map(([x0, y0, x1, y1]) =>
      x0 === x1 ? 'upright' : y0 === y1 ? 'level' : (y1 - y0) * (x1 - x0) < 0 ? 'rising' : 'falling',
    );
  return `${hues.join()}: ${[...new Set(lines)].sort().join(' and ')}`;
}

/** The look of each actor, found as a reader finds it: from part to part of the stack. */
async function looksIn(el: Chart): Promise<Record<string, string>> {
  await enter(el);
  await press('Home');
  for (let before = ''; before !== spoken(el);) {
    before = spoken(el);
    await press('ArrowDown');
  }
  const found: Record<string, string> = {};
  for (let before = ''; before !== spoken(el);) {
    before = spoken(el);
    const [, id] = /\[([\w-]+)\]/.exec(before) ?? [];
    if (id) found[id] = lookAt(el, cell(el)!.getBoundingClientRect());
    await press('ArrowUp');
  }
  (focused() as HTMLElement).blur();
  return found;
}

/** The number at the end of the value axis. */
function axisEnd(el: Chart): number {
  const numbers = all(el, '[part~=plot] svg [part~=label][text-anchor=end] text')
    .map(({ textContent }) => clean(textContent))
    .filter((text) => /^[\d,]+$/.test(text))
    .map((text) => Number(text.replaceAll(',', '')));
  return Math.max(...numbers);
}

describe('three charts: one file', () => {
  it('draws all three from inline JSON by one script, and asks for nothing else', async function () {
    this.timeout(20_000);
    const page = await framePage(
      `<!doctype html><html lang="en"><title>three</title><script>window.heard = [];
         for (const type of ['sahel-ready', 'sahel-error', 'error', 'unhandledrejection'])
           addEventListener(type, ({ type, target, detail }) => heard.push([type, target.localName, detail?.schema].join(' ')));</script>
       ${examples()
         .map(([chart, data]) => `<sahel-${chart}>${inline(data)}</sahel-${chart}>`)
         .join('')}
       <script type="module" src="/dist/cdn/sahel-charts.js"></script></html>`,
    );
    const charts = [...page.contentDocument!.body.querySelectorAll<Chart>(':scope > :not(script)')];
    expect(charts.map(({ localName }) => localName)).to.deep.equal(
      examples().map(([chart]) => `sahel-${chart}`),
    );
    await until(() => charts.every(({ status }) => status === 'ready'), 'three charts', 9000);
    await settle();
    const inner = page.contentWindow as any;
    expect(inner.heard.toSorted()).to.deep.equal(
      examples()
        .map(([chart]) => `sahel-ready sahel-${chart} ${chart}/1`)
        .toSorted(),
    );
    for (const el of charts) {
      expect(isSeen(drawing(el)), el.localName).to.equal(true);
      one(el, '.fold')!.click();
      await until(() => one(el, 'table'), `the table of ${el.localName}`);
    }
    expect(new Set(charts.map(({ version }) => version)).size).to.equal(1);
    const asked = inner.performance
      .getEntriesByType('resource')
      .map(({ name }: PerformanceEntry) => new URL(name).pathname)
      .filter((path: string) => path !== '/favicon.ico');
    expect(asked).to.deep.equal(['/dist/cdn/sahel-charts.js']);
  });

  it('draws all three from three files, in French that is fetched once', async function () {
    this.timeout(20_000);
    const page = await framePage(
      `<!doctype html><html lang="fr"><title>trois</title>
       ${examples()
         .map(([chart, data]) => `<sahel-${chart}>${inline(data)}</sahel-${chart}>`)
         .join('')}
       ${examples()
         .map(([chart]) => `<script type="module" src="/dist/cdn/${chart}.js"></script>`)
         .join('')}</html>`,
    );
    const charts = [...page.contentDocument!.body.querySelectorAll<Chart>(':scope > :not(script)')];
    await until(() => charts.every((el) => el.status === 'ready' && drawing(el)), 'three charts', 9000);
    await settle();
    const asked = (page.contentWindow as any).performance
      .getEntriesByType('resource')
      .map(({ name }: PerformanceEntry) => new URL(name).pathname.split('/').at(-1))
      .filter((path: string) => path !== 'favicon.ico');
    expect(asked.toSorted()).to.deep.equal(['attribution.js', 'casualties.js', 'fr.js', 'gold-gauge.js']);
    for (const [i, [, data]] of examples().entries()) {
      expect(one(charts[i]!, '.chart')!.lang).to.equal('fr');
      expect(said(charts[i]!, 'title')).to.equal(clean(describeContract(data, 'fr').title));
      expect(charts[i]!.notes.map(({ code }) => code)).not.to.include('W_LANG');
    }
  });
});

describe('three charts: one look for an actor', () => {
  const into = (): { into: HTMLElement; attributes: typeof bare } => ({
    into: place({ width: '640px' }),
    attributes: bare,
  });

  it('gives an actor that had to give way in one chart the same look in the next', async () => {
    const [first, second] = unknownIds(3, 2) as [string, string];
    const both = await looksIn((await draw(partsOf([first, second]), into())).el);
    expect(both[first]).to.match(/^actor3: \w/);
    expect(both[second], 'the second of one slot').to.match(/^actor4: \w/);
    const alone = await looksIn((await draw(partsOf([second]), into())).el);
    expect(alone).to.deep.equal({ [second]: both[second] });
    const turned = await looksIn((await draw(partsOf([second, first]), into())).el);
    expect(turned).to.deep.equal(both);
  });

  it('gives an actor the slot that a desk gave it in another chart', async () => {
    const [id] = unknownIds(2, 3).slice(2) as [string];
    const told = await looksIn((await draw(partsOf([{ id, slot: 7 }]), into())).el);
    expect(told[id]).to.match(/^actor7: /);
    const untold = await looksIn((await draw(partsOf([id, 'jnim']), into())).el);
    expect(untold[id]).to.equal(told[id]);
    expect(untold['jnim']).to.match(/^actor3: /);
  });

  it('keeps an actor’s look where a newcomer would have taken it', async () => {
    const [known] = unknownIds(5, 1) as [string];
    const [newcomer] = unknownIds(5, 3).slice(2) as [string];
    const before = await looksIn((await draw(partsOf([known]), into())).el);
    // The newcomer stands first in this chart, and has the same hash.
    const after = await looksIn((await draw(partsOf([newcomer, known]), into())).el);
    expect(after[known], 'the actor that the reader has met').to.equal(before[known]);
    expect(after[newcomer]).not.to.equal(before[known]);
  });

  it('keeps the looks of a chart when it is drawn again for another width, theme or language', async () => {
    const [first, second] = unknownIds(6, 2) as [string, string];
    const { el } = await draw(partsOf([first, second]), into());
    const before = await looksIn(el);
    el.theme = 'dark';
    el.lang = 'fr';
    el.parentElement!.style.width = '900px';
    await settle();
    await until(() => one(el, '.chart')!.lang === 'fr', 'French');
    await settle();
    el.view = 'stack';
    await settle();
    expect(await looksIn(el)).to.deep.equal(before);
  });

  it('shares looks between two files of ours on one page', async function () {
    this.timeout(20_000);
    const [first, second] = unknownIds(1, 2) as [string, string];
    const box = (data: unknown, tag: string): string =>
      `<div style="width:640px"><${tag} no-table no-download>${inline(data)}</${tag}></div>`;
    const page = await framePage(
      `<!doctype html><html lang="en"><title>two files</title><body style="margin:0">
       ${box(partsOf([first, second]), 'sahel-attribution')}
       <script type="module">
         import '/dist/cdn/attribution.js';
         const { define } = await import('/src/define.ts');
         define({ prefix: 'other' });
       </script>${box(partsOf([second]), 'other-attribution')}</html>`,
    );
    const charts = [...page.contentDocument!.querySelectorAll<Chart>('[no-table]')];
    await until(() => charts.every(({ status }) => status === 'ready'), 'both charts', 9000);
    await settle();
    const hue = (el: Chart): string[] =>
      all(el, 'path[class^=fill-actor]').map((path) => path.getAttribute('class')!);
    const [both, alone] = charts.map(hue);
    expect(both).to.have.length(2);
    expect(both).to.include(alone![0]);
    expect(alone, 'not its own hash, which the first has').not.to.deep.equal(['fill-actor1']);
  });
});

describe('three charts: highlight', () => {
  for (const [chart, name, highlights] of [
    ['casualties', 'mali-ucdp', ['2016']],
    ['attribution', 'four-actors', ['hill', '2023']],
    ['gold-gauge', 'industrial-2024', ['2022']],
  ] as const)
    it(`lightens the other marks of ${chart} and changes no number and no word`, async () => {
      const data = contracts[chart]![name];
      const words = (el: Chart): string[] => [
        el.toCSV(),
        clean(one(el, '.chart')!.textContent),
        ...all(el, 'svg').map((svg) => svg.getAttribute('aria-label') ?? ''),
        ...all(el, 'svg text').map(({ textContent }) => textContent ?? ''),
      ];
      const open = async (el: Chart): Promise<void> => {
        one(el, '.fold')!.click();
        await until(() => one(el, 'table'), 'the table');
        await settle();
      };
      const plain = await draw(data, { into: place({ width: '640px' }) });
      await open(plain.el);
      for (const highlight of highlights) {
        const { el } = await draw(data, { attributes: { highlight }, into: place({ width: '640px' }) });
        await open(el);
        expect(words(el), highlight).to.deep.equal(words(plain.el));
        expect(drawing(el)!.innerHTML, highlight).not.to.equal(drawing(plain.el)!.innerHTML);
        expect(el.notes.map(({ code }) => code)).not.to.include('W_HIGHLIGHT');
        el.highlight = null;
        await settle();
        expect(drawing(el)!.outerHTML, 'without it again').to.equal(drawing(plain.el)!.outerHTML);
      }
    });
});

describe('three charts: scale-group', () => {
  const group = { 'scale-group': 'countries', ...bare };
  const small = contract('small', [10, 20, 30]);
  const large = contract('large', [1000, 2000, 2900]);
  const injured = contract('injured', [3, 4, 5], { measure: 'injured' });
  const drawn = async (data: any, attributes: Record<string, string> = group): Promise<Chart> =>
    (await draw(data, { attributes, into: place({ width: '480px' }) })).el;

  it('gives charts of one name and measure one axis end, and leaves another measure and another name alone', async () => {
    const alone = await drawn(small, bare);
    expect(axisEnd(alone)).to.equal(30);
    const one = await drawn(small);
    expect(axisEnd(one)).to.equal(30);
    const two = await drawn(large);
    const three = await drawn(injured);
    const four = await drawn(small, { ...group, 'scale-group': 'others' });
    await settle();
    const end = axisEnd(two);
    expect(end).to.be.at.least(2900 * 0.9);
    expect(axisEnd(one), 'the small one at the scale of the large one').to.equal(end);
    expect(axisEnd(three), 'another measure').to.equal(5);
    expect(axisEnd(four), 'another name').to.equal(30);
    expect(axisEnd(alone), 'no name').to.equal(30);
    for (const [el, text] of [
      [one, '30'],
      [two, '2,900'],
    ] as const)
      expect(words(el), 'figures are as ever').to.include(text);
    expect(one.notes).to.deep.equal([]);
  });

  it('gives the scale back when a member leaves the page, leaves the group, or is given smaller figures', async () => {
    const one = await drawn(small);
    const two = await drawn(large);
    await settle();
    const end = axisEnd(two);
    const follows = async (wanted: number, what: string): Promise<void> => {
      await settle();
      await settle();
      expect(axisEnd(one), what).to.equal(wanted);
    };
    await follows(end, 'together');
    two.remove();
    await follows(30, 'the other has left the page');
    place({ width: '480px' }).append(two);
    await follows(end, 'it is back');
    two.scaleGroup = null;
    await follows(30, 'it has left the group');
    two.setAttribute('scale-group', 'countries');
    await follows(end, 'it is in again');
    place({ width: '480px' }).append(two);
    await follows(end, 'it was moved');
    two.data = contract('smaller', [40, 50, 100]);
    await follows(100, 'smaller figures');
    two.data = injured;
    await follows(30, 'figures of another measure');
    two.data = large;
    await follows(end, 'large figures');
    two.data = contract('refused', [-1]);
    await until(() => two.status === 'error', 'an error');
    await follows(30, 'a refused contract has no figures');
  });

  it('lets no figures rule the scale that nobody may see any more', async () => {
    const one = await drawn(small);
    await drawn({ ...large, notices: [{ on: '2025-02-01', kind: 'withdrawal', text: 'Withdrawn.' }] });
    await settle();
    await settle();
    expect(axisEnd(one)).to.equal(30);
  });

  it('puts one number at one height in every chart of the group, of deaths whoever tells them', async () => {
    const counts = await drawn(contract('counts', [100, 200, 300]));
    const parts = await drawn(partsOf(['a', 'b', 'c', 'd']));
    await settle();
    const end = axisEnd(parts);
    expect(end).to.be.at.least(500 * 0.8);
    expect(axisEnd(counts)).to.equal(end);
    parts.remove();
    await settle();
    await settle();
    expect(axisEnd(counts)).to.equal(300);
  });

  it('draws to the shared scale in every view, and in files', async () => {
    const one = await drawn(small);
    const before = one.toSVG();
    await drawn(large);
    await settle();
    expect(one.toSVG()).not.to.equal(before);
    expect(one.toSVG()).to.match(/>2,?[05]00</);
    expect(one.toCSV()).to.match(/,30,/);
  });

  it('groups gauges by unit', async () => {
    const gauge = (unit: string, value: number): any => ({
      schema: 'gold-gauge/1',
      flow: 'mined',
      sector: 'industrial',
      unit,
      place: 'in Exampleland',
      amount: { period: '2024', value },
      source: { producer: 'Example data', asOf: '2025-03-31' },
    });
    // The end of a gauge is written in the drawing: the greatest number there.
    const end = (el: Chart): number =>
      Math.max(
        ...all(el, '[part~=plot] svg text').flatMap(({ textContent }) =>
          [...clean(textContent).matchAll(/[\d,]+(\.\d+)?/g)]
            .map(([text]) => Number(text.replaceAll(',', '')))
            .filter((n) => n !== 2024),
        ),
      );
    const ten = await drawn(gauge('t', 9));
    const alone = end(ten);
    const hundred = await drawn(gauge('t', 93));
    const kilos = await drawn(gauge('kg', 7000));
    await settle();
    expect(alone).to.be.below(20);
    expect(end(hundred)).to.equal(100);
    expect(end(ten), 'of the same unit').to.equal(100);
    expect(end(kilos), 'of another unit').to.be.within(7000, 10_000);
    hundred.remove();
    await settle();
    await settle();
    expect(end(ten)).to.equal(alone);
  });

  function words(el: Chart): string {
    return all(el, 'svg text')
      .map(({ textContent }) => clean(textContent))
      .join(' | ');
  }
});

describe('three charts: what a drawing is called', () => {
  it('is a meter only where a gauge has a figure and an end of the same kind', async function () {
    this.timeout(30_000);
    const roles: string[] = [];
    for (const [chart, list] of Object.entries(contracts))
      for (const [name, data] of Object.entries(list)) {
        const { el } = await draw(data, { attributes: bare });
        const svg = drawing(el) ?? one(el, '[part~=plot] > svg');
        if (svg && svg.getAttribute('role') !== 'img')
          roles.push(`${chart}/${name}: ${svg.getAttribute('role')}`);
        if (svg) expect(svg.getAttribute('aria-label'), `${chart}/${name}`).not.to.equal('');
        el.remove();
      }
    // The one ends at its own capacity, the other at its own target.
    expect(roles).to.deep.equal(['gold-gauge/capacity-meter: meter', 'gold-gauge/troy-ounces: meter']);
  });

  for (const width of [240, 320, 640, 1200])
    it(`tells the meter's figure, end and words at ${width} px, and an image when the figure goes`, async () => {
      const data = contracts['gold-gauge']!['capacity-meter'];
      const { el, heard } = await draw(data, { into: place({ width: `${width}px` }) });
      const meter = one(el, '[role=meter]')!;
      expect(meter.getAttribute('aria-valuenow')).to.equal('51.7');
      expect(meter.getAttribute('aria-valuemax')).to.equal('80');
      expect(meter.getAttribute('aria-valuetext')).to.match(/51\.7 (t|tonnes)/);
      expect(meter.getAttribute('aria-label')).to.equal(describeContract(data).name);
      el.data = { ...data, amount: { ...data.amount, value: null } };
      await until(() => heard.ready.length > 1, 'no figure');
      expect(all(el, '[role=meter], [aria-valuenow], [aria-valuetext]')).to.have.length(0);
      expect(one(el, '[part~=plot] > svg')!.getAttribute('role')).to.equal('img');
    });
});

describe('three charts: attribution by keyboard', () => {
  /** Every stack from its bottom to its top, as it is spoken, and where each part stands. */
  async function walk(el: Chart): Promise<{ words: string[]; tops: number[] }[]> {
    await enter(el);
    await press('Home');
    const stacks: { words: string[]; tops: number[] }[] = [];
    for (;;) {
      for (let before = ''; before !== spoken(el);) {
        before = spoken(el);
        await press('ArrowDown');
      }
      const stack = { words: [] as string[], tops: [] as number[] };
      for (let before = ''; before !== spoken(el);) {
        before = spoken(el);
        stack.words.push(before);
        stack.tops.push(cell(el)!.getBoundingClientRect().top);
        await press('ArrowUp');
      }
      stacks.push(stack);
      const before = spoken(el);
      await press('ArrowRight');
      if (spoken(el) === before) return stacks;
    }
  }

  for (const name of ['four-actors', 'mali-ucdp', 'not-broken-down', 'successor', 'three-pairs', 'article'])
    for (const width of [360, 640])
      it(`reaches every row of ${name} by the four arrow keys at ${width} px`, async function () {
        this.timeout(60_000);
        const data = contracts['attribution']![name];
        const { el } = await draw(data, { attributes: bare, into: place({ width: `${width}px` }) });
        const stacks = await walk(el);
        const periods = [...new Set(data.rows.map(({ period }: any) => period))];
        expect(stacks.length, 'stacks').to.equal(periods.length);
        // Published totals are rows of the table, not marks.
        const rows = describeContract(data).rows.slice(0, data.rows.length);
        const visited = stacks.flatMap(({ words }) => words);
        expect(new Set(visited).size, 'rows that were reached').to.equal(rows.length);
        expect(visited.length, 'each once').to.equal(rows.length);
        for (const row of rows)
          expect(
            visited.some((text) => text.includes(clean(row[0]))),
            `${row[0]} is told`,
          ).to.equal(true);
        if (width === 640)
          for (const { words, tops } of stacks)
            tops.reduce((below, top, i) => {
              expect(top, `${words[i]} stands above what is below it`).to.be.at.most(below + 8);
              return top;
            });
      });

  it('goes along the periods with the same part, and no farther than the ends', async () => {
    const { el } = await draw(contracts['attribution']!['four-actors'], {
      attributes: bare,
      into: place({ width: '640px' }),
    });
    await enter(el);
    await press('Home');
    const first = spoken(el);
    expect(first)
      .to.match(/2021/)
      .and.match(/River Guard/);
    for (const year of ['2022', '2023', '2024', '2025']) {
      await press('ArrowRight');
      expect(spoken(el)).to.include(year).and.include('River Guard').and.not.include('Hill');
    }
    const last = spoken(el);
    await press('ArrowRight');
    expect(spoken(el), 'no way past the last period').to.equal(last);
    for (let i = 0; i < 4; i++) await press('ArrowLeft');
    expect(spoken(el)).to.equal(first);
    await press('ArrowLeft');
    expect(spoken(el), 'no way before the first').to.equal(first);
    expect(focused() === cell(el)).to.equal(true);
  });

  it('stays on the same period and the same actors when new data puts them elsewhere', async () => {
    const data = contracts['attribution']!['four-actors'];
    const { el, heard } = await draw(data, { attributes: bare, into: place({ width: '640px' }) });
    await enter(el);
    await press('Home', 'ArrowRight');
    for (let i = 0; i < 9 && !/Hill Front \(likely\)|^[^:]*Hill Front[^:]*likely/.test(spoken(el)); i++)
      await press('ArrowUp');
    expect(spoken(el)).to.include('2022').and.include('70');
    const rows = data.rows.map((row: any) =>
      row.period === '2022' && String(row.actors) === 'hill' ? { ...row, value: 71 } : row,
    );
    const earlier = data.rows
      .filter(({ period }: any) => period === '2021')
      .map((row: any) => ({ ...row, period: '2020', value: 5 }));
    el.data = { ...data, rows: [...rows].reverse().concat(earlier) };
    await until(() => heard.ready.length > 1, 'the update');
    await settle();
    expect(focused() === cell(el), 'the focus').to.equal(true);
    expect(spoken(el)).to.include('2022').and.include('71').and.include('Hill Front');
    await press('Enter');
    expect(heard.selects.at(-1)).to.deep.equal({ period: '2022', actors: ['hill'], value: 71 });
    el.data = {
      ...data,
      rows: data.rows.filter(({ period, actors }: any) => period !== '2022' || String(actors) !== 'hill'),
    };
    await until(() => heard.ready.length > 2, 'a second update');
    await settle();
    expect(focused() === cell(el), 'the focus stays in the chart').to.equal(true);
    expect(spoken(el)).not.to.equal('');
  });

  it('tells period, actors and figure in sahel-select, by Enter and by click', async () => {
    const { el, heard } = await draw(contracts['attribution']!['four-actors'], {
      attributes: bare,
      into: place({ width: '640px' }),
    });
    await enter(el);
    await press('Home');
    await press('Enter');
    expect(heard.selects).to.deep.equal([{ period: '2021', actors: ['river'], value: 140 }]);
    for (let i = 0; i < 9; i++) await press('ArrowUp');
    await press('Enter');
    expect(heard.selects.at(-1)).to.deep.equal({ period: '2021', actors: [], value: 50 });
    const told: unknown[] = [];
    for (let i = 0; i < 8; i++) {
      await press('Enter', 'ArrowDown');
      told.push(heard.selects.at(-1)?.actors);
    }
    expect(told).to.deep.include.members([
      ['river', 'hill'],
      ['hill', 'plain'],
      ['plain', 'coast'],
    ]);
    const [x, y] = middle(cell(el)!);
    (focused() as HTMLElement).blur();
    const count = heard.selects.length;
    await clickAt(x, y);
    expect(heard.selects).to.have.length(count + 1);
    expect(heard.selects.at(-1)).to.deep.equal({ period: '2021', actors: ['river'], value: 140 });
    expect(heard.events.at(-1)!.bubbles && heard.events.at(-1)!.composed).to.equal(true);
  });
});

describe('three charts: files', () => {
  for (const [chart, name, rows] of [
    ['casualties', 'mali-ucdp', 13],
    ['attribution', 'four-actors', 40],
    ['gold-gauge', 'industrial-2024', 8],
  ] as const)
    for (const lang of ['en', 'fr'])
      it(`gives SVG, CSV and PNG of ${chart} (${lang})`, async function () {
        this.timeout(20_000);
        const data = contracts[chart]![name];
        const described = describeContract(data, lang);
        const { el } = await draw(data, {
          attributes: { lang, theme: 'dark' },
          into: place({ width: '640px' }),
        });
        const svg = new DOMParser().parseFromString(
          el.toSVG({ width: 700, theme: 'light' }),
          'image/svg+xml',
        );
        expect(svg.querySelector('parsererror')?.textContent ?? '').to.equal('');
        expect(svg.documentElement.getAttribute('width')).to.equal('700');
        const text = clean([...svg.querySelectorAll('text')].map(({ textContent }) => textContent).join(' '));
        expect(svg.documentElement.getAttribute('aria-label')).to.equal(described.name);
        for (const word of [described.title, described.source.text].flatMap((one) => clean(one).split(' ')))
          expect(text).to.include(word);
        expect(el.toSVG()).not.to.match(/var\(|NaN|undefined|url\(|<style|href=/);
        const [header, ...lines] = el.toCSV().trim().split('\r\n');
        expect(header)
          .to.match(/period/)
          .and.match(/source/);
        expect(lines).to.have.length(rows);
        for (const line of lines)
          expect(line.split(',').length).to.be.at.least(header!.split(',').length - 1);
        const png = await el.toPNG({ width: 500, scale: 2 });
        expect(png.type).to.equal('image/png');
        const bitmap = await createImageBitmap(png);
        expect(bitmap.width).to.equal(1000);
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
        const context = canvas.getContext('2d')!;
        context.drawImage(bitmap, 0, 0);
        const { data: pixels } = context.getImageData(0, 0, bitmap.width, bitmap.height);
        const colours = new Set<number>();
        for (let i = 0; i < pixels.length; i += 4)
          colours.add((pixels[i]! << 16) | (pixels[i + 1]! << 8) | pixels[i + 2]!);
        expect(colours.size, 'colours in the picture').to.be.above(20);
      });
});

describe('three charts: axe', () => {
  // The whole product of states, forms, themes and languages is looked at in Chromium: access-axe.chromium.browser.ts.
  for (const lang of ['ar', 'de'])
    it(`finds nothing in the three charts beside each other, with tables and a tooltip open (${lang})`, async function () {
      this.timeout(30_000);
      const into = place({ width: '640px' });
      for (const [, data] of examples()) {
        const { el } = await draw(data, { attributes: { lang }, into });
        one(el, '.fold')!.click();
        await until(() => one(el, 'table'), 'the table');
        await enter(el);
      }
      await settle();
      await expect(into).to.be.accessible();
    });

  for (const chart of ['attribution', 'gold-gauge'])
    for (const theme of ['light', 'dark'])
      it(`finds nothing in any fixture of ${chart}, with table and tooltip open (${theme})`, async function () {
        this.timeout(120_000);
        for (const [name, data] of Object.entries(contracts[chart]!)) {
          const { el } = await draw(data, { attributes: { theme }, into: place({ width: '760px' }) });
          if (one(el, '.fold') && (data.rows?.length ?? 0) < 100) {
            one(el, '.fold')!.click();
            await until(() => one(el, 'table'), `${name}: the table`);
          }
          if (cell(el)) {
            await enter(el);
            await press('ArrowRight');
          }
          await settle();
          try {
            await expect(el).to.be.accessible();
          } catch (error) {
            throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
          }
          el.remove();
        }
      });
});

noErrorReachedThePage();
