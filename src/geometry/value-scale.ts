import { times } from '../data/times.js';
import { tickStep } from 'd3-array';

/** An amount on the page: always from zero, always linear. There is nothing to set. */
export interface ValueScale {
  /** The rounded end of the axis. */
  readonly max: number;
  /** Rounded amounts from 0 to `max`. */
  readonly ticks: readonly number[];
  /** Height in px of `max`. */
  readonly height: number;
  /** The y of zero. */
  readonly base: number;
}

/** A scale whose end is a round number at or above `most`, with about `count` steps; its zero is set by who places it. */
export function valueScale(most: number, height: number, count: number): Omit<ValueScale, 'base'> {
  const step = most > 0 ? Math.max(1, tickStep(0, most, count)) : 1;
  const steps = Math.ceil(most / step - 1e-9);
  return {
    max: Math.max(1, steps) * step,
    ticks: times(steps + 1, (i) => i * step),
    height,
  };
}

export function yOf({ max, height, base }: ValueScale, value: number): number {
  return base - (value / max) * height;
}
