import { attribution as english } from '../../words/languages/en.js';
import type { Chart } from '../chart.js';
import { extremes, rowTones } from '../time-column.js';
import { type AttributionReading, readAttribution } from './contract.js';
import { drawAttribution, drawSample } from './drawing.js';
import { layoutAttribution, reachAttribution } from './layout.js';
import { markAt, markBox, stepFrom } from './marks.js';
import type { AttributionForm, AttributionScene } from './scene.js';
import { describeAttribution } from './summary.js';
import { tabulateAttribution } from './tabulate.js';

export type { AttributionActor, AttributionData, AttributionReading, AttributionRow } from './contract.js';
export { readAttribution };

/** Attribution of actors: every death once. */
export const attribution: Chart<AttributionReading, AttributionScene> = {
  name: 'attribution',
  schema: 'attribution/1',
  english,
  read: readAttribution,
  isEmpty: ({ rows }) => rows.length === 0,
  reach: reachAttribution,
  layout: layoutAttribution,
  describe: (reading, pack, form) => describeAttribution(reading, pack, form as AttributionForm),
  draw: drawAttribution,
  drawSample,
  tabulate: tabulateAttribution,
  markCount: ({ rows }) => rows.length,
  markAt,
  markBox,
  step: stepFrom,
  // A stack is heard as its total, at its first row.
  tones: ({ stacks }) => rowTones(stacks, (i) => stacks[i]!.rows.find((row) => row !== undefined) ?? 0),
  selection: ({ rows }, index) => {
    const { period, actors, value } = rows[index]!;
    return { period: period.text, actors: actors === 'unattributed' ? [] : actors, value };
  },
  extremes,
};
