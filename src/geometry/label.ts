import { type Box, overlaps } from './box.js';
import { round } from './round.js';
import { textWidth } from './text-width.js';

export type Anchor = 'start' | 'middle' | 'end';

/** A kind of label: its size and weight decide its box, its role its colour. */
export interface LabelStyle {
  readonly size: number;
  readonly bold: boolean;
  readonly role: 'text' | 'muted' | 'surface';
}

export const VALUE: LabelStyle = { size: 13, bold: true, role: 'text' };
export const SMALL_VALUE: LabelStyle = { ...VALUE, size: 12 };
export const DETAIL: LabelStyle = { size: 12, bold: false, role: 'muted' };
export const EVENT: LabelStyle = { size: 12, bold: false, role: 'text' };
export const NUMBER: LabelStyle = { size: 12, bold: true, role: 'surface' };

/** One line of text at its place; `y` is the baseline. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: Anchor;
  readonly style: LabelStyle;
}

/** Height of a line of text, px. */
export const LINE = 16;

export function label(text: string, x: number, y: number, anchor: Anchor, style: LabelStyle): Label {
  return { text, x: round(x), y: round(y), anchor, style };
}

/** Lines that stand or fall together: a block of text whose last line has its baseline at `y`. */
export function block(
  x: number,
  y: number,
  anchor: Anchor,
  ...lines: readonly (readonly [string, LabelStyle])[]
): Label[] {
  return lines.map(([text, style], i) => label(text, x, y - (lines.length - 1 - i) * LINE, anchor, style));
}

/** The room one line takes, by the width table. */
export function labelBox({ text, x, y, anchor, style: { size, bold } }: Label): Box {
  const width = textWidth(text, size, bold);
  const x0 = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return { x0, y0: y - size * 0.95, x1: x0 + width, y1: y + size * 0.27 };
}

/**
 * The room that is taken. Labels come in order of importance; one that would leave the frame, or touch another or an
 * obstacle, is not placed, and the caller says so some other way.
 */
export class LabelRoom {
  readonly labels: Label[] = [];
  /** Room that a label should leave free where it has a choice: a thin line that would run through it. */
  readonly shunned: Box[] = [];
  readonly #taken: Box[];

  constructor(width: number, height: number, reserved: readonly Label[] = []) {
    const far = 1e5;
    // What lies outside the frame is taken.
    this.#taken = [
      { x0: -far, x1: far, y0: -far, y1: 0 },
      { x0: -far, x1: far, y0: height, y1: far },
      { x0: -far, x1: 0, y0: -far, y1: far },
      { x0: width, x1: far, y0: -far, y1: far },
      ...reserved.map(labelBox),
    ];
  }

  /** Room that no label may use. */
  take(box: Box): void {
    this.#taken.push(box);
  }

  isFree({ x0, x1, y0, y1 }: Box): boolean {
    const wide = { x0: x0 - 1, x1: x1 + 1, y0, y1 };
    return !this.#taken.some((other) => overlaps(wide, other));
  }

  /** Places one block of each list, or leaves everything as it is. */
  placeAll(lists: readonly (readonly Label[][])[]): boolean {
    const [labels, taken] = [this.labels.length, this.#taken.length];
    if (lists.every((blocks) => this.place(...blocks))) return true;
    this.labels.length = labels;
    this.#taken.length = taken;
    return false;
  }

  /** Places the first of several blocks that fits, clear of what is shunned if any of them is; says whether one did. */
  place(...blocks: readonly Label[][]): boolean {
    let best: { lines: Label[]; boxes: Box[] } | undefined;
    for (const lines of blocks) {
      const boxes = lines.map(labelBox);
      if (!boxes.every((box) => this.isFree(box))) continue;
      const isClear = !boxes.some((box) => this.shunned.some((other) => overlaps(box, other)));
      if (!best || isClear) best = { lines, boxes };
      if (isClear) break;
    }
    if (!best) return false;
    this.labels.push(...best.lines);
    this.#taken.push(...best.boxes);
    return true;
  }
}
