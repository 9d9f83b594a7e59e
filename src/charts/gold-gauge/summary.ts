import { parseDay } from '../../data/period.js';
import { hasRange, type ReportedRow } from '../../data/read-rows.js';
import type { Source } from '../../data/schema.js';
import { unknownSpans } from '../../data/unknown-spans.js';
import { daySlots, formatDay, formatPeriod } from '../../words/dates.js';
import type { Description, MarkWords, TableColumn } from '../../words/description.js';
import { type LanguagePack, say, type Slots } from '../../words/language.js';
import { formatNumber, formatPlain } from '../../words/numbers.js';
import {
  asSentence,
  capitalise,
  describeNotices,
  describeSource,
  joinList,
  localText,
  tellGaps,
  tidy,
  tonguesOf,
  whenDays,
  whenPeriod,
} from '../../words/phrases.js';
import type { GoldGaugeReading, ReportedReference } from './contract.js';
import { isHollow, isLike, percentOf } from './like.js';
import { isRow, marksOf } from './marks.js';
import { formatPercent, goldNoun, insideText, whatIs, whichGold } from './phrases.js';
import { convert, formatAmount, formatShort, UNITS } from './units.js';

type Days = Pick<ReportedRow, 'period' | 'from' | 'through'>;

/** Earlier figures that the summary tells; the table has all. */
const TOLD = 6;

