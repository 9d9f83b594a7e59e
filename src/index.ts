/** Public names. Importing this registers nothing; `sahel-charts/define` does. */
export { SahelCasualties } from './charts/casualties/element.js';
export { SahelAttribution } from './charts/attribution/element.js';
export { SahelGoldGauge } from './charts/gold-gauge/element.js';
export {
  type AttributionActor,
  type AttributionData,
  type AttributionRow,
  readAttribution,
} from './charts/attribution/index.js';
export {
  type GoldAmount,
  type GoldGaugeData,
  type GoldReference,
  readGoldGauge,
} from './charts/gold-gauge/index.js';
export { type CasualtiesData, type CasualtiesRow, readCasualties } from './charts/casualties/index.js';
export { ContractError, describeFault, type ErrorCode, type Fault } from './data/contract-error.js';
export type { Note, NoteCode } from './data/note.js';
export type { ErrorDetail, ReadyDetail, SourceKind, Status } from './element/chart-element.js';
export type { SelectDetail } from './element/explorer.js';
export { type LanguagePack, registerLanguage } from './words/language.js';
export { VERSION } from './version.js';
