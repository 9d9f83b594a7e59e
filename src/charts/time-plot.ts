import type { ReportedEvent } from '../data/read-events.js';
import type { ReportedRow } from '../data/read-rows.js';
import { unknownSpans } from '../data/unknown-spans.js';
import type { Box } from '../geometry/box.js';
import { LINE_ABOVE, PLOT_HEIGHT, VALUE_STEPS, type WidthClass } from '../geometry/frame.js';
import { linePath, rectPath } from '../geometry/hatch.js';
import { DETAIL, type Label, label, labelBox, LabelRoom, LINE } from '../geometry/label.js';
import { drawUprights, placeEvents, type PlacedEvent, planEvents } from '../geometry/place-events.js';
import { addShape, type Shapes } from '../geometry/shapes.js';
import { layoutTimeAxis } from '../geometry/time-axis.js';
import { endOf, timeScale, type TimeScale, xOf } from '../geometry/time-scale.js';
import { valueScale, type ValueScale, yOf } from '../geometry/value-scale.js';
import { nameUnit } from '../words/dates.js';
import { type LanguagePack, say } from '../words/language.js';
import { formatPlain, formatTick } from '../words/numbers.js';
import { localText, whenEvent } from '../words/phrases.js';

/** Rows beyond which columns give way to a stepped area. */
export const MOST_COLUMNS = 60;
/** A slot no wider than this, px: two years on a wide page must not become two walls. */
const WIDEST_SLOT: Readonly<Record<WidthClass, number>> = { narrow: 150, medium: 210, wide: 380 };
const BREAK_GAP = 22;
/** Rows of words above the plot; narrow charts number their events instead. */
const LANES: Readonly<Record<WidthClass, number>> = { narrow: 0, medium: 3, wide: 3 };

export interface TimePlotOptions {
  readonly rows: readonly ReportedRow[];
  readonly events: readonly ReportedEvent[];
  readonly pack: LanguagePack;
  readonly size: WidthClass;
  /** Left and right end of what may be drawn on, px. */
  readonly x0?: number;
  readonly width: number;
  /** Room kept free at the right of the plot, px. */
  readonly margin: number;
  /** The greatest amount that a mark reaches. */
  readonly reached: number;
  /** How an amount is written on the axis. */
  readonly tick?: (amount: number) => string;
  /** Least width of a column's slot, px; below it the rows are drawn as an area. */
  readonly leastSlot: number;
  /** Room above the marks for more than one line of a label, px, for columns and for an area. */
  readonly above: (isColumns: boolean) => number;
  /** Events are drawn without words: another plot of the same picture tells them. */
  readonly isMute?: boolean;
  /** Room over everything for a heading of the plot, px. */
  readonly head?: number;
  /** Where the baseline stands at least, so that two plots can share it. */
  readonly base?: number;
  /** One year for all rows: the days from 1 January on which they are laid over one another. */
  readonly year?: readonly [first: number, end: number];
}

/** What forms draw on: the frame, the scales, the room for labels, the shapes so far. */
export interface TimePlot {
  readonly rows: readonly ReportedRow[];
  readonly pack: LanguagePack;
  readonly size: WidthClass;
  readonly width: number;
  readonly isColumns: boolean;
  readonly time: TimeScale;
  readonly values: ValueScale;
  readonly base: number;
  readonly plot: Box;
  readonly room: LabelRoom;
  readonly shapes: Shapes;
  /** Height of the whole drawing. */
  readonly height: number;
  /** Names the gaps, draws the events clear of all labels: the last step. */
  readonly finish: () => { readonly labels: readonly Label[]; readonly eventList: readonly string[] };
}

