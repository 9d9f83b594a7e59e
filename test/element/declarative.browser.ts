// Charts that a server has drawn: complete before any script, and the same chart when the element takes over.
import '../../src/define.js';
import { writeEmbed } from '../../src/embed/forms.js';
import { renderElement } from '../../src/static/index.js';
import { prepare } from '../../src/static/still.js';
import { writeTable } from '../../src/static/table.js';
import {
  all,
  type Chart,
  clean,
  contract,
  drawing,
  expect,
  frameAt,
  framePage,
  isSeen,
  listen,
  noErrorReachedThePage,
  one,
  pause,
  place,
  said,
  settle,
  until,
  watchPage,
} from '../support/browser/page.js';
import { cell, focused, press, spoken, told } from '../support/browser/reader.js';
import {
  define,
  differences,
  look,
  marks,
  pageOf,
  SERVED,
  servePage,
  visibleWords,
} from '../support/browser/served.js';
import { fixtures, freshName, open, serve } from '../support/browser/server.js';

watchPage();

let contracts: any[];
before(async () => {
  const lists: Record<string, Record<string, any>> = {};
  for (const [chart] of SERVED) lists[chart] = await fixtures(chart);
  contracts = SERVED.map(([chart, name]) => lists[chart]![name]);
});

/** Nothing is left of what the server wrote, and nothing stands twice. */
function expectOnce(el: Chart): void {
  expect(all(el, 'figure'), 'figures').to.have.length(1);
  expect(all(el, '[part~=plot]'), 'plots').to.have.length(1);
  expect(all(el, '.chart'), 'charts').to.have.length(1);
  expect(all(el, 'style'), 'style elements').to.have.length(0);
}

const isReady = ({ status }: Chart): boolean => status === 'ready';

for (const width of [320, 640, 1200])
  describe(`declarative: ${width} px`, () => {
    it('is complete before any script: drawing, words, source and table', async () => {
      const { charts } = await servePage(contracts, { width });
      expect(charts).to.have.length(SERVED.length);
      for (const [i, el] of charts.entries()) {
        const what = SERVED[i]!.join('/');
        expect(el.shadowRoot, `${what}: a shadow root by the parser`).not.to.equal(null);
        expect(el.getBoundingClientRect().width, what).to.equal(width);
        expect(isSeen(drawing(el)), what).to.equal(true);
        expect(drawing(el)!.viewBox.baseVal.width, what).to.equal(width - 32);
        for (const part of ['title', 'subtitle', 'source'])
          expect(said(el, part), `${what} ${part}`).not.to.equal('');
        one(el, '.fold')!.click();
        expect(isSeen(one(el, 'table')), `${what}: the table opens without a script`).to.equal(true);
        expect(all(el, 'tbody tr').length, what).to.be.at.least(contracts[i].rows?.length ?? 8);
        // A button that can do nothing yet takes no focus.
        for (const button of all(el, 'button')) {
          button.focus();
          expect(el.shadowRoot!.activeElement === button, `${what}: a dead button`).to.equal(false);
        }
      }
    });

    it('is the same chart once the element is defined: same words, same marks, everything in its place', async function () {
      this.timeout(30_000);
      const page = await servePage(contracts, { width });
      const served = page.charts.map((el) => ({
        words: visibleWords(el),
        marks: marks(el),
        look: look(el),
      }));
      const height = page.document.documentElement.scrollHeight;
      define(page);
      await until(() => page.charts.every(isReady), 'ready', 15_000);
      await settle();
      await settle();
      for (const [i, el] of page.charts.entries()) {
        const what = SERVED[i]!.join('/');
        expectOnce(el);
        expect(visibleWords(el), what).to.equal(served[i]!.words);
        expect(differences(served[i]!.marks, marks(el)), what).to.deep.equal([]);
        expect(differences(served[i]!.look, look(el)), what).to.deep.equal([]);
      }
      expect(page.document.documentElement.scrollHeight).to.equal(height);
      expect(page.window.heard.toSorted()).to.deep.equal(
        page.charts.map(({ localName }) => `sahel-ready ${localName}`).toSorted(),
      );
    });
  });

