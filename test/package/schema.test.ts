// The published JSON Schema, by a validator that is not ours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import Ajv from 'ajv';
import { readFixture, readFixtures } from '../support/golden.js';

type Json = Record<string, any>;

const schema = JSON.parse(
  readFileSync(new URL('../../dist/schema/casualties.json', import.meta.url), 'utf8'),
) as Json;

// This validator speaks an older draft; the words below mean the same in both.
const WORDS = new Set(
  'type properties required items enum const anyOf pattern minLength minimum maximum propertyNames additionalProperties title description'.split(
    ' ',
  ),
);

/** Every keyword of a schema with its place. */
function keywords(node: Json, path = '#'): [string, string][] {
  return Object.entries(node).flatMap(([key, value]): [string, string][] => {
    const inner: [string, string][] =
      key === 'properties'
        ? Object.entries(value as Json).flatMap(([name, one]) => keywords(one as Json, `${path}/${name}`))
        : key === 'anyOf'
          ? (value as Json[]).flatMap((one, i) => keywords(one, `${path}/${i}`))
          : ['items', 'additionalProperties', 'propertyNames'].includes(key) && typeof value === 'object'
            ? keywords(value as Json, `${path}/${key}`)
            : [];
    return [[key, path], ...inner];
  });
}

const { $schema, $id, ...body } = schema;
const accepts = new Ajv({ allErrors: true }).compile(body);

test('the schema is draft 2020-12, has a name, and uses only words that our validator knows', () => {
  assert.equal($schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.equal($id, 'urn:sahel-charts:casualties/1');
  for (const [word, path] of keywords(body)) assert.ok(WORDS.has(word), `${word} at ${path}`);
});
test('the schema accepts every fixture', () => {
  for (const { name, contract } of readFixtures('casualties'))
    assert.ok(accepts(contract), `${name}: ${JSON.stringify(accepts.errors)}`);
});
test('every field of the contract has its place in the schema', () => {
  const fields = (node: Json): string[] => Object.keys(node.properties as Json).sort();
  assert.deepEqual(fields(body), [
    'actors',
    'caveat',
    'contentNote',
    'events',
    'interval',
    'measure',
    'method',
    'notices',
    'place',
    'relation',
    'rows',
    'schema',
    'source',
    'subtitle',
    'title',
    'victims',
  ]);
  assert.deepEqual([...body.required].sort(), [
    'measure',
    'method',
    'place',
    'relation',
    'rows',
    'schema',
    'source',
    'victims',
  ]);
  const row = body.properties.rows.items as Json;
  assert.deepEqual(fields(row), [
    'from',
    'high',
    'low',
    'note',
    'period',
    'previous',
    'samePeriod',
    'through',
    'value',
  ]);
  assert.deepEqual([...row.required].sort(), ['period', 'value']);
  assert.deepEqual(fields(body.properties.source), [
    'accessed',
    'asOf',
    'asOfBasis',
    'changes',
    'licence',
    'producer',
    'query',
    'url',
    'via',
  ]);
});
test('the schema accepts fields that it does not know, as the reader does', () => {
  assert.ok(accepts({ ...readFixture('casualties', 'article'), extra: 1 }), 'an extra field');
});
for (const [what, change] of [
  ['no schema', (c: Json) => delete c.schema],
  ['a newer schema', (c: Json) => (c.schema = 'casualties/2')],
  ['no measure', (c: Json) => delete c.measure],
  ['an unknown measure', (c: Json) => (c.measure = 'dead')],
  ['no source', (c: Json) => delete c.source],
  ['no asOf', (c: Json) => delete c.source.asOf],
  ['a source without a name', (c: Json) => (c.source.producer = '')],
  ['an asOf that is no day', (c: Json) => (c.source.asOf = '2025')],
  ['no rows', (c: Json) => delete c.rows],
  ['a value as text', (c: Json) => (c.rows[0].value = '924')],
  ['no value', (c: Json) => delete c.rows[0].value],
  ['a negative value', (c: Json) => (c.rows[0].value = -1)],
  ['half a person', (c: Json) => (c.rows[0].value = 1.5)],
  ['a period as a number', (c: Json) => (c.rows[0].period = 2024)],
  ['a period as no pattern has it', (c: Json) => (c.rows[0].period = '12/11/2025')],
  ['a row that is a number', (c: Json) => (c.rows[0] = 5)],
  ['a place that is a list', (c: Json) => (c.place = ['in Mali'])],
  ['a place whose French is a number', (c: Json) => (c.place.fr = 5)],
  ['an event without a label', (c: Json) => delete c.events[0].label],
  ['an unknown kind of event', (c: Json) => (c.events[0].kind = 'war')],
] as const)
  test(`the schema refuses ${what}`, () => {
    const contract = readFixture('casualties', 'article');
    change(contract);
    assert.equal(accepts(contract), false);
  });
