import { ChartElement } from '../../element/chart-element.js';
import { casualties } from './index.js';
import type { CasualtiesReading } from './contract.js';
import type { CasualtiesScene } from './scene.js';

export { type CasualtiesData, type CasualtiesRow, readCasualties } from './index.js';
export { ContractError, type ErrorCode, type Fault } from '../../data/contract-error.js';
export type { Note, NoteCode } from '../../data/note.js';
export type { ErrorDetail, ReadyDetail, SourceKind, Status } from '../../element/chart-element.js';
export type { SelectDetail } from '../../element/explorer.js';

/**
 * Casualties over time: columns on a calendar, each as wide as the days it covers.
 *
 * Feed it a `casualties/1` contract: the `data` property, a child `<script type="application/json">`, or `src`.
 *
 * @summary People killed or injured, period by period, that nobody can misread.
 * @tag sahel-casualties
 *
 * @attr {string} src - Address of a JSON file with the contract; fetched once, near the viewport.
 * @attr {'columns' | 'cumulative'} view - `columns` (default), or `cumulative` by day of year for rows shorter than a year.
 * @attr {'auto' | 'light' | 'dark'} theme - `auto` (default) follows the page, else the reader's system.
 * @attr {'lazy' | 'eager'} loading - `lazy` (default) fetches `src` near the viewport.
 * @attr {string} highlight - A period of the rows; the others are drawn lighter.
 * @attr {2 | 3 | 4 | 5 | 6} heading-level - Level of the title as a heading; default 3.
 * @attr {string} lang - Language of the chart; by default the nearest ancestor's, else the document's.
 * @attr {boolean} no-title - Leaves the title to the page; it stays in the accessible name and in exports.
 * @attr {boolean} no-table - Leaves out the table.
 * @attr {boolean} no-download - Leaves out the downloads.
 *
 * @slot - Fallback: shown until the chart is ready, without JavaScript, and when loading fails.
 * @slot title - Replaces the title.
 * @slot note - A note of the desk, above the source.
 *
 * @csspart title - The title.
 * @csspart subtitle - What is counted, who, when.
 * @csspart note - The content note and the notes below the figure.
 * @csspart figure - Everything.
 * @csspart plot - The drawing with its tooltip.
 * @csspart mark - Marks of whole periods. Partial periods have no part: nothing can make them look whole.
 * @csspart axis - Grid and baseline.
 * @csspart label - Text in the drawing.
 * @csspart key - What the motifs mean, and the events.
 * @csspart caveat - What the figures do not say.
 * @csspart source - The source line; it cannot be left out.
 * @csspart table - The table and its summary.
 * @csspart toolbar - Table and downloads.
 * @csspart message - A sentence in the figure's place.
 *
 * @cssprop --sahel-font-family - Font of all text; any font no wider than DejaVu Sans fits.
 * @cssprop --sahel-color-text - Text.
 * @cssprop --sahel-color-muted - Secondary text, 4.5:1 on the surface.
 * @cssprop --sahel-color-surface - Background.
 * @cssprop --sahel-color-grid - Grid lines and gaps.
 * @cssprop --sahel-color-accent - The marks.
 * @cssprop --sahel-color-focus - The focus ring.
 * @cssprop --sahel-padding - Space around the chart; default 16px.
 *
 * @fires {CustomEvent<ReadyDetail>} sahel-ready - Once per successful drawing of new data.
 * @fires {CustomEvent<ErrorDetail>} sahel-error - Once per failure, with every fault.
 * @fires {CustomEvent<SelectDetail>} sahel-select - The reader chose a mark by Enter, click or tap.
 */
export class SahelCasualties extends ChartElement<CasualtiesReading, CasualtiesScene> {
  /** @internal */
  protected override readonly chart = casualties;
}
