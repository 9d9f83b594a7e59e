// Textures without colour: what may touch in a stack differs, and a line of the ground stands between.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readAttribution } from '../../src/charts/attribution/contract.js';
import { drawAttribution } from '../../src/charts/attribution/drawing.js';
import { layoutAttribution } from '../../src/charts/attribution/layout.js';
import { type Paint, paintSegment } from '../../src/charts/attribution/paint.js';
import type { AttributionScene } from '../../src/charts/attribution/scene.js';
import { type Markup, markup } from '../../src/drawing/markup.js';
import { type Theme, THEMES } from '../../src/drawing/theme.js';
import type { Box } from '../../src/geometry/box.js';
import type { Shapes } from '../../src/geometry/shapes.js';
import { pack as english } from '../../src/words/languages/en.js';
import type { Triple } from '../support/colour.js';
import { colourAt, distance, type Grain, grainOf, paint, type Picture } from '../support/texture.js';

/** Where colours are forced every actor is as dark as text; a reader's grey stands between ground and text. */
const FORCED: Theme = {
  ...(Object.fromEntries(Object.keys(THEMES.light).map((role) => [role, '#000000'])) as unknown as Theme),
  surface: '#ffffff',
  grid: '#808080',
  unattributed: '#808080',
};
const themes: Record<string, Theme> = { ...THEMES, forced: FORCED };

const EMPTY: AttributionScene = {
  form: 'stack',
  width: 0,
  height: 0,
  mirror: 0,
  shapes: {},
  labels: [],
  places: [],
  key: [],
  eventList: [],
  decimated: false,
  refused: [],
};

/** Marks without words, as a file. */
function fileOf(marksOf: Pick<AttributionScene, 'shapes' | 'width' | 'height'>, theme: Theme): string {
  const scene = { ...EMPTY, ...marksOf, labels: [] };
  const marks = drawAttribution<Markup>(markup, scene, theme);
  const { width, height } = scene;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path d="M-999 -999H9999V9999H-999Z" fill="${theme.surface}"/>${String(marks)}</svg>`;
}

const known = new Map<string, Promise<Grain>>();
/** A look in a segment as large as one of a stack on a page. */
function grain(look: Paint, theme: Theme, box: Box = { x0: 0, y0: 0, x1: 64, y1: 48 }): Promise<Grain> {
  const key = JSON.stringify([look, theme, box]);
  const found = known.get(key) ?? paintGrain(look, theme, box);
  known.set(key, found);
  return found;
}

async function paintGrain(look: Paint, theme: Theme, { x0, y0, x1, y1 }: Box): Promise<Grain> {
  const shapes: Shapes = {};
  paintSegment(shapes, look, { x0, x1, y0, y1 });
  const [width, height] = [x1 - x0, y1 - y0];
  const file = fileOf({ shapes, width, height }, theme);
  return grainOf(await paint(file.replace('viewBox="0 0', `viewBox="${x0} ${y0}`)));
}

const own = (slot: number): { hue: number; motif: number } => ({ hue: slot, motif: slot });
const slots = [1, 2, 3, 4, 5, 6, 7, 8];
const actors: Record<string, Paint> = Object.fromEntries(
  slots.map((slot) => [`actor ${slot}`, { kind: 'actor', looks: [own(slot)] }]),
);
/** What may stand in a stack beside the actors. */
const others: Record<string, Paint> = {
  unattributed: { kind: 'unattributed', looks: [] },
  others: { kind: 'others', looks: [] },
  missing: { kind: 'missing', looks: [] },
};
const links = (a: number, b: number): Record<string, Paint> => ({
  [`${a} and ${b} jointly`]: { kind: 'joint', looks: [own(a), own(b)] },
  [`${a} or ${b}`]: { kind: 'disputed', looks: [own(a), own(b)] },
});

for (const [name, theme] of Object.entries(themes)) {
  /** Pairs of looks that are less than 1 apart. */
  const alike = async (looks: Record<string, Paint>): Promise<string[]> => {
    const names = Object.keys(looks);
    const grains = await Promise.all(names.map((one) => grain(looks[one]!, theme)));
    return names.flatMap((a, i) =>
      names.slice(i + 1).flatMap((b, j) => {
        const d = distance(grains[i]!, grains[i + 1 + j]!);
        return d < 1 ? [`${a} and ${b}: ${d.toFixed(2)}`] : [];
      }),
    );
  };

  test(`${name}: the eight motifs, the dots of nobody, the folded rest and what is missing differ in grey`, async () => {
    assert.deepEqual(await alike({ ...actors, ...others }), []);
  });

  test(`${name}: bands and outlines differ in grey from the two actors they are of, from each other and from nobody`, async () => {
    const found: string[] = [];
    for (const a of slots)
      for (const b of slots.slice(a))
        found.push(
          ...(await alike({
            [`actor ${a}`]: actors[`actor ${a}`]!,
            [`actor ${b}`]: actors[`actor ${b}`]!,
            ...links(a, b),
            unattributed: others['unattributed']!,
          })),
        );
    assert.deepEqual([...new Set(found)], []);
  });

  test(`${name}: one actor's four grades differ in grey from grade to grade`, async () => {
    const found: string[] = [];
    const grades = ['confirmed', 'likely', 'single-source', 'contested'] as const;
    for (const slot of slots)
      found.push(
        ...(await alike(
          Object.fromEntries(
            grades.map((grade) => [
              `${slot} ${grade}`,
              { kind: 'actor', looks: [own(slot)], grade } as Paint,
            ]),
          ),
        )),
      );
    assert.deepEqual(found, []);
  });

  test(`${name}: a successor, of the same hue, differs in grey from the one before`, async () => {
    const found: string[] = [];
    for (const slot of slots) {
      const successor: Paint = { kind: 'actor', looks: [{ hue: slot, motif: (slot % 8) + 1 }] };
      found.push(
        ...(await alike({ [`actor ${slot}`]: actors[`actor ${slot}`]!, [`its successor`]: successor })),
      );
    }
    assert.deepEqual(found, []);
  });
}

