// frame.html by itself: what it shows, what it refuses, whom it heeds. Another origin than this page's.
import { contract, expect, noErrorReachedThePage, place, until, watchPage } from '../support/browser/page.js';
import { json, serve } from '../support/browser/server.js';
import { fixture, openFrame, openHost, pause, server, toldHeight } from './frames.js';

watchPage();

const light = 'rgb(255, 255, 255)';
const dark = 'rgb(22, 24, 28)';
const article = fixture('casualties/article');

describe('frame: what it shows', () => {
  for (const name of ['casualties', 'attribution', 'gold-gauge'])
    it(`draws ${name} by the contract’s own schema, at most 1000 px high on a telephone of 280 px`, async () => {
      const { frame, posted } = await openFrame({ src: fixture(`${name}/article`) }, { width: 280 });
      const state = await frame.ready();
      expect(state.tag).to.equal(`sahel-${name}`);
      expect(state.marks).to.be.above(0);
      expect(state.overflow, 'sideways').to.equal(0);
      await until(() => toldHeight(posted), 'a height');
      expect(Math.abs(toldHeight(posted)! - state.height)).to.be.at.most(1);
      expect(state.height).to.be.at.most(1000);
      expect(state.title).not.to.equal('Chart');
      expect(state.errors).to.deep.equal([]);
      expect(state.globals, 'globals').to.deep.equal([]);
    });

  it('takes theme, language and view from its address', async () => {
    const { frame } = await openFrame({ src: article, theme: 'dark', lang: 'fr', view: 'columns' });
    const { surface, lang, view } = await frame.ready();
    expect({ surface, lang, view }).to.deep.equal({ surface: dark, lang: 'fr', view: 'columns' });
  });

  it('takes what is to stand out from its address, a period or an actor, and notes one that there is not', async () => {
    for (const [src, highlight] of [
      [fixture('casualties/mali-ucdp'), '2022'],
      [fixture('attribution/four-actors'), 'river'],
    ] as const) {
      const drawings: unknown[] = [];
      for (const asked of ['', highlight]) {
        const { frame } = await openFrame(asked ? { src, highlight } : { src });
        const state = await frame.ready();
        expect(state.highlight ?? '').to.equal(asked);
        expect(state.notes).not.to.include('W_HIGHLIGHT');
        drawings.push(state.drawing);
      }
      expect(drawings[1] === drawings[0], `${highlight} stands out`).to.equal(false);
    }
    const { frame } = await openFrame({ src: article, highlight: '1999' });
    expect((await frame.ready()).notes).to.include('W_HIGHLIGHT');
  });

  it('draws a contract in the page itself, whatever src says, and asks for no data', async () => {
    const { frame } = await openFrame({ 'test-inline': 'gold-gauge/article', src: article });
    const { tag, resources } = await frame.ready();
    expect(tag).to.equal('sahel-gold-gauge');
    expect(resources.filter((name) => name.endsWith('.json'))).to.deep.equal([]);
  });

  it('tells a height only when there is something to see, and no second time what has not changed', async () => {
    const { frame, posted } = await openFrame({ src: article });
    const { height } = await frame.ready();
    await until(() => toldHeight(posted), 'a height');
    // Something changes, but not the height.
    for (let i = 0; i < 3; i++) {
      await frame.ask('pad', { height: 0 });
      await pause(100);
    }
    const heights = (posted as any[])
      .filter((data) => data?.type === 'embed-size')
      .map((data) => data.height);
    expect(heights).to.deep.equal([Math.ceil(height)]);
  });

  it('tells its height once it is shown, when it was loaded in display:none', async () => {
    const { iframe, frame, posted } = await openFrame({ src: article });
    iframe.style.display = 'none';
    await pause(400);
    expect((posted as any[]).filter((data) => data?.height === 0 || data === null)).to.deep.equal([]);
    iframe.style.display = 'block';
    const { height } = await frame.until((now) => now.status === 'ready' && now.height, 'the chart');
    await until(() => toldHeight(posted) === Math.ceil(height), 'the height', 2000);
  });
});

