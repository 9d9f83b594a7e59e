// Nothing in data runs, asks for anything, or becomes markup; and a strict page loses nothing by us.
import '../../src/define.js';
import {
  all,
  type Chart,
  clean,
  clearPage,
  contract,
  draw,
  drawing,
  expect,
  framePage,
  isSeen,
  noErrorReachedThePage,
  one,
  put,
  said,
  settle,
  until,
  watchPage,
} from '../support/browser/page.js';
import { clickAt, enter, middle, moveTo, press } from '../support/browser/reader.js';
import { fixtures, json, serve } from '../support/browser/server.js';

watchPage();

let contracts: Record<string, any>;
before(async () => {
  contracts = await fixtures();
});

const payloads = [
  '<img src=x onerror=window.__canary=1>',
  '"><svg onload=window.__canary=1>',
  "'-window.__canary=1-'",
  '</script><script>window.__canary=1</script>',
  '</title></style></textarea><iframe srcdoc="<script>parent.__canary=1</script>">',
  '&lt;b&gt; & "quotes" \'x\' &amp;amp;',
  '{{constructor.constructor("window.__canary=1")()}} ${window.__canary=1} {n} {who} $& $1',
  '<a href="javascript:window.__canary=1">x</a>',
  'javascript:window.__canary=1',
  '<!--?lit$123456789$--><?lit$1$>',
  ']]></desc><script xmlns="http://www.w3.org/1999/xhtml">window.__canary=1</script>',
  'url(//evil.invalid/x) red;background:url(//evil.invalid/y) @import "//evil.invalid/z"',
];

/** Every text field of the contract holds the payload. */
const poisoned = (payload: string): any => ({
  schema: 'casualties/1',
  title: { en: payload },
  subtitle: payload,
  place: payload,
  measure: 'killed',
  victims: 'civilians',
  method: 'reported',
  relation: 'involving',
  actors: [payload, { en: payload }],
  interval: 'source-range',
  contentNote: payload,
  caveat: payload,
  source: {
    producer: payload,
    asOf: '2025-11-21',
    via: payload,
    accessed: '2025-11-22',
    url: payload,
    query: payload,
    changes: payload,
    licence: payload,
  },
  notices: [{ on: '2025-11-22', kind: 'correction', text: payload }],
  events: [
    { at: '2024', label: payload, kind: 'series-break', url: payload },
    { at: '2025-03', to: '2025-06', label: { en: payload }, url: payload },
  ],
  rows: [
    {
      period: '2023',
      value: 10,
      low: 5,
      high: 20,
      note: payload,
      previous: [{ asOf: '2024-01-01', value: 9 }],
    },
    { period: '2024', value: 20, note: { en: payload } },
    { period: '2025', value: 5, note: payload },
  ],
  [payload]: payload,
  style: payload,
  color: 'red;background:url(//evil.invalid/c)',
  formatter: 'function(){window.__canary=1}',
  onClick: 'window.__canary=1',
});

const allowed = new Set(
  `svg g path rect circle line text tspan title desc defs clipPath pattern linearGradient stop use a figure figcaption table thead
   tbody tr th td caption div span p button ul ol li dl dt dd details summary slot h2 h3 h4 h5 h6 small time b`
    .split(/\s+/)
    .filter(Boolean),
);

