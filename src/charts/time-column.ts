import type { ReportedRow } from '../data/read-rows.js';
import { everyPeriod } from '../data/unknown-spans.js';
import { endOf, type TimeScale, xOf } from '../geometry/time-scale.js';
import type { Tone } from './chart.js';

/** Least width of a partial column, px. */
const LEAST_WIDTH = 3;

/** Left and right of a column: the days really covered, inside the padded slot of their period. */
export function columnSpan(
  time: TimeScale,
  { period, from, through }: ReportedRow,
  padding?: number,
): [number, number] {
  const slot = xOf(time, period.first);
  const width = endOf(time, period.last + 1) - slot;
  // Wide slots keep more air: a column should read as a column, not as a wall.
  const pad = width * (padding ?? (width > 90 ? 0.2 : 0.14));
  const inner = width - 2 * pad;
  const day = inner / (period.last - period.first + 1);
  const covered = Math.max(day * (through - from + 1), Math.min(LEAST_WIDTH, inner));
  const x0 = Math.min(slot + pad + day * (from - period.first), slot + pad + inner - covered);
  return [x0, x0 + covered];
}

/** Rows for the ear: a period that no row speaks of is as silent as one whose figure is not known. */
export function rowTones(rows: readonly ReportedRow[], markOf = (row: number): number => row): Tone[] {
  let mark = 0;
  return everyPeriod(rows).map((i) => {
    if (i === undefined) return { mark, value: null, isPartial: false };
    mark = markOf(i);
    return { mark, value: rows[i]!.value, isPartial: !rows[i]!.complete };
  });
}

/** Rows that should be named before all others: partial ones, the greatest, the last, the first. */
export function tellingRows(rows: readonly ReportedRow[]): number[] {
  const known = [...rows.keys()].filter((i) => rows[i]!.value !== null);
  const greatest = known.reduce((best, i) => (rows[i]!.value! > (rows[best]?.value ?? -1) ? i : best), -1);
  const partial = known.filter((i) => !rows[i]!.complete).reverse();
  return [...new Set([...partial, greatest, known.at(-1) ?? -1, known[0] ?? -1])].filter((i) => i >= 0);
}

/** Indexes of the least and the greatest known figure: where `[` and `]` go. */
export function extremes({
  rows,
}: {
  readonly rows: readonly { readonly value: number | null }[];
}): { least: number; greatest: number } | undefined {
  const known = [...rows.keys()].filter((i) => rows[i]!.value !== null);
  const best = (sign: number): number =>
    known.reduce((a, b) => (sign * rows[b]!.value! > sign * rows[a]!.value! ? b : a), known[0]!);
  return known.length ? { least: best(-1), greatest: best(1) } : undefined;
}
