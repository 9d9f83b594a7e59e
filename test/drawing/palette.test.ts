import assert from 'node:assert/strict';
import test from 'node:test';
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

test('the surfaces that the hues are tested on are the themes’ own', () => {
  assert.deepEqual([THEMES.light.surface, THEMES.dark.surface], ['#ffffff', '#16181c']);
});
test('an actor has one hue by day and by night', () => {
  for (const slot of slots) assert.equal(hueOf(THEMES.light, slot), hueOf(THEMES.dark, slot));
});