/** What must not be in a chart, whatever its data says. */
function intruders(el: Chart): string[] {
  const found: string[] = [];
  for (const node of all(el, '*')) {
    if (!allowed.has(node.localName)) found.push(`<${node.localName}>`);
    for (const { name, value } of node.attributes) {
      if (/^on/i.test(name) || name === 'srcdoc') found.push(`${node.localName} ${name}="${value}"`);
      if (/^(href|src|xlink:href|action)$/.test(name) && !/^https?:\/\//.test(value))
        found.push(`${node.localName} ${name}="${value}"`);
      if (/url\(|evil\.invalid/.test(value) && !/^(aria-|title)/.test(name))
        found.push(`${name}="${value.slice(0, 80)}"`);
    }
  }
  return found;
}

/** All a reader can do to it. */
async function useAll(el: Chart): Promise<void> {
  one(el, '.fold')?.click();
  await el.updateComplete;
  await enter(el);
  await press('ArrowRight', 'Enter', 'End', ']', '[');
  const [x, y] = middle(drawing(el)!);
  await moveTo(x, y);
  await clickAt(x, y);
  for (const link of all<HTMLAnchorElement>(el, 'a'))
    link.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  el.toSVG();
  el.toCSV();
}

const canary = (): unknown => (window as any).__canary;
const requests = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => /evil\.invalid|\/x$/.test(name));

describe('security: payloads', () => {
  for (const payload of payloads) {
    it(`shows ${payload.slice(0, 46)} as text in every field, by data, inline JSON and src`, async function () {
      this.timeout(20_000);
      const data = poisoned(payload);
      const address = await serve(json(data));
      const ways = {
        data: put({ set: { data } }),
        inline: put({ inline: JSON.stringify(data).replaceAll('<', '\\u003c') }),
        src: put({ attributes: { src: address.url, loading: 'eager' } }),
      };
      for (const [way, { el, heard }] of Object.entries(ways)) {
        await until(() => heard.events.length, `an event (${way})`);
        expect(heard.errors, way).to.deep.equal([]);
        el.scrollIntoView();
        await useAll(el);
        expect(intruders(el), way).to.deep.equal([]);
        const shown = clean(payload);
        expect(said(el, 'title'), way).to.equal(shown);
        expect(said(el, 'subtitle'), way).to.equal(shown);
        expect(said(el, 'caveat'), way).to.include(shown);
        expect(said(el, 'source'), way).to.include(shown);
        expect(said(el, 'note'), way).to.include(shown);
        const notes = all(el, 'table tbody tr').map((row) => clean(row.lastElementChild!.textContent));
        for (const note of notes) expect(note, way).to.include(shown);
        expect(clean(one(el, 'caption')!.textContent), way).to.equal(shown);
        const codes = el.notes.map(({ code }) => code);
        expect(codes, way).to.include.members(['W_URL', 'W_UNKNOWN_FIELD']);
        // The file a reader takes away.
        const svg = new DOMParser().parseFromString(el.toSVG(), 'image/svg+xml');
        expect(
          svg.querySelector('parsererror, script, a, image, foreignObject, style, iframe, img') === null,
        ).to.equal(true);
        expect(clean(svg.documentElement.textContent).replaceAll(' ', '')).to.include(
          shown.slice(0, 12).replaceAll(' ', ''),
        );
        el.remove();
      }
      await settle();
      expect(canary()).to.equal(undefined);
      expect(requests()).to.deep.equal([]);
      expect(({} as any).polluted).to.equal(undefined);
      clearPage();
    });
  }

  it('shows payloads in the keys of data nowhere, and pollutes nothing by __proto__', async () => {
    const data = JSON.parse(
      JSON.stringify(contract('keys', [1, 2]))
        .replace('{', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},')
        .replace('"rows":[{', '"rows":[{"__proto__":{"polluted":1,"value":99},'),
    );
    const { el } = await draw(data);
    expect(({} as any).polluted).to.equal(undefined);
    expect(el.toCSV()).not.to.include('99');
    expect(intruders(el)).to.deep.equal([]);
  });

  it('shows texts keyed by __proto__, constructor and toString as ordinary text', async () => {
    const { el } = await draw(
      contract('x', [1], { title: JSON.parse('{"__proto__":"the prototype","toString":"the method"}') }),
    );
    expect(['the prototype', 'the method']).to.include(said(el, 'title'));
  });

  it('shows payloads in attributes nowhere', async () => {
    const payload = payloads[0]!;
    const { el } = await draw(contract('attributes'), {
      attributes: {
        view: payload,
        highlight: payload,
        theme: payload,
        lang: payload,
        'heading-level': payload,
        class: payload,
      },
    });
    await useAll(el);
    expect(intruders(el)).to.deep.equal([]);
    expect(canary()).to.equal(undefined);
  });

  it('says an error about hostile data without repeating it at length, and as text', async () => {
    const long = `${payloads[0]}${'A'.repeat(5000)}`;
    const { el, heard } = put({ set: { data: contract('x', [1], { method: long, measure: long }) } });
    await until(() => heard.errors.length, 'an error');
    await settle();
    expect(JSON.stringify(heard.errors).length).to.be.below(2000);
    expect(intruders(el)).to.deep.equal([]);
    expect(canary()).to.equal(undefined);
  });
});

describe('security: addresses', () => {
  for (const url of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://example.org/1',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/rel',
    '',
    'https://user:secret@example.org/',
  ]) {
    it(`makes no link of ${JSON.stringify(url)} and notes W_URL`, async () => {
      const { el } = await draw(contract('x', [1], { source: { producer: 'P', asOf: '2025-01-31', url } }));
      expect(all(el, 'a').length).to.equal(0);
      expect(el.notes.map(({ code }) => code)).to.include('W_URL');
    });
  }

  it('makes a link of an https address, with its host shown and nothing told to the other side', async () => {
    const url = 'https://example.org/report?x=1&y=2#z';
    const { el } = await draw(contract('x', [1], { source: { producer: 'P', asOf: '2025-01-31', url } }));
    const link = one<HTMLAnchorElement>(el, 'a')!;
    expect(link.getAttribute('href')).to.equal(url);
    expect(link.rel.split(' ')).to.include.members(['noopener', 'noreferrer']);
    expect(link.textContent).to.include('example.org');
    expect(el.notes.map(({ code }) => code)).not.to.include('W_URL');
  });
});

