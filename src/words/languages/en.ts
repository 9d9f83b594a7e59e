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
    'noun.documented-minimum': '{who} on record as {done} {place}, minimum count',
    'noun.estimated': 'estimated number of {who} {done} {place}',
    // {n} with its {who}, {done} and {range}, which is empty or the sentence below
    'clause.reported': {
      one: '{n} {who} was reported {done}{range}',
      other: '{n} {who} were reported {done}{range}',
    },
    // one more word, and easier to read
    'clause.reported.civilians.injured': {
      one: '{n} {who} was reported as {done}{range}',
      other: '{n} {who} were reported as {done}{range}',
    },
    'clause.reported.combatants.injured': {
      one: '{n} {who} was reported as {done}{range}',
      other: '{n} {who} were reported as {done}{range}',
    },
    'clause.documented-minimum': {
      one: 'at least {n} {who} is on record as {done}{range}',
      other: 'at least {n} {who} are on record as {done}{range}',
    },
    'clause.estimated': {
      one: 'by one estimate, {n} {who} was {done}{range}',
      other: 'by one estimate, {n} {who} were {done}{range}',
    },
    range: ' (published range {low}–{high})',
    'range.told': ' The published range is {low} to {high}.',
    involving: ' in incidents involving {actors}',
    according: ' (source: {producer})',
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
    // where it says more than that, in as many sentences as are easy to read: {bare} is the clause without its range, which
    // {told} tells after it
    'full.opens': '{when}, {bare} {place}{involving}{according}.{told}',
    'partial.opens':
      '{when}, {bare} {place}{involving}{according}. The figure covers {days} of {full} days.{told}',
    'full.split': '{when}, {bare} {place}. The figure counts those{involving}{according}.{told}',
    'partial.split':
      '{when}, {bare} {place}. The figure counts those{involving}{according}. It covers {days} of {full} days.{told}',
    // {unit} is one of the "unit" texts, "units" for several
    noComparator: 'This cannot be compared with a full {unit}.',
    comparator: 'By the same date in {year} the figure was {m}.',
    'comparator.span': 'For the same days of {year} the figure was {m}.',
    inferredEnd: 'The source gives no end date; {day} is the date of publication.',
    break: 'The series changes in {period}: {label}.',
    'break.span': 'The series changes ({period}): {label}.',
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
      'These are minimum counts of cases on record. There may be more that are not known.',
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
    'key.earlier': 'Notches: the figure before it was last revised',
    samePeriodTip: '{m} for the same days, {from} to {to}',
    'key.minimum': 'Fading top: at least this many',
    'key.break': 'Dashed line: the series changes',
    'key.event': '{n}. {when}: {label}',
    'key.listed': '{when}: {label}',
    nk: 'n/k',
    notSpecified: 'The source does not state how many of them were civilians.',
    subtitleNotSpecified: '{subtitle}. It is not stated if they are civilians or combatants',
    'column.period': 'Period',
    'column.covers': 'Covers',
    'column.days': 'Days',
    'column.killed': 'Killed',
    'column.injured': 'Injured',
    'column.killed-and-injured': 'Killed or injured',
    'column.low': 'Low',
    'column.high': 'High',
    'column.samePeriod': 'Same days of the earlier year',
    total: 'Total: {n}',
    running: 'Since the year began: {n}',
    'column.running': 'Since the year began',
    'column.share': 'Share',
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
    explorer: '{name}. Arrow keys read each figure; question mark lists the keys.',
    downloadName: 'Download {format}',
    copy: 'Copy',
    copied: 'Copied',
    close: 'Close',
    play: 'Play as sound',
    stop: 'Stop',
    // the list of keys, one line each
    keys: 'Keys',
    'keys.along': '← → earlier and later',
    'keys.across': '↑ ↓ parts of the same period',
    'keys.ends': 'Home, End: first and last',
    'keys.extremes': '[ ]: least and greatest',
    'keys.select': 'Enter: choose',
    'keys.close': 'Esc: close, then leave',
    'keys.help': '?: this list',
    loading: 'Loading the chart.',
    'error.data': 'This chart cannot be shown because its data has a fault.',
    'error.load': 'The data for this chart could not be loaded.',
    'error.render': 'This chart could not be drawn.',
    stale: 'This chart could not be updated. It still shows the figures as of {day}.',
    empty: 'No figures are available here.',
    percent: '{n}%',
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

