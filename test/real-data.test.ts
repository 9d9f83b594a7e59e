// Figures as they really come. The files stand beside the checkout where there are any; without them nothing is tested.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { casualties } from '../src/charts/casualties/index.js';
import { describe, readContract, renderSVG } from '../src/static/index.js';
import {
  assertClose,
  baselineOf,
  labelOf,
  readDrawing,
  runsOf,
  wholeColumns,
} from './support/assert-path.js';

const folder = new URL('../../shared/data/', import.meta.url);
const gaza = new URL('stranger/gaza_casualties_daily_360info_t4p.csv', folder);
const mali = new URL('ucdp/mali_by_year_ucdp_v25_1.csv', folder);

/** Records of a CSV file whose wanted columns hold no commas in quotes. */
function readCSV(file: URL): Record<string, string>[] {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = header!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])));
}

/** An empty cell is not known; 0 must be typed. */
const countOf = (cell: string): number | null => (cell === '' ? null : Number(cell));

if (existsSync(gaza)) {
  const records = readCSV(gaza);
  const contract = {
    schema: 'casualties/1',
    measure: 'killed',
    victims: 'not-specified',
    method: 'reported',
    relation: 'all',
    place: { en: 'in Gaza', fr: 'à Gaza' },
    source: { producer: 'Tech for Palestine', via: '360info', asOf: '2024-09-29', licence: 'CC BY 4.0' },
    rows: records.map(({ report_date, killed }) => ({ period: report_date, value: countOf(killed!) })),
  };
  // Counted once with another program: 27 empty cells, 37,040 in all, 756 on 25 October 2023.
  test('Gaza by day: 359 days, of which 27 stay unknown', () => {
    const { rows } = casualties.read(contract);
    assert.equal(rows.length, 359);
    assert.equal(rows.filter(({ value }) => value === null).length, 27);
    assert.equal(
      rows.reduce((sum, { value }) => sum + (value ?? 0), 0),
      37_040,
    );
    assert.deepEqual(readContract(contract).notes, []);
    const { columns, rows: cells, summary } = describe(contract);
    const value = columns.findIndex(({ key }) => key === 'value');
    assert.equal(cells.filter((row) => row[value] === 'n/k').length, 27);
    assert.equal(
      cells.filter((row) => row[value] === '0').length,
      records.filter(({ killed }) => killed === '0').length,
    );
    assert.match(summary, /The highest figure by day was 756, on 25 October 2023\./);
    assert.match(summary, /No figure is available for 27 of 359 periods\./);
  });
  test('Gaza by day: the unknown days of November and December 2023 are gaps at every width', () => {
    for (const width of [320, 640, 1200]) {
      const drawing = readDrawing(renderSVG(contract, { width }));
      const { x0, x1 } = baselineOf(drawing);
      // 11 November to 1 December are days 35 to 55 of 359, counted from 0.
      const [from, to] = [35, 56].map((day) => x0 + ((x1 - x0) * day) / 359) as [number, number];
      for (const { attributes, points } of runsOf(drawing)) {
        if (attributes.part !== 'mark') continue;
        const xs = points.map(({ x }) => x);
        assert.ok(
          Math.max(...xs) <= from + 0.2 || Math.min(...xs) >= to - 0.2,
          `a mark crosses the gap at ${width} px`,
        );
      }
      // Where the gap is wide enough, it says what it is; the key says it everywhere.
      if (width >= 640) labelOf(drawing, 'n/k');
      assert.ok(
        drawing.texts.some(({ text }) => text.startsWith('n/k: ')),
        'the key',
      );
    }
  });
  test('Gaza by day: the peak of 756 is drawn to its height, and named', () => {
    for (const width of [240, 320, 640, 1200]) {
      const drawing = readDrawing(renderSVG(contract, { width }));
      const { y, x0, x1 } = baselineOf(drawing);
      const unit = (y - (labelOf(drawing, '400').y - 4)) / 400;
      const peak = runsOf(drawing)
        .filter(({ attributes }) => attributes.part === 'mark')
        .flatMap(({ points }) => [...points])
        .reduce((a, b) => (b.y < a.y ? b : a));
      assertClose(y - peak.y, unit * 756, 1, `height at ${width} px`);
      // 25 October is day 18.
      assertClose(peak.x, x0 + ((x1 - x0) * 18.5) / 359, 2.5, `place at ${width} px`);
      labelOf(drawing, '756');
    }
  });
  test('Gaza by day: 2023 began in October and has no line by day of year; 2024 has one, to 29 September', () => {
    const sum = records
      .filter(({ report_date }) => report_date!.startsWith('2024'))
      .reduce((total, { killed }) => total + Number(killed), 0);
    const texts = readDrawing(renderSVG(contract, { width: 900, view: 'cumulative' })).texts.map(({ text }) =>
      text.replace(/[\u00a0 ]+/g, ' '),
    );
    assert.ok(texts.includes(`2024 ${String(sum).replace(/(\d{3})$/, ',$1')}`), texts.join(' | '));
    assert.ok(!texts.some((text) => text.startsWith('2023 ')), 'no line for 2023');
    assert.ok(texts.includes('29 Sept'), texts.join(' | '));
  });
}

