import type { Box } from '../../geometry/box.js';
import type { Label } from '../../geometry/label.js';
import type { Shapes } from '../../geometry/shapes.js';
import type { Scene } from '../chart.js';

/** A half circle, or a level bar where the half circle has no room. */
export type GaugeForm = 'arc' | 'bullet';

/** What a key line explains; only what is in the picture. */
export type KeyEntry = 'partial' | 'range' | 'hollow' | 'unknown';

/** Everything the drawing needs, placed and worded: plain data that could be printed as JSON. */
export interface GaugeScene extends Scene {
  readonly form: GaugeForm;
  readonly shapes: Shapes;
  readonly labels: readonly Label[];
  /** The place of each mark: the amount, the references, the history. */
  readonly boxes: readonly Box[];
}
