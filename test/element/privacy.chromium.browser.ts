// Readers at risk: what a chart asks for, stores, tells and leaves behind, while everything is done that can be done with it.
import {
  all,
  type Chart,
  drawing,
  expect,
  frameAt,
  noErrorReachedThePage,
  one,
  pause,
  settle,
  until,
  watchPage,
} from '../support/browser/page.js';
import { type Address, elsewhere, fixtures, json, serve } from '../support/browser/server.js';

watchPage();

let examples: [string, any][];
before(async () => {
  examples = [
    ['casualties', (await fixtures('casualties'))['article']],
    ['attribution', (await fixtures('attribution'))['four-actors']],
    ['gold-gauge', (await fixtures('gold-gauge'))['industrial-2024']],
  ];
});

/** Everything a page could be spied on by: touched is recorded, and left as it was. */
const SPIES = `
  window.touched = []; window.violations = []; window.downloads = []; window.heard = [];
  const spy = (owner, name, what = name) => {
    for (let at = owner; at; at = Object.getPrototypeOf(at)) {
      const found = Object.getOwnPropertyDescriptor(at, name);
      if (!found) continue;
      const told = (call) => call && function (...args) { touched.push(what); return Reflect.apply(call, this ?? window, args); };
      if (found.configurable) {
        if ('value' in found) Object.defineProperty(at, name, { configurable: true, get: () => (touched.push(what), found.value) });
        else Object.defineProperty(at, name, { ...found, get: told(found.get), set: told(found.set) });
        return true;
      }
    }
    return false;
  };
  window.spied = [
    [document, 'cookie'], [document, 'referrer'], [document, 'lastModified'],
    ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore', 'name'].map((name) => [window, name]),
    ...['sendBeacon', 'serviceWorker', 'storage', 'geolocation', 'userAgent', 'userAgentData', 'platform', 'plugins', 'vendor',
        'hardwareConcurrency', 'deviceMemory', 'language', 'languages', 'connection', 'doNotTrack', 'mediaDevices'].map((name) => [navigator, name, 'navigator.' + name]),
    ...['XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'SharedWorker', 'BroadcastChannel', 'RTCPeerConnection', 'FontFace',
        'Notification', 'AudioContext', 'open', 'postMessage', 'screen'].map((name) => [window, name]),
    [document, 'fonts'], [history, 'pushState', 'history.pushState'], [history, 'replaceState', 'history.replaceState'],
  ].flatMap(([owner, name, what = name]) => (spy(owner, name, what) ? [what] : []));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    violations.push(effectiveDirective + ' ' + blockedURI.slice(0, 80)));
  HTMLAnchorElement.prototype.click = function () { downloads.push([this.download, this.href.split(':')[0]].join(' ')); };
  for (const type of ['sahel-ready', 'sahel-error', 'error', 'unhandledrejection'])
    addEventListener(type, ({ type, message = '' }) => heard.push((type + ' ' + message).trim()));
  window.keys = Reflect.ownKeys(window);
  window.shapes = (() => {
    const tell = (owner) => Reflect.ownKeys(owner).map((key) => {
      const { value, get, set, writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(owner, key);
      return [key, value, get, set, writable, enumerable, configurable];
    });
    const owners = [Object, Array, String, Number, Function, Promise, Map, Set, RegExp, Date, JSON, Math, Intl, EventTarget, Node, Element,
      HTMLElement, SVGElement, ShadowRoot, Document, Event, CustomElementRegistry].flatMap((one) => (one.prototype ? [one, one.prototype] : [one]));
    const before = owners.map(tell);
    return () => owners.flatMap((owner, i) => tell(owner).flatMap((now, k) =>
      before[i].length === tell(owner).length && now.every((part, j) => Object.is(part, before[i][k][j])) ? [] : [String(owner.name ?? owner) + '.' + String(now[0])]));
  })();
  const html = () => document.documentElement.outerHTML.replace(/<sahel-.*?<\\/sahel-[a-z-]+>/gs, (tag) => tag);
  window.page = () => [html(), document.adoptedStyleSheets.length, document.styleSheets.length, document.title, location.href].join('\\n');
`;

