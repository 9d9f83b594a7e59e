// Paper: what the browser's own announcement does, before the page is put on paper and after.
import '../../src/define.js';
import {
  all,
  type Chart,
  contract,
  draw,
  drawing,
  expect,
  isSeen,
  noErrorReachedThePage,
  one,
  pause,
  place,
  put,
  said,
  settle,
  tagOf,
  until,
  watchPage,
} from '../support/browser/page.js';
import { cell, enter, focused, press, spoken, told } from '../support/browser/reader.js';
import { fixtures } from '../support/browser/server.js';

watchPage();

/** The element is laid out 600 px wide on paper; the drawing lacks 16 px on each side. */
const PAPER = 600 - 32;

const contracts: Record<string, Record<string, any>> = {};
before(async () => {
  for (const chart of ['casualties', 'attribution', 'gold-gauge']) contracts[chart] = await fixtures(chart);
});
// A page must not stay in the state of being printed.
afterEach(() => window.dispatchEvent(new Event('afterprint')));

const beforePrint = (): unknown => window.dispatchEvent(new Event('beforeprint'));
const afterPrint = (): unknown => window.dispatchEvent(new Event('afterprint'));
const drawnFor = (el: Chart): number | undefined => drawing(el)?.viewBox.baseVal.width;
const rowCount = (el: Chart): number => all(el, 'tbody tr').length;
const isTableOpen = (el: Chart): boolean => one(el, '.fold')!.getAttribute('aria-expanded') === 'true';

/** Every event of ours that reaches the page from now on. */
function pageEvents(): string[] {
  const heard: string[] = [];
  for (const type of ['sahel-ready', 'sahel-error', 'sahel-select'])
    window.addEventListener(type, ({ type: name }) => heard.push(name));
  return heard;
}

for (const [chart, name, rows] of [
  ['casualties', 'mali-ucdp', 13],
  ['attribution', 'four-actors', 40],
  ['gold-gauge', 'industrial-2024', 8],
] as const)
  describe(`print: ${chart}`, () => {
    it('is drawn at paper width with its table before beforeprint is over, and as it was after afterprint', async () => {
      const { el } = await draw(contracts[chart]![name], { into: place({ width: '1440px' }) });
      await settle();
      const onScreen = drawing(el)!.outerHTML;
      const parts = all(el, '*').length;
      expect(drawnFor(el)).to.equal(1440 - 32);
      expect(isTableOpen(el)).to.equal(false);
      const heard = pageEvents();
      for (const isSlow of [false, true, false]) {
        beforePrint();
        // Nothing is waited for here: the page goes on paper now.
        expect(drawnFor(el), 'width on paper').to.equal(PAPER);
        expect(isTableOpen(el), 'the table on paper').to.equal(true);
        expect(rowCount(el)).to.equal(rows);
        expect(isSeen(one(el, 'table'))).to.equal(true);
        expect(one(el, '.chart')!.classList.contains('wide'), 'laid out as a wide page').to.equal(false);
        if (isSlow) {
          await settle();
          await pause(60);
          expect(drawnFor(el)).to.equal(PAPER);
          expect(rowCount(el)).to.equal(rows);
        }
        afterPrint();
        expect(drawnFor(el), 'width on the screen again').to.equal(1440 - 32);
        expect(isTableOpen(el), 'the table is closed again').to.equal(false);
        await settle();
        await pause(60);
        expect(isTableOpen(el), 'and stays closed').to.equal(false);
        expect(rowCount(el)).to.equal(0);
        expect(drawing(el)!.outerHTML === onScreen, 'the same drawing as before').to.equal(true);
        expect(all(el, '*').length).to.equal(parts);
      }
      expect(heard).to.deep.equal([]);
    });
  });

