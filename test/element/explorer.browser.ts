// The explorer of the three charts in every language: one tab stop, every figure, the same words by key and by pointer.
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
  type Heard,
  isSeen,
  noErrorReachedThePage,
  one,
  pause,
  place,
  put,
  settle,
  tagOf,
  until,
  watchPage,
} from '../support/browser/page.js';
import { formsOf, isMirrored, LANGUAGES } from '../support/browser/forms.js';
import {
  cell,
  enter,
  focused,
  hover,
  middle,
  press,
  putPointerAway,
  spoken,
  strike,
  tip,
  told,
} from '../support/browser/reader.js';
import { fixtures, json, serve } from '../support/browser/server.js';

watchPage();

const contracts: Record<string, Record<string, any>> = {};
before(async () => {
  for (const chart of ['casualties', 'attribution', 'gold-gauge']) contracts[chart] = await fixtures(chart);
  await putPointerAway();
});

interface Detail {
  readonly period: string;
  readonly actors?: readonly string[];
  readonly value: number | null;
}

/** The figures of a contract in the order of its table, as `sahel-select` tells them. */
function figuresOf(data: any): Detail[] {
  if (data.schema === 'gold-gauge/1')
    return [data.amount, ...(data.references ?? []), ...(data.history ?? [])].map(
      ({ period = '', value }) => ({ period, value }),
    );
  const isPart = data.schema === 'attribution/1';
  return data.rows.map(({ period, actors, value }: any) => ({
    period,
    ...(isPart && { actors: actors === 'unattributed' ? [] : actors }),
    value,
  }));
}

const examples = [
  ['casualties', 'mali-ucdp'],
  ['attribution', 'four-actors'],
  ['gold-gauge', 'industrial-2024'],
] as const;
const key = (detail: Detail): string => JSON.stringify(detail);

interface Visit extends Detail {
  readonly spoken: string;
  readonly told: string[];
  readonly box: DOMRect;
}

/** Chooses the mark that has the focus, and tells all about it. */
async function visit(el: Chart, { selects }: Heard): Promise<Visit> {
  const count = selects.length;
  await strike(el, 'Enter');
  expect(selects, 'one event for one press').to.have.length(count + 1);
  return {
    ...(selects.at(-1) as Detail),
    spoken: spoken(el),
    told: told(el),
    box: cell(el)!.getBoundingClientRect(),
  };
}

/** From the first mark to the last: along the periods, and through the parts of each. */
async function walk(el: Chart, heard: Heard, later: string): Promise<Visit[]> {
  const visits: Visit[] = [];
  await strike(el, 'Home');
  for (;;) {
    for (let before = ''; before !== spoken(el);) {
      before = spoken(el);
      await strike(el, 'ArrowDown');
    }
    const { period } = await visit(el, heard);
    for (let before = ''; before !== spoken(el);) {
      before = spoken(el);
      visits.push(await visit(el, heard));
      if (el.localName !== 'sahel-gold-gauge')
        expect(visits.at(-1)!.period, 'up and down keep the period').to.equal(period);
      await strike(el, 'ArrowUp');
    }
    const before = spoken(el);
    await strike(el, later);
    if (spoken(el) === before) return visits;
  }
}

