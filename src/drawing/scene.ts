import type { Label } from '../geometry/label.js';
import type { Shapes } from '../geometry/shapes.js';
import type { Pen } from './pen.js';
import type { Theme } from './theme.js';

/**
 * How one mark is painted: a fill, or a line where it has a width. A mark with a part can be restyled by the page; marks
 * of partial periods have none, so that nothing can make them look whole.
 */
export interface Ink {
  readonly role: keyof Theme;
  readonly width?: number;
  readonly opacity?: number;
  readonly part?: 'mark' | 'axis';
}

/** Paints shapes in the order of the inks. */
export function drawShapes<T>(
  svg: Pen<T>,
  shapes: Shapes,
  inks: readonly (readonly [string, Ink])[],
  theme: Theme,
): T[] {
  return inks.flatMap(([name, { role, width, opacity = 1, part = '' }]) => {
    const d = shapes[name];
    if (!d) return [];
    return width
      ? svg`<path class="line-${role}" part="${part}" fill="none" stroke="${theme[role]}" stroke-width="${width}" stroke-opacity="${opacity}" d="${d}"/>`
      : svg`<path class="ink-${role}" part="${part}" fill="${theme[role]}" fill-opacity="${opacity}" d="${d}"/>`;
  });
}

/** Writes labels, one group a style and anchor. A halo keeps them readable over lines. */
export function drawLabels<T>(svg: Pen<T>, labels: readonly Label[], theme: Theme): T[] {
  const groups = new Map<string, Label[]>();
  for (const one of labels) {
    const key = `${one.style.role}${one.style.size}${one.anchor}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((group) => {
    const { anchor, style } = group[0]!;
    const { role, size, bold } = style;
    const texts = svg(textTemplate(group.length), ...group.flatMap(({ x, y, text }) => [x, y, text]));
    return svg`<g class="ink-${role} halo" part="label" fill="${theme[role]}" font-size="${size}" font-weight="${bold ? 600 : 400}" text-anchor="${anchor}" stroke="${theme.surface}" stroke-width="${role === 'surface' ? 0 : 3}" stroke-linejoin="round" paint-order="stroke">${texts}</g>`;
  });
}

const textTemplates = new Map<number, TemplateStringsArray>();

/**
 * The template of so many texts, made once: one template for a group instead of one for each label halves the nodes that
 * a page has to keep (docs/performance.md). It holds nothing but these constants.
 */
function textTemplate(count: number): TemplateStringsArray {
  let found = textTemplates.get(count);
  if (!found) {
    const strings = Array.from({ length: count }, (_, i) => [
      i ? '</text><text x="' : '<text x="',
      '" y="',
      '">',
    ]).flat();
    strings.push('</text>');
    found = Object.assign(strings, { raw: strings });
    textTemplates.set(count, found);
  }
  return found;
}
