import '../../src/define.js';
import {
  all,
  type Chart,
  clean,
  clearPage,
  contract,
  draw,
  expect,
  one,
  until,
} from '../support/browser/page.js';
import { cell, enter, focused, press } from '../support/browser/reader.js';

const rows = [
  { period: '2021', value: 1200 },
  { period: '2022', value: null },
  { period: '2023', value: 95 },
  { period: '2024', value: 310 },
];
const figures = (): unknown => ({ ...contract('Sorted'), rows });

async function openTable(el: Chart): Promise<void> {
  one(el, 'summary')!.click();
  await until(() => one(el, 'table'), 'the table');
}
const periods = (el: Chart): string[] => all(el, 'tbody th').map(({ textContent }) => clean(textContent));
const heading = (el: Chart, text: string): HTMLElement =>
  all(el, 'thead th').find(({ textContent }) => clean(textContent) === text)!;
async function sortBy(el: Chart, text: string): Promise<string | null> {
  heading(el, text).querySelector('button')!.click();
  await el.updateComplete;
  return heading(el, text).getAttribute('aria-sort');
}

describe('tools: a table that sorts', () => {
  afterEach(clearPage);

  it('sorts by number, not by digits, up and down and back; what is not known stands last', async () => {
    const { el } = await draw(figures());
    await openTable(el);
    expect(await sortBy(el, 'Killed')).to.equal('ascending');
    expect(periods(el)).to.deep.equal(['2023', '2024', '2021', '2022']);
    expect(await sortBy(el, 'Killed')).to.equal('descending');
    expect(periods(el)).to.deep.equal(['2021', '2024', '2023', '2022']);
    expect(await sortBy(el, 'Killed')).to.equal('none');
    expect(periods(el)).to.deep.equal(['2021', '2022', '2023', '2024']);
  });

  it('sorts by the calendar where the column is the period, and begins anew with new data', async () => {
    const { el } = await draw(figures());
    await openTable(el);
    await sortBy(el, 'Period');
    await sortBy(el, 'Period');
    expect(periods(el)).to.deep.equal(['2024', '2023', '2022', '2021']);
    el.data = figures();
    await el.updateComplete;
    expect(periods(el)).to.deep.equal(['2021', '2022', '2023', '2024']);
  });
});

describe('tools: the list of keys', () => {
  afterEach(clearPage);

  it('is shown by ?, and closed first by Escape, then the tooltip, then the chart is left', async () => {
    const { el } = await draw(figures());
    await enter(el);
    const list = (): string => clean(one(el, '.plot [role=status]')?.textContent);
    expect(list()).to.equal('');
    await press('?');
    for (const key of ['← →', 'Home', '[ ]', 'Enter', 'Esc', '?']) expect(list()).to.include(key);
    expect(list()).not.to.include('↑');
    await press('Escape');
    expect(list()).to.equal('');
    expect(one(el, '.tip')).not.to.equal(null);
    await press('Escape');
    expect(one(el, '.tip')).to.equal(null);
    expect(focused()).to.equal(cell(el));
    await press('Escape');
    expect(focused()).not.to.equal(cell(el));
  });
});

describe('tools: sound', () => {
  afterEach(clearPage);
  const player = (el: Chart): HTMLButtonElement | undefined =>
    all<HTMLButtonElement>(el, 'button').find(({ textContent }) => /sound|Stop/.test(textContent));

  it('is offered where there are two figures to hear, unless the author says no', async () => {
    const { el } = await draw(figures());
    expect(clean(player(el)?.textContent)).to.equal('Play as sound');
    el.noSound = true;
    await el.updateComplete;
    expect(player(el)).to.equal(undefined);
    const { el: single } = await draw({ ...contract('One'), rows: rows.slice(0, 2) });
    expect(player(single)).to.equal(undefined);
  });

  it('sounds nothing before the click, and Escape ends it', async () => {
    const made: unknown[] = [];
    const Real = globalThis.AudioContext;
    globalThis.AudioContext = class extends Real {
      constructor() {
        super();
        made.push(this);
      }
    };
    try {
      const { el } = await draw(figures());
      expect(made).to.have.length(0);
      player(el)!.click();
      await until(() => made.length === 1, 'the sound');
      await until(() => clean(player(el)?.textContent) === 'Stop', 'the word Stop');
      await press('Escape');
      await until(() => clean(player(el)?.textContent) === 'Play as sound', 'the end');
      expect(one(el, '.tip')).to.equal(null);
    } finally {
      globalThis.AudioContext = Real;
    }
  });
});