for (const [chart, name] of examples)
  for (const lang of LANGUAGES) {
    const [later, earlier] = isMirrored(lang) ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    const drawn = async (): Promise<{ el: Chart; heard: Heard; figures: Detail[] }> => {
      const data = contracts[chart]![name];
      const made = await draw(data, { attributes: { lang }, into: place({ width: '640px' }) });
      return { ...made, figures: figuresOf(data) };
    };

    describe(`explorer: ${chart}, ${lang}`, () => {
      it('reaches every figure once by the arrow keys, says it, and chooses it by Enter', async function () {
        this.timeout(30_000);
        const { el, heard, figures } = await drawn();
        await enter(el);
        const visits = await walk(el, heard, later!);
        const seen = visits.map(({ period, actors, value }) =>
          key({ period, ...(actors && { actors }), value }),
        );
        expect(seen.toSorted()).to.deep.equal(figures.map(key).toSorted());
        const { columns, rows } = describeContract(contracts[chart]![name], lang);
        const value = columns.findIndex((column) => column.key === 'value');
        for (const row of rows.slice(0, figures.length))
          expect(
            visits.some(
              (one) =>
                one.spoken.includes(clean(row[value])) && one.told.join(' ').includes(clean(row[value])),
            ),
            `${row.join(' | ')} is spoken and told`,
          ).to.equal(true);
      });

      it('goes to the ends by Home and End, to the least and the greatest by [ and ], and past no end', async () => {
        const { el, heard, figures } = await drawn();
        await enter(el);
        const at = async (...keys: string[]): Promise<Detail> => {
          await strike(el, ...keys);
          const { period, actors, value } = await visit(el, heard);
          return { period, ...(actors && { actors }), value };
        };
        expect(await at('Home')).to.deep.equal(figures[0]);
        expect(await at(earlier!), 'no way before the first').to.deep.equal(figures[0]);
        expect(await at('End')).to.deep.equal(figures.at(-1));
        expect(await at(later!), 'no way past the last').to.deep.equal(figures.at(-1));
        const known = figures.flatMap(({ value }) => value ?? []);
        expect((await at('[')).value).to.equal(Math.min(...known));
        expect((await at(']')).value).to.equal(Math.max(...known));
      });

      it('says by pointer what it says by key, and means the same mark', async function () {
        this.timeout(30_000);
        const { el, heard } = await drawn();
        await enter(el);
        const visits = await walk(el, heard, later!);
        (focused() as HTMLElement).blur();
        await el.updateComplete;
        for (const { told: words, spoken: text, box } of visits) {
          await hover(el, box.x + box.width / 2, box.y + box.height / 2);
          if (spoken(el) === text) {
            expect(told(el)).to.deep.equal(words);
            continue;
          }
          // A smaller mark may stand on a larger one: then the place of the larger has another point.
          let found = false;
          for (let i = 1; i < 12 && !found; i++)
            for (let j = 1; j < 12 && !found; j++) {
              await hover(el, box.x + (box.width * i) / 12, box.y + (box.height * j) / 12);
              found = spoken(el) === text;
            }
          expect(found, `the pointer finds "${text}"`).to.equal(true);
          expect(told(el)).to.deep.equal(words);
          const { x, y, width, height } = cell(el)!.getBoundingClientRect();
          expect([x, y, width, height]).to.deep.equal([box.x, box.y, box.width, box.height]);
        }
      });

      it('shows the list of its keys on ?, closes it, the tooltip, and leaves, by one Escape each', async () => {
        const { el } = await drawn();
        await enter(el);
        const list = (): HTMLElement[] => all(el, '.help').filter(isSeen);
        expect(list()).to.have.length(0);
        await strike(el, '?');
        // What they are, then the keys.
        expect(list()).to.have.length(chart === 'attribution' ? 8 : 7);
        const { lang: shown, dir } = list()[0]!.closest<HTMLElement>('[lang]')!;
        expect([shown, dir]).to.deep.equal([lang, isMirrored(lang) ? 'rtl' : 'ltr']);
        const words = list().map(({ textContent }) => clean(textContent));
        expect(new Set(words).size).to.equal(words.length);
        await press('Escape');
        expect([list().length, isSeen(tip(el)), focused() === cell(el)]).to.deep.equal([0, true, true]);
        await press('Escape');
        expect([isSeen(tip(el)), focused() === cell(el)]).to.deep.equal([false, true]);
        await press('Escape');
        expect(focused() === cell(el)).to.equal(false);
      });

      it('is one tab stop, before the table, the sound and the downloads', async () => {
        const into = place({ width: '640px' });
        const button = (text: string): HTMLElement => {
          const made = document.createElement('button');
          made.textContent = text;
          return made;
        };
        const [first, last] = [button('before'), button('after')];
        into.append(first);
        const { el } = await draw(contracts[chart]![name], { attributes: { lang }, into });
        into.append(last);
        first.focus();
        const stops: string[] = [];
        for (let i = 0; i < 12 && focused() !== last; i++) {
          await press('Tab');
          stops.push(focused()?.getAttribute('role') ?? focused()!.localName);
        }
        const link = one(el, '.source a') ? ['a'] : [];
        expect(stops).to.deep.equal(['gridcell', ...link, ...Array(6).fill('button')]);
        await press('Shift+Tab');
        expect(el.shadowRoot!.activeElement?.localName).to.equal('button');
      });

      it('tells in its name that arrow keys read it, and which key lists the others', async () => {
        const { el } = await drawn();
        const label = one(el, '[role=grid]')!.getAttribute('aria-label')!;
        const { name: drawing } = describeContract(contracts[chart]![name], lang);
        expect(label.startsWith(drawing)).to.equal(true);
        expect(label.slice(drawing.length)).to.match(/arrow|flèches|flechas|setas|Pfeiltasten|الأسهم/i);
        expect(label.slice(drawing.length)).to.match(
          /question mark|interrogation|interrogación|interrogação|Fragezeichen|علامة الاستفهام/i,
        );
      });
    });
  }

