// The cases, their limits and how often each is measured.
import { days, months } from './data.js';

const WIDTH = 1000;
const month = { width: WIDTH, data: [months(0), months(1)] };

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
    id: 'first',
    name: 'first chart in a page',
    kind: 'first',
    limit: { laidOut: 2.5 },
    ...month,
    rounds: 15,
    quick: 7,
    about:
      'the same chart in a new page of a new browser context. The code lies in memory as text; the clock runs from handing it to the engine, so compiling, running and drawing are inside and the network is not.',
  },
  {
    id: 'days',
    name: '3,650 daily values',
    kind: 'draw',
    limit: { painted: 0.7 },
    width: WIDTH,
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
    width: WIDTH,
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
    ...month,
    warmUp: 20,
    rounds: 61,
    quick: 21,
    about:
      'new figures for the same periods, given to a chart that stands. The reference sets its string again.',
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