describe('frame: what it refuses', () => {
  const sentence = 'The data for this chart could not be loaded.';
  for (const [title, src] of [
    ['another origin', 'ELSEWHERE/x.json'],
    ['javascript:', 'javascript:parent.__canary=1'],
    ['data:', 'data:application/json,{"schema":"casualties/1"}'],
    ['no address', ''],
  ] as const)
    it(`says one sentence and asks for nothing: ${title}`, async () => {
      const own = await server();
      const elsewhere = location.origin;
      const { frame, posted } = await openFrame({ src: src.replace('ELSEWHERE', elsewhere) });
      const state = await frame.until((now) => now.sentence, 'a sentence');
      expect(state.sentence).to.equal(sentence);
      expect(state.tag).to.equal(undefined);
      await until(() => toldHeight(posted), 'a height');
      expect(toldHeight(posted)).to.equal(Math.ceil(state.height));
      expect(state.resources.every((name) => name.startsWith(own) && name.endsWith('.js'))).to.equal(true);
      expect(state.errors).to.deep.equal([]);
      expect((window as any).__canary).to.equal(undefined);
    });

  it('takes data from an origin that its page lists', async () => {
    const { url } = await serve(
      json(contract('listed'), { headers: { 'access-control-allow-origin': '*' } }),
    );
    const src = new URL(url, location.href).href;
    const { frame } = await openFrame({ src, 'test-allow': `https://data.example.org ${location.origin}` });
    expect((await frame.ready()).title).to.equal('listed');
  });

  it('does not follow an address of its own that sends on to another', async () => {
    const to = `${await server()}${article}`;
    const { frame } = await openFrame({ src: `/away?${new URLSearchParams({ to }).toString()}` });
    expect((await frame.until((now) => now.sentence, 'a sentence')).sentence).to.equal(sentence);
  });

  it('says in French what went wrong, and changes with the page', async () => {
    const { iframe, frame } = await openFrame({ src: fixture('casualties/none'), lang: 'fr' });
    const { sentence: said } = await frame.until((now) => now.sentence, 'a sentence');
    expect(said).to.equal('Les données de ce graphique n’ont pas pu être chargées.');
    iframe.contentWindow!.postMessage({ source: 'sahel-charts', type: 'set', lang: 'en' }, '*');
    await frame.until((now) => now.sentence === sentence, 'the sentence in English');
  });
});

describe('frame: whom it heeds', () => {
  it('recolours and translates without loading again when its parent says so', async () => {
    const { iframe, frame, posted } = await openFrame({ src: article, theme: 'light' });
    const before = await frame.ready();
    expect(before.surface).to.equal(light);
    const set = (more: object): void =>
      iframe.contentWindow!.postMessage({ source: 'sahel-charts', type: 'set', ...more }, '*');
    set({ theme: 'dark' });
    await frame.until(({ surface }) => surface === dark, 'dark');
    set({ theme: 'purple', lang: '"><b>' });
    set({ theme: 'light', lang: 'fr' });
    await frame.until(({ surface, lang }) => surface === light && lang === 'fr', 'light and French');
    const { resources } = await frame.ask('state');
    expect(resources.filter((name) => !before.resources.includes(name))).to.deep.equal([
      `${await server()}/cdn/lang/fr.js`,
    ]);
    await until(
      async () => toldHeight(posted) === Math.ceil((await frame.ask('state')).height),
      'its height',
    );
  });

  it('is an Arabic page while its parent wants Arabic: language, direction and the name that is read aloud', async () => {
    const { iframe, frame } = await openFrame({ src: article, lang: 'fr' });
    const french = await frame.ready();
    expect(french.page).to.equal('fr ltr');
    expect(french.title).to.equal('Civils tués au Mali');
    const set = (lang: string): void =>
      iframe.contentWindow!.postMessage({ source: 'sahel-charts', type: 'set', lang }, '*');
    set('ar');
    const arabic = await frame.until(({ lang, page }) => lang === 'ar' && page === 'ar rtl', 'Arabic');
    await frame.until(({ title }) => /^\p{Script=Arabic}/u.test(title), 'an Arabic name');
    expect(arabic.overflow, 'sideways').to.equal(0);
    set('fr');
    await frame.until(({ page, title }) => page === 'fr ltr' && title === french.title, 'French again');
  });

  it('passes over what a sibling says, and what the page above its parent says', async () => {
    const { iframe, frame, messages } = await openHost('Guardian', { src: article, theme: 'light' });
    await frame.ready();
    // A sibling in the same page speaks.
    const target = iframe().contentWindow!;
    const sibling = iframe().ownerDocument.createElement('iframe');
    iframe().after(sibling);
    const speak = (sibling.contentWindow as any).eval(
      `(target, message) => target.postMessage(message, '*')`,
    ) as (target: Window, message: unknown) => void;
    await pause(300);
    messages.length = 0;
    for (const message of [
      { source: 'sahel-charts', type: 'set', theme: 'dark' },
      { sentinel: 'amp', type: 'frames-init' },
      '[iFrameSizer]forged:8:false:false:32:true:true',
    ]) {
      speak(target, message);
      target.postMessage(message, '*');
    }
    await pause(200);
    expect((await frame.ask('state')).surface).to.equal(light);
    expect(messages.filter((data) => !(data as any)?.probe)).to.deep.equal([]);
  });

  it('answers every request, and is not moved by nonsense', async () => {
    const { iframe, frame, posted } = await openFrame({ src: article });
    const { height } = await frame.ready();
    await until(() => toldHeight(posted), 'a height');
    for (const odd of [null, 0, '', [], {}, 'pymxPYMx', '[iFrameSizer]', '[iFrameSizer]:::', { type: {} }])
      iframe.contentWindow!.postMessage(odd, '*');
    for (let i = 0; i < 3; i++) {
      posted.length = 0;
      iframe.contentWindow!.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*');
      await until(() => posted.length, 'an answer');
      expect(posted).to.deep.equal([{ sentinel: 'amp', type: 'embed-size', height: Math.ceil(height) }]);
    }
    expect((await frame.ask('state')).errors).to.deep.equal([]);
  });
});