/** The sentences of the gold gauge. */
export const goldGauge = {
  // {n} is a number
  'amount.t': { one: '{n} tonne', other: '{n} tonnes' },
  'amount.kg': { one: '{n} kilogram', other: '{n} kilograms' },
  'amount.ozt': { one: '{n} troy ounce', other: '{n} troy ounces' },
  'short.t': '{n}\u00a0t',
  'short.kg': '{n}\u00a0kg',
  'short.ozt': '{n}\u00a0troy\u00a0oz',
  'column.t': 'Tonnes',
  'column.kg': 'Kilograms',
  'column.ozt': 'Troy ounces',
  'column.what': 'What',
  'column.flow': 'Flow',
  'column.source': 'Source',
  'done.mined': 'mined',
  'done.refined': 'refined',
  'done.exported': 'exported',
  'done.seized': 'seized',
  'sector.industrial': ', industrial mines',
  'sector.artisanal': ', artisanal mines',
  'sector.all': '',
  'sector.all.mined': ', all mines',
  // {done} and {sector} are those above
  gold: 'gold {done} {place}{sector}',
  flow: '{done}{sector}',
  gauge: 'Gauge: {noun}, {period}',
  // {n} is an amount; {range} is empty or the common "range"
  made: '{n} of gold was {done}{range}',
  'mines.industrial': 'industrial mines produced {n} of gold{range}',
  'mines.artisanal': 'artisanal miners produced {n} of gold{range}',
  'figure.mined': 'production',
  'figure.refined': 'refining',
  'figure.exported': 'export',
  'figure.seized': 'seizure',
  // {noun} is one of the four above
  noFigure: 'no {noun} figure',
  noFigureGiven: 'No {noun} figure is given for {period}.',
  'what.amount': 'figure',
  'what.capacity': '{noun} capacity',
  'what.capacity.planned': 'planned {noun} capacity',
  'what.capacity.under-construction': '{noun} capacity, part-built',
  'what.target': 'target',
  'what.forecast': 'forecast',
  'what.previous': 'earlier figure',
  'what.same-period': 'same days of an earlier year',
  earlier: 'Earlier figures: {list}.',
  // {what} is one of those above, {n} an amount
  reference: '{label}: {n} ({what}).',
  referencePercent: '{label}: {n} ({what}). The figure is {p} of that.',
  referenceTimes:
    '{label}: {n} ({what}). That is {x} times the {period} figure, and is not a production target.',
  notOutput: 'Capacity is not the same as output.',
  percentTip: 'The figure is {p} of that.',
  unlikeTip: 'Not comparable with the figure of this gauge.',
  markReference: '{label}: {n}, {what}.',
  listed: '{period}: {n}',
  goldCaveat: 'These are the source’s figures. Later figures can change them.',
  'goldCaveat.artisanal': 'Some artisanal gold is not reported. Later figures can change these.',
  'key.openEnd': 'Hatched, open end: not the whole period',
  'key.tint': 'Tint: published range; the line is the figure',
  'key.hollow': 'Hollow and dashed: planned, or another measure than the gauge’s',
} satisfies Texts;

