import { ContractError, showReceived } from '../data/contract-error.js';
import { attribution } from './attribution/index.js';
import { casualties } from './casualties/index.js';
import type { Chart } from './chart.js';
import { goldGauge } from './gold-gauge/index.js';

/** Every chart there is: one line each. */
export const charts: readonly Chart[] = [casualties, attribution, goldGauge] as unknown as readonly Chart[];

/**
 * The chart whose contract this is, by its `schema` field; the first one refuses what is no contract at all.
 *
 * @throws ContractError naming every schema there is, where it is none of them.
 */
export function chartFor(contract: unknown): Chart {
  if (typeof contract !== 'object' || contract === null || Array.isArray(contract)) return charts[0]!;
  const { schema } = contract as { schema?: unknown };
  const isText = typeof schema === 'string';
  const family = isText ? schema.replace(/\/.*/, '') : '';
  const chart = charts.find(({ name }) => name === family);
  if (chart) return chart;
  const expected = charts.map((one) => `"${one.schema}"`).join(' or ');
  throw new ContractError('contract', [
    {
      code: schema === undefined ? 'E_VERSION' : isText ? 'E_SCHEMA' : 'E_TYPE',
      path: 'schema',
      expected,
      received: showReceived(schema),
    },
  ]);
}
