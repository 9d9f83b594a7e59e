import { type LanguagePack, say } from '../../words/language.js';
import { joinList, localText } from '../../words/phrases.js';
import { parsePeriod } from '../../data/period.js';
import type { ReportedEvent } from '../../data/read-events.js';
import type { AttributionData, AttributionReading, Grade } from './contract.js';
import type { Segment } from './segments.js';

/** Names of actors in a list: in a label by `name`, in a sentence by `phrase`. */
export function nameActors(
  pack: LanguagePack,
  { actors }: AttributionData,
  places: readonly number[],
  inSentence = false,
  link = 'and',
): string {
  return joinList(
    pack,
    places.map((place) => {
      const { name, phrase } = actors[place]!;
      return localText(pack, (inSentence && phrase) || name);
    }),
    link,
  );
}

/**
 * The events of a chart: those of the contract, and a break where an actor follows another and the contract does not tell
 * of a break there itself.
 */
export function eventsOf({ data, events }: AttributionReading, pack: LanguagePack): ReportedEvent[] {
  const { actors } = data;
  const breaks = actors.flatMap(({ name, since, successorOf }): ReportedEvent[] => {
    const period = since === undefined ? undefined : parsePeriod(since);
    const before = actors.find(({ id }) => id === successorOf);
    if (!period || !before) return [];
    const { first, last, text: at } = period;
    if (events.some((one) => one.isBreak && one.first <= last && one.last >= first)) return [];
    const label = say(pack, 'follows', { a: localText(pack, before.name), b: localText(pack, name) });
    return [{ first, last, at, label, isBreak: true }];
  });
  return [...events, ...breaks].sort((a, b) => a.first - b.first || a.last - b.last);
}

/** "Wagner and Malian army together": a segment as it stands in a list. */
export function nameSegment(
  pack: LanguagePack,
  data: AttributionData,
  {
    kind,
    places,
    grade,
  }: { kind: Segment['kind'] | 'total'; places: readonly number[]; grade?: Grade | undefined },
): string {
  const actors = nameActors(pack, data, places, false, kind === 'disputed' ? 'or' : 'and');
  const part = say(pack, `part.${kind}`, { actors });
  return grade ? say(pack, `graded.${grade}`, { part }) : part;
}