/** The sentences of the attribution chart. */
export const attribution = {
  'chart.stack': 'Stacked columns: {noun}, {by}; shared incidents counted once, {span}',
  'chart.rows': 'Stacked bars: {noun}, {by}; shared incidents counted once, {span}',
  'chart.areas': 'Stacked stepped areas: {noun}, {by}; shared incidents counted once, {span}',
  'chart.share': 'Columns of shares: {noun}, {by}; shared incidents counted once, {span}',
  'chart.involved': 'Bars that overlap: {noun}, {by}, {span}',
  'chart.panels': 'Stacked columns, and bars that overlap: {noun}, {by}, {span}',
  'byActors.involving': 'by actors involved',
  'byActors.attributed': 'by actors to whom {producer} attributes them',
  'title.attribution': '{noun}, {by}',
  or: '{a} or {b}',
  // an actor {b} that continues another, {a}
  follows: '{b} follows {a}',
  semicolon: '{a}; {b}',
  shown: ' in the incidents shown',
  subtitleSelection: 'a selection of incidents, {by}, {span}',
  // {actors}: a list of names
  'part.actor': '{actors}',
  'part.joint': '{actors} together',
  'part.unsplit': '{actors}, not separated by the source',
  'part.disputed': '{actors}, disputed',
  'part.others': 'Other named actors',
  'part.unattributed': 'Unattributed',
  'part.missing': 'Not broken down',
  'part.total': 'Published total',
  unpublished: 'Unattributed: not published',
  'graded.confirmed': '{part} (confirmed)',
  'graded.likely': '{part} (likely)',
  'graded.single-source': '{part} (single source)',
  'graded.contested': '{part} (contested)',
  'grade.confirmed': 'confirmed',
  'grade.likely': 'likely',
  'grade.single-source': 'single source',
  'grade.contested': 'contested',
  'link.joint': 'together',
  'link.disputed': 'disputed',
  'link.unsplit': 'not separated by the source',
  'told.actor.involving': '{n} in incidents involving {actors}.',
  'told.actor.attributed': '{n} attributed to {actors}.',
  'told.alone.involving': '{n} in incidents involving {actors} and no other.',
  'told.alone.attributed': '{n} attributed to {actors} alone.',
  'told.joint.involving': '{n} of them in incidents involving {actors} together; these are counted once.',
  'told.joint.attributed': '{n} of them attributed to {actors} together; these are counted once.',
  'told.unsplit.involving': '{n} in incidents involving {actors}; the source does not separate them.',
  'told.unsplit.attributed': '{n} attributed to {actors}; the source does not separate them.',
  'told.unsplit.only': 'The source does not separate them.',
  'told.disputed': 'For {n}, it is disputed between {actors} who is responsible.',
  'told.others.involving': '{n} in incidents involving the other named actors.',
  'told.others.attributed': '{n} attributed to other named actors.',
  'told.unattributed': {
    one: '{n} is not attributed to any actor.',
    other: '{n} are not attributed to any actor.',
  },
  'told.missing': {
    one: '{n} of the published total is not broken down.',
    other: '{n} of the published total are not broken down.',
  },
  'told.unpublished': 'The source does not publish an unattributed figure.',
  // {periods}: a list of periods
  'told.unpublishedSome': 'The source does not publish an unattributed figure for {periods}.',
  'selection.involving': 'This shows a selection of incidents, not all {who} {done} {place}.',
  'selection.attributed': 'This shows a selection, not all {who} {done} {place}.',
  order: 'Order of the stack, the same in every period: {list}.',
  overlap: 'Under each actor, with overlaps: {list}.',
  noTouching:
    'No order of the stack lets every actor’s parts touch, so some totals are only in the unstacked view.',
  'involved.involving': 'involved in {n}',
  'involved.attributed': '{n} in all',
  someDisputed: '{text}, {m} of them disputed',
  'heading.stack': 'Each person is counted once',
  'heading.involved': 'An event with two actors counts under both; do not add',
  'key.partialStack': 'Dashed top: not the whole period',
  'key.partialRow': 'Dashed end: not the whole period',
  'key.totalRange': 'Fading strip: published range of the total; the line is the figure',
  'key.grade': 'The closer the lines, the weaker the evidence',
  'key.noShare': 'No shares: the total is under 100, or not all of it is known',
  shareOf: 'n = {n}',
  'column.total': 'Period total',
  otherPeriods: 'Other periods',
  'column.actors': 'Actors',
  'column.link': 'How linked',
  'column.grade': 'Grade',
} satisfies Texts;

/** What another language has to say; refinements after a dot may be added, and may be wanting. */
type SameKeys<T> = {
  readonly [
    key in Exclude<
      keyof T,
      `attributed.${string}` | `clause.reported.${string}` | `${string}.${'opens' | 'split' | 'told'}`
    >
  ]: Text;
} & Texts;
export type CommonPack = Omit<LanguagePack, 'text'> & { readonly text: SameKeys<typeof common.text> };
export type CasualtiesTexts = SameKeys<typeof casualties>;
export type AttributionTexts = SameKeys<typeof attribution>;
export type GoldGaugeTexts = SameKeys<typeof goldGauge>;

/** The whole language, as `registerLanguage` takes it. */
export const pack: LanguagePack = {
  ...common,
  text: { ...common.text, ...casualties, ...attribution, ...goldGauge },
};
export default pack;

const registered = new Set<Texts>();

/** Registers English with the sentences of one chart: a chart file carries no other chart's words. */
export function registerEnglish(chart: Texts): void {
  if (registered.has(chart)) return;
  registered.add(chart);
  registerLanguage({ ...common, text: { ...common.text, ...chart } });
}
