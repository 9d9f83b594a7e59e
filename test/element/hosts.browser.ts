// Pages that are hostile by accident: hidden tabs, loud style sheets, old scripts, two copies of us, moving frames.
import '../../src/define.js';
import { define } from '../../src/define.js';
import type { SahelCasualties } from '../../src/index.js';
import {
  all,
  type Chart,
  contract,
  draw,
  drawing,
  expect,
  framePage,
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
} from '../support/browser/page.js';
import { fixtures } from '../support/browser/server.js';

watchPage();

let contracts: Record<string, any>;
before(async () => {
  contracts = await fixtures();
});

/** Numbers that no attribute of a drawing may hold. */
const broken = (el: Element): string[] =>
  all(el, '*')
    .flatMap((node) => [...node.attributes])
    .filter(
      ({ name, value }) =>
        /NaN|Infinity|undefined/.test(value) || (/^(width|height|r)$/.test(name) && value.startsWith('-')),
    )
    .map(({ name, value }) => `${name}="${value.slice(0, 60)}"`);

/** Where everything in a chart stands, from the chart's own corner: what a reader sees of its layout. */
function picture(el: Chart): string[] {
  const corner = el.getBoundingClientRect();
  const nodes = all(
    el,
    'svg text, svg path, [part~=title], [part~=subtitle], [part~=source], [part~=caveat], button',
  );
  return nodes.map((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    const round = (n: number): string => n.toFixed(0);
    return `${node.localName} ${round(left - corner.left)} ${round(top - corner.top)} ${round(width)} ${round(height)}`;
  });
}

describe('hosts: size', () => {
  it('draws nothing in display:none, and the chart when it is shown', async () => {
    const into = place({ display: 'none' });
    const { el, heard } = put({ into, set: { data: contract('hidden') } });
    await settle();
    await pause(60);
    expect(broken(el)).to.deep.equal([]);
    expect(tagOf(drawing(el))).to.equal('nothing');
    expect(heard.errors).to.deep.equal([]);
    into.style.display = '';
    await settle();
    await until(() => heard.ready.length, 'ready once shown');
    await settle();
    expect(isSeen(drawing(el))).to.equal(true);
    expect(broken(el)).to.deep.equal([]);
    expect(heard.ready).to.have.length(1);
    into.style.display = 'none';
    await settle();
    into.style.display = '';
    await settle();
    expect(isSeen(drawing(el))).to.equal(true);
    expect(heard.events).to.have.length(1);
  });

  it('draws nothing at a width of zero, and the chart when there is room', async () => {
    const into = place({ width: '0px', overflow: 'hidden' });
    const { el, heard } = put({ into, set: { data: contracts['mali-ucdp'] } });
    await settle();
    await pause(60);
    expect(broken(el)).to.deep.equal([]);
    expect(heard.errors).to.deep.equal([]);
    into.style.width = '500px';
    await settle();
    await until(() => heard.ready.length, 'ready with room');
    await settle();
    expect(isSeen(drawing(el))).to.equal(true);
    expect(drawing(el)!.getBoundingClientRect().width).to.be.within(400, 500);
    expect(broken(el)).to.deep.equal([]);
  });

  it('draws at odd and tiny widths without a broken number', async () => {
    for (const width of [1, 17, 33, 60, 120, 333.3]) {
      const { el, heard } = put({
        into: place({ width: `${width}px` }),
        set: { data: contracts['mali-ucdp'] },
      });
      await settle();
      await pause(20);
      expect(broken(el), `${width} px`).to.deep.equal([]);
      expect(heard.errors, `${width} px`).to.deep.equal([]);
    }
  });

  it('follows a continuous resize from 300 to 900 px and back without an error, and then stands still', async function () {
    this.timeout(30_000);
    const errors: string[] = [];
    const note = (event: ErrorEvent): void => void errors.push(event.message);
    window.addEventListener('error', note);
    const { onerror } = window;
    window.onerror = () => true; // counted above
    const into = place({ width: '300px' });
    const { el, heard } = await draw(contracts['mali-ucdp'], { into });
    for (let width = 300; width <= 900; width += 12) {
      into.style.width = `${width}px`;
      await new Promise(requestAnimationFrame);
    }
    for (let width = 900; width >= 300; width -= 20) {
      into.style.width = `${width}px`;
      await new Promise(requestAnimationFrame);
    }
    await settle();
    await settle();
    const heights = new Set<number>();
    for (let i = 0; i < 20; i++) {
      heights.add(el.getBoundingClientRect().height);
      await new Promise(requestAnimationFrame);
    }
    window.removeEventListener('error', note);
    window.onerror = onerror;
    expect([...new Set(errors)], `${errors.length} errors`).to.deep.equal([]);
    expect(heights.size, 'heights at rest').to.equal(1);
    expect(drawing(el)!.viewBox.baseVal.width).to.equal(300 - 32);
    expect(heard.events, 'a resize is no new data').to.have.length(1);
  });

  it('never makes its height grow by itself in flex, grid and auto-height pages', async () => {
    const layouts: Partial<CSSStyleDeclaration>[] = [
      { display: 'flex', width: '600px' },
      { display: 'grid', width: '600px', gridTemplateColumns: '1fr 1fr' },
      { display: 'inline-block', width: '500px' },
      { display: 'flex', flexDirection: 'column', alignItems: 'stretch', width: '600px' },
    ];
    for (const layout of layouts) {
      const into = place(layout);
      const { el } = put({ into, set: { data: contracts['article'] } });
      el.style.flex = '1 1 0';
      await until(() => el.status === 'ready' && drawing(el), `a drawing in ${JSON.stringify(layout)}`);
      await settle();
      await settle();
      const { width, height } = el.getBoundingClientRect();
      await pause(150);
      expect(el.getBoundingClientRect().height).to.equal(height);
      expect(el.getBoundingClientRect().width).to.equal(width);
      expect(width).to.be.above(100);
    }
  });

  it('shrinks as well as it grows', async () => {
    const into = place({ width: '800px' });
    const { el } = await draw(contracts['months-partial'], { into });
    const wide = drawing(el)!.outerHTML;
    into.style.width = '460px';
    await settle();
    await settle();
    expect(drawing(el)!.getBoundingClientRect().right).to.be.at.most(into.getBoundingClientRect().right);
    into.style.width = '800px';
    await settle();
    await settle();
    expect(drawing(el)!.outerHTML).to.equal(wide);
  });
});

