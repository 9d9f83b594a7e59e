import assert from 'node:assert/strict';
import test from 'node:test';
import { renderSVG } from '../src/static/index.js';
import { assertGolden, goldenNames, type Fixture, readFixtures } from './support/golden.js';

interface Picture {
  readonly name: string;
  readonly contract: Fixture['contract'];
  readonly options: Parameters<typeof renderSVG>[1];
}

/** Every fixture in English, light, at three widths; some in French, in the dark, and by day of year. */
function picturesOf({ name, contract }: Fixture): Picture[] {
  const pictures: Picture[] = [320, 640, 1200].map((width) => ({
    name: `casualties/${name}.${width}.en`,
    contract,
    options: { width },
  }));
  if (name === 'article' || name === 'mali-ucdp') {
    pictures.push(
      ...[320, 640, 1200].map((width) => ({
        name: `casualties/${name}.${width}.fr`,
        contract,
        options: { width, lang: 'fr' },
      })),
      {
        name: `casualties/${name}.640.en.dark`,
        contract,
        options: { width: 640, theme: 'dark' as const },
      },
    );
  }
  if (name === 'cumulative-months')
    pictures.push({
      name: `casualties/${name}.640.en.cumulative`,
      contract,
      options: { width: 640, view: 'cumulative' },
    });
  return pictures;
}

const pictures = readFixtures('casualties').flatMap(picturesOf);

for (const { name, contract, options } of pictures)
  test(`${name} looks as it did`, () => assertGolden(name, renderSVG(contract, options)));

test('every golden picture is drawn by a fixture', () => {
  const drawn = new Set(pictures.map(({ name }) => name));
  assert.deepEqual(
    goldenNames('casualties').filter((name) => !drawn.has(name)),
    [],
  );
});
