import type { Pen } from '../../drawing/pen.js';
import { drawScene, type Inks } from '../../drawing/scene.js';
import type { Theme } from '../../drawing/theme.js';
import type { Shapes } from '../../geometry/shapes.js';
import type { GaugeScene, KeyEntry } from './scene.js';

/** The marks from back to front. One hue: no mark says that much gold is good. */
const INKS: Inks = [
  ['gaps', { role: 'grid', opacity: 0.55 }],
  ['track', { role: 'grid', opacity: 0.8, part: 'axis' }],
  ['outline', { role: 'muted', width: 1.5 }],
  ['solid', { role: 'accent', part: 'mark' }],
  ['light', { role: 'accent', opacity: 0.4, part: 'mark' }],
  ['tint', { role: 'accent', opacity: 0.3 }],
  ['ground', { role: 'accent', opacity: 0.1 }],
  ['hatch', { role: 'accent', width: 1.4 }],
  ['open', { role: 'accent', width: 2 }],
  ['hollowHalo', { role: 'surface', width: 7 }],
  ['hollow', { role: 'text', width: 1.25 }],
  ['tickHalo', { role: 'surface', width: 5 }],
  ['tick', { role: 'text', width: 2 }],
  ['valueHalo', { role: 'surface', width: 5 }],
  ['value', { role: 'accent', width: 3 }],
  ['base', { role: 'text', width: 1, part: 'axis' }],
  ['leaders', { role: 'muted', width: 1 }],
  ['discs', { role: 'text' }],
];

/** The marks of a gold gauge, for whichever pen. */
export function drawGauge<T>(svg: Pen<T>, { shapes, labels, mirror }: GaugeScene, theme: Theme): T {
  return drawScene(svg, shapes, INKS, labels, theme, mirror);
}

/** The sample of each key entry, 22 × 14 px: the motif as it is in the picture. */
const SAMPLES: Readonly<Record<KeyEntry, Shapes>> = {
  partial: {
    ground: 'M1 2H19V13H1Z',
    hatch: 'M1 2H19M1 13H19M1 7L6 2M1 13L12 2M7 13L18 2M13 13L19 7',
    open: 'M19 2V6M19 9V13',
  },
  range: { solid: 'M1 2H8V13H1Z', tint: 'M8 2H21V13H8Z', value: 'M14 1V14' },
  hollow: { hollow: 'M8 0V4M8 6V9M8 11V14M14 0V4M14 6V9M14 11V14M8 0H14M8 14H14' },
  unknown: { gaps: 'M3 0H19V14H3Z' },
};

export function drawSample<T>(svg: Pen<T>, entry: KeyEntry, theme: Theme): T {
  return drawScene(svg, SAMPLES[entry], INKS, [], theme);
}
