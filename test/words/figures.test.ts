// Three ways to the same figures: summary, marks (spoken and in the tooltip) and table, each re-read with the language's
// own digits and grouping by a reader of this file, and compared with the contract.
import assert from 'node:assert/strict';
import test from 'node:test';
import { chartFor } from '../../src/charts/index.js';
import { describe } from '../../src/static/index.js';
import { languageFor } from '../../src/words/language.js';
import { allFixtures, type Contract, LANGUAGES } from '../support/reader-texts.js';

const TAGS = [...LANGUAGES, 'ar-u-nu-arab'] as const;
/** How each language writes numbers: digits, mark of thousands, mark of decimals. */
const MARKS: Readonly<
  Record<(typeof TAGS)[number], readonly [digits: string, group: string, decimal: string]>
> = {
  ar: ['0123456789', ',', '.'],
  'ar-u-nu-arab': ['٠١٢٣٤٥٦٧٨٩', '٬', '٫'],
  de: ['0123456789', '.', ','],
  en: ['0123456789', ',', '.'],
  es: ['0123456789', '\u202f', ','],
  fr: ['0123456789', '\u202f', ','],
  pt: ['0123456789', '.', ','],
};
/** What is written in words where others write a digit. */
const QUARTERS = ['الأول', 'الثاني', 'الثالث', 'الرابع'];

/** Every number of a text, in its order. */
function readNumbers(text: string, tag: (typeof TAGS)[number]): number[] {
  const [digits, group, decimal] = MARKS[tag];
  // The desk's own texts keep their digits, whatever the language.
  let plain = text.replace(/[٠-٩]/g, (digit) => String(digits.indexOf(digit)));
  for (const [i, word] of QUARTERS.entries()) plain = plain.replaceAll(`الربع ${word}`, String(i + 1));
  const [g, d] = [group, decimal].map((mark) => `[${mark}]`);
  return (
    plain.match(new RegExp(`\\d{1,3}(?:${g}\\d{3})+(?!\\d)(?:${d}\\d+)?|\\d+(?:${d}\\d+)?`, 'gu')) ?? []
  ).map((one) => Number(one.replaceAll(group, '').replace(decimal, '.')));
}

/** What is left of a list when another is taken from it, each number once. */
function without(all: readonly number[], taken: readonly number[]): number[] {
  const rest = [...all];
  for (const one of taken) {
    const at = rest.indexOf(one);
    assert.ok(at >= 0, `${one} is not among ${all.join(', ')}`);
    rest.splice(at, 1);
  }
  return rest;
}
const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);

interface Row {
  readonly period?: string;
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
}
/** The rows of a contract in the order of the marks: the calendar; in a gauge the amount, what it is seen beside, the past. */
function rowsOf(contract: Contract, drawn: readonly Contract[]): Row[] {
  const { rows, amount, references = [], history = [] } = contract;
  if (amount) return [amount, ...references, ...history] as Row[];
  if (!contract.schema.startsWith('attribution')) {
    const days = (row: Contract): string => row.period;
    return [...rows].sort((a, b) => (days(a) < days(b) ? -1 : days(a) > days(b) ? 1 : 0));
  }
  // In a stack the order is the drawing's; each row stands in it once.
  const left: Contract[] = [...rows];
  const who = (actors: string | readonly string[]): string => [...actors].sort().join();
  return drawn.map(({ period, actors, value }) => {
    const at = left.findIndex(
      (row) =>
        row.period === period &&
        row.value === value &&
        who(row.actors === 'unattributed' ? [] : row.actors) === who(actors),
    );
    assert.ok(at >= 0, `${period} ${String(actors)} ${value}`);
    return left.splice(at, 1)[0] as Row;
  });
}
/** The range that is told: one that holds its figure. */
function rangeOf({ value, low, high }: Row): number[] {
  const isTold =
    low !== undefined && high !== undefined && low < high && low <= (value ?? low) && (value ?? high) <= high;
  return isTold ? [low, high] : [];
}

/** Actors beyond the first five, by all that they are named in. */
function foldedIn({ actors, rows }: Contract): Set<string> {
  const total = (id: string): number =>
    rows.reduce((sum: number, row: Contract) => sum + (row.actors.includes(id) ? (row.value ?? 0) : 0), 0);
  const ids: string[] = actors.map(({ id }: Contract) => id);
  return new Set([...ids].sort((a, b) => total(b) - total(a)).slice(5));
}

