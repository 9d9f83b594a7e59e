import type { Box } from '../../geometry/box.js';
import type { Label } from '../../geometry/label.js';
import type { Shapes } from '../../geometry/shapes.js';
import type { TimeScale } from '../../geometry/time-scale.js';
import type { ValueScale } from '../../geometry/value-scale.js';
import type { Scene } from '../chart.js';
import type { CasualtiesForm } from './summary.js';

/** What a key line explains; only what is in the picture. */
export type KeyEntry = 'partial' | 'range' | 'minimum' | 'samePeriod' | 'earlier' | 'unknown' | 'break';

/** Everything the drawing needs, placed and worded: plain data that could be printed as JSON. */
export interface CasualtiesScene extends Scene {
  readonly form: CasualtiesForm;
  readonly plot: Box;
  readonly time: TimeScale;
  readonly values: ValueScale;
  readonly shapes: Shapes;
  readonly labels: readonly Label[];
}
