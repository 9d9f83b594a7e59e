// A page of its own, because forced colours stay until the page ends.
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/define.js';
import {
  all,
  type Chart,
  draw,
  drawing,
  expect,
  noErrorReachedThePage,
  one,
  place,
  settle,
  tagOf,
  until,
  watchPage,
} from '../support/browser/page.js';
import { type Form, formsOf } from '../support/browser/forms.js';
import { cell, enter, focused, hover, middle, strike, tip } from '../support/browser/reader.js';

watchPage();

let forms: Form[];
const force = (scheme: string): Promise<unknown> =>
  executeServerCommand('cdp', {
    method: 'Emulation.setEmulatedMedia',
    params: {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-color-scheme', value: scheme },
      ],
    },
    keep: true,
  });
before(async () => {
  forms = await formsOf();
});

const NAMES = [
  'CanvasText',
  'Canvas',
  'GrayText',
  'LinkText',
  'ButtonText',
  'ButtonFace',
  'Highlight',
] as const;
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

const drawn = async ({ data, view, width }: Form): Promise<Chart> =>
  (await draw(data, { attributes: view ? { view } : {}, into: place({ width: `${width}px` }) })).el;

for (const scheme of ['light', 'dark'])
  describe(`forced colours, ${scheme}`, () => {
    let colours: Record<(typeof NAMES)[number], string>;
    before(async () => {
      await force(scheme);
      colours = Object.fromEntries(NAMES.map((name) => [name, system(name)])) as typeof colours;
    });

    it('are the only ones: every mark, sample, text and button of every form', async () => {
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      expect(colours.CanvasText).not.to.equal(colours.Canvas);
      const known = Object.values(colours);
      const wrong = new Set<string>();
      let marks = 0;
      for (const form of forms) {
        const el = await drawn(form);
        one(el, '.fold')!.click();
        await until(() => one(el, 'table'), 'the table');
        await enter(el);
        await strike(el, '?');
        for (const node of all(el, 'svg path, svg text')) {
          const { fill, stroke } = getComputedStyle(node);
          for (const paint of [fill, stroke]) {
            if (paint === 'none') continue;
            marks++;
            if (!known.includes(paint)) wrong.add(`${form.name} ${node.outerHTML.slice(0, 60)}: ${paint}`);
          }
        }
        for (const node of all(el, 'svg text'))
          if (getComputedStyle(node).fill === colours.Canvas && !node.closest('.fill-surface'))
            wrong.add(`${form.name}: text in the colour of the ground`);
        for (const node of all(el, 'p, li, th, td, caption, button, a, .title, .tip, .tip *')) {
          const { color } = getComputedStyle(node);
          if (!known.includes(color) || color === colours.Canvas)
            wrong.add(`${form.name} ${node.localName}: ${color}`);
        }
        expect(getComputedStyle(one(el, '.chart')!).backgroundColor).to.equal(colours.Canvas);
        el.remove();
      }
      expect(marks, 'paints that were looked at').to.be.above(600);
      expect([...wrong]).to.deep.equal([]);
    });

    it('keep the textures: motifs in the colour of the ground on actors in the colour of text', async () => {
      for (const form of forms.filter(({ name }) => /stack|share|rows/.test(name))) {
        const el = await drawn(form);
        const hues = all(el, '.plot > svg path[class^=fill-actor]');
        expect(hues.length, `${form.name}: actors`).to.be.at.least(4);
        for (const hue of hues) expect(getComputedStyle(hue).fill).to.equal(colours.CanvasText);
        const motifs = all(el, '.plot > svg path.stroke-surface[stroke-width="1.5"]');
        expect(motifs.length, form.name).to.equal(1);
        for (const motif of motifs) {
          expect(getComputedStyle(motif).stroke).to.equal(colours.Canvas);
          expect(motif.getAttribute('d')!.match(/M/g)!.length, 'lines').to.be.above(30);
        }
        const dots = all(el, '.plot > svg path.stroke-unattributed[stroke-width="2.4"]');
        expect(dots.length, `${form.name}: dots of the unattributed`).to.equal(1);
        for (const line of all(el, '.plot > svg path[class^=stroke-actor]'))
          expect(getComputedStyle(line).stroke, 'outline of what is disputed').to.equal(colours.CanvasText);
        el.remove();
      }
    });

    it('keep partial periods open: hatched and outlined, not filled', async () => {
      const el = await drawn(forms.find(({ name }) => name === 'columns')!);
      const whole = all(el, '.plot > svg path[part=mark]');
      expect(whole.length).to.be.at.least(1);
      for (const mark of whole) expect(getComputedStyle(mark).fill).to.equal(colours.CanvasText);
      const open = all(el, '.plot > svg path.fill-accent:not([part=mark])');
      for (const mark of open) expect(Number(getComputedStyle(mark).fillOpacity)).to.be.below(0.2);
      const hatch = all(el, '.plot > svg path.stroke-accent');
      expect(hatch.length, 'hatch').to.be.at.least(1);
      for (const line of hatch) expect(getComputedStyle(line).stroke).to.equal(colours.CanvasText);
    });

    it('leave what is not a figure empty: the track of a gauge, gaps, spans of events', async () => {
      for (const form of forms) {
        const el = await drawn(form);
        for (const node of all(el, '.plot > svg .fill-grid')) {
          const { fill, fillOpacity } = getComputedStyle(node);
          expect([colours.Canvas, 'none'], `${form.name}: ${fillOpacity}`).to.include(fill);
        }
        el.remove();
      }
    });

    it('show the focus, and the mark under the pointer, by a line of their own', async () => {
      for (const form of forms) {
        const el = await drawn(form);
        await enter(el);
        await strike(el, 'End');
        expect(getComputedStyle(cell(el)!).outlineStyle, form.name).to.equal('solid');
        expect(getComputedStyle(cell(el)!).outlineColor).to.equal(colours.Highlight);
        const [x, y] = middle(cell(el)!);
        (focused() as HTMLElement).blur();
        await settle();
        await hover(el, x, y);
        expect(tip(el) !== null, `${form.name}: ${tagOf(tip(el))}`).to.equal(true);
        const { outlineStyle, outlineColor, borderTopStyle } = getComputedStyle(cell(el)!);
        expect([outlineStyle, borderTopStyle], `${form.name}: a line around the mark`).to.include('solid');
        expect(Object.values(colours)).to.include(outlineColor);
        expect(getComputedStyle(tip(el)!).borderTopStyle, 'the tooltip has an edge').to.equal('solid');
        expect(drawing(el) !== null).to.equal(true);
        el.remove();
      }
    });
  });

noErrorReachedThePage();
