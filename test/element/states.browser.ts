// What the element says of itself: status, words, fallback, slots, language, view, theme.
import '../../src/define.js';
import en from '../../src/words/languages/en.js';
import fr from '../../src/words/languages/fr.js';
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
  tagOf,
  until,
  watchPage,
  words,
} from '../support/browser/page.js';
import { fixtures, freshName, json, open, serve } from '../support/browser/server.js';

watchPage();

let all23: Record<string, any>;
before(async () => {
  all23 = await fixtures();
});

const states = ['idle', 'loading', 'refreshing', 'ready', 'empty', 'error', 'withdrawn'] as const;
/** The custom states the element matches. */
const matched = (el: Element): string[] => states.filter((state) => el.matches(`:state(${state})`));
const background = (from: Element): string => {
  for (let at: Element | null = from; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) return backgroundColor;
  }
  return 'rgb(255, 255, 255)';
};
const light = (colour: string): number => {
  const [r, g, b] = /(\d+), (\d+), (\d+)/
    .exec(colour)!
    .slice(1)
    .map((channel) => Number(channel) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
};

/** A sentence that a reader can see and, where it comes of itself, a screen reader is told of. */
function expectMessage(el: Chart, sentence: string, told = true): void {
  const message = all(el, '[part~=message]').find((part) => part.textContent.trim())!;
  expect(clean(message?.textContent)).to.equal(sentence);
  expect(isSeen(message), 'seen').to.equal(true);
  if (told) expect(['status', 'alert']).to.include(message.getAttribute('role'));
  expect(contrast(getComputedStyle(message).color, background(message))).to.be.at.least(4.5);
}

describe('states: status', () => {
  it('is idle without a source, shows the fallback and says nothing', async () => {
    const { el, heard } = put({ fallback: 'fallback' });
    await settle();
    expect(el.status).to.equal('idle');
    expect(isSeen(el.querySelector('.fallback'))).to.equal(true);
    expect(words(el)).to.equal('');
    expect(heard.events).to.deep.equal([]);
  });

  it('is loading while src is under way, with words when there is no fallback', async () => {
    const hold = freshName();
    const address = await serve(json(contract('x'), { hold }));
    const { el, heard } = put({ attributes: { src: address.url } });
    await until(() => el.status === 'loading', 'loading');
    await el.updateComplete;
    await settle();
    expect(matched(el)).to.deep.equal(['loading']);
    expectMessage(el, String(en.text.loading));
    await open(hold);
    await until(() => heard.ready.length, 'ready');
    expect(matched(el)).to.deep.equal(['ready']);
    expect(said(el, 'message')).to.equal('');
  });

  it('says that it is loading in French', async () => {
    const hold = freshName();
    const address = await serve(json(contract('x'), { hold }));
    const { el } = put({ attributes: { src: address.url, lang: 'fr' } });
    await until(() => said(el, 'message'), 'a message');
    expectMessage(el, String(fr.text.loading));
    await open(hold);
  });

  it('is ready when drawn, and matches no other state', async () => {
    const { el } = await draw(contract('x'));
    expect(el.status).to.equal('ready');
    expect(el.stale).to.equal(false);
    expect(matched(el)).to.deep.equal(['ready']);
    expect(isSeen(drawing(el))).to.equal(true);
  });

  it('matches :state(refreshing) during refresh()', async () => {
    const hold = freshName();
    const address = await serve(json(contract('x')));
    const { el, heard } = put({ attributes: { src: address.url } });
    await until(() => heard.ready.length, 'ready');
    await address.plays(json(contract('y'), { hold }));
    void el.refresh();
    await until(() => el.status === 'refreshing', 'refreshing');
    expect(matched(el)).to.deep.equal(['refreshing']);
    await open(hold);
    await until(() => heard.ready.length > 1, 'ready again');
    expect(matched(el)).to.deep.equal(['ready']);
  });

  it('is empty for no rows, says so in words, draws nothing and offers no table', async () => {
    const { el, heard } = await draw(all23['empty']);
    expect(el.status).to.equal('empty');
    expect(matched(el)).to.deep.equal(['empty']);
    expectMessage(el, String(en.text.empty), false);
    expect(tagOf(drawing(el))).to.equal('nothing');
    expect(tagOf(one(el, 'table, .fold'))).to.equal('nothing');
    expect(said(el, 'source')).to.include(all23['empty'].source.producer);
    expect(heard.events).to.have.length(1);
  });

  for (const [lang, pack] of [
    ['en', en],
    ['fr', fr],
  ] as const) {
    it(`is error for refused data, with one sentence in the figure’s place (${lang})`, async () => {
      const { el, heard } = put({ set: { data: contract('x', [-1]) }, attributes: { lang } });
      await until(() => heard.errors.length && words(el), 'a sentence');
      expect(el.status).to.equal('error');
      expect(matched(el)).to.deep.equal(['error']);
      expectMessage(el, String(pack.text['error.data']));
    });
  }

  it('is withdrawn when the contract says so: its text in the figure’s place, no figures anywhere', async () => {
    const { el } = await draw(all23['withdrawn']);
    expect(el.status).to.equal('withdrawn');
    expect(matched(el)).to.deep.equal(['withdrawn']);
    const notice = all23['withdrawn'].notices.find((one: any) => one.kind === 'withdrawal');
    const message = all(el, '[part~=message]').find((part) => part.textContent.trim())!;
    expect(clean(message.textContent)).to.include(notice.text.en ?? notice.text);
    expect(isSeen(message)).to.equal(true);
    expect(tagOf(drawing(el))).to.equal('nothing');
    expect(tagOf(one(el, 'table, button'))).to.equal('nothing');
    for (const { value } of all23['withdrawn'].rows) expect(words(el)).not.to.include(String(value));
    // What it exports says the same, and says no figure either.
    const said = clean(message.textContent);
    expect(clean(el.toSVG().replace(/<[^>]*>/g, ' '))).to.include(said.slice(0, 20));
    const [, table = ''] = el.toCSV().split('\r\n');
    expect(table).to.include(said);
    expect(el.toCSV().trim().split('\r\n')).to.have.length(2);
    for (const { value } of all23['withdrawn'].rows)
      for (const text of [el.toSVG().replace(/<[^>]*>/g, ' '), el.toCSV()])
        expect(text).not.to.match(new RegExp(`\\b${value}\\b`));
    expect((await el.toPNG()).type).to.equal('image/png');
  });

  it('tells of a correction in words that can be seen', async () => {
    const { el } = await draw(all23['corrected']);
    expect(el.status).to.equal('ready');
    const notice = all23['corrected'].notices[0];
    const note = all(el, '[part~=note]').find((part) => part.textContent.includes('Correction'));
    expect(clean(note?.textContent)).to.include(notice.text.en ?? notice.text);
    expect(isSeen(note)).to.equal(true);
    expect(said(el, 'note')).to.include(all23['corrected'].contentNote.en ?? all23['corrected'].contentNote);
  });

  it('tells its version', async () => {
    const { el } = await draw(contract('x'));
    const { version } = await (await fetch('/package.json?raw')).text().then((text) => ({
      version: /"version": "([^"]+)"/.exec(text)?.[1] ?? /version = "([^"]+)"/.exec(text)?.[1],
    }));
    expect(el.version).to.equal(version);
  });
});

describe('states: fallback', () => {
  it('shows the fallback until the chart is ready, and no longer', async () => {
    const hold = freshName();
    const address = await serve(json(contract('x'), { hold }));
    const { el, heard } = put({ attributes: { src: address.url }, fallback: 'A table instead.' });
    const fallback = el.querySelector('.fallback');
    await until(() => el.status === 'loading', 'loading');
    await settle();
    expect(isSeen(fallback), 'while loading').to.equal(true);
    expect(said(el, 'message'), 'no words beside the fallback').to.equal('');
    await open(hold);
    await until(() => heard.ready.length, 'ready');
    await settle();
    expect(isSeen(fallback), 'when ready').to.equal(false);
    expect(fallback!.parentElement === el, 'left in the page’s markup').to.equal(true);
  });

  it('shows the fallback below the sentence when loading fails', async () => {
    const address = await serve({ status: 404 });
    const { el, heard } = put({ attributes: { src: address.url }, fallback: 'A table instead.' });
    await until(() => heard.errors.length, 'an error');
    await settle();
    expect(isSeen(el.querySelector('.fallback'))).to.equal(true);
    expectMessage(el, String(en.text['error.load']));
    expect(one(el, '[part~=message]')!.getBoundingClientRect().bottom).to.be.at.most(
      el.querySelector('.fallback')!.getBoundingClientRect().top + 1,
    );
  });

  it('shows the fallback while French is on its way, then the chart', async () => {
    const { el, heard } = put({ set: { data: contract('x') }, attributes: { lang: 'fr' }, fallback: 'wait' });
    await until(() => heard.ready.length, 'ready');
    await settle();
    expect(isSeen(el.querySelector('.fallback'))).to.equal(false);
    expect(isSeen(drawing(el))).to.equal(true);
  });

  it('shows the fallback of an element that is not defined', () => {
    const el = document.createElement('not-defined-casualties');
    el.innerHTML = '<p>here</p>';
    place().append(el);
    expect(isSeen(el.firstElementChild)).to.equal(true);
  });
});

describe('states: attributes', () => {
  it('leaves out title, table and downloads when asked to, and keeps the title in name and export', async () => {
    const { el } = await draw(contract('Kept title'), {
      attributes: { 'no-title': '', 'no-table': '', 'no-download': '', 'no-sound': '' },
    });
    expect(said(el, 'title')).to.equal('');
    expect(tagOf(one(el, 'table, .fold'))).to.equal('nothing');
    expect(tagOf(one(el, 'button'))).to.equal('nothing');
    expect(one(el, '[part~=figure]')!.getAttribute('aria-label')).to.equal('Kept title');
    expect(el.toSVG()).to.include('Kept title');
    el.noTitle = el.noTable = el.noDownload = false;
    await el.updateComplete;
    expect(said(el, 'title')).to.equal('Kept title');
    expect(tagOf(one(el, '.fold'))).not.to.equal('nothing');
    expect(all(el, 'button[value]')).to.have.length(3);
  });

  for (const [value, level] of [
    [null, '3'],
    ['2', '2'],
    ['4', '4'],
    ['6', '6'],
  ] as const) {
    it(`makes the title a heading of level ${level} for heading-level=${value ?? 'unset'}`, async () => {
      const { el } = await draw(contract('x'), { attributes: value ? { 'heading-level': value } : {} });
      const title = one(el, '[part~=title]')!;
      const heading = title.closest('h2,h3,h4,h5,h6,[role=heading]')!;
      expect(heading.getAttribute('aria-level') ?? heading.tagName.slice(1)).to.equal(level);
    });
  }

  for (const value of ['1', '9', 'x', '-3']) {
    it(`keeps to levels 2 to 6 for heading-level="${value}"`, async () => {
      const { el } = await draw(contract('x'), { attributes: { 'heading-level': value } });
      const title = one(el, '[part~=title]')!;
      expect(['2', '3', '4', '5', '6']).to.include(
        title.getAttribute('aria-level') ?? title.tagName.slice(1),
      );
    });
  }

  it('shows what the page puts into the slots title and note', async () => {
    const { el, heard } = put({ set: { data: contract('Ours') } });
    for (const slot of ['title', 'note']) {
      const own = document.createElement(slot === 'title' ? 'h2' : 'p');
      own.slot = slot;
      own.textContent = `own ${slot}`;
      el.append(own);
    }
    await until(() => heard.ready.length, 'ready');
    await settle();
    for (const own of el.querySelectorAll('[slot]')) expect(isSeen(own), own.textContent).to.equal(true);
    expect(isSeen(one(el, '[part~=title]')), 'our title').to.equal(false);
    expect(one(el, '[part~=figure]')!.getAttribute('aria-label')).to.equal('Ours');
  });

  it('draws the default and notes W_VIEW for a view that the rows cannot show', async () => {
    const { el, heard } = await draw(contract('by year'), { attributes: { view: 'cumulative' } });
    expect(el.notes.map(({ code }) => code)).to.deep.equal(['W_VIEW']);
    expect(heard.ready[0]!.notes.map(({ code }) => code)).to.deep.equal(['W_VIEW']);
    const twin = await draw(contract('by year'));
    expect(drawing(el)!.outerHTML).to.equal(drawing(twin.el)!.outerHTML);
  });

  it('draws the default and notes W_VIEW for a view that does not exist', async () => {
    const { el } = await draw(contract('x'), { attributes: { view: 'pie' } });
    expect(el.notes.map(({ code }) => code)).to.deep.equal(['W_VIEW']);
    expect(isSeen(drawing(el))).to.equal(true);
  });

  it('draws the cumulative view of months, and the columns again when the view is taken away', async () => {
    const { el } = await draw(all23['cumulative-months'], { attributes: { view: 'cumulative' } });
    expect(el.notes.map(({ code }) => code)).not.to.include('W_VIEW');
    expect(drawing(el)!.getAttribute('aria-label')).to.match(/^Line chart/);
    el.removeAttribute('view');
    await el.updateComplete;
    expect(drawing(el)!.getAttribute('aria-label')).to.match(/^Column chart/);
  });

  it('notes W_HIGHLIGHT for a highlight that names nothing, and nothing for one that does', async () => {
    const { el } = await draw(contract('x'), { attributes: { highlight: '1999' } });
    expect(el.notes.map(({ code }) => code)).to.deep.equal(['W_HIGHLIGHT']);
    const before = drawing(el)!.outerHTML;
    el.highlight = '2022';
    await el.updateComplete;
    expect(el.notes).to.deep.equal([]);
    expect(drawing(el)!.outerHTML).not.to.equal(before);
  });

  it('is light or dark as theme says, with text that can be read', async () => {
    const shown = async (theme: string): Promise<[string, string]> => {
      const { el } = await draw(contract('x'), { attributes: { theme } });
      const title = one(el, '[part~=title]')!;
      return [getComputedStyle(title).color, background(title)];
    };
    const [lightText, lightGround] = await shown('light');
    const [darkText, darkGround] = await shown('dark');
    expect(light(lightGround)).to.be.above(0.8);
    expect(light(darkGround)).to.be.below(0.2);
    expect(contrast(lightText, lightGround)).to.be.at.least(4.5);
    expect(contrast(darkText, darkGround)).to.be.at.least(4.5);
  });

  it('follows the page’s own color-scheme when theme is auto', async () => {
    const into = place({ colorScheme: 'dark' });
    const { el } = await draw(contract('x'), { into });
    expect(light(background(one(el, '[part~=title]')!))).to.be.below(0.2);
    const bright = await draw(contract('x'), { into: place({ colorScheme: 'light' }) });
    expect(light(background(one(bright.el, '[part~=title]')!))).to.be.above(0.8);
  });

  it('changes theme in place', async () => {
    const { el, heard } = await draw(contract('x'), { attributes: { theme: 'light' } });
    el.theme = 'dark';
    await el.updateComplete;
    expect(light(background(one(el, '[part~=title]')!))).to.be.below(0.2);
    expect(heard.events, 'a theme is no new drawing of data').to.have.length(1);
  });
});

describe('states: language', () => {
  const source = { en: /^Source: Test bureau/, fr: /^Source[\u00a0\u202f]: Test bureau/ };
  const drawnIn = (el: Chart): string => one(el, '[lang]')!.getAttribute('lang')!;
  const months = { en: '31 January 2025', fr: '31 janvier 2025' } as const;
  function expectLanguage(el: Chart, tag: 'en' | 'fr'): void {
    expect(drawnIn(el)).to.equal(tag);
    expect(said(el, 'source')).to.match(source[tag]).and.include(months[tag]);
    expect(clean(one(el, '.fold')!.textContent)).to.equal((tag === 'fr' ? fr : en).text['table']);
  }

  it('speaks English by default', async () => {
    const was = document.documentElement.lang;
    document.documentElement.removeAttribute('lang');
    const { el } = await draw(contract('x'));
    expectLanguage(el, 'en');
    document.documentElement.lang = was;
  });

  it('speaks French when its own lang says so, and fetches it when needed', async () => {
    const { el, heard } = await draw(contract('x'), { attributes: { lang: 'fr' } });
    expectLanguage(el, 'fr');
    expect(el.notes).to.deep.equal([]);
    expect(heard.events).to.have.length(1);
  });

  it('takes fr-CA for French', async () => {
    const { el } = await draw(contract('x'), { attributes: { lang: 'fr-CA' } });
    expectLanguage(el, 'fr');
    expect(el.notes).to.deep.equal([]);
  });

  it('takes the language of the nearest ancestor, its own before that', async () => {
    const outer = place();
    outer.lang = 'fr';
    const inner = document.createElement('div');
    outer.append(inner);
    expectLanguage((await draw(contract('x'), { into: inner })).el, 'fr');
    expectLanguage((await draw(contract('x'), { into: inner, attributes: { lang: 'en' } })).el, 'en');
    inner.lang = 'en';
    expectLanguage((await draw(contract('x'), { into: inner })).el, 'en');
  });

  it('takes the language of an ancestor outside the shadow root it stands in', async () => {
    const host = place();
    host.lang = 'fr';
    const deep = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(deep);
    expectLanguage((await draw(contract('x'), { into: deep.attachShadow({ mode: 'open' }) })).el, 'fr');
  });

  it('takes the language of the document', async () => {
    const was = document.documentElement.lang;
    document.documentElement.lang = 'fr';
    const { el } = await draw(contract('x'));
    document.documentElement.lang = was;
    expectLanguage(el, 'fr');
  });

  it('changes language in place when lang changes, without an event', async () => {
    const { el, heard } = await draw(contract('x'));
    el.lang = 'fr';
    await until(() => drawnIn(el) === 'fr', 'French');
    expectLanguage(el, 'fr');
    el.lang = 'en';
    await until(() => drawnIn(el) === 'en', 'English');
    expectLanguage(el, 'en');
    expect(heard.events).to.have.length(1);
  });

  it('keeps its picture and the focus while a language is on its way', async () => {
    const { el } = await draw(contract('x'));
    one(el, '.cell')!.focus();
    const { height } = el.getBoundingClientRect();
    el.lang = 'pt';
    await el.updateComplete;
    expect(drawnIn(el), 'not there yet').to.equal('en');
    expect(el.getBoundingClientRect().height).to.equal(height);
    expect(el.notes).to.deep.equal([]);
    await until(() => drawnIn(el) === 'pt', 'Portuguese');
    expect(el.shadowRoot!.activeElement!.matches('.cell')).to.equal(true);
  });

  it('draws English and notes W_LANG for a language that nobody has registered', async () => {
    const { el, heard } = await draw(contract('x'), { attributes: { lang: 'ff' } });
    expectLanguage(el, 'en');
    expect(el.notes.map(({ code }) => code)).to.deep.equal(['W_LANG']);
    expect(heard.ready[0]!.notes.map(({ code }) => code)).to.deep.equal(['W_LANG']);
  });

  for (const tag of ['xx_YY', '', '-', 'constructor', '__proto__']) {
    it(`draws English for lang="${tag}"`, async () => {
      const { el } = await draw(contract('x'), { attributes: { lang: tag } });
      expectLanguage(el, 'en');
    });
  }

  it('takes texts of the contract in the language of the chart', async () => {
    const data = contract('x', [1, 2], {
      title: { en: 'English title', fr: 'Titre français' },
      caveat: { en: 'English caveat', fr: 'Réserve française' },
    });
    const { el } = await draw(data, { attributes: { lang: 'fr' } });
    expect(said(el, 'title')).to.equal('Titre français');
    expect(said(el, 'caveat')).to.include('Réserve française');
    el.lang = 'en';
    await until(() => said(el, 'title') === 'English title', 'the English title');
  });

  it('groups thousands as the language does', async () => {
    const { el } = await draw(contract('x', [12_345, 6]), { attributes: { lang: 'fr' } });
    expect(el.shadowRoot!.textContent).to.include('12\u202f345');
  });
});

noErrorReachedThePage();
