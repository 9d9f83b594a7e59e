import { THEMES, type ThemeName } from '../drawing/theme.js';
import { writePage } from '../static/page.js';
import { drawPicture, type PictureSize } from '../static/picture.js';
import { FRAMES } from '../static/poster.js';
import { renderFigure } from '../static/render-html.js';
import { prepare, type RenderOptions, type Still } from '../static/still.js';
import { writeTable } from '../static/table.js';
import { writeText } from '../static/text.js';
import { DRAWING, drawingOptions, readArguments, text, UsageError } from './arguments.js';
import type { Console } from './console.js';
import { describeNote, eachContract, summarise } from './contract-file.js';
import { FileError, nameOf, placeFor, writeFile } from './files.js';
import { rasterise } from './png.js';

const SIZES = ['article', ...(Object.keys(FRAMES) as (keyof typeof FRAMES)[])] as const;

type Writer = (still: Still, size: PictureSize) => string | Uint8Array | Promise<Uint8Array>;

/** What can be written, and the ending of its files. */
const FORMATS = {
  svg: { ending: 'svg', write: (still, size) => `${drawPicture(still, size).svg}\n` },
  png: {
    ending: 'png',
    write: (still, size) => {
      const { svg, scale, texts } = drawPicture(still, size);
      return rasterise(svg, scale, texts);
    },
  },
  html: { ending: 'html', write: (still) => writeStillPage(still) },
  csv: { ending: 'csv', write: (still) => writeTable(still) },
  text: { ending: 'txt', write: (still) => writeText(still) },
} as const satisfies Record<string, { readonly ending: string; readonly write: Writer }>;
type Format = keyof typeof FORMATS;

/** `sahel-charts render FILE… --to FORMAT`: one static file each. */
export async function render(args: readonly string[], console: Console): Promise<number> {
  const { files, values } = readArguments(args, {
    ...DRAWING,
    to: { type: 'string' },
    size: { type: 'string' },
  });
  const to = text<Format>(values, 'to', Object.keys(FORMATS) as Format[]);
  const size = text<PictureSize>(values, 'size', SIZES) ?? 'article';
  const output = text(values, 'output');
  if (!files.length) throw new UsageError('name the file of a contract, or - for standard input');
  if (!to) throw new UsageError(`say what to write: --to ${Object.keys(FORMATS).join('|')}`);
  if (size !== 'article' && to !== 'png' && to !== 'svg')
    throw new UsageError('--size is for pictures: svg and png');
  if (files.length > 1 && !output) throw new UsageError('name a folder for several files: -o FOLDER');
  const options: RenderOptions = drawingOptions<ThemeName>(values, Object.keys(THEMES) as ThemeName[]);
  const { ending, write } = FORMATS[to];
  const taken = new Map<string, string>();
  const draw = async (still: Still, file: string): Promise<string | Uint8Array> => {
    try {
      return await (write as Writer)(still, size);
    } catch (error) {
      if (error instanceof FileError) throw error;
      throw new FileError(`${nameOf(file)}: cannot be drawn: ${(error as Error).message}`);
    }
  };
  const { code, counts } = await eachContract(files, console, async (contract, file) => {
    const still = prepare(contract, options);
    const content = await draw(still, file);
    for (const note of still.notes) console.fault(describeNote(file, note));
    if (!output || output === '-') console.print(content);
    else {
      const place = placeFor(file, output, ending, files.length > 1);
      const before = taken.get(place);
      if (before !== undefined)
        throw new FileError(`${nameOf(file)}: would be written over ${place}, which is of ${before}`);
      taken.set(place, nameOf(file));
      writeFile(place, content);
    }
  });
  if (files.length > 1) console[!output || output === '-' ? 'fault' : 'line'](summarise(counts));
  return code;
}

/** The chart as one HTML file without script, in the theme's colours. */
function writeStillPage(still: Still): string {
  const { pack, words, theme } = still;
  return writePage({
    lang: pack.tag,
    dir: pack.dir,
    title: words.title,
    description: words.withdrawal || words.summary,
    theme,
    body: renderFigure(still),
  });
}
