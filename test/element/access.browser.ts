// What everyone can read: no fault by axe, one set of numbers, targets large enough, parts and colours a page may style.
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
  isSeen,
  noErrorReachedThePage,
  one,
  place,
  put,
  said,
  settle,
  until,
  watchPage,
} from '../support/browser/page.js';
import { cell, enter, press, putPointerAway, spoken, told } from '../support/browser/reader.js';
import { fixtures, json, serve } from '../support/browser/server.js';

watchPage();

let contracts: Record<string, any>;
before(async () => {
  contracts = await fixtures();
});

const bare = { 'no-table': '', 'no-download': '' };
const refused = contract('x', [-1]);

describe('access: axe', () => {
  const audit = async (el: Chart): Promise<void> => {
    await settle();
    await expect(el).to.be.accessible();
  };

  for (const theme of ['light', 'dark'])
    for (const lang of ['en', 'fr'])
      it(`finds nothing in a ready chart with its table and tooltip open (${theme}, ${lang})`, async function () {
        this.timeout(30_000);
        const { el } = await draw(contracts['article'], { attributes: { theme, lang } });
        await audit(el);
        one(el, '.fold')!.click();
        await until(() => one(el, 'table'), 'the table');
        await enter(el);
        await press('ArrowRight');
        await audit(el);
      });

  for (const name of ['mali-ucdp', 'months-partial', 'days', 'corrected', 'many-events', 'long-words'])
    it(`finds nothing in ${name}`, async function () {
      this.timeout(30_000);
      const { el } = await draw(contracts[name]);
      await audit(el);
    });

  it('finds nothing in the states idle, loading, empty, withdrawn, error and stale', async function () {
    this.timeout(30_000);
    await audit(put({ fallback: 'A fallback.' }).el);
    const waiting = await serve(json(contract('x'), { hold: 'access-never' }));
    const loading = put({ attributes: { src: waiting.url, loading: 'eager' } });
    await until(() => loading.el.status === 'loading', 'loading');
    await audit(loading.el);
    await audit((await draw(contracts['empty'])).el);
    await audit((await draw(contracts['withdrawn'])).el);
    const error = put({ set: { data: refused } });
    await until(() => error.heard.errors.length, 'an error');
    await audit(error.el);
    const address = await serve(json(contracts['article']));
    const stale = put({ attributes: { src: address.url } });
    await until(() => stale.heard.ready.length, 'ready');
    await address.plays({ status: 500 });
    await stale.el.refresh();
    await audit(stale.el);
    expect(stale.el.stale).to.equal(true);
    loading.el.remove();
  });

  it('finds nothing in a chart without title, whose heading is the page’s own', async function () {
    this.timeout(30_000);
    await audit((await draw(contracts['article'], { attributes: { 'no-title': '' } })).el);
  });
});

describe('access: names and structure', () => {
  it('gives the figure a name and a description, and the drawing a name', async () => {
    const { el } = await draw(contracts['article']);
    const described = describeContract(contracts['article']);
    const figure = one(el, '[part~=figure]')!;
    expect(figure.localName).to.equal('figure');
    expect(figure.getAttribute('aria-label')).to.equal(described.title);
    const id = figure.getAttribute('aria-describedby')!;
    expect(clean(one(el, `#${id}`)!.textContent)).to.equal(clean(described.summary));
    expect(drawing(el)!.getAttribute('role')).to.equal('img');
    expect(drawing(el)!.getAttribute('aria-label')).to.equal(described.name);
  });

  it('says which language it speaks', async () => {
    const { el } = await draw(contracts['article'], { attributes: { lang: 'fr' } });
    expect(one(el, '[part~=figure]')!.closest('[lang]')!.getAttribute('lang')).to.equal('fr');
  });

  it('has one region at most that speaks by itself, and it stands before it has to speak', async () => {
    const address = await serve(json(contracts['article']));
    const { el, heard } = put({ attributes: { src: address.url } });
    await until(() => heard.ready.length, 'ready');
    const live = (): HTMLElement[] =>
      all(el, '[role=status], [role=alert], [aria-live]:not([aria-live=off])');
    expect(live()).to.have.length(1);
    const [region] = live();
    expect(clean(region!.textContent)).to.equal('');
    await address.plays({ status: 500 });
    await el.refresh();
    await settle();
    expect(live()).to.have.length(1);
    expect(live()[0] === region, 'the same region').to.equal(true);
    expect(clean(region!.textContent)).not.to.equal('');
  });

  it('makes buttons and the table’s switch at least 24 px high and wide', async () => {
    for (const width of ['460px', '800px']) {
      const { el } = await draw(contracts['article'], { into: place({ width }) });
      const targets = all(el, 'button');
      expect(targets).to.have.length(5);
      for (const target of targets) {
        const box = target.getBoundingClientRect();
        expect(box.height, clean(target.textContent)).to.be.at.least(24);
        expect(box.width, clean(target.textContent)).to.be.at.least(24);
      }
    }
  });

  it('gives each button a name of its own that holds what is written on it', async () => {
    const { el } = await draw(contracts['article']);
    const names = all(el, 'button').map(
      (button) => button.getAttribute('aria-label') ?? clean(button.textContent),
    );
    expect(new Set(names).size).to.equal(names.length);
    all(el, 'button').forEach((button, i) => expect(names[i]).to.include(clean(button.textContent)));
  });
});