test('the measure finds a look like itself in other places and sizes, and no grain in a hue', async () => {
  for (const [name, look] of Object.entries({ ...actors, ...others })) {
    const one = await grain(look, THEMES.light);
    for (const box of [
      { x0: 3, x1: 67, y0: 5, y1: 53 },
      { x0: 100, x1: 164, y0: 37, y1: 85 },
      { x0: 0, x1: 44, y0: 0, y1: 30 },
    ])
      assert.ok(
        distance(one, await grain(look, THEMES.light, box)) < 0.5,
        `${name} at ${JSON.stringify(box)}`,
      );
  }
  for (const motif of slots) {
    const [two, five] = await Promise.all(
      [2, 5].map((hue) => grain({ kind: 'actor', looks: [{ hue, motif }] }, THEMES.light)),
    );
    assert.ok(distance(two!, { ...five!, mean: two!.mean }) < 0.1, `motif ${motif} in two hues`);
  }
});

// --- The line between

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/attribution/${name}.json`, import.meta.url), 'utf8'));

/** Edges at which two segments touch: the line along which they do. */
function edgesOf(places: readonly { readonly box: Box }[]): Box[] {
  const found: Box[] = [];
  for (const { box: a } of places)
    for (const { box: b } of places) {
      const across = { x0: Math.max(a.x0, b.x0), x1: Math.min(a.x1, b.x1) };
      const down = { y0: Math.max(a.y0, b.y0), y1: Math.min(a.y1, b.y1) };
      const isHigh = (box: Box): boolean => Math.min(box.x1 - box.x0, box.y1 - box.y0) > 4;
      if (!isHigh(a) || !isHigh(b)) continue;
      if (Math.abs(a.y1 - b.y0) < 0.5 && across.x1 - across.x0 > 8)
        found.push({ ...across, y0: a.y1, y1: a.y1 });
      if (Math.abs(a.x1 - b.x0) < 0.5 && down.y1 - down.y0 > 8) found.push({ x0: a.x1, x1: a.x1, ...down });
    }
  return found;
}

const SCALE = 4;
/** How much of the ground is seen across an edge, px, in the middle of it; pixels it half covers count as halves. */
function groundAcross(picture: Picture, edge: Box, ground: number): number {
  const isLevel = edge.y0 === edge.y1;
  const middle = Math.round(SCALE * (isLevel ? (edge.x0 + edge.x1) / 2 : (edge.y0 + edge.y1) / 2));
  const centre = Math.round(SCALE * (isLevel ? edge.y0 : edge.x0));
  const at = (away: number): Triple => {
    const [x, y] = isLevel ? [middle, centre + away] : [centre + away, middle];
    return colourAt(picture, x, y);
  };
  const reach = Math.round(1.5 * SCALE);
  let seen = 0;
  for (let away = -reach; away <= reach; away++) {
    const side = at(away < 0 ? -reach : reach);
    const far = Math.max(...side.map((c) => Math.abs(ground - c)));
    seen += Math.max(...at(away).map((c, i) => Math.abs(c - side[i]!))) / far;
  }
  return seen / SCALE;
}

interface Seen {
  readonly edges: number;
  readonly least: number;
}

/** The least of the ground that is seen between two segments that touch, over several stacks; also without the seams. */
async function seams(view: string | undefined, width: number, isBare = false): Promise<Seen> {
  let [edges, least] = [0, Infinity];
  for (const name of ['four-actors', 'three-pairs', 'mali-ucdp', 'many-actors', 'successor']) {
    const reading = readAttribution(fixture(name));
    const scene = layoutAttribution(reading, { width, pack: english, ...(view && { view }) });
    // Motifs are of the ground's colour too: without them every line that is seen is a seam.
    const { motif: _motif, seams: lines = '', ...rest } = scene.shapes;
    const shapes = { ...rest, ...(!isBare && { seams: lines }) };
    const picture = await paint(fileOf({ ...scene, shapes }, { ...THEMES.light, grid: '#ff0000' }), SCALE);
    for (const edge of edgesOf(scene.places)) {
      edges++;
      least = Math.min(least, groundAcross(picture, edge, 255));
    }
  }
  return { edges, least };
}

for (const [view, width] of [
  [undefined, 640],
  [undefined, 300],
  ['share', 640],
] as const)
  test(`a line of the ground, 1 px wide, stands between segments that touch (${view ?? 'stack'}, ${width} px)`, async () => {
    const { edges, least } = await seams(view, width);
    assert.ok(edges >= 60, `${edges} edges`);
    // Coverage comes in 255 steps a pixel.
    assert.ok(least > 0.98, `${least} px`);
    assert.ok((await seams(view, width, true)).least < 0.3, 'and is not there where no seam is drawn');
  });
