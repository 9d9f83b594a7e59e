import { isoDay } from '../../data/period.js';
import { textFor } from '../../data/text.js';
import type { GoldGaugeReading } from './contract.js';
import { isRow, marksOf } from './marks.js';

const HEADER =
  'what,kind,flow,sector,stage,period,from,through,value,low,high,unit,status,note,source,as_of,licence'.split(
    ',',
  );

/** The rows for a spreadsheet: figures as they came, days as ISO dates, an unknown figure as an empty cell. */
export function tabulateGauge(reading: GoldGaugeReading): (string | number | null)[][] {
  const { data, amount } = reading;
  const day = (one: number | undefined): string => (one === undefined ? '' : isoDay(one));
  return [
    HEADER,
    ...marksOf(reading).map((mark) => {
      const row = isRow(mark) ? mark : undefined;
      const reference = isRow(mark) ? undefined : mark;
      const { producer, via, asOf, licence = '' } = reference?.source ?? data.source;
      const { flow, sector = reference ? '' : data.sector } = reference ?? data;
      return [
        textFor(reference?.label, 'en'),
        reference?.kind ?? (row === amount ? 'amount' : 'history'),
        flow,
        sector,
        reference?.stage ?? '',
        mark.period?.text ?? '',
        day(mark.from),
        day(mark.through),
        mark.value,
        row?.low ?? null,
        row?.high ?? null,
        data.unit,
        row ? (row.value === null ? 'unknown' : row.complete ? 'complete' : 'partial') : '',
        textFor(row?.note, 'en'),
        via ? `${producer}, via ${via}` : producer,
        asOf,
        licence,
      ];
    }),
  ];
}
