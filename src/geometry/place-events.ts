import { dashes, rectPath } from './hatch.js';
import { type Label, type LabelBlock, labelBox, LabelRoom, LABELS, lineHeight } from './label.js';
import { round } from './round.js';

/** An event with its place on the page and its words. */
export interface PlacedEvent {
  readonly x0: number;
  readonly x1: number;
  readonly isBreak: boolean;
  /** False when the event lies outside the days shown: it is listed, not drawn. */
  readonly isShown: boolean;
  /** What it is, short. */
  readonly label: string;
  /** When it was. */
  readonly when: string;
}

export interface EventMarks {
  /** Spans of days, as areas. */
  readonly bands: string;
  /** Tops of spans. */
  readonly tops: string;
  /** Upright lines, dashed where the series breaks: labels keep clear of them where they can, else they are cut there. */
  readonly uprights: readonly Upright[];
  readonly labels: readonly Label[];
  /** Numbered discs, where the words stand in a list below. */
  readonly discs: readonly { readonly x: number; readonly y: number; readonly number: number }[];
  /** Indexes of the events that the list below must tell, in order; `numbered` says whether by number. */
  readonly listed: readonly number[];
  readonly numbered: boolean;
}

export interface Upright {
  readonly x: number;
  readonly y0: number;
  readonly y1: number;
  readonly isBreak: boolean;
}

export const NO_EVENTS: EventMarks = {
  bands: '',
  tops: '',
  uprights: [],
  labels: [],
  discs: [],
  listed: [],
  numbered: false,
};

/** Radius of a numbered disc. */
export const DISC = 9;
const LANE = lineHeight(LABELS.event) + 2;
const THIN = 8;

/** Height of the strip above the plot that events take: rows of words, or one row of discs. */
export function eventStrip(events: readonly PlacedEvent[], lanes: number): number {
  if (!events.some(({ isShown }) => isShown)) return 0;
  return lanes === 0 ? DISC * 2 + 6 : lanes * LANE + 4;
}

/** The fewest rows, up to `most`, in which the words of all events fit across `width`; 0 where they do not. */
export function eventLanes(events: readonly PlacedEvent[], width: number, most: number): number {
  const shown = events.filter(({ isShown }) => isShown);
  const top = most * LANE + LANE;
  for (let lanes = 1; lanes <= most; lanes++) {
    if (placeWords(shown, new LabelRoom({ x0: 0, x1: width, y0: 0, y1: top }), top, lanes)) return lanes;
  }
  return 0;
}

/**
 * Places events over a plot from `top` to `base`: words beside their lines where all fit in `lanes` rows above the plot,
 * else a number on each and the words in a list.
 */
export function placeEvents(
  events: readonly PlacedEvent[],
  room: LabelRoom,
  top: number,
  base: number,
  lanes: number,
): EventMarks {
  const shown = events.filter(({ isShown }) => isShown);
  const words = lanes > 0 ? placeWords(shown, room, top, lanes) : undefined;
  const reach = words?.reach ?? shown.map(() => top - 6);
  let bands = '';
  let tops = '';
  const uprights = shown.map((event, i) => {
    const isBand = !event.isBreak && event.x1 - event.x0 >= THIN;
    if (isBand) {
      bands += rectPath({ x0: event.x0, x1: event.x1, y0: top - 2, y1: base });
      tops += `M${round(event.x0)} ${round(top - 2)}H${round(event.x1)}`;
    }
    return { x: lineX(event), y0: reach[i]!, y1: isBand ? top - 2 : base, isBreak: event.isBreak };
  });
  const outside = events.flatMap((event, i) => (event.isShown ? [] : [i]));
  if (words)
    return { bands, tops, labels: words.labels, uprights, discs: [], listed: outside, numbered: false };
  const discs = spreadDiscs(shown.map(lineX), room, top - 6 - DISC);
  return {
    bands,
    tops,
    labels: [],
    uprights,
    discs: discs.map((x, i) => ({ x: round(x), y: round(top - 6 - DISC), number: i + 1 })),
    listed: [...events.flatMap((event, i) => (event.isShown ? [i] : [])), ...outside],
    numbered: discs.length > 0,
  };
}