describe('security: strict pages', () => {
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";
  const watcher = async (): Promise<string> =>
    (
      await serve({
        headers: { 'content-type': 'text/javascript' },
        chunks: [
          {
            text: `window.violations = []; window.heard = []; window.errors = [];
              addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
              addEventListener('error', (event) => errors.push(event.message));
              addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
              for (const type of ['sahel-ready', 'sahel-error']) addEventListener(type, (event) => heard.push(type));`,
          },
        ],
      })
    ).url;
  const inline = (data: unknown): string =>
    `<script type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

  for (const lang of ['en', 'fr'])
    it(`draws with no violation under a strict Content-Security-Policy with Trusted Types (${lang})`, async function () {
      this.timeout(20_000);
      const address = await serve(json(contracts['mali-ucdp']));
      const body = (
        watch: string,
      ): string => `<!doctype html><html lang="${lang}"><title>strict</title><script src="${watch}"></script>
        <script type="module" src="/dist/cdn/casualties.js"></script>
        <sahel-casualties id="inline">${inline(contracts['article'])}</sahel-casualties>
        <sahel-casualties id="src" src="${address.url}" loading="eager" theme="dark"></sahel-casualties>
        <sahel-casualties id="bad">${inline({})}</sahel-casualties></html>`;
      const strict = await framePage(body(await watcher()), { 'content-security-policy': policy });
      const free = await framePage(body(await watcher()));
      const drawings: string[][] = [];
      for (const page of [strict, free]) {
        const inner = page.contentWindow as any;
        await until(
          () => inner.heard?.length === 3,
          () => `three events: ${inner.heard} ${inner.errors} ${inner.violations}`,
          9000,
        );
        const charts = [...page.contentDocument!.querySelectorAll('sahel-casualties')] as Chart[];
        for (const el of charts.slice(0, 2)) {
          one(el, '.fold')!.click();
          await el.updateComplete;
          el.shadowRoot!.querySelector<HTMLElement>('[role=gridcell]')!.focus();
          await el.updateComplete;
          expect(isSeen(drawing(el))).to.equal(true);
          el.toSVG();
        }
        const blob = await charts[0]!.toPNG({ width: 320 });
        expect(blob.type).to.equal('image/png');
        await settle();
        drawings.push(
          charts.slice(0, 2).flatMap((el) => {
            const corner = el.getBoundingClientRect();
            return all(el, '[part], svg text, [role=gridcell]').map((node) => {
              const { x, y, width, height } = node.getBoundingClientRect();
              const { color, fill } = inner.getComputedStyle(node);
              return [node.localName, x - corner.x, y - corner.y, width, height, color, fill].join(' ');
            });
          }),
        );
        expect(inner.violations).to.deep.equal([]);
        expect(inner.errors).to.deep.equal([]);
      }
      expect(drawings[0], 'the same picture as without a policy').to.deep.equal(drawings[1]);
    });

  for (const [lang, files] of [
    ['en', ['casualties.js']],
    ['fr', ['casualties.js', 'fr.js']],
  ] as const)
    it(`draws inline JSON in a blank page by one script tag, with no request but ${files.join(' and ')}`, async function () {
      this.timeout(20_000);
      const page = await framePage(
        `<!doctype html><html lang="${lang}"><title>blank</title>
         <sahel-casualties>${inline(contracts['article'])}</sahel-casualties>
         <script type="module" src="/dist/cdn/casualties.js"></script></html>`,
      );
      const el = page.contentDocument!.querySelector('sahel-casualties')!;
      await until(() => el.status === 'ready' && drawing(el), 'ready', 9000);
      await useTable(el);
      const names = (page.contentWindow as any).performance
        .getEntriesByType('resource')
        .map(({ name }: PerformanceEntry) => new URL(name).pathname.split('/').at(-1))
        .filter((name: string) => name !== 'favicon.ico');
      expect(names).to.deep.equal([...files]);
      expect(one(el, '[lang]')!.getAttribute('lang')).to.equal(lang);
      expect(isSeen(drawing(el))).to.equal(true);
    });

  it('works in a sandboxed frame of an opaque origin, and touches no storage', async function () {
    this.timeout(20_000);
    const data = JSON.stringify(contracts['article']).replaceAll('<', '\\u003c');
    const cors = { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' };
    const code = await (await fetch('/dist/cdn/casualties.js')).text();
    const file = await serve({ headers: cors, chunks: [{ text: code }] });
    const page = await serve({
      headers: { 'content-type': 'text/html; charset=utf-8' },
      chunks: [
        {
          text: `<!doctype html><html lang="en"><title>opaque</title><script>
            const say = (what) => parent.postMessage({ sahelTest: what }, '*');
            addEventListener('error', (event) => say('error ' + event.message));
            addEventListener('unhandledrejection', (event) => say('error ' + event.reason));
            addEventListener('sahel-ready', (event) => say('ready ' + event.target.shadowRoot.querySelectorAll('svg path').length));
            </script><sahel-casualties><script type="application/json">${data}</script></sahel-casualties>
            <script type="module" src="${file.url}"></script></html>`,
        },
      ],
    });
    const said: string[] = [];
    const note = (event: MessageEvent): void => {
      if (event.data?.sahelTest) said.push(event.data.sahelTest);
    };
    window.addEventListener('message', note);
    const iframe = document.createElement('iframe');
    iframe.setAttribute('sandbox', 'allow-scripts');
    iframe.src = page.url;
    iframe.width = '600';
    document.body.append(iframe);
    await until(() => said.length, 'a word from the frame', 9000);
    window.removeEventListener('message', note);
    iframe.remove();
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/^ready [1-9]/);
  });
});

async function useTable(el: Chart): Promise<void> {
  one(el, '.fold')!.click();
  await until(() => one(el, 'table'), 'the table');
}

noErrorReachedThePage();
