/** What can be wrong with data or with fetching it; the triggers stand in docs/contracts. */
export type ErrorCode =
  | 'E_NETWORK'
  | 'E_HTTP'
  | 'E_TIMEOUT'
  | 'E_TOO_LARGE'
  | 'E_MIME'
  | 'E_ENCODING'
  | 'E_JSON'
  | 'E_VERSION'
  | 'E_SCHEMA'
  | 'E_TYPE'
  | 'E_VALUE'
  | 'E_DATE'
  | 'E_DUPLICATE'
  | 'E_LIMIT'
  | 'E_RENDER';

/** One thing wrong in one place. */
export interface Fault {
  readonly code: ErrorCode;
  /** JSON path from the contract's root, such as `rows[3].value`; empty for the root. */
  readonly path: string;
  readonly expected: string;
  /** What stood there, as JSON, 80 characters at most. */
  readonly received: string;
}

/** Thrown for a contract that must not be drawn. Every fault is in `faults`; the message tells the first. */
export class ContractError extends Error {
  readonly chart: string;
  readonly faults: readonly Fault[];

  constructor(chart: string, faults: readonly Fault[]) {
    super(faults[0] ? describeFault(chart, faults[0]) : chart);
    this.name = 'ContractError';
    this.chart = chart;
    this.faults = faults;
  }

  get code(): ErrorCode {
    return this.faults[0]?.code ?? 'E_SCHEMA';
  }
}

/** One fault as one line: `casualties: rows[3].value: expected a whole number, received "12" (E_TYPE)`. */
export function describeFault(chart: string, { code, path, expected, received }: Fault): string {
  return `${chart}: ${path ? `${path}: ` : ''}expected ${expected}, received ${received} (${code})`;
}

const MOST_SHOWN = 80;

/** A received value as short JSON text: never more than 80 characters of anybody's data. */
export function showReceived(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length ? `a list of ${value.length}` : 'an empty list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    return `a ${typeof value}`;
  const text = JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${[...text].slice(0, MOST_SHOWN - 1).join('')}…` : text;
}