describe('explorer: arrow keys go where they point', () => {
  for (const lang of ['en', 'ar'])
    for (const [chart, name] of examples.slice(0, 2))
      it(`in ${chart} (${lang})`, async () => {
        const { el } = await draw(contracts[chart]![name], {
          attributes: { lang },
          into: place({ width: '640px' }),
        });
        await enter(el);
        await strike(el, isMirrored(lang) ? 'ArrowLeft' : 'ArrowRight');
        for (const [arrow, sign] of [
          ['ArrowRight', 1],
          ['ArrowLeft', -1],
        ] as const) {
          const [from] = middle(cell(el)!);
          await press(arrow);
          expect(Math.sign(middle(cell(el)!)[0] - from), arrow).to.equal(sign);
        }
        if (chart !== 'attribution') return;
        const [, from] = middle(cell(el)!);
        await press('ArrowUp');
        expect(middle(cell(el)!)[1], 'up').to.be.below(from);
      });
});

describe('explorer: the shade under the pointer', () => {
  it('lies on a column, and not on the box around an arc', async () => {
    const { el } = await draw(contracts['gold-gauge']!['industrial-2024'], {
      into: place({ width: '900px' }),
    });
    const { left, top, width, height } = drawing(el)!.getBoundingClientRect();
    await hover(el, left + width * 0.3, top + height * 0.5);
    expect(told(el).join(' ')).to.include('51.7');
    expect(all(el, '.cell.on'), 'on the arc').to.have.length(0);
    // The years of the strip beside it are columns.
    await strike(el, 'End');
    expect(told(el).join(' ')).to.include('66.5');
    expect(all(el, '.cell.on').length, 'on a column').to.be.above(0);
  });
});

describe('explorer: new data under the focus', () => {
  for (const isClosed of [false, true])
    it(`keeps period and actors${isClosed ? ', also when Escape has closed the tooltip' : ''}`, async () => {
      for (const [chart, name] of examples) {
        const data = contracts[chart]![name];
        const { el, heard } = await draw(data, { into: place({ width: '640px' }) });
        await enter(el);
        await strike(el, 'Home', 'ArrowRight', 'ArrowRight');
        const { period, actors } = await visit(el, heard);
        if (isClosed) await press('Escape');
        el.data = structuredClone(data);
        await until(() => heard.ready.length > 1, 'the update');
        await settle();
        expect(focused() === cell(el), tagOf(focused())).to.equal(true);
        const now = await visit(el, heard);
        expect([now.period, now.actors], chart).to.deep.equal([period, actors]);
        el.remove();
      }
    });
});

describe('explorer: new periods before the first', () => {
  for (const isClosed of [false, true])
    it(`keep the focus on the period it was on, the first one too${isClosed ? ', with the tooltip closed' : ''}`, async () => {
      const rows = (from: number): any => ({
        ...contract('x'),
        rows: [2021, 2022, 2023]
          .filter((year) => year >= from)
          .map((year) => ({ period: String(year), value: year })),
      });
      const { el, heard } = await draw(rows(2022));
      await enter(el);
      expect(spoken(el)).to.include('2022');
      if (isClosed) await press('Escape');
      el.data = rows(2021);
      await until(() => heard.ready.length > 1, 'the update');
      await settle();
      expect(focused() === cell(el), tagOf(focused())).to.equal(true);
      expect((await visit(el, heard)).period).to.equal('2022');
    });
});

