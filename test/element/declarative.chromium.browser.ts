// A served chart and the live one that takes its place: not a pixel apart, and nothing on the page moves.
import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import {
  type Chart,
  drawing,
  expect,
  noErrorReachedThePage,
  pause,
  settle,
  until,
  watchPage,
} from '../support/browser/page.js';
import { putPointerAway } from '../support/browser/reader.js';
import { define, type Page, SERVED, servePage } from '../support/browser/served.js';
import { fixtures } from '../support/browser/server.js';

watchPage();

let contracts: any[];
before(async () => {
  const lists: Record<string, Record<string, any>> = {};
  for (const [chart] of SERVED) lists[chart] = await fixtures(chart);
  contracts = SERVED.map(([chart, name]) => lists[chart]![name]);
  await putPointerAway();
});
after(() => setViewport({ width: 800, height: 600 }));

/** The served page fills the window, so that all of it is photographed and all of it can be seen to move. */
async function open(options: Parameters<typeof servePage>[1], index: number): Promise<Page> {
  await setViewport({ width: Math.max(500, options.width + 80), height: 2600 });
  const page = await servePage([contracts[index]], options);
  Object.assign(page.iframe.style, {
    position: 'fixed',
    inset: '0',
    border: '0',
    zIndex: '9',
    background: '#fff',
  });
  page.iframe.height = '2600';
  await settle();
  await pause(100);
  return page;
}

async function takeOver(page: Page): Promise<void> {
  define(page);
  await until(() => page.charts.every(({ status }: Chart) => status === 'ready'), 'ready', 15_000);
  await settle();
  await pause(120);
}

const photograph = (): Promise<string> => executeServerCommand('screenshot') as Promise<string>;

/** How many pixels differ between two photographs, and where the first is. */
async function compare(before: string, after: string): Promise<string> {
  if (before === after) return '0 pixels';
  const [one, other] = await Promise.all(
    [before, after].map(async (text) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${text}`;
      await picture.decode();
      const { naturalWidth: width, naturalHeight: height } = picture;
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d', { willReadFrequently: true })!;
      context.drawImage(picture, 0, 0);
      return context.getImageData(0, 0, width, height);
    }),
  );
  const places: string[] = [];
  const { data, width } = one!;
  for (let i = 0; i < data.length; i += 4)
    if ([0, 1, 2].some((channel) => data[i + channel] !== other!.data[i + channel]))
      places.push(`${(i / 4) % width}, ${Math.floor(i / 4 / width)}`);
  return places.length ? `${places.length} pixels, the first at ${places[0]}` : '0 pixels';
}

for (const [index, [chart, name]] of SERVED.entries())
  for (const width of [320, 640, 1200])
    it(`changes no pixel and moves nothing when ${chart}/${name} comes alive at ${width} px`, async function () {
      this.timeout(30_000);
      const page = await open({ width }, index);
      expect(drawing(page.charts[0]!)!.getBoundingClientRect().bottom, 'all of it in the window').to.be.below(
        2600,
      );
      const before = await photograph();
      // A page that is still being parsed may move by itself; what counts is the change from the one to the other.
      page.window.shifts.length = 0;
      await takeOver(page);
      expect(await compare(before, await photograph())).to.equal('0 pixels');
      expect(page.window.shifts).to.deep.equal([]);
      expect(page.window.heard).to.deep.equal([`sahel-ready sahel-${chart}`]);
    });

for (const options of [
  { width: 640, theme: 'dark' },
  { width: 640, lang: 'fr' },
] as const)
  it(`changes no pixel either with ${JSON.stringify(options)}`, async function () {
    this.timeout(60_000);
    for (const [index, [chart, name]] of SERVED.entries()) {
      const page = await open(options, index);
      const before = await photograph();
      // A page that is still being parsed may move by itself; what counts is the change from the one to the other.
      page.window.shifts.length = 0;
      await takeOver(page);
      expect(await compare(before, await photograph()), `${chart}/${name}`).to.equal('0 pixels');
      expect(page.window.shifts, `${chart}/${name}`).to.deep.equal([]);
      page.iframe.remove();
    }
  });

it('sees a pixel and a move where there is one: a picture that was served for another width', async function () {
  this.timeout(30_000);
  const page = await open({ width: 640 }, 2);
  page.charts[0]!.parentElement!.style.width = '460px';
  await settle();
  await pause(700);
  const before = await photograph();
  page.window.shifts.length = 0;
  await takeOver(page);
  expect(await compare(before, await photograph())).to.match(/^[1-9]\d+ pixels/);
  expect(page.window.shifts).not.to.deep.equal([]);
});

noErrorReachedThePage();
