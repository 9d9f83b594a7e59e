import { ChartElement } from '../../element/chart-element.js';
import { goldGauge } from './index.js';
import type { GoldGaugeReading } from './contract.js';
import type { GaugeScene } from './scene.js';

export { type GoldAmount, type GoldGaugeData, type GoldReference, readGoldGauge } from './index.js';
export { ContractError, type ErrorCode, type Fault } from '../../data/contract-error.js';
export type { Note, NoteCode } from '../../data/note.js';
export type { ErrorDetail, ReadyDetail, SourceKind, Status } from '../../element/chart-element.js';
export type { SelectDetail } from '../../element/explorer.js';

/**
 * One amount of gold and what it may be seen beside: a half circle, or a level bar where that has no room.
 *
 * Feed it a `gold-gauge/1` contract: the `data` property, a child `<script type="application/json">`, or `src`.
 *
 * @summary Gold mined, refined, exported or seized: a gauge that compares like with like only.
 * @tag sahel-gold-gauge
 *
 * @attr {string} src - Address of a JSON file with the contract; fetched once, near the viewport.
 * @attr {'arc' | 'bullet'} view - `arc` (default), or the level bar, which also stands in for the arc below 280 px.
 * @attr {'auto' | 'light' | 'dark'} theme - `auto` (default) follows the page, else the reader's system.
 * @attr {'lazy' | 'eager'} loading - `lazy` (default) fetches `src` near the viewport.
 * @attr {string} highlight - A period of the amount or the history; the other bars beside the gauge are drawn lighter.
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
 * @csspart subtitle - Unit and period.
 * @csspart note - The notes below the figure.
 * @csspart figure - Everything.
 * @csspart plot - The drawing with its tooltip.
 * @csspart mark - Marks of whole periods. Partial periods have no part: nothing can make them look whole.
 * @csspart axis - The track and the baseline.
 * @csspart label - Text in the drawing.
 * @csspart key - What the motifs mean, and the references that found no place in the drawing.
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
 * @cssprop --sahel-color-grid - The track and gaps.
 * @cssprop --sahel-color-accent - The marks.
 * @cssprop --sahel-color-focus - The focus ring.
 * @cssprop --sahel-padding - Space around the chart; default 16px.
 *
 * @fires {CustomEvent<ReadyDetail>} sahel-ready - Once per successful drawing of new data.
 * @fires {CustomEvent<ErrorDetail>} sahel-error - Once per failure, with every fault.
 * @fires {CustomEvent<SelectDetail>} sahel-select - The reader chose a mark by Enter, click or tap.
 */
export class SahelGoldGauge extends ChartElement<GoldGaugeReading, GaugeScene> {
  /** @internal */
  protected override readonly chart = goldGauge;
}
