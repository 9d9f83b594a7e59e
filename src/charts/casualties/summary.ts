import { civil, parseDay } from '../../data/period.js';
import type { ReportedRow } from '../../data/read-rows.js';
import { formatDay, formatPeriod, spanSlots } from '../../words/dates.js';
import type { Description, MarkWords, TableColumn } from '../../words/description.js';
import { type LanguagePack, say } from '../../words/language.js';
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
  const { data, rows } = reading;
  const told = new CasualtiesWords(reading, pack);
  const first = rows[0];
  const last = rows.at(-1);
  const span = first && last ? spanText(pack, first.period, last.period, last.through) : '';
  const notices = describeNotices(pack, data.notices);
  const columns = told.columns();
  const by = first ? say(pack, `by.${form === 'cumulative' ? form : first.period.kind}`) : '';
  const plain = say(pack, `subtitle.${data.relation}`, {
    actors: told.actors,
    producer: data.source.producer,
    by,
    span,
  });
  const subtitle =
    data.victims === 'not-specified' ? say(pack, 'subtitleNotSpecified', { subtitle: plain }) : plain;
  return {
    language: pack.tag,
    dir: pack.dir,
    title: localText(pack, data.title) || capitalise(told.noun),
    subtitle: localText(pack, data.subtitle) || (first ? capitalise(subtitle) : ''),
    name: say(pack, `chart.${form}`, { noun: told.noun, span }),
    contentNote: localText(pack, data.contentNote),
    summary: told.summary(),
    caveat: told.caveat(),
    notes: [...notices.corrections, ...told.doubtfulRanges()],
    withdrawal: notices.withdrawal,
    source: describeSource(pack, data.source),
    columns,
    rowCount: rows.length,
    row: (index) => told.cells(rows[index]!, index, columns),
    mark: (index) => told.mark(rows[index]!, index),
  };
}

/** Holds what every sentence of one chart needs, so that each sentence can be read on its own. */
class CasualtiesWords {
  readonly reading: CasualtiesReading;
  readonly pack: LanguagePack;
  readonly actors: string;
  readonly noun: string;
  readonly involving: string;

  constructor(reading: CasualtiesReading, pack: LanguagePack) {
    const { data } = reading;
    this.reading = reading;
    this.pack = pack;
    this.actors = joinList(
      pack,
      (data.actors ?? []).map((actor) => localText(pack, actor)),
    );
    this.involving = data.relation === 'involving' ? say(pack, 'involving', { actors: this.actors }) : '';
    // Titles speak of many, whatever the figures are.
    this.noun = say(pack, `noun.${data.method}`, {
      who: say(pack, `who.${data.victims}`),
      done: say(pack, `done.${data.measure}.${data.victims}`),
      place: localText(pack, data.place),
    });
  }

  /** "434 civilians were reported killed (published range 412–498)". */
  clause({ value, low, high, doubtful }: ReportedRow): string {
    const { pack, reading } = this;
    const { method, measure, victims } = reading.data;
    const n = value ?? 0;
    const range =
      low !== undefined && high !== undefined && !doubtful
        ? say(pack, 'range', { low: formatNumber(pack, low), high: formatNumber(pack, high) })
        : '';
    const slots = {
      n: formatNumber(pack, n),
      who: say(pack, `who.${victims}`, {}, n),
      done: say(pack, `done.${measure}.${victims}`, {}, n),
      range,
    };
    return say(pack, `clause.${method}.${victims}`, slots, n);
  }

  summary(): string {
    const { rows } = this.reading;
    if (rows.length === 0) return say(this.pack, 'empty');
    const sentences = rows.length <= TOLD_ONE_BY_ONE ? this.everyRow() : this.manyRows();
    const unnamed = this.reading.data.victims === 'not-specified' ? [say(this.pack, 'notSpecified')] : [];
    return [...sentences, ...unnamed, ...this.breaks(), ...this.revisions()].join(' ');
  }

  everyRow(): string[] {
    const { rows } = this.reading;
    const opening = rows.findIndex(({ value }) => value !== null);
    return rows.flatMap((row, i) => this.rowSentences(row, i === opening));
  }

  manyRows(): string[] {
    const { pack } = this;
    const { rows } = this.reading;
    const unknown = rows.filter(({ value }) => value === null);
    const partial = rows.filter((row) => !row.complete && row.value !== null);
    const latest = rows.findLast((row) => row.complete && row.value !== null) ?? partial.at(-1);
    const sentences = latest ? this.rowSentences(latest, true) : [];
    sentences.push(...this.extremes());
    for (const row of partial.slice(-2)) if (row !== latest) sentences.push(...this.rowSentences(row, false));
    if (unknown.length > TOLD_ONE_BY_ONE) {
      const counts = { n: formatNumber(pack, unknown.length), all: formatNumber(pack, rows.length) };
      sentences.push(say(pack, 'unknownSome', counts, unknown.length));
    } else sentences.push(...unknown.map((row) => this.unknown(row)));
    return sentences;
  }

