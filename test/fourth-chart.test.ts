// A fourth chart, made here of nothing but the promise that every chart makes: what a newcomer writes, and that the sheet
// and the exports take it as it is.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Chart, Reading, Scene } from '../src/charts/chart.js';
import { charts } from '../src/charts/index.js';
import { renderSheet } from '../src/charts/render-sheet.js';
import { ContractError } from '../src/data/contract-error.js';
import { Desk } from '../src/data/desk.js';
import { checkFrame } from '../src/data/shape.js';
import { THEMES } from '../src/drawing/theme.js';
import { rectPath } from '../src/geometry/hatch.js';
import { writeCSV } from '../src/words/csv.js';
import { languageFor } from '../src/words/language.js';
import '../src/static/index.js';
import { readDrawing } from './support/assert-path.js';

/** Wells that hold water, one square each, filled or not. */
interface WellsReading extends Reading {
  readonly data: Reading['data'] & {
    readonly wells: readonly { readonly name: string; readonly full: boolean }[];
  };
}
interface WellsScene extends Scene {
  readonly squares: readonly { readonly path: string; readonly full: boolean }[];
}
const SIDE = 20;

const wells: Chart<WellsReading, WellsScene> = {
  name: 'wells',
  schema: 'wells/1',
  english: {},
  read: (input) => {
    const desk = new Desk('wells');
    const { source, wells: given } = checkFrame(desk, input, 'wells/1') as WellsReading['data'];
    if (!Array.isArray(given)) desk.fault('E_SCHEMA', 'wells', 'a list of wells', given);
    desk.refuse();
    return {
      data: Object.freeze({
        source,
        wells: Object.freeze(given.map(({ name, full }) => Object.freeze({ name, full }))),
      }),
      notes: desk.notes,
    };
  },
  isEmpty: ({ data }) => data.wells.length === 0,
  reach: ({ data }) => ({ most: data.wells.length, unit: 'wells' }),
  tones: ({ data }) => data.wells.map(({ full }, mark) => ({ mark, value: Number(full), isPartial: false })),
  layout: ({ data }, { width }) => ({
    form: 'squares',
    width,
    height: SIDE,
    key: [{ entry: 'full', text: 'holds water' }],
    eventList: [],
    decimated: false,
    mirror: 0,
    refused: [],
    squares: data.wells.map(({ full }, i) => ({
      path: rectPath({ x0: i * SIDE, x1: i * SIDE + 16, y0: 0, y1: 16 }),
      full,
    })),
  }),
  describe: ({ data }, pack) => ({
    language: pack.tag,
    dir: pack.dir,
    title: 'Wells of a village',
    subtitle: 'each a square',
    name: `Squares: ${data.wells.length} wells`,
    contentNote: '',
    summary: `${data.wells.filter(({ full }) => full).length} of ${data.wells.length} wells hold water.`,
    caveat: '',
    notes: [],
    withdrawal: '',
    source: { text: 'Source: example data.' },
    columns: [
      { key: 'name', label: 'Well', numeric: false },
      { key: 'full', label: 'Water', numeric: false },
    ],
    rowCount: data.wells.length,
    row: (i) => [data.wells[i]!.name, data.wells[i]!.full ? 'yes' : 'no'],
    day: (i) => i,
    mark: (i) => ({ spoken: data.wells[i]!.name, heading: data.wells[i]!.name, lines: [] }),
  }),
  draw: (svg, { squares }, theme) =>
    svg`<g>${squares.map(
      ({ path, full }) => svg`<path d="${path}" fill="${full ? theme.accent : theme.grid}" part="mark"/>`,
    )}</g>`,
  drawSample: (svg, _, theme) => svg`<path d="M0 0H14V14H0Z" fill="${theme.accent}"/>`,
  tabulate: ({ data }) => [['well', 'water'], ...data.wells.map(({ name, full }) => [name, full ? 1 : 0])],
  markCount: ({ data }) => data.wells.length,
  markAt: (_, __, x) => Math.floor(x / SIDE),
  markBox: (_, __, i) => ({ x0: i * SIDE, x1: i * SIDE + 16, y0: 0, y1: 16 }),
  selection: ({ data }, i) => ({ well: data.wells[i]!.name }),
  extremes: () => undefined,
};

const village = {
  schema: 'wells/1',
  source: { asOf: '2025-01-01' },
  wells: [
    { name: 'North <1>', full: true },
    { name: 'Market', full: false },
    { name: 'School', full: true },
  ],
};

test('a new chart is a file like any other: title, drawing, key and source in one picture', () => {
  for (const theme of [THEMES.light, THEMES.dark])
    for (const width of [240, 640, 1600]) {
      const svg = renderSheet(wells, wells.read(village), languageFor('en'), { width, theme });
      const drawing = readDrawing(svg);
      assert.equal(drawing.width, width);
      const texts = drawing.texts.map(({ text }) => text).join(' ');
      for (const text of ['Wells of a village', 'each a square', 'holds water', 'Source: example data.'])
        assert.ok(texts.includes(text), text);
      assert.equal(drawing.attributes['aria-label'], 'Squares: 3 wells');
      assert.match(drawing.description, /2 of 3 wells hold water/);
      const squares = drawing.paths.filter(({ attributes }) => attributes.part === 'mark');
      assert.deepEqual(
        squares.map(({ attributes }) => attributes.fill),
        [theme.accent, theme.grid, theme.accent],
      );
      for (const { x, y } of squares.flatMap(({ runs }) => runs.flatMap(({ points }) => points)))
        assert.ok(x >= 0 && x <= width && y >= 0 && y <= drawing.height);
    }
});
test('and rows for a spreadsheet', () => {
  assert.match(
    writeCSV(wells.tabulate(wells.read(village))),
    /well,water\r\nNorth <1>,1\r\nMarket,0\r\nSchool,1/,
  );
});
test('it refuses as all charts do, with code and path; an empty one says so', () => {
  for (const [input, line] of [
    [{ ...village, schema: 'wells/2' }, 'E_VERSION schema'],
    [{ ...village, wells: 5 }, 'E_SCHEMA wells'],
    [null, 'E_SCHEMA '],
  ] as const)
    assert.throws(
      () => wells.read(input),
      (error: ContractError) =>
        `${error.faults[0]!.code} ${error.faults[0]!.path}` === line && error.chart === 'wells',
    );
  const none = renderSheet(wells, wells.read({ ...village, wells: [] }), languageFor('en'), {
    width: 640,
    theme: THEMES.light,
  });
  assert.match(none, /No figures are available/);
});
test('the list of charts takes it as one more line: it is a Chart like the three that are there', () => {
  const more: readonly Chart[] = [...charts, wells as unknown as Chart];
  assert.deepEqual(
    more.map(({ name, schema }) => `${name} ${schema}`),
    ['casualties casualties/1', 'attribution attribution/1', 'gold-gauge gold-gauge/1', 'wells wells/1'],
  );
  const required = Object.keys(wells);
  for (const chart of charts) for (const key of required) assert.ok(key in chart, `${chart.name} has ${key}`);
});
