import { isAudible } from '../charts/chart.js';
import { usableWidth, widthClass } from '../geometry/frame.js';
import { textWidth } from '../geometry/text-width.js';
import { wrapText } from '../geometry/wrap.js';
import { say } from '../words/language.js';
import { layOut, type Still } from './still.js';

/** The element's own measures (src/drawing/styles.ts), px; a narrow frame (src/embed/frame.ts) leaves less space around it. */
const PADDING = 16;
const NARROW_PADDING = 4;
const LINE = 14 * 1.45;
const SMALL_LINE = 12 * 1.45;
const MARGIN = 8;
const LARGE_MARGIN = 12;
const TOOLS = 32;
const TOOLS_GAP = 12;
/** What stands beside the words of a button, and before those of the table's line, px. */
const BUTTON_SPACE = 18;
const TABLE_SPACE = 24;
/** The summary is no wider than 72 characters. */
const SUMMARY_WIDTH = 72 * 0.636 * 14;

/**
 * How high the live chart stands in a frame of a width, in whole px: what an iframe needs before anybody has measured it.
 * Text is measured by the table of widths, which is that of a wide font: the frame is a line too high rather than too low.
 */
export function frameHeight(still: Still, width: number): number {
  const { words, pack, isShown } = still;
  const isNarrow = widthClass(width) === 'narrow';
  const padding = isNarrow ? NARROW_PADDING : PADDING;
  const inner = width - 2 * padding;
  const count = (text: string, size: number, bold = false, most = inner): number =>
    countLines(text, Math.min(inner, most), size, bold);
  const small = (text: string): number => (text ? MARGIN + count(text, 12) * SMALL_LINE : 0);
  const titleSize = isNarrow ? 18 : 20;
  const scene = layOut(still, usableWidth(inner), width);
  const source = words.source.host ? `${words.source.text} ${words.source.host}` : words.source.text;
  let height = 2 * padding + count(words.title, titleSize, true) * titleSize * 1.25;
  if (words.subtitle) height += 3 + count(words.subtitle, 14) * LINE;
  height += small(words.contentNote) + LARGE_MARGIN + small(source);
  height += count(words.withdrawal || words.summary, 14, false, SUMMARY_WIDTH) * LINE;
  for (const note of words.notes) height += small(note);
  if (isShown) {
    const key = scene.key.map(({ text }) => ({ text, sample: 28 }));
    const events = scene.eventList.map((text) => ({ text, sample: 0 }));
    height += LARGE_MARGIN + scene.height + listHeight(key, inner) + listHeight(events, inner);
    height +=
      small(words.caveat) +
      small(scene.decimated ? say(pack, 'decimated') : '') +
      MARGIN +
      toolsHeight(still, inner);
  }
  return Math.ceil(height);
}

/** Lines of a text; a word that is wider than its line is broken, and stands in several. */
function countLines(text: string, width: number, size: number, bold = false): number {
  const room = width * roomFor(text);
  const more = text.split(/[ \n\t]+/).map((word) => Math.ceil(textWidth(word, size, bold) / room) - 1);
  return wrapText(text, room, size, bold).length + more.reduce((sum, n) => sum + Math.max(0, n), 0);
}

/**
 * Labels are measured by the widest form of each Arabic letter; joined in running text they take about three quarters of
 * that, so that many more stand in a line. Names in Latin letters among them do not.
 */
function roomFor(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  return 1 + 0.3 * Math.min(1, arabic / (letters || 1));
}

/** The line under a chart: its table, its sound where there is something to hear, its three files. */
function toolsHeight({ chart, reading, pack }: Still, width: number): number {
  const hasSound = isAudible(chart.tones(reading));
  const button = (text: string): number => BUTTON_SPACE + textWidth(text, 12);
  const items = [
    TABLE_SPACE + textWidth(say(pack, 'table'), 12),
    ...(hasSound ? [button(say(pack, 'play'))] : []),
    3 * button('CSV '),
  ];
  let rows = 1;
  let x = 0;
  for (const wide of items) {
    if (x && x + wide > width) {
      rows++;
      x = 0;
    }
    x += wide + TOOLS_GAP;
  }
  return rows * TOOLS;
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
    const wide = Math.min(width, sample + textWidth(text, 12) / roomFor(text));
    const high = countLines(text, width - sample, 12) * 16;
    if (x && x + wide > width) {
      height += row + 4;
      x = row = 0;
    }
    x += wide + 16;
    row = Math.max(row, high);
  }
  return height + row;
}
