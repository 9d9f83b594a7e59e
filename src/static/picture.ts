import { renderSheet } from '../charts/render-sheet.js';
import { escapeText } from '../drawing/markup.js';
import { drawPoster, type FrameName } from './poster.js';
import { joinSentences, sourceText, type Still } from './still.js';

/** `article`: as wide as asked and as high as it needs; the others are frames of fixed size. */
export type PictureSize = 'article' | FrameName;

export interface Picture {
  readonly svg: string;
  /** Size in CSS px. */
  readonly width: number;
  readonly height: number;
  /** Device px of a PNG for each of them: an article's picture is sharp on every screen, a frame has its exact size. */
  readonly scale: number;
  /** What travels inside the file, by the names that PNG has for it. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The whole chart as one picture: title, drawing, key, notes and source in it, no style sheet, id or address. */
export function drawPicture(still: Still, size: PictureSize): Picture {
  const { chart, reading, pack, theme, options, words } = still;
  const { width = 640, view, highlight, max } = options;
  const svg =
    size === 'article'
      ? renderSheet(chart, reading, pack, {
          width,
          theme,
          ...(view !== undefined && { view }),
          ...(highlight !== undefined && { highlight }),
          ...(max !== undefined && { max }),
        })
      : drawPoster(still, size);
  const [, wide, high] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
  const { licence } = reading.data.source as { readonly licence?: string };
  const texts = {
    Title: words.title,
    Description: words.withdrawal || words.summary,
    Source: sourceText(words),
    ...(licence && { Copyright: licence }),
  };
  // Words in the drawing are broken into lines; a machine finds them whole here.
  const metadata = `<metadata>${escapeText(joinSentences([texts.Title, texts.Source]))}</metadata>`;
  return {
    // As a function: in a text to put in, "$&" would be a pattern.
    svg: svg.replace('</desc>', (end) => `${end}${metadata}`),
    width: Number(wide),
    height: Number(high),
    scale: size === 'article' ? 2 : 1,
    texts,
  };
}