describe('declarative: the element takes over', () => {
  it('can be read by keyboard, opened as a table, and fed with new data', async function () {
    this.timeout(30_000);
    const page = await servePage(contracts, { width: 640 });
    define(page);
    await until(() => page.charts.every(isReady), 'ready', 15_000);
    await settle();
    for (const [i, el] of page.charts.entries()) {
      const what = SERVED[i]!.join('/');
      page.iframe.focus();
      el.scrollIntoView();
      cell(el)!.focus();
      await settle();
      const first = spoken(el);
      expect(first, what).not.to.equal('');
      expect(told(el).join(' '), what).not.to.equal('');
      await press('ArrowRight');
      expect(spoken(el), what).not.to.equal(first);
      expect(focused(page.document) === cell(el), `${what}: the focus`).to.equal(true);
      one(el, '.fold')!.click();
      await until(() => one(el, 'table'), `${what}: the table`);
      expect(el.toCSV().split('\r\n').length, what).to.be.above(2);
      // The element and the command line hand out the same file.
      expect(el.toCSV(), what).to.equal(writeTable(prepare(contracts[i])));
    }
    const [el] = page.charts;
    el!.data = contract('new data');
    await until(() => said(el!, 'title') === 'new data', 'the new data');
    expectOnce(el!);
  });

  it('shows French as served until French has come, and then the same words', async function () {
    this.timeout(30_000);
    const page = await servePage(contracts, { width: 640, lang: 'fr' });
    const words = page.charts.map(visibleWords);
    const looks = page.charts.map(look);
    expect(words[0]).to.match(/Civils tués au Mali/);
    const seen = new Set<string>();
    define(page);
    await until(() => {
      for (const el of page.charts) seen.add(visibleWords(el));
      return page.charts.every(isReady) && page.charts.every((el) => one(el, '.explorer'));
    }, 'ready');
    await settle();
    expect(
      [...seen].filter((text) => !words.includes(text)),
      'words that came between',
    ).to.deep.equal([]);
    page.charts.forEach((el, i) => expect(differences(looks[i]!, look(el)), el.localName).to.deep.equal([]));
    page.charts.forEach(expectOnce);
  });

  it('keeps theme, view and highlight that the server drew', async function () {
    this.timeout(30_000);
    const [, , attribution] = contracts;
    for (const options of [
      { theme: 'dark', view: 'share' },
      { theme: 'light', view: 'involved' },
      { theme: 'auto', highlight: 'hill' },
    ] as const) {
      const page = await servePage([attribution], { width: 640, ...options });
      const [el] = page.charts;
      const served = [...marks(el!), ...look(el!)];
      define(page);
      await until(() => isReady(el!), 'ready', 9000);
      await settle();
      expect(differences(served, [...marks(el!), ...look(el!)]), JSON.stringify(options)).to.deep.equal([]);
      expect(el!.notes.map(({ code }) => code)).to.deep.equal([]);
    }
  });

  it('draws itself for its own width where the server had guessed another', async function () {
    this.timeout(30_000);
    const page = await servePage([contracts[1]], { width: 640 });
    const [el] = page.charts;
    el!.parentElement!.style.width = '420px';
    define(page);
    await until(() => isReady(el!), 'ready', 9000);
    await settle();
    expectOnce(el!);
    expect(drawing(el!)!.viewBox.baseVal.width).to.equal(420 - 32);
  });

  it('leaves the served picture until the rest of the page has come, and says nothing before', async function () {
    this.timeout(30_000);
    const gates = [freshName(), freshName()];
    const text = renderElement(contracts[0], { width: 640 });
    const cuts = [text.indexOf('</template>') + '</template>'.length, text.length - 400];
    const address = await serve({
      headers: { 'content-type': 'text/html; charset=utf-8' },
      chunks: [
        {
          // Asynchronous: it does not wait for the end of the page.
          text: `<!doctype html><html lang="en"><title>slow</title>
            <script>window.heard = []; for (const type of ['sahel-ready', 'sahel-error', 'error'])
              addEventListener(type, ({ type }) => heard.push(type))</script>
            <script type="module" async src="/src/define.ts"></script><div style="width:640px">${text.slice(0, cuts[0])}`,
        },
        { text: text.slice(cuts[0], cuts[1]), gate: gates[0]! },
        { text: `${text.slice(cuts[1])}</div></html>`, gate: gates[1]! },
      ],
    });
    const iframe = await frameAt(address.url, false);
    const here = (): Chart | null => pageOf(iframe).charts[0] ?? null;
    await until(() => iframe.contentDocument?.readyState === 'loading' && here(), 'the served chart');
    const words = visibleWords(here()!);
    await until(() => here()!.status === 'idle', 'the definition', 9000);
    await settle();
    expect(visibleWords(here()!)).to.equal(words);
    expect(isSeen(drawing(here()!))).to.equal(true);
    await open(gates[0]!);
    await pause(150);
    expect(iframe.contentDocument!.readyState).to.equal('loading');
    expect(visibleWords(here()!), 'with half of the contract').to.equal(words);
    const { window: inner } = pageOf(iframe);
    expect(inner.heard).to.deep.equal([]);
    await open(gates[1]!);
    await until(() => isReady(here()!), 'ready');
    await settle();
    expect(visibleWords(here()!)).to.equal(words);
    expectOnce(here()!);
    expect(inner.heard).to.deep.equal(['sahel-ready']);
  });

  it('takes over at once where a script puts served HTML into a page that knows the element', async () => {
    const html = contracts.map((data) => renderElement(data, { width: 640 })).join('');
    const into = place({ width: '640px' });
    const heard = listen(into);
    (into as HTMLElement & { setHTMLUnsafe(html: string): void }).setHTMLUnsafe(html);
    await until(() => heard.ready.length === contracts.length, 'ready');
    await settle();
    for (const el of into.querySelectorAll<Chart>(':scope > *')) {
      expectOnce(el);
      expect(isSeen(drawing(el))).to.equal(true);
      expect(el.status).to.equal('ready');
    }
  });
});