describe('explorer: the tooltip', () => {
  for (const lang of ['en', 'ar'])
    for (const width of [320, 640])
      it(`covers no mark that it tells of, and stays inside the element (${lang}, ${width} px)`, async function () {
        this.timeout(30_000);
        const wrong: string[] = [];
        for (const { name, data, view } of await formsOf()) {
          const { el, heard } = await draw(data, {
            attributes: { lang, ...(view && { view }) },
            into: place({ width: `${width}px` }),
          });
          await enter(el);
          const frame = el.getBoundingClientRect();
          const check = (): void => {
            const [mark, words] = [cell(el)!, tip(el)!].map((node) => node.getBoundingClientRect());
            const across = Math.min(mark!.right, words!.right) - Math.max(mark!.left, words!.left);
            const down = Math.min(mark!.bottom, words!.bottom) - Math.max(mark!.top, words!.top);
            const where = `${name}: ${spoken(el).slice(0, 60)}`;
            if (across > 1 && down > 1)
              wrong.push(`${where}: ${across.toFixed(0)} × ${down.toFixed(0)} px of the mark`);
            if (words!.left < frame.left - 1 || words!.right > frame.right + 1)
              wrong.push(`${where}: outside`);
          };
          for (const key of ['Home', 'ArrowUp', 'ArrowUp', ']', '[', 'End', 'ArrowDown', 'ArrowDown']) {
            await strike(el, key);
            check();
          }
          expect(heard.errors).to.deep.equal([]);
          el.remove();
        }
        expect(wrong).to.deep.equal([]);
      });
});

describe('explorer: a cue', () => {
  it('tells a reader at the keyboard which key lists the others, and nobody else', async () => {
    for (const [chart, name] of examples) {
      const { el } = await draw(contracts[chart]![name], { into: place({ width: '640px' }) });
      const isShown = (): boolean => getComputedStyle(tip(el)!, '::after').content !== 'none';
      await enter(el);
      await press('ArrowRight');
      expect(isShown(), chart).to.equal(true);
      expect(tip(el)!.dataset['cue']).to.match(/^\?/);
      const [x, y] = middle(cell(el)!);
      (focused() as HTMLElement).blur();
      await settle();
      await hover(el, x, y);
      expect(isShown(), chart).to.equal(false);
      el.remove();
    }
  });
});

describe('explorer: what is announced', () => {
  const regions = (el: Chart): HTMLElement[] =>
    all(el, '[role=status], [role=alert], [aria-live]:not([aria-live=off])');

  it('moves the focus once for a step, and no live region says the same again', async () => {
    const address = await serve(json(contracts['casualties']!['mali-ucdp']));
    const { el, heard } = put({ attributes: { src: address.url, loading: 'eager' } });
    await until(() => heard.ready.length, 'ready');
    await enter(el);
    let steps = 0;
    el.shadowRoot!.addEventListener('focusin', () => steps++);
    for (let i = 1; i <= 5; i++) {
      await press('ArrowRight');
      expect(steps, `step ${i}`).to.equal(i);
      expect(
        regions(el)
          .map(({ textContent }) => clean(textContent))
          .join(''),
      ).to.equal('');
    }
  });

  it('says nothing by itself when data changes many times a second: at most one sentence, in a region that stood before', async () => {
    const address = await serve(json(contract('x', [1, 2, 3])));
    const { el, heard } = put({ attributes: { src: address.url, loading: 'eager' } });
    await until(() => heard.ready.length, 'ready');
    await enter(el);
    const before = regions(el);
    expect(before).to.have.length(1);
    const said: string[] = [];
    let steps = 0;
    const listen = (): void => {
      for (const region of regions(el)) if (clean(region.textContent)) said.push(clean(region.textContent));
    };
    const observer = new MutationObserver(listen);
    for (const region of before)
      observer.observe(region, { childList: true, characterData: true, subtree: true });
    el.shadowRoot!.addEventListener('focusin', () => steps++);
    for (let i = 0; i < 10; i++) {
      await address.plays(i % 3 === 2 ? json(contract('x', [i, i + 1, i + 2])) : { status: 500 });
      await el.refresh();
      await el.updateComplete;
    }
    const start = heard.ready.length;
    for (let i = 0; i < 10; i++) {
      el.data = contract('x', [i, i + 1, i + 2]);
      await pause(20);
    }
    await until(() => heard.ready.length > start, 'new data');
    observer.disconnect();
    expect(steps, 'moves of the focus').to.equal(0);
    // Failure and success take turns three times here; a failure that goes on is said once.
    expect(said.length, said.join(' / ')).to.be.at.most(4);
    expect(regions(el).every((region) => before.includes(region) || !clean(region.textContent))).to.equal(
      true,
    );
  });

  it('has its live region before the list of keys is shown in it', async () => {
    const { el } = await draw(contract('x'));
    await enter(el);
    const before = regions(el);
    await press('?');
    const speaking = regions(el).filter(({ textContent }) => clean(textContent));
    expect(speaking).to.have.length(1);
    expect(before.includes(speaking[0]!), 'it stood there before').to.equal(true);
    expect(regions(el), 'one region').to.have.length(1);
  });
});

noErrorReachedThePage();
