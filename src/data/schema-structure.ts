/**
 * What the files for a CDN take in place of the schema library: the same constructors, holding the structure that
 * `readShape` reads and nothing else (docs/decisions/schema-library.md). In the package, in Node and in every test the
 * library itself stands here, and a test shows that both give the same structure.
 */
interface Structure {
  readonly type: string;
}
type Make<A extends readonly unknown[]> = (...args: A) => Structure;

const leaf = (type: string) => (): Structure => ({ type });

export const string = leaf('string');
export const number = leaf('number');
export const union = leaf('union');
export const record = leaf('record');
export const regex = leaf('regex');
export const integer = leaf('integer');
export const minLength = leaf('min_length');
export const minValue = leaf('min_value');
export const maxValue = leaf('max_value');
export const description = leaf('description');
export const object: Make<[entries: object]> = (entries) => ({ type: 'object', entries }) as Structure;
export const array: Make<[item: Structure]> = (item) => ({ type: 'array', item }) as Structure;
export const optional: Make<[wrapped: Structure]> = (wrapped) => ({ type: 'optional', wrapped }) as Structure;
export const nullable: Make<[wrapped: Structure]> = (wrapped) => ({ type: 'nullable', wrapped }) as Structure;
export const picklist: Make<[options: readonly string[]]> = (options) =>
  ({ type: 'picklist', options }) as Structure;
export const literal: Make<[value: string]> = (value) => ({ type: 'literal', literal: value }) as Structure;
export const pipe = (schema: Structure, ...actions: readonly Structure[]): Structure =>
  ({ ...schema, pipe: [schema, ...actions] }) as Structure;
