import { DISC, type EventMarks } from '../geometry/place-events.js';
import { LABELS } from '../geometry/label.js';
import type { Pen } from './pen.js';
import type { Theme } from './theme.js';

/** Spans of days, behind everything. */
export function drawEventBands<T>(svg: Pen<T>, { bands }: EventMarks, theme: Theme): T | '' {
  return bands ? svg`<path class="ink-text" fill="${theme.text}" fill-opacity="0.06" d="${bands}"/>` : '';
}

/** Lines and numbered discs, over the marks. */
export function drawEventLines<T>(
  svg: Pen<T>,
  { tops, discs }: EventMarks,
  { lines, breaks }: { readonly lines: string; readonly breaks: string },
  theme: Theme,
): (T | '')[] {
  return [
    tops
      ? svg`<path class="line-muted" fill="none" stroke="${theme.muted}" stroke-width="2" d="${tops}"/>`
      : '',
    lines
      ? svg`<path class="line-muted" fill="none" stroke="${theme.muted}" stroke-width="1" d="${lines}"/>`
      : '',
    breaks
      ? svg`<path class="line-text" fill="none" stroke="${theme.text}" stroke-width="1.5" d="${breaks}"/>`
      : '',
    discs.length
      ? svg`<g class="ink-text" fill="${theme.text}">${discs.map(({ x, y }) => svg`<circle cx="${x}" cy="${y}" r="${DISC}"/>`)}</g><g class="ink-surface" fill="${theme.surface}" font-size="${LABELS.number.size}" font-weight="600" text-anchor="middle">${discs.map(
          ({ x, y, number }) => svg`<text x="${x}" y="${y + 4.3}">${number}</text>`,
        )}</g>`
      : '',
  ];
}
