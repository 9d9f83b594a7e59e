/** What the desk should know about data that is drawn all the same. */
export type NoteCode =
  | 'W_URL'
  | 'W_RANGE'
  | 'W_SORTED'
  | 'W_PARTIAL'
  | 'W_TOTAL'
  | 'W_WORDS'
  | 'W_SOURCE'
  | 'W_UNKNOWN_FIELD'
  | 'W_CONTROL'
  | 'W_PRECISION'
  | 'W_DECIMATED'
  | 'W_TRUNCATED'
  | 'W_SLOT'
  | 'W_VIEW'
  | 'W_HIGHLIGHT'
  | 'W_LANG';

export interface Note {
  readonly code: NoteCode;
  /** One English sentence for the desk. What a reader must know stands in the chart's own words, in the chart's language. */
  readonly message: string;
  /** JSON path of the place, when there is one. */
  readonly path?: string;
}