/** Allows what is documented, reports (and lets through) everything else. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'self'; style-src 'none'; connect-src 'none'; img-src 'none'; font-src 'none'";

interface Spied {
  readonly window: any;
  readonly charts: readonly Chart[];
  readonly asked: () => string[];
}

async function open(body: string, lang = 'en'): Promise<Spied> {
  const page = await serve({
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy-report-only': POLICY,
      // A careless page: it would tell everything to everybody.
      'referrer-policy': 'unsafe-url',
    },
    chunks: [
      {
        text: `<!doctype html><html lang="${lang}"><head><title>private</title><script>document.cookie = 'secret=1; path=/'; localStorage.setItem('sahel-test', 'x')</script><script>${SPIES}</script></head>
          <body>${body}<script>window.before = window.page()</script>
          <script type="module" src="/dist/cdn/sahel-charts.js"></script></body></html>`,
      },
    ],
  });
  const iframe = await frameAt(`${page.url}?story=secret-source`, true);
  const inner = iframe.contentWindow as any;
  return {
    window: inner,
    charts: [...iframe.contentDocument!.querySelectorAll<Chart>('[data-chart]')],
    asked: () =>
      inner.performance
        .getEntriesByType('resource')
        .map(
          ({ name, initiatorType }: PerformanceResourceTiming) =>
            `${initiatorType} ${name.replace(location.origin, '')}`,
        )
        .filter((text: string) => !text.includes('favicon')),
  };
}

/** All that a reader can do to it. */
async function useAll({ window: inner, charts }: Spied): Promise<void> {
  for (const el of charts) {
    const plot = one(el, '[part~=plot]')!;
    const { left, top, width, height } = plot.getBoundingClientRect();
    for (let i = 1; i < 8; i++) {
      const at = {
        clientX: left + (width * i) / 8,
        clientY: top + (height * i) / 8,
        bubbles: true,
        composed: true,
      };
      plot.dispatchEvent(new inner.PointerEvent('pointermove', at));
      plot.dispatchEvent(new inner.MouseEvent('click', at));
      await settle();
    }
    one(el, '[role=gridcell]:not([hidden])')!.focus();
    for (const key of ['ArrowRight', 'ArrowUp', 'End', 'Home', 'Enter', 'Escape'])
      one(el, '[role=grid]')!.dispatchEvent(
        new inner.KeyboardEvent('keydown', { key, bubbles: true, composed: true }),
      );
    one(el, '.fold')!.click();
    await until(() => one(el, 'table'), 'the table');
    for (const button of all(el, 'th button, button[value]')) button.click();
    await el.toPNG({ width: 400 });
    el.toSVG();
    el.toCSV();
    el.theme = 'dark';
    el.parentElement!.style.width = '500px';
    await settle();
  }
  inner.dispatchEvent(new inner.Event('beforeprint'));
  inner.dispatchEvent(new inner.Event('afterprint'));
  await pause(150);
}

const element = (chart: string, inside = '', attributes = ''): string =>
  `<div style="width:640px"><sahel-${chart} data-chart loading="eager" ${attributes}>${inside}</sahel-${chart}></div>`;

for (const lang of ['en', 'fr'])
  for (const feed of ['data', 'inline', 'src'] as const)
    describe(`privacy: ${feed}, ${lang}`, () => {
      let spied: Spied;
      let addresses: Address[] = [];
      let path = '';

      before(async function () {
        this.timeout(30_000);
        addresses = await Promise.all(examples.map(([, data]) => serve(json(data))));
        const body = examples.map(([chart, data], i) =>
          element(
            chart,
            feed === 'inline'
              ? `<script type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`
              : '',
            feed === 'src' ? `src="${addresses[i]!.url}"` : '',
          ),
        );
        spied = await open(body.join(''), lang);
        path = spied.window.location.href;
        if (feed === 'data') spied.charts.forEach((el, i) => (el.data = examples[i]![1]));
        await until(
          () => spied.charts.every((el) => el.status === 'ready' && drawing(el)),
          () => `ready: ${spied.charts.map(({ status }) => status).join()}`,
          9000,
        );
        await settle();
        await useAll(spied);
      });

      it('asks for the documented files, once each, and for nothing else', () => {
        const files = ['sahel-charts.js', ...(lang === 'fr' ? ['lang/fr.js'] : [])].map(
          (file) => `/dist/cdn/${file}`,
        );
        const data = feed === 'src' ? addresses.map(({ url }) => url) : [];
        const asked = spied.asked();
        expect(asked.map((text) => text.split(' ')[1]).toSorted()).to.deep.equal(
          [...files, ...data].toSorted(),
        );
        // What a policy sees and the list of files cannot: a picture made of a data: address, for PNG alone.
        const allowed = [
          /^img-src data/,
          /^style-src-attr inline$/,
          ...(feed === 'src' ? [/^connect-src /] : []),
        ];
        const others = spied.window.violations.filter(
          (text: string) => !allowed.some((one) => one.test(text)),
        );
        expect(others).to.deep.equal([]);
        expect(
          new Set(spied.window.violations.filter((text: string) => text.startsWith('connect-src'))).size,
        ).to.equal(data.length);
        expect(
          spied.window.violations.filter((text: string) => text.startsWith('img-src')).length,
        ).to.be.above(0);
      });

      it('stores nothing, sends nothing and asks the browser nothing about the reader', () => {
        expect(spied.window.spied.length, 'ways that are watched').to.be.above(25);
        expect(spied.window.spied).to.include.members([
          'cookie',
          'localStorage',
          'sessionStorage',
          'indexedDB',
          'navigator.sendBeacon',
          'FontFace',
        ]);
        expect([...new Set(spied.window.touched)]).to.deep.equal([]);
      });

      it('writes files by an address of the page’s own that nobody else can ask for', () => {
        const names = examples.flatMap(([chart]) =>
          ['csv', 'svg', 'png'].map((format) => `${chart}.${format} blob`),
        );
        expect(spied.window.downloads.toSorted()).to.deep.equal(names.toSorted());
      });

      it('adds Lit’s four names and one symbol to the page, and changes nothing of the language or the document', () => {
        const inner = spied.window;
        const known = new Set<PropertyKey>([...inner.keys, 'keys', 'shapes', 'page', 'before']);
        const added = Reflect.ownKeys(inner).filter((key) => !known.has(key));
        expect(added.map(String).toSorted()).to.deep.equal(
          [
            'Symbol(sahel-charts.1)',
            'litElementVersions',
            'litHtmlVersions',
            'litPropertyMetadata',
            'reactiveElementVersions',
          ].filter((name) => added.map(String).includes(name)),
        );
        expect(added.map(String)).to.include('Symbol(sahel-charts.1)').and.include('litElementVersions');
        expect(Object.keys(inner)).not.to.include('sahel');
        expect(inner.shapes()).to.deep.equal([]);
        for (const el of spied.charts) {
          el.removeAttribute('theme');
          el.parentElement!.style.width = '640px';
        }
        const [before, after] = [inner.before, inner.page()].map((text: string) =>
          text.replace(/<script>window\.before.*$/s, '').replaceAll(/style="width: ?640px;?"/g, ''),
        );
        expect(after === before, 'the page’s own HTML').to.equal(true);
      });

      if (feed === 'src')
        it('tells the server of src where the reader comes from, and neither the page nor who it is', async () => {
          expect(path).to.include('secret-source');
          for (const address of addresses) {
            const visits = await address.log();
            expect(visits).to.have.length(1);
            const [visit] = visits;
            expect(visit!.url).to.equal(address.url);
            expect(visit!.referrer).to.equal(`${location.origin}/`);
            expect(visit!.cookie).to.equal('');
          }
        });

      it('says nothing to the page but that it is ready', () => {
        expect(spied.window.heard.filter((text: string) => text !== 'sahel-ready')).to.deep.equal([]);
      });
    });