describe('access: one set of numbers', () => {
  for (const lang of ['en', 'fr'])
    it(`tells the same figures in summary, marks, tooltip, table and CSV, for every fixture of up to 13 rows (${lang})`, async function () {
      this.timeout(60_000);
      await putPointerAway();
      const wrong: string[] = [];
      for (const [name, data] of Object.entries(contracts)) {
        if (!data.rows.length || data.rows.length > 13 || name === 'withdrawn') continue;
        const { el } = await draw(data, { attributes: { lang } });
        one(el, '.fold')!.click();
        await until(() => one(el, 'table'), 'the table');
        const column = describeContract(data, lang).columns.findIndex(({ key }) => key === 'value');
        const inTable = all<HTMLTableRowElement>(el, 'tbody tr').map((row) =>
          clean(row.cells[column]!.textContent),
        );
        const digits = (text: string): string[] =>
          [...text.matchAll(/\d[\d.,\u202f\u00a0 ]*/g)].map(([number]) => number.replaceAll(/\D/g, ''));
        const summary = digits(clean(one(el, '.summary, #summary')!.textContent));
        const csv = el
          .toCSV()
          .split('\r\n')
          .slice(1, -1)
          .map((line) => line.split(',')[4]);
        await enter(el);
        const rows = [...data.rows].sort((a: any, b: any) => (a.period < b.period ? -1 : 1));
        for (const [i, row] of rows.entries()) {
          if (i) await press('ArrowRight');
          const figure = inTable[i]!;
          const bare = figure.replaceAll(/\D/g, '');
          if (row.value === null) {
            if (bare || csv[i] !== '') wrong.push(`${name} row ${i}: a number for an unknown figure`);
            continue;
          }
          if (bare !== String(row.value)) wrong.push(`${name} row ${i}: table ${figure}`);
          if (csv[i] !== String(row.value)) wrong.push(`${name} row ${i}: CSV ${csv[i]}`);
          if (!spoken(el).includes(figure)) wrong.push(`${name} row ${i}: spoken "${spoken(el)}"`);
          if (!told(el).join(' ').includes(figure))
            wrong.push(`${name} row ${i}: tooltip "${told(el).join(' ')}"`);
          if (rows.length <= 3 && !summary.some((number) => number === bare || number.endsWith(bare)))
            wrong.push(`${name} row ${i}: ${figure} is not in the summary (${summary.join(' ')})`);
        }
        el.remove();
      }
      expect(wrong).to.deep.equal([]);
    });

  it('says no word of change and no percentage about the article’s figures, seen, spoken or exported', async () => {
    for (const lang of ['en', 'fr']) {
      const { el } = await draw(contracts['article'], { attributes: { lang } });
      one(el, '.fold')!.click();
      await until(() => one(el, 'table'), 'the table');
      const leaves: string[] = [];
      const walker = document.createTreeWalker(el.shadowRoot!, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) leaves.push(clean(walker.currentNode.textContent));
      const texts = [
        ...leaves,
        el.toCSV(),
        ...all(el, '[aria-label]').map((node) => node.getAttribute('aria-label')!),
      ];
      await enter(el);
      texts.push(spoken(el), ...told(el));
      await press('End');
      texts.push(spoken(el), ...told(el));
      const svg = new DOMParser().parseFromString(el.toSVG(), 'image/svg+xml');
      for (const node of svg.querySelectorAll('title, desc, text')) texts.push(clean(node.textContent));
      expect(texts.length).to.be.above(40);
      for (const text of texts) {
        expect(text).not.to.match(/53|%|pour cent|per ?cent/);
        expect(text).not.to.match(
          /\b(fell|down|drop(ped)?|declined?|decreased?|rose|up|baisse|recul|chute|hausse)\b/i,
        );
        expect(text).not.to.match(/killed by|tués par/);
      }
    }
  });
});