describe('print: what the reader had', () => {
  it('leaves a table open that the reader had opened, on its page', async () => {
    const { el } = await draw(contracts['casualties']!['days']);
    one(el, '.fold')!.click();
    await until(() => one(el, 'table'), 'the table');
    all(el, '.table button').at(-1)!.click();
    await el.updateComplete;
    const [first, count] = [said(el, 'table'), rowCount(el)];
    expect(count).to.equal(66);
    beforePrint();
    await settle();
    expect(said(el, 'table')).to.equal(first);
    afterPrint();
    await settle();
    await pause(30);
    expect(isTableOpen(el)).to.equal(true);
    expect(rowCount(el)).to.equal(count);
    expect(said(el, 'table')).to.equal(first);
  });

  it('lets the table be opened and closed as ever after printing', async () => {
    const { el } = await draw(contracts['casualties']!['article']);
    beforePrint();
    afterPrint();
    await settle();
    one(el, '.fold')!.click();
    await until(() => rowCount(el) === 2, 'the table');
    await settle();
    expect(isTableOpen(el)).to.equal(true);
    one(el, '.fold')!.click();
    await until(() => rowCount(el) === 0, 'a closed table');
    expect(isTableOpen(el)).to.equal(false);
  });

  it('keeps the focus on its mark, and the words of the tooltip', async () => {
    const { el } = await draw(contracts['attribution']!['four-actors'], {
      attributes: { 'no-download': '' },
      into: place({ width: '700px' }),
    });
    await enter(el);
    await press('ArrowRight', 'ArrowUp');
    const before = [spoken(el), ...told(el)];
    beforePrint();
    await settle();
    expect(focused() === cell(el), tagOf(focused())).to.equal(true);
    afterPrint();
    await settle();
    expect(focused() === cell(el), tagOf(focused())).to.equal(true);
    expect([spoken(el), ...told(el)]).to.deep.equal(before);
  });

  it('opens no table where the page wants none', async () => {
    const { el } = await draw(contracts['casualties']!['article'], { attributes: { 'no-table': '' } });
    beforePrint();
    expect(drawnFor(el)).to.equal(PAPER);
    expect(tagOf(one(el, 'table'))).to.equal('nothing');
    afterPrint();
  });
});

describe('print: at any moment', () => {
  it('does no harm to elements that have nothing to print', async () => {
    const { article, empty, withdrawn } = contracts['casualties']!;
    const idle = put().el;
    const drawn = [(await draw(empty)).el, (await draw(withdrawn)).el];
    const { el: failed, heard } = put({ set: { data: contract('x', [-1]) } });
    await until(() => heard.errors.length, 'an error');
    const elements = [idle, failed, ...drawn];
    const states = elements.map(({ status }) => status);
    const texts = elements.map((el) => el.shadowRoot!.textContent);
    const events = pageEvents();
    beforePrint();
    await settle();
    afterPrint();
    await settle();
    expect(elements.map(({ status }) => status)).to.deep.equal(states);
    expect(elements.map((el) => el.shadowRoot!.textContent)).to.deep.equal(texts);
    expect(events).to.deep.equal([]);
    expect((await draw(article)).el.status).to.equal('ready');
  });

  it('puts new data that comes during the printing on paper, and at its own width after', async () => {
    const { el, heard } = await draw(contract('before'), { into: place({ width: '1440px' }) });
    beforePrint();
    el.data = contract('during', [1, 2, 3, 4]);
    await until(() => heard.ready.length === 2, 'the new data');
    expect(drawnFor(el)).to.equal(PAPER);
    expect(rowCount(el)).to.equal(4);
    afterPrint();
    expect(drawnFor(el)).to.equal(1440 - 32);
    expect(said(el, 'title')).to.equal('during');
    expect(heard.events).to.have.length(2);
  });

  it('prints a chart in a closed tab too, and draws it at its own width when the tab is opened', async () => {
    const into = place({ display: 'none', width: '500px' });
    const { el, heard } = put({ into, set: { data: contracts['casualties']!['article'] } });
    await settle();
    expect(tagOf(drawing(el))).to.equal('nothing');
    beforePrint();
    expect(drawnFor(el)).to.equal(PAPER);
    afterPrint();
    into.style.display = '';
    await until(
      () => drawnFor(el) === 500 - 32,
      () => `a drawing of 468 px, not ${drawnFor(el)}`,
    );
    expect(heard.ready).to.have.length(1);
    expect(heard.errors).to.deep.equal([]);
  });

  it('hears nothing of paper once it has left the page, and does again when it is back', async () => {
    const { el } = await draw(contracts['casualties']!['article'], { into: place({ width: '700px' }) });
    el.remove();
    await settle();
    beforePrint();
    expect(drawnFor(el)).to.equal(700 - 32);
    afterPrint();
    place({ width: '700px' }).append(el);
    await settle();
    beforePrint();
    expect(drawnFor(el)).to.equal(PAPER);
    afterPrint();
    expect(drawnFor(el)).to.equal(700 - 32);
  });
});

noErrorReachedThePage();
