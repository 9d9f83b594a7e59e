import type { Desk } from './desk.js';
import { parsePeriod } from './period.js';
import type { ReportedRow } from './read-rows.js';
import type { Source, TimelineEvent, Words } from './schema.js';

/** Events of a contract that counts people: one that ends before it begins is refused. */
export function checkEvents(desk: Desk, events: readonly TimelineEvent[] | undefined): void {
  events?.forEach((event: Partial<TimelineEvent> | undefined, i) => {
    const { at, to } = event ?? {};
    const [start, end] = [at, to].map((text) => (typeof text === 'string' ? parsePeriod(text) : undefined));
    if (start && end && end.last < start.first)
      desk.fault('E_DATE', `events[${i}].to`, 'a period that is not before "at"', to);
  });
}

interface FrameFields {
  readonly title?: Words;
  readonly subtitle?: Words;
  readonly source: SourceFields;
}

interface CountFields extends FrameFields {
  readonly actors?: readonly (Words | { readonly name: Words })[];
}

type SourceFields = Pick<Source, 'producer' | 'asOfBasis' | 'accessed' | 'query' | 'changes' | 'licence'>;

// Verbs of change (rule 10) and labels that judge (rule 7), English and French: short lists for the desk, not a censor.
const CHANGE =
  /\b((fell|falls?|falling|up|down|drop(s|ped)?|r[io]se[sn]?|rising|halved?|jump(s|ed)?|surge[sd]?|surging)\b|declin|decreas|plung|soar|increas|doubl|spik|chut|baiss|recul|diminu|hauss|augment|flamb)/i;
const JUDGING = /\b(terror|extremis|extrémis|d?jihadist|bandit|thug)/i;

/** What is doubtful in the fields every counting contract has. */
export function noteCountFields(desk: Desk, data: CountFields, rows: readonly ReportedRow[]): void {
  data.actors?.forEach((actor, i) => {
    if (namesOf(actor).some((text) => JUDGING.test(text))) {
      desk.note('W_WORDS', `actors[${i}] is named by a label that judges.`, `actors[${i}]`);
    }
  });
  noteFrameFields(
    desk,
    data,
    rows.some((row) => !row.complete),
  );
}

/** What is doubtful in the fields every contract has: its words, while a figure is partial, and its source. */
export function noteFrameFields(desk: Desk, data: FrameFields, partial: boolean): void {
  const { source } = data;
  for (const field of ['title', 'subtitle'] as const) {
    if (partial && texts(data[field]).some((text) => CHANGE.test(text))) {
      desk.note(
        'W_WORDS',
        `${field} has a verb of change while a figure covers only part of its period.`,
        field,
      );
    }
  }
  if (partial && source.asOfBasis === 'publication') {
    desk.note(
      'W_PARTIAL',
      'The end of the partial period is inferred from the date of publication; the chart says so.',
      'source.asOf',
    );
  }
  const wanted = { ACLED: ['accessed', 'query', 'changes'], UCDP: ['licence'] } as const;
  for (const [producer, fields] of Object.entries(wanted)) {
    const missing = source.producer.includes(producer)
      ? fields.filter((field) => source[field] === undefined)
      : [];
    if (missing.length)
      desk.note('W_SOURCE', `${producer} asks for more in its citation: ${missing.join(', ')}.`, 'source');
  }
}

/** An actor is a phrase, or has a name and a phrase. */
function namesOf(actor: Words | { readonly name: Words }): string[] {
  const { name = actor, phrase } = actor as { readonly name?: Words; readonly phrase?: Words };
  return [...texts(name as Words), ...texts(phrase)];
}

function texts(words: Words | undefined): string[] {
  return typeof words === 'string' ? [words] : Object.values(words ?? {});
}
