import assert from 'node:assert/strict';
import test from 'node:test';
import { writeCSV } from '../../src/words/csv.js';

const lineOf = (...cells: (string | number | null)[]): string =>
  writeCSV([cells.map((_, i) => `c${i}`), cells]).split('\r\n')[1]!;

test('no cell of any list is run as a formula, where commas part it or semicolons', () => {
  assert.equal(lineOf('=1+1', -5, null), "'=1+1,-5,");
  assert.equal(lineOf(' +49 30'), "'+49 30");
  assert.equal(lineOf('CC BY 4.0; =HYPERLINK(A1)'), "CC BY 4.0; '=HYPERLINK(A1)");
  assert.equal(lineOf('=a;-b'), "'=a;'-b");
  assert.equal(lineOf('a; b, c'), '"a; b, c"');
});
test('a title has no invisible marks of direction', () => {
  const text = writeCSV(
    [
      ['value', 'source'],
      [1, 'X'],
    ],
    'Mali \u2068مالي\u2069',
  );
  assert.equal(text, '\ufeffvalue,title,source\r\n1,Mali مالي,X\r\n');
});
