import { chartFor } from '../charts/index.js';
import { renderSheet, type SheetOptions } from '../charts/render-sheet.js';
import type { Note } from '../data/note.js';
import { THEMES } from '../drawing/theme.js';
import type { Description, SourceLine, TableColumn } from '../words/description.js';
import { checkOptions } from './check-options.js';
import { packFor } from './languages.js';
import { renderDeclarative } from './render-element.js';
import { renderFigure } from './render-html.js';
import { type LiveOptions, prepare, type RenderOptions } from './still.js';

export { ContractError, describeFault, type ErrorCode, type Fault } from '../data/contract-error.js';
export type { Note, NoteCode } from '../data/note.js';
export type { LiveOptions, RenderOptions } from './still.js';

/**
 * Draws a contract as the text of a self-contained SVG file, in Node or anywhere else: no DOM, no clock, no network; the
 * same input gives the same bytes.
 *
 * @throws ContractError with every fault of the contract, or of the options.
 */
export function renderSVG(contract: unknown, options: RenderOptions = {}): string {
  const chart = chartFor(contract);
  checkOptions(chart.name, options);
  return renderSheet(chart, chart.read(contract), packFor(options.lang ?? 'en'), layoutOptions(options));
}

/**
 * Writes a contract as a piece of a page: a figure with drawing, summary, key, source, table and a schema.org Dataset as
 * JSON-LD, without style, id or any script that runs. It is complete for readers without JavaScript, and the fallback to
 * put inside an element.
 *
 * @throws ContractError with every fault.
 */
export function renderHTML(contract: unknown, options: RenderOptions = {}): string {
  return renderFigure(prepare(contract, options)).text;
}

/**
 * Writes a contract as its element with a declarative shadow root, for pages that a server makes: complete before any
 * script, and drawn over by the live chart in one frame. `width` is the element's own, px; `theme` may be "auto".
 *
 * @throws ContractError with every fault.
 */
export function renderElement(
  contract: unknown,
  given: LiveOptions & { readonly prefix?: string } = {},
): string {
  const chart = chartFor(contract);
  checkOptions(chart.name, given, true);
  const { lang = 'en', theme = 'auto', width = 640, prefix = 'sahel', ...options } = given;
  return renderDeclarative(chart, contract, chart.read(contract), packFor(lang), {
    ...options,
    width,
    theme,
    prefix,
  });
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
  checkOptions(chart.name, { lang });
  const reading = chart.read(contract);
  const pack = packFor(lang);
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
