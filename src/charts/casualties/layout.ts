import type { ReportedEvent } from '../../data/read-events.js';
import type { ReportedRow } from '../../data/read-rows.js';
import {
  LINE_ABOVE,
  PLOT_HEIGHT,
  usableWidth,
  VALUE_STEPS,
  type WidthClass,
  widthClass,
} from '../../geometry/frame.js';
import { linePath, rectPath } from '../../geometry/hatch.js';
import { DETAIL, label, labelBox, LabelRoom, LINE } from '../../geometry/label.js';
import { drawUprights, placeEvents, type PlacedEvent, planEvents } from '../../geometry/place-events.js';
import { addShape, type Shapes } from '../../geometry/shapes.js';
import { layoutTimeAxis } from '../../geometry/time-axis.js';
import { endOf, timeScale, type TimeScale, xOf } from '../../geometry/time-scale.js';
import { valueScale, yOf } from '../../geometry/value-scale.js';
import { formatDayShort, formatPeriod, nameUnit } from '../../words/dates.js';
import { type LanguagePack, say } from '../../words/language.js';
import { formatNumber, formatPlain, formatTick } from '../../words/numbers.js';
import { localText, whenEvent } from '../../words/phrases.js';
import type { LayoutOptions } from '../chart.js';
import { drawArea } from './area.js';
import { drawColumns, OPEN_END } from './columns.js';
import { hasRange, unknownSpans } from './known.js';
import type { CasualtiesReading } from './contract.js';
import type { CasualtiesScene, KeyEntry } from './scene.js';
import { sameDays } from './same-period.js';
import type { Stage } from './stage.js';
import { drawYears, YEAR_LABELS } from './years.js';
import { YEAR_END, YEAR_START, yearLines } from './year-lines.js';

/** Rows beyond which columns give way to one stepped area, and the least width of a column's slot in px. */
const MOST_COLUMNS = 60;
const LEAST_SLOT = 3;
/** A slot no wider than this, px: two years on a wide page must not become two walls. */
const WIDEST_SLOT: Readonly<Record<WidthClass, number>> = { narrow: 150, medium: 210, wide: 380 };
const BREAK_GAP = 22;
const RIGHT = 10;
/** Rows of words above the plot; narrow charts number their events instead. */
const LANES: Readonly<Record<WidthClass, number>> = { narrow: 0, medium: 3, wide: 3 };