  rowSentences(row: ReportedRow, opens: boolean): string[] {
    const { pack, reading } = this;
    const { data, samePeriod, rows } = reading;
    if (row.value === null) return [this.unknown(row)];
    const attributed = data.relation === 'attributed';
    const slots = {
      clause: this.clause(row),
      place: opens ? localText(pack, data.place) : '',
      involving: opens ? this.involving : '',
      according: opens && !attributed ? say(pack, 'according', { producer: data.source.producer }) : '',
    };
    const sentences: string[] = [];
    if (row.complete) sentences.push(say(pack, 'full', { ...slots, when: whenPeriod(pack, row.period) }));
    else {
      const days = formatPlain(pack, row.through - row.from + 1);
      const full = formatPlain(pack, row.period.last - row.period.first + 1);
      const when = say(pack, 'fromTo', spanSlots(pack, row.from, row.through));
      sentences.push(say(pack, 'partial', { ...slots, when, days, full }));
    }
    if (opens && attributed) {
      sentences.push(
        say(pack, `attributed.${data.measure}`, { producer: data.source.producer, actors: this.actors }),
      );
    }
    if (!row.complete) {
      sentences.push(say(pack, `noComparator.${row.period.kind}`));
      if (samePeriod && rows[samePeriod.partial] === row) {
        const key = row.from === row.period.first ? 'comparator' : 'comparator.span';
        const year = formatPeriod(pack, rows[samePeriod.earlier]!.period);
        sentences.push(say(pack, key, { year, m: formatNumber(pack, samePeriod.value) }));
      }
      if (data.source.asOfBasis === 'publication' && row.through === parseDay(data.source.asOf)) {
        sentences.push(say(pack, 'inferredEnd', { day: formatDay(pack, row.through) }));
      }
    }
    return sentences.map(tidy);
  }

  unknown({ period }: ReportedRow): string {
    return say(this.pack, `unknown.${period.kind}`, { period: formatPeriod(this.pack, period) });
  }

  /** Highest and lowest of the whole periods; said of no series that breaks, and of no figure that several share. */
  extremes(): string[] {
    const { pack } = this;
    const { rows, events } = this.reading;
    const whole = rows.filter((row) => row.complete && row.value !== null);
    const [first, last] = [whole[0], whole.at(-1)];
    if (!first || !last || whole.length < 2) return [];
    if (
      events.some(
        ({ isBreak, first: from, last: to }) =>
          isBreak && to >= first.period.first && from <= last.period.last,
      )
    )
      return [];
    let top = first;
    let bottom = first;
    for (const row of whole) {
      if (row.value! > top.value!) top = row;
      if (row.value! < bottom.value!) bottom = row;
    }
    if (top.value === 0) return [say(pack, 'onlyZero')];
    const only = (row: ReportedRow): boolean => whole.filter(({ value }) => value === row.value).length === 1;
    const tell = (key: string, row: ReportedRow): string =>
      say(pack, key, {
        by: say(pack, `by.${row.period.kind}`),
        n: formatNumber(pack, row.value!),
        when: duringPeriod(pack, row.period),
      });
    if (!only(top)) return [];
    return only(bottom) && bottom !== top
      ? [tell('highest', top), tell('lowest', bottom)]
      : [tell('highest', top)];
  }

  breaks(): string[] {
    const { pack } = this;
    return this.reading.events
      .filter(({ isBreak }) => isBreak)
      .slice(0, TOLD_ONE_BY_ONE)
      .map((event) => {
        const kind = eventKind(event);
        const slots = {
          period: whenEvent(pack, event),
          label: localText(pack, event.label).replace(/[.\s]+$/, ''),
        };
        return say(pack, kind ? `break.${kind}` : 'breaks', slots);
      });
  }

  /** What the newest revised figure was before; every earlier figure stands in the table. */
  revisions(): string[] {
    const row = this.reading.rows.findLast(({ previous, value }) => previous?.length && value !== null);
    const before = row?.previous?.at(-1);
    if (!row || !before) return [];
    const { pack } = this;
    return [
      say(pack, 'revised', {
        period: formatPeriod(pack, row.period),
        old: this.known(before.value),
        day: formatDay(pack, parseDay(before.asOf)!),
        n: formatNumber(pack, row.value!),
      }),
    ];
  }

  caveat(): string {
    const { pack } = this;
    const { caveat, method, interval } = this.reading.data;
    const own = localText(pack, caveat) || say(pack, `caveat.${method}`);
    return interval ? `${own} ${say(pack, `interval.${interval}`)}` : own;
  }

  doubtfulRanges(): string[] {
    return this.reading.rows
      .filter(({ doubtful }) => doubtful)
      .map(({ period }) => say(this.pack, 'doubtfulRange', { period: formatPeriod(this.pack, period) }));
  }

