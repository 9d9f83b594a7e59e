import { type LanguagePack, say } from '../../words/language.js';
import { joinList, localText } from '../../words/phrases.js';
import type { AttributionData, Grade } from './contract.js';
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
