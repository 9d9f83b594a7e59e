// Many periods as stepped, stacked areas: what is seen of the top, and the width that is left to them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { attribution } from '../../../src/charts/attribution/index.js';
import type { AttributionScene } from '../../../src/charts/attribution/scene.js';
import { THEMES } from '../../../src/drawing/theme.js';
import { renderSVG } from '../../../src/static/index.js';
import { languageFor } from '../../../src/words/language.js';
import { readPath } from '../../support/assert-path.js';

type Contract = Record<string, any>;

/** Months from January 2015, each with 20 by one actor and 10 by nobody known; without the month `skip`. */
const months = (count: number, skip = -1, fields: Contract = {}): Contract => ({
  schema: 'attribution/1',
  measure: 'killed',
  victims: 'civilians',
  method: 'reported',
  relation: 'involving',
  whole: 'all',
  place: 'in Mali',
  source: { producer: 'Example data', asOf: '2025-12-31' },
  actors: [
    { id: 'a', name: 'Alder', slot: 1 },
    { id: 'b', name: 'Birch', slot: 2 },
  ],
  rows: Array.from({ length: count }, (_, m) => m)
    .filter((m) => m !== skip)
    .flatMap((m) => {
      const period = `${2015 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`;
      return [
        { period, actors: ['a'], value: 20 },
        { period, actors: 'unattributed', value: 10 + (m % 2) },
      ];
    }),
  ...fields,
});
/** The scene in an element of that width: 16 px of padding at each side. */
const layOut = (data: Contract, width: number, view?: string): AttributionScene =>
  attribution.layout(attribution.read(data), {
    width: width - 32,
    outer: width,
    pack: languageFor('en'),
    ...(view && { view }),
  });

/** Contrast of two colours after WCAG 2. */
function contrast(...colours: [string, string]): number {
  const [a, b] = colours.map((colour) => {
    const [r, g, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue + 0.05;
  }) as [number, number];
  return Math.max(a, b) / Math.min(a, b);
}

test('the top of the unattributed is a stepped line that stops where the data do', () => {
  const source = { producer: 'Example data', asOf: '2022-06-20' };
  for (const width of [320, 640, 1200]) {
    const data = months(90, 40, { source });
    const scene = layOut(data, width, 'stack');
    assert.equal(scene.form, 'areas');
    const runs = readPath(scene.shapes['edges'] ?? '');
    assert.equal(runs.length, 2, 'one line to each side of the missing month');
    // Rows stand by month: Alder, then nobody known.
    const tops = scene.places
      .filter(({ row }) => row % 2)
      .sort((a, b) => a.row - b.row)
      .map(({ box }) => box);
    const follows = (run: number, from: number, to: number): void => {
      for (const { x0, x1, y0: y } of tops.slice(from, to))
        for (const x of [x0, x1])
          assert.ok(
            runs[run]!.points.some((point) => Math.hypot(point.x - x, point.y - y) < 0.1),
            `${width} px: ${x} ${y}`,
          );
    };
    follows(0, 0, 40);
    // The last month is partial, and open at its top.
    follows(1, 40, 88);
    const end = Math.max(...runs[1]!.points.map(({ x }) => x));
    assert.ok(end <= tops[88]!.x0 + 0.1, `${end} reaches into the partial month from ${tops[88]!.x0}`);
  }
});

for (const theme of ['light', 'dark'] as const)
  test(`that line is seen on its surface: ${theme}`, () => {
    const data = months(90);
    const line = layOut(data, 640, 'stack').shapes['edges']!;
    const path = renderSVG(data, { width: 640, view: 'stack', theme })
      .split('<')
      .find((tag) => tag.includes(`d="${line}"`))!;
    const [, colour] = /stroke="(#[0-9a-f]{6})"/.exec(path)!;
    assert.doesNotMatch(path, /opacity/);
    assert.ok(contrast(colour!, THEMES[theme].surface) >= 3, `${colour} on ${THEMES[theme].surface}`);
  });

test('where nobody is unattributed there is no such line', () => {
  const data = months(90);
  data['rows'] = data['rows'].filter(({ actors }: Contract) => actors !== 'unattributed');
  assert.equal(layOut(data, 640, 'stack').shapes['edges'], undefined);
});

test('stepped areas have three fifths of the width or more, whatever stands beside them', () => {
  const data = months(120);
  data['rows'].push(
    ...data['rows']
      .filter((_: Contract, i: number) => i % 2)
      .flatMap(({ period }: Contract) => [
        { period, actors: ['b'], value: 9 },
        { period, actors: ['a', 'b'], link: 'joint', value: 4 },
      ]),
  );
  const lists = new Set<string>();
  for (let width = 480; width <= 1400; width += 20) {
    const scene = layOut(data, width, 'stack');
    assert.equal(scene.form, 'areas');
    const ends = scene.places.map(({ box }) => box.x1);
    const share = Math.max(...ends) / (width - 32);
    assert.ok(share >= 0.59, `${width} px: ${Math.round(share * 100)}%`);
    const hasList = scene.labels.some(({ text }) => text === 'December 2024');
    const hasBrackets = scene.labels.some(({ text }) => text === 'involved in 24');
    // What is not beside the plot is in the key.
    assert.equal(
      scene.key.some(({ text }) => text === 'Alder and Birch together'),
      !hasList,
      `${width} px`,
    );
    lists.add(hasBrackets ? 'brackets' : hasList ? 'list' : 'key');
  }
  assert.deepEqual([...lists], ['key', 'list', 'brackets']);
});

test('unstacked lines bear their names at their ends, where no other line is as near', () => {
  const named = (level: (m: number) => number): string[] => {
    const data = months(96);
    data['rows'] = data['rows'].flatMap(({ period, actors }: Contract, i: number) =>
      actors === 'unattributed'
        ? [{ period, actors, value: 20 }]
        : [
            { period, actors: ['a'], value: 120 },
            { period, actors: ['b'], value: level(i / 2) },
          ],
    );
    const { labels, places, form } = layOut(data, 640, 'involved');
    assert.equal(form, 'involved');
    const end = Math.max(...places.map(({ box }) => box.x1));
    return labels.filter(({ x }) => x <= end + 0.1).map(({ text }) => text);
  };
  const names = ['Alder', 'Birch', 'Unattributed'];
  assert.deepEqual(
    names.filter((name) => named(() => 70).includes(name)),
    names,
  );
  // To and fro over the others, it leaves only the room above itself.
  const tangled = named((m) => (m % 2 ? 200 : 1));
  assert.deepEqual(
    names.filter((name) => tangled.includes(name)),
    ['Birch'],
  );
});