/** The uprights as paths, cut where a label stands on them. */
export function cutUprights(
  uprights: readonly Upright[],
  labels: readonly Label[],
): { lines: string; breaks: string } {
  const boxes = labels.map(({ text, x, y, anchor, style }) => labelBox(text, x, y, anchor, LABELS[style]));
  let lines = '';
  let breaks = '';
  for (const { x, y0, y1, isBreak } of uprights) {
    const cuts = boxes.filter((box) => box.x0 - 2 < x && x < box.x1 + 2).sort((a, b) => a.y0 - b.y0);
    let from = y0;
    for (const end of [...cuts, { y0: y1, y1 }]) {
      const to = Math.min(end.y0 - 1, y1);
      if (to > from) {
        if (isBreak) breaks += dashes(x, from, x, to);
        else lines += `M${round(x)} ${round(from)}V${round(to)}`;
      }
      from = Math.max(from, end.y1 + 1);
    }
  }
  return { lines, breaks };
}

/** Where the line of an event stands: in the middle of what is known of its date. */
function lineX({ x0, x1, isBreak }: PlacedEvent): number {
  return isBreak || x1 - x0 < THIN ? (x0 + x1) / 2 : x0 + 0.5;
}

/**
 * Words from right to left: the last event takes the lowest row, an earlier one goes above it, so that no line runs
 * through another's words. All or none.
 */
function placeWords(
  events: readonly PlacedEvent[],
  room: LabelRoom,
  top: number,
  lanes: number,
): { labels: Label[]; reach: number[] } | undefined {
  // With their dates if all of them fit so, else without: one manner for all.
  const dated = placeRow(
    events,
    events.map(({ when, label }) => `${when}: ${label}`),
    room,
    top,
    lanes,
  );
  return (
    dated ??
    placeRow(
      events,
      events.map(({ label }) => label),
      room,
      top,
      lanes,
    )
  );
}

function placeRow(
  events: readonly PlacedEvent[],
  texts: readonly string[],
  room: LabelRoom,
  top: number,
  lanes: number,
): { labels: Label[]; reach: number[] } | undefined {
  const style = LABELS.event;
  const trial = new LabelRoom(room.frame, 4);
  const reach: number[] = [];
  for (let i = events.length - 1; i >= 0; i--) {
    const event = events[i]!;
    const x = lineX(event);
    let placed = false;
    for (let lane = 0; lane < lanes && !placed; lane++) {
      const y = top - 8 - lane * LANE;
      const line = { x0: x - 1, x1: x + 1, y0: y - style.size, y1: top };
      for (const [anchor, at] of [
        ['start', x + 5],
        ['end', x - 5],
      ] as const) {
        const block: LabelBlock = { lines: [{ text: texts[i]!, style }], x: at, y, anchor };
        if (placed || !trial.isFree(line) || !trial.place(block)) continue;
        trial.take(line);
        reach[i] = y - style.size + 1;
        placed = true;
      }
    }
    if (!placed) return undefined;
  }
  return { labels: trial.labels, reach };
}

/** Discs as near to their events as they can be without touching; where there is no room for all, none. */
function spreadDiscs(wanted: readonly number[], { frame }: LabelRoom, y: number): number[] {
  const step = DISC * 2 + 1;
  const [left, right] = [frame.x0 + DISC + 1, frame.x1 - DISC - 1];
  if (y - DISC < frame.y0 || wanted.length * step > right - left + step) return [];
  const at = wanted.map((x) => Math.min(right, Math.max(left, x)));
  for (let i = 1; i < at.length; i++) at[i] = Math.max(at[i]!, at[i - 1]! + step);
  for (let i = at.length - 1, edge = right; i >= 0; i--) {
    at[i] = Math.min(at[i]!, edge);
    edge = at[i]! - step;
  }
  return at;
}
