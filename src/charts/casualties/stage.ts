import type { ReportedRow } from '../../data/read-rows.js';
import type { WidthClass } from '../../geometry/frame.js';
import type { LabelRoom } from '../../geometry/label.js';
import type { Shapes } from '../../geometry/shapes.js';
import type { TimeScale } from '../../geometry/time-scale.js';
import type { ValueScale } from '../../geometry/value-scale.js';
import type { LanguagePack } from '../../words/language.js';
import type { LayoutOptions } from '../chart.js';
import type { CasualtiesReading } from './contract.js';

/** What the forms (columns, area, years) draw on: the frame, the scales, the room for labels, the shapes so far. */
export interface Stage {
  readonly reading: CasualtiesReading;
  readonly rows: readonly ReportedRow[];
  readonly options: LayoutOptions;
  readonly pack: LanguagePack;
  readonly size: WidthClass;
  readonly width: number;
  readonly time: TimeScale;
  readonly values: ValueScale;
  readonly base: number;
  readonly room: LabelRoom;
  readonly shapes: Shapes;
}
