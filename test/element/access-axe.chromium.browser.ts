// Axe over the whole product: every state, form of chart, theme and language.
import '../../src/define.js';
import {
  all,
  type Chart,
  clean,
  clearPage,
  contract,
  draw,
  expect,
  noErrorReachedThePage,
  one,
  place,
  put,
  settle,
  tagFor,
  until,
  watchPage,
} from '../support/browser/page.js';
import { type Form, formsOf, LANGUAGES, THEMES } from '../support/browser/forms.js';
import { cell, told } from '../support/browser/reader.js';
import { Address, fixtures, json, open, serve } from '../support/browser/server.js';

watchPage();

let forms: Form[];
const contracts: Record<string, Record<string, any>> = {};
before(async () => {
  forms = await formsOf();
  for (const chart of ['casualties', 'attribution', 'gold-gauge']) contracts[chart] = await fixtures(chart);
});

let audited = 0;
/** Charts beside each other are looked at in one run: axe tells of each of them. */
async function audit(charts: readonly Chart[]): Promise<void> {
  await settle();
  audited += charts.length;
  await expect(charts[0]!.parentElement!.parentElement!).to.be.accessible();
  clearPage();
}

/** A box for each chart, so far from the next that no tooltip stands over it. */
const box = (width: number): HTMLElement => place({ width: `${width}px`, margin: '0 0 200px' });

/** Every form in both themes, from `data`. */
const drawAll = (lang: string): Promise<Chart[]> =>
  Promise.all(
    forms.flatMap(({ name, data, view, width }) =>
      THEMES.map(async (theme) => {
        const attributes = { lang, theme, ...(view && { view }) };
        return (await draw({ ...data, title: `${name}, ${theme}` }, { attributes, into: box(width) })).el;
      }),
    ),
  );

/** Every form in both themes, from addresses that have answered once. */
async function loadAll(lang: string): Promise<[Chart, Address][]> {
  const found: [Chart, Address][] = [];
  for (const { data, view, width } of forms)
    for (const theme of THEMES) {
      const address = await serve(json(data));
      const attributes = { lang, theme, src: address.url, loading: 'eager', ...(view && { view }) };
      const { el } = put({ tag: tagFor(data), attributes, into: box(width) });
      found.push([el, address]);
    }
  await until(() => found.every(([{ status }]) => status === 'ready'), 'all ready');
  return found;
}

/** What a reader can do with a chart that is ready; each leaves it in a state to be looked at. */
const doings: Record<string, (charts: Chart[], lang: string) => Promise<void>> = {
  ready: () => Promise.resolve(),
  'table open': async (charts) => {
    for (const el of charts) one(el, '.fold')!.click();
    await until(() => charts.every((el) => one(el, 'table')), 'the tables');
  },
  'tooltip open': async (charts) => {
    for (const el of charts) cell(el)!.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    await settle();
    for (const el of charts) expect(told(el).length, 'words of the tooltip').to.be.at.least(2);
  },
  'list of keys open': async (charts) => {
    for (const el of charts)
      cell(el)!.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }));
    await settle();
    for (const el of charts) expect(all(el, '.help').length).to.be.at.least(6);
  },
  'sound playing': async (charts) => {
    const players = charts.flatMap((el) => all(el, '.tools button[data-playing]'));
    expect(players.length).to.be.at.least(charts.length - 4);
    // One chart of a page sounds at a time: each is asked, and the last one is heard.
    const isPlaying = (player: Element): boolean => player.getAttribute('data-playing') === 'true';
    for (const player of players) {
      player.click();
      await until(() => isPlaying(player), 'the sound');
    }
    await until(() => players.filter(isPlaying).length === 1, 'one sound');
  },
};

describe('access: axe finds nothing', () => {
  for (const lang of LANGUAGES) {
    for (const [state, act] of Object.entries(doings))
      it(`in any form of the three charts that is ${state}, light and dark (${lang})`, async function () {
        this.timeout(60_000);
        const charts = await drawAll(lang);
        for (const el of charts) expect(one(el, '.chart')!.lang).to.equal(lang);
        await act(charts, lang);
        await audit(charts);
      });

    it(`in any form while it is refreshed, and when that has failed, light and dark (${lang})`, async function () {
      this.timeout(60_000);
      const made = await loadAll(lang);
      const charts = made.map(([el]) => el);
      const gate = `axe-${lang}`;
      for (const [el, address] of made) {
        await address.plays({ status: 500, hold: gate });
        void el.refresh();
      }
      await settle();
      expect(charts.every(({ status }) => status === 'refreshing')).to.equal(true);
      audited += charts.length;
      await expect(charts[0]!.parentElement!.parentElement!).to.be.accessible();
      await open(gate);
      await until(() => charts.every(({ stale }) => stale), 'stale');
      await audit(charts);
    });

    it(`in any chart that is idle, loading, empty, withdrawn or has failed, light and dark (${lang})`, async function () {
      this.timeout(60_000);
      const charts: Chart[] = [];
      const gate = `axe-loading-${lang}`;
      const waiting = await serve(json(contract('x'), { hold: gate }));
      const absent = await serve({ status: 404 });
      const states: Record<string, (tag: string) => object> = {
        idle: () => ({ fallback: 'A fallback.' }),
        loading: () => ({ attributes: { src: waiting.url, loading: 'eager' } }),
        'error of data': (chart) => ({ set: { data: { schema: `${chart}/1` } } }),
        'error of loading': () => ({ attributes: { src: absent.url, loading: 'eager' } }),
        empty: (chart) => ({ set: { data: emptyOf(chart) } }),
        withdrawn: (chart) => ({ set: { data: withdrawnOf(chart) } }),
      };
      for (const [state, optionsOf] of Object.entries(states))
        for (const chart of Object.keys(contracts))
          for (const theme of THEMES) {
            const options: any = optionsOf(chart);
            const attributes = { ...options.attributes, lang, theme };
            const { el } = put({ ...options, tag: `sahel-${chart}`, attributes, into: box(480) });
            const wanted = chart === 'gold-gauge' && state === 'empty' ? 'ready' : state.split(' ')[0]!;
            await until(
              () => el.status === wanted && (state === 'idle' || one(el, '.chart')?.lang === lang),
              () => `${chart} ${wanted}: ${el.status}`,
            );
            charts.push(el);
          }
      await settle();
      for (const el of charts.slice(6)) expect(clean(el.shadowRoot!.textContent), el.status).not.to.equal('');
      await audit(charts);
      await open(gate);
    });
  }

  it('in as many combinations as there are', () => {
    // Nine forms and two themes in seven states, three charts in six more, each in seven languages.
    expect(audited).to.equal((9 * 7 + 3 * 6) * THEMES.length * LANGUAGES.length);
  });
});

/** A contract without a figure; a gauge is drawn all the same. */
function emptyOf(chart: string): any {
  const { empty, zero } = contracts[chart]!;
  return empty ?? { ...zero, amount: { ...zero.amount, value: null } };
}

function withdrawnOf(chart: string): any {
  const notices = [{ on: '2025-11-30', kind: 'withdrawal', text: 'Withdrawn.' }];
  return contracts[chart]!['withdrawn'] ?? { ...contracts[chart]!['four-actors'], notices };
}

noErrorReachedThePage();
