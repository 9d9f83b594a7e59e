import '../../src/define.js';
import {
  all,
  type Chart,
  clean,
  clearPage,
  contract,
  draw,
  expect,
  framePage,
  isSeen,
  one,
  until,
} from '../support/browser/page.js';
import { cell, enter, focused, press, spoken, told } from '../support/browser/reader.js';
import { fixtures } from '../support/browser/server.js';

const rows = [
  { period: '2021', value: 1200 },
  { period: '2022', value: null },
  { period: '2023', value: 95 },
  { period: '2024', value: 310 },
];
const figures = (): unknown => ({ ...contract('Sorted'), rows });

async function openTable(el: Chart): Promise<void> {
  one(el, '.fold')!.click();
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
    const list = (): string =>
      all(el, '.help')
        .filter(isSeen)
        .map(({ textContent }) => clean(textContent))
        .join(' ');
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

  interface Sound {
    readonly pitch: number;
    readonly start: number;
    readonly stop: number;
  }
  /** Takes the place of the browser's own sound: notes what would be heard, and makes no noise. */
  async function listening(
    act: (heard: { made: number; closed: number; sounds: Sound[] }) => Promise<void>,
  ): Promise<void> {
    const heard = { made: 0, closed: 0, sounds: [] as Sound[] };
    const Real = globalThis.AudioContext;
    const silent = (): object => ({
      gain: { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined },
      connect: (next: unknown) => next,
    });
    globalThis.AudioContext = class {
      currentTime = 0;
      destination = {};
      constructor() {
        heard.made++;
      }
      createGain(): object {
        return silent();
      }
      createOscillator(): object {
        const frequency = { value: 0 };
        let start = NaN;
        return {
          ...silent(),
          frequency,
          start: (at: number) => (start = at),
          stop: (at: number) => heard.sounds.push({ pitch: frequency.value, start, stop: at }),
        };
      }
      close(): Promise<void> {
        heard.closed++;
        return Promise.resolve();
      }
    } as unknown as typeof AudioContext;
    try {
      await act(heard);
    } finally {
      globalThis.AudioContext = Real;
    }
  }
  const isPlaying = (el: Chart): boolean => player(el)?.dataset['playing'] === 'true';

  it('sounds nothing before the click; Escape, Stop, new data and leaving the page end it', async function () {
    this.timeout(20_000);
    await listening(async (heard) => {
      const { el } = await draw(figures());
      await enter(el);
      await press('ArrowRight');
      expect(heard.made).to.equal(0);
      const ends: [string, () => unknown][] = [
        ['Escape', () => press('Escape')],
        ['Stop', () => player(el)!.click()],
        ['new data', () => (el.data = figures())],
        ['refused data', () => (el.data = { schema: 'casualties/1' })],
        ['leaving', () => el.remove()],
      ];
      for (const [i, [what, end]] of ends.entries()) {
        player(el)!.click();
        await until(() => heard.made === i + 1 && isPlaying(el), `${what}: the sound`);
        expect(clean(player(el)!.textContent)).to.equal('Stop');
        expect(heard.closed, what).to.equal(i);
        await end();
        await until(() => heard.closed === i + 1, `${what}: the end`);
        if (what !== 'leaving') await until(() => !isPlaying(el), `${what}: the word Play`);
        if (what === 'refused data') {
          el.data = figures();
          await until(() => player(el), 'the button');
        }
      }
    });
  });

  it('is ended by Escape though the list of keys is open, and by the sound of another chart', async function () {
    this.timeout(20_000);
    await listening(async (heard) => {
      const { el } = await draw(figures());
      const { el: other } = await draw(figures());
      await enter(el);
      await press('?');
      player(el)!.click();
      await until(() => isPlaying(el), 'the sound');
      await press('Escape');
      await until(() => heard.closed === 1 && !isPlaying(el), 'the end');
      player(el)!.click();
      await until(() => isPlaying(el), 'the sound again');
      player(other)!.click();
      await until(() => isPlaying(other) && !isPlaying(el), 'the other alone');
      expect(heard.closed).to.equal(2);
      await press('Escape');
    });
  });

  it('leaves the reader where the reader was', async function () {
    this.timeout(20_000);
    await listening(async () => {
      const { el } = await draw(figures());
      await enter(el);
      await press('ArrowRight');
      const before = spoken(el);
      player(el)!.click();
      await until(() => isPlaying(el), 'the sound');
      one(el, '.cell:not([hidden])')!.focus();
      await until(() => !isPlaying(el), 'the end');
      await el.updateComplete;
      expect(spoken(el)).to.equal(before);
    });
  });

  it('is the higher the greater the figure, silent where there is none, and twice in short where a period is not over', async () => {
    const values = [1200, null, 95, 310, 0];
    const data = contract('Heard', values, { source: { producer: 'P', asOf: '2025-08-31' } });
    await listening(async ({ sounds }) => {
      const { el } = await draw(data);
      player(el)!.click();
      await until(() => sounds.length, 'sounds');
      // 2025 is not over: its 0 sounds twice.
      expect(sounds).to.have.length(5);
      const [first, third, fourth, ...last] = sounds as [Sound, Sound, Sound, Sound, Sound];
      const step = fourth.start - third.start;
      expect(third.start - first.start, 'a silence as long as a tone').to.be.closeTo(2 * step, 1e-9);
      expect(sounds.map(({ pitch }) => pitch)).to.deep.equal([
        880,
        220 * 2 ** ((2 * 95) / 1200),
        220 * 2 ** ((2 * 310) / 1200),
        220,
        220,
      ]);
      const long = first.stop - first.start;
      for (const { start, stop } of last) expect(stop - start).to.be.closeTo(long / 2, 1e-9);
      expect(last[1]!.start - last[0]!.start).to.be.closeTo(step / 2, 1e-9);
    });
  });

  it('shows each figure with its words while it sounds: the unknown one too, and that a period is not over', async function () {
    this.timeout(20_000);
    const data = contract('Heard', [1200, null, 95, 0], { source: { producer: 'P', asOf: '2024-08-31' } });
    await listening(async () => {
      const { el } = await draw(data);
      const seen: string[] = [];
      const note = (): void => {
        const text = told(el).join(' ');
        if (text && seen.at(-1) !== text) seen.push(text);
      };
      const observer = new MutationObserver(note);
      observer.observe(el.shadowRoot!, { childList: true, characterData: true, subtree: true });
      player(el)!.click();
      await until(() => isPlaying(el), 'the sound');
      await until(() => !isPlaying(el), 'the end');
      observer.disconnect();
      const years = seen.map((text) => /20\d\d/.exec(text)?.[0]);
      expect([...new Set(years)]).to.deep.equal(['2021', '2022', '2023', '2024']);
      expect(seen.find((text) => text.includes('2022'))).to.match(/not known|no figure/i);
      expect(seen.find((text) => text.includes('2024'))).to.match(/31 August/);
      expect(one(el, '.tip')).to.equal(null);
    });
  });

  it('tells the total while a stack sounds, and the part again when a pointer asks', async function () {
    this.timeout(20_000);
    const data = (await fixtures('attribution'))['four-actors'];
    const sum = (period: string): number =>
      data.rows.reduce((all: number, row: any) => all + (row.period === period ? row.value : 0), 0);
    await listening(async () => {
      const { el } = await draw(data);
      const seen = new Map<string, string>();
      const observer = new MutationObserver(() => {
        const text = told(el).join(' ');
        const year = /20\d\d/.exec(text)?.[0];
        if (year) seen.set(year, text);
      });
      observer.observe(el.shadowRoot!, { childList: true, characterData: true, subtree: true });
      player(el)!.click();
      await until(() => isPlaying(el), 'the sound');
      await until(() => !isPlaying(el), 'the end');
      observer.disconnect();
      const years = [...new Set<string>(data.rows.map(({ period }: any) => period))];
      expect([...seen.keys()]).to.deep.equal(years);
      for (const year of years) expect(seen.get(year)).to.include(`Total: ${sum(year).toLocaleString('en')}`);
    });
  });

  for (const [chart, name, count] of [
    ['casualties', 'mali-ucdp', 13],
    ['attribution', 'four-actors', 5],
    ['gold-gauge', 'industrial-2024', 6],
  ] as const)
    it(`is in step with the figures of ${chart}, and left out by no-sound`, async () => {
      const data = (await fixtures(chart))[name];
      const totals = new Map<string, number>();
      const rows = chart === 'gold-gauge' ? [...data.history, data.amount] : data.rows;
      for (const { period, value } of rows) totals.set(period, (totals.get(period) ?? 0) + value);
      await listening(async (heard) => {
        const { el } = await draw(data);
        player(el)!.click();
        await until(() => heard.sounds.length, 'sounds');
        const starts = [...new Set(heard.sounds.map(({ start }) => start))].sort((a, b) => a - b);
        const length = starts[1]! - starts[0]!;
        expect(totals.size).to.equal(count);
        const values = [...totals.values()];
        const greatest = Math.max(...values);
        for (const { start, pitch } of heard.sounds) {
          const i = Math.floor((start - starts[0]!) / length + 0.01);
          expect(pitch, `period ${i}`).to.be.closeTo(220 * 4 ** (values[i]! / greatest), 0.5);
        }
        await press('Escape');
        el.noSound = true;
        await el.updateComplete;
        expect(player(el)).to.equal(undefined);
      });
    });

  it('fetches its file on the first click, and not before', async () => {
    const page = await framePage(
      `<!doctype html><html lang="en"><title>sound</title><sahel-casualties><script type="application/json">${JSON.stringify(figures())}</script></sahel-casualties><script type="module" src="/src/define.ts"></script></html>`,
    );
    const el = page.contentDocument!.querySelector<Chart>('sahel-casualties')!;
    await until(() => el.status === 'ready' && player(el), 'ready', 9000);
    const asked = (): string[] =>
      page
        .contentWindow!.performance.getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => path.includes('/element/sound.'));
    expect(asked()).to.deep.equal([]);
    player(el)!.click();
    await until(() => asked().length, 'the file');
    player(el)!.click();
    await until(() => !isPlaying(el), 'the end');
    player(el)!.click();
    await until(() => isPlaying(el), 'again');
    expect(asked()).to.have.length(1);
  });
});
