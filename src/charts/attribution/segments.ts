import { type AttributionReading, type Grade, isOpenSum, type Link, type Stack } from './contract.js';
import type { ActorPlaces } from './stack-order.js';

/** Actors that are named in the picture; the rest are folded together. The table always names all. */
export const MOST_NAMED = 5;

/** Shares of fewer people than that say more than the figures do. */
const LEAST_SHARED = 100;

/** One layer of every stack, or one bar of the unstacked view. */
export interface Segment {
  readonly kind: 'actor' | Link | 'others' | 'unattributed' | 'missing';
  /** Who: places in `actors`. */
  readonly places: ActorPlaces;
  readonly grade?: Grade;
  /** Rows of the contract, by stack. */
  readonly rows: readonly (readonly number[])[];
  /** Figures by stack: null where not known, undefined where the source has no row. */
  readonly values: readonly (number | null | undefined)[];
  /** By stack: whether the figure leaves out a row that is not known. */
  readonly open: readonly boolean[];
}

/** Layers and bars of one reading. */
export interface Segments {
  /** From the bottom of the stack to the top. */
  readonly layers: readonly Segment[];
  /** Unstacked and overlapping: each actor with all it is named in; what cannot be separated, others, unattributed. */
  readonly groups: readonly Segment[];
  /** Actors whose layers touch and are all theirs to count: for each its overlapping figures. */
  readonly brackets: readonly Segment[];
}

/** Every death once, in layers; and once more by actor, overlapping. */
export function segmentsOf(reading: AttributionReading): Segments {
  const found = known.get(reading) ?? makeSegments(reading);
  known.set(reading, found);
  return found;
}

// The layout, the words and every move of the pointer ask for the same segments.
const known = new WeakMap<AttributionReading, Segments>();

function makeSegments({ data, rows, parts, stacks, touching }: AttributionReading): Segments {
  const sumOf = (list: readonly number[]): number => list.reduce((sum, i) => sum + (rows[i]!.value ?? 0), 0);
  const everyone = data.actors.map((_, place) => place);
  const rowsWith = (test: (places: ActorPlaces, link: Link | undefined) => boolean): number[][] =>
    stacks.map((stack) =>
      stack.rows.filter(
        (row, part): row is number => row !== undefined && test(parts[part]!.places, parts[part]!.link),
      ),
    );
  const rowsOf = (place: number): number[][] => rowsWith((places) => places.includes(place));
  const used = everyone.filter((place) => parts.some(({ places }) => places.includes(place)));
  const totals = new Map(used.map((place) => [place, sumOf(rowsOf(place).flat())]));
  const kept = new Set(
    [...used].sort((a, b) => totals.get(b)! - totals.get(a)! || a - b).slice(0, MOST_NAMED),
  );
  const isFolded = (places: ActorPlaces): boolean => places.some((place) => !kept.has(place));
  const segment = (
    kind: Segment['kind'],
    places: ActorPlaces,
    list: readonly (readonly number[])[],
    grade?: Grade,
  ): Segment => ({
    kind,
    places,
    rows: list,
    values: list.map((some) =>
      some.length ? (some.every((i) => rows[i]!.value === null) ? null : sumOf(some)) : undefined,
    ),
    open: list.map((some) => isOpenSum(some.map((i) => rows[i]!))),
    ...(grade && { grade }),
  });
  const own = (stack: Stack, part: number): number[] => {
    const row = stack.rows[part];
    return row === undefined ? [] : [row];
  };
  const layers = parts.flatMap(({ places, link, grade }, part) =>
    places.length && !isFolded(places)
      ? segment(
          link ?? 'actor',
          places,
          stacks.map((stack) => own(stack, part)),
          grade,
        )
      : [],
  );
  const some = (list: Segment): Segment[] => (list.rows.flat().length ? [list] : []);
  const others = some(segment('others', [], rowsWith(isFolded)));
  const unattributed = some(
    segment(
      'unattributed',
      [],
      rowsWith((places) => !places.length),
    ),
  );
  const named = [...kept].sort((a, b) => a - b);
  const counted = (place: number): Segment =>
    segment(
      'actor',
      [place],
      rowsWith((places, link) => places.includes(place) && link !== 'unsplit'),
    );
  return {
    layers: [
      ...layers,
      ...others,
      ...unattributed,
      ...(stacks.some(({ missing }) => missing)
        ? [
            {
              kind: 'missing' as const,
              places: [],
              rows: stacks.map(() => []),
              values: stacks.map(({ missing }) => missing || undefined),
              open: [],
            },
          ]
        : []),
    ],
    groups: [
      ...named.flatMap((place) => some(counted(place))),
      ...layers
        .filter(
          ({ kind }, i) =>
            kind === 'unsplit' &&
            layers.findIndex(
              (one) => one.kind === 'unsplit' && String(one.places) === String(layers[i]!.places),
            ) === i,
        )
        .map(({ places }) =>
          segment(
            'unsplit',
            places,
            rowsWith((set, link) => link === 'unsplit' && String(set) === String(places)),
          ),
        ),
      ...others,
      ...unattributed,
    ],
    brackets: named
      .filter((place) => {
        const mine = parts.filter(({ places }) => places.includes(place));
        return (
          touching.has(place) &&
          new Set(mine.map(({ places, link }) => `${String(places)}${link}`)).size > 1 &&
          mine.every(({ places, link }) => link !== 'unsplit' && !isFolded(places))
        );
      })
      .map(counted),
  };
}

/** A period that can be shown in shares: every row known, the unattributed among them, nothing missing, 100 or more. */
export function hasShares({ data, rows }: AttributionReading, { rows: list, missing, sum }: Stack): boolean {
  const given = list.flatMap((row) => (row === undefined ? [] : rows[row]!));
  return (
    data.whole === 'all' &&
    !missing &&
    sum >= LEAST_SHARED &&
    given.every(({ value }) => value !== null) &&
    given.some(({ actors }) => actors === 'unattributed')
  );
}
