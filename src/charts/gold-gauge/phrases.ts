import { type LanguagePack, say } from '../../words/language.js';
import { tidy } from '../../words/phrases.js';
import type { GoldGaugeReading, ReportedReference } from './contract.js';

type Subject = Pick<GoldGaugeReading['data'], 'flow' | 'sector'>;

/** "gold mined in Mali, industrial mines". */
export function goldNoun(pack: LanguagePack, { flow, sector }: Subject, place = ''): string {
  return tidy(
    say(pack, 'gold', {
      done: say(pack, `done.${flow}`),
      place,
      sector: say(pack, `sector.${sector}.${flow}`),
    }),
  );
}

/** What a reference is: "forecast", "planned refining capacity"; with its gold where that is not the gauge’s. */
export function whatIs(
  pack: LanguagePack,
  { data }: GoldGaugeReading,
  { kind, stage, flow, sector = data.sector }: ReportedReference,
): string {
  const what = say(pack, `what.${kind}.${stage ?? ''}`, { noun: say(pack, `figure.${flow}`) });
  return sector === data.sector && (flow === data.flow || kind === 'capacity')
    ? what
    : say(pack, 'whatGold', { what, gold: goldNoun(pack, { flow, sector }) });
}

/** A text of the contract as it may stand inside a sentence. */
export function insideText(text: string): string {
  return text.replace(/[.\s]+(\u2069?)$/, '$1');
}
