import { isoDay } from '../../data/period.js';
import { textFor } from '../../data/text.js';
import type { AttributionReading } from './contract.js';

/** The rows for a spreadsheet: figures as they came, days as ISO dates, an unknown figure as an empty cell. */
export function tabulateAttribution({ data, rows }: AttributionReading): (string | number | null)[][] {
  const { producer, via, asOf, licence } = data.source;
  const source = via ? `${producer}, via ${via}` : producer;
  return [
    'period from through days actors link grade value low high status note source as_of licence'.split(' '),
    ...rows.map((row) => [
      row.period.text,
      isoDay(row.from),
      isoDay(row.through),
      row.through - row.from + 1,
      row.actors === 'unattributed' ? row.actors : row.actors.join(' + '),
      row.link ?? '',
      row.grade ?? '',
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
