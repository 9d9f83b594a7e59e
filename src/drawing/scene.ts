import { times } from '../data/times.js';
import { FADE_STEPS } from '../geometry/fade.js';
import type { Label } from '../geometry/label.js';
import type { Shapes } from '../geometry/shapes.js';
import { round } from '../geometry/round.js';
import { markup } from './markup.js';
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

/** The inks of a chart's marks by name, from back to front. */
export type Inks = readonly (readonly [string, Ink])[];

/** The steps of a fade, from strong to faint. */
export function fadeInks(role: keyof Theme): [string, Ink][] {
  return times(FADE_STEPS, (i) => [
    `fade${i}`,
    { role, opacity: Math.round(70 - (60 * i) / (FADE_STEPS - 1)) / 100 },
  ]);
}

/** Paints shapes in the order of the inks, and writes labels over them, with a halo that keeps them readable over lines. */
export function drawScene<T>(
  svg: Pen<T>,
  shapes: Shapes,
  inks: Inks,
  labels: readonly Label[],
  theme: Theme,
  mirror = 0,
): T {
  const present = inks.filter(([name]) => shapes[name]);
  const groups = new Map<string, Label[]>();
  for (const one of labels) {
    const { role, size, bold } = one.style;
    const key = `${role} ${size} ${Number(bold)} ${one.anchor}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const written = [...groups.values()];
  // A page colours by class, from custom properties; what a file is drawn with stands in the file.
  const isFile = (svg as unknown) === markup;
  const key = [
    Number(isFile),
    Number(mirror > 0),
    ...present.map(([name]) => name),
    ...written.map((group) => group.length),
    ...groups.keys(),
  ].join();
  const paint = (...roles: (keyof Theme)[]): string[] => (isFile ? roles.map((role) => theme[role]) : []);
  const values = [
    ...(mirror ? [mirror] : []),
    ...present.flatMap(([name, { role }]) => [...paint(role), shapes[name]]),
    ...written.flatMap((group) => [
      ...paint('surface', group[0]!.style.role),
      ...group.flatMap(({ x, y, text }) => [mirror ? round(mirror - x) : x, y, text]),
    ]),
  ];
  return svg(sceneTemplate(inks, key, present, written, mirror > 0, isFile), ...values);
}

const templates = new WeakMap<Inks, Map<string, TemplateStringsArray>>();

/**
 * One template for a whole picture, made once for each set of marks: a template for every path and label would cost a
 * page twice the nodes and as much time again (docs/performance.md). The strings are ours alone; whatever comes from a
 * contract is a value.
 */
function sceneTemplate(
  inks: Inks,
  key: string,
  present: Inks,
  groups: readonly Label[][],
  isMirrored: boolean,
  isFile: boolean,
): TemplateStringsArray {
  const known = templates.get(inks) ?? new Map<string, TemplateStringsArray>();
  templates.set(inks, known);
  let found = known.get(key);
  if (!found) {
    // A string ends where a value stands.
    const strings = [''];
    const write = (...texts: string[]): void => {
      strings.push(strings.pop()! + texts[0]!, ...texts.slice(1));
    };
    // Marks are turned over; words keep their own direction, and start where they began.
    if (isMirrored) write('<g transform="translate(', ') scale(-1 1)">');
    for (const [, { role, width, opacity = 1, part = '' }] of present) {
      const kind = width ? 'stroke' : 'fill';
      const line = width ? ` fill="none" stroke-width="${width}"` : '';
      const named = part && ` part="${part}"`;
      const faint = opacity < 1 ? ` ${kind}-opacity="${opacity}"` : '';
      write(`<path class="${kind}-${role}"${named}${faint}${line}`);
      if (isFile) write(` ${kind}="`, '"');
      write(' d="', '"/>');
    }
    if (isMirrored) write('</g>');
    for (const group of groups) {
      const { anchor, style } = group[0]!;
      const { role, size, bold } = style;
      const halo = role === 'surface' ? 0 : 3;
      write(
        `<g class="fill-${role} halo" part="label" font-size="${size}" font-weight="${bold ? 600 : 400}" text-anchor="${anchor}" stroke-width="${halo}" stroke-linejoin="round" paint-order="stroke"`,
      );
      if (isFile) write(' stroke="', '" fill="', '"');
      write('>');
      for (let i = 0; i < group.length; i++) {
        // Set as a property, a text needs no marker of Lit's beside it.
        write('<text x="', '" y="', ...(isFile ? ['">', '</text>'] : ['" .textContent="', '"></text>']));
      }
      write('</g>');
    }
    found = Object.assign(strings, { raw: strings });
    known.set(key, found);
  }
  return found;
}
