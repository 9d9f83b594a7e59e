import { layoutTimeAxis } from '../../geometry/time-axis.js';
import {
  cutUprights,
  eventLanes,
  eventStrip,
  type EventMarks,
  placeEvents,
  type PlacedEvent,
} from '../../geometry/place-events.js';
import { PLOT_HEIGHT, usableWidth, VALUE_STEPS, type WidthClass, widthClass } from '../../geometry/frame.js';
import { type Label, LabelRoom, LABELS, lineHeight } from '../../geometry/label.js';
import { round } from '../../geometry/round.js';
import { textWidth } from '../../geometry/text-width.js';
import { endOf, timeScale, type TimeScale, xOf } from '../../geometry/time-scale.js';
import { valueScale, type ValueScale, yOf } from '../../geometry/value-scale.js';
import type { PeriodKind } from '../../data/period.js';
import type { ReportedEvent } from '../../data/read-events.js';
import type { ReportedRow } from '../../data/read-rows.js';
import { nameUnit } from '../../words/dates.js';
import type { LanguagePack } from '../../words/language.js';
import { say } from '../../words/language.js';
import { formatPlain, formatTick } from '../../words/numbers.js';
import { localText, whenEvent } from '../../words/phrases.js';
import { layoutArea } from './layout-area.js';
import { layoutColumns, OPEN_END } from './layout-columns.js';
import { isCumulative, layoutCumulative } from './layout-cumulative.js';
import type { CasualtiesReading } from './contract.js';
import type { CasualtiesScene, CasualtiesShapes, KeyEntry } from './scene.js';

export interface CasualtiesOptions {
  /** Width of the drawing, px. */
  readonly width: number;
  /** Width of the whole element, which picks the width class; default `width`. */
  readonly outer?: number;
  readonly pack: LanguagePack;
  readonly view?: string;
  /** A period of the rows, the others lightened. */
  readonly highlight?: string;
  /** A shared maximum of several charts; never lowers this chart's own. */
  readonly max?: number;
}

/** Rows beyond which columns give way to one stepped area, and the least width of a column's slot in px. */
export const MOST_COLUMNS = 60;
export const LEAST_SLOT = 3;
/** A slot no wider than this, px: two years on a wide page must not become two walls. */
const WIDEST_SLOT: Readonly<Record<WidthClass, number>> = { narrow: 150, medium: 210, wide: 380 };
const BREAK_GAP = 22;
/** Rows of words above the plot; narrow charts number their events instead. */
const MOST_LANES = 3;
const RIGHT = 10;

/** What the forms (columns, area, cumulative) share: the frame, the scales, the room for labels. */
export interface Stage {
  readonly reading: CasualtiesReading;
  readonly options: CasualtiesOptions;
  readonly size: WidthClass;
  readonly time: TimeScale;
  readonly values: ValueScale;
  readonly room: LabelRoom;
  readonly base: number;
}

/** What a form gives back. */
export interface FormLayout {
  readonly shapes: CasualtiesShapes;
  readonly key: readonly { readonly entry: KeyEntry; readonly text: string }[];
  readonly decimated: boolean;
}

/** Places a casualties chart. Pure: the same input gives the same scene, on any machine. */
export function layoutCasualties(reading: CasualtiesReading, options: CasualtiesOptions): CasualtiesScene {
  const cumulative = options.view === 'cumulative' && isCumulative(reading);
  if (cumulative) return layoutCumulative(reading, options);
  const { pack } = options;
  const { rows, events } = reading;
  const width = usableWidth(options.width);
  const size = widthClass(options.outer ?? width);
  const kind = rows[0]?.period.kind ?? 'year';
  const first = rows[0]?.period.first ?? 0;
  const end = (rows.at(-1)?.period.last ?? 0) + 1;
  const values0 = valueScale(
    Math.max(mostOf(rows), options.max ?? 0),
    0,
    PLOT_HEIGHT[size],
    VALUE_STEPS[size],
  );
  const left = Math.ceil(gutter(values0, pack));
  const breaks = breaksBetween(rows, events);
  const full = width - left - RIGHT;
  const area =
    rows.length > MOST_COLUMNS || leastSlot(rows, full - breaks.length * BREAK_GAP, end - first) < LEAST_SLOT;
  const longest = rows.reduce((most, { period }) => Math.max(most, period.last - period.first + 1), 1);
  const widest = area ? full : (WIDEST_SLOT[size] / longest) * (end - first) + breaks.length * BREAK_GAP;
  const time = timeScale(first, end, left, Math.min(full, widest), area ? [] : breaks, BREAK_GAP);

  const head = headroom(rows, area) + (reading.data.method === 'documented-minimum' ? OPEN_END : 0);
  const worded = wordEvents(reading, time, kind, pack);
  const lanes = size === 'narrow' ? 0 : eventLanes(worded, width, MOST_LANES);
  const top = eventStrip(worded, lanes) + 2;
  const base = top + head + PLOT_HEIGHT[size];
  const values = { ...values0, base };
  const axis = layoutTimeAxis(time, kind, base, width, (unit, day) => nameUnit(pack, unit, day));
  const height = base + 8 + axis.lines * lineHeight(LABELS.axis) + 2;
  const room = new LabelRoom({ x0: 0, y0: 0, x1: width, y1: height });
  const tickLabels = valueLabels(values, left, pack);
  room.reserve([...tickLabels, ...axis.labels]);
  const marks = placeEvents(worded, new LabelRoom(room.frame), top, base, lanes);
  for (const { x, y0, y1 } of marks.uprights) room.shun({ x0: x - 1, x1: x + 1, y0, y1 });
  const stage: Stage = { reading, options: { ...options, width }, size, time, values, room, base };
  const form = area ? layoutArea(stage) : layoutColumns(stage);
  const highlighted =
    options.highlight === undefined || rows.some(({ period }) => period.text === options.highlight);
  return {
    form: area ? 'area' : 'columns',
    width,
    height: Math.ceil(height),
    plot: { x0: left, y0: top, x1: width - RIGHT, y1: base },
    time,
    values,
    ...gridLines(values, left, width - RIGHT),
    ticks: axis.ticks,
    shapes: form.shapes,
    events: marks,
    uprights: cutUprights(marks.uprights, room.labels),
    labels: [...tickLabels, ...axis.labels, ...marks.labels, ...room.labels],
    key: [
      ...form.key,
      ...(events.some(({ isBreak }) => isBreak)
        ? [{ entry: 'break' as const, text: say(pack, 'key.break') }]
        : []),
    ],
    eventList: listEvents(reading, marks, pack),
    decimated: form.decimated,
    refused: [
      ...(options.view === undefined || options.view === 'columns' ? [] : (['view'] as const)),
      ...(highlighted ? [] : (['highlight'] as const)),
    ],
  };
}

