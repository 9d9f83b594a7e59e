import { markup, type Markup } from '../drawing/markup.js';
import { FONT_FAMILY } from '../drawing/theme.js';
import type { Scene } from '../charts/chart.js';
import { NARROWEST, usableWidth } from '../geometry/frame.js';
import { round } from '../geometry/round.js';
import { wrapText } from '../geometry/wrap.js';
import { say } from '../words/language.js';
import { layOut, sourceText, type Still } from './still.js';

/** Frames of fixed size, px: what a link preview, a square post and a story take. */
export const FRAMES = {
  og: { width: 1200, height: 628 },
  square: { width: 1080, height: 1080 },
  story: { width: 1080, height: 1920 },
} as const;
export type FrameName = keyof typeof FRAMES;

const MARGIN = 22;
const GAP = 22;
/** A wide frame has the words beside the drawing, in this share of it. */
const WORDS_SHARE = 0.38;
const LARGEST_SCALE = 3;
/** A sample of the key, and the room it takes before its words. */
const SAMPLE = 22;
const SAMPLE_WIDTH = 28;

interface Style {
  readonly size: number;
  readonly bold?: boolean;
  readonly role: 'text' | 'muted';
  readonly leading: number;
  /** Space above, px. */
  readonly before: number;
}

const STYLES = {
  title: { size: 23, bold: true, role: 'text', leading: 1.2, before: 0 },
  subtitle: { size: 14, role: 'muted', leading: 1.35, before: 6 },
  message: { size: 15, role: 'text', leading: 1.4, before: 14 },
  small: { size: 12, role: 'muted', leading: 1.35, before: 7 },
  source: { size: 12, role: 'text', leading: 1.35, before: 9 },
} as const satisfies Record<string, Style>;
type StyleName = keyof typeof STYLES;

interface Line {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly style: StyleName;
}

/** Lines of one column of words from its top, and samples of the key. */
interface Block {
  readonly lines: Line[];
  readonly samples: { readonly y: number; readonly entry: string }[];
  height: number;
}

/**
 * The chart for a frame of fixed size: title, drawing, key, notes and source, nothing left out, everything at the one
 * scale that is the largest at which all of it fits. Wide frames have the words beside the drawing, others around it.
 */
export function drawPoster(still: Still, frame: FrameName): string {
  const { width, height } = FRAMES[frame];
  const isWide = width > height * 1.4;
  for (let scale = LARGEST_SCALE; ; scale = round2(scale - 0.02)) {
    const virtual = { width: width / scale, height: height / scale };
    const poster = isWide ? placeBeside(still, virtual) : placeAround(still, virtual);
    // Below half size nobody can read it: then the end of it is cut off rather than the loop never ended.
    if (poster.needed <= virtual.height || scale <= 0.5)
      return write(still, poster, width, height, scale).text;
  }
}

interface Poster {
  readonly needed: number;
  readonly blocks: readonly { readonly block: Block; readonly x: number; readonly y: number }[];
  readonly drawing?: { readonly scene: Scene; readonly x: number; readonly y: number };
}

function placeBeside(still: Still, { width, height }: { width: number; height: number }): Poster {
  const inner = width - 2 * MARGIN - GAP;
  const column = inner * WORDS_SHARE;
  if (!still.isShown) return placeAround(still, { width, height });
  const room = Math.floor(inner - column);
  const scene = layOut(still, usableWidth(room));
  const above = headWords(still, column);
  const below = footWords(still, scene, column);
  return {
    needed:
      room < NARROWEST
        ? Infinity
        : 2 * MARGIN + Math.max(above.height + GAP / 2 + below.height, scene.height),
    blocks: [
      { block: above, x: MARGIN, y: MARGIN },
      { block: below, x: MARGIN, y: height - MARGIN - below.height },
    ],
    drawing: { scene, x: MARGIN + column + GAP, y: (height - scene.height) / 2 },
  };
}