/** Amounts over a calendar: value axis, calendar axis, gaps, breaks and events, ready for the marks. */
export function layoutTimePlot(options: TimePlotOptions): TimePlot {
  const { rows, pack, size, x0: edge = 0, width, margin, reached, leastSlot, year } = options;
  const events = year ? [] : options.events;
  const height = PLOT_HEIGHT[size];
  const scale = valueScale(reached, height, VALUE_STEPS[size]);
  const { tick = (amount: number) => formatTick(pack, amount, scale.ticks.at(-1)) } = options;
  const ticks = scale.ticks.map(tick);
  const left =
    edge +
    Math.ceil(
      ticks.reduce((wide, text) => Math.max(wide, labelBox(label(text, 0, 0, 'start', DETAIL)).x1), 0),
    ) +
    8;

  const [first, end] = year ?? [rows[0]?.period.first ?? 0, (rows.at(-1)?.period.last ?? 0) + 1];
  const full = width - left - margin;
  // With more rows than that there are no columns to measure.
  const lengths = rows.slice(0, MOST_COLUMNS).map(({ period }) => period.last - period.first + 1);
  const [shortest, longest] = [Math.min(...lengths), Math.max(1, ...lengths)];
  const breaks = [...new Set(events.flatMap((event) => boundary(rows, event) ?? []))];
  const gaps = breaks.length * BREAK_GAP;
  const isColumns =
    !year && rows.length <= MOST_COLUMNS && ((full - gaps) / (end - first)) * shortest >= leastSlot;
  const widest = (WIDEST_SLOT[size] / longest) * (end - first) + gaps;
  const time = timeScale(
    first,
    end,
    left,
    isColumns ? Math.min(full, widest) : full,
    isColumns ? breaks : [],
    BREAK_GAP,
  );

  const placed = events.map((event) => placeEvent(event, rows, time, pack));
  const shown = placed
    .filter(({ isShown }) => isShown)
    .map((event, i) => ({ ...event, number: formatPlain(pack, i + 1) }));
  const plan = options.isMute
    ? { strip: 0, words: { labels: [], rise: shown.map(() => 0) } }
    : planEvents(shown, width, LANES[size]);
  const { head = 0 } = options;
  const top = Math.max(
    head + plan.strip + 2,
    (options.base ?? 0) - LINE_ABOVE - options.above(isColumns) - height,
  );
  const base = top + LINE_ABOVE + options.above(isColumns) + height;
  const values = { ...scale, base };
  const kind = year ? 'month' : (rows[0]?.period.kind ?? 'year');
  const axis = layoutTimeAxis(time, kind, base, width, (unit, day) => {
    const name = nameUnit(pack, unit, day);
    return year ? { ...name, year: '' } : name;
  });
  const whole = Math.ceil(base + 10 + axis.lines * LINE);

  // Grid and baseline end with the columns: what lies beyond is no time.
  const right = isColumns ? endOf(time, end) : left + full;
  const shapes: Shapes = { base: linePath(left, base, right, base), ticks: axis.ticks };
  const labels = [
    ...ticks.map((text, i) => label(text, left - 8, yOf(values, scale.ticks[i]!) + 4, 'end', DETAIL)),
    ...axis.labels,
  ];
  for (const amount of scale.ticks.slice(1)) {
    const y = yOf(values, amount);
    addShape(shapes, 'grid', linePath(left, y, right, y));
  }
  const { uprights, labels: told, numbered } = placeEvents(shown, plan, width, top, base, shapes);
  const room = new LabelRoom(width, whole, labels);
  // Neither the value axis nor the strip of the events is room for figures.
  room.take({ x0: 0, x1: left - 1, y0: 0, y1: base });
  room.take({ x0: 0, x1: width, y0: 0, y1: top - 2 });
  for (const { x, y0, y1 } of uprights) room.shunned.push({ x0: x - 1, x1: x + 1, y0, y1 });
  const unknown = year
    ? []
    : unknownSpans(rows).map(([from, to]) => [xOf(time, from.first), endOf(time, to.last + 1)] as const);
  for (const [x0, x1] of unknown) addShape(shapes, 'gaps', rectPath({ x0, x1, y0: base - height, y1: base }));
  return {
    rows,
    pack,
    size,
    width,
    isColumns,
    time,
    values,
    base,
    plot: { x0: left, y0: base - height, x1: right, y1: base },
    room,
    shapes,
    height: whole,
    finish,
  };

  function finish(): ReturnType<TimePlot['finish']> {
    const text = say(pack, 'nk');
    for (const [x0, x1] of unknown) {
      const name = label(text, (x0 + x1) / 2, base - 6, 'middle', DETAIL);
      if (labelBox(name).x0 > x0 - 2) room.place([name]);
    }
    drawUprights(uprights, room.labels, shapes);
    // Words that stand in the picture are not said again; events outside its days are listed without a number.
    const inside = plan.words ? [] : shown;
    const eventList = [...inside, ...placed.filter(({ isShown }) => !isShown)].map(
      ({ when, label: name }, i) =>
        say(pack, numbered && i < inside.length ? 'key.event' : 'key.listed', {
          n: formatPlain(pack, i + 1),
          when,
          label: name,
        }),
    );
    return { labels: [...labels, ...told, ...room.labels], eventList };
  }
}

/** The first day of the row before which a break falls exactly: there the columns part. */
function boundary(rows: readonly ReportedRow[], { isBreak, first }: ReportedEvent): number | undefined {
  const i = isBreak ? rows.findIndex(({ period }) => period.first >= first) : 0;
  return i > 0 && rows[i - 1]!.period.last < first ? rows[i]!.period.first : undefined;
}

function placeEvent(
  event: ReportedEvent,
  rows: readonly ReportedRow[],
  time: TimeScale,
  pack: LanguagePack,
): Omit<PlacedEvent, 'number'> {
  const { first, last, isBreak } = event;
  const at = boundary(rows, event);
  const day = Math.min(time.end, Math.max(time.first, first));
  // A break between two periods stands in their gap; one inside a period, in the middle of what is known of its date.
  const [x0, x1] =
    at === undefined
      ? [xOf(time, day), endOf(time, Math.min(time.end, last + 1))]
      : [endOf(time, at), xOf(time, at)];
  const isShown = rows.length > 0 && last >= time.first && first < time.end;
  const [when, name] = [whenEvent(pack, event), localText(pack, event.label)];
  return {
    x0,
    x1,
    isBreak,
    isShown,
    label: name,
    when,
    dated: say(pack, 'key.listed', { when, label: name }),
  };
}
