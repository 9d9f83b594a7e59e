// Pages around all three charts: closed tabs, late scripts, old style sheets, two versions, routes, and the way back.
import '../../src/define.js';
import {
  all,
  type Chart,
  contract,
  draw,
  drawing,
  expect,
  framePage,
  isSeen,
  noErrorReachedThePage,
  one,
  pause,
  place,
  put,
  said,
  settle,
  until,
  watchPage,
} from '../support/browser/page.js';
import { enter, middle, moveTo, press, putPointerAway } from '../support/browser/reader.js';
import { differences, marks } from '../support/browser/served.js';
import { elsewhere, fixtures, freshName, json, open, serve } from '../support/browser/server.js';

watchPage();

let examples: [string, any][];
before(async () => {
  examples = [
    ['casualties', (await fixtures('casualties'))['article']],
    ['attribution', (await fixtures('attribution'))['four-actors']],
    ['gold-gauge', (await fixtures('gold-gauge'))['industrial-2024']],
  ];
});

const inline = (data: unknown): string =>
  `<script type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
/** The three charts as a page has them, 640 px wide. */
const charts = (attributes = ''): string =>
  examples
    .map(
      ([chart, data]) =>
        `<div style="width:640px"><sahel-${chart} ${attributes}>${inline(data)}</sahel-${chart}></div>`,
    )
    .join('');
const chartsIn = (page: Document | HTMLElement): Chart[] => [
  ...page.querySelectorAll<Chart>('sahel-casualties, sahel-attribution, sahel-gold-gauge'),
];
/** What happened, from before our first script: events of ours, errors, warnings. */
const WITNESS = `<script>
  window.heard = []; window.warnings = [];
  for (const type of ['sahel-ready', 'sahel-error', 'error', 'unhandledrejection'])
    addEventListener(type, ({ type, target, message, reason }) => heard.push([type, target.localName, message, reason].filter(Boolean).join(' ')));
  console.warn = (...words) => warnings.push(words.join(' '));
