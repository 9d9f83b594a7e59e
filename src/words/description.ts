/**
 * All the words of one chart in one language, from one function: page, table, screen reader, static file and command line
 * say the same because they read the same.
 */
export interface Description {
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  readonly subtitle: string;
  /** Accessible name of the drawing: kind of chart, what was counted, where, when. */
  readonly name: string;
  readonly contentNote: string;
  readonly summary: string;
  readonly caveat: string;
  /** Corrections and what a reader must know about this drawing, a sentence each. */
  readonly notes: readonly string[];
  /** A withdrawal replaces the figure. */
  readonly withdrawal: string;
  /** The language of the paragraphs that are in another one than the chart. */
  readonly tongues?: Tongues;
  readonly source: SourceLine;
  readonly columns: readonly TableColumn[];
  /** Cells in the order of `columns`, one row per row of the contract, formatted. */
  readonly rowCount: number;
  readonly row: (index: number) => readonly string[];
  /** Where a row stands in the calendar: the first day it covers, NaN where it has none. */
  readonly day: (index: number) => number;
  /** What is said of one mark: focused, hovered, tapped; or of the whole that sounds as one tone. */
  readonly mark: (index: number, isWhole?: boolean) => MarkWords;
}

/** BCP 47 tags. */
export type Tongues = Partial<Readonly<Record<'title' | 'subtitle' | 'contentNote' | 'caveat', string>>>;

export interface TableColumn {
  readonly key: string;
  readonly label: string;
  readonly numeric: boolean;
}

export interface MarkWords {
  /** One sentence or two, for the explorer. */
  readonly spoken: string;
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The source line in pieces, so that an address can be a link and a text file can still join them. */
export interface SourceLine {
  readonly text: string;
  readonly url?: string;
  /** The address without its protocol, as it is shown. */
  readonly host?: string;
}
