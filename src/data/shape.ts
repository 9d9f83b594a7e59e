import * as v from 'valibot';
import type { Desk } from './desk.js';
import { Url, WordsText } from './schema.js';
import { cleanText, safeUrl } from './text.js';

/** Most rows one contract may hold, and how deep it may nest. */
export const MOST_ROWS = 200_000;
export const DEEPEST = 12;

type Schema = v.GenericSchema;
interface ObjectSchema {
  readonly entries: Readonly<Record<string, Schema>>;
}

/** A JSON object: no array, no null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Refuses at once what no schema pass should have to walk: another kind of thing than an object, another contract or a
 * newer version of it, too many rows, nesting beyond 12 levels (which a cycle has too).
 */
export function checkFrame(
  desk: Desk,
  input: unknown,
  name: string,
  version: number,
): Record<string, unknown> {
  if (!isRecord(input)) {
    desk.fault('E_SCHEMA', '', 'an object', input);
    desk.refuse();
    throw new Error('unreachable');
  }
  const wanted = `${name}/${version}`;
  const schema = Object.hasOwn(input, 'schema') ? input.schema : undefined;
  if (schema !== wanted) {
    const [, family, number] = /^([a-z-]+)\/(\d+)$/.exec(typeof schema === 'string' ? schema : '') ?? [];
    const other = schema !== undefined && (family === undefined || family !== name) && number !== '0';
    const code =
      schema === undefined || !other ? 'E_VERSION' : typeof schema === 'string' ? 'E_SCHEMA' : 'E_TYPE';
    desk.fault(code, 'schema', `"${wanted}"`, schema);
  }
  const { rows } = input;
  if (Array.isArray(rows) && rows.length > MOST_ROWS)
    desk.fault('E_LIMIT', 'rows', `at most ${MOST_ROWS} rows`, rows);
  if (isTooDeep(input, 1)) desk.fault('E_LIMIT', '', `at most ${DEEPEST} levels`, input);
  desk.refuse();
  return input;
}

/** Runs a schema over one value and turns what it finds into faults with JSON paths. */
export function checkShape(desk: Desk, schema: Schema, input: unknown, path: string): void {
  const result = v.safeParse(schema, input);
  if (result.success) return;
  for (const issue of result.issues) reportIssue(desk, issue, path);
}

function reportIssue(desk: Desk, issue: v.BaseIssue<unknown>, root: string): void {
  let path = root;
  for (const step of issue.path ?? []) path = joinPath(path, step.key as string | number);
  const { input } = issue;
  // A union names only its own place: say which of the texts by language is not one.
  if (issue.type === 'union' && isRecord(input)) {
    for (const key of Object.keys(input)) {
      if (typeof input[key] !== 'string') desk.fault('E_TYPE', joinPath(path, key), 'a text', input[key]);
    }
    return;
  }
  if (input === undefined) {
    desk.fault('E_SCHEMA', path, `${describeExpected(issue)} (this field is required)`, input);
  } else if (issue.type === 'object') {
    desk.fault('E_SCHEMA', path, 'an object', input);
  } else if (issue.type === 'picklist' || issue.type === 'literal') {
    desk.fault(typeof input === 'string' ? 'E_SCHEMA' : 'E_TYPE', path, describeExpected(issue), input);
  } else if (issue.type === 'regex') {
    desk.fault('E_DATE', path, describeExpected(issue), input);
  } else if (typeof input === 'number' && !['string', 'union', 'array'].includes(issue.type)) {
    desk.fault('E_VALUE', path, 'a whole number from 0 to 2^53', input);
  } else {
    desk.fault('E_TYPE', path, describeExpected(issue), input);
  }
}

function describeExpected(issue: v.BaseIssue<unknown>): string {
  const { type, input } = issue;
  if (type === 'regex') {
    return String(issue.requirement) === String(DAY)
      ? 'a calendar day such as "2025-11-21"'
      : 'a period such as "2025", "2025-Q3", "2025-06", "2025-W14" or "2025-11-21"';
  }
  const hint =
    type === 'number' && typeof input === 'string'
      ? ' (a number without quotes; null when it is not known)'
      : type === 'string' && typeof input === 'number'
        ? ' (in quotes)'
        : '';
  const noun: Record<string, string> = {
    number: 'a number',
    string: 'a text',
    union: 'a text, or texts by language',
    array: 'a list',
    object: 'an object',
    record: 'texts by language',
  };
  if (type === 'picklist' || type === 'literal')
    return (issue.expected ?? '').replace(/^\(|\)$/g, '').replaceAll(' | ', ' or ');
  if (type === 'object') return (issue.expected ?? 'an object').startsWith('"') ? 'a value' : 'an object';
  return (noun[type] ?? issue.expected ?? type) + hint;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * Copies what the schema knows into a new frozen structure: nothing is merged, nothing is shared with the input, and a
 * key such as `__proto__` is ordinary text. Unknown fields are left behind with a note; texts are cleaned.
 */
export function copyKnown(desk: Desk, schema: Schema, input: unknown, path: string): unknown {
  if (typeof input === 'string') {
    if (schema === Url) return safeUrl(desk, input, path);
    return cleanText(desk, input, path);
  }
  if (typeof input !== 'object' || input === null) return input;
  if (schema === WordsText) {
    const texts = Object.create(null) as Record<string, unknown>;
    for (const key of Object.keys(input)) {
      texts[key] = cleanText(desk, (input as Record<string, string>)[key]!, joinPath(path, key));
    }
    return Object.freeze(texts);
  }
  const { wrapped, item, entries } = schema as Partial<ObjectSchema> & { wrapped?: Schema; item?: Schema };
  if (wrapped) return copyKnown(desk, wrapped, input, path);
  if (item)
    return Object.freeze((input as unknown[]).map((one, i) => copyKnown(desk, item, one, `${path}[${i}]`)));
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(input)) {
    const known = entries && Object.hasOwn(entries, key) ? entries[key] : undefined;
    const value = (input as Record<string, unknown>)[key];
    const place = joinPath(path, key);
    if (!known)
      desk.note('W_UNKNOWN_FIELD', `${place} is not a field of this contract and is left out.`, place);
    else if (value !== undefined) {
      const copied = copyKnown(desk, known, value, place);
      if (copied !== undefined) copy[key] = copied;
    }
  }
  return Object.freeze(copy);
}

/** `rows` + 3 + "value" → `rows[3].value`; a key that is no plain word is quoted. */
export function joinPath(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
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
      if (depth === 1 && key === 'rows') continue;
      const child = (value as Record<string, unknown>)[key];
      if (typeof child === 'object' && child !== null) stack.push([child, depth + 1]);
    }
  }
  return false;
}
