import type { Text } from './language.js';

/** Sentences of every chart. What a slot holds is told beside the English sentence in `languages/en.ts`. */
type CommonKey =
  // dates
  | 'day' | 'dayOfYear' | 'dayShort' | 'month' | 'quarter' | 'week'
  | 'quarterShort' | 'weekShort' | 'spanShort'
  | 'in.year' | 'in.quarter' | 'in.month' | 'in.week' | 'in.day' | 'fromTo'
  | 'by.year' | 'by.quarter' | 'by.month' | 'by.week' | 'by.day'
  | 'span' | 'spanDay'
  // lists
  | 'and' | 'comma'
  // who and how
  | 'who.civilians' | 'who.combatants' | 'who.everyone' | 'who.not-specified'
  | 'done.killed' | 'done.injured' | 'done.killed-and-injured'
  | 'noun.reported' | 'noun.documented-minimum' | 'noun.estimated'
  | 'clause.reported' | 'clause.documented-minimum' | 'clause.estimated'
  | 'range' | 'involving' | 'according' | 'attributed'
  | 'figure.reported' | 'figure.documented-minimum' | 'figure.estimated'
  | 'spoken.reported' | 'spoken.documented-minimum' | 'spoken.estimated'
  // sentences
  | 'full' | 'partial' | 'noComparator.year' | 'noComparator.quarter' | 'noComparator.month' | 'noComparator.week'
  | 'comparator' | 'inferredEnd' | 'break' | 'breaks' | 'unknown' | 'unknownSome' | 'revised' | 'revisedShort'
  // around the figure
  | 'subtitle' | 'subtitle.involving' | 'subtitle.attributed'
  | 'source' | 'sourceVia' | 'asOf' | 'asOf.publication' | 'accessed' | 'query' | 'changes' | 'licence'
  | 'caveat.reported' | 'caveat.documented-minimum' | 'caveat.estimated'
  | 'interval.source-range' | 'interval.min-max-claims' | 'interval.ci95' | 'doubtfulRange'
  | 'correction' | 'withdrawal' | 'decimated'
  | 'key.partial' | 'key.range' | 'key.unknown' | 'key.samePeriod' | 'samePeriodTip' | 'key.minimum' | 'key.break' | 'key.event'
  | 'nk'
  // table
  | 'column.period' | 'column.covers' | 'column.days' | 'column.killed' | 'column.injured' | 'column.killed-and-injured'
  | 'column.low' | 'column.high' | 'column.samePeriod' | 'column.status' | 'column.note'
  | 'status.complete' | 'status.partial' | 'status.unknown' | 'table' | 'tablePage' | 'previous' | 'next'
  // marks
  | 'mark' | 'markPartial' | 'markUnknown' | 'markRange' | 'notComparable.year' | 'notComparable.quarter'
  | 'notComparable.month' | 'notComparable.week' | 'partialTip' | 'explorer'
  // controls and states
  | 'download.csv' | 'download.svg' | 'download.png' | 'downloadName'
  | 'loading' | 'error.data' | 'error.load' | 'error.render' | 'stale' | 'empty' | 'example'
  | 'million' | 'billion' | 'trillion';

type CasualtiesKey =
  | 'chart.columns' | 'chart.area' | 'chart.cumulative' | 'highest' | 'lowest' | 'onlyZero' | 'by.cumulative'
  | 'partialLabel.from' | 'partialLabel.to' | 'partialLabel.both' | 'cumulativeNote' | 'yearSoFar';

export type CommonTexts = { readonly [key in CommonKey]: Text } & { readonly [refined: `${CommonKey}.${string}`]: Text };
export type CasualtiesTexts = { readonly [key in CasualtiesKey]: Text } & { readonly [refined: `${CasualtiesKey}.${string}`]: Text };
