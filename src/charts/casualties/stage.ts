import type { LayoutOptions } from '../chart.js';
import type { TimePlot } from '../time-plot.js';
import type { CasualtiesReading } from './contract.js';

/** What the forms (columns, area, years) draw on. */
export interface Stage extends TimePlot {
  readonly reading: CasualtiesReading;
  readonly options: LayoutOptions;
}
