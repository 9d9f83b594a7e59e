import { tickStep } from 'd3-array';
import type { ReportedRow } from '../../data/read-rows.js';
import { usableWidth } from '../../geometry/frame.js';
import { say } from '../../words/language.js';
import { formatPlain } from '../../words/numbers.js';
import { asSentence, capitalise, localText } from '../../words/phrases.js';
import type { LayoutOptions } from '../chart.js';
import { layoutArc } from './arc.js';
import { layoutBullet } from './bullet.js';
import type { GoldGaugeReading } from './contract.js';
import { drawHistory, historyWidth, shownRows } from './history.js';
import { isHollow, isLike, namedEnd } from './like.js';
import { whatIs, whichGold } from './phrases.js';
import type { GaugeForm, GaugeScene, KeyEntry } from './scene.js';
import { figureOf, type Placed, type Stage } from './stage.js';
import { formatAmount, formatShort } from './units.js';

/** Width of the whole element, px, from which there is an arc, and from which the history stands beside the gauge. */
const LEAST_ARC = 280;
const LEAST_HISTORY = 640;
/** Room for the gauge itself beside a history, px at most, and the space between the two. */
const WIDEST_GAUGE = 720;
const GAP = 32;
/** Share of the width that the history may take. */
const HISTORY = 0.4;
/** Height of the history, px. */
const LEAST_HEIGHT = 130;
const TALLEST = 240;

/** Places a gold gauge. Pure: the same input gives the same scene, on any machine. */
export function layoutGauge(reading: GoldGaugeReading, options: LayoutOptions): GaugeScene {
  const { pack, view, highlight, max = 0 } = options;
  const { amount, history, references, data } = reading;
  const width = usableWidth(options.width);
  const outer = options.outer ?? width;
  const form: GaugeForm = view === 'bullet' || outer < LEAST_ARC ? 'bullet' : 'arc';
  const rows = history.length && outer >= LEAST_HISTORY ? shownRows(reading, width * HISTORY) : [];
  const strip = rows.length > 1 ? historyWidth(rows, width * HISTORY) : 0;
  const space = Math.min(WIDEST_GAUGE, width - (strip && strip + GAP));
  // An arc stands in the middle of a wide page, a bar at its start.
  const x0 = form === 'arc' ? Math.round((width - space - (strip && strip + GAP)) / 2) : 0;
  const x1 = x0 + space;

  const end = endOfScale(reading, max);
  const named = namedEnd(reading);
  const ending = [named, ...references].find((one) => one?.value === end);
  const stage: Stage = { reading, pack, end, ending, isNamed: !!named && ending === named, x0, x1 };
  const { shapes, labels, boxes, base, bottom, list }: Placed =
    form === 'arc' ? layoutArc(stage) : layoutBullet(stage);
  // Columns stand on the arc’s own level; beside a bar they are as tall as all of it.
  const floor = form === 'arc' ? base : Math.max(bottom - 24, LEAST_HEIGHT);
  const beside = strip
    ? drawHistory(
        stage,
        rows,
        shapes,
        { x0: x1 + GAP, x1: x1 + GAP + strip, y0: Math.max(0, floor - TALLEST), y1: floor },
        highlight,
      )
    : undefined;
  const lowest = Math.max(0, ...(beside?.labels ?? []).map(({ y }) => y));
  const height = Math.ceil(Math.max(bottom, strip && lowest + 8));
  // A year that there is no room to draw stands for the focus on the lower edge: round the gauge it would be taken for it.
  const edge = { x0: 0, x1: width, y0: height - 4, y1: height };
  const place = (row: ReportedRow) => beside?.boxes.get(row) ?? edge;

  const isKnown = !view || view === 'arc' || view === 'bullet';
  const isLit = !highlight || [amount, ...history].some(({ period }) => period.text === highlight);
  const hasMeter = amount.value !== null && stage.isNamed && isLike(reading, named!);
  return {
    form,
    width,
    height,
    shapes,
    labels: [...labels, ...(beside?.labels ?? [])],
    boxes: [...boxes, ...history.map(place)],
    key: keyOf(),
    eventList: list.map(({ reference, number }) => {
      const text = localText(pack, reference.label);
      const named = isHollow(reading, reference)
        ? say(pack, 'comma', { a: text, b: whatIs(pack, reading, reference) })
        : text;
      const gold = whichGold(pack, reading, reference).map(capitalise);
      return say(pack, number === undefined ? 'key.listed' : 'key.event', {
        n: formatPlain(pack, number ?? 0),
        when: formatShort(pack, reference.value, data.unit),
        label: gold.length ? [named, ...gold].map(asSentence).join(' ') : named,
      });
    }),
    decimated: false,
    ...(form === 'arc' && { unshaded: 0 }),
    mirror: pack.dir === 'rtl' ? width : 0,
    refused: [...(isKnown ? [] : (['view'] as const)), ...(isLit ? [] : (['highlight'] as const))],
    ...(hasMeter && {
      meter: {
        now: amount.value,
        max: end,
        text: say(pack, 'comma', {
          a: formatAmount(pack, amount.value, data.unit),
          b: figureOf(stage).when,
        }),
      },
    }),
  };

  function keyOf(): { entry: KeyEntry; text: string }[] {
    const entries: [KeyEntry, string, unknown][] = [
      ['partial', 'key.openEnd', shapes.ground],
      ['range', 'key.tint', shapes.tint],
      ['hollow', 'key.hollow', references.some((one) => isHollow(reading, one))],
      ['unknown', 'key.unknown', shapes.gaps],
    ];
    return entries.flatMap(([entry, text, isThere]) => (isThere ? { entry, text: say(pack, text) } : []));
  }
}

/**
 * The amount at which the scale ends: the capacity or target that the contract names, unless something lies beyond it;
 * else a round number at or above every mark. Nothing is ever cut off.
 */
export function endOfScale(reading: GoldGaugeReading, max: number): number {
  const { amount, references } = reading;
  const { value, low = 0, high = 0, doubtful } = amount;
  const own = Math.max(value ?? 0, doubtful ? 0 : Math.max(low, high));
  const most = Math.max(max, own, ...references.map((one) => one.value));
  if (namedEnd(reading)?.value === most && most > 0) return most;
  if (most === 0) return 1;
  const step = tickStep(0, most, 5);
  const end = Number((Math.ceil(most / step - 1e-9) * step).toPrecision(12));
  // A full gauge says that nothing more was possible: an amount reaches the end only of what is named there.
  return end <= own && end > max ? Number((end + step).toPrecision(12)) : end;
}
