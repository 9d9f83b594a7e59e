// How data comes in: property, inline JSON, address; what wins, what is given up, what a reader sees when it fails.
import '../../src/define.js';
import { define, SahelCasualties } from '../../src/charts/casualties/define.js';
import en from '../../src/words/languages/en.js';
import type { ErrorCode } from '../../src/index.js';
import {
  all,
  type Chart,
  contract,
  draw,
  drawing,
  expect,
  frameAt,
  framePage,
  type Heard,
  inlineScript,
  isSeen,
  listen,
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
  words,
} from '../support/browser/page.js';
import {
  type Address,
  elsewhere,
  freshName,
  json,
  open,
  type Script,
  serve,
} from '../support/browser/server.js';

watchPage();

const text = (value: unknown): string => JSON.stringify(value);
const title = (el: Element): string => said(el, 'title');
const drawn = (heard: Heard, count = 1): Promise<void> =>
  until(
    () => heard.ready.length >= count,
    () => `sahel-ready number ${count} (errors: ${JSON.stringify(heard.errors)})`,
  );
const failed = (heard: Heard, count = 1): Promise<void> =>
  until(() => heard.errors.length >= count, `sahel-error number ${count}`);
const asked = (address: Address, count = 1): Promise<void> =>
  until(async () => (await address.log()).length >= count, 'the request');
const hungUp = (address: Address): Promise<void> =>
  until(async () => (await address.log()).at(-1)?.hungUp, 'the abort of the request');

/** Nothing is drawn, the sentence stands, and no old number does. */
function expectSentenceOnly(el: Chart, sentence: string): void {
  expect(el.status).to.equal('error');
  expect(tagOf(drawing(el)), 'a drawing').to.equal('nothing');
  expect(tagOf(one(el, 'table')), 'a table').to.equal('nothing');
  expect(words(el)).to.equal(sentence);
  expect(isSeen(one(el, '[part~=message]')), 'the sentence can be seen').to.equal(true);
}
const LOAD = String(en.text['error.load']);
const DATA = String(en.text['error.data']);

describe('feeding: which source wins', () => {
  it('draws the property rather than inline JSON, inline JSON rather than src, and falls back in that order', async () => {
    const address = await serve(json(contract('by src')));
    const { el, heard } = put({
      attributes: { src: address.url },
      inline: text(contract('by inline')),
      set: { data: contract('by data') },
    });
    await drawn(heard);
    expect(title(el)).to.equal('by data');
    el.data = undefined;
    await drawn(heard, 2);
    expect(title(el)).to.equal('by inline');
    await pause(100);
    expect(await address.log(), 'requests while a higher source stands').to.have.length(0);
    el.querySelector('script')!.remove();
    await drawn(heard, 3);
    expect(title(el)).to.equal('by src');
    expect(heard.errors).to.deep.equal([]);
    expect(heard.ready).to.have.length(3);
  });

  it('takes null and undefined for no data', async () => {
    const { el, heard } = put({ inline: text(contract('by inline')), set: { data: null } });
    await drawn(heard);
    expect(title(el)).to.equal('by inline');
  });

  it('aborts the request when data is set while src is in flight', async () => {
    const hold = freshName();
    const address = await serve(json(contract('by src'), { hold }));
    const { el, heard } = put({ attributes: { src: address.url, loading: 'eager' } });
    await asked(address);
    el.data = contract('by data');
    await drawn(heard);
    await hungUp(address);
    await open(hold);
    await pause(60);
    expect(title(el)).to.equal('by data');
    expect(heard.events.map(({ type }) => type)).to.deep.equal(['sahel-ready']);
  });

  it('aborts the request when inline JSON arrives while src is in flight', async () => {
    const hold = freshName();
    const address = await serve(json(contract('by src'), { hold }));
    const { el, heard } = put({ attributes: { src: address.url, loading: 'eager' } });
    await asked(address);
    el.append(inlineScript(text(contract('by inline'))));
    await drawn(heard);
    await hungUp(address);
    await open(hold);
    await pause(60);
    expect(title(el)).to.equal('by inline');
    expect(heard.events.map(({ type }) => type)).to.deep.equal(['sahel-ready']);
  });

  it('goes back to idle, without an event, when its only source is taken away', async () => {
    const { el, heard } = await draw(contract('here'), { fallback: 'fallback' });
    el.data = null;
    await until(() => el.status === 'idle', 'idle');
    await el.updateComplete;
    expect(tagOf(drawing(el))).to.equal('nothing');
    expect(isSeen(el.querySelector('.fallback'))).to.equal(true);
    expect(heard.events).to.have.length(1);
  });

  it('aborts the request when src is taken away', async () => {
    const address = await serve(json(contract('by src'), { hold: freshName() }));
    const { el, heard } = put({ attributes: { src: address.url, loading: 'eager' } });
    await asked(address);
    el.removeAttribute('src');
    await hungUp(address);
    expect(el.status).to.equal('idle');
    expect(heard.events).to.deep.equal([]);
  });

  it('shows new data in the place of old data, with one sahel-ready each', async () => {
    const { el, heard } = await draw(contract('first', [1, 2]));
    el.data = contract('second', [3, 4]);
    await drawn(heard, 2);
    expect(title(el)).to.equal('second');
    expect(heard.events.map(({ type }) => type)).to.deep.equal(['sahel-ready', 'sahel-ready']);
  });

  it('draws once for several data set in one task, and it is the last', async () => {
    const { el, heard } = put();
    for (const name of ['a', 'b', 'c']) el.data = contract(name);
    await drawn(heard);
    await settle();
    expect(title(el)).to.equal('c');
    expect(heard.events).to.have.length(1);
  });

  it('accepts frozen data and leaves it as it was', async () => {
    const freeze = (value: any): any => {
      if (value && typeof value === 'object') Object.values(value).forEach(freeze);
      return Object.freeze(value);
    };
    const data = freeze(contract('frozen', [3, 2, 1], { events: [{ at: '2022', label: { en: 'x' } }] }));
    const before = text(data);
    const { el } = await draw(data);
    expect(title(el)).to.equal('frozen');
    expect(text(data)).to.equal(before);
  });
});

