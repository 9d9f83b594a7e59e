import { ChartElement } from '../../element/chart-element.js';
import { attribution } from './index.js';
import type { AttributionReading } from './contract.js';
import type { AttributionScene } from './scene.js';

export {
  type AttributionActor,
  type AttributionData,
  type AttributionRow,
  readAttribution,
} from './index.js';
export { ContractError, type ErrorCode, type Fault } from '../../data/contract-error.js';
export type { Note, NoteCode } from '../../data/note.js';
export type { ErrorDetail, ReadyDetail, SourceKind, Status } from '../../element/chart-element.js';
export type { SelectDetail } from '../../element/explorer.js';

/**
 * A stacked attribution of actors: every death once. A joint act is a segment of its own in the hues of both; what is
 * disputed is hollow; what nobody is known for is always there.
 *
 * Feed it an `attribution/1` contract: the `data` property, a child `<script type="application/json">`, or `src`.
 *
 * @summary Deaths by the actors involved, each counted once, joint acts never split.
 * @tag sahel-attribution
 *
 * @attr {string} src - Address of a JSON file with the contract; fetched once, near the viewport.
 * @attr {'stack' | 'share' | 'involved'} view - `stack` (default), `share` of 100 for `whole: "all"`, or `involved`: unstacked, overlapping. Wide and unset: stack and involved side by side.
 * @attr {'auto' | 'light' | 'dark'} theme - `auto` (default) follows the page, else the reader's system.
 * @attr {'lazy' | 'eager'} loading - `lazy` (default) fetches `src` near the viewport.
 * @attr {string} highlight - An actor's id or a period of the rows; the others are drawn lighter, no figure changes.
 * @attr {2 | 3 | 4 | 5 | 6} heading-level - Level of the title as a heading; default 3.
 * @attr {string} scale-group - Elements of a page with the same name, measure and unit share the end of their axis.
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
 * @cssprop --sahel-color-focus - The focus ring.
 * @cssprop --sahel-color-unattributed - What is attributed to nobody.
 * @cssprop --sahel-actor-1 - Hue of the first slot; so on to `--sahel-actor-8`.
 * @cssprop --sahel-actor-2 - Hue of the second slot.
 * @cssprop --sahel-actor-3 - Hue of the third slot.
 * @cssprop --sahel-actor-4 - Hue of the fourth slot.
 * @cssprop --sahel-actor-5 - Hue of the fifth slot.
 * @cssprop --sahel-actor-6 - Hue of the sixth slot.
 * @cssprop --sahel-actor-7 - Hue of the seventh slot.
 * @cssprop --sahel-actor-8 - Hue of the eighth slot.
 * @cssprop --sahel-padding - Space around the chart; default 16px.
 *
 * @fires {CustomEvent<ReadyDetail>} sahel-ready - Once per successful drawing of new data.
 * @fires {CustomEvent<ErrorDetail>} sahel-error - Once per failure, with every fault.
 * @fires {CustomEvent<SelectDetail>} sahel-select - The reader chose a mark by Enter, click or tap.
 */
export class SahelAttribution extends ChartElement<AttributionReading, AttributionScene> {
  /** @internal */
  protected override readonly chart = attribution;
}
