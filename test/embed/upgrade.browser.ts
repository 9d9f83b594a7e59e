// Figures that a CMS let through become charts, by one tag for the whole site.
import {
  expect,
  framePage,
  isSeen,
  noErrorReachedThePage,
  pause,
  until,
  watchPage,
} from '../support/browser/page.js';
import { fixture, server } from './frames.js';

watchPage();

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const load = async (name: string): Promise<string> =>
  JSON.stringify(await (await fetch(`${await server()}${fixture(`${name}/article`)}`)).json());
/** What an author's CMS keeps: a figure with a picture or a table, and a caption. */
const figure = (attributes: string): string =>
  `<figure${attributes && ` ${attributes}`}><p class="own">924 civilians were killed in 2024.</p><figcaption>Source: ACLED</figcaption></figure>`;
const withContract = async (name: string, more = ''): Promise<string> =>
  figure(`data-sahel-chart="${name}" data-contract="${escape(await load(name))}" ${more}`);
const tag = '<script src="/dist/cdn/upgrade.js" defer></script>';

interface Page {
  readonly page: Document;
  readonly inner: any;
  readonly charts: () => any[];
  readonly resources: () => string[];
}

async function open(body: string, headers: Record<string, string> = {}): Promise<Page> {
  const iframe = await framePage(
    `<!doctype html><html lang="en"><title>article</title><body>${body}</body></html>`,
    headers,
  );
  const inner = iframe.contentWindow as any;
  const page = iframe.contentDocument!;
  return {
    page,
    inner,
    charts: () =>
      [...page.querySelectorAll('figure > *')].filter(({ localName }) => localName.startsWith('sahel-')),
    resources: () =>
      inner.performance
        .getEntriesByType('resource')
        .map(({ name }: PerformanceEntry) => new URL(name).pathname.split('/').at(-1)),
  };
}

const ready = async ({ charts }: Page, count = 1): Promise<void> =>
  until(
    () => charts().filter(({ shadowRoot }) => shadowRoot?.querySelector('svg')).length === count,
    () => `${count} charts: ${charts().map(({ localName, status }) => `${localName} ${status}`)}`,
    9000,
  );