describe('feeding: many charts at once', () => {
  const { get } = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'offsetWidth')!;
  afterEach(() => {
    Reflect.deleteProperty(SahelCasualties.prototype, 'offsetWidth');
  });

  it('measures all of them before it draws the first, each for its own width', async () => {
    const charts: Chart[] = [];
    const read: string[] = [];
    Object.defineProperty(SahelCasualties.prototype, 'offsetWidth', {
      configurable: true,
      get(this: Chart): unknown {
        read.push(`${charts.indexOf(this)}: ${charts.filter(drawing).length} drawn`);
        return get!.call(this);
      },
    });
    const widths = [320, 640, 900];
    for (const width of widths) {
      const into = place({ width: `${width}px` });
      charts.push(put({ set: { data: contract('Together') }, into }).el);
    }
    // One that is gone again before its turn is not measured, and keeps nobody waiting.
    const gone = put({ set: { data: contract('Together') } }).el;
    charts.push(gone);
    gone.remove();
    await Promise.all(charts.slice(0, 3).map(({ updateComplete }) => updateComplete));
    expect(read.slice(0, 3)).to.deep.equal(['0: 0 drawn', '1: 0 drawn', '2: 0 drawn']);
    expect(charts.slice(0, 3).map((el) => drawing(el)!.viewBox.baseVal.width)).to.deep.equal([
      320 - 32,
      640 - 32,
      900 - 32,
    ]);
    // Elsewhere, it is measured where it then stands.
    place({ width: '500px' }).append(gone);
    await until(() => drawing(gone), 'a drawing in its new place');
    expect(drawing(gone)!.viewBox.baseVal.width).to.equal(500 - 32);
  });

  it('draws one that had no width when the others were measured as soon as it has one', async () => {
    const hidden = place({ width: '480px', display: 'none' });
    const [first, second] = [
      put({ set: { data: contract('Together') }, into: place({ width: '320px' }) }),
      put({ set: { data: contract('Together') }, into: hidden }),
    ];
    await drawn(first.heard);
    expect(tagOf(drawing(second.el))).to.equal('nothing');
    hidden.style.display = 'block';
    await drawn(second.heard);
    expect(drawing(second.el)!.viewBox.baseVal.width).to.equal(480 - 32);
  });
});

describe('feeding: before the element is defined', () => {
  let count = 0;
  const late = (): string => `late${count++}`;

  it('honours properties that were set before the element was defined', async () => {
    const prefix = late();
    const el = document.createElement(`${prefix}-casualties`) as SahelCasualties;
    const heard = listen(el);
    Object.assign(el, {
      data: contract('early'),
      noTable: true,
      noDownload: true,
      theme: 'dark',
      headingLevel: 5,
      highlight: '2022',
    });
    place().append(el);
    expect(tagOf(el.shadowRoot?.firstElementChild)).to.equal('nothing');
    define({ prefix });
    await drawn(heard);
    expect(title(el)).to.equal('early');
    expect(tagOf(one(el, '[part~=table]'))).to.equal('nothing');
    expect(tagOf(one(el, 'button[value]'))).to.equal('nothing');
    expect(one(el, '[part~=title]')!.getAttribute('aria-level')).to.equal('5');
    expect(el.notes).to.deep.equal([]);
  });

  it('fetches a src property that was set before the element was defined', async () => {
    const prefix = late();
    const address = await serve(json(contract('early src')));
    const el = document.createElement(`${prefix}-casualties`) as SahelCasualties;
    const heard = listen(el);
    el.src = address.url;
    place().append(el);
    define({ prefix });
    await drawn(heard);
    expect(title(el)).to.equal('early src');
    expect(await address.log()).to.have.length(1);
  });

  it('draws inline JSON of an element that stood in the page before it was defined', async () => {
    const prefix = late();
    const { el, heard } = put({ tag: `${prefix}-casualties`, inline: text(contract('early inline')) });
    define({ prefix });
    await drawn(heard);
    expect(title(el)).to.equal('early inline');
  });
});