/** All the words of a gold gauge. The verb follows the flow; production is said of nothing else. */
export function describeGauge(reading: GoldGaugeReading, pack: LanguagePack): Description {
  const { data, amount, references, history } = reading;
  const { flow, sector, unit, interval, source } = data;
  const marks = marksOf(reading);
  const t = (key: string, slots?: Slots, count?: number): string => say(pack, key, slots, count);
  const number = (n: number | null | undefined): string =>
    n === undefined ? '' : n === null ? t('nk') : formatNumber(pack, n);
  const gold = (n: number): string => formatAmount(pack, n, unit);
  const name = ({ period }: ReportedRow): string => formatPeriod(pack, period);
  /** "2024", or the days where they are a part of it. */
  const when = ({ period, from, through }: Days): string =>
    from === period.first && through === period.last
      ? formatPeriod(pack, period)
      : t('partialTip', { period: formatPeriod(pack, period), ...daySlots(pack, from, through) });

  const place = localText(pack, data.place);
  const noun = goldNoun(pack, data, place);
  const period = amount.value === null ? name(amount) : when(amount);
  const notices = describeNotices(pack, data.notices);
  const columns = tableColumns();
  return {
    language: pack.tag,
    dir: pack.dir,
    title: localText(pack, data.title) || capitalise(noun),
    subtitle: localText(pack, data.subtitle) || t('comma', { a: t(`column.${unit}`), b: period }),
    name: t('gauge', { noun, period }),
    contentNote: '',
    summary: summary(),
    caveat: [
      localText(pack, data.caveat) || t(`goldCaveat.${sector}`),
      interval ? t(`interval.${interval}`) : '',
    ]
      .join(' ')
      .trim(),
    notes: [...notices.corrections, ...[amount, ...history].flatMap(doubtfulRange)],
    withdrawal: notices.withdrawal,
    tongues: tonguesOf(pack, data),
    source: describeSource(pack, source),
    columns,
    rowCount: marks.length,
    row: (index) => columns.map(({ key }) => cell(marks[index]!, key)),
    day: (index) => marks[index]!.from ?? marks[index]!.period?.first ?? NaN,
    mark,
  };

  /** "industrial mines produced 51.7 tonnes of gold". */
  function clause(row: ReportedRow, isBare = false): string {
    const { value } = row;
    const isMine = flow === 'mined' && sector !== 'all';
    return t(
      isMine ? `mines.${sector}` : `made.${unit}`,
      {
        n: gold(value!),
        done: t(`done.${flow}`),
        range: isBare ? '' : rangeOf(row, 'range'),
      },
      value!,
    );
  }

  function rangeOf(row: ReportedRow, key: string): string {
    return hasRange(row) ? t(key, { low: number(row.low), high: number(row.high) }) : '';
  }

  function summary(): string {
    const { asOf, asOfBasis } = source;
    const producer = localText(pack, source.producer);
    const { value, complete, from, through, period: whole, previous } = amount;
    const day = (text: string): string => formatDay(pack, parseDay(text)!);
    const sentences: string[] = [];
    if (value === null) {
      sentences.push(
        t(`noFigureGiven.${whole.kind}`, { noun: t(`figure.${flow}`), period: name(amount) }),
        ...publishedRange(amount),
      );
    } else {
      sentences.push(
        tidy(
          t(
            `${complete ? 'full' : 'partial'}${hasRange(amount) || whole.kind === 'week' ? '.opens' : ''}`,
            {
              clause: clause(amount),
              bare: clause(amount, true),
              told: rangeOf(amount, 'range.told'),
              place,
              // The clause of mines names them; any other says it here.
              involving: flow === 'mined' && sector !== 'all' ? '' : t(`sector.${sector}.${flow}`),
              according: t('according', { producer }),
              days: formatPlain(pack, through - from + 1),
              full: formatPlain(pack, whole.last - whole.first + 1),
              when: complete ? whenPeriod(pack, whole) : whenDays(pack, from, through),
            },
            through - from + 1,
          ),
        ),
      );
      if (!complete) sentences.push(t('noComparator', { unit: t(`unit.${whole.kind}`) }));
      if (!complete && asOfBasis === 'publication' && through === parseDay(asOf))
        sentences.push(t('inferredEnd', { day: day(asOf) }));
    }
    const unlike = references.find((one) => one.kind === 'capacity' && !isLike(reading, one));
    for (const one of references)
      sentences.push(tellReference(one), ...(one === unlike ? [t('notOutput')] : []));
    const earlier = history.slice(-TOLD);
    if (earlier.length)
      sentences.push(
        t('earlier', {
          list: earlier
            .map((row) =>
              t('listed', {
                period: name(row),
                n: row.value === null ? t('nk') : formatShort(pack, row.value, unit),
              }),
            )
            .reduce((a, b) => t('comma', { a, b })),
          // An abbreviation may end in a full stop of its own.
        }).replace(/\.\.$/, '.'),
      );
    sentences.push(...absentPeriods());
    const before = previous?.at(-1);
    if (before && value !== null)
      sentences.push(
        t(`revised.${whole.kind}`, {
          period: name(amount),
          old: before.value === null ? t('nk') : gold(before.value),
          day: day(before.asOf),
          n: gold(value),
        }),
      );
    return sentences.join(' ');
  }

  /** Periods between the first and the last that the contract does not speak of: the strip beside the gauge shows them. */
  function absentPeriods(): string[] {
    const rows = [...history, amount];
    const gaps = unknownSpans(rows.map((row) => ({ ...row, value: row.value ?? 0 })));
    return tellGaps(pack, gaps, rows.length);
  }

  /** A percentage is said of a like thing only; of an unlike capacity, what it is not. */
  function tellReference(reference: ReportedReference): string {
    const { kind, value, label } = reference;
    const percent = percentOf(reading, reference);
    const times = value / (amount.value || Infinity);
    // Amounts per year can be set against a whole year, never against a part of one.
    const isYear = amount.complete && amount.period.kind === 'year';
    const isTimes =
      flow === 'mined' && kind === 'capacity' && reference.flow !== flow && isYear && times >= 1.1;
    const what = whatIs(pack, reading, reference);
    const named = capitalise(insideText(localText(pack, label)));
    const told = t(percent === undefined ? (isTimes ? 'referenceTimes' : 'reference') : 'referencePercent', {
      what,
      label: named,
      n: gold(value),
      p: formatPercent(pack, percent ?? 0),
      x: number(Math.round(times * 10) / 10),
      period: name(amount),
    });
    // A label that says what it is need not be told so again.
    const isSaid = named.toLowerCase().includes(what.toLowerCase());
    return [isSaid ? told.replace(` (${what})`, '') : told, ...whichGoldTold(reference)].join(' ');
  }

  function whichGoldTold(reference: ReportedReference): string[] {
    return whichGold(pack, reading, reference).map(capitalise).map(asSentence);
  }

  function publishedRange(row: ReportedRow): string[] {
    return hasRange(row) ? [t('markRange', { low: number(row.low), high: gold(row.high!) })] : [];
  }

  function doubtfulRange(row: ReportedRow): string[] {
    return row.doubtful ? [t('doubtfulRange', { period: name(row) })] : [];
  }

  /** The columns in which anything stands. */
  function tableColumns(): TableColumn[] {
    return ['what', 'flow', 'period', 'covers', ...UNITS, 'low', 'high', 'status', 'source', 'note'].flatMap(
      (key) =>
        marks.some((one) => cell(one, key))
          ? { key, label: t(`column.${key}`), numeric: /^(t|kg|ozt|low|high)$/.test(key) }
          : [],
    );
  }

  function cell(mark: ReportedRow | ReportedReference, key: string): string {
    const row = isRow(mark) ? mark : undefined;
    const reference = isRow(mark) ? undefined : mark;
    const of = reference ?? data;
    switch (key) {
      case 'what':
        return reference
          ? localText(pack, reference.label)
          : capitalise(t(row === amount ? 'what.amount' : 'what.previous'));
      case 'flow':
        return t('flow', {
          done: t(`done.${of.flow}`),
          sector: of.sector ? t(`sector.${of.sector}.${of.flow}`) : '',
        });
      case 'period':
        return mark.period ? formatPeriod(pack, mark.period) : '';
      case 'covers':
        return mark.from === undefined || mark.value === null
          ? ''
          : `${formatDay(pack, mark.from)} – ${formatDay(pack, mark.through!)}`;
      case 'low':
      case 'high':
        return number(row?.[key]);
      case 'status':
        return reference
          ? whatIs(pack, reading, reference)
          : t(`status.${row!.value === null ? 'unknown' : row!.complete ? 'complete' : 'partial'}`);
      case 'source':
        return producerOf(reference?.source);
      case 'note':
        return row ? rowNotes(row).join(' ') : '';
      default:
        return mark.value === null ? t('nk') : number(convert(mark.value, unit, key as typeof unit));
    }
  }

  function producerOf({ producer, via }: Source = source): string {
    const names = [producer, via].map((text) => localText(pack, text));
    return joinList(pack, names.filter(Boolean), 'comma');
  }

  function rowNotes(row: ReportedRow): string[] {
    const revised = (row.previous ?? []).map(
      (one) =>
        `${capitalise(t('revisedShort', { old: number(one.value), day: formatDay(pack, parseDay(one.asOf)!) }))}.`,
    );
    return [localText(pack, row.note), ...revised, ...doubtfulRange(row)].filter(Boolean);
  }

  function mark(index: number): MarkWords {
    const one = marks[index]!;
    return isRow(one) ? markRow(one) : markReference(one);
  }

  /** The amount in the two other units. */
  function others(value: number): string {
    return UNITS.filter((other) => other !== unit)
      .map((other) => formatAmount(pack, convert(value, unit, other), other))
      .join(' · ');
  }

  function markRow(row: ReportedRow): MarkWords {
    const { value, complete, from, through } = row;
    if (value === null)
      return {
        spoken: [t('markUnknown', { period: name(row) }), ...publishedRange(row)].join(' '),
        heading: name(row),
        lines: [
          capitalise(t('noFigure', { noun: t(`figure.${flow}`) })),
          ...publishedRange(row),
          ...rowNotes(row),
        ],
      };
    const slots = { period: name(row), ...daySlots(pack, from, through), n: gold(value) };
    const not = complete ? [] : [t('notComparable', { unit: t(`units.${row.period.kind}`) })];
    return {
      spoken: [t(complete ? 'mark' : 'markPartial', slots), ...publishedRange(row), ...not].join(' '),
      heading: when(row),
      lines: [capitalise(clause(row)), others(value), ...not, ...rowNotes(row), producerOf()],
    };
  }

  function markReference(reference: ReportedReference): MarkWords {
    const { value, label, period: at } = reference;
    const what = whatIs(pack, reading, reference);
    const percent = percentOf(reading, reference);
    const said = [
      ...whichGoldTold(reference),
      ...(percent === undefined ? [] : [t('percentTip', { p: formatPercent(pack, percent) })]),
      ...(isHollow(reading, reference) ? [t('unlikeTip')] : []),
    ];
    const words = { label: insideText(localText(pack, label)), n: gold(value), what };
    return {
      spoken: [t('markReference', words), ...said].join(' '),
      heading: words.label,
      lines: [
        t('comma', { a: words.n, b: what }),
        others(value),
        ...(at ? [when(reference as Days)] : []),
        ...said,
        producerOf(reference.source),
      ],
    };
  }
}
