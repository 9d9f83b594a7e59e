import type { Note } from '../data/note.js';
import type { Pen } from '../drawing/pen.js';
import type { Theme } from '../drawing/theme.js';
import type { Box } from '../geometry/box.js';
import type { Description } from '../words/description.js';
import type { LanguagePack, Texts } from '../words/language.js';

/** What every reading of a contract gives. */
export interface Reading {
  readonly data: {
    readonly source: { readonly asOf: string };
    readonly notices?: readonly { readonly kind: string }[] | undefined;
  };
  readonly notes: readonly Note[];
}

export interface LayoutOptions {
  /** Width of the drawing, px. */
  readonly width: number;
  /** Width of the whole element, which picks the width class; default `width`. */
  readonly outer?: number;
  readonly pack: LanguagePack;
  readonly view?: string;
  readonly highlight?: string;
  /** An end of the value axis at least; charts that share it can be read side by side. */
  readonly max?: number;
  /** Looks of actors that other charts of the page have given: one actor, one look. */
  readonly looks?: Map<string, { readonly hue: number; readonly motif: number }>;
}

/** One figure as it sounds: its mark, how much it is, and whether it covers its period. */
export interface Tone {
  readonly mark: number;
  readonly value: number | null;
  readonly isPartial: boolean;
}

/** One figure alone says nothing to the ear. */
export function isAudible(tones: readonly Tone[]): boolean {
  return tones.filter(({ value }) => value !== null).length > 1;
}

/** What every scene gives beside its own marks. */
export interface Scene {
  /** How the data is shown: picks the words that name the drawing. */
  readonly form: string;
  readonly width: number;
  readonly height: number;
  readonly key: readonly { readonly entry: string; readonly text: string }[];
  readonly eventList: readonly string[];
  readonly decimated: boolean;
  /** Where the language is read from the right: the width over which the drawing is mirrored, px; else 0. */
  readonly mirror: number;
  readonly refused: readonly ('view' | 'highlight')[];
  /** A mark whose box is not its shape: it is not shaded when it is pointed at. */
  readonly unshaded?: number;
  /** A gauge that is a meter: only with a value and an end of the same kind. */
  readonly meter?: { readonly now: number; readonly max: number; readonly text: string };
}

/**
 * The promise every chart makes. Each step is pure and knows nothing of the next: read → lay out → put in words → draw.
 * A new chart is a folder that fulfils this and one line in `charts/index.ts`.
 */
export interface Chart<R extends Reading = Reading, S extends Scene = Scene> {
  /** Also the tag's second half and the name of the schema file. */
  readonly name: string;
  readonly schema: string;
  /** English sentences of this chart alone. */
  readonly english: Texts;
  /** @throws ContractError with every fault. */
  readonly read: (input: unknown) => R;
  readonly isEmpty: (reading: R) => boolean;
  /** How far the marks of a view reach, and in what unit: charts of one unit can share a scale. */
  readonly reach: (reading: R, view?: string) => { readonly most: number; readonly unit: string };
  readonly layout: (reading: R, options: LayoutOptions) => S;
  readonly describe: (reading: R, pack: LanguagePack, form: string) => Description;
  readonly draw: <T>(svg: Pen<T>, scene: S, theme: Theme) => unknown;
  /** The sample beside one line of the key, 22 × 14 px. */
  readonly drawSample: <T>(svg: Pen<T>, entry: string, theme: Theme) => unknown;
  /** Machine-readable rows: a header row first. */
  readonly tabulate: (reading: R) => readonly (readonly (string | number | null)[])[];
  readonly markCount: (reading: R) => number;
  /** The mark meant by a point of the drawing. */
  readonly markAt: (reading: R, scene: S, x: number, y: number) => number | undefined;
  /** The place of a mark in the drawing. */
  readonly markBox: (reading: R, scene: S, index: number) => Box;
  /** The mark that an arrow key leads to: along (`dx`) or across (`dy`); by default the one before or after. */
  readonly step?: (reading: R, index: number, dx: number, dy: number) => number;
  /** The figures in the order of the calendar, for the ear. */
  readonly tones: (reading: R) => readonly Tone[];
  /** What `sahel-select` tells of a mark. */
  readonly selection: (reading: R, index: number) => Readonly<Record<string, unknown>>;
  /** Indexes of the least and the greatest known figure. */
  readonly extremes: (reading: R) => { readonly least: number; readonly greatest: number } | undefined;
}