describe('feeding: inline JSON', () => {
  it('waits for inline JSON that the parser brings piece by piece', async function () {
    this.timeout(20_000);
    const [first, second, third] = [freshName(), freshName(), freshName()];
    const data = text(contract('in pieces'));
    const page = await serve({
      headers: { 'content-type': 'text/html; charset=utf-8' },
      chunks: [
        {
          // enough text that every engine begins to parse
          text: `<!doctype html><html lang="en"><title>pieces</title><script type="module" async src="/src/define.ts"></script>
            <script>window.heard = []; for (const type of ['sahel-ready', 'sahel-error'])
              addEventListener(type, (event) => heard.push(type + ' ' + (event.detail.code || '')));
              addEventListener('error', (event) => heard.push('error ' + event.message));</script>
            <p>${'before '.repeat(1500)}</p>`,
        },
        {
          text: `<sahel-casualties><script type="application/json">${data.slice(0, 90)}`,
          gate: first,
        },
        { text: data.slice(90, 200), gate: second },
        { text: `${data.slice(200)}</script></sahel-casualties><p>after</p></html>`, gate: third },
      ],
    });
    const iframe = await frameAt(page.url, false);
    const inner = (): any => iframe.contentWindow;
    await until(() => inner()?.customElements?.get('sahel-casualties'), 'the definition', 15_000);
    await open(first);
    await pause(150);
    expect(inner().document.readyState, 'the parser is still at work').to.equal('loading');
    await open(second);
    await pause(150);
    await open(third);
    await until(() => inner().heard.length, 'an event');
    await pause(100);
    expect(inner().heard).to.deep.equal(['sahel-ready ']);
    expect(title(inner().document.querySelector('sahel-casualties'))).to.equal('in pieces');
  });

  it('draws inline JSON that is inserted later', async () => {
    const { el, heard } = put();
    await settle();
    expect(el.status).to.equal('idle');
    el.append(inlineScript(text(contract('later'))));
    await drawn(heard);
    expect(title(el)).to.equal('later');
    expect(heard.events).to.have.length(1);
  });

  it('draws inline JSON whose text comes after the script element', async () => {
    const { el, heard } = put();
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = text(contract('text later'));
    await settle();
    el.append(script);
    await drawn(heard);
    expect(title(el)).to.equal('text later');
  });

  it('draws anew when the inline text is replaced', async () => {
    const { el, heard } = put({ inline: text(contract('old')) });
    await drawn(heard);
    el.querySelector('script')!.textContent = text(contract('new'));
    await drawn(heard, 2);
    expect(title(el)).to.equal('new');
    expect(heard.events).to.have.length(2);
  });

  it('leaves scripts of other types alone', async () => {
    const { el, heard } = put();
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = '{"@context":"https://schema.org"}';
    el.append(script);
    await settle();
    expect(el.status).to.equal('idle');
    expect(heard.events).to.deep.equal([]);
  });

  for (const [what, inline] of [
    ['a trailing comma', '{"schema":"casualties/1",}'],
    ['NaN', '{"schema":"casualties/1","rows":[{"period":"2024","value":NaN}]}'],
    ['Infinity', '{"schema":"casualties/1","rows":[{"period":"2024","value":Infinity}]}'],
    ['single quotes', "{'schema':'casualties/1'}"],
    ['no text at all', ''],
    ['half a file', text(contract('half')).slice(0, 100)],
  ] as const) {
    it(`says E_JSON once, and one sentence, for inline JSON with ${what}`, async () => {
      const { el, heard } = put({ inline });
      const { el: next, heard: nextHeard } = put({ set: { data: contract('next') } });
      await failed(heard);
      await drawn(nextHeard);
      await settle();
      expect(heard.events).to.have.length(1);
      expect(heard.errors[0]).to.include({ code: 'E_JSON', source: 'inline', retryable: false });
      expect(heard.errors[0]!.faults).to.deep.equal([]);
      expectSentenceOnly(el, DATA);
      expect(title(next), 'the page goes on').to.equal('next');
    });
  }

  it('accepts a byte order mark in inline JSON', async () => {
    const { el, heard } = put({ inline: `\ufeff${text(contract('marked'))}` });
    await drawn(heard);
    expect(title(el)).to.equal('marked');
  });

  it('shows a closing script tag that is written as \\u003c/script> as plain text', async () => {
    const data = text(contract('</script><img src=x onerror=window.__canary=1>')).replaceAll('<', '\\u003c');
    const box = place();
    box.innerHTML = `<sahel-casualties><script type="application/json">${data}</script></sahel-casualties>`;
    const el = box.firstElementChild as Chart;
    await until(() => el.status === 'ready', 'ready');
    await el.updateComplete;
    expect(title(el)).to.equal('</script><img src=x onerror=window.__canary=1>');
    expect(tagOf(box.querySelector('img'))).to.equal('nothing');
    expect((window as any).__canary).to.equal(undefined);
  });

  it('draws a clone of an element with inline JSON by itself', async () => {
    const { el, heard } = put({ inline: text(contract('copied')), attributes: { lang: 'en' } });
    await drawn(heard);
    const clone = el.cloneNode(true) as Chart;
    const cloneHeard = listen(clone);
    place().append(clone);
    await drawn(cloneHeard);
    expect(title(clone)).to.equal('copied');
    const box = place();
    box.innerHTML = el.outerHTML;
    await until(() => (box.firstElementChild as Chart).status === 'ready', 'ready');
    expect(el.outerHTML, 'nothing was written into the page’s own markup').to.equal(
      `<sahel-casualties lang="en"><script type="application/json">${text(contract('copied'))}</script></sahel-casualties>`,
    );
  });
});

