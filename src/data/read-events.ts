import { type DayNumber, parsePeriod } from './period.js';
import type { TimelineEvent, Words } from './schema.js';

/** An event or a break in the series, placed on the calendar. */
export interface ReportedEvent {
  readonly first: DayNumber;
  readonly last: DayNumber;
  /** As precise as it is known: a month stays a month and is never drawn as its first day. */
  readonly at: string;
  readonly to?: string;
  readonly label: Words;
  readonly isBreak: boolean;
  readonly url?: string;
}

/** The events of a checked contract, in calendar order. */
export function readEvents(events: readonly TimelineEvent[] | undefined): ReportedEvent[] {
  return (events ?? [])
    .map((event) => {
      const at = parsePeriod(event.at)!;
      const to = event.to === undefined ? at : parsePeriod(event.to)!;
      return {
        first: at.first,
        last: to.last,
        at: event.at,
        ...(event.to !== undefined && { to: event.to }),
        label: event.label,
        isBreak: event.kind === 'series-break',
        ...(event.url !== undefined && { url: event.url }),
      };
    })
    .sort((a, b) => a.first - b.first || a.last - b.last);
}
