import { dayNumber, parseDay, type Period, periodAt } from '../../data/period.js';
import { hasRange, type ReportedRow } from '../../data/read-rows.js';
import { unknownSpans } from '../../data/unknown-spans.js';
import { daySlots, formatDay, formatPeriod, spanSlots } from '../../words/dates.js';
import type { Description, MarkWords, TableColumn } from '../../words/description.js';
import { type LanguagePack, say, type Slots } from '../../words/language.js';
import { formatNumber, formatPlain } from '../../words/numbers.js';
import {
  capitalise,
  describeNotices,
  describeSource,
  duringPeriod,
  eventKind,
  joinList,
  localText,
  spanText,
  whenEvent,
  whenPeriod,
} from '../../words/phrases.js';
import type { CasualtiesReading } from './contract.js';
import { sameDays } from './same-period.js';
import { yearLines } from './year-lines.js';

/** How the rows are shown; the words name it. */
export type CasualtiesForm = 'columns' | 'area' | 'cumulative';

/** Rows up to which every one gets a sentence of its own. */
const TOLD_ONE_BY_ONE = 3;

/** All the words of a casualties chart. They follow the typed fields and are never stronger than those. */
export function describeCasualties(
  reading: CasualtiesReading,
  pack: LanguagePack,
  form: CasualtiesForm,
): Description {
  const { data, rows, samePeriod, events } = reading;
  const { method, measure, victims, relation, interval } = data;
  const { producer, asOf, asOfBasis, via } = data.source;
  const t = (key: string, slots?: Slots, count?: number): string => say(pack, key, slots, count);
  const number = (n: number | null): string => (n === null ? t('nk') : formatNumber(pack, n));
  const name = (row: ReportedRow): string => formatPeriod(pack, row.period);
  const day = (text: string): string => formatDay(pack, parseDay(text)!);

  const actors = joinList(
    pack,
    (data.actors ?? []).map((actor) => localText(pack, actor)),
  );
  const place = localText(pack, data.place);
  const involving = relation === 'involving' ? t('involving', { actors }) : '';
  // Titles speak of many, whatever the figures are.
  const noun = t(`noun.${method}`, {
    who: t(`who.${victims}`),
    done: t(`done.${measure}.${victims}`),
    place,
  });
  const [first, last] = [rows[0], rows.at(-1)];
  const span = first && last ? spanText(pack, first.period, last.period, last.through) : '';
  const by = first ? t(`by.${form === 'cumulative' ? form : first.period.kind}`) : '';
  const plain = t(`subtitle.${relation}`, { actors, producer, by, span });
  const subtitle = victims === 'not-specified' ? t('subtitleNotSpecified', { subtitle: plain }) : plain;
  const notices = describeNotices(pack, data.notices);
  const columns = tableColumns();
  return {
    language: pack.tag,
    dir: pack.dir,
    title: localText(pack, data.title) || capitalise(noun),
    subtitle: localText(pack, data.subtitle) || (first ? capitalise(subtitle) : ''),
    name: t(`chart.${form}`, { noun, span }),
    contentNote: localText(pack, data.contentNote),
    summary: summary(),
    caveat: [localText(pack, data.caveat) || t(`caveat.${method}`), interval ? t(`interval.${interval}`) : '']
      .join(' ')
      .trim(),
    notes: [...notices.corrections, ...rows.flatMap(doubtfulRange)],
    withdrawal: notices.withdrawal,
    source: describeSource(pack, data.source),
    columns,
    rowCount: rows.length,
    row: (index) => columns.map(({ key }) => cell(rows[index]!, index, key)),
    mark,
  };

  function rangeSlots({ low, high }: ReportedRow): Slots {
    return { low: number(low!), high: number(high!) };
  }

  /** "434 civilians were reported killed (published range 412–498)". */
  function clause(row: ReportedRow): string {
    const n = row.value ?? 0;
    const slots = {
      n: number(n),
      who: t(`who.${victims}`, {}, n),
      done: t(`done.${measure}.${victims}`, {}, n),
      range: hasRange(row) ? t('range', rangeSlots(row)) : '',
    };
    return t(`clause.${method}.${victims}`, slots, n);
  }

  function summary(): string {
    if (!rows.length) return t('empty');
    const known = rows.filter(({ value }) => value !== null);
    const sentences: string[] = [];
    const told = form === 'cumulative' ? yearTotals() : rows.length <= TOLD_ONE_BY_ONE ? known : [];
    told.forEach((row, i) => sentences.push(...tell(row, !i)));
    if (!told.length) {
      const partial = known.filter(({ complete }) => !complete).slice(-2);
      const latest = known.findLast(({ complete }) => complete) ?? partial.at(-1);
      if (latest) sentences.push(...tell(latest, true), ...extremes(known));
      for (const row of partial) if (row !== latest) sentences.push(...tell(row, false));
    }
    const gaps = unknownSpans(rows);
    const missing = rows.length - known.length;
    if (gaps.length <= TOLD_ONE_BY_ONE) for (const gap of gaps) sentences.push(unknown(gap));
    else sentences.push(t('unknownSome', { n: number(missing), all: number(rows.length) }, missing));
    if (victims === 'not-specified') sentences.push(t('notSpecified'));
    for (const event of events.filter(({ isBreak }) => isBreak).slice(0, TOLD_ONE_BY_ONE)) {
      const label = localText(pack, event.label).replace(/[.\s]+$/, '');
      sentences.push(t(`break.${eventKind(event)}`, { period: whenEvent(pack, event), label }));
    }
    // What the newest revised figure was before; every earlier figure stands in the table.
    const revised = known.findLast(({ previous }) => previous?.length);
    const before = revised?.previous?.at(-1);
    if (before)
      sentences.push(
        t(`revised.${revised!.period.kind}`, {
          period: name(revised!),
          old: number(before.value),
          day: day(before.asOf),
          n: number(revised!.value),
        }),
      );
    return sentences.join(' ');
  }

  /** The years that are counted, as rows of their own: the newest last. */
  function yearTotals(): ReportedRow[] {
    return yearLines(reading)
      .slice(-TOLD_ONE_BY_ONE)
      .map(({ year, points }) => {
        const period = periodAt('year', dayNumber(year, 1, 1));
        const { row, total } = points.at(-1)!;
        const { through } = rows[row]!;
        return {
          period,
          from: period.first,
          through,
          complete: through === period.last,
          value: total,
          doubtful: false,
        };
      });
  }

  function unknown([from, to]: readonly [Period, Period]): string {
    if (from.first === to.first) return t(`unknown.${from.kind}`, { period: formatPeriod(pack, from) });
    return t('unknownSpan', { span: spanText(pack, from, to, to.last) });
  }

  /** The sentences of one row; the opening one also says where, in what incidents, and who says so. */
  function tell(row: ReportedRow, opens: boolean): string[] {
    const { period, complete, from, through } = row;
    const slots = {
      clause: clause(row),
      place: opens ? place : '',
      involving: opens ? involving : '',
      according: opens && relation !== 'attributed' ? t('according', { producer }) : '',
      days: formatPlain(pack, through - from + 1),
      full: formatPlain(pack, period.last - period.first + 1),
      when: complete ? whenPeriod(pack, period) : t('fromTo', spanSlots(pack, from, through)),
    };
    const sentences = [t(complete ? 'full' : 'partial', slots)];
    if (opens && relation === 'attributed') sentences.push(t(`attributed.${measure}`, { producer, actors }));
    if (!complete) {
      sentences.push(t('noComparator', { unit: t(`unit.${period.kind}`) }));
      if (samePeriod && rows[samePeriod.partial] === row) {
        const year = name(rows[samePeriod.earlier]!);
        sentences.push(
          t(`comparator.${from === period.first ? '' : 'span.'}${period.kind}`, {
            year,
            m: number(samePeriod.value),
          }),
        );
      }
      if (asOfBasis === 'publication' && through === parseDay(asOf))
        sentences.push(t('inferredEnd', { day: day(asOf) }));
    }
    return sentences.map(tidy);
  }

  /** Highest and lowest of the whole periods; said of no series that breaks, and of no figure that several share. */
  function extremes(known: readonly ReportedRow[]): string[] {
    const whole = known.filter(({ complete }) => complete);
    // Minimums have no highest: what is not documented may be anywhere.
    if (whole.length < 2 || method === 'documented-minimum') return [];
    const [from, to] = [whole[0]!.period.first, whole.at(-1)!.period.last];
    if (events.some((event) => event.isBreak && event.last >= from && event.first <= to)) return [];
    const sorted = [...whole].sort((a, b) => a.value! - b.value!);
    const [lowest, second] = sorted;
    const [next, highest] = sorted.slice(-2);
    if (highest!.value === 0) return [t('onlyZero')];
    const told = (key: string, row: ReportedRow): string =>
      t(key, { by: t(`by.${row.period.kind}`), n: number(row.value), when: duringPeriod(pack, row.period) });
    if (next!.value === highest!.value) return [];
    return [told('highest', highest!), ...(lowest!.value === second!.value ? [] : [told('lowest', lowest!)])];
  }

  function doubtfulRange(row: ReportedRow): string[] {
    return row.doubtful ? [t('doubtfulRange', { period: name(row) })] : [];
  }

  function tableColumns(): TableColumn[] {
    const some = (test: (row: ReportedRow) => unknown): boolean => rows.some(test);
    const byDay = first?.period.kind === 'day';
    const all: [key: string, isThere: unknown, numeric: boolean, label?: string][] = [
      ['period', true, false],
      ['covers', !byDay, false],
      ['days', !byDay, true],
      ['value', true, true, `column.${measure}.${victims}`],
      ['low', some(({ low }) => low !== undefined), true],
      ['high', some(({ high }) => high !== undefined), true],
      ['samePeriod', samePeriod, true],
      ['status', some((row) => !row.complete || row.value === null), false],
      ['note', some((row) => row.note || row.previous?.length || row.doubtful), false],
    ];
    return all.flatMap(([key, isThere, numeric, label = `column.${key}`]) =>
      isThere ? { key, label: t(label), numeric } : [],
    );
  }

  function cell(row: ReportedRow, index: number, key: string): string {
    const { value, complete, from, through } = row;
    switch (key) {
      case 'period':
        return name(row);
      case 'covers':
        return `${formatDay(pack, from)} – ${formatDay(pack, through)}`;
      case 'days':
        return number(through - from + 1);
      case 'value':
        return number(value);
      case 'low':
      case 'high':
        return row[key] === undefined ? '' : number(row[key]);
      case 'samePeriod':
        return samePeriod?.earlier === index ? number(samePeriod.value) : '';
      case 'status':
        return t(`status.${value === null ? 'unknown' : complete ? 'complete' : 'partial'}`);
      default:
        return rowNotes(row).join(' ');
    }
  }

  function rowNotes(row: ReportedRow): string[] {
    const revised = (row.previous ?? []).map(
      (one) => `${capitalise(t('revisedShort', { old: number(one.value), day: day(one.asOf) }))}.`,
    );
    return [localText(pack, row.note), ...revised, ...doubtfulRange(row)].filter(Boolean);
  }

  function mark(index: number): MarkWords {
    const row = rows[index]!;
    const { period, value, complete, from, through } = row;
    const slots = {
      period: name(row),
      ...daySlots(pack, from, through),
      n: t(`spoken.${method}`, { n: number(value) }),
    };
    const not = complete ? [] : [t('notComparable', { unit: t(`units.${period.kind}`) })];
    if (value === null)
      return {
        spoken: t('markUnknown', slots),
        heading: slots.period,
        lines: [t('key.unknown'), ...rowNotes(row)],
      };
    const same =
      samePeriod?.earlier === index
        ? [
            t('samePeriodTip', {
              m: number(samePeriod.value),
              ...spanSlots(pack, ...sameDays(rows, samePeriod)),
            }),
          ]
        : [];
    return {
      spoken: [
        t(complete ? 'mark' : 'markPartial', slots),
        ...(hasRange(row) ? [t('markRange', rangeSlots(row))] : []),
        ...not,
      ].join(' '),
      heading: complete ? slots.period : t('partialTip', slots),
      lines: [
        capitalise(clause(row) + involving),
        ...not,
        ...same,
        ...rowNotes(row),
        [producer, via].filter(Boolean).join(', '),
      ],
    };
  }
}

/** An empty slot leaves two spaces, or one before a comma. */
function tidy(text: string): string {
  return text.replace(/ {2,}/g, ' ').replace(/ (?=[,.])/g, '');
}
