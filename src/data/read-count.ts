import type { Desk } from './desk.js';
import { type DayNumber, parsePeriod } from './period.js';
import { checkDay, type ReportedRow } from './read-rows.js';
import type { Words } from './schema.js';
import { isRecord } from './shape.js';

/** What spans fields in every contract that counts people, and is wrong: dates of the source, notices and events. */
export function checkCountFields(desk: Desk, raw: Record<string, unknown>): { asOf: DayNumber | undefined } {
  const source = isRecord(raw.source) ? raw.source : {};
  const asOf = checkDay(desk, source.asOf, 'source.asOf');
  checkDay(desk, source.accessed, 'source.accessed');
  list(raw.notices).forEach((notice, i) => checkDay(desk, notice.on, `notices[${i}].on`));
  list(raw.events).forEach((event, i) => {
    const at = checkPeriod(desk, event.at, `events[${i}].at`);
    const to = checkPeriod(desk, event.to, `events[${i}].to`);
    if (at && to && to.last < at.first)
      desk.fault('E_DATE', `events[${i}].to`, 'a period that is not before "at"', event.to);
  });
  return { asOf };
}

function checkPeriod(
  desk: Desk,
  value: unknown,
  path: string,
): { first: DayNumber; last: DayNumber } | undefined {
  if (typeof value !== 'string') return undefined;
  const period = parsePeriod(value);
  if (!period) desk.fault('E_DATE', path, 'a period that exists in the calendar', value);
  return period;
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map((one) => (isRecord(one) ? one : {})) : [];
}

interface CountFields {
  readonly title?: Words;
  readonly subtitle?: Words;
  readonly caveat?: Words;
  readonly actors?: readonly (Words | { readonly name: Words })[];
  readonly source: {
    readonly producer: string;
    readonly asOfBasis?: string;
    readonly accessed?: string;
    readonly query?: Words;
    readonly changes?: Words;
    readonly licence?: string;
  };
}

// Verbs of change (rule 10) and labels that judge (rule 7), English and French: short lists for the desk, not a censor.
const CHANGE =
  /\b(fell|falls?|falling|drop(s|ped)?|declin\w+|decreas\w+|plung\w+|halved|soar\w*|surg\w+|rose|rises?|rising|increas\w+|doubled|jump\w*|spik\w+|down|up|chute\w*|baiss\w+|recul\w*|diminu\w+|hauss\w+|augment\w+|bond\w*|explos\w+|flamb\w+)\b/i;
const JUDGING =
  /\b(terror\w*|extremis\w*|jihadist\w*|bandits?|thugs?|rebels?|terroris\w*|djihadis\w*|extrémis\w*)\b/i;

/** What is doubtful in the fields every counting contract has. */
export function noteCountFields(desk: Desk, data: CountFields, rows: readonly ReportedRow[]): void {
  const { source } = data;
  const partial = rows.some((row) => !row.complete);
  for (const field of ['title', 'subtitle'] as const) {
    if (partial && texts(data[field]).some((text) => CHANGE.test(text))) {
      desk.note(
        'W_WORDS',
        `${field} has a verb of change while a figure covers only part of its period.`,
        field,
      );
    }
  }
  (data.actors ?? []).forEach((actor, i) => {
    const name =
      typeof actor === 'object' && 'name' in actor ? (actor as { name: Words }).name : (actor as Words);
    if (texts(name).some((text) => JUDGING.test(text))) {
      desk.note(
        'W_WORDS',
        `actors[${i}] is named by a label that judges; use the name the actor is known by.`,
        `actors[${i}]`,
      );
    }
  });
  if (partial && source.asOfBasis === 'publication') {
    desk.note(
      'W_PARTIAL',
      'The end of the partial period is inferred from the date of publication; the chart says so.',
      'source.asOf',
    );
  }
  if (/\bACLED\b/i.test(source.producer)) {
    const missing = (['accessed', 'query', 'changes'] as const).filter(
      (field) => source[field] === undefined,
    );
    if (missing.length) {
      desk.note(
        'W_SOURCE',
        `ACLED asks for the date of access, the filters and any changes; missing: ${missing.join(', ')}.`,
        'source',
      );
    }
  }
  if (/\bUCDP\b/i.test(source.producer) && source.licence === undefined) {
    desk.note(
      'W_SOURCE',
      'UCDP data is CC BY 4.0 and asks for its citation; give licence, and the citation in via.',
      'source',
    );
  }
}

function texts(words: Words | undefined): string[] {
  return words === undefined ? [] : typeof words === 'string' ? [words] : Object.values(words);
}
