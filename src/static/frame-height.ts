import { widthClass } from '../geometry/frame.js';
import { drawingWidth } from '../geometry/sheet.js';
import { textWidth } from '../geometry/text-width.js';
import { wrapText } from '../geometry/wrap.js';
import { say } from '../words/language.js';
import { layOut, type Still } from './still.js';

/** The element's own measures (src/drawing/styles.ts), px. */
const PADDING = 16;
const LINE = 14 * 1.45;
const SMALL_LINE = 12 * 1.45;
const MARGIN = 8;
const LARGE_MARGIN = 12;
const TOOLS = 32;
/** The summary is no wider than 72 characters. */
const SUMMARY_WIDTH = 72 * 0.636 * 14;

/**
 * How high the live chart stands in a frame of a width, in whole px: what an iframe needs before anybody has measured it.
 * Text is measured by the table of widths, which is that of a wide font: the frame is a line too high rather than too low.
 */
export function frameHeight(still: Still, width: number): number {
  const { words, pack, isShown } = still;
  const inner = width - 2 * PADDING;
  const count = (text: string, size: number, bold = false, most = inner): number =>
    wrapText(text, Math.min(inner, most), size, bold).length;
  const small = (text: string): number => (text ? MARGIN + count(text, 12) * SMALL_LINE : 0);
  const titleSize = widthClass(width) === 'narrow' ? 18 : 20;
  const scene = layOut(still, drawingWidth(width), width);
  const source = words.source.host ? `${words.source.text} ${words.source.host}` : words.source.text;
  let height = 2 * PADDING + count(words.title, titleSize, true) * titleSize * 1.25;
  if (words.subtitle) height += 3 + count(words.subtitle, 14) * LINE;
  height += small(words.contentNote) + LARGE_MARGIN + small(source);
  height += count(words.withdrawal || words.summary, 14, false, SUMMARY_WIDTH) * LINE;
  for (const note of words.notes) height += small(note);
  if (isShown) {
    const key = scene.key.map(({ text }) => ({ text, sample: 28 }));
    const events = scene.eventList.map((text) => ({ text, sample: 0 }));
    height += LARGE_MARGIN + scene.height + listHeight(key, inner) + listHeight(events, inner);
    height += small(words.caveat) + small(scene.decimated ? say(pack, 'decimated') : '') + MARGIN + TOOLS;
  }
  return Math.ceil(height);
}

/** A list that runs on one line as far as it fits. */
function listHeight(
  items: readonly { readonly text: string; readonly sample: number }[],
  width: number,
): number {
  if (!items.length) return 0;
  let height = MARGIN;
  let x = 0;
  let row = 0;
  for (const { text, sample } of items) {
    const wide = Math.min(width, sample + textWidth(text, 12));
    const high = wrapText(text, width - sample, 12).length * 16;
    if (x && x + wide > width) {
      height += row + 4;
      x = row = 0;
    }
    x += wide + 16;
    row = Math.max(row, high);
  }
  return height + row;
}
