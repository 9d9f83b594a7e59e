import assert from 'node:assert/strict';
import test from 'node:test';
import { textWidth } from '../../src/geometry/text-width.js';
import { wrapText } from '../../src/geometry/wrap.js';

test('a no-break space holds, but where what it holds is wider than a line', () => {
  const text = 'until 21\u00a0November\u00a02025';
  const whole = textWidth('21\u00a0November\u00a02025', 13);
  assert.deepEqual(wrapText(text, whole + 1, 13), ['until', '21\u00a0November\u00a02025']);
  assert.deepEqual(wrapText(text, whole - 1, 13), ['until 21 November', '2025']);
});

test('letters are cut only from a word that nothing can break', () => {
  const lines = wrapText('a\u00a0Donaudampfschifffahrtsgesellschaft\u00a0b', 60, 13);
  assert.equal(lines.length, 3);
  assert.deepEqual([lines[0], lines[2]], ['a', 'b']);
  assert.match(lines[1]!, /^Donau\p{L}*…$/u);
});