describe('feeding: src', () => {
  it('does not fetch before the element comes near the viewport, then fetches once', async () => {
    const address = await serve(json(contract('near')));
    place({ height: '6000px' });
    const { el, heard } = put({ attributes: { src: address.url } });
    await settle();
    await pause(250);
    expect(await address.log()).to.have.length(0);
    el.scrollIntoView();
    await drawn(heard);
    expect(title(el)).to.equal('near');
    window.scrollTo(0, 0);
    await settle();
    el.scrollIntoView();
    await pause(100);
    expect(await address.log()).to.have.length(1);
    window.scrollTo(0, 0);
  });

  it('fetches at once with loading="eager", wherever the element is', async () => {
    const address = await serve(json(contract('eager')));
    place({ height: '6000px' });
    const { el, heard } = put({ attributes: { src: address.url, loading: 'eager' } });
    await drawn(heard);
    expect(title(el)).to.equal('eager');
    expect(await address.log()).to.have.length(1);
  });

  it('draws data and inline JSON at once, wherever the element is', async () => {
    place({ height: '6000px' });
    const data = put({ set: { data: contract('data far away') } });
    const inline = put({ inline: text(contract('inline far away')) });
    await drawn(data.heard);
    await drawn(inline.heard);
    expect(window.scrollY).to.equal(0);
  });

  it('still fetches when it was moved before it came near the viewport', async () => {
    const address = await serve(json(contract('moved')));
    place({ height: '6000px' });
    const { el, heard } = put({ attributes: { src: address.url } });
    await settle();
    const box = place();
    box.append(el);
    await settle();
    expect(await address.log()).to.have.length(0);
    el.scrollIntoView();
    await drawn(heard);
    window.scrollTo(0, 0);
  });

  it('still fetches when it was taken out before it came near the viewport and put back', async () => {
    const address = await serve(json(contract('put back')));
    place({ height: '6000px' });
    const { el, heard } = put({ attributes: { src: address.url } });
    await settle();
    el.remove();
    await settle();
    place().append(el);
    el.scrollIntoView();
    await drawn(heard);
    window.scrollTo(0, 0);
  });

  it('draws the newest of three addresses in every order of arrival, with one event', async function () {
    this.timeout(20_000);
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ] as const;
    for (const order of orders) {
      const holds = [freshName(), freshName(), freshName()];
      const addresses = await Promise.all(
        holds.map((hold, i) => serve(json(contract(`load ${i}`, [i + 1]), { hold }))),
      );
      const { el, heard } = put({ attributes: { loading: 'eager' } });
      for (const address of addresses) {
        el.src = address.url;
        await asked(address);
      }
      for (const i of order) {
        await open(holds[i]!);
        await pause(15);
      }
      await drawn(heard);
      await pause(40);
      expect(title(el), order.join()).to.equal('load 2');
      expect(
        heard.events.map(({ type }) => type),
        order.join(),
      ).to.deep.equal(['sahel-ready']);
      const logs = await Promise.all(addresses.map((address) => address.log()));
      expect(logs[0]![0]!.hungUp && logs[1]![0]!.hungUp, 'older requests were aborted').to.equal(true);
    }
  });

  it('aborts the request of an element that is removed, and says nothing', async () => {
    const hold = freshName();
    const address = await serve(json(contract('removed'), { hold }));
    const { el, heard } = put({ attributes: { src: address.url, loading: 'eager' } });
    await asked(address);
    el.remove();
    await hungUp(address);
    await open(hold);
    await pause(60);
    expect(heard.events).to.deep.equal([]);
    expect(tagOf(drawing(el))).to.equal('nothing');
  });

  it('fetches anew when an element that was removed in mid-request comes back', async () => {
    const hold = freshName();
    const address = await serve(json(contract('back'), { hold }));
    const { el, heard } = put({ attributes: { src: address.url, loading: 'eager' } });
    await asked(address);
    el.remove();
    await hungUp(address);
    await open(hold);
    place().append(el);
    await drawn(heard);
    expect(title(el)).to.equal('back');
    expect(heard.events).to.have.length(1);
  });

  it('does not fetch again when it is moved 20 times, in mid-request and when drawn', async () => {
    const hold = freshName();
    const address = await serve(json(contract('mover'), { hold }));
    const { el, heard } = put({ attributes: { src: address.url, loading: 'eager' } });
    await asked(address);
    for (let i = 0; i < 20; i++) place().append(el);
    await open(hold);
    await drawn(heard);
    for (let i = 0; i < 20; i++) {
      place().append(el);
      if (i % 5 === 0) await settle();
    }
    await pause(50);
    expect(await address.log()).to.have.length(1);
    expect(heard.events).to.have.length(1);
    expect(title(el)).to.equal('mover');
    expect(tagOf(drawing(el))).not.to.equal('nothing');
  });

  it('does not fetch again when it is taken out and put back after it was drawn', async () => {
    const address = await serve(json(contract('once')));
    const { el, heard } = put({ attributes: { src: address.url } });
    await drawn(heard);
    el.remove();
    await settle();
    place().append(el);
    await settle();
    await pause(50);
    expect(await address.log()).to.have.length(1);
    expect(isSeen(drawing(el))).to.equal(true);
  });

  it('sends no cookie, and no more of the page’s address than its origin', async () => {
    document.cookie = 'sahel_test=1; path=/';
    const address = await serve(json(contract('private')));
    const { heard } = put({ attributes: { src: address.url } });
    await drawn(heard);
    document.cookie = 'sahel_test=; path=/; max-age=0';
    const [visit] = await address.log();
    expect(visit!.cookie).to.equal('');
    expect(['', `${location.origin}/`]).to.include(visit!.referrer);
  });

  it('follows a redirect to a good file', async () => {
    const good = await serve(json(contract('moved permanently')));
    const address = await serve({ status: 302, headers: { location: good.url } });
    const { el, heard } = put({ attributes: { src: address.url } });
    await drawn(heard);
    expect(title(el)).to.equal('moved permanently');
  });

  it('fetches from another origin that allows it', async () => {
    const address = await serve(
      json(contract('allowed'), { headers: { 'access-control-allow-origin': '*' } }),
    );
    const { el, heard } = put({ attributes: { src: (await elsewhere()) + address.url } });
    await drawn(heard);
    expect(title(el)).to.equal('allowed');
  });

  for (const type of ['application/json; charset=utf-8', 'text/plain', 'application/geo+json']) {
    it(`accepts a file sent as ${type}`, async () => {
      const address = await serve(json(contract('typed'), { headers: { 'content-type': type } }));
      const { heard } = put({ attributes: { src: address.url } });
      await drawn(heard);
      expect(heard.errors).to.deep.equal([]);
    });
  }

  it('accepts a byte order mark in a fetched file', async () => {
    const address = await serve({ chunks: [{ text: `\ufeff${text(contract('marked'))}` }] });
    const { el, heard } = put({ attributes: { src: address.url } });
    await drawn(heard);
    expect(title(el)).to.equal('marked');
  });

  it('accepts a file of just under 2 MiB', async () => {
    const data = text(contract('large'));
    const address = await serve({ chunks: [{ text: data }, { spaces: 2 * 1024 * 1024 - data.length }] });
    const { el, heard } = put({ attributes: { src: address.url } });
    await drawn(heard);
    expect(title(el)).to.equal('large');
  });
});

