import { type LanguagePack, registerLanguage, type Text, type Texts } from '../language.js';

/** English: numbers, dates and the sentences of every chart. The other languages are checked against its keys. */
export const common = {
  tag: 'en',
  name: 'English',
  dir: 'ltr',
  group: ',',
  decimal: '.',
  months: 'January February March April May June July August September October November December'.split(' '),
  monthsShort: 'Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'.split(' '),
  plural: (n) => (n === 1 ? 'one' : 'other'),
  text: {
    // {d} {month} {year} {q} {w}; {from} and {to} are days or periods
    day: '{d} {month} {year}',
    dayOfYear: '{d} {month}',
    dayShort: '{d} {month}',
    month: '{month} {year}',
    quarter: 'Q{q} {year}',
    week: 'week {w} of {year}',
    quarterShort: 'Q{q}',
    weekShort: 'W{w}',
    spanShort: '{from}–{to}',
    'in.year': 'In {period}',
    'in.quarter': 'In {period}',
    'in.month': 'In {period}',
    'in.week': 'In {period} ({from} to {to})',
    'in.day': 'On {period}',
    fromTo: 'From {from} to {to}',
    'unit.year': 'year',
    'unit.quarter': 'quarter',
    'unit.month': 'month',
    'unit.week': 'week',
    'units.year': 'years',
    'units.quarter': 'quarters',
    'units.month': 'months',
    'units.week': 'weeks',
    'by.year': 'by year',
    'by.quarter': 'by quarter',
    'by.month': 'by month',
    'by.week': 'by week',
    'by.day': 'by day',
    // first and last period; spanDay when the last one ends on a day inside its period
    span: '{from} to {to}',
    spanDay: '{from} to {to}',
    and: '{a} and {b}',
    comma: '{a}, {b}',
    'who.civilians': { one: 'civilian', other: 'civilians' },
    'who.combatants': { one: 'combatant', other: 'combatants' },
    'who.everyone': { one: 'person', other: 'people' },
    'who.not-specified': { one: 'person', other: 'people' },
    'done.killed': 'killed',
    'done.injured': 'injured',
    'done.killed-and-injured': 'killed or injured',
    // the noun phrase of titles: {who} {done} {place}
    'noun.reported': '{who} reported {done} {place}',
    'noun.documented-minimum': '{who} documented as {done} {place}, minimum count',
    'noun.estimated': 'estimated number of {who} {done} {place}',
    // {n} with its {who}, {done} and {range}, which is empty or the sentence below
    'clause.reported': {
      one: '{n} {who} was reported {done}{range}',
      other: '{n} {who} were reported {done}{range}',
    },
    'clause.documented-minimum': {
      one: 'at least {n} {who} was documented as {done}{range}',
      other: 'at least {n} {who} were documented as {done}{range}',
    },
    'clause.estimated': {
      one: 'an estimated {n} {who} was {done}{range}',
      other: 'an estimated {n} {who} were {done}{range}',
    },
    range: ' (published range {low}–{high})',
    involving: ' in incidents involving {actors}',
    according: ', according to {producer}',
    attributed: '{producer} attributes these deaths to {actors}.',
    'attributed.injured': '{producer} attributes these injuries to {actors}.',
    'attributed.killed-and-injured': '{producer} attributes these casualties to {actors}.',
    'figure.reported': '{n}',
    'figure.documented-minimum': '≥ {n}',
    'figure.estimated': 'est. {n}',
    'spoken.reported': '{n}',
    'spoken.documented-minimum': 'at least {n}',
    'spoken.estimated': 'an estimated {n}',
    // {when} is one of the "in" texts, {clause} a clause, {involving} and {according} those above or empty
    full: '{when}, {clause} {place}{involving}{according}.',
    partial: '{when} ({days} of {full} days), {clause} {place}{involving}{according}.',
    // {unit} is one of the "unit" texts, "units" for several
    noComparator: 'This cannot be compared with a full {unit}.',
    comparator: 'By the same date in {year} the figure was {m}.',
    'comparator.span': 'For the same days of {year} the figure was {m}.',
    inferredEnd: 'The source gives no end date; {day} is the date of publication.',
    break: 'The series changes in {period}: {label}.',
    'break.day': 'The series changes on {period}: {label}.',
    unknown: 'No figure is available for {period}.',
    // {span} as in "span"
    unknownSpan: 'No figure is available for {span}.',
    unknownSome: {
      one: 'No figure is available for {n} of {all} periods.',
      other: 'No figure is available for {n} of {all} periods.',
    },
    revised: 'The {period} figure was {old} on {day}; it is now {n}.',
    revisedShort: 'was {old} on {day}',
    // {by} is one of the "by" texts, {span} the span of the chart
    subtitle: '{by}, {span}',
    'subtitle.involving': 'in incidents involving {actors}, {by}, {span}',
    'subtitle.attributed': 'attributed by {producer} to {actors}, {by}, {span}',
    source: 'Source: {producer}',
    sourceVia: 'Source: {producer}, via {via}',
    asOf: 'Figures as of {day}',
    'asOf.publication': 'Figures as of {day}, the date of publication',
    accessed: 'Accessed {day}',
    query: 'Filters: {query}',
    changes: 'Changes: {changes}',
    licence: 'Licence: {licence}',
    'caveat.reported': 'These are reported figures. Later reports can change them.',
    'caveat.documented-minimum':
      'These are minimum counts of documented cases. Further cases may be unknown.',
    'caveat.estimated': 'These figures are estimates.',
    'interval.source-range':
      'The range is the source’s low and high figure. It is not a confidence interval, and not all the doubt.',
    'interval.min-max-claims':
      'The range runs from the lowest to the highest claim. It is not a confidence interval.',
    'interval.ci95': 'The range is a 95% confidence interval. It is not all the doubt.',
    doubtfulRange:
      'For {period} the published range does not hold the published figure, so no range is drawn.',
    correction: 'Correction, {day}: {text}',
    withdrawal: 'Withdrawn on {day}. {text}',
    decimated:
      'More periods than the picture has pixels: each keeps its highest and lowest. The table has every one.',
    'key.partial': 'Dashed open top: not the whole period',
    'key.range': 'Fading top: published range; the line is the figure',
    'key.unknown': 'n/k: not known or not published',
    'key.samePeriod': 'Line on {year}: {m} for the same days, {from} to {to}',
    samePeriodTip: '{m} for the same days, {from} to {to}',
    'key.minimum': 'Fading top: at least this many',
    'key.break': 'Dashed line: the series changes',
    'key.event': '{n}. {when}: {label}',
    'key.listed': '{when}: {label}',
    nk: 'n/k',
    notSpecified: 'The source does not state how many of them were civilians.',
    subtitleNotSpecified: '{subtitle}; civilians or combatants not stated',
    'column.period': 'Period',
    'column.covers': 'Covers',
    'column.days': 'Days',
    'column.killed': 'Killed',
    'column.injured': 'Injured',
    'column.killed-and-injured': 'Killed or injured',
    'column.low': 'Low',
    'column.high': 'High',
    'column.samePeriod': 'Same days of the earlier year',
    'column.status': 'Status',
    'column.note': 'Note',
    'status.complete': 'complete',
    'status.partial': 'partial',
    'status.unknown': 'not known',
    table: 'Data as a table',
    tablePage: 'Rows {from} to {to} of {all}',
    previous: 'Earlier rows',
    next: 'Later rows',
    mark: '{period}: {n}.',
    markPartial: '{period}, {from} to {to} only: {n}.',
    markUnknown: '{period}: not known or not published.',
    markRange: 'Published range {low} to {high}.',
    notComparable: 'Not comparable with full {unit}.',
    partialTip: '{period}, {from} to {to} only',
    'partialLabel.from': 'from {from}',
    'partialLabel.to': 'to {to}',
    'partialLabel.both': '{from}–{to}',
    explorer: '{name}. Use the left and right arrow keys to read each period.',
    downloadName: 'Download {format}',
    loading: 'Loading the chart.',
    'error.data': 'This chart cannot be shown because its data has a fault.',
    'error.load': 'The data for this chart could not be loaded.',
    'error.render': 'This chart could not be drawn.',
    stale: 'This chart could not be updated. It still shows the figures as of {day}.',
    empty: 'No figures are available.',
    million: '{n}m',
    billion: '{n}bn',
    trillion: '{n}tn',
  },
} satisfies LanguagePack;