  columns(): TableColumn[] {
    const { pack } = this;
    const { data, rows } = this.reading;
    const column = (key: string, numeric: boolean, label = `column.${key}`): TableColumn => ({
      key,
      label: say(pack, label),
      numeric,
    });
    const byDay = rows[0]?.period.kind === 'day';
    return [
      column('period', false),
      ...(byDay ? [] : [column('covers', false), column('days', true)]),
      column('value', true, `column.${data.measure}.${data.victims}`),
      ...(rows.some(({ low }) => low !== undefined) ? [column('low', true)] : []),
      ...(rows.some(({ high }) => high !== undefined) ? [column('high', true)] : []),
      ...(this.reading.samePeriod ? [column('samePeriod', true)] : []),
      ...(rows.some((row) => !row.complete || row.value === null) ? [column('status', false)] : []),
      ...(rows.some((row) => row.note !== undefined || row.previous?.length || row.doubtful)
        ? [column('note', false)]
        : []),
    ];
  }

  cells(row: ReportedRow, index: number, columns: readonly TableColumn[]): string[] {
    const { pack } = this;
    const { samePeriod } = this.reading;
    return columns.map(({ key }) => {
      switch (key) {
        case 'period':
          return formatPeriod(pack, row.period);
        case 'covers':
          return say(pack, 'spanShort', {
            from: formatDay(pack, row.from),
            to: formatDay(pack, row.through),
          }).replace('–', ' – ');
        case 'days':
          return formatNumber(pack, row.through - row.from + 1);
        case 'value':
          return this.known(row.value);
        case 'low':
        case 'high':
          return row[key] === undefined ? '' : formatNumber(pack, row[key]);
        case 'samePeriod':
          return samePeriod?.earlier === index ? formatNumber(pack, samePeriod.value) : '';
        case 'status':
          return say(
            pack,
            `status.${row.value === null ? 'unknown' : row.complete ? 'complete' : 'partial'}`,
          );
        default:
          return this.rowNotes(row).join(' ');
      }
    });
  }

  mark(row: ReportedRow, index: number): MarkWords {
    const { pack } = this;
    const { data, samePeriod, rows } = this.reading;
    const period = formatPeriod(pack, row.period);
    if (row.value === null) {
      const spoken = say(pack, 'markUnknown', { period });
      return { spoken, heading: period, lines: [say(pack, 'key.unknown'), ...this.rowNotes(row)] };
    }
    const n = say(pack, `spoken.${data.method}`, { n: formatNumber(pack, row.value) });
    const ends = { period, ...spanSlots(pack, row.from, row.through) };
    const same =
      samePeriod?.earlier === index
        ? [
            say(pack, 'samePeriodTip', {
              m: formatNumber(pack, samePeriod.value),
              ...sameDays(pack, rows[samePeriod.partial]!, row),
            }),
          ]
        : [];
    const notComparable = row.complete ? [] : [say(pack, `notComparable.${row.period.kind}`)];
    const range =
      row.low !== undefined && row.high !== undefined && !row.doubtful
        ? [say(pack, 'markRange', { low: formatNumber(pack, row.low), high: formatNumber(pack, row.high) })]
        : [];
    const spoken = say(pack, row.complete ? 'mark' : 'markPartial', { ...ends, n });
    return {
      spoken: [spoken, ...range, ...notComparable].join(' '),
      heading: row.complete ? period : say(pack, 'partialTip', ends),
      lines: [
        tidy(`${this.clause(row)}${this.involving}`),
        ...notComparable,
        ...same.map(capitalise),
        ...this.rowNotes(row),
        `${data.source.producer}${data.source.via ? `, ${data.source.via}` : ''}`,
      ],
    };
  }

  rowNotes(row: ReportedRow): string[] {
    const { pack } = this;
    const revised = (row.previous ?? []).map(({ asOf, value }) =>
      say(pack, 'revisedShort', { old: this.known(value), day: formatDay(pack, parseDay(asOf)!) }),
    );
    const doubtful = row.doubtful
      ? [say(pack, 'doubtfulRange', { period: formatPeriod(pack, row.period) })]
      : [];
    return [
      localText(pack, row.note),
      ...revised.map(capitalise).map((text) => `${text}.`),
      ...doubtful,
    ].filter(Boolean);
  }

  known(value: number | null): string {
    return value === null ? say(this.pack, 'nk') : formatNumber(this.pack, value);
  }
}

/** The days of the partial row, in the year of the earlier one. */
function sameDays(
  pack: LanguagePack,
  partial: ReportedRow,
  earlier: ReportedRow,
): { from: string; to: string } {
  const shift = earlier.period.first - partial.period.first;
  const slots = spanSlots(pack, partial.from + shift, partial.through + shift);
  // A leap year between the two moves the end by a day: take the day of the year, not the count of days.
  const end = civil(partial.through);
  const year = civil(earlier.period.first).year;
  const day = parseDay(
    `${String(year).padStart(4, '0')}-${String(end.month).padStart(2, '0')}-${String(end.day).padStart(2, '0')}`,
  );
  return day === undefined ? slots : spanSlots(pack, Math.min(partial.from + shift, day), day);
}

/** An empty slot leaves two spaces, or one before a comma. */
function tidy(text: string): string {
  return text.replace(/ {2,}/g, ' ').replace(/ (?=[,.])/g, '');
}