describe('upgrade', () => {
  for (const name of ['casualties', 'attribution', 'gold-gauge'])
    it(`makes the ${name} chart of a figure, with its own content as the fallback, by that chart’s file alone`, async () => {
      const made = await open((await withContract(name)) + tag);
      await ready(made);
      const [chart] = made.charts();
      expect(chart.localName).to.equal(`sahel-${name}`);
      expect(chart.parentElement.localName).to.equal('figure');
      expect(chart.querySelector('.own').textContent).to.equal('924 civilians were killed in 2024.');
      expect(isSeen(chart.querySelector('.own'))).to.equal(false);
      expect(isSeen(chart.shadowRoot.querySelector('svg'))).to.equal(true);
      expect(made.resources().filter((file) => file !== 'favicon.ico')).to.deep.equal([
        'upgrade.js',
        `${name}.js`,
      ]);
    });

  it('takes the language, view and theme of the figure, and data from an address', async () => {
    const src = `${await server()}${fixture('casualties/article')}`;
    const made = await open(
      figure(
        `data-sahel-chart="casualties" data-src="${src}" lang="fr" data-view="columns" data-theme="dark"`,
      ) + tag,
    );
    await ready(made);
    const [chart] = made.charts();
    expect(chart.shadowRoot.querySelector('.chart').lang).to.equal('fr');
    expect(chart.view).to.equal('columns');
    expect(made.inner.getComputedStyle(chart.shadowRoot.querySelector('.chart')).backgroundColor).to.equal(
      'rgb(22, 24, 28)',
    );
  });

  it('lets stand out what the figure names', async () => {
    const drawings: string[] = [];
    for (const more of ['', 'data-highlight="2024"']) {
      const made = await open((await withContract('casualties', more)) + tag);
      await ready(made);
      const [chart] = made.charts();
      expect(chart.highlight ?? '').to.equal(more && '2024');
      drawings.push(chart.shadowRoot.querySelector('.plot > svg').innerHTML);
    }
    expect(drawings[1] === drawings[0]).to.equal(false);
  });

  it('loads one file for several charts, and upgrades figures that come later', async () => {
    const made = await open((await withContract('casualties')) + (await withContract('gold-gauge')) + tag);
    await ready(made, 2);
    expect(made.resources()).to.include('sahel-charts.js');
    const template = made.page.createElement('template');
    template.innerHTML = `<section>${await withContract('attribution')}</section>`;
    made.page.body.append(template.content);
    await ready(made, 3);
  });

  it('changes nothing a second time', async () => {
    const made = await open((await withContract('casualties')) + tag + tag);
    await ready(made);
    const again = made.page.createElement('script');
    again.src = '/dist/cdn/upgrade.js?again';
    made.page.body.append(again);
    await pause(300);
    expect(made.charts()).to.have.length(1);
    expect(made.page.querySelectorAll('figure *').length).to.equal(3);
  });

  it('leaves figures that are not ours as they are, and loads nothing for them', async () => {
    const body = `<figure class="x"><img alt="a map"></figure>${figure('data-sahel-chart="pie" data-contract="{}"')}${figure('')}`;
    const made = await open(body + tag);
    await pause(300);
    expect(made.page.body.innerHTML).to.include(body);
    expect(made.resources().filter((file) => file !== 'favicon.ico')).to.deep.equal(['upgrade.js']);
  });

  for (const [title, attributes] of [
    ['that is no JSON', 'data-contract="{&quot;schema&quot;: oops"'],
    ['that is cut off', 'data-contract="{&quot;schema&quot;:&quot;casualties/1&quot;,"'],
    ['that is no contract', 'data-contract="{&quot;schema&quot;:&quot;casualties/1&quot;}"'],
    ['of another chart', 'data-contract="{&quot;schema&quot;:&quot;gold-gauge/1&quot;}"'],
    ['that is not there', ''],
  ] as const)
    it(`leaves a figure as it is with a contract ${title}`, async () => {
      const body = figure(`data-sahel-chart="casualties" ${attributes}`.trim());
      const made = await open(body + tag);
      await until(() => made.inner.customElements.get('sahel-casualties'), 'the chart file', 9000);
      await pause(200);
      expect(made.page.querySelector('figure')!.outerHTML).to.equal(body);
      expect(isSeen(made.page.querySelector('.own'))).to.equal(true);
    });

  it('leaves a figure as it is when the chart’s file does not come', async () => {
    const body = await withContract('casualties');
    const made = await open(
      `${body}<script src="/dist/cdn/upgrade.js" data-runtime="/nowhere" defer></script>`,
    );
    await until(() => made.resources().includes('casualties.js'), 'the request');
    await pause(200);
    expect(made.charts()).to.deep.equal([]);
    expect(made.page.querySelector('figure > .own + figcaption') === null).to.equal(false);
    expect(isSeen(made.page.querySelector('.own'))).to.equal(true);
  });

  it('leaves a figure as it is when the page’s policy blocks the tag', async () => {
    const made = await open((await withContract('casualties')) + tag, {
      'content-security-policy': "script-src 'none'",
    });
    await pause(300);
    expect(isSeen(made.page.querySelector('.own'))).to.equal(true);
    expect(made.charts()).to.deep.equal([]);
  });

  it('works from another host, under a strict policy, from the folder that the tag names or from its own', async () => {
    const origin = await server();
    const policy = `default-src 'none'; script-src ${origin}; require-trusted-types-for 'script'`;
    for (const more of ['', `data-runtime="${origin}/cdn"`]) {
      const made = await open(
        `${await withContract('casualties')}<script src="${origin}/cdn/upgrade.js" ${more} defer></script>`,
        { 'content-security-policy': policy },
      );
      await ready(made);
    }
  });
});

noErrorReachedThePage();
