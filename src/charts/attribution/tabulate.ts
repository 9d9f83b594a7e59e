import { isoDay, parsePeriod } from '../../data/period.js';
import { textFor } from '../../data/text.js';
import type { ActorRow, AttributionReading } from './contract.js';

/**
 * The rows for a spreadsheet, then the published totals: figures as they came, days as ISO dates, an unknown figure as an
 * empty cell.
 */
export function tabulateAttribution({
  data,
  rows,
  stacks,
}: AttributionReading): (string | number | null)[][] {
  const { producer, via, asOf, licence } = data.source;
  const source = via ? `${producer}, via ${via}` : producer;
  const published = new Set(data.totals?.map(({ period }) => parsePeriod(period)!.first));
  const totals = stacks.filter(({ period }) => published.has(period.first));
  return [
    'period from through days actors link grade value low high status note source as_of licence'.split(' '),
    ...[...rows, ...totals].map((row) => [
      row.period.text,
      isoDay(row.from),
      isoDay(row.through),
      row.through - row.from + 1,
      ...('actors' in row ? [actorsOf(row), row.link ?? '', row.grade ?? ''] : ['total', '', '']),
      row.value,
      row.low ?? null,
      row.high ?? null,
      row.value === null ? 'unknown' : row.complete ? 'complete' : 'partial',
      textFor(row.note, 'en'),
      source,
      asOf,
      licence ?? '',
    ]),
  ];
}

function actorsOf({ actors }: ActorRow): string {
  return actors === 'unattributed' ? actors : actors.join(' + ');
}