function placeAround(still: Still, { width, height }: { width: number; height: number }): Poster {
  const inner = Math.floor(width - 2 * MARGIN);
  const above = headWords(still, inner);
  if (!still.isShown) {
    const below = footWords(still, undefined, inner);
    return {
      needed: 2 * MARGIN + above.height + GAP + below.height + (inner < NARROWEST ? Infinity : 0),
      blocks: [
        { block: above, x: MARGIN, y: MARGIN },
        { block: below, x: MARGIN, y: height - MARGIN - below.height },
      ],
    };
  }
  const scene = layOut(still, usableWidth(inner));
  const below = footWords(still, scene, inner);
  const free = height - 2 * MARGIN - above.height - scene.height - below.height;
  // What is left over stands above and below the drawing, and at both ends of a very tall frame.
  const end = Math.max(0, free - 4 * GAP) / 4;
  const space = (free - 2 * end) / 2;
  return {
    needed: inner < NARROWEST ? Infinity : 2 * MARGIN + GAP + above.height + scene.height + below.height,
    blocks: [
      { block: above, x: MARGIN, y: MARGIN + end },
      { block: below, x: MARGIN, y: height - MARGIN - end - below.height },
    ],
    drawing: { scene, x: (width - scene.width) / 2, y: MARGIN + end + above.height + space },
  };
}

function headWords({ words, pack, isShown }: Still, width: number): Block {
  const block: Block = { lines: [], samples: [], height: 0 };
  setText(block, words.title, 'title', width);
  setText(block, words.subtitle, 'subtitle', width);
  setText(block, words.contentNote, 'small', width);
  if (!isShown) setText(block, words.withdrawal || say(pack, 'empty'), 'message', width);
  return block;
}

function footWords(still: Still, scene: Scene | undefined, width: number): Block {
  const { words, pack } = still;
  const block: Block = { lines: [], samples: [], height: 0 };
  for (const { entry, text } of scene?.key ?? []) {
    block.samples.push({ y: block.height + (block.height ? 3 : 0), entry });
    setText(block, text, 'small', width - SAMPLE_WIDTH, SAMPLE_WIDTH, block.height ? 3 : 0);
  }
  for (const event of scene?.eventList ?? []) setText(block, event, 'small', width, 0, 3);
  if (scene) setText(block, words.caveat, 'small', width);
  for (const note of words.notes) setText(block, note, 'small', width, 0, 4);
  if (scene?.decimated) setText(block, say(pack, 'decimated'), 'small', width, 0, 4);
  setText(block, sourceText(words), 'source', width);
  return block;
}

function setText(
  block: Block,
  text: string,
  style: StyleName,
  width: number,
  x = 0,
  before: number = STYLES[style].before,
): void {
  if (!text) return;
  const { size, leading, bold = false } = STYLES[style] as Style;
  block.height += block.height ? before : 0;
  for (const line of wrapText(text, width, size, bold)) {
    block.lines.push({ x, y: block.height + size, text: line, style });
    block.height += size * leading;
  }
}

function write(still: Still, poster: Poster, width: number, height: number, scale: number): Markup {
  const { chart, words, theme } = still;
  const { drawing } = poster;
  const isMirrored = words.dir === 'rtl';
  /** Where something of a width stands, from the side that reading begins on. */
  const place = (x: number, y: number, wide = 0): string =>
    `translate(${round(isMirrored ? width / scale - x - wide : x)} ${round(y)})`;
  const writeLine = ({ x, y, text, style }: Line): Markup =>
    markup`<text x="${isMirrored ? -x : x}" y="${round(y)}" font-size="${STYLES[style].size}" font-weight="${style === 'title' ? 700 : 400}" fill="${theme[STYLES[style].role]}">${text}</text>`;
  const writeSample = ({ y, entry }: Block['samples'][number]): Markup =>
    markup`<g transform="translate(${isMirrored ? -SAMPLE : 0} ${round(y)})">${chart.drawSample(markup, entry, theme)}</g>`;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${words.name}" lang="${words.language}" direction="${words.dir}" font-family="${FONT_FAMILY}"><desc>${words.withdrawal || words.summary}</desc><rect width="${width}" height="${height}" fill="${theme.surface}"/><g transform="scale(${scale})">${poster.blocks.map(
    ({ block, x, y }) =>
      markup`<g transform="${place(x, y)}">${block.lines.map(writeLine)}${block.samples.map(writeSample)}</g>`,
  )}${drawing && markup`<g transform="${place(drawing.x, drawing.y, drawing.scene.width)}">${chart.draw(markup, drawing.scene, theme)}</g>`}</g></svg>`;
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
