import { type Box, isInside, overlaps } from './box.js';
import { round } from './round.js';
import { textWidth } from './text-width.js';

export type Anchor = 'start' | 'middle' | 'end';

/** A kind of label: its size decides its box, its name its colour. */
export interface LabelStyle {
  readonly name: 'value' | 'detail' | 'axis' | 'event' | 'number' | 'unknown';
  readonly size: number;
  readonly bold: boolean;
}

export const LABELS = {
  value: { name: 'value', size: 13, bold: true },
  detail: { name: 'detail', size: 12, bold: false },
  axis: { name: 'axis', size: 12, bold: false },
  event: { name: 'event', size: 12, bold: false },
  number: { name: 'number', size: 12, bold: true },
  unknown: { name: 'unknown', size: 12, bold: false },
} as const satisfies Record<string, LabelStyle>;

/** One line of text at its place. */
export interface Label {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly text: string;
  readonly anchor: Anchor;
  readonly style: LabelStyle['name'];
}

/** Height of a line of a style. */
export function lineHeight({ size }: LabelStyle): number {
  return size + 3;
}

/** The room one line takes, by the width table. */
export function labelBox(text: string, x: number, y: number, anchor: Anchor, style: LabelStyle): Box {
  const width = textWidth(text, style.size, style.bold);
  const x0 = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return { x0, y0: y - style.size * 0.95, x1: x0 + width, y1: y + style.size * 0.27 };
}

/** Lines of text that stand or fall together. */
export interface LabelBlock {
  readonly lines: readonly { readonly text: string; readonly style: LabelStyle }[];
  readonly x: number;
  /** Baseline of the last line. */
  readonly y: number;
  readonly anchor: Anchor;
}

/**
 * The room that is taken. Labels come in order of importance; one that would leave the frame, or touch another or an
 * obstacle, is not placed, and the caller says so some other way.
 */
export class LabelRoom {
  readonly frame: Box;
  readonly labels: Label[] = [];
  readonly #taken: Box[] = [];
  readonly #shunned: Box[] = [];
  readonly #space: number;

  constructor(frame: Box, space = 2) {
    this.frame = frame;
    this.#space = space;
  }

  /** Room that no label may use. */
  take(box: Box): void {
    this.#taken.push(box);
  }

  /** Places the block, or leaves everything as it is and says false. */
  place(block: LabelBlock): boolean {
    const lines = placeLines(block);
    if (!lines.every(({ box }) => this.isFree(box))) return false;
    for (const { label, box } of lines) {
      this.labels.push(label);
      this.#taken.push(box);
    }
    return true;
  }

  /** The room of labels that already have their places. */
  reserve(labels: readonly Label[]): void {
    for (const { text, x, y, anchor, style } of labels)
      this.take(labelBox(text, x, y, anchor, LABELS[style]));
  }

  /** Room that a label should leave free where it has a choice: a thin line that would run through it. */
  shun(box: Box): void {
    this.#shunned.push(box);
  }

  /** Places the first of several that fits, clear of what is shunned if any of them is. */
  placeFirst(blocks: readonly LabelBlock[]): boolean {
    const clear = blocks.filter((block) =>
      placeLines(block).every(({ box }) => !this.#shunned.some((other) => overlaps(box, other))),
    );
    return [...clear, ...blocks].some((block) => this.place(block));
  }

  isFree(box: Box): boolean {
    if (!isInside(box, this.frame)) return false;
    const wide = { x0: box.x0 - this.#space, x1: box.x1 + this.#space, y0: box.y0, y1: box.y1 };
    return !this.#taken.some((other) => overlaps(wide, other));
  }
}

function placeLines({ lines, x, y, anchor }: LabelBlock): { label: Label; box: Box }[] {
  let baseline = y;
  return [...lines]
    .reverse()
    .map(({ text, style }) => {
      const at = { x: round(x), y: round(baseline) };
      baseline -= lineHeight(style);
      return {
        label: { ...at, text, anchor, style: style.name },
        box: labelBox(text, at.x, at.y, anchor, style),
      };
    })
    .reverse();
}

/** The x nearest to `x` at which a text stays between two edges. */
export function clampLabel(
  text: string,
  x: number,
  anchor: Anchor,
  style: LabelStyle,
  left: number,
  right: number,
): number {
  const { x0, x1 } = labelBox(text, x, 0, anchor, style);
  return x0 < left ? x + left - x0 : x1 > right ? x - (x1 - right) : x;
}
