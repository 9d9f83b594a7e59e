import type { Chart, Reading, Scene } from '../charts/chart.js';
import { chartFor } from '../charts/index.js';
import type { Note } from '../data/note.js';
import { type Theme, type ThemeName, THEMES } from '../drawing/theme.js';
import type { Description } from '../words/description.js';
import type { LanguagePack } from '../words/language.js';
import { checkOptions } from './check-options.js';
import { isKnownLanguage, packFor } from './languages.js';

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

/** The same for what becomes a live chart. */
export interface LiveOptions extends Omit<RenderOptions, 'theme'> {
  /** Default "auto": the live chart follows the page, and on a page of its own the reader's system. */
  readonly theme?: 'auto' | ThemeName;
}

/** A contract that was read, laid out and put in words once: what every file of one chart is written from. */
export interface Still {
  readonly chart: Chart;
  readonly reading: Reading;
  readonly pack: LanguagePack;
  readonly theme: Theme;
  readonly options: RenderOptions;
  /** Width of the drawing, px. */
  readonly width: number;
  readonly scene: Scene;
  readonly words: Description;
  /** False when the chart was withdrawn or has no rows: words then stand in its place. */
  readonly isShown: boolean;
  /** What the desk should know: of the contract, and of the options that could not be followed. */
  readonly notes: readonly Note[];
}

/** @throws ContractError with every fault of the options, or of the contract. */
export function prepare(contract: unknown, options: RenderOptions = {}): Still {
  const chart = chartFor(contract);
  checkOptions(chart.name, options);
  const reading = chart.read(contract);
  const { lang = 'en', theme = 'light', width: wanted = 640, view, highlight } = options;
  const pack = packFor(lang);
  const width = Math.min(1600, Math.max(240, Math.round(wanted)));
  const scene = layOut({ chart, reading, pack, options }, width);
  const words = chart.describe(reading, pack, scene.form);
  return {
    chart,
    reading,
    pack,
    theme: THEMES[theme],
    options,
    width,
    scene,
    words,
    isShown: !words.withdrawal && !chart.isEmpty(reading),
    notes: [
      ...reading.notes,
      ...(isKnownLanguage(lang)
        ? []
        : [{ code: 'W_LANG' as const, message: `There is no language "${lang}"; English is written.` }]),
      ...scene.refused.map((what) =>
        what === 'view'
          ? {
              code: 'W_VIEW' as const,
              message: `The view "${view ?? ''}" does not suit this data; the usual one is drawn.`,
            }
          : { code: 'W_HIGHLIGHT' as const, message: `There is no "${highlight ?? ''}" to highlight.` },
      ),
    ],
  };
}

/** What stands where a live chart will be: light until it can follow the page. */
export function prepareLive(contract: unknown, options: LiveOptions): Still {
  checkOptions(chartFor(contract).name, options, true);
  return prepare(contract, { ...options, theme: options.theme === 'dark' ? 'dark' : 'light' });
}

/** The chart laid out for a width of its drawing, and of the whole that it stands in. */
export function layOut(
  { chart, reading, pack, options }: Pick<Still, 'chart' | 'reading' | 'pack' | 'options'>,
  width: number,
  outer = width,
): Scene {
  const { view, highlight, max } = options;
  return chart.layout(reading, {
    width,
    outer,
    pack,
    ...(view !== undefined && { view }),
    ...(highlight !== undefined && { highlight }),
    ...(max !== undefined && { max }),
  });
}

/** The source line with the address a reader could go to. */
export function sourceText({ source }: Description): string {
  return source.host ? `${source.text} ${source.host}` : source.text;
}

/** Texts as one, each with its full stop: headings have none of their own. */
export function joinSentences(texts: readonly string[]): string {
  return texts
    .filter(Boolean)
    .map((text, i, all) => (i === all.length - 1 || ENDED.test(text) ? text : `${text}.`))
    .join(' ');
}

/** A closing quotation mark, bracket or isolate may follow. */
const ENDED = /[.!?…؟۔][\p{Pe}\p{Pf}"'\u2069\u200f]*$/u;

/** Every row of the table as the reader sees it; none where nothing is shown. */
export function tableRows({ words, isShown }: Pick<Still, 'words' | 'isShown'>): (readonly string[])[] {
  return isShown ? Array.from({ length: words.rowCount }, (_, i) => words.row(i)) : [];
}
