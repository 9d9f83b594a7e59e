import assert from 'node:assert/strict';
import test from 'node:test';
import { pictureFor, writeEmbed } from '../../src/embed/forms.js';
import { ContractError, describe, renderElement, renderHTML, renderSVG } from '../../src/static/index.js';
import { readFixture } from '../support/golden.js';

const contract = readFixture('casualties', 'article');
const PUBLISHED = { baseUrl: 'https://charts.example.org/mali/', code: { 'casualties.js': '' } };

type Draw = (options: any) => unknown;
const STILL: Readonly<Record<string, Draw>> = {
  renderSVG: (options) => renderSVG(contract, options),
  renderHTML: (options) => renderHTML(contract, options),
};
const LIVE: Readonly<Record<string, Draw>> = {
  renderElement: (options) => renderElement(contract, options),
  writeEmbed: (options) => writeEmbed(contract, 'page', { ...PUBLISHED, ...options }),
  pictureFor: (options) => pictureFor(contract, 'figure', { ...PUBLISHED, ...options }),
};
const ALL = { ...STILL, ...LIVE };

function refused(draw: Draw, options: unknown): readonly object[] {
  try {
    draw(options);
  } catch (error) {
    assert.ok(error instanceof ContractError, String(error));
    return error.faults;
  }
  return [];
}

const PX = 'a number of px';
const MOST = 'a number from 0 to 9007199254740992';
for (const [name, value, code, expected, received] of [
  ['width', NaN, 'E_VALUE', PX, 'NaN'],
  ['width', Infinity, 'E_VALUE', PX, 'Infinity'],
  ['width', '640', 'E_TYPE', PX, '"640"'],
  ['width', null, 'E_TYPE', PX, 'null'],
  ['lang', 5, 'E_TYPE', 'a BCP 47 tag as a text', '5'],
  ['lang', {}, 'E_TYPE', 'a BCP 47 tag as a text', 'an object'],
  ['view', {}, 'E_TYPE', 'a text', 'an object'],
  ['highlight', ['2024'], 'E_TYPE', 'a text', 'a list of 1'],
] as const)
  test(`options.${name} is not ${String(received)}: every function that draws says so`, () => {
    for (const [called, draw] of Object.entries(ALL))
      assert.deepEqual(
        refused(draw, { [name]: value }),
        [{ code, path: `options.${name}`, expected, received }],
        called,
      );
  });
for (const [value, code, received] of [
  [NaN, 'E_VALUE', 'NaN'],
  [-1, 'E_VALUE', '-1'],
  [Infinity, 'E_VALUE', 'Infinity'],
  [2 ** 53 + 2, 'E_VALUE', '9007199254740994'],
  ['5', 'E_TYPE', '"5"'],
] as const)
  test(`options.max is not ${received}`, () => {
    for (const draw of [...Object.values(STILL), LIVE.renderElement!])
      assert.deepEqual(refused(draw, { max: value }), [
        { code, path: 'options.max', expected: MOST, received },
      ]);
  });
test('a theme is one of those there are; what is live may leave it to the page', () => {
  for (const [draw, expected] of [
    ...Object.values(STILL).map((draw) => [draw, '"light" or "dark"'] as const),
    ...Object.values(LIVE).map((draw) => [draw, '"auto" or "light" or "dark"'] as const),
  ])
    for (const [theme, code, received] of [
      ['nope', 'E_VALUE', '"nope"'],
      ['constructor', 'E_VALUE', '"constructor"'],
      [1, 'E_TYPE', '1'],
    ])
      assert.deepEqual(refused(draw, { theme }), [{ code, path: 'options.theme', expected, received }]);
  assert.equal(refused(STILL.renderSVG!, { theme: 'auto' }).length, 1);
  for (const draw of Object.values(LIVE)) assert.deepEqual(refused(draw, { theme: 'auto' }), []);
});
test('the prefix of a tag can open nothing else', () => {
  for (const prefix of ['', 'Sahel', '9', '-a', 'a b', 'x onclick=alert(1)', 'a><script', 5])
    assert.equal(refused(LIVE.renderElement!, { prefix }).length, 1, String(prefix));
  assert.match(renderElement(contract, { prefix: 'desk-2' }), /^<desk-2-casualties /);
});
test('all that is wrong with options is told at once, and options that are no object', () => {
  assert.deepEqual(
    refused(STILL.renderSVG!, { width: 'x', theme: 'x', max: -1, colour: 'red' }).map(
      (fault) => (fault as { path: string }).path,
    ),
    ['options.width', 'options.theme', 'options.max'],
  );
  for (const [draw, options] of [
    [STILL.renderSVG!, null],
    [STILL.renderHTML!, 'fr'],
    [LIVE.renderElement!, 640],
  ] as const)
    assert.equal(refused(draw, options).length, 1, String(options));
  assert.throws(() => renderSVG(contract, { max: -1 }), {
    message: 'casualties: options.max: expected a number from 0 to 9007199254740992, received -1 (E_VALUE)',
  });
  assert.throws(() => describe(contract, 5 as never), /options\.lang: expected a BCP 47 tag as a text/);
});
test('what is left out, undefined or extreme is drawn', () => {
  const plain = renderSVG(contract);
  assert.equal(
    renderSVG(contract, {
      width: undefined,
      lang: undefined,
      theme: undefined,
      view: undefined,
      highlight: undefined,
      max: undefined,
    } as never),
    plain,
  );
  assert.equal(renderSVG(contract, { max: 0 }), plain);
  for (const chart of ['casualties', 'attribution', 'gold-gauge'])
    for (const options of [{ width: 0.1 }, { width: 1e9 }, { max: 2 ** 53 }, { max: 5e-324 }])
      assert.doesNotMatch(
        renderSVG(readFixture(chart, 'article'), options),
        /NaN|Infinity|undefined/,
        `${chart} ${JSON.stringify(options)}`,
      );
});
