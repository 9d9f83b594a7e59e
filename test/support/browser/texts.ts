// Where the texts of an SVG really are on the screen: their ink, from font metrics, not their line boxes.
import { clean } from './page.js';

export interface Ink {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Font size on the screen, px. */
  readonly size: number;
}

let context: CanvasRenderingContext2D | undefined;

export function inkOf(svg: SVGSVGElement): Ink[] {
  context ??= document.createElement('canvas').getContext('2d')!;
  const found: Ink[] = [];
  for (const text of svg.querySelectorAll('text')) {
    const words = clean(text.textContent);
    if (!words) continue;
    const { left, right } = text.getBoundingClientRect();
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(text);
    context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    const { actualBoundingBoxAscent: above, actualBoundingBoxDescent: below } = context.measureText(words);
    const matrix = text.getScreenCTM()!;
    const base = text.getStartPositionOfChar(0).matrixTransform(matrix).y;
    found.push({
      text: words,
      left,
      right,
      top: base - above * matrix.d,
      bottom: base + below * matrix.d,
      size: parseFloat(fontSize) * matrix.d,
    });
  }
  return found;
}

/** How far a letter (j, f, k) may hang over its own width, px; around every drawing there is room. */
const OVERHANG = 1.1;

/** What no reader may meet: a text outside its drawing, two texts over each other, a text too small to read. */
export function faultsOf(svg: SVGSVGElement, smallest = 12): string[] {
  const faults: string[] = [];
  const frame = svg.getBoundingClientRect();
  const inks = inkOf(svg);
  const near = 0.5;
  for (const [i, ink] of inks.entries()) {
    const out = Math.max(
      frame.left - ink.left,
      ink.right - frame.right,
      frame.top - ink.top,
      ink.bottom - frame.bottom,
    );
    if (out > OVERHANG) faults.push(`"${ink.text}" leaves the drawing by ${out.toFixed(1)} px`);
    if (ink.size < smallest - 0.01) faults.push(`"${ink.text}" is ${ink.size.toFixed(1)} px`);
    for (const other of inks.slice(i + 1)) {
      const across = Math.min(ink.right, other.right) - Math.max(ink.left, other.left);
      const down = Math.min(ink.bottom, other.bottom) - Math.max(ink.top, other.top);
      if (across > near && down > near)
        faults.push(
          `"${ink.text}" and "${other.text}" overlap by ${across.toFixed(1)} × ${down.toFixed(1)} px`,
        );
    }
  }
  return faults;
}
