import { type Sheet, SHEET_STYLES } from '../geometry/sheet.js';
import { markup, type Markup } from './markup.js';
import { FONT_FAMILY, type Theme } from './theme.js';

/** Width of a sample in the key, px. */
const SAMPLE = 22;

/**
 * A whole chart as a self-contained SVG file: no style sheet, no custom property, no id, no address, so that it reads the
 * same in every viewer and two of them can stand on one page. Its name is in `aria-label` and `<desc>`.
 */
export function drawSheet(
  sheet: Sheet,
  theme: Theme,
  words: { readonly name: string; readonly summary: string; readonly language: string; readonly dir: string },
  drawing: unknown,
  drawSample: (entry: string) => unknown,
): Markup {
  const { width, height, lines, samples } = sheet;
  const isMirrored = words.dir === 'rtl';
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${words.name}" lang="${words.language}"${isMirrored ? markup` direction="rtl"` : ''} font-family="${FONT_FAMILY}"><desc>${words.summary}</desc><rect width="${width}" height="${height}" fill="${theme.surface}"/>${lines.map(
    ({ x, y, text, style }) => {
      const { size, bold, role } = SHEET_STYLES[style];
      return markup`<text x="${isMirrored ? width - x : x}" y="${y}" font-size="${size}" font-weight="${bold ? 700 : 400}" fill="${theme[role]}">${text}</text>`;
    },
  )}${samples.map(({ x, y, entry }) => markup`<g transform="translate(${isMirrored ? width - x - SAMPLE : x} ${y})">${drawSample(entry)}</g>`)}<g transform="translate(${sheet.drawing.x} ${sheet.drawing.y})">${drawing}</g></svg>`;
}