/** What is told beside a row of a stack: the stack's figure, its range, what no row holds; what the row is folded into. */
function besideOf(contract: Contract, row: Contract): number[] {
  if (!contract.schema.startsWith('attribution')) return [];
  const list: Contract[] = contract.rows.filter(({ period }: Contract) => period === row.period);
  const published = (contract.totals ?? []).find(({ period }: Contract) => period === row.period);
  const known = list.filter(({ value }) => value !== null);
  const sum = known.reduce((all, { value }) => all + value, 0);
  const folded = foldedIn(contract);
  const isFolded = ({ actors }: Contract): boolean =>
    actors !== 'unattributed' && actors.some((id: string) => folded.has(id));
  const others = list.filter(isFolded);
  const own =
    isFolded(row) && others.length > 1 ? [others.reduce((all, { value }) => all + (value ?? 0), 0)] : [];
  const total = published?.value ?? (known.length ? sum : undefined);
  const missing = total === undefined ? 0 : total - sum;
  if (total === undefined || (list.length < 2 && !missing)) return own;
  return [...own, total, ...(published ? rangeOf(published as Row) : []), ...(missing ? [missing] : [])];
}

/** Every number that the contract holds or that follows from it. */
function knownNumbers(contract: Contract): Set<number> {
  const known = new Set<number>();
  const walk = (value: unknown): void => {
    if (typeof value === 'number') known.add(value);
    else if (typeof value === 'string')
      for (const n of value.match(/\d+(\.\d+)?/g) ?? []) known.add(Number(n)).add(Math.floor(Number(n)));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(contract);
  const sum = (list: readonly Contract[]): number => list.reduce((all, { value }) => all + (value ?? 0), 0);
  const rows: Contract[] = contract.rows ?? [];
  const stacks = new Map<string, Contract[]>();
  for (const row of rows) stacks.set(row.period, [...(stacks.get(row.period) ?? []), row]);
  const ids: string[] = (contract.schema.startsWith('attribution') ? contract.actors : []).map(
    ({ id }: Contract) => id,
  );
  const has = ({ actors }: Contract, id: string): boolean => actors !== 'unattributed' && actors.includes(id);
  const totalOf = (id: string): number => sum(rows.filter((row) => has(row, id)));
  const folded = [...ids].sort((a, b) => totalOf(b) - totalOf(a)).slice(5);
  for (const list of stacks.values()) {
    known.add(sum(list));
    // The others, folded together; each actor's that can be separated; what of it is disputed.
    known.add(sum(list.filter((row) => folded.some((id) => has(row, id)))));
    for (const id of ids) {
      const own = list.filter((row) => has(row, id) && row.link !== 'unsplit');
      known.add(sum(own)).add(sum(own.filter(({ link }) => link === 'disputed')));
    }
  }
  for (const { period, value } of contract.totals ?? []) known.add(value - sum(stacks.get(period) ?? []));
  // Years that are counted up, and how many periods there are and are wanting.
  for (const year of new Set(rows.map(({ period }) => period.slice(0, 4))))
    known.add(sum(rows.filter(({ period }) => period.startsWith(year))));
  known
    .add(stacks.size)
    .add([...stacks.values()].filter((list) => list.every(({ value }) => value === null)).length);
  return known;
}

const DAY = 86_400_000;
/** First and last day of a period, as milliseconds. */
function endsOf(period: string): [first: number, last: number] {
  const [year, unit] = [Number(period.slice(0, 4)), period.slice(5)];
  const from = (month: number, months: number): [number, number] => [
    Date.UTC(year, month, 1),
    Date.UTC(year, month + months, 1) - DAY,
  ];
  if (!unit) return from(0, 12);
  if (unit.startsWith('Q')) return from(3 * (Number(unit[1]) - 1), 3);
  if (unit.startsWith('W')) {
    // Week 1 holds 4 January; weeks begin on Monday.
    const fourth = Date.UTC(year, 0, 4);
    const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
    const first = monday + 7 * DAY * (Number(unit.slice(1)) - 1);
    return [first, first + 6 * DAY];
  }
  return unit.length === 2 ? from(Number(unit) - 1, 1) : [Date.parse(period), Date.parse(period)];
}
/** The days at the ends of each row, how many it covers, and of how many; the years between, of which some may be wanting. */
function addDays(known: Set<number>, contract: Contract): void {
  const years: number[] = (contract.rows ?? []).map(({ period }: Contract) => Number(period.slice(0, 4)));
  for (let year = Math.min(...years); year < Math.max(...years); year++) known.add(year);
  for (const { period, from, through } of [
    ...(contract.rows ?? []),
    ...(contract.amount ? [contract.amount] : []),
  ]) {
    const [first, last] = endsOf(period);
    const begin = from ? Date.parse(from) : first;
    const end = Math.min(through ? Date.parse(through) : last, Date.parse(contract.source.asOf));
    known.add((last - first) / DAY + 1).add((end - begin) / DAY + 1);
    for (const day of [begin, end]) known.add(new Date(day).getUTCDate()).add(new Date(day).getUTCFullYear());
  }
}

for (const { chart: kind, name, contract } of allFixtures())
  test(`${kind}/${name}: marks, tooltip and table hold the contract’s figures, in six languages and other digits`, () => {
    const chart = chartFor(contract);
    const reading = chart.read(contract);
    const drawn = Array.from({ length: chart.markCount(reading) }, (_, i) => chart.selection(reading, i));
    const rows = rowsOf(contract, drawn);
    const count = Math.min(rows.length, 400);
    assert.equal(drawn.length, rows.length);
    for (const tag of TAGS) {
      const pack = languageFor(tag);
      const { form } = chart.layout(reading, { width: 640, pack });
      const words = chart.describe(reading, pack, form);
      const read = (text: string): number[] => readNumbers(text, tag);
      for (let i = 0; i < count; i++) {
        const row = rows[i]!;
        const { spoken, heading, lines } = words.mark(i);
        const [cells, range] = [words.row(i), rangeOf(row)];
        const told = [...(row.value === null ? [] : [row.value]), ...range];
        const where = `${tag} ${i}: ${spoken} | ${lines.join(' | ')} | ${cells.join(' | ')}`;
        // Spoken: the heading's numbers (a period, its days), the figure, its range; of a reference a percentage, too.
        const own = without(read(spoken), read(heading));
        if (!('kind' in row)) {
          const who = kind === 'attribution' ? read(lines[0]!) : [];
          assert.deepEqual(sorted(without(own, who)), sorted([...told, ...besideOf(contract, row)]), where);
        } else assert.equal(own[0], row.value, where);
        // The tooltip holds them all as well.
        without(read(lines.join(' · ')), told);
        // The table, by its columns.
        for (const [column, { key }] of words.columns.entries()) {
          const cell = cells[column]!;
          if (key === 'low' || key === 'high')
            assert.deepEqual(read(cell), row[key] === undefined ? [] : [row[key]], where);
          else if (key === 'value' || key === contract.unit) {
            assert.deepEqual(read(cell), row.value === null ? [] : [row.value], where);
            if (row.value === null) assert.equal(cell, pack.text.nk, where);
          }
        }
      }
    }
  });

for (const { chart: kind, name, contract: fixture } of allFixtures())
  test(`${kind}/${name}: the summary holds the contract’s figures and what follows from them, the same in six languages`, () => {
    // A source whose name holds a number ("UCDP 25.1") writes it its own way.
    const contract: Contract = { ...fixture, source: { ...fixture.source, producer: 'X' } };
    const known = knownNumbers(contract);
    addDays(known, contract);
    const english = sorted(readNumbers(describe(contract).summary, 'en'));
    for (const n of english) {
      const times = (contract.references ?? []).map(
        ({ value }: Contract) => Math.round((10 * value) / contract.amount.value) / 10,
      );
      const percents = (contract.references ?? []).flatMap(({ value }: Contract) => [
        Math.round((100 * contract.amount.value) / value),
        Math.round((1000 * contract.amount.value) / value) / 10,
      ]);
      assert.ok(known.has(n) || times.includes(n) || percents.includes(n), String(n));
    }
    for (const tag of TAGS)
      assert.deepEqual(
        sorted(readNumbers(describe(contract, tag).summary, tag)),
        english,
        describe(contract, tag).summary,
      );
  });

test('numbers are read as each language writes them', () => {
  for (const [tag, text, numbers] of [
    ['en', 'In 2024, 3,656 (51.7).', [2024, 3656, 51.7]],
    ['fr', '3\u202f656 et 51,7, 2024, 924', [3656, 51.7, 2024, 924]],
    ['es', '1234, 12\u202f345,6', [1234, 12_345.6]],
    ['de', 'Am 21. November 2025: 3.656; 51,7.', [21, 2025, 3656, 51.7]],
    ['pt', '1.º trimestre: 1.000.000', [1, 1_000_000]],
    ['ar', 'في الربع الثالث من عام 2024، 1,011', [3, 2024, 1011]],
    ['ar-u-nu-arab', '١٢٬٣٤٥٫٦', [12_345.6]],
  ] as const)
    assert.deepEqual(readNumbers(text, tag), numbers, tag);
});
