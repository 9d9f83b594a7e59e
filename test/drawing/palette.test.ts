import assert from 'node:assert/strict';
import test from 'node:test';
import { chartStyles } from '../../src/drawing/styles.js';
import { type Theme, THEMES } from '../../src/drawing/theme.js';
import { assertClose } from '../support/assert-path.js';
import { contrastOf, deltaE2000, labOf, SIGHTS } from '../support/colour.js';

const hueOf = (theme: Theme, slot: number): string => theme[`actor${slot}` as keyof Theme];
const slots = [1, 2, 3, 4, 5, 6, 7, 8];

// --- The measure itself

test('CIEDE2000 gives the published differences of the pairs that Sharma, Wu and Dalal list', () => {
  for (const [a, b, expected] of [
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  ] as const) {
    assertClose(deltaE2000(a, b), expected, 0.00006, String(a));
    assertClose(deltaE2000(b, a), expected, 0.00006, `${String(a)}, turned round`);
  }
});
test('white, black and the two reds of the screen are where the standards put them', () => {
  const [l, a, b] = labOf('#ffffff');
  assertClose(l, 100, 0.01, 'L*');
  assertClose(Math.hypot(a, b), 0, 0.02, 'no hue');
  assertClose(labOf('#ff0000')[0], 53.24, 0.01, 'L* of red');
  assertClose(contrastOf('#000000', '#ffffff'), 21, 1e-9, 'black on white');
  assertClose(contrastOf('#ff0000', '#ffffff'), 4.0, 0.01, 'red on white');
});
test('greys are the same to every sight', () => {
  for (const sight of Object.keys(SIGHTS))
    assertClose(deltaE2000(labOf('#808080', sight), labOf('#808080')), 0, 0.1, sight);
});

// --- The palette

for (const [name, theme] of Object.entries(THEMES)) {
  for (const sight of Object.keys(SIGHTS))
    test(`${name}: the first five actors and the grey of nobody differ by 12 or more, with ${sight}`, () => {
      const hues = [...slots.slice(0, 5).map((slot) => hueOf(theme, slot)), theme.unattributed];
      hues.forEach((a, i) =>
        hues.slice(i + 1).forEach((b) => {
          const difference = deltaE2000(labOf(a, sight), labOf(b, sight));
          assert.ok(difference >= 12, `${a} and ${b}: ${difference.toFixed(1)}`);
        }),
      );
    });

  test(`${name}: each of the eight actors, and nobody, is 3:1 or more on both surfaces`, () => {
    for (const hue of [...slots.map((slot) => hueOf(theme, slot)), theme.unattributed])
      for (const surface of ['#ffffff', '#16181c'])
        assert.ok(
          contrastOf(hue, surface) >= 3,
          `${hue} on ${surface}: ${contrastOf(hue, surface).toFixed(2)}`,
        );
  });

  test(`${name}: no actor has the red, green or blue of a flag`, () => {
    for (const slot of slots)
      for (const flag of ['#ff0000', '#00ff00', '#0000ff']) {
        const difference = deltaE2000(labOf(hueOf(theme, slot)), labOf(flag));
        assert.ok(difference >= 12, `slot ${slot} and ${flag}: ${difference.toFixed(1)}`);
      }
  });

  test(`${name}: eight different hues, none of them nobody’s grey`, () => {
    assert.equal(new Set([...slots.map((slot) => hueOf(theme, slot)), theme.unattributed]).size, 9);
  });

  test(`${name}: text is 7:1 and quiet text 4.5:1 on its surface`, () => {
    assert.ok(contrastOf(theme.text, theme.surface) >= 7);
    assert.ok(contrastOf(theme.muted, theme.surface) >= 4.5);
  });
}

// --- Every pair that a reader meets

/** `part` of one colour over another, as sRGB mixes them. */
function over(top: string, ground: string, part: number): string {
  const channels = (hex: string): number[] => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  const below = channels(ground);
  return `#${channels(top)
    .map((c, i) => Math.round(part * c + (1 - part) * below[i]!))
    .map((c) => c.toString(16).padStart(2, '0'))
    .join('')}`;
}

for (const [name, theme] of Object.entries(THEMES)) {
  const { text, muted, surface, grid, accent, unattributed } = theme;

  test(`${name}: texts are 4.5:1 or more on every ground that they can stand on`, () => {
    const grounds = {
      surface,
      'a span of events': over(text, surface, 0.06),
      'the mark under the pointer': over(text, surface, 0.08),
      'a gap': over(grid, surface, 0.55),
      'what nobody is known for': over(unattributed, surface, 0.1),
    };
    for (const [ground, colour] of Object.entries(grounds))
      for (const ink of [text, muted])
        assert.ok(
          contrastOf(ink, colour) >= 4.5,
          `${ink} on ${ground}: ${contrastOf(ink, colour).toFixed(2)}`,
        );
    assert.ok(contrastOf(text, over(unattributed, surface, 0.22)) >= 4.5, 'text on the unattributed');
    assert.ok(contrastOf(surface, text) >= 4.5, 'numbers in discs');
  });

  test(`${name}: every mark, and the ring of the focus, is 3:1 or more on its surface`, () => {
    const block = chartStyles.split('--_focus:var(--sahel-color-focus,').slice(1);
    const focus = block.map((one) => one.slice(0, 7))[name === 'light' ? 0 : 1]!;
    assert.match(focus, /^#[0-9a-f]{6}$/);
    const marks = { text, muted, accent, focus, 'the folded rest': over(muted, surface, 0.75) };
    for (const [mark, colour] of Object.entries(marks))
      assert.ok(contrastOf(colour, surface) >= 3, `${mark}: ${contrastOf(colour, surface).toFixed(2)}`);
    // Dots stand on their own tint.
    assert.ok(contrastOf(unattributed, surface) >= 3, 'the dots of the unattributed');
    const ring = contrastOf(focus, over(text, surface, 0.08));
    assert.ok(ring >= 3, `the ring on the mark that has the focus: ${ring.toFixed(2)}`);
  });
}

test('the light colours are the default, the dark ones those of .dark and of a dark system', () => {
  const focus = chartStyles.match(/--_focus:var\(--sahel-color-focus,(#\w+)\)/g)!;
  assert.equal(new Set(focus).size, 2);
  // Light, dark, the reader's system, and paper, which is light.
  assert.deepEqual(
    focus.map((one) => [...new Set(focus)].indexOf(one)),
    [0, 1, 1, 0],
  );
});

test('where colours are forced every role is a system colour, and every actor that of text', () => {
  const forced = chartStyles.slice(chartStyles.indexOf('@media (forced-colors'));
  const roles = [...forced.slice(0, forced.indexOf('}')).matchAll(/--_(\w+):\s*(\w+)/g)].map(
    ([, role, colour]) => [role!, colour!] as const,
  );
  assert.deepEqual(
    roles.map(([role]) => role).toSorted(),
    [...Object.keys(THEMES.light), 'focus'].toSorted(),
  );
  const wanted: Record<string, string> = {
    surface: 'Canvas',
    grid: 'GrayText',
    unattributed: 'GrayText',
    focus: 'Highlight',
  };
  for (const [role, colour] of roles) assert.equal(colour, wanted[role] ?? 'CanvasText', role);
});

test('the surfaces that the hues are tested on are the themes’ own', () => {
  assert.deepEqual([THEMES.light.surface, THEMES.dark.surface], ['#ffffff', '#16181c']);
});
test('an actor has one hue by day and by night', () => {
  for (const slot of slots) assert.equal(hueOf(THEMES.light, slot), hueOf(THEMES.dark, slot));
});