describe('privacy: src on another host', () => {
  it('tells that host the page’s origin alone, without cookies, and asks nothing else of it', async function () {
    this.timeout(20_000);
    const other = await elsewhere();
    const [chart, data] = examples[0]!;
    const address = await serve(
      json(data, { headers: { 'access-control-allow-origin': '*', 'set-cookie': 'them=1' } }),
    );
    const spied = await open(element(chart, '', `src="${other}${address.url}"`));
    await until(() => spied.charts[0]!.status === 'ready', 'ready', 9000);
    await spied.charts[0]!.refresh();
    await useAll(spied);
    const visits = await address.log();
    expect(visits).to.have.length(2);
    for (const visit of visits) {
      expect(visit.url).to.equal(address.url);
      expect(visit.referrer).to.equal(`${location.origin}/`);
      expect(visit.cookie).to.equal('');
    }
    expect(spied.asked().filter((text) => text.includes(other))).to.have.length(2);
  });
});

describe('privacy: sound', () => {
  it('is fetched at the first click of Play, once for the page, and there is no audio before', async function () {
    this.timeout(20_000);
    const spied = await open(
      examples
        .map(([chart, data]) =>
          element(
            chart,
            `<script type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
          ),
        )
        .join(''),
    );
    await until(() => spied.charts.every(({ status }) => status === 'ready'), 'ready', 9000);
    const plays = spied.charts.flatMap((el) => all<HTMLButtonElement>(el, '.tools > button:not([value])'));
    expect(plays.length, 'charts that can be heard').to.be.above(0);
    expect(spied.asked().join()).not.to.include('sound');
    expect(spied.window.touched).to.deep.equal([]);
    for (const play of plays) {
      play.click();
      await until(() => spied.asked().join().includes('/dist/cdn/sound.js'), 'the sound');
      await pause(60);
      play.click();
      await settle();
    }
    expect(spied.asked().filter((text) => !text.includes('sahel-charts.js'))).to.have.length(1);
    expect([...new Set(spied.window.touched)].filter((what) => what !== 'AudioContext')).to.deep.equal([]);
    expect(spied.window.heard.filter((text: string) => text !== 'sahel-ready')).to.deep.equal([]);
  });
});

describe('privacy: the watch', () => {
  it('sees a cookie, a font, a beacon, a picture, a global and a changed prototype', async function () {
    this.timeout(20_000);
    const spied = await open(element(examples[0]![0]));
    const { window: inner } = spied;
    inner.eval(`document.cookie; localStorage.length; navigator.sendBeacon('/nowhere'); new Image().src = '/nowhere.png';
      new FontFace('x', 'url(/nowhere.woff2)').load().catch(() => {}); fetch('/nowhere'); Array.prototype.oops = 1; window.leak = 1;`);
    await pause(200);
    expect(inner.touched).to.include.members(['cookie', 'localStorage', 'navigator.sendBeacon', 'FontFace']);
    for (const directive of ['img-src', 'font-src', 'connect-src'])
      expect(
        inner.violations.some((text: string) => text.startsWith(directive)),
        directive,
      ).to.equal(true);
    expect(spied.asked().join()).to.include('/nowhere.png');
    expect(inner.shapes().join()).to.include('oops');
    expect(Reflect.ownKeys(inner).includes('leak') && !inner.keys.includes('leak')).to.equal(true);
  });
});

noErrorReachedThePage();
