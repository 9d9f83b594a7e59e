import { hasRange } from '../../data/read-rows.js';
import type { Box } from '../../geometry/box.js';
import type { Label } from '../../geometry/label.js';
import type { Shapes } from '../../geometry/shapes.js';
import { daySlots, formatPeriod } from '../../words/dates.js';
import { type LanguagePack, say } from '../../words/language.js';
import { formatNumber, formatTick } from '../../words/numbers.js';
import { partialLabel } from '../../words/phrases.js';
import type { GoldGaugeReading, ReportedReference } from './contract.js';
import { isHollow } from './like.js';
import { formatShort } from './units.js';
import { drawBand, drawHollowTrack, drawMark, drawOpenBand, type Track } from './track.js';

/** What both forms draw on. */
export interface Stage {
  readonly reading: GoldGaugeReading;
  readonly pack: LanguagePack;
  /** The end of the scale, the reference that stands there, if one does, and whether the contract names it as the end. */
  readonly end: number;
  readonly ending: ReportedReference | undefined;
  readonly isNamed: boolean;
  /** Left and right of the room for the gauge, px. */
  readonly x0: number;
  readonly x1: number;
}

/** A form that is placed. */
export interface Placed {
  readonly shapes: Shapes;
  readonly labels: Label[];
  readonly boxes: Box[];
  /** The level on which gauge and history stand, and the lowest px of all. */
  readonly base: number;
  readonly bottom: number;
  /** How far the words stand from their marks, px in all. */
  readonly strain: number;
  /** References told below the drawing, by number where a number stands at the mark. */
  readonly list: readonly { readonly reference: ReportedReference; readonly number: number | undefined }[];
}

/** The track and all marks on it. */
export function drawMarks(shapes: Shapes, { reading, ending, isNamed, end }: Stage, track: Track): void {
  const { amount, references } = reading;
  const { value, low, high, complete } = amount;
  // A scale that ends in what is not there yet is as hollow as that is.
  if (isNamed && isHollow(reading, ending!)) drawHollowTrack(shapes, track);
  else drawBand(shapes, 'track', track, 0, end);
  const isRange = hasRange(amount);
  const sure = isRange ? low! : value;
  if (sure && complete) drawBand(shapes, 'solid', track, 0, sure);
  else if (sure) drawOpenBand(shapes, track, sure);
  if (isRange) drawBand(shapes, 'tint', track, low!, high!);
  for (const one of references)
    drawMark(shapes, track, one.value, isHollow(reading, one) ? 'hollow' : 'tick');
  if (value === 0 || (value !== null && isRange)) drawMark(shapes, track, value, 'value');
}

/** The figure in pieces: the number itself, its unit, its period, its range, and what it is not. */
export interface Figure {
  /** The longest first, for where that has no room; empty where there is no figure. */
  readonly numbers: readonly string[];
  /** What is said in place of a number. */
  readonly none: string;
  readonly unit: string;
  readonly when: string;
  readonly range: string;
  readonly not: string;
}

export function figureOf({ reading, pack }: Stage): Figure {
  const { amount, data } = reading;
  const { value, low, high, complete, period, from, through } = amount;
  const isRange = hasRange(amount);
  const name = formatPeriod(pack, period);
  const isPart = !complete && (value !== null || isRange);
  const write = (format: typeof formatNumber): string =>
    value !== null
      ? format(pack, value)
      : isRange
        ? say(pack, 'spanShort', { from: format(pack, low!), to: format(pack, high!) })
        : '';
  return {
    numbers: [write(formatNumber), write((_, n) => formatTick(pack, n, value ?? high))].filter(Boolean),
    none: say(pack, 'noFigure', { noun: say(pack, `figure.${data.flow}`) }),
    unit: say(pack, `amount.${data.unit}`, { n: '' }, value ?? high ?? 0).trim(),
    when: isPart ? say(pack, 'comma', { a: name, b: partialLabel(pack, amount) }) : name,
    range:
      isRange && value !== null
        ? say(pack, 'spanShort', {
            from: formatNumber(pack, low!),
            to: formatShort(pack, high!, data.unit),
          })
        : '',
    not: isPart
      ? [
          `${say(pack, 'partialTip', { period: name, ...daySlots(pack, from, through) })}.`,
          say(pack, 'notComparable', { unit: say(pack, `units.${period.kind}`) }),
        ].join(' ')
      : '',
  };
}
