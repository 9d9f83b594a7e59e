import { hasRange } from '../../data/read-rows.js';
import { usableWidth, widthClass } from '../../geometry/frame.js';
import { DETAIL, EVENT, type Label, label, LINE } from '../../geometry/label.js';
import { addShape, type Shapes } from '../../geometry/shapes.js';
import { wrapText } from '../../geometry/wrap.js';
import { say } from '../../words/language.js';
import { formatPeriod } from '../../words/dates.js';
import { formatNumber } from '../../words/numbers.js';
import { localText, whenEvent } from '../../words/phrases.js';
import type { LayoutOptions } from '../chart.js';
import { layoutTimePlot, type TimePlot } from '../time-plot.js';
import { drawAreas } from './area.js';
import { drawBars } from './bars.js';
import { drawStacks } from './columns.js';
import type { AttributionReading } from './contract.js';
import { sampleName } from './drawing.js';
import { isOf, layoutList } from './list.js';
import { eventsOf, nameSegment } from './names.js';
import type { Paint } from './paint.js';
import { drawRows } from './rows.js';
import type { AttributionForm, AttributionScene } from './scene.js';
import { hasShares, type Segment, segmentsOf } from './segments.js';
import { assignLooks } from './slots.js';
import type { Stage } from './stage.js';

const VIEWS = ['stack', 'share', 'involved'];
/** Least width of a stack's slot, px; below it the stacks are stepped areas. */
const LEAST_SLOT = 16;
/** Lying bars with lists are used while they stay under this height, px: about a screen and a half of a telephone. */
const HIGHEST = 1000;
/** Width of the list beside the stacks, px, with brackets and without. */
const LIST = 208;
const BRACKETED_LIST = 312;
/** Least width on which there is room for brackets, px; beside a second panel. */
const LEAST_BRACKETED = { alone: 560, paired: 1060 };
/** Least share of the width that is left to stepped areas beside their list. */
const LEAST_PLOT = 0.6;
/** How far the list may reach below the plot, px. */
const LIST_BELOW = 90;
const GAP = 18;
const LIST_AIR = 12;
const RIGHT = 10;

/** The greatest number that the marks have to reach: of a stack, or of a bar where nothing is stacked. */
export function reachAttribution(reading: AttributionReading, view?: string): { most: number; unit: string } {
  const reaches =
    view === 'involved'
      ? segmentsOf(reading).groups.flatMap(({ values }) => values.map((n) => n ?? 0))
      : reading.stacks.map(({ value, high, doubtful }) => Math.max(value ?? 0, doubtful ? 0 : (high ?? 0)));
  return { most: reaches.reduce((a, b) => Math.max(a, b), 0), unit: reading.data.measure };
}

