import { attribution } from './attribution/index.js';
import { casualties } from './casualties/index.js';
import type { Chart } from './chart.js';
import { goldGauge } from './gold-gauge/index.js';

/** Every chart there is: one line each. */
export const charts: readonly Chart[] = [casualties, attribution, goldGauge] as unknown as readonly Chart[];

/** The chart whose contract this is, by its `schema` field; the first chart for anything else, which then refuses it. */
export function chartFor(contract: unknown): Chart {
  const schema =
    typeof contract === 'object' && contract !== null ? (contract as { schema?: unknown }).schema : undefined;
  const family = typeof schema === 'string' ? schema.replace(/\/.*/, '') : '';
  return charts.find(({ name }) => name === family) ?? charts[0]!;
}
