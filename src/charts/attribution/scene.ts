import type { Box } from '../../geometry/box.js';
import type { Label } from '../../geometry/label.js';
import type { Shapes } from '../../geometry/shapes.js';
import type { Scene } from '../chart.js';

/** How the rows are shown; the words name it. */
export type AttributionForm = 'stack' | 'rows' | 'areas' | 'share' | 'involved' | 'panels';

/** Everything the drawing needs, placed and worded: plain data that could be printed as JSON. */
export interface AttributionScene extends Scene {
  readonly form: AttributionForm;
  readonly shapes: Shapes;
  readonly labels: readonly Label[];
  /** Where each row stands; a row may stand twice, and rows folded together share a place. */
  readonly places: readonly { readonly row: number; readonly box: Box }[];
}