describe('access: styling', () => {
  it('has every part that is promised', async () => {
    const address = await serve(json(contracts['corrected']));
    const { el, heard } = put({ attributes: { src: address.url } });
    await until(() => heard.ready.length, 'ready');
    const article = await draw(contracts['article']);
    const parts = new Set(
      [...all(el, '[part]'), ...all(article.el, '[part]')].flatMap((node) => [...node.part]),
    );
    expect([...parts]).to.include.members(
      'title subtitle note figure plot mark axis label key caveat source table toolbar message'.split(' '),
    );
  });

  it('takes its colours and its font from custom properties', async () => {
    const into = place();
    const colours = {
      text: 'rgb(1, 2, 3)',
      muted: 'rgb(4, 5, 6)',
      surface: 'rgb(251, 252, 253)',
      grid: 'rgb(7, 8, 9)',
      accent: 'rgb(10, 11, 12)',
      focus: 'rgb(13, 14, 15)',
    };
    for (const theme of ['light', 'dark']) {
      for (const [role, value] of Object.entries(colours))
        into.style.setProperty(`--sahel-color-${role}`, value);
      into.style.setProperty('--sahel-font-family', 'monospace');
      const { el } = await draw(contracts['break-between'], { into, attributes: { theme } });
      const style = (node: Element | null): CSSStyleDeclaration => getComputedStyle(node!);
      expect(style(one(el, '[part~=title]')).color).to.equal(colours.text);
      expect(style(one(el, '[part~=title]')).fontFamily).to.equal('monospace');
      expect(style(one(el, '[part~=subtitle]')).color).to.equal(colours.muted);
      expect(style(one(el, '[part~=figure]')!.parentElement).backgroundColor).to.equal(colours.surface);
      expect(all(el, '[part~=mark]').some((mark) => style(mark).fill === colours.accent)).to.equal(true);
      expect(all(el, '[part~=axis]').some((axis) => style(axis).stroke === colours.grid)).to.equal(true);
      expect(all(el, '[part~=label]').some((label) => style(label).fill === colours.text)).to.equal(true);
      expect(
        all(el, '[part~=label] text').every((label) => style(label).fontFamily === 'monospace'),
      ).to.equal(true);
      await enter(el);
      await press('ArrowRight');
      expect(style(cell(el)).outlineColor).to.equal(colours.focus);
    }
  });

  it('lets a page style its parts', async () => {
    const sheet = document.createElement('style');
    sheet.textContent = `.paper::part(title){color:rgb(200, 0, 0)} .paper::part(source){text-transform:uppercase}
      .paper::part(mark){fill:rgb(0, 0, 200)} .paper::part(label){font-weight:700}`;
    document.head.append(sheet);
    const { el } = await draw(contracts['break-between'], { attributes: { class: 'paper' } });
    expect(getComputedStyle(one(el, '[part~=title]')!).color).to.equal('rgb(200, 0, 0)');
    expect(getComputedStyle(one(el, '[part~=source]')!).textTransform).to.equal('uppercase');
    expect(getComputedStyle(one(el, '[part~=mark]')!).fill).to.equal('rgb(0, 0, 200)');
    sheet.remove();
  });

  for (const name of ['article', 'few-days', 'months-partial', 'late-start', 'same-days'])
    it(`cannot be made by a page to fill a partial column of ${name} solid`, async () => {
      const sheet = document.createElement('style');
      const red = 'rgb(255, 0, 0)';
      sheet.textContent = ['mark', 'axis', 'label', 'plot', 'figure', 'key']
        .map(
          (part) =>
            `.paper::part(${part}){fill:${red}!important;stroke:${red}!important;fill-opacity:1!important;stroke-opacity:1!important;opacity:1!important;stroke-width:1px!important}`,
        )
        .join('');
      document.head.append(sheet);
      const data = contracts[name];
      const { el } = await draw(data, { attributes: { class: 'paper', ...bare } });
      const described = describeContract(data);
      const status = described.columns.findIndex(({ key }) => key === 'status');
      const partial = described.rows.flatMap((row, i) =>
        row[status] === 'partial' && data.rows[i].value > 0 ? [i] : [],
      );
      expect(partial.length, 'partial rows with a figure').to.be.above(0);
      await enter(el);
      const paths = [...drawing(el)!.querySelectorAll<SVGPathElement>('path')];
      const matrix = drawing(el)!.getScreenCTM()!.inverse();
      let at = 0;
      for (const i of partial) {
        for (; at < i; at++) await press('ArrowRight');
        const box = cell(el)!.getBoundingClientRect();
        let solid = 0;
        const grid = 12;
        for (let x = 1; x < grid; x++)
          for (let y = 1; y < grid; y++) {
            const point = new DOMPoint(
              box.left + (box.width * x) / grid,
              box.top + (box.height * y) / grid,
            ).matrixTransform(matrix);
            const covered = paths.some((path) => {
              const { fill, fillOpacity } = getComputedStyle(path);
              return fill !== 'none' && Number(fillOpacity) > 0.5 && path.isPointInFill(point);
            });
            if (covered) solid++;
          }
        // An event may stand in front of the column; nothing may fill it.
        expect(solid / (grid - 1) ** 2, `${described.rows[i]![0]}: solid part`).to.be.below(0.25);
      }
      sheet.remove();
    });

  it('shows a focus ring on everything that takes the focus by keyboard', async () => {
    const { el } = await draw(
      contract('x', [1, 2], { source: { producer: 'P', asOf: '2024-01-31', url: 'https://example.org/' } }),
    );
    const before = document.createElement('button');
    el.before(before);
    before.focus();
    for (let i = 0; i < 6; i++) {
      await press('Tab');
      const at = el.shadowRoot!.activeElement;
      if (!at) continue;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      expect(outlineStyle, at.localName).not.to.equal('none');
      expect(parseFloat(outlineWidth), at.localName).to.be.at.least(2);
    }
  });
});

