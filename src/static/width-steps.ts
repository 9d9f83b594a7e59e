/** From this width on, until the next step. */
export interface Step<T> {
  readonly from: number;
  readonly value: T;
}

/** Between two widths this near, px, nothing is taken to change and change back. */
const NEAR = 4;

/** A function of the width as the steps in which it changes; whole px from `first` to `last`. */
export function findSteps<T>(
  at: (width: number) => T,
  isSame: (one: T, other: T) => boolean,
  first: number,
  last: number,
): Step<T>[] {
  const steps: Step<T>[] = [{ from: first, value: at(first) }];
  /** Finds the changes after `low`, whose value is known, up to `high`. */
  const search = (low: number, high: number, lowest: T, highest: T): void => {
    if (isSame(lowest, highest)) return;
    if (high - low === 1) {
      steps.push({ from: high, value: highest });
      return;
    }
    const middle = (low + high) >> 1;
    const value = at(middle);
    search(low, middle, lowest, value);
    search(middle, high, value, highest);
  };
  for (let low = first, value = steps[0]!.value; low < last;) {
    const high = Math.min(last, low + NEAR);
    const next = at(high);
    search(low, high, value, next);
    [low, value] = [high, next];
  }
  return steps;
}

/** A piece of a function of the width: `start` at `from`, and `slope` px more for each px of width. */
export interface Piece {
  readonly from: number;
  readonly start: number;
  readonly slope: number;
}

/** A step at least this wide, px, stays level. */
const WIDE = 12;
/** Two steps further apart than this, px, are a jump. */
const JUMP = 2;
/** Where a line may begin above the first of the whole px that it stands for. */
const OFFSETS = [0, 0.2, 0.4, 0.6, 0.8];

/**
 * The steps of a number as few straight pieces. Whole px that grow with the width, as an arc does, take one piece that is
 * nowhere more than half a px away; all others are exact.
 */
export function straighten(steps: readonly Step<number>[], last: number): Piece[] {
  const endOf = (i: number): number => (steps[i + 1]?.from ?? last + 1) - 1;
  const isWide = (i: number): boolean => endOf(i) - steps[i]!.from + 1 >= WIDE;

  /** The longest line from a step on that lies between each value and the next whole px. */
  const follow = (i: number, offset: number): { next: number; slope: number } => {
    const { from, value } = steps[i]!;
    let [least, most] = [-Infinity, Infinity];
    let next = i;
    for (; next < steps.length && !isWide(next); next++) {
      const step = steps[next]!;
      if (next > i && Math.abs(step.value - steps[next - 1]!.value) > JUMP) break;
      const rise = step.value - value - offset;
      let [low, high] = [least, most];
      for (const width of [step.from - from, endOf(next) - from].filter(Boolean)) {
        low = Math.max(low, rise / width);
        high = Math.min(high, (rise + 1) / width);
      }
      if (low > high) break;
      [least, most] = [low, high];
    }
    return { next, slope: (least + most) / 2 };
  };

  const pieces: Piece[] = [];
  for (let i = 0; i < steps.length;) {
    const { from, value } = steps[i]!;
    const lines = OFFSETS.map((offset) => ({ offset, ...follow(i, offset) }));
    const line = lines.reduce((best, one) => (one.next > best.next ? one : best));
    const isLevel = line.next <= i + 1;
    pieces.push(
      isLevel
        ? { from, start: value, slope: 0 }
        : { from, start: value + line.offset - 0.5, slope: line.slope },
    );
    i = isLevel ? i + 1 : line.next;
  }
  return pieces;
}