describe('hosts: style sheets', () => {
  it('is laid out the same under a page’s loud style sheet', async () => {
    const calm = await draw(contracts['article'], { into: place({ width: '640px' }) });
    await settle();
    const wanted = picture(calm.el);
    calm.el.remove();
    const sheet = document.createElement('style');
    sheet.textContent = `html{font-size:62.5%} *{letter-spacing:5px;text-transform:uppercase;word-spacing:9px;line-height:3;font-style:italic;text-align:right;text-indent:20px}
      svg{width:10px!important;height:10px!important} text{font-size:40px!important} figure{margin:40px!important} p,button,table{display:none!important}
      .title,.plot,.chart,.key{display:none!important} path{fill:lime!important}`;
    document.head.append(sheet);
    try {
      const { el } = await draw(contracts['article'], { into: place({ width: '640px' }) });
      await settle();
      expect(picture(el)).to.deep.equal(wanted);
      const title = getComputedStyle(one(el, '[part~=title]')!);
      expect(title.textTransform).to.equal('none');
      expect(title.letterSpacing).to.equal('normal');
      expect(title.fontStyle).to.equal('normal');
      for (const path of all(el, 'svg path'))
        expect(getComputedStyle(path).fill).not.to.equal('rgb(0, 255, 0)');
    } finally {
      sheet.remove();
    }
  });

  it('reads from left to right in a page that reads from right to left', async () => {
    const calm = await draw(contracts['article'], { into: place({ width: '640px' }) });
    await settle();
    const wanted = picture(calm.el);
    const into = place({ width: '640px' });
    into.dir = 'rtl';
    const { el } = await draw(contracts['article'], { into });
    await settle();
    expect(picture(el)).to.deep.equal(wanted);
  });

  it('leaves the page’s own elements as they are', async () => {
    const box = place();
    const p = document.createElement('p');
    p.className = 'title plot chart';
    p.textContent = 'ours';
    box.append(p);
    const look = (): string => {
      const style = getComputedStyle(p);
      return ['color', 'fontSize', 'fontWeight', 'margin', 'position', 'display']
        .map((name) => style[name as 'color'])
        .join();
    };
    const before = look();
    await draw(contracts['article'], { into: box });
    expect(look()).to.equal(before);
  });
});

