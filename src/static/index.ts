import { chartFor } from '../charts/index.js';
import { renderSheet, type SheetOptions } from '../charts/render-sheet.js';
import type { Note } from '../data/note.js';
import { type ThemeName, THEMES } from '../drawing/theme.js';
import type { Description, SourceLine, TableColumn } from '../words/description.js';
import { languageFor, registerLanguage } from '../words/language.js';
import en from '../words/languages/en.js';
import fr from '../words/languages/fr.js';
import { renderFigure } from './render-html.js';

export { ContractError, describeFault, type ErrorCode, type Fault } from '../data/contract-error.js';
export type { Note, NoteCode } from '../data/note.js';

for (const pack of [en, fr]) registerLanguage(pack);

export interface RenderOptions {
  /** px; default 640. The drawing is laid out for 240 to 1,600 px. */
  readonly width?: number;
  /** BCP 47 tag; default "en". An unknown one is drawn in English. */
  readonly lang?: string;
  /** Default "light". */
  readonly theme?: ThemeName;
  readonly view?: string;
  /** A period of the rows, the others lightened. */
  readonly highlight?: string;
  /** A shared maximum, so that several charts can be read side by side; it never lowers a chart's own. */
  readonly max?: number;
}

/**
 * Draws a contract as the text of a self-contained SVG file, in Node or anywhere else: no DOM, no clock, no network; the
 * same input gives the same bytes.
 *
 * @throws ContractError with every fault.
 */
export function renderSVG(contract: unknown, options: RenderOptions = {}): string {
  const chart = chartFor(contract);
  return renderSheet(chart, chart.read(contract), languageFor(options.lang ?? 'en'), layoutOptions(options));
}

/**
 * Writes a contract as a piece of a page: a figure with drawing, summary, key, source and table, without script, style or
 * id. It is complete for readers without JavaScript, and the fallback to put inside an element.
 *
 * @throws ContractError with every fault.
 */
export function renderHTML(contract: unknown, options: RenderOptions = {}): string {
  const chart = chartFor(contract);
  return renderFigure(chart, chart.read(contract), languageFor(options.lang ?? 'en'), layoutOptions(options));
}

function layoutOptions({ width = 640, theme = 'light', view, highlight, max }: RenderOptions): SheetOptions {
  return {
    width,
    theme: THEMES[theme],
    ...(view !== undefined && { view }),
    ...(highlight !== undefined && { highlight }),
    ...(max !== undefined && { max }),
  };
}

/**
 * Reads a contract of any chart.
 *
 * @returns a frozen copy of what it says, and notes on what is doubtful.
 * @throws ContractError with every fault: code, JSON path, expected, received.
 */
export function readContract(contract: unknown): { readonly data: unknown; readonly notes: readonly Note[] } {
  const { data, notes } = chartFor(contract).read(contract);
  return { data, notes };
}

/** All words of a chart: title, subtitle, summary, table, source line and notes. */
export interface ChartWords {
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  readonly columns: readonly TableColumn[];
  /** Formatted cells in the order of the columns. */
  readonly rows: readonly (readonly string[])[];
  readonly source: SourceLine;
  readonly notes: readonly string[];
  readonly caveat: string;
  readonly name: string;
}

/** @throws ContractError with every fault. */
export function describe(contract: unknown, lang = 'en'): ChartWords {
  const chart = chartFor(contract);
  const reading = chart.read(contract);
  const pack = languageFor(lang);
  const { form } = chart.layout(reading, { width: 640, pack });
  const words: Description = chart.describe(reading, pack, form);
  const { title, subtitle, columns, source, notes, caveat, name, withdrawal } = words;
  return {
    title,
    subtitle,
    summary: withdrawal || words.summary,
    columns,
    rows: withdrawal ? [] : Array.from({ length: words.rowCount }, (_, i) => words.row(i)),
    source,
    notes,
    caveat,
    name,
  };
}