</script>`;

/** A page with the three charts, once they are ready. */
async function pageWith(
  html: string,
  headers: Record<string, string> = {},
): Promise<{ page: HTMLIFrameElement; inner: any; list: Chart[] }> {
  const page = await framePage(html, headers);
  const list = chartsIn(page.contentDocument!);
  await until(
    () => list.every((el) => el.status === 'ready' && drawing(el)),
    () => `ready: ${list.map(({ status }) => status).join()}; ${(page.contentWindow as any).heard}`,
    9000,
  );
  await settle();
  return { page, inner: page.contentWindow as any, list };
}

/** Where something in a chart stands, from the chart's own corner. */
type Placed = readonly [name: string, left: number, top: number, width: number, height: number];

/** What a reader sees of a chart's layout. */
function picture(el: Chart): Placed[] {
  const corner = el.getBoundingClientRect();
  const nodes = all(
    el,
    '[part~=plot] svg, svg text, svg path, [part~=title], [part~=subtitle], .summary, li, [part~=source], [part~=caveat], button',
  );
  return nodes.map((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    return [node.localName, left - corner.left, top - corner.top, width, height];
  });
}

/** What does not stand where it should, by more than parts of a pixel. */
function moved(wanted: readonly Placed[], found: readonly Placed[]): string[] {
  const [count, now] = [wanted.length, found.length];
  if (count !== now) return [`${count} parts, then ${now}`];
  return wanted.flatMap(([name, ...before], i) => {
    const [other, ...after] = found[i]!;
    return name === other && before.every((n, k) => Math.abs(n - after[k]!) < 0.6)
      ? []
      : `${name} ${before.map((n) => n.toFixed(1)).join(' ')} → ${other} ${after.map((n) => n.toFixed(1)).join(' ')}`;
  });
}
const calm = async (): Promise<Placed[][]> => {
  const { page, list } = await pageWith(
    `<!doctype html><html lang="en"><title>calm</title><body>${charts()}<script type="module" src="/src/define.ts"></script></html>`,
  );
  const pictures = list.map(picture);
  page.remove();
  return pictures;
};

/** Every listener that is added to this page's window and document, and not removed again. */
function countListeners(target: any = window): {
  types: () => string[];
  seen: Set<string>;
  stop: () => void;
} {
  const standing = new Map<string, Set<unknown>>();
  const seen = new Set<string>();
  const prototype = target.EventTarget.prototype;
  const { addEventListener, removeEventListener } = prototype;
  const name = (owner: unknown, type: string): string | undefined =>
    owner === target || owner === undefined
      ? `window ${type}`
      : owner === target.document
        ? `document ${type}`
        : undefined;
  prototype.addEventListener = function (this: unknown, type: string, listener: unknown, options?: unknown) {
    const key = name(this, type);
    if (key && listener) {
      seen.add(key);
      standing.set(key, (standing.get(key) ?? new Set()).add(listener));
    }
    return addEventListener.call(this ?? target, type, listener, options);
  };
  prototype.removeEventListener = function (
    this: unknown,
    type: string,
    listener: unknown,
    options?: unknown,
  ) {
    const key = name(this, type);
    if (key) standing.get(key)?.delete(listener);
    return removeEventListener.call(this ?? target, type, listener, options);
  };
  return {
    types: () => [...standing].flatMap(([key, { size }]) => (size ? `${key} × ${size}` : [])).sort(),
    seen,
    stop: () => Object.assign(prototype, { addEventListener, removeEventListener }),
  };
}

describe('pages: out of sight', () => {
  it('draws all three in a closed tab when it is opened, once each', async () => {
    const into = place({ display: 'none', width: '640px' });
    const made = examples.map(([chart, data]) =>
      put({ tag: `sahel-${chart}`, inline: JSON.stringify(data), into }),
    );
    await settle();
    await pause(60);
    for (const { el, heard } of made) {
      expect(all(el, 'svg'), el.localName).to.have.length(0);
      expect(heard.events, el.localName).to.have.length(0);
    }
    for (const display of ['block', 'none', 'block']) {
      into.style.display = display;
      await settle();
      await settle();
    }
    await until(() => made.every(({ heard }) => heard.ready.length), 'ready once shown');
    await settle();
    for (const { el, heard } of made) {
      expect(isSeen(drawing(el)), el.localName).to.equal(true);
      expect(drawing(el)!.viewBox.baseVal.width).to.equal(640 - 32);
      expect(heard.events, el.localName).to.have.length(1);
    }
  });

  it('draws all three in a frame that was hidden, when it is shown', async () => {
    const page = await framePage(
      `<!doctype html><html lang="en"><title>hidden</title><body>${WITNESS}${charts()}</html>`,
    );
    page.style.display = 'none';
    const inner = page.contentWindow as any;
    const script = page.contentDocument!.createElement('script');
    Object.assign(script, { type: 'module', src: '/src/define.ts' });
    page.contentDocument!.head.append(script);
    await until(() => inner.customElements.get('sahel-gold-gauge'), 'the definitions', 9000);
    await pause(100);
    page.style.display = '';
    const list = chartsIn(page.contentDocument!);
    await until(() => list.every((el) => isSeen(drawing(el))), 'three drawings');
    expect(inner.heard.filter((text: string) => !text.startsWith('sahel-ready'))).to.deep.equal([]);
  });

  it('is ready where no frame is drawn and no observer calls, as in a tab in the background', async () => {
    const { inner, list } = await pageWith(
      `<!doctype html><html lang="en"><title>background</title><body>${WITNESS}<script>
         class Silent { observe() {} unobserve() {} disconnect() {} takeRecords() { return []; } }
         window.ResizeObserver = window.IntersectionObserver = Silent;
         window.requestAnimationFrame = () => 0;
       </script>${charts()}<script type="module" src="/src/define.ts"></script></html>`,
    );
    expect(inner.heard).to.have.length(3);
    for (const el of list) expect(drawing(el)!.viewBox.baseVal.width).to.equal(640 - 32);
    const address = await serve(json(examples[0]![1]));
    const el = list[0]!.ownerDocument.createElement('sahel-casualties') as Chart;
    el.setAttribute('loading', 'eager');
    el.src = address.url;
    list[0]!.after(el);
    await until(() => el.status === 'ready', 'src in the background');
  });
});

describe('pages: late', () => {
  it('takes up elements that stood in the page long before the script came', async () => {
    const page = await framePage(
      `<!doctype html><html lang="en"><title>late</title><body>${WITNESS}${charts()}</html>`,
    );
    const inner = page.contentWindow as any;
    await pause(120);
    const script = page.contentDocument!.createElement('script');
    Object.assign(script, { type: 'module', src: '/src/define.ts' });
    page.contentDocument!.body.append(script);
    const list = chartsIn(page.contentDocument!);
    await until(() => list.every((el) => el.status === 'ready'), 'ready', 9000);
    await settle();
    expect(inner.heard).to.have.length(3);
    for (const el of list) expect(isSeen(drawing(el))).to.equal(true);
  });

  it('draws charts that a script writes into the page: as HTML, from a template, cloned, one by one', async () => {
    const html = charts();
    const ways: [string, (into: HTMLElement) => void][] = [
      ['innerHTML', (into) => (into.innerHTML = html)],
      ['insertAdjacentHTML', (into) => into.insertAdjacentHTML('beforeend', html)],
      [
        'a template',
        (into) => {
          const template = document.createElement('template');
          template.innerHTML = html;
          into.append(document.importNode(template.content, true));
        },
      ],
      [
        'a clone of what is drawn',
        (into) => {
          const first = chartsIn(document.body)[0]!.parentElement!.parentElement!;
          into.append(...[...first.children].map((child) => child.cloneNode(true)));
        },
      ],
      [
        'an element whose contract comes after it',
        (into) => {
          for (const [chart, data] of examples) {
            const el = document.createElement(`sahel-${chart}`);
            into.append(el);
            setTimeout(() => el.insertAdjacentHTML('beforeend', inline(data)), 20);
          }
        },
      ],
    ];
    for (const [way, write] of ways) {
      const into = place({ width: '640px' });
      write(into);
      const list = chartsIn(into);
      expect(list, way).to.have.length(3);
      await until(() => list.every((el) => el.status === 'ready'), way);
      await settle();
      for (const el of list) {
        expect(isSeen(drawing(el)), `${way}: ${el.localName}`).to.equal(true);
        expect(all(el, 'figure'), `${way}: ${el.localName}`).to.have.length(1);
      }
    }
  });
});

describe('pages: moves', () => {
  it('adds nothing to window and document by 20 moves, and leaves nothing there when it goes', async function () {
    this.timeout(20_000);
    for (const [chart, data] of examples) {
      const listeners = countListeners();
      try {
        const { el, heard } = await draw(data, { into: place({ width: '640px' }) });
        await enter(el);
        await press('ArrowRight');
        (el.shadowRoot!.activeElement as HTMLElement).blur();
        await settle();
        const standing = listeners.types();
        expect(standing, chart).to.deep.equal(['window afterprint × 1', 'window beforeprint × 1']);
        const svg = drawing(el)!.outerHTML;
        const places = [place({ width: '640px' }), place({ width: '640px' })];
        for (let i = 0; i < 20; i++) {
          places[i % 2]!.append(el);
          if (i % 5 === 0) await settle();
        }
        await settle();
        expect(listeners.types(), `${chart}: after 20 moves`).to.deep.equal(standing);
        expect(drawing(el)!.outerHTML === svg, `${chart}: the same drawing`).to.equal(true);
        expect(heard.events, `${chart}: no word of it`).to.have.length(1);
        window.dispatchEvent(new Event('beforeprint'));
        // No wider than paper: a wider drawing would be scaled down.
        expect(drawing(el)!.viewBox.baseVal.width).to.equal(600 - 32);
        window.dispatchEvent(new Event('afterprint'));
        el.remove();
        await settle();
        expect(listeners.types(), `${chart}: gone`).to.deep.equal([]);
        places[0]!.append(el);
        await settle();
        expect(listeners.types(), `${chart}: back`).to.deep.equal(standing);
        el.remove();
        await settle();
      } finally {
        listeners.stop();
      }
      expect(listeners.types(), chart).to.deep.equal([]);
    }
  });

  it('leaves no listener of its tooltip when it is taken out of the page with the tooltip open', async () => {
    const listeners = countListeners();
    try {
      const { el } = await draw(examples[0]![1], { into: place({ width: '640px' }) });
      // Opened by the pointer: a focus would be lost, and heard of, on the way out.
      await moveTo(...middle(one(el, '[role=gridcell]:not([hidden])')!));
      expect(all(el, '.tip')).to.have.length(1);
      expect(listeners.types().join()).to.include('document keydown × 1');
      el.remove();
      await settle();
      expect(listeners.types()).to.deep.equal([]);
    } finally {
      listeners.stop();
      await putPointerAway();
    }
  });
});

describe('pages: style sheets', () => {
  for (const [what, css] of [
    [
      'letters, lines and roots',
      `html{font-size:62.5%} *{letter-spacing:4px;word-spacing:9px;text-transform:uppercase;line-height:3;font-style:italic;
       font-variant:small-caps;text-align:right;text-indent:20px;white-space:pre;text-shadow:1px 1px red;hyphens:auto}`,
    ],
    ['full height', 'html,body{height:100%;overflow:auto} body>div{height:auto}'],
    [
      'resets',
      '*,*::before,*::after{box-sizing:border-box;margin:0;padding:0;border:0;font:inherit} svg,img{display:block;max-width:100%;height:auto!important}',
    ],
    [
      'marks and tables',
      'svg{width:10px!important} path,rect{fill:lime!important;stroke:red!important;stroke-width:9px!important} text{font-size:40px!important} figure{margin:40px!important} table,th,td{border:9px solid red!important} [class]{opacity:.99}',
    ],
    [
      'loud elements',
      'sahel-casualties,sahel-attribution,sahel-gold-gauge{font:italic 40px/3 serif;color:red;text-align:center}',
    ],
  ])
    it(`lays all three out as in a calm page: ${what}`, async function () {
      this.timeout(20_000);
      const wanted = await calm();
      const { list } = await pageWith(
        `<!doctype html><html lang="en"><title>loud</title><style>${css}</style><body>${charts()}<script type="module" src="/src/define.ts"></script></html>`,
      );
      list.forEach((el, i) => {
        expect(moved(wanted[i]!, picture(el)), el.localName).to.deep.equal([]);
      });
    });

  it('keeps its drawing where a page forces a height on the element, and the page forces none on it', async function () {
    this.timeout(20_000);
    const wanted = await calm();
    for (const css of ['min-height:450px!important', 'min-height:1400px!important', 'height:100%']) {
      const { list, page } = await pageWith(
        `<!doctype html><html lang="en"><title>tall</title><style>${examples.map(([chart]) => `sahel-${chart}`).join()}{${css}}</style>
         <body>${charts()}<script type="module" src="/src/define.ts"></script></html>`,
      );
      list.forEach((el, i) => {
        expect(moved(wanted[i]!, picture(el)), `${el.localName} ${css}`).to.deep.equal([]);
        const inside = one(el, '.chart')!.getBoundingClientRect().height;
        const { height } = el.getBoundingClientRect();
        expect(height, `${el.localName} ${css}`).to.be.closeTo(
          Math.max(inside, css.startsWith('min') ? parseInt(css.slice(11)) : 0),
          1,
        );
      });
      await pause(150);
      const [before, after] = [0, 1].map(() => page.contentDocument!.documentElement.scrollHeight);
      expect(after).to.equal(before);
      page.remove();
    }
  });

  it('does not grow by itself where everything is 100 % high', async () => {
    const { list, page } = await pageWith(
      `<!doctype html><html lang="en" style="height:100%"><title>full</title><body style="height:100%;display:flex;flex-direction:column">
       ${charts()}<script type="module" src="/src/define.ts"></script></html>`,
    );
    const heights = (): number[] => [
      page.contentDocument!.documentElement.scrollHeight,
      ...list.map((el) => el.getBoundingClientRect().height),
    ];
    const before = heights();
    await pause(400);
    expect(heights()).to.deep.equal(before);
  });
});

describe('pages: addresses', () => {
  it('draws the same under a <base href> elsewhere, fetches French beside its script, and src from the base', async function () {
    this.timeout(20_000);
    const other = await elsewhere();
    const address = await serve(
      json(contract('from the base'), { headers: { 'access-control-allow-origin': '*' } }),
    );
    const { inner, list } = await pageWith(
      `<!doctype html><html lang="fr"><head><title>base</title><base href="${other}/far/away/">${WITNESS}</head><body>${charts()}
       <script type="module" src="${location.origin}/dist/cdn/sahel-charts.js"></script></html>`,
    );
    const plain = await pageWith(
      `<!doctype html><html lang="fr"><title>no base</title><body>${charts()}
       <script type="module" src="/dist/cdn/sahel-charts.js"></script></html>`,
    );
    list.forEach((el, i) => {
      expect(one(el, '.chart')!.lang).to.equal('fr');
      expect(moved(picture(plain.list[i]!), picture(el)), el.localName).to.deep.equal([]);
      expect(drawing(el)!.innerHTML, 'no mark points to another by an address').not.to.match(/url\(|href/);
    });
    const asked = inner.performance
      .getEntriesByType('resource')
      .map(({ name }: PerformanceEntry) => name)
      .filter((name: string) => !name.includes('favicon'));
    expect(asked.toSorted()).to.deep.equal(
      ['lang/fr.js', 'sahel-charts.js'].map((name) => `${location.origin}/dist/cdn/${name}`),
    );
    const el = list[0]!.ownerDocument.createElement('sahel-casualties') as Chart;
    el.lang = 'en';
    el.setAttribute('loading', 'eager');
    el.src = `../..${address.url}`;
    list[0]!.after(el);
    await until(() => el.status !== 'idle' && el.status !== 'loading', 'an answer');
    expect([el.status, said(el, 'title')]).to.deep.equal(['ready', 'from the base']);
    expect(inner.heard.filter((text: string) => !text.startsWith('sahel-ready'))).to.deep.equal([]);
  });
});

describe('pages: old scripts', () => {
  it('draws, tabulates and exports all three where Array and Object have gained members that loops meet', async function () {
    this.timeout(20_000);
    const files = ({ list }: { list: Chart[] }): string[] =>
      list.flatMap((el) => [...marks(el), el.toCSV(), el.toSVG(), el.notes.map(({ code }) => code).join()]);
    const page = (old: string): string =>
      `<!doctype html><html lang="en"><title>old</title><body>${WITNESS}${old}${charts()}<script type="module" src="/dist/cdn/sahel-charts.js"></script></html>`;
    const plain = await pageWith(page(''));
    const old = await pageWith(
      page(`<script>
        // As scripts of 2008 did it: found by every loop over members.
        Array.prototype.each = function (call) { for (var i = 0; i < this.length; i++) call(this[i], i); };
        Array.prototype.contains = Array.prototype.remove = Array.prototype.last = Array.prototype.clone = function () { throw new Error('called'); };
        Object.prototype.extend = Object.prototype.keys = Object.prototype.isEmpty = function () { throw new Error('called'); };
        Array.from = function (list) { var all = []; for (var i = 0; i < (list.length || 0); i++) all[i] = list[i]; return all; };
        Object.prototype.type = 'object';
        String.prototype.startsWith = String.prototype.startsWith; Function.prototype.method = Number.prototype.times = function () {};
        window.$ = window._ = window.d3 = window.Chart = function () { throw new Error('called'); };
      </script>`),
    );
    expect(differences(files(plain), files(old))).to.deep.equal([]);
    expect(files(old).length).to.be.above(150);
    for (const el of old.list) {
      one(el, '.fold')!.click();
      await until(() => one(el, 'table'), `the table of ${el.localName}`);
    }
    expect(old.inner.heard.toSorted()).to.deep.equal(
      examples.map(([chart]) => `sahel-ready sahel-${chart}`).toSorted(),
    );
  });
});

describe('pages: two versions', () => {
  const later = async (file: string): Promise<{ url: string; own: string }> => {
    const code = await (await fetch(`/dist/cdn/${file}`)).text();
    const own = document.createElement('sahel-casualties') as Chart;
    const { version } = own;
    const changed = code.replaceAll(version, '99.0.0');
    expect(changed, 'the version stands in the file').not.to.equal(code);
    const { url } = await serve({
      headers: { 'content-type': 'text/javascript' },
      chunks: [{ text: changed }],
    });
    return { url, own: version };
  };
  const script = (src: string): string =>
    src.includes('iife')
      ? `<script src="${src}" defer></script>`
      : `<script type="module" src="${src}"></script>`;

  for (const file of ['sahel-charts.js', 'sahel-charts.iife.js'])
    for (const order of ['older first', 'newer first'])
      it(`draws all three with the first of two versions, ${order}, and says so once for each (${file})`, async function () {
        this.timeout(20_000);
        const { url, own } = await later(file);
        const newer = file.includes('iife') ? `${url}?iife` : url;
        const files = [`/dist/cdn/sahel-charts.js`, newer];
        if (order === 'newer first') files.reverse();
        const { inner, list } = await pageWith(
          `<!doctype html><html lang="en"><title>two</title><body>${WITNESS}${charts()}${files.map(script).join('')}
           <script type="module">window.after = true</script></html>`,
        );
        await until(() => inner.after, 'the next script');
        expect(inner.heard.toSorted()).to.deep.equal(
          examples.map(([chart]) => `sahel-ready sahel-${chart}`).toSorted(),
        );
        const first = order === 'newer first' ? '99.0.0' : own;
        for (const el of list) {
          expect(el.version, el.localName).to.equal(first);
          expect(all(el, 'figure')).to.have.length(1);
        }
        expect(inner.warnings).to.have.length(3);
        for (const [chart] of examples)
          expect(
            inner.warnings.filter(
              (text: string) =>
                text.includes(`<sahel-${chart}>`) && text.includes(own) && text.includes('99.0.0'),
            ),
            chart,
          ).to.have.length(1);
      });

  it('lets a page with one old chart draw the other two by a newer file, in one language and one scale', async function () {
    this.timeout(20_000);
    const { url, own } = await later('sahel-charts.js');
    const { inner, list } = await pageWith(
      `<!doctype html><html lang="en"><title>mixed</title><body>${WITNESS}${charts('scale-group="one"')}
       ${script('/dist/cdn/casualties.js')}${script(url)}</html>`,
    );
    expect(list.map(({ version }) => version)).to.deep.equal([own, '99.0.0', '99.0.0']);
    expect(inner.warnings).to.have.length(1);
    await settle();
    const ends = list.slice(0, 2).map((el) =>
      Math.max(
        ...all(el, '[part~=label][text-anchor=end] text')
          .map(({ textContent }) => Number(textContent!.replaceAll(',', '')))
          .filter((n) => n > 0),
      ),
    );
    expect(ends[0], 'both count killed civilians').to.equal(ends[1]);
  });
});

describe('pages: routes', () => {
  it('comes and goes with the routes of a single-page site, and nothing is heard of a route that was left', async function () {
    this.timeout(20_000);
    const listeners = countListeners();
    try {
      const view = place({ width: '640px' });
      const heard: string[] = [];
      view.addEventListener('sahel-ready', ({ target }) => heard.push((target as Element).id));
      view.addEventListener('sahel-error', ({ target }) => heard.push(`error ${(target as Element).id}`));
      const holds: string[] = [];
      for (let route = 0; route < 12; route++) {
        history.replaceState(null, '', `#/route-${route}`);
        const hold = freshName();
        holds.push(hold);
        const address = await serve(json(contract(`late ${route}`), { hold }));
        view.innerHTML = `<sahel-casualties id="late-${route}" src="${address.url}" loading="eager"></sahel-casualties>${charts()}`;
        const [late, ...list] = chartsIn(view);
        // What is said once it is out of the page does not reach the view.
        for (const type of ['sahel-ready', 'sahel-error'])
          late!.addEventListener(type, () => heard.push(`${type} ${route}`));
        await until(() => list.every(({ status }) => status === 'ready'), `route ${route}`);
      }
      view.innerHTML = '';
      for (const hold of holds) await open(hold);
      await pause(150);
      expect(heard.filter(Boolean), 'what was under way when its route was left').to.deep.equal([]);
      expect(heard).to.have.length(12 * 3);
      expect(listeners.types()).to.deep.equal([]);
    } finally {
      listeners.stop();
      history.replaceState(null, '', location.pathname + location.search);
    }
  });

  it('asks the same address again by refresh(), whatever route the page has gone to', async () => {
    const address = await serve(json(contract('first')));
    const { page, inner, list } = await pageWith(
      `<!doctype html><html lang="en"><title>route</title><body>${WITNESS}
       <sahel-casualties src="${address.name}" loading="eager"></sahel-casualties><script type="module" src="/src/define.ts"></script></html>`,
    );
    const [el] = list;
    await address.plays(json(contract('second')));
    inner.history.pushState(null, '', '/another/route/of/the/site');
    await el!.refresh();
    await el!.updateComplete;
    expect([said(el!, 'title'), el!.stale]).to.deep.equal(['second', false]);
    page.remove();
  });
});

