import type { Box } from '../../geometry/box.js';
import { linePath, rectPath } from '../../geometry/hatch.js';
import { bandPaths, dots, motifLines } from '../../geometry/motif.js';
import { addShape, type Shapes } from '../../geometry/shapes.js';
import type { Grade } from './contract.js';
import type { Segment } from './segments.js';
import type { Look } from './slots.js';

/** Distance between the lines of a motif by grade, px: the weaker the evidence, the denser. Never under 6. */
export const PITCH: Readonly<Record<Grade, number>> = {
  confirmed: 17,
  likely: 12,
  'single-source': 8.5,
  contested: 6,
};
const PITCH_UNGRADED = 13;

/** How one segment is painted. */
export interface Paint {
  readonly kind: Segment['kind'];
  readonly looks: readonly Look[];
  readonly grade?: Grade | undefined;
  /** Lightened, because another one is highlighted. */
  readonly isPale?: boolean;
}

/** Paints a segment into a box: hue and motif of one actor, bands for several, outlines where it is disputed. */
export function paintSegment(shapes: Shapes, { kind, looks, grade, isPale = false }: Paint, box: Box): void {
  const { x0, x1, y0, y1 } = box;
  if (x1 - x0 < 0.2 || y1 - y0 < 0.2) return;
  // Outlines stand inside the box, however slim it is.
  const inset = (most: number): Box => {
    const [dx, dy] = [Math.min(most, (x1 - x0) / 2), Math.min(most, (y1 - y0) / 2)];
    return { x0: x0 + dx, x1: x1 - dx, y0: y0 + dy, y1: y1 - dy };
  };
  const tone = isPale ? 'pale' : 'fill';
  const first = looks[0]?.hue ?? 0;
  switch (kind) {
    case 'actor':
      addShape(shapes, `${tone}${first}`, rectPath(box));
      addShape(shapes, 'motif', motifLines(looks[0]!.motif, box, grade ? PITCH[grade] : PITCH_UNGRADED));
      break;
    case 'joint':
    case 'unsplit':
      bandPaths(box, looks.length).forEach(({ area, middle }, i) => {
        const { hue, motif } = looks[i]!;
        addShape(shapes, `${tone}${hue}`, area);
        // A successor's bands are parted in the middle.
        if (hue !== motif) addShape(shapes, 'motif', middle);
      });
      if (grade) addShape(shapes, 'motif', motifLines(2, box, PITCH[grade]));
      break;
    case 'disputed': {
      // Each candidate's outline along a share of the edge, the first at the left.
      const inner = inset(1);
      const step = (inner.x1 - inner.x0) / looks.length;
      looks.forEach(({ hue }, i) => {
        const [left, right] = [inner.x0 + i * step, inner.x0 + (i + 1) * step];
        const ends =
          (i ? '' : linePath(left, inner.y0, left, inner.y1)) +
          (i < looks.length - 1 ? '' : linePath(right, inner.y0, right, inner.y1));
        addShape(
          shapes,
          `line${hue}`,
          linePath(left, inner.y0, right, inner.y0) + linePath(left, inner.y1, right, inner.y1) + ends,
        );
      });
      if (grade) addShape(shapes, `line${first}`, motifLines(2, inner, PITCH[grade]));
      break;
    }
    case 'unattributed':
      addShape(shapes, isPale ? 'unknownPale' : 'unknown', rectPath(box));
      addShape(shapes, 'dots', dots(box, 6));
      break;
    case 'others':
      addShape(shapes, isPale ? 'unknownPale' : 'others', rectPath(box));
      break;
    default:
      addShape(shapes, 'missing', rectPath(inset(0.5)));
  }
}
