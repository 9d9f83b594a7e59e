// A page of its own, because forced colours stay until the page ends.
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/define.js';
import { all, draw, expect, noErrorReachedThePage, settle, watchPage } from '../support/browser/page.js';
import { cell, enter, press } from '../support/browser/reader.js';
import { fixtures } from '../support/browser/server.js';

watchPage();

let contracts: Record<string, any>;
before(async () => {
  contracts = await fixtures();
  await executeServerCommand('cdp', {
    method: 'Emulation.setEmulatedMedia',
    params: { features: [{ name: 'forced-colors', value: 'active' }] },
    keep: true,
  });
});

/** A system colour as this page computes it. */
function system(name: string): string {
  const probe = document.createElement('i');
  probe.style.color = name;
  probe.style.setProperty('forced-color-adjust', 'none');
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

describe('access: forced colours', () => {
  it('uses system colours where colours are forced, and tells marks, gaps and text from the ground', async () => {
    const { el } = await draw(contracts['article']);
    await settle();
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    const [text, ground, grey, link, button] = [
      'CanvasText',
      'Canvas',
      'GrayText',
      'LinkText',
      'ButtonText',
    ].map(system);
    for (const node of all(
      el,
      '[part~=title], [part~=subtitle], [part~=source], [part~=caveat], button, summary',
    ))
      expect([text, grey, link, button], node.localName).to.include(getComputedStyle(node).color);
    for (const label of all(el, 'svg [part~=label]'))
      expect([text, grey, ground], 'a label').to.include(getComputedStyle(label).fill);
    for (const mark of all(el, 'svg [part~=mark]')) {
      expect(getComputedStyle(mark).fill).to.equal(text);
      expect(getComputedStyle(mark).fill).not.to.equal(ground);
    }
    await enter(el);
    await press('ArrowRight');
    expect(getComputedStyle(cell(el)!).outlineStyle).to.equal('solid');
    expect([system('Highlight'), text]).to.include(getComputedStyle(cell(el)!).outlineColor);
  });
});

noErrorReachedThePage();