/** Places a casualties chart. Pure: the same input gives the same scene, on any machine. */
export function layoutCasualties(reading: CasualtiesReading, options: LayoutOptions): CasualtiesScene {
  const { pack, view, highlight } = options;
  const { rows, data } = reading;
  const years = view === 'cumulative' ? yearLines(reading) : [];
  const cumulative = years.length > 0;
  const events = cumulative ? [] : reading.events;
  const width = usableWidth(options.width);
  const size = widthClass(options.outer ?? width);
  const height = PLOT_HEIGHT[size];

  const reached = cumulative
    ? years.reduce((most, { points }) => Math.max(most, points.at(-1)!.total), 0)
    : rows.reduce((most, row) => Math.max(most, reach(row)), 0);
  const scale = valueScale(Math.max(reached, options.max ?? 0), height, VALUE_STEPS[size]);
  const ticks = scale.ticks.map((tick) => formatTick(pack, tick));
  const left =
    Math.ceil(
      ticks.reduce((wide, text) => Math.max(wide, labelBox(label(text, 0, 0, 'start', DETAIL)).x1), 0),
    ) + 8;

  const first = cumulative ? YEAR_START : (rows[0]?.period.first ?? 0);
  const end = cumulative ? YEAR_END : (rows.at(-1)?.period.last ?? 0) + 1;
  const full = width - left - (cumulative ? YEAR_LABELS : RIGHT);
  // With more rows than that there are no columns to measure.
  const lengths = rows.slice(0, MOST_COLUMNS).map(({ period }) => period.last - period.first + 1);
  const [shortest, longest] = [Math.min(...lengths), Math.max(1, ...lengths)];
  const breaks = [...new Set(reading.events.flatMap((event) => boundary(rows, event) ?? []))];
  const gaps = breaks.length * BREAK_GAP;
  const isArea =
    !cumulative && (rows.length > MOST_COLUMNS || ((full - gaps) / (end - first)) * shortest < LEAST_SLOT);
  const isColumns = !cumulative && !isArea;
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
  const shown = placed.filter(({ isShown }) => isShown);
  const plan = planEvents(shown, width, LANES[size]);
  const top = plan.strip + 2;
  const isMinimum = data.method === 'documented-minimum';
  const tall = rows.some((row) => !row.complete || (isColumns && hasRange(row)));
  const base = top + LINE_ABOVE + (tall ? LINE : 0) + (isMinimum ? OPEN_END : 0) + height;
  const values = { ...scale, base };
  const kind = cumulative ? 'month' : (rows[0]?.period.kind ?? 'year');
  const axis = layoutTimeAxis(time, kind, base, width, (unit, day) => {
    const name = nameUnit(pack, unit, day);
    return cumulative ? { ...name, year: '' } : name;
  });
  const whole = Math.ceil(base + 10 + axis.lines * LINE);

  // Grid and baseline end with the columns: what lies beyond is no time.
  const right = isColumns ? endOf(time, end) : left + full;
  const shapes: Shapes = { base: linePath(left, base, right, base), ticks: axis.ticks };
  const labels = [
    ...ticks.map((text, i) => label(text, left - 8, yOf(values, scale.ticks[i]!) + 4, 'end', DETAIL)),
    ...axis.labels,
  ];
  for (const tick of scale.ticks.slice(1)) {
    const y = yOf(values, tick);
    addShape(shapes, 'grid', linePath(left, y, right, y));
  }
  const { uprights, labels: told, numbered } = placeEvents(shown, plan, width, top, base, shapes);
  const room = new LabelRoom(width, whole, labels);
  // Neither the value axis nor the strip of the events is room for figures.
  room.take({ x0: 0, x1: left - 1, y0: 0, y1: base });
  room.take({ x0: 0, x1: width, y0: 0, y1: plan.strip });
  for (const { x, y0, y1 } of uprights) room.shunned.push({ x0: x - 1, x1: x + 1, y0, y1 });
  const stage: Stage = { reading, rows, options, pack, size, width, time, values, base, room, shapes };
  const unknown = cumulative ? [] : gapSpans(stage);
  for (const [x0, x1] of unknown) addShape(shapes, 'gaps', rectPath({ x0, x1, y0: base - height, y1: base }));
  const decimated = isArea && drawArea(stage);
  if (isColumns) drawColumns(stage);
  if (cumulative) drawYears(stage);
  nameGaps(stage, unknown);
  drawUprights(uprights, room.labels, shapes);
  return {
    form: cumulative ? 'cumulative' : isArea ? 'area' : 'columns',
    width,
    height: whole,
    plot: { x0: left, y0: base - height, x1: right, y1: base },
    time,
    values,
    shapes,
    labels: [...labels, ...told, ...room.labels],
    key: cumulative ? [] : keyOf(stage, isMinimum),
    eventList: listEvents(),
    decimated,
    refused: [
      ...((view ?? 'columns') === 'columns' || cumulative ? [] : (['view'] as const)),
      ...(highlight === undefined || rows.some(({ period }) => period.text === highlight)
        ? []
        : (['highlight'] as const)),
    ],
  };

  function listEvents(): string[] {
    // Words that stand in the picture are not said again; events outside its days are listed without a number.
    const outside = placed.filter(({ isShown }) => !isShown);
    const inside = plan.words ? [] : shown;
    return [...inside, ...outside].map(({ when, label: name }, i) =>
      say(pack, numbered && i < inside.length ? 'key.event' : 'key.listed', {
        n: formatPlain(pack, i + 1),
        when,
        label: name,
      }),
    );
  }
}

/** The greatest number that the marks of a row have to reach. */
function reach({ value, low, high, doubtful }: ReportedRow): number {
  return Math.max(value ?? 0, doubtful ? 0 : Math.max(low ?? 0, high ?? 0));
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
): PlacedEvent {
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

/** Left and right of every stretch without a figure. */
function gapSpans({ rows, time }: Stage): [number, number][] {
  return unknownSpans(rows).map(([from, to]) => [xOf(time, from.first), endOf(time, to.last + 1)]);
}

function nameGaps({ pack, base, room }: Stage, spans: readonly (readonly [number, number])[]): void {
  const text = say(pack, 'nk');
  for (const [x0, x1] of spans) {
    const name = label(text, (x0 + x1) / 2, base - 6, 'middle', DETAIL);
    if (labelBox(name).x0 > x0 - 2) room.place([name]);
  }
}

function keyOf(
  { rows, shapes, pack, reading: { samePeriod } }: Stage,
  isMinimum: boolean,
): { entry: KeyEntry; text: string }[] {
  const entries: [KeyEntry, unknown][] = [
    ['partial', shapes.ground],
    ['range', rows.some(hasRange)],
    ['minimum', isMinimum],
    ['samePeriod', samePeriod],
    ['unknown', shapes.gaps],
    ['break', shapes.breaks],
  ];
  const [from, through] = samePeriod ? sameDays(rows, samePeriod) : [0, 0];
  const slots = samePeriod && {
    year: formatPeriod(pack, rows[samePeriod.earlier]!.period),
    m: formatNumber(pack, samePeriod.value),
    from: formatDayShort(pack, from),
    to: formatDayShort(pack, through),
  };
  return entries.flatMap(([entry, isThere]) =>
    isThere ? { entry, text: say(pack, `key.${entry}`, slots) } : [],
  );
}
