import type { Desk } from './desk.js';
import { parsePeriod } from './period.js';
import { ActorIds, ActorSet, DayText, type SchemaShape, Url } from './schema.js';
import { cleanText, safeUrl } from './text.js';

/** Most rows one contract may hold, and how deep it may nest. */
export const MOST_ROWS = 200_000;
export const DEEPEST = 12;

/** A JSON object: no array, no null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Refuses at once what need not be walked: another kind of thing than an object, another contract or a newer version of
 * it, too many rows, nesting beyond 12 levels (which a cycle has too).
 */
export function checkFrame(desk: Desk, input: unknown, wanted: string): Record<string, unknown> {
  const frame = isRecord(input) ? input : {};
  if (frame !== input) desk.fault('E_SCHEMA', '', 'an object', input);
  desk.refuse();
  const schema = Object.hasOwn(frame, 'schema') ? frame.schema : undefined;
  if (schema !== wanted) {
    // A newer version of this contract is one thing, another contract is another.
    const isOurs =
      schema === undefined ||
      (typeof schema === 'string' ? schema : '').replace(/\d+$/, '') === wanted.replace(/\d+$/, '');
    desk.fault(
      isOurs ? 'E_VERSION' : typeof schema === 'string' ? 'E_SCHEMA' : 'E_TYPE',
      'schema',
      `"${wanted}"`,
      schema,
    );
  }
  if (Array.isArray(frame.rows) && frame.rows.length > MOST_ROWS)
    desk.fault('E_LIMIT', 'rows', `at most ${MOST_ROWS} rows`, frame.rows);
  if (isTooDeep(frame, 1)) desk.fault('E_LIMIT', '', `at most ${DEEPEST} levels`, input);
  desk.refuse();
  return frame;
}

/**
 * Checks one value against its schema and copies what the schema knows into a new frozen structure: nothing is merged,
 * nothing is shared with the input, a key such as `__proto__` is ordinary text. Every fault is told with its JSON path;
 * unknown fields are left behind with a note; texts are cleaned. A test compares it with the schema library's own check.
 */
export function readShape(desk: Desk, schema: SchemaShape, input: unknown, path: string): unknown {
  const { type, wrapped, item, entries, options, literal, pipe = [] } = schema;
  const wrong = (
    expected: string,
    code: 'E_TYPE' | 'E_SCHEMA' | 'E_VALUE' | 'E_DATE' = 'E_TYPE',
  ): undefined => desk.fault(input === undefined ? 'E_SCHEMA' : code, path, expected, input);

  if (schema === ActorSet && input !== undefined) {
    if (input === 'unattributed') return input;
    return Array.isArray(input)
      ? readShape(desk, ActorIds, input, path)
      : wrong('a list of actor ids, or "unattributed"');
  }
  if (wrapped)
    return (input === undefined && type === 'optional') || (input === null && type === 'nullable')
      ? input
      : readShape(desk, wrapped, input, path);
  if (item) {
    return Array.isArray(input)
      ? Object.freeze(input.map((one, i) => readShape(desk, item, one, `${path}[${i}]`)))
      : wrong('a list');
  }
  if (entries)
    return isRecord(input) ? readFields(desk, entries, input, path) : wrong('an object', 'E_SCHEMA');
  if (type === 'picklist' || type === 'literal') {
    const known = options ?? [literal];
    return known.includes(input)
      ? input
      : wrong(
          known.map((one) => JSON.stringify(one)).join(' or '),
          typeof input === typeof known[0] ? 'E_SCHEMA' : 'E_TYPE',
        );
  }
  if (type === 'number') {
    if (typeof input !== 'number')
      return wrong(
        typeof input === 'string' ? 'a number without quotes; null where it is not known' : 'a number',
      );
    const mustBeWhole = pipe.some((action) => action.type === 'integer');
    return input >= 0 && input <= 2 ** 53 && (!mustBeWhole || Number.isInteger(input))
      ? input
      : wrong(`a ${mustBeWhole ? 'whole ' : ''}number from 0 to 2^53`, 'E_VALUE');
  }
  if (typeof input === 'string') {
    if (schema === Url) return safeUrl(desk, input, path);
    if (!pipe.some((action) => action.type === 'regex')) {
      const mayBeEmpty = !pipe.some((action) => action.type === 'min_length');
      return mayBeEmpty || input.trim() ? cleanText(desk, input, path) : wrong('a text', 'E_VALUE');
    }
    const period = parsePeriod(input);
    if (schema === DayText && period?.kind !== 'day')
      return wrong('a day of the calendar, such as "2025-11-21"', 'E_DATE');
    return period
      ? input
      : wrong('a period such as "2025", "2025-Q3", "2025-06", "2025-W14" or "2025-11-21"', 'E_DATE');
  }
  if (type === 'string') return wrong(typeof input === 'number' ? 'a text, in quotes' : 'a text');
  // One text by language.
  if (!isRecord(input)) return wrong('a text, or texts by language');
  if (!Object.keys(input).length) return wrong('at least one text', 'E_VALUE');
  const texts = Object.create(null) as Record<string, unknown>;
  for (const [tag, text] of Object.entries(input)) {
    const place = joinPath(path, tag);
    if (typeof text === 'string') texts[tag] = cleanText(desk, text, place);
    else desk.fault('E_TYPE', place, 'a text', text);
  }
  return Object.freeze(texts);
}

function readFields(
  desk: Desk,
  entries: Readonly<Record<string, SchemaShape>>,
  input: Record<string, unknown>,
  path: string,
): object {
  const copy: Record<string, unknown> = {};
  // The names in a schema are plain words: their paths need not be looked at, and there are as many as cells.
  const start = path && `${path}.`;
  for (const key of Object.keys(entries)) {
    const isThere = Object.hasOwn(input, key);
    // Most fields of most rows are not there.
    if (!isThere && entries[key]!.type === 'optional') continue;
    const value = readShape(desk, entries[key]!, isThere ? input[key] : undefined, start + key);
    if (value !== undefined) copy[key] = value;
  }
  for (const key of Object.keys(input)) {
    if (Object.hasOwn(entries, key)) continue;
    const place = joinPath(path, key);
    desk.note('W_UNKNOWN_FIELD', `${place} is not a field of this contract and is left out.`, place);
  }
  return Object.freeze(copy);
}

/** `rows[3]` and "value" → `rows[3].value`; a key that is no plain word is quoted. */
export function joinPath(path: string, key: string): string {
  if (!/^[\w$-]+$/.test(key)) return `${path}[${JSON.stringify(key.slice(0, 80))}]`;
  return path ? `${path}.${key}` : key;
}

/**
 * True when any value lies more than 12 levels down. An explicit stack: a hostile file must not overflow ours. Rows are
 * looked at when they are read, because nearly all of them are flat.
 */
export function isTooDeep(root: object, level: number): boolean {
  const stack: [object, number][] = [[root, level]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [value, depth] = next;
    if (depth > DEEPEST) return true;
    for (const key of Object.keys(value)) {
      const child: unknown = (value as Record<string, unknown>)[key];
      if (typeof child === 'object' && child !== null && !(depth === 1 && key === 'rows'))
        stack.push([child, depth + 1]);
    }
  }
  return false;
}
