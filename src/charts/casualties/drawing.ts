import { drawEventBands, drawEventLines } from '../../drawing/events.js';
import { drawLabels } from '../../drawing/labels.js';
import type { Pen } from '../../drawing/pen.js';
import type { Theme } from '../../drawing/theme.js';
import type { CasualtiesScene, KeyEntry } from './scene.js';

/** The marks of a casualties chart, for whichever pen. Partial marks bear no part name: nothing can make them look whole. */
export function drawCasualties<T>(svg: Pen<T>, scene: CasualtiesScene, theme: Theme): unknown[] {
  const { shapes, form, events } = scene;
  const { accent, text, grid, muted, surface } = theme;
  const isArea = form === 'area';
  return [
    shapes.gaps ? svg`<path class="ink-grid" fill="${grid}" fill-opacity="0.55" d="${shapes.gaps}"/>` : '',
    drawEventBands(svg, events, theme),
    svg`<path class="line-grid" part="axis" fill="none" stroke="${grid}" stroke-width="1" d="${scene.grid}"/>`,
    shapes.solid
      ? svg`<path class="ink-accent" part="mark" fill="${accent}" fill-opacity="${isArea ? 0.3 : 1}" d="${shapes.solid}"/>`
      : '',
    shapes.light
      ? svg`<path class="ink-accent" part="mark" fill="${accent}" fill-opacity="0.35" d="${shapes.light}"/>`
      : '',
    shapes.fades.map((d, i) =>
      d
        ? svg`<path class="ink-accent" fill="${accent}" fill-opacity="${isArea ? 0.22 : fadeOpacity(i, shapes.fades.length)}" d="${d}"/>`
        : '',
    ),
    shapes.partialGround
      ? svg`<path class="ink-accent" fill="${accent}" fill-opacity="0.1" d="${shapes.partialGround}"/><path class="line-accent" fill="none" stroke="${accent}" stroke-width="1.4" d="${shapes.hatch + shapes.partialSides}"/><path class="line-accent" fill="none" stroke="${accent}" stroke-width="2" d="${shapes.partialTops}"/>`
      : '',
    shapes.earlierLines
      ? svg`<path class="line-muted" part="mark" fill="none" stroke="${muted}" stroke-opacity="0.75" stroke-width="1.25" d="${shapes.earlierLines}"/>`
      : '',
    shapes.line
      ? svg`<path class="line-accent" part="mark" fill="none" stroke="${accent}" stroke-width="${isArea ? 1.25 : 2.25}" stroke-linejoin="round" d="${shapes.line}"/>`
      : '',
    shapes.dots ? svg`<path class="ink-accent" fill="${accent}" d="${shapes.dots}"/>` : '',
    shapes.valueTicks
      ? svg`<path class="line-surface" fill="none" stroke="${surface}" stroke-width="3" stroke-opacity="0.6" d="${shapes.valueTicks}"/><path class="line-text" fill="none" stroke="${text}" stroke-width="1.5" d="${shapes.valueTicks}"/>`
      : '',
    shapes.sameTicks
      ? svg`<path class="line-surface" fill="none" stroke="${surface}" stroke-width="5" d="${shapes.sameTicks}"/><path class="line-text" fill="none" stroke="${text}" stroke-width="2" d="${shapes.sameTicks}"/>`
      : '',
    svg`<path class="line-text" part="axis" fill="none" stroke="${text}" stroke-width="1" d="${scene.baseline}"/><path class="line-muted" fill="none" stroke="${muted}" stroke-width="1" d="${scene.ticks}"/>`,
    drawEventLines(svg, events, scene.uprights, theme),
    drawLabels(svg, scene.labels, theme),
  ];
}

function fadeOpacity(step: number, steps: number): number {
  return Math.round((0.7 - (0.6 * step) / Math.max(1, steps - 1)) * 100) / 100;
}

/** Size of a key's sample, px. */
export const SAMPLE = { width: 22, height: 14 } as const;

/** The sample of one key entry: the motif as it is in the picture. */
export function drawSample<T>(svg: Pen<T>, entry: KeyEntry, theme: Theme): unknown {
  const { accent, text, grid } = theme;
  switch (entry) {
    case 'partial':
      return svg`<path class="ink-accent" fill="${accent}" fill-opacity="0.1" d="M3 2H19V14H3Z"/><path class="line-accent" fill="none" stroke="${accent}" stroke-width="1.4" d="M3 14V2M19 14V2M3 6L7 2M3 12L13 2M7 14L19 2M13 14L19 8"/><path class="line-accent" fill="none" stroke="${accent}" stroke-width="2" d="M3 2H7M10 2H14M17 2H19"/>`;
    case 'range':
      return svg`<path class="ink-accent" fill="${accent}" d="M3 10H19V14H3Z"/>${[0.7, 0.5, 0.3, 0.15].map(
        (opacity, i) =>
          svg`<path class="ink-accent" fill="${accent}" fill-opacity="${opacity}" d="M3 ${7.5 - i * 2.5}H19V${10 - i * 2.5}H3Z"/>`,
      )}<path class="line-text" stroke="${text}" stroke-width="2" d="M3 6H19"/>`;
    case 'minimum':
      return svg`<path class="ink-accent" fill="${accent}" d="M3 7H19V14H3Z"/>${[0.5, 0.3, 0.15].map(
        (opacity, i) =>
          svg`<path class="ink-accent" fill="${accent}" fill-opacity="${opacity}" d="M3 ${4.7 - i * 2.3}H19V${7 - i * 2.3}H3Z"/>`,
      )}`;
    case 'samePeriod':
      return svg`<path class="ink-accent" fill="${accent}" d="M5 2H17V14H5Z"/><path class="line-surface" stroke="${theme.surface}" stroke-width="5" d="M1 8H21"/><path class="line-text" stroke="${text}" stroke-width="2" d="M1 8H21"/>`;
    case 'unknown':
      return svg`<path class="ink-grid" fill="${grid}" fill-opacity="0.55" d="M3 0H19V14H3Z"/>`;
    default:
      return svg`<path class="line-text" stroke="${text}" stroke-width="1.5" d="M11 0V4M11 7V11M11 13V14"/>`;
  }
}