describe('access: a fallback', () => {
  it('stays as the page has set it while the chart is idle and loading: colours, letters, direction', async () => {
    const into = place({
      width: '600px',
      font: '17px/1.7 serif',
      color: 'rgb(10, 20, 30)',
      letterSpacing: '1px',
    });
    into.dir = 'rtl';
    const waiting = await serve(json(contract('x'), { hold: 'access-fallback' }));
    const look = (node: Element): string[] => {
      const { color, font, letterSpacing, direction, textAlign } = getComputedStyle(node);
      return [color, font, letterSpacing, direction, textAlign];
    };
    const plain = document.createElement('p');
    plain.textContent = 'A fallback.';
    into.append(plain);
    for (const theme of ['light', 'dark'])
      for (const src of ['', waiting.url]) {
        const attributes = { theme, lang: 'fr', loading: 'eager', ...(src && { src }) };
        const { el } = put({ attributes, fallback: 'A fallback.', into });
        await until(() => el.status === (src ? 'loading' : 'idle'), 'the state');
        await el.updateComplete;
        await settle();
        expect(look(el.querySelector('.fallback')!), `${theme}, ${el.status}`).to.deep.equal(look(plain));
        el.remove();
      }
  });
});

describe('access: what is drawn is said', () => {
  it('keeps the source in the figure, whatever a page leaves out', async () => {
    const { el } = await draw(contracts['article'], { attributes: { ...bare, 'no-title': '' } });
    expect(isSeen(one(el, '[part~=source]'))).to.equal(true);
    expect(said(el, 'source')).to.equal(clean(describeContract(contracts['article']).source.text));
    expect(said(el, 'caveat')).to.include(contracts['article'].caveat.en);
  });
});

noErrorReachedThePage();
