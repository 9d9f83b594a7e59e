import { joinSentences, sourceText, type Still } from './still.js';

/** Search engines take a description of 50 to 5,000 characters. */
const LONGEST = 5000;

/**
 * The chart's data as a schema.org Dataset, for search engines and archives; nothing where no figures are shown. It says
 * what the page says and no more: the producer made the figures, the article did not.
 */
export function describeDataset(still: Still): Readonly<Record<string, unknown>> | undefined {
  const { reading, pack, words, isShown } = still;
  if (!isShown) return undefined;
  const { producer, url, licence } = reading.data.source as unknown as {
    readonly producer: string;
    readonly url?: string;
    readonly licence?: string;
  };
  const description = joinSentences([words.subtitle, words.summary, words.caveat, ...words.notes]);
  const covered = coverage(still);
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: words.title,
    description: description.slice(0, LONGEST),
    inLanguage: pack.tag,
    creator: { '@type': 'Organization', name: producer },
    creditText: sourceText(words),
    ...(url && { isBasedOn: url }),
    ...(licence && { license: licence }),
    ...(covered && { temporalCoverage: covered }),
    variableMeasured: words.columns.filter(({ numeric }) => numeric).map(({ label }) => label),
  };
}

/** First to last day that the figures themselves cover; references beside them (a capacity, a forecast) do not count. */
function coverage({ chart, reading }: Still): string {
  const [header = [], ...rows] = chart.tabulate(reading);
  const [kind, from, through] = ['kind', 'from', 'through'].map((name) => header.indexOf(name)) as [
    number,
    number,
    number,
  ];
  let first = '';
  let last = '';
  for (const row of rows) {
    if (kind >= 0 && row[kind] !== 'amount' && row[kind] !== 'history') continue;
    // Days of the calendar sort as text.
    const [start, end] = [String(row[from]), String(row[through])];
    if (!first || start < first) first = start;
    if (end > last) last = end;
  }
  return first && `${first}/${last}`;
}
