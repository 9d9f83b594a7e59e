import type { Pen } from '../../drawing/pen.js';
import { drawScene, fadeInks, type Inks } from '../../drawing/scene.js';
import type { Theme } from '../../drawing/theme.js';
import type { Shapes } from '../../geometry/shapes.js';
import type { CasualtiesScene, KeyEntry } from './scene.js';

/** The marks from back to front. */
const INKS: Inks = [
  ['gaps', { role: 'grid', opacity: 0.55 }],
  ['bands', { role: 'text', opacity: 0.06 }],
  ['grid', { role: 'grid', width: 1, part: 'axis' }],
  ['tops', { role: 'muted', width: 2 }],
  ['eventLines', { role: 'muted', width: 1 }],
  ['range', { role: 'accent', opacity: 0.2 }],
  ['area', { role: 'accent', opacity: 0.3, part: 'mark' }],
  ['solid', { role: 'accent', part: 'mark' }],
  ['light', { role: 'accent', opacity: 0.35, part: 'mark' }],
  ...fadeInks('accent'),
  ['ground', { role: 'accent', opacity: 0.1 }],
  ['hatch', { role: 'accent', width: 1.4 }],
  ['open', { role: 'accent', width: 2 }],
  ['years', { role: 'muted', width: 1.25, opacity: 0.75, part: 'mark' }],
  ['edge', { role: 'accent', width: 1.25, part: 'mark' }],
  ['year', { role: 'accent', width: 2.25, part: 'mark' }],
  ['dots', { role: 'accent' }],
  ['valueHalo', { role: 'surface', width: 3, opacity: 0.6 }],
  ['value', { role: 'text', width: 1.5 }],
  ['earlierHalo', { role: 'surface', width: 4 }],
  ['earlier', { role: 'muted', width: 1.75 }],
  ['sameHalo', { role: 'surface', width: 5 }],
  ['same', { role: 'text', width: 2 }],
  ['base', { role: 'text', width: 1, part: 'axis' }],
  ['leaders', { role: 'muted', width: 1 }],
  ['ticks', { role: 'muted', width: 1 }],
  ['breaks', { role: 'text', width: 1.5 }],
  ['discs', { role: 'text' }],
];

/** The marks of a casualties chart, for whichever pen. */
export function drawCasualties<T>(svg: Pen<T>, { shapes, labels, mirror }: CasualtiesScene, theme: Theme): T {
  return drawScene(svg, shapes, INKS, labels, theme, mirror);
}

/** The sample of each key entry, 22 × 14 px: the motif as it is in the picture. */
const SAMPLES: Readonly<Record<KeyEntry, Shapes>> = {
  partial: {
    ground: 'M3 2H19V14H3Z',
    hatch: 'M3 14V2M19 14V2M3 6L7 2M3 12L13 2M7 14L19 2M13 14L19 8',
    open: 'M3 2H7M10 2H14M17 2H19',
  },
  range: {
    solid: 'M3 11H19V14H3Z',
    fade1: 'M3 8H19V11H3Z',
    fade4: 'M3 5H19V8H3Z',
    fade7: 'M3 2H19V5H3Z',
    value: 'M3 7H19',
  },
  minimum: { solid: 'M3 7H19V14H3Z', fade2: 'M3 5H19V7H3Z', fade5: 'M3 3H19V5H3Z', fade8: 'M3 1H19V3H3Z' },
  samePeriod: { solid: 'M5 1H17V14H5Z', sameHalo: 'M1 8H21', same: 'M1 8H21' },
  earlier: { solid: 'M6 5H16V14H6Z', earlierHalo: 'M2 9H9M13 9H20', earlier: 'M2 9H9M13 9H20' },
  unknown: { gaps: 'M3 0H19V14H3Z' },
  break: { breaks: 'M11 0V4M11 7V11M11 13V14' },
};

export function drawSample<T>(svg: Pen<T>, entry: KeyEntry, theme: Theme): T {
  return drawScene(svg, SAMPLES[entry], INKS, [], theme);
}