describe('declarative: the snippet of the form script', () => {
  const WIDTHS = [240, 280, 330, 412, 479, 480, 552, 640, 737, 959, 960, 1104, 1200];
  for (const lang of ['en', 'ar'])
    it(`has the height of the live chart at every width before it comes, in ${lang}`, async function () {
      this.timeout(60_000);
      for (const [i, data] of contracts.entries()) {
        const what = SERVED[i]!.join('/');
        const { snippet } = writeEmbed(data, 'page', {
          lang,
          code: { [`${SERVED[i]![0]}.js`]: '', [`lang/${lang}.js`]: '' },
        });
        const element = /<sahel-[\s\S]*<\/sahel-[a-z-]+>/.exec(snippet)![0];
        const columns = WIDTHS.map((width) => `<div style="width:${width}px">${element}</div><p>After.</p>`);
        const { charts, ...page } = pageOf(
          await framePage(`<!doctype html><html lang="en"><title>columns</title>${columns.join('')}</html>`),
        );
        const live = charts.filter(({ localName }) => localName.startsWith('sahel-'));
        page.iframe.width = '1300';
        await settle();
        const heights = (): number[] => live.map((el) => el.getBoundingClientRect().height);
        const before = heights();
        expect(live, what).to.have.length(WIDTHS.length);
        for (const el of live) {
          // One drawing is seen, by a reader without script too, and no button.
          expect(all(el, '.plot > svg').filter(isSeen), what).to.have.length(1);
          expect(
            all(el, 'button').filter((one) => getComputedStyle(one).visibility !== 'hidden'),
            what,
          ).to.have.length(0);
        }
        define({ charts, ...page });
        await until(() => live.every((el) => isReady(el) && one(el, '.explorer')), 'ready', 15_000);
        await settle();
        await settle();
        const changed = heights().flatMap((height, k) =>
          Math.abs(height - before[k]!) > 0.6 ? [`${WIDTHS[k]} px: ${before[k]} → ${height}`] : [],
        );
        expect(changed, what).to.deep.equal([]);
        live.forEach(expectOnce);
        page.iframe.remove();
      }
    });
});

describe('declarative: a contract that is refused', () => {
  const cases: [string, (text: string) => string][] = [
    ['is refused', (text) => text.replace('"value":', '"value":-')],
    ['is no JSON', (text) => text.replace('"schema":', '"schema"')],
    ['is of a later version', (text) => text.replace(/"schema":"([\w-]+)\/1"/, '"schema":"$1/9"')],
  ];
  for (const [what, change] of cases)
    it(`replaces the served picture by one sentence when the contract ${what}`, async function () {
      this.timeout(30_000);
      for (const [i, data] of contracts.entries()) {
        const page = await servePage([data], { width: 640 }, change);
        const [el] = page.charts;
        const where = SERVED[i]!.join('/');
        expect(isSeen(drawing(el!)), where).to.equal(true);
        define(page);
        await until(() => el!.status === 'error', `${where}: an error`, 9000);
        await settle();
        expect(all(el!, 'figure, svg, table, style'), where).to.have.length(0);
        const alerts = all(el!, '[role=alert]');
        expect(alerts, where).to.have.length(1);
        expect(isSeen(alerts[0]!), where).to.equal(true);
        expect(visibleWords(el!), where).to.equal(clean(alerts[0]!.textContent));
        expect(page.window.heard, where).to.deep.equal([`sahel-error ${el!.localName}`]);
        page.iframe.remove();
      }
    });

  it('shows the picture again when the contract is mended', async function () {
    this.timeout(30_000);
    const page = await servePage([contracts[0]], { width: 640 }, (text) =>
      text.replace('"value":', '"value":-'),
    );
    const [el] = page.charts;
    define(page);
    await until(() => el!.status === 'error', 'an error', 9000);
    el!.querySelector('script')!.textContent = JSON.stringify(contracts[0]);
    await until(() => isReady(el!), 'ready');
    await settle();
    expectOnce(el!);
    expect(isSeen(drawing(el!))).to.equal(true);
  });
});

noErrorReachedThePage();
