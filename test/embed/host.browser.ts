// The parent's side: `listen` from the package. The tag host.js is among the parents.
import * as host from '../../src/embed/host.js';
import { expect, noErrorReachedThePage, place, until, watchPage } from '../support/browser/page.js';
import { fixture, openFrame, pause } from './frames.js';

watchPage();

const article = { src: fixture('casualties/article') };
const sized = (height: unknown): object => ({ sentinel: 'amp', type: 'embed-size', height });
function blank(): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  iframe.style.border = '0';
  place().append(iframe);
  return iframe;
}
/** As if the frame's own window had said it. */
const hear = (source: Window | null, data: unknown): boolean =>
  window.dispatchEvent(new MessageEvent('message', { source, data }));

it('exports listen and nothing else', () => {
  expect(Object.keys(host)).to.deep.equal(['listen']);
});

it('gives the iframe its content’s height, when it listens early, and when it comes late', async () => {
  for (const wait of [0, 700]) {
    const { iframe, frame } = await openFrame(article);
    if (wait) await frame.ready();
    await pause(wait);
    const stop = host.listen(iframe);
    const { height } = await frame.ready();
    await until(() => Math.abs(iframe.offsetHeight - height) <= 1, 'the height', 2000);
    stop();
  }
});

it('takes whole numbers between 50 and 5000 from that iframe’s window alone', () => {
  const iframe = blank();
  const other = blank();
  const stop = host.listen(iframe);
  const own = iframe.contentWindow;
  hear(own, sized(321));
  expect(iframe.offsetHeight).to.equal(321);
  for (const odd of [NaN, Infinity, 400.5, '400', '400px', null, undefined, [400], {}]) hear(own, sized(odd));
  for (const odd of [null, 5, 'embed-size', [], { type: 'embed-size', height: 400 }]) hear(own, odd);
  for (const stranger of [null, window, other.contentWindow]) hear(stranger, sized(400));
  expect(iframe.offsetHeight).to.equal(321);
  hear(own, sized(1e9));
  expect(iframe.offsetHeight).to.equal(5000);
  hear(own, sized(-5));
  expect(iframe.offsetHeight).to.equal(50);
  stop();
  hear(own, sized(400));
  expect(iframe.offsetHeight).to.equal(50);
});

it('takes other limits, and gives nothing to an iframe that is gone', () => {
  const iframe = blank();
  const stop = host.listen(iframe, { min: 200, max: 300 });
  hear(iframe.contentWindow, sized(400));
  expect(iframe.offsetHeight).to.equal(300);
  hear(iframe.contentWindow, sized(10));
  expect(iframe.offsetHeight).to.equal(200);
  iframe.remove();
  hear(null, sized(250));
  expect(iframe.style.height).to.equal('200px');
  stop();
});

it('is not held up or down by the page’s style sheet', () => {
  const sheet = document.createElement('style');
  sheet.textContent = 'iframe{height:600px!important;min-height:450px!important;max-height:600px!important}';
  place().append(sheet);
  const iframe = blank();
  const stop = host.listen(iframe);
  for (const height of [321, 900]) {
    hear(iframe.contentWindow, sized(height));
    expect(iframe.offsetHeight).to.equal(height);
  }
  stop();
});

noErrorReachedThePage();