const good = text(contract('unreachable'));
const latin1 = btoa(good.replace('unreachable', 'Ménaka'));
const utf16 = btoa(
  [...`\ufeff${good}`].map((c) => String.fromCharCode(c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8)).join(''),
);
interface Failure {
  readonly what: string;
  readonly code: ErrorCode;
  readonly retryable?: boolean;
  readonly script: Script;
  readonly message?: RegExp;
  readonly sentence?: string;
}
const failures: Failure[] = [
  ...[404, 410].map((status): Failure => ({
    what: `a ${status} answer`,
    code: 'E_HTTP',
    retryable: false,
    message: new RegExp(String(status)),
    script: { status, chunks: [{ text: good }] },
  })),
  ...[500, 503].map((status): Failure => ({
    what: `a ${status} answer`,
    code: 'E_HTTP',
    retryable: true,
    message: new RegExp(String(status)),
    script: { status, chunks: [{ text: good }] },
  })),
  {
    what: 'a web page sent instead of data',
    code: 'E_MIME',
    script: { headers: { 'content-type': 'text/html' }, chunks: [{ text: '<h1>Log in</h1>' }] },
  },
  {
    what: 'JSON sent as a web page',
    code: 'E_MIME',
    script: { headers: { 'content-type': 'text/html; charset=utf-8' }, chunks: [{ text: good }] },
  },
  { what: 'a file that is not UTF-8', code: 'E_ENCODING', script: { chunks: [{ base64: latin1 }] } },
  { what: 'a file in UTF-16', code: 'E_ENCODING', script: { chunks: [{ base64: utf16 }] } },
  { what: 'NaN in the file', code: 'E_JSON', script: { chunks: [{ text: '[NaN]' }] } },
  { what: 'Infinity in the file', code: 'E_JSON', script: { chunks: [{ text: '[Infinity]' }] } },
  { what: 'a trailing comma in the file', code: 'E_JSON', script: { chunks: [{ text: '{"rows":[],}' }] } },
  { what: 'an empty file', code: 'E_JSON', script: { chunks: [{ text: '' }] } },
  {
    what: 'a file over 2 MiB that does not say its length',
    code: 'E_TOO_LARGE',
    script: {
      chunks: [{ text: good }, { spaces: 1024 * 1024 }, { spaces: 1024 * 1024 }, { spaces: 65_536 }],
    },
  },
  {
    what: 'an answer that breaks off',
    code: 'E_NETWORK',
    retryable: true,
    script: { headers: { 'content-length': '5000' }, chunks: [{ text: good.slice(0, 60) }], end: 'cut' },
  },
  {
    what: 'a connection that closes without an answer',
    code: 'E_NETWORK',
    retryable: true,
    script: { status: 0 },
  },
  {
    what: 'JSON that is no contract',
    code: 'E_SCHEMA',
    retryable: false,
    script: { chunks: [{ text: '[1, 2]' }] },
    sentence: DATA,
  },
];