describe('frame: strict surroundings', () => {
  it('draws with no violation under a policy of its own server alone', async () => {
    const { frame } = await openFrame({ src: article, lang: 'fr', theme: 'dark', 'test-csp': '' });
    const { violations, errors, lang } = await frame.ready();
    expect({ violations, errors, lang }).to.deep.equal({ violations: [], errors: [], lang: 'fr' });
  });

  it('draws in a sandbox without an origin, in French too, and touches no storage', async () => {
    const { frame, posted } = await openFrame({ src: article, lang: 'fr' }, { sandbox: 'allow-scripts' });
    const state = await frame.ready();
    expect(state.origin).to.equal('null');
    expect(state.lang).to.equal('fr');
    expect(state.marks).to.be.above(0);
    expect(state.errors).to.deep.equal([]);
    await until(() => toldHeight(posted), 'a height');
  });

  it('draws an inline contract in a sandbox without any leave from its server; a language that cannot come is English', async () => {
    const { frame } = await openFrame(
      { 'test-inline': 'casualties/article', lang: 'fr' },
      { sandbox: 'allow-scripts', folder: 'closed' },
    );
    const { lang, notes, errors, marks } = await frame.ready();
    expect({ lang, errors }).to.deep.equal({ lang: 'en', errors: [] });
    expect(notes).to.include('W_LANG');
    expect(marks).to.be.above(0);
  });

  it('needs no leave for the classic file of all three charts either, and adds nothing to the globals', async () => {
    const origin = await server();
    const charts = ['casualties', 'attribution', 'gold-gauge'].map(async (name) => {
      const contractOf = await (await fetch(`${origin}${fixture(`${name}/article`)}`)).text();
      return `<sahel-${name}><script type="application/json">${contractOf.replaceAll('<', '\\u003c')}</script></sahel-${name}>`;
    });
    const page = await serve({
      headers: { 'content-type': 'text/html; charset=utf-8' },
      chunks: [
        {
          text: `<!doctype html><html lang="en"><title>classic</title><script>
            const own = new Set(Object.keys(window));
            const say = (what) => parent.postMessage({ classic: what }, '*');
            addEventListener('error', (event) => say(event.message));
            addEventListener('sahel-ready', (event) => say(event.detail.schema));
            addEventListener('load', () => say(Object.keys(window).filter((key) => !own.has(key) && !/^(lit|reactive)/.test(key)).join()));
            </script>${(await Promise.all(charts)).join('')}<script src="${origin}/closed/sahel-charts.iife.js"></script></html>`,
        },
      ],
    });
    const said: string[] = [];
    const hear = ({ data }: MessageEvent): void => {
      if (data?.classic !== undefined) said.push(data.classic as string);
    };
    window.addEventListener('message', hear);
    const iframe = document.createElement('iframe');
    iframe.setAttribute('sandbox', 'allow-scripts');
    iframe.width = '600';
    iframe.src = page.url;
    place().append(iframe);
    await until(
      () => said.length >= 4,
      () => `four words: ${said.join(' ')}`,
      9000,
    );
    window.removeEventListener('message', hear);
    expect(said.sort()).to.deep.equal(['', 'attribution/1', 'casualties/1', 'gold-gauge/1']);
  });

  it('shows a file as text where nothing can be downloaded, byte for byte, and takes it away again', async () => {
    const { frame, posted } = await openFrame({ src: article }, { sandbox: 'allow-scripts' });
    const { csv, height } = await frame.ready();
    await frame.ask('click', { selector: 'button[value=csv]' });
    const { field } = await frame.until((now) => now.field, 'a text field');
    // A text field writes every line end as one.
    expect(field!.value).to.equal(csv!.replaceAll('\r\n', '\n'));
    expect(field!.selected).to.equal(field!.value.length);
    expect(field!.box.height).to.be.above(60);
    await until(() => toldHeight(posted)! > height, 'a greater height');
    await frame.ask('click', { selector: 'button[value=svg]' });
    await frame.until((now) => now.field?.value.startsWith('<svg'), 'the SVG');
    await frame.ask('click', { selector: 'textarea ~ button:last-of-type' });
    await frame.until((now) => !now.field && now.height === height, 'no text field');
    await until(() => toldHeight(posted) === Math.ceil(height), 'the height before');
  });
});

it('is the whole width of its frame and leaves the page beside it alone', async () => {
  const box = place();
  const before = document.documentElement.scrollHeight;
  const { frame } = await openFrame({ src: article }, { width: 500 });
  expect((await frame.ready()).width).to.equal(500);
  expect(box.isConnected && document.documentElement.scrollHeight >= before).to.equal(true);
});

noErrorReachedThePage();
