import { casualties as english } from '../../words/languages/en.js';
import type { Chart } from '../chart.js';
import { extremes, rowTones } from '../time-column.js';
import { type CasualtiesReading, readCasualties } from './contract.js';
import { drawCasualties, drawSample } from './drawing.js';
import { layoutCasualties, reachCasualties } from './layout.js';
import { markAt, markBox } from './marks.js';
import type { CasualtiesScene, KeyEntry } from './scene.js';
import { type CasualtiesForm, describeCasualties } from './summary.js';
import { tabulateCasualties } from './tabulate.js';

export type { CasualtiesData, CasualtiesReading, CasualtiesRow } from './contract.js';
export { readCasualties };

/** Casualties over time. */
export const casualties: Chart<CasualtiesReading, CasualtiesScene> = {
  name: 'casualties',
  schema: 'casualties/1',
  english,
  read: readCasualties,
  isEmpty: ({ rows }) => rows.length === 0,
  reach: reachCasualties,
  layout: layoutCasualties,
  describe: (reading, pack, form) => describeCasualties(reading, pack, form as CasualtiesForm),
  draw: drawCasualties,
  drawSample: (svg, entry, theme) => drawSample(svg, entry as KeyEntry, theme),
  tabulate: tabulateCasualties,
  markCount: ({ rows }) => rows.length,
  markAt,
  markBox,
  tones: ({ rows }) => rowTones(rows),
  selection: ({ rows }, index) => ({ period: rows[index]!.period.text, value: rows[index]!.value }),
  extremes,
};
