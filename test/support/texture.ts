// Textures as an eye without colour tells them apart: pictures in grey, and a distance between two of them.
import { readFileSync } from 'node:fs';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { type Triple } from './colour.js';

const ready = initWasm(readFileSync(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha of each pixel, 0 to 255. */
  readonly pixels: Uint8Array;
}

const toLinear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
/** CIE L*, 0 to 100. */
function lightnessOf([r, g, b]: Triple): number {
  const y = 0.2126 * toLinear(r / 255) + 0.7152 * toLinear(g / 255) + 0.0722 * toLinear(b / 255);
  return y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (24389 / 27) * y;
}

/** An SVG file without text as pixels, `scale` of them to one px. */
export async function paint(svg: string, scale = 1): Promise<Picture> {
  await ready;
  const picture = new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font: { loadSystemFonts: false } });
  const image = picture.render();
  const { width, height, pixels } = image;
  image.free();
  picture.free();
  return { width, height, pixels };
}

export const colourAt = ({ width, pixels }: Picture, x: number, y: number): Triple => {
  const i = 4 * (y * width + x);
  return [pixels[i]!, pixels[i + 1]!, pixels[i + 2]!];
};

/** Level, upright, and the two slants. */
const WAYS = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
] as const;
/** The farthest two points that are compared, px along an axis: over the widest pitch of a motif. */
const FAR = 20;

/** What is seen of a texture: how light it is, and how alike two points are, by way and distance: 1 for the same lightness. */
export interface Grain {
  readonly mean: number;
  readonly likeness: readonly number[];
}

export function grainOf(picture: Picture, margin = 2): Grain {
  const { width, height } = picture;
  const light = Array.from({ length: width * height }, (_, i) =>
    lightnessOf(colourAt(picture, i % width, Math.floor(i / width))),
  );
  const at = (x: number, y: number): number => light[y * width + x]!;
  const inside: number[] = [];
  for (let y = margin; y < height - margin; y++)
    for (let x = margin; x < width - margin; x++) inside.push(at(x, y));
  const mean = inside.reduce((a, b) => a + b, 0) / inside.length;
  const variance = inside.reduce((sum, l) => sum + (l - mean) ** 2, 0) / inside.length;
  const likeness: number[] = [];
  for (const [dx, dy] of WAYS)
    for (let away = 1; away <= FAR; away++) {
      let [sum, count] = [0, 0];
      for (let y = margin; y < height - margin; y++)
        for (let x = margin; x < width - margin; x++) {
          const [u, v] = [x + dx * away, y + dy * away];
          if (u < margin || u >= width - margin || v < margin || v >= height - margin) continue;
          sum += (at(u, v) - mean) * (at(x, y) - mean);
          count++;
        }
      // A plain surface is like itself everywhere.
      likeness.push(variance < 1 ? 1 : sum / count / variance);
    }
  return { mean, likeness };
}

/**
 * How far two textures are apart in grey; 1 or more is what is called different here: by 10 of lightness L*, the step
 * between two neighbours on a scale of eleven greys, or by 0.2 in the likeness of points, root of the mean square.
 */
export function distance(a: Grain, b: Grain): number {
  const squares = a.likeness.reduce((sum, one, i) => sum + (one - b.likeness[i]!) ** 2, 0);
  return Math.max(Math.abs(a.mean - b.mean) / 10, Math.sqrt(squares / a.likeness.length) / 0.2);
}
