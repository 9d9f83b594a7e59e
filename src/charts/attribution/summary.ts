import { hasRange } from '../../data/read-rows.js';
import { daySlots, formatDay } from '../../words/dates.js';
import type { Description, MarkWords, TableColumn } from '../../words/description.js';
import { type LanguagePack, say, type Slots } from '../../words/language.js';
import { formatNumber, formatShare } from '../../words/numbers.js';
import { asSentence, capitalise, joinList, localText, spanText, trimEnd } from '../../words/phrases.js';
import { countWords, TOLD_ONE_BY_ONE } from '../count-words.js';
import type { ActorRow, AttributionReading, Part, Stack } from './contract.js';
import { eventsOf, nameActors, nameSegment } from './names.js';
import type { AttributionForm } from './scene.js';
import { hasShares, type Segment, segmentsOf } from './segments.js';
import { formatSum } from './sums.js';

/** All the words of an attribution chart. They follow the typed fields and are never stronger than those. */
export function describeAttribution(
  reading: AttributionReading,
  pack: LanguagePack,
  form: AttributionForm,
): Description {
  const { data, rows, parts, stacks } = reading;
  const { measure, victims, method, relation, whole, source } = data;
  const producer = localText(pack, source.producer);
  const words = countWords({ data, events: eventsOf(reading, pack) }, stacks, pack);
  const { t, number, name, noun, span, rowNotes } = words;
  const { layers, groups, brackets } = segmentsOf(reading);
  const partOf = new Map<ActorRow, Part>();
  const stackOf = new Map<ActorRow, Stack>();
  for (const stack of stacks)
    stack.rows.forEach((row, part) => {
      if (row === undefined) return;
      partOf.set(rows[row]!, parts[part]!);
      stackOf.set(rows[row]!, stack);
    });
  const published = stacks.filter(
    ({ missing, low, high, value, rows: own }) =>
      missing > 0 ||
      low !== undefined ||
      high !== undefined ||
      (value !== null && own.every((row) => row === undefined || rows[row]!.value === null)),
  );
  // A total that says more than its rows do stands below all rows.
  const listed = [...rows, ...published];
  const [first] = stacks;
  const by = t(`byActors.${relation}`, { producer });
  const isSelection = whole === 'selection';
  const columns = tableColumns();
  const subtitle = first
    ? t(isSelection ? 'subtitleSelection' : 'subtitle', { by: t(`by.${first.period.kind}`), span })
    : '';
  return {
    ...words.frame,
    title: localText(pack, data.title) || capitalise(t('title.attribution', { noun, by })),
    subtitle:
      localText(pack, data.subtitle) ||
      capitalise(
        victims === 'not-specified' && subtitle ? t('subtitleNotSpecified', { subtitle }) : subtitle,
      ),
    name: trimEnd(t(`chart.${form}`, { noun, by, span })),
    summary: summary(),
    columns,
    rowCount: listed.length,
    row: (index) => columns.map(({ key }) => cell(listed[index]!, key)),
    day: (index) => listed[index]!.from,
    mark: (index, isWhole) => {
      const part = mark(index);
      // The ear hears a stack as one tone.
      const whole = isWhole ? totalOf(index) : [];
      return whole.length ? { ...part, lines: [...whole, words.credit] } : part;
    },
  };

  function summary(): string {
    if (!rows.length) return t('empty');
    const { known } = words;
    const latest = known.findLast(({ complete }) => complete);
    const partial = known.at(-1)?.complete === false ? [known.at(-1)!] : [];
    const told = [...(latest ? [latest] : []), ...partial];
    const sentences = told.flatMap((stack, i) => {
      const at = stacks.indexOf(stack as Stack);
      const only = onlyLayer(at);
      const involving = only
        ? t('involving', { actors: nameActors(pack, data, only.places, true) })
        : isSelection
          ? t('shown')
          : '';
      return [
        words.tell(stack, {
          involving,
          isLong: (only?.places.length ?? 0) > 2,
          ...(!i && { place: words.place, according: t('according', { producer }) }),
        }),
        // Of a partial period after a whole one the total is enough, and what it lacks: the table has its parts.
        ...(only?.kind === 'unsplit' ? [t('told.unsplit.only')] : []),
        ...(only || i ? unknownParts(at) : breakDown(at)),
        ...words.bounds(stack),
      ];
    });
    const reference = told.length ? stacks.indexOf(told[0] as Stack) : -1;
    const overlaps = brackets.flatMap((one) =>
      one.values[reference] && one.rows[reference]!.length > 1
        ? t('key.listed', {
            when: nameSegment(pack, data, one),
            label: tellInvolved(reading, pack, one, reference),
          })
        : [],
    );
    const isTangled = parts.some(
      ({ places, link }) =>
        link !== 'unsplit' && places.length > 1 && places.some((place) => !reading.touching.has(place)),
    );
    const names = [...new Set(layers.map(({ kind, places }) => nameSegment(pack, data, { kind, places })))];
    const list = (items: string[]): string => items.reduce((a, b) => t('semicolon', { a, b }));
    return [
      ...sentences,
      ...(overlaps.length ? [t('overlap', { list: list(overlaps) })] : []),
      ...(isTangled ? [t('noTouching')] : []),
      ...unknownElsewhere(told.map((stack) => stacks.indexOf(stack as Stack))),
      ...unpublished(),
      ...(names.length > 2 && form !== 'involved' ? [t('order', { list: list(names) })] : []),
      ...(isSelection ? [t(`selection.${relation}`, { ...words.who(), place: words.place })] : []),
      ...words.closing(),
    ].join(' ');
  }

  /** The one part that a whole figure is made of, where one sentence can say so. */
  function onlyLayer(stack: number): Segment | undefined {
    const some = layers.filter(({ values }) => values[stack]);
    const [only] = some;
    const isPlain = only?.kind === 'actor' || only?.kind === 'unsplit';
    return isPlain && some.length === 1 && relation === 'involving' ? only : undefined;
  }

  /** What one period's figure is made of, a sentence each. */
  function breakDown(stack: number): string[] {
    // Joint acts first: they are a part of the total that stands before them.
    const isJoint = ({ kind }: Segment): number => Number(kind === 'joint');
    const sorted = [...layers].sort((a, b) => isJoint(b) - isJoint(a));
    const told = sorted.flatMap((layer) => {
      const { kind, places, values, grade } = layer;
      const n = values[stack];
      if (n === undefined || n === null || (n === 0 && kind !== 'unattributed')) return [];
      const named = nameActors(pack, data, places, true);
      // "Alone" where the same actor stands in other parts too.
      const isAlone =
        kind === 'actor' &&
        parts.some((other) => other.places.includes(places[0]!) && other.places.length > 1);
      return t(
        `told.${isAlone ? 'alone' : kind}.${relation}`,
        { n: number(n), actors: grade ? t(`graded.${grade}`, { part: named }) : named },
        n,
      );
    });
    return [...told, ...unknownParts(stack)];
  }

  /** The parts of one period that nobody has a figure of. */
  function unknownParts(stack: number): string[] {
    return layers.flatMap((layer) =>
      layer.values[stack] === null && layer.kind !== 'unattributed'
        ? [
            t('unknown', { period: nameSegment(pack, data, layer) }),
            ...layer.rows[stack]!.flatMap((row) => words.publishedRange(rows[row]!)),
          ]
        : [],
    );
  }

  /** Where parts have no figure in periods that are not told one by one: a stack without them looks lower than it is. */
  function unknownElsewhere(told: readonly number[]): string[] {
    return layers.flatMap((layer) => {
      const spans: [number, number][] = [];
      layer.values.forEach((n, i) => {
        if (n !== null || layer.kind === 'unattributed' || !stacks[i]!.isOpen || told.includes(i)) return;
        const last = spans.at(-1);
        if (last?.[1] === i - 1) last[1] = i;
        else spans.push([i, i]);
      });
      if (!spans.length) return [];
      const when = nameSegment(pack, data, layer);
      const missing = spans.reduce((sum, [from, to]) => sum + to - from + 1, 0);
      const about = (label: string): string => t('key.listed', { when, label });
      if (spans.length > TOLD_ONE_BY_ONE)
        return [about(t('unknownSome', { n: number(missing), all: number(stacks.length) }, missing))];
      const names = spans.map(([from, to]) => {
        const [first, last] = [stacks[from]!.period, stacks[to]!.period];
        return spanText(pack, first, last, last.last);
      });
      return [t('unknown', { period: about(names.reduce((a, b) => t('comma', { a, b }))) })];
    });
  }

  /** Periods whose unattributed figure the source does not give. */
  function unpublished(): string[] {
    const layer = layers.find(({ kind }) => kind === 'unattributed');
    const without = stacks.filter((_, i) => typeof layer?.values[i] !== 'number');
    if (!without.length) return [];
    return without.length === stacks.length || without.length > TOLD_ONE_BY_ONE
      ? [t('told.unpublished')]
      : [t('told.unpublishedSome', { periods: joinList(pack, without.map(name)) })];
  }

  function tableColumns(): TableColumn[] {
    const some = (test: (row: ActorRow) => unknown): boolean => rows.some(test);
    const all: [key: string, isThere: unknown, numeric: boolean, label?: string][] = [
      ['period', true, false],
      ['covers', listed.some(({ complete }) => !complete), false],
      ['actors', true, false],
      ['link', some(({ link }) => link), false],
      ['value', true, true, `column.${measure}.${victims}`],
      ['total', parts.length > 1, true],
      ['share', form === 'share', true],
      ['low', listed.some(({ low }) => low !== undefined), true],
      ['high', listed.some(({ high }) => high !== undefined), true],
      ['grade', some(({ grade }) => grade), false],
      ['status', listed.some((row) => !row.complete || row.value === null), false],
      ['note', listed.some((row) => rowNotes(row).length || missingOf(row).length), false],
    ];
    return all.flatMap(([key, isThere, numeric, label = `column.${key}`]) =>
      isThere ? { key, label: t(label), numeric } : [],
    );
  }

  function cell(row: ActorRow | Stack, key: string): string {
    const { from, through } = row;
    const isRow = 'actors' in row;
    switch (key) {
      case 'period':
        return name(row);
      case 'covers':
        return `${formatDay(pack, from)} – ${formatDay(pack, through)}`;
      case 'actors': {
        if (!isRow) return nameSegment(pack, data, { kind: 'total', places: [] });
        const { places, link } = partOf.get(row)!;
        return places.length
          ? nameActors(pack, data, places, false, link === 'disputed' ? 'or' : 'and')
          : nameSegment(pack, data, { kind: 'unattributed', places });
      }
      case 'value':
        return number(row.value);
      case 'total': {
        const stack = isRow && stackOf.get(row);
        return stack ? formatSum(pack, stack.value, stack.isOpen) : '';
      }
      case 'share': {
        const stack = isRow && stackOf.get(row);
        return stack && row.value !== null && hasShares(reading, stack)
          ? formatShare(pack, row.value, stack.sum)
          : '';
      }
      case 'low':
      case 'high':
        return row[key] === undefined ? '' : number(row[key]);
      case 'link':
      case 'grade': {
        const found = isRow ? row[key] : undefined;
        return found ? t(`${key}.${found}`) : '';
      }
      case 'status':
        return words.status(row);
      default:
        return [...rowNotes(row), ...missingOf(row)].join(' ');
    }
  }

  /** What a drawing shows of a row beside its figure: its share, or the overlapping figures of its actors. */
  function whatIsDrawn(index: number): string[] {
    const stack = stackOf.get(rows[index]!)!;
    const at = stacks.indexOf(stack);
    const { value } = rows[index]!;
    const share =
      form === 'share' && value !== null && hasShares(reading, stack)
        ? [formatShare(pack, value, stack.sum)]
        : [];
    const isUnstacked = form === 'involved' || form === 'panels';
    const others = (isUnstacked ? groups : layers).filter(
      ({ kind, rows: list }) =>
        list[at]!.includes(index) &&
        // What is folded together is one mark, and its figure is no row's.
        (kind === 'actor' ? isUnstacked : list[at]!.length > 1),
    );
    return [
      ...share,
      ...others.map((one) =>
        t('key.listed', {
          when: nameSegment(pack, data, one),
          label:
            one.kind === 'actor'
              ? tellInvolved(reading, pack, one, at)
              : formatSum(pack, one.values[at]!, one.open[at]),
        }),
      ),
    ];
  }

  /** The figure over a stack, its range, and what of it is in no row. */
  function totalOf(index: number): string[] {
    const stack = stackOf.get(rows[index]!)!;
    const { value, isOpen, missing } = stack;
    const isWhole = !missing && stack.rows.filter((row) => row !== undefined).length < 2;
    if (value === null || isWhole) return [];
    const range = hasRange(stack) ? t('range', words.rangeSlots(stack)) : '';
    return [t('total', { n: formatSum(pack, value, isOpen) }) + range, ...missingOf(stack)];
  }

  function missingOf(row: ActorRow | Stack): string[] {
    if (!('missing' in row) || !row.missing) return [];
    const when = nameSegment(pack, data, { kind: 'missing', places: [] });
    return [t('key.listed', { when, label: number(row.missing) })];
  }

  function mark(index: number): MarkWords {
    const row = rows[index]!;
    const { value, complete, from, through } = row;
    const { places, link, grade } = partOf.get(row)!;
    const part = nameSegment(pack, data, {
      kind: places.length ? (link ?? 'actor') : 'unattributed',
      places,
      grade,
    });
    const slots = {
      period: name(row),
      ...daySlots(pack, from, through),
      n: t(`spoken.${method}`, { n: number(value) }),
    };
    const heading = complete ? slots.period : t('partialTip', slots);
    const not = words.notComparable(row);
    const beside = whatIsDrawn(index);
    const total = form === 'involved' ? [] : totalOf(index);
    const range = words.publishedRange(row);
    if (value === null)
      return {
        spoken: [
          asSentence(part),
          t('markUnknown', slots),
          ...range,
          ...[...beside, ...total].map(asSentence),
        ].join(' '),
        heading,
        lines: [part, t('key.unknown'), ...range, ...beside, ...total, ...rowNotes(row)],
      };
    return {
      spoken: [
        asSentence(part),
        t(complete ? 'mark' : 'markPartial', slots),
        ...range,
        ...not,
        ...[...beside, ...total].map(asSentence),
      ].join(' '),
      heading,
      lines: [
        part,
        capitalise(words.clause(row)),
        ...beside,
        ...total,
        ...not,
        ...rowNotes(row),
        words.credit,
      ],
    };
  }
}

/** The overlapping figure of an actor: "involved in 328, 30 of them disputed". */
export function tellInvolved(
  { data, rows }: AttributionReading,
  pack: LanguagePack,
  { rows: list, values, open }: Segment,
  stack: number,
): string {
  const t = (key: string, slots: Slots): string => say(pack, key, slots);
  const text = t(`involved.${data.relation}`, { n: formatSum(pack, values[stack] ?? null, open[stack]) });
  const disputed = list[stack]!.reduce(
    (sum, i) => sum + (rows[i]!.link === 'disputed' ? (rows[i]!.value ?? 0) : 0),
    0,
  );
  return disputed ? t('someDisputed', { text, m: formatNumber(pack, disputed) }) : text;
}
