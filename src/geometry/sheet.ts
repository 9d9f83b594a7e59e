import { round } from './round.js';
import { wrapText } from './wrap.js';
import { textWidth } from './text-width.js';

/** A whole chart as one picture: what stands around the drawing in a page, as lines of text at their places. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly SheetLine[];
  /** Where the drawing goes. */
  readonly drawing: { readonly x: number; readonly y: number };
  readonly samples: readonly { readonly x: number; readonly y: number; readonly entry: string }[];
}

export interface SheetLine {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly style: keyof typeof SHEET_STYLES;
}

/** Text styles of a sheet: size in px, weight, and the theme's role. */
export const SHEET_STYLES = {
  title: { size: 20, bold: true, role: 'text' },
  titleNarrow: { size: 18, bold: true, role: 'text' },
  subtitle: { size: 14, bold: false, role: 'muted' },
  message: { size: 14, bold: false, role: 'text' },
  small: { size: 12, bold: false, role: 'muted' },
  source: { size: 12, bold: false, role: 'text' },
} as const;

export interface SheetTexts {
  readonly title: string;
  readonly subtitle: string;
  readonly contentNote: string;
  /** Stands in the drawing's place when there is none. */
  readonly message: string;
  readonly key: readonly { readonly entry: string; readonly text: string }[];
  readonly events: readonly string[];
  readonly caveat: string;
  readonly notes: readonly string[];
  readonly source: string;
}

const MARGIN = 16;
const SAMPLE_WIDTH = 28;

/** Width that is left for the drawing on a sheet of a width. */
export function drawingWidth(width: number): number {
  return Math.max(208, width - 2 * MARGIN);
}

export function layoutSheet(texts: SheetTexts, width: number, drawingHeight: number): Sheet {
  const inner = width - 2 * MARGIN;
  const lines: SheetLine[] = [];
  const samples: { x: number; y: number; entry: string }[] = [];
  let y = MARGIN;
  const write = (
    text: string,
    style: SheetLine['style'],
    before: number,
    indent = 0,
    leading = 1.35,
  ): void => {
    if (!text) return;
    const { size, bold } = SHEET_STYLES[style];
    y += before;
    for (const line of wrapText(text, inner - indent, size, bold)) {
      lines.push({ x: MARGIN + indent, y: round(y + size), text: line, style });
      y += size * leading;
    }
  };
  write(texts.title, width < 480 ? 'titleNarrow' : 'title', 0, 0, 1.25);
  write(texts.subtitle, 'subtitle', 3);
  write(texts.contentNote, 'small', 6);
  if (texts.message) write(texts.message, 'message', 14);
  y += 12;
  const drawing = { x: round((width - drawingWidth(width)) / 2), y: round(y) };
  y += drawingHeight;

  // The key runs on one line as far as it fits.
  if (texts.key.length) {
    y += 10;
    let x = MARGIN;
    const { size } = SHEET_STYLES.small;
    for (const { entry, text } of texts.key) {
      const entryWidth = SAMPLE_WIDTH + textWidth(text, size);
      if (x > MARGIN && x + entryWidth > width - MARGIN) {
        x = MARGIN;
        y += 19;
      }
      samples.push({ x: round(x), y: round(y), entry });
      const wrapped = wrapText(text, inner - SAMPLE_WIDTH, size);
      wrapped.forEach((line, i) =>
        lines.push({
          x: round(x + SAMPLE_WIDTH),
          y: round(y + size - 0.5 + i * 16),
          text: line,
          style: 'small',
        }),
      );
      y += (wrapped.length - 1) * 16;
      x = wrapped.length > 1 ? width : x + entryWidth + 16;
    }
    y += 19;
  }
  for (const event of texts.events) write(event, 'small', 3);
  write(texts.caveat, 'small', 8);
  for (const note of texts.notes) write(note, 'small', 4);
  write(texts.source, 'source', 8);
  return { width, height: Math.ceil(y + MARGIN - 4), lines, drawing, samples };
}
