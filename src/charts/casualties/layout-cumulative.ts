import { curveStepAfter, line } from 'd3';
import { civil, type DayNumber, dayNumber } from '../../data/period.js';
import { gridLines, gutter, valueLabels } from './layout.js';
import { layoutTimeAxis } from '../../geometry/time-axis.js';
import { PLOT_HEIGHT, usableWidth, VALUE_STEPS, widthClass } from '../../geometry/frame.js';
import { LabelRoom, LABELS, lineHeight } from '../../geometry/label.js';
import { NO_EVENTS } from '../../geometry/place-events.js';
import { round } from '../../geometry/round.js';
import { textWidth } from '../../geometry/text-width.js';
import { timeScale, type TimeScale, xOf } from '../../geometry/time-scale.js';
import { valueScale, type ValueScale, yOf } from '../../geometry/value-scale.js';
import { formatDayShort, nameUnit } from '../../words/dates.js';
import { formatNumber, formatPlain } from '../../words/numbers.js';
import type { CasualtiesReading } from './contract.js';
import type { CasualtiesOptions } from './layout.js';
import { type CasualtiesScene, NO_SHAPES } from './scene.js';

/** One year, counted from 1 January. */
export interface YearLine {
  readonly year: number;
  /** Row index, the day of the common year after its last covered day, and the total by then. */
  readonly points: readonly { readonly row: number; readonly day: number; readonly total: number }[];
  /** Last covered day. */
  readonly through: DayNumber;
}

// Lines of different years share a leap year's calendar, so that 1 March stands over 1 March.
const YEAR_START = dayNumber(2024, 1, 1);
const YEAR_DAYS = 366;

const known = new WeakMap<CasualtiesReading, readonly YearLine[]>();

/** A view by day of year needs rows that add up to years: days, months or quarters (weeks cross the turn of the year). */
export function isCumulative(reading: CasualtiesReading): boolean {
  const kind = reading.rows[0]?.period.kind;
  return kind !== undefined && kind !== 'year' && kind !== 'week' && yearLines(reading).length > 0;
}

/**
 * The years that can be counted: each begins with a row from 1 January and stops at its first unknown, missing or partial
 * period. A later total would leave somebody out.
 */
export function yearLines(reading: CasualtiesReading): readonly YearLine[] {
  const found = known.get(reading);
  if (found) return found;
  const lines: {
    year: number;
    points: { row: number; day: number; total: number }[];
    through: DayNumber;
    open: boolean;
  }[] = [];
  reading.rows.forEach((row, index) => {
    const { year } = civil(row.period.first);
    let current = lines.at(-1);
    if (current?.year !== year) {
      if (row.from !== dayNumber(year, 1, 1) || row.value === null) {
        lines.push({ year, points: [], through: row.through, open: false });
        return;
      }
      lines.push((current = { year, points: [], through: row.from - 1, open: true }));
    }
    if (!current.open) return;
    if (row.value === null || row.from !== current.through + 1) {
      current.open = false;
      return;
    }
    const total = (current.points.at(-1)?.total ?? 0) + row.value;
    current.points.push({ row: index, day: commonDay(row.through) + 1, total });
    current.through = row.through;
    current.open = row.complete;
  });
  const kept = lines.filter(({ points }) => points.length);
  known.set(reading, kept);
  return kept;
}

function commonDay(day: DayNumber): number {
  const { month, day: d } = civil(day);
  return dayNumber(2024, month, d) - YEAR_START;
}

const END_LABEL_GAP = 6;

