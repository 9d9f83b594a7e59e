// One frame under every parent that newsrooms have: it grows and shrinks with its content, and disturbs nobody.
import { expect, noErrorReachedThePage, until, watchPage } from '../support/browser/page.js';
import { fixture, type HostPage, openHost, pause } from './frames.js';

watchPage();

/** Waits until the iframe is as high as its document; says how long that took. */
async function fits({ iframe, frame }: HostPage, within: number): Promise<number> {
  const start = performance.now();
  let told = '';
  await until(
    async () => {
      const { height } = await frame.ask('state');
      told = `the iframe is ${iframe().getBoundingClientRect().height} px, its document ${height} px`;
      return Math.abs(iframe().getBoundingClientRect().height - height) <= 1;
    },
    () => `a fit within ${within} ms: ${told}`,
    within,
  );
  return performance.now() - start;
}

const names = [
  'pym, by hand',
  'pym, by attribute',
  'frames, by attribute',
  'frames, late',
  'iframe-resizer 4',
  'iframe-resizer 4, any origin',
  'iframe-resizer 5',
  'open-iframe-resizer',
  'open-iframe-resizer, legacy',
  'Datawrapper, new snippet',
  'Datawrapper, old snippet',
  'Infogram and Medium',
  'Infogram and Medium, with a hash',
  'Guardian',
  'WordPress',
  'three at once',
  'AMP',
  'host.js, with a style sheet in its way',
  'host.js, late',
];

describe('a frame among parents', () => {
  for (const name of names)
    it(`fits, grows and shrinks: ${name}`, async function () {
      this.timeout(20_000);
      const page = await openHost(name, { src: fixture('casualties/article'), id: 'casualties-1' });
      const { frame, messages, errors } = page;
      await frame.ready();
      await fits(page, 5000);
      await pause(150);
      const { height } = await frame.ask('state');
      for (const pad of [200, 0]) {
        messages.length = 0;
        await frame.ask('pad', { height: pad });
        await fits(page, 300);
        await pause(150);
        const after = await frame.ask('state');
        expect(Math.abs(page.iframe().getBoundingClientRect().height - after.height)).to.be.at.most(1);
        expect(Math.abs(after.height - height - pad), 'the document’s own change').to.be.at.most(1);
        const news = messages.filter((data) => !(data as { probe?: string })?.probe);
        expect(news.length, JSON.stringify(news)).to.be.within(1, 12);
        expect(news.filter((data) => data === null || data === undefined)).to.deep.equal([]);
      }
      expect(errors, 'errors of the page').to.deep.equal([]);
      expect((await frame.ask('state')).errors, 'errors in the frame').to.deep.equal([]);
    });

  it('stays as the page has made it where nobody listens, and can be scrolled', async () => {
    const { iframe, frame } = await openHost('nobody who listens', { src: fixture('casualties/article') });
    const { height, overflow } = await frame.ready();
    expect(iframe().getBoundingClientRect().height).to.equal(150);
    expect(height).to.be.above(300);
    expect(overflow, 'sideways').to.equal(0);
  });
});

noErrorReachedThePage();
