import assert from 'node:assert/strict';
import test from 'node:test';
import { renderSVG } from '../src/static/index.js';
import { assertGolden, goldenNames, type Fixture, readFixtures } from './support/golden.js';

interface Picture {
  readonly name: string;
  readonly contract: Fixture['contract'];
  readonly options: Parameters<typeof renderSVG>[1];
}

/** The charts, the fixtures that are drawn in French and in the dark too, and those that have another view. */
const CHARTS: Readonly<Record<string, { also: readonly string[]; views: Readonly<Record<string, string>> }>> =
  {
    casualties: { also: ['article', 'mali-ucdp'], views: { 'cumulative-months': 'cumulative' } },
    attribution: {
      also: ['article', 'mali-ucdp', 'four-actors'],
      views: { 'four-actors': 'share', 'mali-ucdp': 'involved', 'months-dense': 'share' },
    },
    'gold-gauge': {
      also: ['article', 'industrial-2024'],
      views: { 'industrial-2024': 'bullet', 'partial-2025': 'bullet' },
    },
  };

/** Every fixture in English, light, at three widths; some in French, in the dark, and in another view. */
function picturesOf(chart: string, { name, contract }: Fixture): Picture[] {
  const { also, views } = CHARTS[chart]!;
  const pictures: Picture[] = [320, 640, 1200].map((width) => ({
    name: `${chart}/${name}.${width}.en`,
    contract,
    options: { width },
  }));
  if (also.includes(name)) {
    pictures.push(
      ...[320, 640, 1200].map((width) => ({
        name: `${chart}/${name}.${width}.fr`,
        contract,
        options: { width, lang: 'fr' },
      })),
      {
        name: `${chart}/${name}.640.en.dark`,
        contract,
        options: { width: 640, theme: 'dark' as const },
      },
    );
  }
  const view = views[name];
  if (view)
    pictures.push({ name: `${chart}/${name}.640.en.${view}`, contract, options: { width: 640, view } });
  return pictures;
}

const charts = Object.keys(CHARTS);
const pictures = charts.flatMap((chart) =>
  readFixtures(chart).flatMap((fixture) => picturesOf(chart, fixture)),
);

for (const { name, contract, options } of pictures)
  test(`${name} looks as it did`, () => assertGolden(name, renderSVG(contract, options)));

test('every golden picture is drawn by a fixture', () => {
  const drawn = new Set(pictures.map(({ name }) => name));
  assert.deepEqual(
    charts.flatMap(goldenNames).filter((name) => !drawn.has(name)),
    [],
  );
});
