import { times } from '../../data/times.js';
import type { Pen } from '../../drawing/pen.js';
import { drawScene, fadeInks, type Ink, type Inks } from '../../drawing/scene.js';
import type { Theme } from '../../drawing/theme.js';
import { motifLines } from '../../geometry/motif.js';
import type { Shapes } from '../../geometry/shapes.js';
import type { Grade } from './contract.js';
import { type Paint, paintSegment, PITCH } from './paint.js';
import type { AttributionScene } from './scene.js';
import { SLOTS } from './slots.js';

const bySlot = (name: string, ink: Omit<Ink, 'role'>): [string, Ink][] =>
  times(SLOTS, (i) => [`${name}${i + 1}`, { role: `actor${i + 1}` as keyof Theme, ...ink }]);

/** The marks from back to front. */
const INKS: Inks = [
  ['gaps', { role: 'grid', opacity: 0.55 }],
  ['bands', { role: 'text', opacity: 0.06 }],
  ['grid', { role: 'grid', width: 1, part: 'axis' }],
  ['tops', { role: 'muted', width: 2 }],
  ['eventLines', { role: 'muted', width: 1 }],
  ...bySlot('fill', {}),
  ...bySlot('pale', { opacity: 0.28 }),
  ['others', { role: 'muted', opacity: 0.75 }],
  ['unknown', { role: 'unattributed', opacity: 0.22 }],
  ['unknownPale', { role: 'unattributed', opacity: 0.1 }],
  ['motif', { role: 'surface', width: 1.5, opacity: 0.8 }],
  ['dots', { role: 'unattributed', width: 2.4 }],
  ['missing', { role: 'muted', width: 1, opacity: 0.7 }],
  ...bySlot('line', { width: 2 }),
  ['othersLine', { role: 'muted', width: 2 }],
  ['unknownLine', { role: 'unattributed', width: 2 }],
  ['seams', { role: 'surface', width: 1 }],
  ['edges', { role: 'muted', width: 1 }],
  ['open', { role: 'text', width: 1.5 }],
  ...fadeInks('muted'),
  ['value', { role: 'text', width: 1.5 }],
  ['leaders', { role: 'muted', width: 1 }],
  ['base', { role: 'text', width: 1, part: 'axis' }],
  ['ticks', { role: 'muted', width: 1 }],
  ['breaks', { role: 'text', width: 1.5 }],
  ['plates', { role: 'surface', opacity: 0.9 }],
  ['rules', { role: 'grid', width: 1 }],
  ['discs', { role: 'text' }],
];

/** The marks of an attribution chart, for whichever pen. */
export function drawAttribution<T>(
  svg: Pen<T>,
  { shapes, labels, mirror }: AttributionScene,
  theme: Theme,
): T {
  return drawScene(svg, shapes, INKS, labels, theme, mirror);
}

/** What a key line shows: a paint as text ("actor 1.1", "joint 1.1 2.2", "disputed.likely 1.1 2.2"), or a mark's name. */
export function sampleName({ kind, looks, grade = '' as Grade }: Paint): string {
  return [`${kind}.${grade}`, ...looks.map(({ hue, motif }) => `${hue}.${motif}`)].join(' ');
}

const SAMPLES: Readonly<Record<string, Shapes>> = {
  partial: { others: 'M5 4H17V14H5Z', open: 'M5 4H8M9.5 4H12.5M14 4H17' },
  range: { fade1: 'M9 9H13V13H9Z', fade5: 'M9 5H13V9H9Z', fade8: 'M9 1H13V5H9Z', value: 'M7 7H15' },
  gap: { gaps: 'M3 0H19V14H3Z' },
  grade: { others: 'M0 0H22V14H0Z', motif: motifLines(1, { x0: 0, x1: 22, y0: 0, y1: 14 }, PITCH.contested) },
  break: { breaks: 'M11 0V4M11 7V11M11 13V14' },
};

/** The sample of a key entry, 22 × 14 px. */
export function drawSample<T>(svg: Pen<T>, entry: string, theme: Theme): T {
  const [head = '', ...looks] = entry.split(' ');
  const [kind, grade] = head.split('.');
  const shapes: Shapes = { ...SAMPLES[head] };
  if (grade !== undefined)
    paintSegment(
      shapes,
      {
        kind: kind as Paint['kind'],
        looks: looks.map((look) => {
          const [hue, motif] = look.split('.').map(Number) as [number, number];
          return { hue, motif };
        }),
        grade: (grade || undefined) as Grade | undefined,
      },
      { x0: 0, x1: 22, y0: 0, y1: 14 },
    );
  return drawScene(svg, shapes, INKS, [], theme);
}