describe('hosts: scripts', () => {
  it('draws in a page whose old scripts have added enumerable members to Array and Object', async () => {
    const twin = await draw(contracts['article'], { into: place({ width: '640px' }) });
    const wanted = drawing(twin.el)!.outerHTML;
    const table = twin.el.toCSV();
    const prototypes = [Array.prototype, Object.prototype, String.prototype, Function.prototype] as any[];
    for (const prototype of prototypes) {
      prototype.foo = function () {
        throw new Error('called by a loop over members');
      };
    }
    let made: { el: Chart; notes: string[] } | undefined;
    try {
      const { el } = await draw(JSON.parse(JSON.stringify(contracts['article'])), {
        into: place({ width: '640px' }),
      });
      made = { el, notes: el.notes.map(({ code }) => code) };
      expect(drawing(el)!.outerHTML).to.equal(wanted);
      expect(el.toCSV()).to.equal(table);
    } finally {
      for (const prototype of prototypes) {
        delete prototype.foo;
      }
    }
    expect(made.notes).to.deep.equal(twin.el.notes.map(({ code }) => code));
  });

  it('leaves the prototypes of the language as they were', async () => {
    const own = (): string =>
      [Object, Array, String, Number, Function, Promise, Map, Set, Element, HTMLElement, SVGElement, Node]
        .map(({ name, prototype }) => `${name}: ${Reflect.ownKeys(prototype).map(String).join()}`)
        .join('\n');
    const before = own();
    await draw(JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'), {
      set: { data: contract('x') },
    });
    expect(own()).to.equal(before);
    expect(({} as any).polluted).to.equal(undefined);
  });

  it('adds nothing to the page’s globals but Lit’s names and one symbol', async () => {
    const iframe = await framePage(
      `<!doctype html><html lang="en"><title>globals</title><script>window.before = Reflect.ownKeys(window)</script>
       <sahel-casualties><script type="application/json">${JSON.stringify(contract('globals'))}</script></sahel-casualties>
       <script type="module" src="/dist/cdn/casualties.js"></script></html>`,
    );
    const inner = iframe.contentWindow as any;
    const el = iframe.contentDocument!.querySelector('sahel-casualties')!;
    await until(() => el.status === 'ready', 'ready', 9000);
    const before = new Set<PropertyKey>(inner.before);
    const added = Reflect.ownKeys(inner).filter((key) => !before.has(key) && key !== 'before');
    const allowed = [
      'litPropertyMetadata',
      'reactiveElementVersions',
      'litHtmlVersions',
      'litElementVersions',
      Symbol.for('sahel-charts.1').toString(),
    ];
    expect(added.map(String).filter((key) => !allowed.includes(key))).to.deep.equal([]);
    expect(added.map(String)).to.include(allowed[4]);
    expect(Object.keys(inner).includes('sahel-charts.1')).to.equal(false);
  });

  it('leaves a second copy of the file without effect, with one warning that names both versions', async () => {
    const data = JSON.stringify(contract('twice'));
    const iframe = await framePage(
      `<!doctype html><html lang="en"><title>twice</title><script>
         window.warnings = []; console.warn = (...words) => warnings.push(words.join(' '));
         window.errors = []; addEventListener('error', (event) => errors.push(event.message));
         window.ready = 0; addEventListener('sahel-ready', () => ready++);</script>
       <sahel-casualties><script type="application/json">${data}</script></sahel-casualties>
       <script type="module" src="/dist/cdn/casualties.js?first"></script>
       <script type="module">window.first = customElements.get('sahel-casualties')</script>
       <script type="module" src="/dist/cdn/casualties.js?second"></script>
       <script type="module">window.after = 'the next script ran'</script></html>`,
    );
    const inner = iframe.contentWindow as any;
    await until(() => inner.after && inner.ready, 'both copies', 9000);
    await pause(50);
    expect(inner.errors).to.deep.equal([]);
    expect(inner.warnings).to.have.length(1);
    const { version } = iframe.contentDocument!.querySelector('sahel-casualties')!;
    expect(inner.warnings[0].split(version).length - 1, inner.warnings[0]).to.equal(2);
    expect(inner.warnings[0]).to.include('sahel-casualties');
    expect(inner.customElements.get('sahel-casualties') === inner.first).to.equal(true);
    expect(inner.ready).to.equal(1);
  });

  it('draws under another prefix, beside the first, and quietly when that is asked for twice', async () => {
    const warnings: unknown[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => warnings.push(words);
    try {
      define({ prefix: 'paper' });
      define({ prefix: 'paper' });
      define();
    } finally {
      console.warn = warn;
    }
    expect(warnings).to.deep.equal([]);
    const { el } = await draw(contract('prefixed'), { tag: 'paper-casualties' });
    expect(said(el, 'title')).to.equal('prefixed');
    expect(el.localName).to.equal('paper-casualties');
    const beside = await draw(contract('first'));
    expect(said(beside.el, 'title')).to.equal('first');
  });
});

