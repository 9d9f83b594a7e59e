/** The one global: files loaded apart (a chart, another chart, a language) meet here. */
const KEY = Symbol.for('sahel-charts.1');

/** What all our files on a page share under a name; made by the first that asks. */
export function pageShared<T>(name: 'languages' | 'looks' | 'scales', make: () => T): T {
  const root = globalThis as unknown as Record<symbol, Record<string, unknown> | undefined>;
  if (!root[KEY]) Object.defineProperty(globalThis, KEY, { value: {} });
  const shared = root[KEY]!;
  return (shared[name] ??= make()) as T;
}
