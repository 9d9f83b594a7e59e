import assert from 'node:assert/strict';
import test from 'node:test';
import { ContractError, renderSVG } from '../../src/static/index.js';

const ALL = '"casualties/1" or "attribution/1" or "gold-gauge/1"';
for (const [about, contract, code, expected, received] of [
  ['a chart that there is none of', { schema: 'gauge/1' }, 'E_SCHEMA', ALL, '"gauge/1"'],
  ['no schema', {}, 'E_VERSION', ALL, 'nothing'],
  ['a schema that is no text', { schema: 1 }, 'E_TYPE', ALL, '1'],
  ['another version of a chart', { schema: 'gold-gauge/9' }, 'E_VERSION', '"gold-gauge/1"', '"gold-gauge/9"'],
] as const)
  test(`${about}: the refusal names what there is`, () => {
    assert.throws(
      () => renderSVG(contract),
      (error: unknown) => {
        assert.ok(error instanceof ContractError);
        assert.deepEqual(error.faults, [{ code, path: 'schema', expected, received }]);
        return true;
      },
    );
  });