if (existsSync(mali)) {
  const records = readCSV(mali);
  const contract = {
    schema: 'casualties/1',
    measure: 'killed',
    victims: 'everyone',
    method: 'reported',
    relation: 'all',
    interval: 'source-range',
    place: { en: 'in Mali', fr: 'au Mali' },
    source: { producer: 'UCDP 25.1', asOf: '2024-12-31', licence: 'CC BY 4.0' },
    rows: records.map(({ year, total_best, total_low, total_high }) => ({
      period: year,
      value: countOf(total_best!),
      low: countOf(total_low!)!,
      high: countOf(total_high!)!,
    })),
  };
  test('Mali by year: 36 years, and the one whose range does not hold its figure is told, not drawn', () => {
    const { rows } = casualties.read(contract);
    assert.equal(rows.length, 36);
    const odd = records.flatMap(({ total_best, total_low, total_high }, i) =>
      Number(total_low) > Number(total_best) || Number(total_best) > Number(total_high) ? [i] : [],
    );
    assert.deepEqual(
      odd.map((i) => records[i]!.year),
      ['1995'],
    );
    const { notes } = readContract(contract);
    assert.deepEqual(
      notes.map(({ code, path }) => `${code} ${path}`),
      odd.map((i) => `W_RANGE rows[${i}]`),
    );
    const told = describe(contract);
    assert.equal(told.notes.length, 1);
    assert.match(told.notes[0]!, /1995/);
    assert.match(told.summary, /The highest figure by year was 3,656, in 2022\./);
  });
  test('Mali by year: every year stands in the table as it was published', () => {
    const { rows, columns } = describe(contract);
    const at = (key: string): number => columns.findIndex((column) => column.key === key);
    const plain = (cell: string): string => cell.replaceAll(',', '');
    assert.deepEqual(
      rows.map((row) => [row[0]!, ...['value', 'low', 'high'].map((key) => plain(row[at(key)]!))]),
      records.map(({ year, total_best, total_low, total_high }) => [year, total_best, total_low, total_high]),
    );
  });
  test('Mali by year: the columns are to each other as the low figures, and the greatest is 2022', () => {
    const drawing = readDrawing(renderSVG(contract, { width: 1200 }));
    const { y } = baselineOf(drawing);
    // A column is solid up to its low figure; years whose low figure is 0 have none.
    const lows = records
      .map(({ total_low, total_best }, i) =>
        records[i]!.year === '1995' ? Number(total_best) : Number(total_low),
      )
      .filter((low) => low > 0);
    const columns = wholeColumns(drawing);
    assert.equal(columns.length, lows.length);
    const unit = (y - Math.min(...columns.map(({ y0 }) => y0))) / 3540;
    columns.forEach(({ y0 }, i) => assertClose(y - y0, lows[i]! * unit, 1.1, `column ${i}`));
    labelOf(drawing, '3,656');
  });
}