/** The greatest number that any mark has to reach. */
export function mostOf(rows: readonly ReportedRow[]): number {
  let most = 0;
  for (const { value, low, high, doubtful } of rows) {
    most = Math.max(most, value ?? 0, doubtful ? 0 : Math.max(low ?? 0, high ?? 0));
  }
  return most;
}

/** Width of the value axis: its widest label and the space after it. */
export function gutter(values: ValueScale, pack: LanguagePack): number {
  const { size } = LABELS.axis;
  return values.ticks.reduce((most, tick) => Math.max(most, textWidth(formatTick(pack, tick), size)), 0) + 8;
}

export function valueLabels(values: ValueScale, left: number, pack: LanguagePack): Label[] {
  return values.ticks.map((tick) => ({
    x: left - 8,
    y: round(yOf(values, tick) + 4),
    text: formatTick(pack, tick),
    anchor: 'end',
    style: 'axis',
  }));
}

export function gridLines(
  values: ValueScale,
  left: number,
  right: number,
): { grid: string; baseline: string } {
  const line = (tick: number): string => `M${left} ${round(yOf(values, tick))}H${round(right)}`;
  return { grid: values.ticks.slice(1).map(line).join(''), baseline: line(0) };
}

/** Days on which a break falls exactly between two rows: there the columns part. */
function breaksBetween(rows: readonly ReportedRow[], events: readonly ReportedEvent[]): number[] {
  const days = events
    .filter(({ isBreak }) => isBreak)
    .map((event) =>
      rows.findIndex(({ period }, i) => i > 0 && isBoundary(rows[i - 1]!.period.last, period.first, event)),
    )
    .filter((index) => index > 0)
    .map((index) => rows[index]!.period.first);
  return [...new Set(days)].sort((a, b) => a - b);
}

/** True when the event begins after the earlier row's last day and not after the later row's first. */
function isBoundary(before: number, after: number, { first }: ReportedEvent): boolean {
  return first > before && first <= after;
}

function leastSlot(rows: readonly ReportedRow[], width: number, days: number): number {
  const shortest = rows.reduce(
    (least, { period }) => Math.min(least, period.last - period.first + 1),
    Infinity,
  );
  return (shortest * width) / days;
}

/** Room above the highest column for its label: one line, or two where a partial figure names its days. */
function headroom(rows: readonly ReportedRow[], area: boolean): number {
  const style = LABELS.value;
  return rows.some(({ complete }) => !complete) || (!area && rows.some(({ low }) => low !== undefined))
    ? lineHeight(style) + lineHeight(LABELS.detail) + 8
    : lineHeight(style) + 8;
}

export function wordEvents(
  { events, rows }: CasualtiesReading,
  time: TimeScale,
  kind: PeriodKind,
  pack: LanguagePack,
): PlacedEvent[] {
  const breaks = new Set(time.breaks);
  return events.map((event) => {
    const label = localText(pack, event.label);
    const when = whenEvent(pack, event);
    const isShown = event.last >= time.first && event.first < time.end && rows.length > 0;
    const gapAt = event.isBreak
      ? rows.find(({ period }) => breaks.has(period.first) && period.first >= event.first)?.period.first
      : undefined;
    const between =
      gapAt !== undefined &&
      rows.some(({ period }) => period.last + 1 === gapAt || period.last < event.first);
    if (gapAt !== undefined && between && isBetween(rows, event, gapAt)) {
      const x1 = xOf(time, gapAt);
      return { x0: x1 - time.gap, x1, isBreak: true, isShown, label, when };
    }
    const from = Math.max(time.first, event.first);
    const to = Math.min(time.end, event.last + 1);
    // A whole period of the chart's own kind that breaks the series does so where it begins.
    const x0 = xOf(time, from);
    const x1 = event.isBreak && kind === 'day' ? x0 : endOf(time, to);
    return { x0, x1: Math.max(x0, x1), isBreak: event.isBreak, isShown, label, when };
  });
}

function isBetween(rows: readonly ReportedRow[], event: ReportedEvent, day: number): boolean {
  const index = rows.findIndex(({ period }) => period.first === day);
  return index > 0 && isBoundary(rows[index - 1]!.period.last, day, event);
}

function listEvents(
  { events }: CasualtiesReading,
  { listed, numbered, discs }: EventMarks,
  pack: LanguagePack,
): string[] {
  return listed.map((index, i) => {
    const event = events[index]!;
    const text = say(pack, 'key.event', {
      n: formatPlain(pack, i + 1),
      when: whenEvent(pack, event),
      label: localText(pack, event.label),
    });
    // Without a disc in the picture the number would point nowhere.
    return numbered && i < discs.length ? text : text.replace(/^\S+\s/, '');
  });
}
