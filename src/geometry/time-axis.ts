import { civil, type DayNumber, dayNumber, type PeriodKind } from '../data/period.js';
import { DETAIL, type Label, label, labelBox, LINE } from './label.js';
import { linePath } from './hatch.js';
import { endOf, type TimeScale, xOf } from './time-scale.js';

/** Ticks and labels of a calendar axis. */
export interface TimeAxis {
  /** Tick marks below the baseline, as path data. */
  readonly ticks: string;
  readonly labels: readonly Label[];
  /** Lines of text below the baseline: 1, or 2 where the year stands under its months. */
  readonly lines: number;
}

/** What the axis calls a unit: its name, and the year it belongs to where the name does not tell. */
export type NameUnit = (
  unit: PeriodKind,
  first: DayNumber,
) => { readonly text: string; readonly year: string };

/** Calendar units from fine to coarse: days or months long. Weeks are used for weeks only. */
const STEPS: readonly { readonly unit: PeriodKind; readonly days?: number; readonly months?: number }[] = [
  { unit: 'day', days: 1 },
  { unit: 'week', days: 7 },
  { unit: 'month', months: 1 },
  { unit: 'quarter', months: 3 },
  ...[1, 2, 4, 5, 10, 20, 50, 100, 200, 500, 1000, 5000].map((years) => ({
    unit: 'year' as const,
    months: 12 * years,
  })),
];
const KINDS: readonly PeriodKind[] = ['day', 'week', 'month', 'quarter', 'year'];

const MOST_LABELS = 60;
const SPACE = 6;
const TICK = 5;

/** The finest calendar units whose names fit without touching. Units finer than the rows' own periods are never used. */
export function layoutTimeAxis(
  scale: TimeScale,
  kind: PeriodKind,
  base: number,
  width: number,
  nameUnit: NameUnit,
): TimeAxis {
  for (const { unit, days, months = 0 } of STEPS) {
    const isOffered = unit === 'week' ? kind === 'week' : KINDS.indexOf(unit) >= KINDS.indexOf(kind);
    if (!isOffered || (scale.end - scale.first) / (days ?? months * 28) > MOST_LABELS) continue;
    const starts = unitStarts(scale, days, months);
    const placed = placeNames(
      scale,
      starts,
      (day) => nameUnit(unit, day),
      unit === kind || unit === 'year',
      months > 12,
      base,
      width,
    );
    if (placed) return placed;
  }
  return { ticks: '', labels: [], lines: 1 };
}

/** First days of the units that touch the scale, and the one after. */
function unitStarts({ first, end }: TimeScale, days: number | undefined, months: number): DayNumber[] {
  const starts: DayNumber[] = [];
  const start = civil(first);
  let month = months ? Math.floor((start.year * 12 + start.month - 1) / months) * months : 0;
  for (let day = first; starts.length === 0 || starts.at(-1)! < end; day += days ?? 0) {
    starts.push(days ? day : dayNumber(Math.floor(month / 12), (month % 12) + 1, 1));
    month += months;
  }
  return starts;
}

/**
 * All names or none. Whole units carry their name in the middle, longer ones at their first day; with `sparse` only one
 * year of several is named, and the name stands under that year.
 */
function placeNames(
  scale: TimeScale,
  starts: readonly DayNumber[],
  name: (day: DayNumber) => { readonly text: string; readonly year: string },
  centred: boolean,
  sparse: boolean,
  base: number,
  width: number,
): TimeAxis | undefined {
  const y = base + TICK + 13;
  const anchor = centred ? 'middle' : 'start';
  const labels: Label[] = [];
  const years: Label[] = [];
  /** Kept inside the frame. */
  const put = (text: string, x: number, at: number): Label => {
    const box = labelBox(label(text, x, at, anchor, DETAIL));
    return label(text, x + Math.max(0, -box.x0) - Math.max(0, box.x1 - width), at, anchor, DETAIL);
  };
  const touches = (one: Label, last: Label | undefined): boolean =>
    last !== undefined && labelBox(one).x0 < labelBox(last).x1 + SPACE;
  let ticks = '';
  let year = '';
  for (let i = 0; i + 1 < starts.length; i++) {
    const start = starts[i]!;
    const isCut = start < scale.first;
    if (isCut && sparse) continue;
    const end = sparse ? dayNumber(civil(start).year + 1, 1, 1) : starts[i + 1]!;
    const x0 = xOf(scale, Math.max(start, scale.first));
    const x1 = endOf(scale, Math.min(end, scale.end));
    const tick = sparse ? (x0 + x1) / 2 : x0;
    if (!isCut) ticks += linePath(tick, base, tick, base + TICK);
    const named = name(start);
    const one = put(named.text, centred ? (x0 + x1) / 2 : x0, y);
    const box = labelBox(one);
    // A unit that began before the first day has no room for its name, unless it fits in what is shown of it.
    if (isCut && (!centred || box.x1 - box.x0 > x1 - x0)) continue;
    if (touches(one, labels.at(-1))) {
      // Only the last unit may go without: it is often a few days long.
      if (i + 2 < starts.length) return undefined;
      break;
    }
    labels.push(one);
    if (named.year && named.year !== year) {
      year = named.year;
      const below = put(year, one.x, y + LINE);
      // Near a turn of the year the new year is named and the old one, a month or two of it, is not.
      if (touches(below, years.at(-1))) years.pop();
      years.push(below);
    }
  }
  return labels.length ? { ticks, labels: [...labels, ...years], lines: years.length ? 2 : 1 } : undefined;
}
