import { earlierFigure, hasRange } from '../../data/read-rows.js';
import { usableWidth, widthClass } from '../../geometry/frame.js';
import { LINE } from '../../geometry/label.js';
import { formatDayShort, formatPeriod } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { formatNumber } from '../../words/numbers.js';
import type { LayoutOptions } from '../chart.js';
import { layoutTimePlot } from '../time-plot.js';
import { drawArea } from './area.js';
import { drawColumns, OPEN_END } from './columns.js';
import type { CasualtiesReading } from './contract.js';
import type { CasualtiesScene, KeyEntry } from './scene.js';
import type { Stage } from './stage.js';
import { drawYears, YEAR_LABELS } from './years.js';
import { YEAR_END, YEAR_START, yearLines } from './year-lines.js';

/** Least width of a column's slot, px; and the room right of the plot. */
const LEAST_SLOT = 3;
const RIGHT = 10;

/** Places a casualties chart. Pure: the same input gives the same scene, on any machine. */
export function layoutCasualties(reading: CasualtiesReading, options: LayoutOptions): CasualtiesScene {
  const { pack, view, highlight } = options;
  const { rows, data, events } = reading;
  const years = view === 'cumulative' ? yearLines(reading) : [];
  const cumulative = years.length > 0;
  const width = usableWidth(options.width);
  const isMinimum = data.method === 'documented-minimum';
  const plot = layoutTimePlot({
    rows,
    events,
    pack,
    size: widthClass(options.outer ?? width),
    width,
    margin: cumulative ? YEAR_LABELS : RIGHT,
    reached: Math.max(reachCasualties(reading, view).most, options.max ?? 0),
    leastSlot: LEAST_SLOT,
    above: (isColumns) =>
      (rows.some((row) => !row.complete || (isColumns && hasRange(row))) ? LINE : 0) +
      (isMinimum ? OPEN_END : 0),
    ...(cumulative && { year: [YEAR_START, YEAR_END] as const }),
  });
  const stage: Stage = { ...plot, reading, options };
  const form = cumulative ? 'cumulative' : plot.isColumns ? 'columns' : 'area';
  const decimated = form === 'area' && drawArea(stage);
  if (form === 'columns') drawColumns(stage);
  if (cumulative) drawYears(stage);
  return {
    form,
    width,
    height: plot.height,
    plot: plot.plot,
    time: plot.time,
    values: plot.values,
    shapes: plot.shapes,
    ...plot.finish(),
    key: cumulative ? [] : keyOf(stage, isMinimum),
    decimated,
    mirror: pack.dir === 'rtl' ? width : 0,
    refused: [
      ...((view ?? 'columns') === 'columns' || cumulative ? [] : (['view'] as const)),
      ...(highlight === undefined || rows.some(({ period }) => period.text === highlight)
        ? []
        : (['highlight'] as const)),
    ],
  };
}

/** The greatest number that the marks have to reach. */
export function reachCasualties(reading: CasualtiesReading, view?: string): { most: number; unit: string } {
  const years = view === 'cumulative' ? yearLines(reading) : [];
  const reaches = years.length
    ? years.map(({ points }) => points.at(-1)!.total)
    : reading.rows.map((row) =>
        Math.max(
          row.value ?? 0,
          (row.complete && earlierFigure(row)?.value) || 0,
          row.doubtful ? 0 : Math.max(row.low ?? 0, row.high ?? 0),
        ),
      );
  return { most: reaches.reduce((a, b) => Math.max(a, b), 0), unit: reading.data.measure };
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
    ['earlier', shapes.earlier],
    ['unknown', shapes.gaps],
    ['break', shapes.breaks],
  ];
  const slots = samePeriod && {
    year: formatPeriod(pack, rows[samePeriod.earlier]!.period),
    m: formatNumber(pack, samePeriod.value),
    from: formatDayShort(pack, samePeriod.from),
    to: formatDayShort(pack, samePeriod.through),
  };
  return entries.flatMap(([entry, isThere]) =>
    isThere ? { entry, text: say(pack, `key.${entry}`, slots) } : [],
  );
}
