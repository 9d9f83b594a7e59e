import type { ReportedRow } from '../../data/read-rows.js';
import type { Box } from '../../geometry/box.js';
import type { GoldGaugeReading, ReportedReference } from './contract.js';
import type { GaugeScene } from './scene.js';

/** Every mark in the order of table, file and arrow keys: the amount, the references, the history. */
export function marksOf({
  amount,
  references,
  history,
}: GoldGaugeReading): readonly (ReportedRow | ReportedReference)[] {
  return [amount, ...references, ...history];
}

/** A figure of the gauge’s own, as against something it may be seen beside. */
export function isRow(mark: ReportedRow | ReportedReference): mark is ReportedRow {
  return 'complete' in mark;
}

/** The mark meant by a point of the drawing: the smallest place that holds it. */
export function markAt(_: GoldGaugeReading, { boxes }: GaugeScene, x: number, y: number): number | undefined {
  const size = ({ x0, x1, y0, y1 }: Box): number => (x1 - x0) * (y1 - y0);
  return [...boxes.keys()]
    .filter((i) => {
      const { x0, x1, y0, y1 } = boxes[i]!;
      return x >= x0 && x <= x1 && y >= y0 && y <= y1;
    })
    .sort((a, b) => size(boxes[a]!) - size(boxes[b]!) || a - b)[0];
}

/** Indexes of the least and the greatest known figure: where `[` and `]` go. */
export function extremes(reading: GoldGaugeReading): { least: number; greatest: number } | undefined {
  const marks = marksOf(reading);
  const known = [...marks.keys()]
    .filter((i) => marks[i]!.value !== null)
    .sort((a, b) => marks[a]!.value! - marks[b]!.value!);
  return known.length ? { least: known[0]!, greatest: known.at(-1)! } : undefined;
}
