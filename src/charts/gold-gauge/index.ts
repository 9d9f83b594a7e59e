import { goldGauge as english } from '../../words/languages/en.js';
import type { Chart } from '../chart.js';
import { rowTones } from '../time-column.js';
import { type GoldGaugeReading, readGoldGauge } from './contract.js';
import { drawGauge, drawSample } from './drawing.js';
import { endOfScale, layoutGauge } from './layout.js';
import { extremes, markAt, marksOf } from './marks.js';
import type { GaugeScene, KeyEntry } from './scene.js';
import { describeGauge } from './summary.js';
import { tabulateGauge } from './tabulate.js';

export type { GoldAmount, GoldGaugeData, GoldGaugeReading, GoldReference } from './contract.js';
export { readGoldGauge };

/** The gold-production gauge. */
export const goldGauge: Chart<GoldGaugeReading, GaugeScene> = {
  name: 'gold-gauge',
  schema: 'gold-gauge/1',
  english,
  read: readGoldGauge,
  // What is not known is drawn, too: as an empty track.
  isEmpty: () => false,
  reach: (reading) => ({ most: endOfScale(reading, 0), unit: reading.data.unit }),
  layout: layoutGauge,
  describe: describeGauge,
  draw: drawGauge,
  drawSample: (svg, entry, theme) => drawSample(svg, entry as KeyEntry, theme),
  tabulate: tabulateGauge,
  markCount: (reading) => marksOf(reading).length,
  markAt,
  markBox: (_, { boxes }, index) => boxes[index]!,
  // Earlier years first, the amount last.
  tones: ({ amount, history, references }) =>
    rowTones([...history, amount], (i) => (i < history.length ? 1 + references.length + i : 0)),
  selection: (reading, index) => {
    const { period, value } = marksOf(reading)[index]!;
    return { period: period?.text ?? '', value };
  },
  extremes,
};
