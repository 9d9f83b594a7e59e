import type { ReportedEvent } from '../../data/read-events.js';
import type { Box } from '../../geometry/box.js';
import type { Shapes } from '../../geometry/shapes.js';
import type { LanguagePack } from '../../words/language.js';
import type { AttributionReading } from './contract.js';
import type { Paint } from './paint.js';
import type { Segment, Segments } from './segments.js';

/** What every form draws with, beside its plot. */
export interface Stage {
  readonly reading: AttributionReading;
  readonly segments: Segments;
  readonly pack: LanguagePack;
  /** Those of the contract, and where one actor follows another. */
  readonly events: readonly ReportedEvent[];
  readonly shapes: Shapes;
  /** How a segment looks in one period; without a period, in a key. */
  readonly paintOf: (segment: Segment, stack?: number) => Paint;
  /** Where each row was put. */
  readonly places: { row: number; box: Box }[];
  /** Each row of `segment` in one stack stands in `box`. */
  readonly put: (segment: Segment, stack: number, box: Box) => void;
  /** Whether figures are parts of 100 rather than counts, and of which stacks there can be such. */
  readonly isShare: boolean;
  readonly hasShares: (stack: number) => boolean;
  /** The stack that lists speak of. */
  readonly reference: number;
}