export function layoutCumulative(reading: CasualtiesReading, options: CasualtiesOptions): CasualtiesScene {
  const { pack } = options;
  const width = usableWidth(options.width);
  const size = widthClass(options.outer ?? width);
  const lines = yearLines(reading);
  const totals = lines.map(({ points }) => points.at(-1)!.total);
  const most = totals.reduce((a, b) => Math.max(a, b), options.max ?? 0);
  const flat = valueScale(most, 0, PLOT_HEIGHT[size], VALUE_STEPS[size]);
  const left = Math.ceil(gutter(flat, pack));
  const right =
    Math.ceil(
      lines.reduce(
        (room, { year }, i) =>
          Math.max(room, endWidth(formatPlain(pack, year), formatNumber(pack, totals[i]!))),
        0,
      ),
    ) + 10;
  const base = lineHeight(LABELS.value) + 10 + PLOT_HEIGHT[size];
  const values: ValueScale = { ...flat, base };
  const time = timeScale(YEAR_START, YEAR_START + YEAR_DAYS, left, width - left - right);
  const axis = layoutTimeAxis(time, 'month', base, width, (unit, day) => ({
    text: nameUnit(pack, unit, day).text,
    year: '',
  }));
  const height = Math.ceil(base + 8 + lineHeight(LABELS.axis) + 2);
  const room = new LabelRoom({ x0: 0, y0: 0, x1: width, y1: height });
  const labels = valueLabels(values, left, pack);
  room.reserve([...labels, ...axis.labels]);
  const newest = lines.at(-1)!;
  const path = line<{ x: number; y: number }>()
    .x(({ x }) => x)
    .y(({ y }) => y)
    .curve(curveStepAfter)
    .digits(1);
  const draw = (one: YearLine): string =>
    path([{ x: left, y: base }, ...one.points.map((point) => pointAt(point, time, values))]) ?? '';
  [...lines].reverse().forEach((one) => {
    const end = one.points.at(-1)!;
    const { x, y } = pointAt(end, time, values);
    const year = formatPlain(pack, one.year);
    const style = one === newest ? LABELS.value : LABELS.detail;
    const text = `${year}  ${formatNumber(pack, end.total)}`.replace('  ', '\u00a0 ');
    const short =
      end.day < YEAR_DAYS - 1 && one === newest
        ? [{ text: formatDayShort(pack, one.through), style: LABELS.detail }]
        : [];
    const shifts = [4, -6, 14, -16, 24, -26, 34];
    room.placeFirst([
      ...shifts.map((dy) => ({
        lines: [{ text, style }, ...short],
        x: x + END_LABEL_GAP,
        y: y + dy + short.length * 15,
        anchor: 'start' as const,
      })),
      ...shifts.map((dy) => ({
        lines: [{ text, style }],
        x: x + END_LABEL_GAP,
        y: y + dy,
        anchor: 'start' as const,
      })),
    ]);
  });
  const end = pointAt(newest.points.at(-1)!, time, values);
  return {
    form: 'cumulative',
    width,
    height,
    plot: { x0: left, y0: base - PLOT_HEIGHT[size], x1: width - right, y1: base },
    time,
    values,
    ...gridLines(values, left, width - right),
    ticks: axis.ticks,
    shapes: {
      ...NO_SHAPES,
      line: draw(newest),
      earlierLines: lines.slice(0, -1).map(draw).join(''),
      dots: `M${round(end.x - 3)} ${round(end.y)}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z`,
    },
    events: NO_EVENTS,
    uprights: { lines: '', breaks: '' },
    labels: [...labels, ...axis.labels, ...room.labels],
    key: [],
    eventList: [],
    decimated: false,
    refused: options.highlight === undefined ? [] : ['highlight'],
  };
}

function pointAt(
  { day, total }: { day: number; total: number },
  time: TimeScale,
  values: ValueScale,
): { x: number; y: number } {
  return { x: round(xOf(time, YEAR_START + day)), y: round(yOf(values, total)) };
}

function endWidth(year: string, total: string): number {
  return textWidth(`${year}\u00a0 ${total}`, LABELS.value.size, true) + END_LABEL_GAP;
}

/** The place of a row's point, or of nothing where its year cannot be counted. */
export function cumulativePoint(
  reading: CasualtiesReading,
  scene: CasualtiesScene,
  row: number,
): { x: number; y: number; total: number; year: number; through: DayNumber } | undefined {
  for (const { year, points } of yearLines(reading)) {
    const point = points.find((one) => one.row === row);
    if (point)
      return {
        ...pointAt(point, scene.time, scene.values),
        total: point.total,
        year,
        through: reading.rows[row]!.through,
      };
  }
  return undefined;
}
