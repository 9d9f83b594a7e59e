// The cases, their limits and how often each is measured.
import { days, gauge, months, stacks } from './data.js';

const WIDTH = 1000;
/** In the order of every round; the reference first, ours second. uPlot has neither stacks nor gauges. */
export const candidates = ['vanilla-svg', 'sahel-charts', 'uplot', 'chart-js', 'echarts', 'plot'];
const drawers = candidates.filter((name) => name !== 'uplot');
/** `ours`: the file of dist/cdn/ that a page would load. */
const casualties = { ours: 'casualties', names: candidates, width: WIDTH };
const attribution = { ours: 'attribution', names: drawers, width: WIDTH };
const month = { ...casualties, data: [months(0)] };

/**
 * `limit`: the most that ours may take, as a multiple of the reference (for `leak`: a count). For times it holds until the
 * page is `laidOut` or `painted`; the other is told without a limit.
 */
export const cases = [
  {
    id: 'columns',
    name: 'casualties, 24 periods',
    kind: 'draw',
    limit: { laidOut: 2 },
    ...month,
    warmUp: 20,
    rounds: 61,
    quick: 21,
    about: '24 months, the last one partial, with one event, drawn into an empty box.',
  },
  {
    id: 'stacks',
    name: 'attribution, 24 × 6',
    kind: 'draw',
    limit: { laidOut: 2 },
    ...attribution,
    data: [stacks(24, 6)],
    warmUp: 20,
    rounds: 61,
    quick: 21,
    about:
      '24 months of six segments: four actors, one joint act, the unattributed; one event, the last month partial. The reference draws a rectangle for each segment, its motif a pattern.',
  },
  {
    id: 'dense-stacks',
    name: 'attribution, 120 × 8',
    kind: 'draw',
    limit: { laidOut: 1.5 },
    ...attribution,
    data: [stacks(120, 8)],
    warmUp: 10,
    rounds: 41,
    quick: 15,
    about:
      'ten years of months of eight segments, one of them disputed. The reference draws a rectangle for each segment; ours a stepped area for each layer; a hand that writes areas, too, takes about 0.4 of the reference.',
  },
  {
    id: 'gauge',
    name: 'gold gauge',
    kind: 'draw',
    limit: { laidOut: 1.6 },
    ours: 'gold-gauge',
    names: drawers,
    width: WIDTH,
    data: [gauge()],
    warmUp: 20,
    rounds: 61,
    quick: 21,
    about:
      'a year with a forecast and a planned refinery, five years beside it. Plot has no arcs and draws a level bar.',
  },
  {
    id: 'mixed',
    name: '100 mixed charts',
    kind: 'draw',
    limit: { laidOut: 2 },
    ours: 'sahel-charts',
    names: drawers,
    width: 640,
    count: 100,
    data: [months(0), stacks(24, 6), gauge()],
    warmUp: 2,
    rounds: 15,
    quick: 5,
    about: 'the three charts by turns, 640 px wide, all put into one page at once.',
  },
  {
    id: 'first',
    name: 'first chart in a page',
    kind: 'first',
    limit: { laidOut: 2.5 },
    ...month,
    rounds: 15,
    quick: 7,
    about:
      'the 24 months of casualties in a new page of a new browser context. The code lies in memory as text; the clock runs from handing it to the engine, so compiling, running and drawing are inside and the network is not.',
  },
  {
    id: 'days',
    name: '3,650 daily values',
    kind: 'draw',
    limit: { painted: 0.7 },
    ...casualties,
    data: [days(3650)],
    warmUp: 6,
    rounds: 31,
    quick: 11,
    about: 'ten years of days. The reference draws every value as one stepped path.',
  },
  {
    id: 'many',
    name: '36,500 daily values',
    kind: 'draw',
    limit: { painted: 0.2 },
    ...casualties,
    data: [days(36_500)],
    warmUp: 3,
    rounds: 13,
    quick: 7,
    about: 'a hundred years of days, in the same way.',
  },
  {
    id: 'update',
    name: 'update, 24 periods',
    kind: 'update',
    limit: { laidOut: 1 },
    ...casualties,
    data: [months(0), months(1)],
    warmUp: 20,
    rounds: 61,
    quick: 21,
    about:
      'new figures for the same periods, given to a chart that stands. The reference sets its string again.',
  },
  {
    id: 'update-stacks',
    name: 'update, attribution 24 × 6',
    kind: 'update',
    limit: { laidOut: 1 },
    ...attribution,
    data: [stacks(24, 6), stacks(24, 6, 1)],
    warmUp: 20,
    rounds: 61,
    quick: 21,
    about: 'the same with stacks.',
  },
  {
    id: 'heap',
    name: 'heap of 100 charts',
    kind: 'heap',
    limit: 1.5,
    ...month,
    count: 100,
    about:
      'JavaScript and DOM memory (Runtime.getHeapUsage) of 100 charts of 24 periods after garbage collection; bitmaps of canvases are not in it.',
  },
  {
    id: 'leak',
    name: 'nodes and listeners left after 200 mounts',
    kind: 'leak',
    limit: 0,
    ...month,
    count: 200,
    about: 'what Memory.getDOMCounters counts more than before, after garbage collection.',
  },
];
