import { times } from '../data/times.js';
import { dashes, discPath, linePath, rectPath } from './hatch.js';
import {
  block,
  DETAIL,
  EVENT,
  type Label,
  label,
  labelBox,
  LabelRoom,
  type LabelStyle,
  LINE,
  NUMBER,
} from './label.js';
import { addShape, type Shapes } from './shapes.js';

/** An event with its place on the page and its words. */
export interface PlacedEvent {
  readonly x0: number;
  readonly x1: number;
  readonly isBreak: boolean;
  /** False when the event lies outside the days shown: it is listed, not drawn. */
  readonly isShown: boolean;
  readonly label: string;
  readonly when: string;
  /** What stands in its disc where its words have no room. */
  readonly number: string;
  /** Both, as the language puts them. */
  readonly dated: string;
}

/** How the events of a chart are told: in words above the plot, in so many rows, or by numbers and a list. */
export interface EventPlan {
  /** Height of the strip above the plot. */
  readonly strip: number;
  /** Words per shown event and the height of each above the plot; nothing where numbers stand for them. */
  readonly words?: { readonly labels: readonly Label[]; readonly rise: readonly number[] };
}

/** Radius of a numbered disc, px. */
export const DISC = 9;
/** With room for two digits. */
const WIDE_DISC = 11;
const LANE = LINE + 2;
/** A span narrower than this is drawn as a line. */
const THIN = 8;
const FAR = 1e4;

/** Decides how events are told across `width`: words in at most `lanes` rows, date and name on one line or on two. */
export function planEvents(shown: readonly PlacedEvent[], width: number, lanes: number): EventPlan {
  if (!shown.length) return { strip: 0 };
  for (const isSplit of [false, true]) {
    const lane = LANE + (isSplit ? LINE : 0);
    for (let most = 1; most <= lanes - Number(isSplit); most++) {
      const words = placeWords(shown, width, most, lane, isSplit);
      if (words) return { strip: most * lane + 4, words };
    }
  }
  const { rows, pitch } = planDiscs(shown.length, width);
  return { strip: Math.max(1, rows) * pitch + 4 };
}

/** How large the discs of so many events are, and how many rows of them there must be, `pitch` px apart; none where three are too few. */
function planDiscs(count: number, width: number): { rows: number; radius: number; pitch: number } {
  const radius = count > 9 ? WIDE_DISC : DISC;
  const most = Math.floor((width - 2) / (2 * radius + 1));
  const rows = Math.ceil(count / Math.max(1, most));
  return { rows: rows > 3 ? 0 : rows, radius, pitch: radius * 2 + 2 };
}

/**
 * Words from right to left, heights counted up from the plot: the last event takes the lowest row, an earlier one goes
 * above it, so that no line runs through another's words. All or none.
 */
function placeWords(
  events: readonly PlacedEvent[],
  width: number,
  lanes: number,
  height: number,
  isSplit: boolean,
): EventPlan['words'] {
  const room = new LabelRoom(width, FAR);
  const rise: number[] = [];
  for (let i = events.length - 1; i >= 0; i--) {
    const { when, label: name, dated } = events[i]!;
    const x = lineX(events[i]!);
    const lines: [string, LabelStyle][] = isSplit
      ? [
          [when, DETAIL],
          [name, EVENT],
        ]
      : [[dated, EVENT]];
    for (let lane = 0; rise[i] === undefined; lane++) {
      if (lane === lanes) return undefined;
      const y = FAR - 8 - lane * height;
      const top = y - height + 6;
      const line = { x0: x - 1, x1: x + 1, y0: top, y1: FAR };
      if (
        !room.isFree(line) ||
        !room.place(block(x + 5, y, 'start', ...lines), block(x - 5, y, 'end', ...lines))
      )
        continue;
      room.take(line);
      rise[i] = FAR - top;
    }
  }
  return { labels: room.labels.map((one) => ({ ...one, y: one.y - FAR })), rise };
}

/** An upright line of an event. */
export interface Upright {
  readonly x: number;
  readonly y0: number;
  readonly y1: number;
  readonly isBreak: boolean;
}

/** Draws planned events over a plot from `top` to `base`: spans as bands, words or numbered discs; gives the uprights. */
export function placeEvents(
  events: readonly PlacedEvent[],
  { words }: EventPlan,
  width: number,
  top: number,
  base: number,
  shapes: Shapes,
): { uprights: Upright[]; labels: Label[]; numbered: boolean } {
  const { rows, radius, pitch } = planDiscs(words ? 0 : events.length, width);
  // By turns in each row, so that neighbours have room.
  const discs = times(rows, (row) =>
    spreadDiscs(events.filter((_, i) => i % rows === row).map(lineX), width, radius),
  );
  const labels = words ? words.labels.map((one) => ({ ...one, y: one.y + top })) : [];
  const uprights = events.map((event, i) => {
    const { x0, x1, isBreak, number } = event;
    const isBand = !isBreak && x1 - x0 >= THIN;
    const y0 = top - (words?.rise[i] ?? 6);
    if (isBand) {
      addShape(shapes, 'bands', rectPath({ x0, x1, y0: top - 2, y1: base }));
      addShape(shapes, 'tops', linePath(x0, top - 2, x1, top - 2));
    }
    const disc = discs[i % rows]?.[Math.floor(i / rows)];
    if (disc !== undefined) {
      const y = top - 6 - radius - (i % rows) * pitch;
      addShape(shapes, 'discs', discPath(disc, y, radius));
      labels.push(label(number, disc, y + 4.3, 'middle', NUMBER));
    }
    return { x: lineX(event), y0, y1: isBand ? top - 2 : base, isBreak };
  });
  return { uprights, labels, numbered: rows > 0 };
}

/** Draws the uprights, cut where a label stands on them. */
export function drawUprights(uprights: readonly Upright[], labels: readonly Label[], shapes: Shapes): void {
  const boxes = labels.map(labelBox).sort((a, b) => a.y0 - b.y0);
  for (const { x, y0, y1, isBreak } of uprights) {
    let from = y0;
    for (const cut of [...boxes.filter((box) => box.x0 - 2 < x && x < box.x1 + 2), { y0: y1 + 1, y1 }]) {
      const to = Math.min(cut.y0 - 1, y1);
      if (to > from)
        addShape(
          shapes,
          isBreak ? 'breaks' : 'eventLines',
          isBreak ? dashes(x, from, x, to) : linePath(x, from, x, to),
        );
      from = Math.max(from, cut.y1 + 1);
    }
  }
}

/** Where the line of an event stands: in the middle of what is known of its date, or at the start of a span. */
function lineX({ x0, x1, isBreak }: PlacedEvent): number {
  return isBreak || x1 - x0 < THIN ? (x0 + x1) / 2 : x0 + 0.5;
}

/** Discs as near to their events as they can be without touching; where there is no room for all, none. */
export function spreadDiscs(wanted: readonly number[], width: number, radius = DISC): number[] {
  const step = radius * 2 + 1;
  const [left, right] = [radius + 1, width - radius - 1];
  if ((wanted.length - 1) * step > right - left) return [];
  const at: number[] = [];
  wanted.forEach((x, i) => at.push(Math.max(left, x, i ? at[i - 1]! + step : 0)));
  for (let i = at.length - 1, edge = right; i >= 0; edge = at[i--]! - step) at[i] = Math.min(at[i]!, edge);
  return at;
}