/** The failure as a reader, a page and a desk meet it. */
async function expectOneFailure(
  el: Chart,
  heard: Heard,
  { code, retryable, message, sentence = LOAD }: Failure,
): Promise<void> {
  await failed(heard);
  await settle();
  await pause(30);
  expect(heard.events.map(({ type }) => type)).to.deep.equal(['sahel-error']);
  const [detail] = heard.errors;
  expect(detail).to.include({ code, source: 'src' });
  if (retryable !== undefined) expect(detail!.retryable).to.equal(retryable);
  if (message) expect(detail!.message).to.match(message);
  expect(detail!.message).to.be.a('string').and.not.equal('');
  expectSentenceOnly(el, sentence);
}

describe('feeding: src that fails', () => {
  for (const failure of failures) {
    it(`says ${failure.code} once, and one sentence, for ${failure.what}`, async () => {
      const address = await serve(failure.script);
      const { el, heard } = put({ attributes: { src: address.url } });
      const next = put({ set: { data: contract('next') } });
      await expectOneFailure(el, heard, failure);
      await drawn(next.heard);
    });
  }

  it('says E_NETWORK for another origin that does not allow it', async () => {
    const address = await serve(json(contract('forbidden')));
    const { el, heard } = put({ attributes: { src: (await elsewhere()) + address.url } });
    await expectOneFailure(el, heard, { what: '', code: 'E_NETWORK', retryable: true, script: {} });
  });

  it('says E_NETWORK for a host that does not answer', async () => {
    const { el, heard } = put({ attributes: { src: `http://${location.hostname}:9/data.json` } });
    await expectOneFailure(el, heard, { what: '', code: 'E_NETWORK', script: {} });
  });

  for (const src of [
    'javascript:window.__canary=1',
    `data:application/json,${encodeURIComponent(good)}`,
    'file:///etc/hostname',
    'http://[',
  ]) {
    it(`says E_NETWORK without a request for src="${src.slice(0, 22)}"`, async () => {
      const { el, heard } = put({ attributes: { src } });
      await expectOneFailure(el, heard, { what: '', code: 'E_NETWORK', script: {} });
      expect((window as any).__canary).to.equal(undefined);
    });
  }

  it('stops reading a file that is too large', async () => {
    const address = await serve({
      chunks: Array.from({ length: 40 }, () => ({ spaces: 512 * 1024, wait: 20 })),
    });
    const { heard } = put({ attributes: { src: address.url } });
    await failed(heard);
    expect(heard.errors[0]!.code).to.equal('E_TOO_LARGE');
    await hungUp(address);
  });

  describe('with a deadline of 10 s that the test shortens', () => {
    const real = window.setTimeout;
    before(() => {
      window.setTimeout = ((handler: () => void, ms?: number, ...rest: unknown[]) =>
        real(handler, ms === 10_000 ? 250 : ms, ...rest)) as typeof window.setTimeout;
    });
    after(() => {
      window.setTimeout = real;
    });
    for (const [what, script] of [
      ['headers that never come', { end: 'never' }],
      ['a body that drips and never ends', { chunks: [{ text: '{' }], drip: 20 }],
      ['a body that stops half way', { chunks: [{ text: good.slice(0, 80) }, { gate: freshName() }] }],
    ] as const) {
      it(`says E_TIMEOUT for ${what}, and hangs up`, async () => {
        const address = await serve(script);
        const { el, heard } = put({ attributes: { src: address.url } });
        await expectOneFailure(el, heard, { what, code: 'E_TIMEOUT', retryable: true, script });
        await hungUp(address);
      });
    }
  });

  it('shows the sentence only, never old figures, when a new src fails', async () => {
    const first = await serve(json(contract('old heading', [111, 222])));
    const second = await serve({ status: 404 });
    const { el, heard } = put({ attributes: { src: first.url } });
    await drawn(heard);
    el.src = second.url;
    await failed(heard);
    await settle();
    expectSentenceOnly(el, LOAD);
    expect(heard.events.map(({ type }) => type)).to.deep.equal(['sahel-ready', 'sahel-error']);
    expect(el.stale).to.equal(false);
    expect(() => el.toSVG()).to.throw();
  });

  it('shows the sentence only when new data or new inline JSON is refused', async () => {
    const { el, heard } = await draw(contract('old heading', [111, 222]));
    el.data = contract('refused', [-1]);
    await failed(heard);
    await settle();
    expectSentenceOnly(el, DATA);
    expect(heard.errors[0]).to.include({ code: 'E_VALUE', path: 'rows[0].value', source: 'data' });
    el.data = contract('good again');
    await drawn(heard, 2);
    expect(title(el)).to.equal('good again');
    expect(tagOf(one(el, '[part~=message][role=alert]'))).to.equal('nothing');
  });

  it('can be fed again after a failure', async () => {
    const bad = await serve({ status: 500 });
    const fine = await serve(json(contract('fine')));
    const { el, heard } = put({ attributes: { src: bad.url } });
    await failed(heard);
    el.src = fine.url;
    await drawn(heard);
    expect(title(el)).to.equal('fine');
    expect(heard.events.map(({ type }) => type)).to.deep.equal(['sahel-error', 'sahel-ready']);
  });

  it('lists every fault of refused data, with code, path, expected and received', async () => {
    const data = contract('faults', [1, -2, 3]);
    data.rows[2].period = '2023-13';
    data.method = 'guessed';
    const { el, heard } = put({ set: { data } });
    await failed(heard);
    const { faults, code, path } = heard.errors[0]!;
    expect(faults.map((fault) => fault.path)).to.include.members([
      'method',
      'rows[1].value',
      'rows[2].period',
    ]);
    expect({ code, path }).to.deep.equal({ code: faults[0]!.code, path: faults[0]!.path });
    for (const fault of faults)
      expect(Object.keys(fault)).to.include.members(['code', 'path', 'expected', 'received']);
    expect(el.notes).to.deep.equal([]);
  });

  for (const [what, data, code] of [
    ['no object', 5, 'E_SCHEMA'],
    ['a list', [], 'E_SCHEMA'],
    ['a text', 'x', 'E_SCHEMA'],
    ['a newer schema', contract('x', [1], { schema: 'casualties/99' }), 'E_VERSION'],
    ['no schema', contract('x', [1], { schema: undefined }), 'E_VERSION'],
    ['a number as text', contract('x', ['12' as unknown as number]), 'E_TYPE'],
    ['an empty text as value', contract('x', ['' as unknown as number]), 'E_TYPE'],
    ['true as value', contract('x', [true as unknown as number]), 'E_TYPE'],
    ['NaN as value', contract('x', [NaN]), 'E_VALUE'],
    [
      'a day that does not exist',
      contract('x', [1], { source: { producer: 'x', asOf: '2025-02-30' } }),
      'E_DATE',
    ],
  ] as const) {
    it(`refuses ${what} with ${code}, one event and one sentence`, async () => {
      const { el, heard } = put({ set: { data } });
      await failed(heard);
      await settle();
      expect(heard.events).to.have.length(1);
      expect(heard.errors[0]).to.include({ code, source: 'data' });
      expectSentenceOnly(el, DATA);
    });
  }
});

