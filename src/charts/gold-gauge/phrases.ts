import { type LanguagePack, say } from '../../words/language.js';
import { daySlots, formatPeriod } from '../../words/dates.js';
import { formatNumber } from '../../words/numbers.js';
import { localText, tidy, trimEnd } from '../../words/phrases.js';
import type { GoldGaugeReading, ReportedReference } from './contract.js';

type Subject = Pick<GoldGaugeReading['data'], 'flow' | 'sector'>;

/** "gold mined in Mali, industrial mines". */
export function goldNoun(pack: LanguagePack, { flow, sector }: Subject, place = ''): string {
  return trimEnd(
    tidy(
      say(pack, 'gold', {
        done: say(pack, `done.${flow}`),
        place,
        sector: say(pack, `sector.${sector}.${flow}`),
      }),
    ),
  );
}

/** What a reference is: "forecast", "planned refining capacity"; and when, where that is not the amount's own time. */
export function whatIs(
  pack: LanguagePack,
  { amount }: GoldGaugeReading,
  { kind, stage, flow, label, period, from, through }: ReportedReference,
): string {
  const what = say(pack, `what.${kind}.${stage ?? ''}`, { noun: say(pack, `figure.${flow}`) });
  const isSame = from === amount.from && through === amount.through;
  if (!period || isSame || kind === 'same-period') return what;
  const isWhole = from === period.first && through === period.last;
  const when = isWhole
    ? formatPeriod(pack, period)
    : say(pack, 'partialTip', { period: formatPeriod(pack, period), ...daySlots(pack, from!, through!) });
  const text = localText(pack, label);
  return text.includes(when) || text.includes(period.text) ? what : say(pack, 'comma', { a: what, b: when });
}

/** Of which gold a reference speaks, where that is not the gauge's: "gold refined, artisanal mines". */
export function whichGold(
  pack: LanguagePack,
  { data }: GoldGaugeReading,
  { kind, flow, sector = data.sector }: ReportedReference,
): string[] {
  // The name of a capacity tells its flow.
  const isSame = sector === data.sector && (flow === data.flow || kind === 'capacity');
  return isSame ? [] : [goldNoun(pack, { flow, sector })];
}

/** A percentage to whole percents, to tenths where that says more; never "0%" of something, nor 100% that is not one. */
export function formatPercent(pack: LanguagePack, percent: number): string {
  const text = (n: number, sign = ''): string => say(pack, 'percent', { n: sign + formatNumber(pack, n) });
  const tenths = Math.round(percent * 10) / 10;
  if (tenths === 0 && percent > 0) return text(0.1, '<');
  if (tenths === 100 && percent !== 100) return percent < 100 ? text(99.9, '>') : text(100, '>');
  return text(Math.round(percent) === 100 || percent < 10 ? tenths : Math.round(percent));
}

/** A text of the contract as it may stand inside a sentence. */
export function insideText(text: string): string {
  return text.replace(/[.\s]+(\u2069?)$/, '$1');
}
