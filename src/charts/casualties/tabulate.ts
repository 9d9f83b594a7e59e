import { isoDay } from '../../data/period.js';
import { textFor } from '../../data/text.js';
import type { CasualtiesReading } from './contract.js';

/** The rows for a spreadsheet: figures as they came, days as ISO dates, an unknown figure as an empty cell. */
export function tabulateCasualties({
  data,
  rows,
  samePeriod,
}: CasualtiesReading): (string | number | null)[][] {
  const { producer, via, asOf, licence } = data.source;
  const source = via ? `${producer}, via ${via}` : producer;
  const header = [
    'period',
    'from',
    'through',
    'days',
    'value',
    'low',
    'high',
    'same_period',
    'status',
    'note',
    'source',
    'as_of',
    'licence',
  ];
  return [
    header,
    ...rows.map((row, i) => [
      row.period.text,
      isoDay(row.from),
      isoDay(row.through),
      row.through - row.from + 1,
      row.value,
      row.low ?? null,
      row.high ?? null,
      samePeriod?.earlier === i ? samePeriod.value : null,
      row.value === null ? 'unknown' : row.complete ? 'complete' : 'partial',
      textFor(row.note, 'en'),
      source,
      asOf,
      licence ?? '',
    ]),
  ];
}
