import { existsSync, readFileSync } from 'node:fs';
import { crc32 } from './crc32.js';
import { FileError } from './files.js';

const fonts = new URL('../../dist/fonts/', import.meta.url);
const FONT_FILES = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];

/** Said where the optional package is not installed. */
export const NO_RASTERISER =
  'PNG needs the package @resvg/resvg-wasm 2.6.2, which is not installed: npm install @resvg/resvg-wasm@2.6.2';

let engine: Promise<typeof import('@resvg/resvg-wasm')> | undefined;

/**
 * An SVG file as PNG, `scale` times its size. The rasteriser is one WebAssembly file and the fonts are two files of this
 * package, so that every machine gives the same bytes; no font of the machine is read.
 */
export async function rasterise(
  svg: string,
  scale: number,
  texts: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  engine ??= load();
  const { Resvg } = await engine;
  const picture = new Resvg(withoutDirection(svg), {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontBuffers: FONT_FILES.map((name) => readFileSync(new URL(name, fonts))),
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
    },
  });
  const image = picture.render();
  const png = image.asPng();
  image.free();
  picture.free();
  return withTexts(png, texts);
}

async function load(): Promise<typeof import('@resvg/resvg-wasm')> {
  let resvg;
  let wasm;
  try {
    resvg = await import('@resvg/resvg-wasm');
    wasm = readFileSync(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  } catch {
    throw new FileError(NO_RASTERISER);
  }
  // A renderer without fonts leaves every text out and says nothing.
  const absent = FONT_FILES.find((name) => !existsSync(new URL(name, fonts)));
  if (absent)
    throw new FileError(
      `PNG needs the font ${absent}, which is not in this copy of the package: npm run build`,
    );
  await resvg.initWasm(wasm);
  return resvg;
}

/**
 * The rasteriser does not know `direction`: where a language is read from the right, text that starts at a place is made to
 * end there, and each line says by a character of its own which way it runs.
 */
export function withoutDirection(svg: string): string {
  if (!/^<svg [^>]*direction="rtl"/.test(svg)) return svg;
  return svg
    .replace(
      /text-anchor="(start|end)"/g,
      (_, anchor) => `text-anchor="${anchor === 'start' ? 'end' : 'start'}"`,
    )
    .replace('direction="rtl"', 'text-anchor="end"')
    .replace(/(<text[^>]*>)([^<]+)/g, '$1\u202b$2\u202c');
}

/** Puts texts (title, source, licence) into a PNG behind its header, as iTXt chunks in UTF-8. */
function withTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array {
  const HEADER_END = 8 + 25;
  const chunks = Object.entries(texts)
    .filter(([, text]) => text)
    .map(([keyword, text]) => {
      const body = Buffer.from(`iTXt${keyword}\0\0\0\0\0${text}`, 'utf8');
      const frame = Buffer.alloc(8);
      frame.writeUInt32BE(body.length - 4, 0);
      frame.writeUInt32BE(crc32(body), 4);
      return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
    });
  return Buffer.concat([png.subarray(0, HEADER_END), ...chunks, png.subarray(HEADER_END)]);
}