/** The sentences of the casualties chart. */
export const casualties = {
  'chart.columns': 'Column chart: {noun}, {span}',
  'chart.area': 'Stepped area chart: {noun}, {span}',
  'chart.cumulative': 'Line chart, one line a year, counted from 1 January: {noun}, {span}',
  highest: 'The highest figure {by} was {n}, {when}.',
  lowest: 'The lowest was {n}, {when}.',
  onlyZero: 'The reported figure is 0 for every period.',
  'by.cumulative': 'counted from 1 January of each year',
} satisfies Texts;

/** What another language has to say; refinements after a dot may be added, and may be wanting. */
type SameKeys<T> = { readonly [key in Exclude<keyof T, `attributed.${string}`>]: Text } & Texts;
export type CommonPack = Omit<LanguagePack, 'text'> & { readonly text: SameKeys<typeof common.text> };
export type CasualtiesTexts = SameKeys<typeof casualties>;

/** The whole language, as `registerLanguage` takes it. */
export const pack: LanguagePack = { ...common, text: { ...common.text, ...casualties } };
export default pack;

const registered = new Set<Texts>();

/** Registers English with the sentences of one chart: a chart file carries no other chart's words. */
export function registerEnglish(chart: Texts): void {
  if (registered.has(chart)) return;
  registered.add(chart);
  registerLanguage({ ...common, text: { ...common.text, ...chart } });
}
