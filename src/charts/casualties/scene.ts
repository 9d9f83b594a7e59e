import type { Box } from '../../geometry/box.js';
import type { Label } from '../../geometry/label.js';
import type { EventMarks } from '../../geometry/place-events.js';
import type { TimeScale } from '../../geometry/time-scale.js';
import type { ValueScale } from '../../geometry/value-scale.js';
import type { CasualtiesForm } from './summary.js';

/** What a key line explains; only what is in the picture. */
export type KeyEntry = 'partial' | 'range' | 'minimum' | 'samePeriod' | 'unknown' | 'break';

/** Everything the drawing needs, placed and worded: plain data that could be printed as JSON. Empty paths are ''. */
export interface CasualtiesScene {
  readonly form: CasualtiesForm;
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly time: TimeScale;
  readonly values: ValueScale;
  /** Grid lines above zero, and the baseline. */
  readonly grid: string;
  readonly baseline: string;
  /** Tick marks of the time axis. */
  readonly ticks: string;
  readonly shapes: CasualtiesShapes;
  readonly events: EventMarks;
  /** Upright lines of events and of breaks in the series. */
  readonly uprights: { readonly lines: string; readonly breaks: string };
  readonly labels: readonly Label[];
  readonly key: readonly { readonly entry: KeyEntry; readonly text: string }[];
  /** Events told in words below the picture. */
  readonly eventList: readonly string[];
  /** True when several periods share a pixel and only their extremes are drawn. */
  readonly decimated: boolean;
  /** Which of the asked-for view and highlight could not be given. */
  readonly refused: readonly ('view' | 'highlight')[];
}

export interface CasualtiesShapes {
  /** Whole periods. */
  readonly solid: string;
  /** Whole periods that a highlight leaves in the background. */
  readonly light: string;
  /** Published range, from its dense end to its faint one. */
  readonly fades: readonly string[];
  /** Partial periods: a pale ground, hatch lines, and an outline whose top is dashed. */
  readonly partialGround: string;
  readonly hatch: string;
  readonly partialSides: string;
  readonly partialTops: string;
  /** The value inside a range, and the same days of an earlier year. */
  readonly valueTicks: string;
  readonly sameTicks: string;
  /** Periods without a figure. */
  readonly gaps: string;
  /** Lines: the edge of an area, or one a year; the newest is told apart. */
  readonly line: string;
  readonly earlierLines: string;
  /** Ends of lines, as dots. */
  readonly dots: string;
}

export const NO_SHAPES: CasualtiesShapes = {
  solid: '',
  light: '',
  fades: [],
  partialGround: '',
  hatch: '',
  partialSides: '',
  partialTops: '',
  valueTicks: '',
  sameTicks: '',
  gaps: '',
  line: '',
  earlierLines: '',
  dots: '',
};