describe('pages: the way back', () => {
  it('listens to nothing that keeps a page out of the back/forward cache, whatever is done with it', async function () {
    this.timeout(20_000);
    const page = await framePage(
      `<!doctype html><html lang="en"><title>back</title><body>${WITNESS}${charts()}</html>`,
    );
    const inner = page.contentWindow as any;
    const listeners = countListeners(inner);
    const script = page.contentDocument!.createElement('script');
    Object.assign(script, { type: 'module', src: '/src/define.ts' });
    page.contentDocument!.head.append(script);
    const list = chartsIn(page.contentDocument!);
    await until(() => list.every((el) => el.status === 'ready'), 'ready', 9000);
    for (const el of list) {
      one(el, '.fold')!.click();
      one(el, '[role=gridcell]')!.focus();
      await settle();
    }
    expect([...listeners.seen], 'the listeners were counted').to.include('window beforeprint');
    for (const type of ['unload', 'beforeunload', 'pagehide', 'freeze', 'visibilitychange'])
      expect(
        [...listeners.seen].filter((name) => name.endsWith(` ${type}`)),
        type,
      ).to.deep.equal([]);
    expect([inner.onunload, inner.onbeforeunload, inner.onpagehide]).to.deep.equal([null, null, null]);
  });

  it('stands as it was, asks for nothing and answers when the page is shown again from the cache', async () => {
    const address = await serve(json(contract('kept')));
    const { el, heard } = put({ attributes: { src: address.url, loading: 'eager' } });
    await until(() => heard.ready.length, 'ready');
    await settle();
    const svg = drawing(el)!.outerHTML;
    for (const type of ['pagehide', 'pageshow'])
      window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
    await settle();
    await pause(60);
    expect(await address.log()).to.have.length(1);
    expect(drawing(el)!.outerHTML).to.equal(svg);
    expect(heard.events).to.have.length(1);
    await enter(el);
    await press('ArrowRight');
    expect(all(el, '.tip')).to.have.length(1);
  });
});

noErrorReachedThePage();
