import { civil, type DayNumber, dayNumber, type PeriodKind } from '../data/period.js';
import { clampLabel, type Label, labelBox, LABELS, lineHeight } from './label.js';
import { round } from './round.js';
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

interface Step {
  readonly unit: PeriodKind;
  readonly every: number;
}

const STEPS: readonly Step[] = [
  { unit: 'day', every: 1 },
  { unit: 'week', every: 1 },
  { unit: 'month', every: 1 },
  { unit: 'quarter', every: 1 },
  { unit: 'year', every: 1 },
  { unit: 'year', every: 2 },
  { unit: 'year', every: 5 },
  { unit: 'year', every: 10 },
  { unit: 'year', every: 20 },
  { unit: 'year', every: 50 },
  { unit: 'year', every: 100 },
  { unit: 'year', every: 200 },
  { unit: 'year', every: 500 },
  { unit: 'year', every: 1000 },
  { unit: 'year', every: 5000 },
];

interface Named {
  readonly first: DayNumber;
  readonly end: DayNumber;
  readonly text: string;
  readonly year: string;
}

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
  for (const step of STEPS) {
    if (!isOffered(step, kind)) continue;
    const days = step.every * { day: 1, week: 7, month: 28, quarter: 90, year: 365 }[step.unit];
    if ((scale.end - scale.first) / days > MOST_LABELS) continue;
    const placed = placeNames(
      scale,
      nameUnits(scale, step, nameUnit),
      step.unit === kind || step.unit === 'year',
      base,
      width,
    );
    if (placed) return placed;
  }
  return { ticks: '', labels: [], lines: 1 };
}

function isOffered({ unit, every }: Step, kind: PeriodKind): boolean {
  const order: readonly PeriodKind[] = ['day', 'week', 'month', 'quarter', 'year'];
  if (unit === 'week') return kind === 'week';
  if (unit === 'day') return kind === 'day' && every === 1;
  return order.indexOf(unit) >= order.indexOf(kind);
}

function nameUnits(scale: TimeScale, { unit, every }: Step, nameUnit: NameUnit): Named[] {
  const named: Named[] = [];
  const start = civil(scale.first);
  let year = unit === 'year' ? Math.floor(start.year / every) * every : start.year;
  const months = unit === 'quarter' ? 3 : 1;
  let month = unit === 'year' ? 1 : Math.floor((start.month - 1) / months) * months + 1;
  let day = unit === 'day' || unit === 'week' ? scale.first : dayNumber(Math.max(1, year), month, 1);
  while (day < scale.end) {
    let end: DayNumber;
    if (unit === 'day' || unit === 'week') end = day + (unit === 'day' ? 1 : 7);
    else if (unit === 'year') end = dayNumber((year += every), 1, 1);
    else {
      month += months;
      if (month > 12) {
        month -= 12;
        year++;
      }
      end = dayNumber(year, month, 1);
    }
    named.push({ first: day, end, ...nameUnit(unit, day) });
    day = end;
  }
  return named;
}

/** All names or none. Whole units carry their name in the middle, longer ones at their first day. */
function placeNames(
  scale: TimeScale,
  named: readonly Named[],
  centred: boolean,
  base: number,
  width: number,
): TimeAxis | undefined {
  const style = LABELS.axis;
  const y = base + TICK + style.size + 1;
  const labels: Label[] = [];
  const years: Label[] = [];
  let ticks = '';
  let right = -Infinity;
  let yearRight = -Infinity;
  let year: string | undefined;
  let lines = 1;
  for (const name of named) {
    const x0 = Math.max(scale.left, xOf(scale, Math.max(name.first, scale.first)));
    const x1 = endOf(scale, Math.min(name.end, scale.end));
    const cut = name.first < scale.first;
    if (!cut) ticks += `M${round(x0)} ${round(base)}v${TICK}`;
    // A unit that began before the first day has no room for its name, unless the name fits in what is shown of it.
    const wide = labelBox(name.text, 0, 0, 'start', style).x1;
    if (cut && (!centred || wide > x1 - x0)) continue;
    const anchor = centred ? 'middle' : 'start';
    const x = clampLabel(name.text, centred ? (x0 + x1) / 2 : x0, anchor, style, 0, width);
    const box = labelBox(name.text, x, y, anchor, style);
    if (box.x0 < right + SPACE) {
      // Only the last unit may go without: it is often a few days long.
      if (name === named.at(-1) && labels.length) break;
      return undefined;
    }
    right = box.x1;
    labels.push({ x: round(x), y: round(y), text: name.text, anchor, style: 'axis' });
    if (name.year && name.year !== year) {
      year = name.year;
      lines = 2;
      const at = clampLabel(name.year, x, anchor, style, 0, width);
      const yearBox = labelBox(name.year, at, y, anchor, style);
      // Near a turn of the year the new year is named and the old one, a month or two of it, is not.
      if (yearBox.x0 < yearRight + SPACE) years.pop();
      yearRight = yearBox.x1;
      years.push({ x: round(at), y: round(y + lineHeight(style)), text: name.year, anchor, style: 'axis' });
    }
  }
  return labels.length ? { ticks, labels: [...labels, ...years], lines } : undefined;
}