describe('feeding: refresh()', () => {
  const start = async (first: Script = json(contract('standing', [11, 22]))) => {
    const address = await serve(first);
    const made = put({ attributes: { src: address.url } });
    await drawn(made.heard);
    return { address, ...made };
  };

  it('draws newer figures, with one more sahel-ready', async () => {
    const { el, heard, address } = await start();
    await address.plays(json(contract('newer', [33, 44])));
    await el.refresh();
    await drawn(heard, 2);
    expect(title(el)).to.equal('newer');
    expect(el.status).to.equal('ready');
    expect(el.stale).to.equal(false);
    expect(heard.events).to.have.length(2);
    expect(await address.log()).to.have.length(2);
  });

  it('leaves the picture in place while it waits, and says refreshing', async () => {
    const { el, heard, address } = await start();
    const svg = drawing(el)!.outerHTML;
    const hold = freshName();
    await address.plays(json(contract('newer'), { hold }));
    const done = el.refresh();
    await asked(address, 2);
    await el.updateComplete;
    expect(el.status).to.equal('refreshing');
    expect(drawing(el)!.outerHTML).to.equal(svg);
    await open(hold);
    await done;
    await drawn(heard, 2);
    expect(title(el)).to.equal('newer');
  });

  for (const [what, script, code] of [
    ['fails', { status: 503 }, 'E_HTTP'],
    ['is no JSON', { chunks: [{ text: '<' }] }, 'E_JSON'],
    ['is refused', json(contract('refused', [-1])), 'E_VALUE'],
  ] as const) {
    it(`keeps the last good picture, marked stale, with one event, when the answer ${what}`, async () => {
      const { el, heard, address } = await start();
      const svg = drawing(el)!.outerHTML;
      const table = el.toCSV();
      await address.plays(script);
      await el.refresh();
      await failed(heard);
      await settle();
      expect(heard.events.map(({ type }) => type)).to.deep.equal(['sahel-ready', 'sahel-error']);
      expect(heard.errors[0]).to.include({ code, source: 'src' });
      expect(el.status).to.equal('ready');
      expect(el.stale).to.equal(true);
      expect(drawing(el)!.outerHTML).to.equal(svg);
      expect(title(el)).to.equal('standing');
      expect(el.toCSV()).to.equal(table);
      const mark = all(el, '[part~=message]').find((message) => message.textContent.trim());
      expect(mark?.textContent).to.include('could not be updated').and.include('31 January 2025');
      expect(isSeen(mark)).to.equal(true);
      await address.plays(json(contract('good again', [5])));
      await el.refresh();
      await drawn(heard, 2);
      await settle();
      expect(el.stale).to.equal(false);
      expect(said(el, 'message')).to.equal('');
    });
  }

  it('aborts an older refresh, which then says nothing', async () => {
    const { el, heard, address } = await start();
    const hold = freshName();
    await address.plays(json(contract('older'), { hold }));
    const first = el.refresh();
    await asked(address, 2);
    await address.plays(json(contract('newest')));
    await el.refresh();
    await open(hold);
    await first;
    await pause(40);
    expect(title(el)).to.equal('newest');
    expect(heard.events).to.have.length(2);
  });

  it('can succeed after the first load failed', async () => {
    const address = await serve({ status: 500 });
    const { el, heard } = put({ attributes: { src: address.url } });
    await failed(heard);
    await el.refresh();
    await failed(heard, 2);
    await settle();
    expect(el.status).to.equal('error');
    expect(el.stale).to.equal(false);
    await address.plays(json(contract('at last')));
    await el.refresh();
    await drawn(heard);
    expect(title(el)).to.equal('at last');
    expect(heard.events).to.have.length(3);
  });

  it('refreshes an empty chart, and keeps it empty and stale when that fails', async () => {
    const { el, heard, address } = await start(json(contract('empty', [])));
    expect(el.status).to.equal('empty');
    const hold = freshName();
    await address.plays({ status: 500, hold });
    const done = el.refresh();
    await asked(address, 2);
    await settle();
    expect(el.status).to.equal('refreshing');
    expect(tagOf(drawing(el)), 'a drawing of nothing').to.equal('nothing');
    await open(hold);
    await done;
    await failed(heard);
    await settle();
    expect(el.stale).to.equal(true);
    expect(tagOf(drawing(el)), 'a drawing of nothing').to.equal('nothing');
    expect(words(el)).to.include(String(en.text.empty));
    await address.plays(json(contract('filled', [1])));
    await el.refresh();
    await drawn(heard, 2);
    expect(el.status).to.equal('ready');
    expect(tagOf(drawing(el))).not.to.equal('nothing');
  });

  it('keeps a withdrawn chart withdrawn when a refresh fails', async () => {
    const withdrawn = contract('withdrawn', [1], {
      notices: [{ on: '2025-03-01', kind: 'withdrawal', text: 'The source withdrew it.' }],
    });
    const { el, heard, address } = await start(json(withdrawn));
    expect(el.status).to.equal('withdrawn');
    await address.plays({ status: 500 });
    await el.refresh();
    await failed(heard);
    await settle();
    expect(tagOf(drawing(el))).to.equal('nothing');
    expect(el.status).to.equal('withdrawn');
    // No older figures stand, so none are said to; and none are handed out.
    expect(words(el)).not.to.include('still shows');
    expect(words(el)).to.include('could not be loaded');
    expect(el.toCSV()).to.include('The source withdrew it.').and.not.to.include('2021');
  });

  it('does nothing for data that did not come from src', async () => {
    const { el, heard } = await draw(contract('data'));
    await el.refresh();
    await settle();
    expect(heard.events).to.have.length(1);
    expect(el.status).to.equal('ready');
  });
});

