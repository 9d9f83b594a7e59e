import { dayNumber, periodAt } from '../../data/period.js';
import { hasRange, type ReportedRow } from '../../data/read-rows.js';
import { daySlots, formatDay, spanSlots } from '../../words/dates.js';
import type { Description, MarkWords, TableColumn } from '../../words/description.js';
import type { LanguagePack } from '../../words/language.js';
import { asSentence, capitalise, duringPeriod, joinList, localText, trimEnd } from '../../words/phrases.js';
import { countWords, TOLD_ONE_BY_ONE } from '../count-words.js';
import type { CasualtiesReading } from './contract.js';
import { yearLines } from './year-lines.js';

/** How the rows are shown; the words name it. */
export type CasualtiesForm = 'columns' | 'area' | 'cumulative';

/** All the words of a casualties chart. They follow the typed fields and are never stronger than those. */
export function describeCasualties(
  reading: CasualtiesReading,
  pack: LanguagePack,
  form: CasualtiesForm,
): Description {
  const { data, rows, samePeriod, events } = reading;
  const { method, measure, victims, relation } = data;
  const producer = localText(pack, data.source.producer);
  const words = countWords(reading, rows, pack);
  const { t, number, name, noun, span, known, clause, publishedRange, rowNotes } = words;
  let totals: Map<number, number> | undefined;

  const actors = joinList(
    pack,
    (data.actors ?? []).map((actor) => localText(pack, actor)),
  );
  const involving = relation === 'involving' ? t('involving', { actors }) : '';
  const isLong = (data.actors?.length ?? 0) > 2;
  const [first] = rows;
  const by = first ? t(`by.${form === 'cumulative' ? form : first.period.kind}`) : '';
  const plain = t(`subtitle.${relation}`, { actors, producer, by, span });
  const subtitle = victims === 'not-specified' ? t('subtitleNotSpecified', { subtitle: plain }) : plain;
  const columns = tableColumns();
  return {
    ...words.frame,
    title: localText(pack, data.title) || capitalise(noun),
    subtitle: localText(pack, data.subtitle) || (first ? capitalise(subtitle) : ''),
    name: trimEnd(t(`chart.${form}`, { noun, span })),
    summary: summary(),
    columns,
    rowCount: rows.length,
    row: (index) => columns.map(({ key }) => cell(rows[index]!, index, key)),
    day: (index) => rows[index]!.from,
    mark,
  };

  function summary(): string {
    if (!first) return t('empty');
    const sentences: string[] = [];
    const told = form === 'cumulative' ? yearTotals() : rows.length <= TOLD_ONE_BY_ONE ? known : [];
    told.forEach((row, i) => sentences.push(...tell(row, !i)));
    if (!told.length) {
      const partial = known.filter(({ complete }) => !complete).slice(-2);
      const latest = known.findLast(({ complete }) => complete) ?? partial.at(-1);
      if (latest) sentences.push(...tell(latest, true), ...extremes());
      for (const row of partial) if (row !== latest) sentences.push(...tell(row, false));
    }
    return [...sentences, ...words.closing()].join(' ');
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

  /** The sentences of one row; the opening one also says where, in what incidents, and who says so. */
  function tell(row: ReportedRow, opens: boolean): string[] {
    const according = relation === 'attributed' ? '' : t('according', { producer });
    const { period, from } = row;
    const isCompared = samePeriod && rows[samePeriod.partial] === row;
    return [
      words.tell(row, opens ? { place: words.place, involving, according, isLong } : {}),
      ...(opens && relation === 'attributed' ? [t(`attributed.${measure}`, { producer, actors })] : []),
      ...words.bounds(
        row,
        isCompared
          ? t(`comparator.${from === period.first ? '' : 'span.'}${period.kind}`, {
              year: name(rows[samePeriod.earlier]!),
              m: number(samePeriod.value),
            })
          : '',
      ),
    ];
  }

  /** Highest and lowest of the whole periods; said of no series that breaks, and of no figure that several share. */
  function extremes(): string[] {
    const whole = known.filter(({ complete }) => complete);
    // Minimums have no highest: what is not documented may be anywhere.
    if (whole.length < 2 || method === 'documented-minimum') return [];
    // Nor has a series with a figure that may be anywhere in a range.
    if (rows.some((row) => row.value === null && hasRange(row))) return [];
    const [from, to] = [whole[0]!.period.first, whole.at(-1)!.period.last];
    if (events.some((event) => event.isBreak && event.last >= from && event.first <= to)) return [];
    const sorted = [...whole].sort((a, b) => a.value! - b.value!);
    const [lowest, second] = sorted;
    const [next, highest] = sorted.slice(-2);
    if (highest!.value === 0) return [t('onlyZero')];
    const told = (key: string, row: ReportedRow): string =>
      t(key, { by: t(`by.${row.period.kind}`), n: number(row.value), when: duringPeriod(pack, row.period) });
    // A part of a period that is above all whole ones would prove the sentence wrong.
    const isBeaten = known.some(({ complete, value }) => !complete && value! >= highest!.value!);
    if (next!.value === highest!.value || isBeaten) return [];
    return [told('highest', highest!), ...(lowest!.value === second!.value ? [] : [told('lowest', lowest!)])];
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
      ['running', form === 'cumulative', true],
      ['samePeriod', samePeriod, true],
      ['status', some((row) => !row.complete || row.value === null), false],
      ['note', some((row) => row.note || row.previous?.length || row.doubtful), false],
    ];
    return all.flatMap(([key, isThere, numeric, label = `column.${key}`]) =>
      isThere ? { key, label: t(label), numeric } : [],
    );
  }

  function cell(row: ReportedRow, index: number, key: string): string {
    const { value, from, through } = row;
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
      case 'running':
        return running(index) === undefined ? '' : number(running(index)!);
      case 'samePeriod':
        return samePeriod?.earlier === index ? number(samePeriod.value) : '';
      case 'status':
        return words.status(row);
      default:
        return rowNotes(row).join(' ');
    }
  }

  /** Where lines are drawn, the height of a row's point: the figures of its year so far. */
  function running(index: number): number | undefined {
    if (form !== 'cumulative') return undefined;
    totals ??= new Map(
      yearLines(reading).flatMap(({ points }) => points.map(({ row, total }) => [row, total] as const)),
    );
    return totals.get(index);
  }

  function mark(index: number): MarkWords {
    const row = rows[index]!;
    const { value, complete, from, through } = row;
    const slots = {
      period: name(row),
      ...daySlots(pack, from, through),
      n: t(`spoken.${method}`, { n: number(value) }),
    };
    const not = words.notComparable(row);
    if (value === null)
      return {
        spoken: [t('markUnknown', slots), ...publishedRange(row)].join(' '),
        heading: slots.period,
        lines: [t('key.unknown'), ...publishedRange(row), ...rowNotes(row)],
      };
    const total = running(index);
    const reached = total === undefined ? [] : [t('running', { n: number(total) })];
    const same =
      samePeriod?.earlier === index
        ? [
            t('samePeriodTip', {
              m: number(samePeriod.value),
              ...spanSlots(pack, samePeriod.from, samePeriod.through),
            }),
          ]
        : [];
    return {
      spoken: [
        t(complete ? 'mark' : 'markPartial', slots),
        ...publishedRange(row),
        ...not,
        ...reached.map(asSentence),
      ].join(' '),
      heading: complete ? slots.period : t('partialTip', slots),
      lines: [
        ...[clause(row), involving.trim()].filter(Boolean).map(capitalise),
        ...reached,
        ...not,
        ...same,
        ...rowNotes(row),
        words.credit,
      ],
    };
  }
}
