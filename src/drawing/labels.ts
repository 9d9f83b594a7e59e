import { type Anchor, type Label, LABELS } from '../geometry/label.js';
import type { Pen } from './pen.js';
import type { Theme } from './theme.js';

const ROLES: Readonly<Record<Label['style'], keyof Theme>> = {
  value: 'text',
  detail: 'muted',
  axis: 'muted',
  event: 'text',
  number: 'surface',
  unknown: 'muted',
};

/** All labels of a scene, one group a style and anchor. A halo keeps them readable over lines. */
export function drawLabels<T>(svg: Pen<T>, labels: readonly Label[], theme: Theme): T[] {
  const groups = new Map<string, Label[]>();
  for (const label of labels) {
    const group = `${label.style} ${label.anchor}`;
    const list = groups.get(group);
    if (list) list.push(label);
    else groups.set(group, [label]);
  }
  return [...groups].map(([group, list]) => {
    const [style, anchor] = group.split(' ') as [Label['style'], Anchor];
    const { size, bold } = LABELS[style];
    const role = ROLES[style];
    return svg`<g class="ink-${role}${style === 'number' ? '' : ' halo'}" part="label" fill="${theme[role]}" font-size="${size}" font-weight="${bold ? 600 : 400}" text-anchor="${anchor}" stroke="${style === 'number' ? 'none' : theme.surface}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${list.map(
      ({ x, y, text }) => svg`<text x="${x}" y="${y}">${text}</text>`,
    )}</g>`;
  });
}