/** Places an attribution chart. Pure: the same input gives the same scene, on any machine. */
export function layoutAttribution(reading: AttributionReading, options: LayoutOptions): AttributionScene {
  const { pack, view, highlight, looks: page } = options;
  const { data, stacks } = reading;
  const events = eventsOf(reading, pack);
  const segments = segmentsOf(reading);
  const width = usableWidth(options.width);
  const size = widthClass(options.outer ?? width);
  const { looks } = assignLooks(data.actors, page);
  const lit = data.actors.findIndex(({ id }) => id === highlight);
  const isLit = lit >= 0 || stacks.some(({ period }) => period.text === highlight);
  const shares = stacks.map((stack) => hasShares(reading, stack));
  const isShare = view === 'share' && shares.includes(true);
  const isInvolved = view === 'involved';
  const reference = stacks.findLastIndex(({ complete, value }) => complete && value !== null);
  const places: Stage['places'] = [];
  const base: Omit<Stage, 'shapes'> = {
    reading,
    segments,
    pack,
    events,
    places,
    isShare,
    hasShares: (stack) => shares[stack]!,
    reference: reference < 0 ? stacks.length - 1 : reference,
    paintOf,
    put: (segment, stack, box) => {
      for (const row of segment.rows[stack]!) places.push({ row, box });
    },
  };
  const reached = Math.max(reachAttribution(reading, view).most, options.max ?? 0);
  const common = {
    width,
    mirror: pack.dir === 'rtl' ? width : 0,
    refused: [
      ...(view === undefined || (VIEWS.includes(view) && (view !== 'share' || isShare))
        ? []
        : (['view'] as const)),
      ...(highlight === undefined || isLit ? [] : (['highlight'] as const)),
    ],
  };
  return (size === 'narrow' && lieDown()) || standUp();

  function paintOf({ kind, places: who, grade }: Segment, stack?: number): Paint {
    const isChosen =
      lit >= 0 ? who.includes(lit) : stack === undefined || stacks[stack]!.period.text === highlight;
    return { kind, looks: who.map((place) => looks[place]!), grade, isPale: isLit && !isChosen };
  }

  function lieDown(): AttributionScene | undefined {
    const shapes: Shapes = {};
    const stage = { ...base, shapes };
    const { labels, height } = drawRows(stage, width, Math.max(1, reached), isInvolved);
    if (height > HIGHEST) {
      places.length = 0;
      return undefined;
    }
    return {
      ...common,
      form: isInvolved ? 'involved' : isShare ? 'share' : 'rows',
      height,
      shapes,
      labels,
      key: keyOf(stage, false, true),
      eventList: events.filter(({ isBreak }) => !isBreak).map((event) => eventLine(event)),
      decimated: false,
      places,
    };
  }

  function eventLine(event: (typeof events)[number]): string {
    return say(pack, 'key.listed', { when: whenEvent(pack, event), label: localText(pack, event.label) });
  }

  function standUp(): AttributionScene {
    // With a single bar to a period the second panel would say the same.
    const isPair = view === undefined && size === 'wide' && segments.groups.length > 1;
    const list = isInvolved ? segments.groups : segments.layers;
    const hasBrackets =
      !isInvolved &&
      !isShare &&
      segments.brackets.some((one) => list.filter((layer) => isOf(one, layer, base.reference)).length > 1);
    const least = LEAST_BRACKETED[isPair ? 'paired' : 'alone'];
    const listWidth =
      size === 'narrow' || !stacks.length ? 0 : hasBrackets && width >= least ? BRACKETED_LIST : LIST;
    const end = isPair ? Math.round(width * 0.54) : width;
    const drawn = drawWithin(end, listWidth, isInvolved);
    if (!isPair) return sceneOf([drawn]);
    // Too many periods to stand side by side: one plot over the whole width.
    if (drawn.form === 'areas') return sceneOf([drawWithin(width, listWidth, false)]);
    const second = plotOf(end + GAP, width, LIST, true, drawn.plot.base);
    return sceneOf([drawn, drawPlot(second, true, end + GAP, LIST, width)]);
  }

  /** One plot from the left edge to `right`; where its list would be too high, a key below says the same. */
  function drawWithin(right: number, listWidth: number, isUnstacked: boolean): Drawn {
    const widths = [listWidth, ...(listWidth > LIST ? [LIST] : []), 0];
    for (const one of widths) {
      places.length = 0;
      const plot = plotOf(0, right, one, isUnstacked);
      // Many periods need the width more than their list does; half a page only tries whether they are as many.
      const isArea = !isUnstacked && !plot.isColumns && right === width;
      if (one && isArea && right - one - GAP < right * LEAST_PLOT) continue;
      const drawn = drawPlot(plot, isUnstacked, 0, one, right);
      if (drawn.listEnd || !one) return drawn;
    }
    throw new RangeError('no width fits');
  }

  function plotOf(x0: number, right: number, listWidth: number, isUnstacked: boolean, at = 0): TimePlot {
    return layoutTimePlot({
      rows: stacks,
      // The second panel has the breaks of the first; their words stand there.
      events: x0 ? events.filter(({ isBreak }) => isBreak) : events,
      isMute: x0 > 0,
      pack,
      size,
      x0,
      width: right,
      margin: listWidth ? listWidth + GAP : RIGHT,
      reached: isShare ? 100 : reached,
      leastSlot: LEAST_SLOT,
      above: () => (stacks.some((row) => !row.complete || hasRange(row)) ? LINE : 0),
      head:
        isUnstacked || (view === undefined && size === 'wide')
          ? headingLines(isUnstacked, right - x0).length * LINE + 5
          : 0,
      base: at,
      ...(isShare && {
        tick: (n: number) => say(pack, 'percent', { n: formatNumber(pack, n) }),
      }),
    });
  }

  function headingLines(isUnstacked: boolean, space: number): string[] {
    return wrapText(say(pack, isUnstacked ? 'heading.involved' : 'heading.stack'), space, DETAIL.size);
  }

  interface Drawn {
    readonly form: AttributionForm;
    readonly plot: TimePlot;
    readonly labels: Label[];
    readonly decimated: boolean;
    readonly stage: Stage;
    /** The y at which the list ends; 0 where there is none. */
    readonly listEnd: number;
  }

  function drawPlot(
    plot: TimePlot,
    isUnstacked: boolean,
    x0: number,
    listWidth: number,
    right: number,
  ): Drawn {
    const stage: Stage = { ...base, shapes: plot.shapes };
    const isArea = !isUnstacked && !plot.isColumns;
    // Beside the plot stands the list: no room for figures.
    if (listWidth)
      plot.room.take({ x0: listX(plot, right, listWidth) - 12, x1: right, y0: 0, y1: plot.height });
    const decimated = isArea && drawAreas(stage, plot);
    if (isUnstacked) drawBars(stage, plot);
    else if (!isArea) drawStacks(stage, plot);
    const labels: Label[] = [];
    if (isUnstacked || (view === undefined && size === 'wide')) {
      headingLines(isUnstacked, right - x0).forEach((line, i) =>
        labels.push(label(line, x0, 13 + i * LINE, 'start', DETAIL)),
      );
    }
    const listEnd = listWidth > 0 ? placeList(stage, plot, isUnstacked, listWidth, right, labels) : 0;
    return {
      form: isUnstacked ? 'involved' : isArea ? 'areas' : isShare ? 'share' : 'stack',
      plot,
      labels,
      decimated,
      stage,
      listEnd,
    };
  }

  /** Beside the plot, however wide the page is. */
  function listX({ plot }: TimePlot, right: number, listWidth: number): number {
    return Math.min(right - listWidth, plot.x1 + GAP + LIST_AIR);
  }

  /** The list beside the plot, if it is no higher than the plot. */
  function placeList(
    stage: Stage,
    plot: TimePlot,
    isUnstacked: boolean,
    listWidth: number,
    right: number,
    labels: Label[],
  ): number {
    const x = listX(plot, right, listWidth);
    const list = isUnstacked ? segments.groups : segments.layers;
    const at = plot.plot.y0;
    const trial: Stage = { ...stage, shapes: {} };
    const box = {
      x,
      y: at + LINE + 4,
      width: listWidth,
      isBracketed: listWidth === BRACKETED_LIST,
      isAlone: false,
    };
    const order = isUnstacked ? [...list].reverse() : list;
    const { labels: lines, end } = layoutList(trial, order, stage.reference, box);
    if (end > plot.height + LIST_BELOW) return 0;
    for (const [name, path] of Object.entries(trial.shapes)) addShape(stage.shapes, name, path);
    const { period } = stacks[stage.reference]!;
    labels.push(label(formatPeriod(pack, period), x, at + 10, 'start', { ...EVENT, bold: true }), ...lines);
    return end;
  }

  function sceneOf(drawn: readonly Drawn[]): AttributionScene {
    const [one] = drawn as [Drawn];
    const shapes: Shapes = {};
    const labels: Label[] = [];
    const eventList: string[] = [];
    for (const { plot, labels: own } of drawn) {
      const done = plot.finish();
      labels.push(...done.labels, ...own);
      if (plot === one.plot) eventList.push(...done.eventList);
      for (const [name, path] of Object.entries(plot.shapes)) addShape(shapes, name, path);
    }
    return {
      ...common,
      form: drawn.length > 1 ? 'panels' : one.form,
      height: Math.ceil(Math.max(...drawn.flatMap(({ plot, listEnd }) => [plot.height, listEnd]))),
      shapes,
      labels,
      key: keyOf({ ...one.stage, shapes }, !one.listEnd),
      eventList,
      decimated: one.decimated,
      places,
    };
  }

  function keyOf(
    { shapes }: Stage,
    hasSegments: boolean,
    isLying = false,
  ): { entry: string; text: string }[] {
    const list = isInvolved ? segments.groups : [...segments.layers].reverse();
    const entries: [string, string, unknown][] = [
      ['partial', isLying ? 'key.partialRow' : 'key.partialStack', shapes.open],
      ['range', 'key.totalRange', shapes.fade0],
      ['gap', 'key.unknown', shapes.gaps ?? stacks.some(({ isOpen }) => isOpen)],
      ['break', 'key.break', shapes.breaks],
      // In no actor's hue: it says how lines are read, not who.
      ['grade', 'key.grade', !isInvolved && segments.layers.some(({ grade }) => grade)],
      ['gap', 'key.noShare', isShare && shares.includes(false)],
    ];
    return [
      ...(hasSegments
        ? list.map((segment) => ({
            entry: sampleName(paintOf(segment)),
            text: nameSegment(pack, data, segment),
          }))
        : []),
      ...(hasSegments && !list.some(({ kind }) => kind === 'unattributed')
        ? [{ entry: 'none', text: say(pack, 'unpublished') }]
        : []),
      ...entries.flatMap(([entry, key, isThere]) => (isThere ? { entry, text: say(pack, key) } : [])),
    ];
  }
}