describe('feeding: events', () => {
  it('sends events that bubble out of shadow roots with a plain JSON detail', async () => {
    const host = place();
    const inner = host.attachShadow({ mode: 'open' });
    const heard = listen(document);
    put({ set: { data: contract('inside', [3, 2], { oddity: 1 }) }, into: inner });
    put({ set: { data: contract('refused', [-1]) }, into: inner });
    await until(() => heard.ready.length && heard.errors.length, 'both events');
    for (const event of heard.events) {
      expect(event).to.include({ bubbles: true, composed: true });
      expect(JSON.parse(JSON.stringify(event.detail))).to.deep.equal(event.detail);
    }
    expect(heard.ready[0]!.schema).to.equal('casualties/1');
    expect(heard.ready[0]!.notes.map(({ code }) => code)).to.include('W_UNKNOWN_FIELD');
    expect(Object.keys(heard.errors[0]!)).to.have.members([
      'code',
      'message',
      'path',
      'source',
      'retryable',
      'faults',
    ]);
  });

  it('survives a page whose own listener throws', async () => {
    const { el, heard } = put();
    // The page's error is the page's own: it must not reach ours.
    const stop = (event: ErrorEvent): void => {
      if (event.message.includes('from the page itself')) event.stopImmediatePropagation();
    };
    window.addEventListener('error', stop, true);
    const { onerror } = window;
    window.onerror = () => true;
    el.addEventListener('sahel-ready', () => {
      throw new Error('from the page itself');
    });
    el.data = contract('first');
    await drawn(heard);
    el.data = contract('second');
    await drawn(heard, 2);
    expect(title(el)).to.equal('second');
    window.removeEventListener('error', stop, true);
    window.onerror = onerror;
  });

  it('goes from idle to loading to ready, and settles updateComplete', async () => {
    const hold = freshName();
    const address = await serve(json(contract('way'), { hold }));
    const { el, heard } = put();
    expect(el.status).to.equal('idle');
    el.src = address.url;
    await asked(address);
    await el.updateComplete;
    expect(el.status).to.equal('loading');
    await open(hold);
    await drawn(heard);
    expect(el.status).to.equal('ready');
    await el.updateComplete;
  });
});

describe('feeding: a page of its own', () => {
  it('resolves src against the page’s <base href>', async () => {
    const address = await serve(json(contract('based')));
    const iframe = await framePage(
      `<!doctype html><html lang="en"><title>base</title><base href="/__faults/answer/">
       <script type="module" src="/src/define.ts"></script>
       <sahel-casualties src="${address.name}"></sahel-casualties></html>`,
    );
    const el = iframe.contentDocument!.querySelector('sahel-casualties')!;
    await until(() => el.status === 'ready', 'ready', 9000);
    expect(title(el)).to.equal('based');
  });
});

noErrorReachedThePage();