describe('hosts: moves', () => {
  it('is drawn and styled in the document of a frame it is moved to, and when it comes back', async () => {
    const iframe = await framePage('<!doctype html><html lang="en"><title>frame</title><body></body></html>');
    const { el, heard } = await draw(contracts['article'], { into: place({ width: '640px' }) });
    const weight = (): string => {
      const title = one(el, '[part~=title]')!;
      return title.ownerDocument.defaultView!.getComputedStyle(title).fontSize;
    };
    const wanted = weight();
    iframe.contentDocument!.adoptNode(el);
    iframe.contentDocument!.body.append(el);
    await until(() => isSeen(drawing(el)), 'the drawing in the frame');
    await settle();
    await pause(50);
    expect(weight(), 'styled in the frame').to.equal(wanted);
    expect(drawing(el)!.getBoundingClientRect().width).to.be.above(500);
    el.data = contract('in the frame');
    await until(() => heard.ready.length > 1, 'new data in the frame');
    expect(said(el, 'title')).to.equal('in the frame');
    place().append(el);
    await settle();
    await pause(50);
    expect(weight(), 'styled at home again').to.equal(wanted);
    expect(isSeen(drawing(el))).to.equal(true);
    expect(heard.errors).to.deep.equal([]);
  });

  it('keeps picture, open table and page when it is moved within the page', async () => {
    const { el, heard } = await draw(contracts['article']);
    one(el, '.fold')!.click();
    await until(() => one(el, 'table'), 'the table');
    const svg = drawing(el);
    const table = one(el, 'table');
    place().append(el);
    await settle();
    expect(drawing(el) === svg, 'the same drawing').to.equal(true);
    expect(one(el, 'table') === table, 'the same table').to.equal(true);
    expect(isSeen(table)).to.equal(true);
    expect(heard.events).to.have.length(1);
  });

  it('still follows its width after 100 moves', async () => {
    const { el } = await draw(contracts['article']);
    for (let i = 0; i < 100; i++) place().append(el);
    el.parentElement!.style.width = '480px';
    await settle();
    await settle();
    expect(drawing(el)!.viewBox.baseVal.width).to.equal(480 - 32);
  });

  it('still hears its inline JSON change after it was moved, taken out and put back', async () => {
    const { el, heard } = put({ inline: JSON.stringify(contract('one')) });
    await until(() => heard.ready.length, 'ready');
    place().append(el);
    el.remove();
    await settle();
    place().append(el);
    await settle();
    el.querySelector('script')!.textContent = JSON.stringify(contract('two'));
    await until(() => heard.ready.length > 1, 'ready again');
    expect(said(el, 'title')).to.equal('two');
    expect(heard.events).to.have.length(2);
  });

  it('takes data set while it is outside the page, and draws it when it enters', async () => {
    const el = document.createElement('sahel-casualties') as SahelCasualties;
    const heard = listen(el);
    el.data = contract('outside');
    await pause(30);
    expect(heard.events).to.deep.equal([]);
    place().append(el);
    await until(() => heard.ready.length, 'ready');
    el.remove();
    await settle();
    el.data = contract('changed outside');
    await pause(30);
    place().append(el);
    await until(() => said(el, 'title') === 'changed outside', 'the new title');
    expect(heard.errors).to.deep.equal([]);
  });

  it('draws fifty on a page', async function () {
    this.timeout(20_000);
    const charts = Array.from({ length: 50 }, (_, i) =>
      put({ set: { data: contract(`chart ${i}`, [i, i + 1]) } }),
    );
    await until(() => charts.every(({ heard }) => heard.ready.length === 1), 'fifty charts', 15_000);
    charts.forEach(({ el }, i) => expect(said(el, 'title')).to.equal(`chart ${i}`));
  });
});

noErrorReachedThePage();
