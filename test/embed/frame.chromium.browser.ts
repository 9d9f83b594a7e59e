// What needs a real hand in the frame, a reader's system, or a hash.
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { expect, noErrorReachedThePage, place, watchPage } from '../support/browser/page.js';
import { clickAt } from '../support/browser/reader.js';
import { fixture, openFrame, pause, server } from './frames.js';

watchPage();

it('copies a file from a sandbox without an origin', async () => {
  const { iframe, frame } = await openFrame(
    { src: fixture('casualties/article') },
    { sandbox: 'allow-scripts', width: 600 },
  );
  iframe.style.height = '1200px';
  const { csv } = await frame.ready();
  await frame.ask('click', { selector: 'button[value=csv]' });
  await frame.until((now) => now.field, 'a text field');
  iframe.scrollIntoView({ block: 'end' });
  await pause(100);
  const corner = iframe.getBoundingClientRect();
  const { left, top, width, height } = await frame.ask<DOMRect>('where', { selector: 'textarea + button' });
  await clickAt(corner.left + left + width / 2, corner.top + top + height / 2);
  await frame.until(({ copied, said }) => copied && said === 'Copied', 'copied');
  const field = document.createElement('textarea');
  place().append(field);
  field.focus();
  await sendKeys({ down: 'Control' });
  await sendKeys({ press: 'KeyV' });
  await sendKeys({ up: 'Control' });
  expect(field.value).to.equal(csv!.replaceAll('\r\n', '\n'));
});

it('follows the reader’s system unless its address or its parent says otherwise', async () => {
  const system = (value: string): Promise<unknown> =>
    executeServerCommand('cdp', {
      method: 'Emulation.setEmulatedMedia',
      params: { features: [{ name: 'prefers-color-scheme', value }] },
      keep: true,
    });
  const light = 'rgb(255, 255, 255)';
  const dark = 'rgb(22, 24, 28)';
  await system('dark');
  try {
    const free = await openFrame({ src: fixture('casualties/article') });
    const told = await openFrame({ src: fixture('casualties/article'), theme: 'light' });
    expect((await free.frame.ready()).surface).to.equal(dark);
    expect((await told.frame.ready()).surface).to.equal(light);
    told.iframe.contentWindow!.postMessage({ source: 'sahel-charts', type: 'set', theme: 'auto' }, '*');
    await told.frame.until(({ surface }) => surface === dark, 'dark as the system');
  } finally {
    await system('');
  }
});

it('has the hash of every file beside it', async () => {
  const origin = await server();
  const hashes = (await (await fetch(`${origin}/cdn/integrity.json`)).json()) as Record<string, string>;
  for (const name of ['frame.js', 'host.js', 'upgrade.js', 'sahel-charts.iife.js']) {
    const bytes = await (await fetch(`${origin}/cdn/${name}`)).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
    expect(hashes[name], name).to.equal(`sha384-${btoa(String.fromCharCode(...digest))}`);
  }
  expect(hashes).to.include.keys('frame.html');
});

noErrorReachedThePage();
