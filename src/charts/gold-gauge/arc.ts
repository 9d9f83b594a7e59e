import { block, DETAIL, type Label, label, LabelRoom, LINE } from '../../geometry/label.js';
import type { Shapes } from '../../geometry/shapes.js';
import { textWidth } from '../../geometry/text-width.js';
import { balanceText, isCut, wrapText } from '../../geometry/wrap.js';
import type { ReportedReference } from './contract.js';
import {
  type Candidate,
  candidate,
  FAR,
  nameEnds,
  placeReferences,
  referenceBlocks,
  type WordBlock,
} from './references.js';
import { drawMarks, figureOf, type Placed, type Stage } from './stage.js';
import { arcTrack, OVER } from './track.js';

/** An arc no wider than this, px: more ink would not say more. */
const WIDEST = 420;
/** Room over the arc and beside it for words, px and share of the width. */
const HEADROOMS = [10, 28, 48, 74];
const SIDES = [0.1, 0.16, 0.23];
/** How far numbers stand from the arc, px. */
const AWAY = OVER + 18;
/** Sizes of the number, px, and of the words in place of one. */
const SIZES = [64, 54, 46, 40, 34, 28, 24, 20, 16, 13];
const TEXT_SIZES = [16, 14, 12];
/** Widths to which the words of a reference are broken, px. */
const WIDTHS = [150, 112, 84];

/** The gauge as a half circle. Its number stands inside, its ends are named below, its references outside. */
export function layoutArc(stage: Stage): Placed {
  const others = stage.reading.references.filter((one) => one !== stage.ending);
  const space = stage.x1 - stage.x0;
  const widest = (share: number): number => Math.round(Math.min(WIDEST, space * (1 - 2 * share)) / 2);
  if (!others.length) return placeArc(stage, new Map(), HEADROOMS[0]!, widest(0.015));
  const blocks = new Map(others.map((one) => [one, referenceBlocks(stage, one, WIDTHS)]));
  // The largest arc in the least room whose words stand near their marks: each has its price.
  const ways = HEADROOMS.flatMap((headroom) =>
    SIDES.map((share) => ({ headroom, r: widest(share), price: headroom / 2 - 3 * widest(share) })),
  ).sort((a, b) => a.price - b.price);
  let best: { readonly placed: Placed; readonly price: number } | undefined;
  for (const { headroom, r, price: least } of ways) {
    // Words only add to the price.
    if (best && least >= best.price) break;
    const placed = placeArc(stage, blocks, headroom, r);
    const price = placed.list.length * 200 + placed.strain + least;
    if (!best || price < best.price) best = { placed, price };
  }
  return best!.placed;
}

function placeArc(
  stage: Stage,
  blocks: ReadonlyMap<ReportedReference, readonly WordBlock[]>,
  headroom: number,
  r: number,
): Placed {
  const { reading, end, ending, x0, x1 } = stage;
  const thick = Math.round(r * 0.2);
  const [cx, cy] = [(x0 + x1) / 2, headroom + r + OVER];
  const track = arcTrack(cx, cy, r, thick, end);
  const shapes: Shapes = {};
  drawMarks(shapes, stage, track);

  const middles = [cx - r + thick / 2, cx + r - thick / 2] as const;
  const { labels: ends, isTold } = nameEnds(stage, middles, cy + OVER + LINE, Math.min(x1, cx + r), 2 * r);
  const inside = placeInside(stage, cx, cy, r - thick);
  const fixed = [...ends, ...inside.labels];
  let bottom = Math.max(...ends.map(({ y }) => y));
  if (inside.below.length) {
    bottom += 8 + inside.below.length * LINE;
    fixed.push(...block(cx, bottom, 'middle', ...inside.below.map((text) => [text, DETAIL] as const)));
  }

  const far = r + OVER + 2;
  const room = new LabelRoom(x1, bottom + 200, fixed);
  for (let rise = 0; rise < far; rise += 4) {
    const half = Math.sqrt(Math.max(0, far ** 2 - (rise + 2) ** 2));
    room.take({ x0: cx - half, x1: cx + half, y0: cy - rise - 4, y1: cy - rise });
  }
  const nearEnd = (value: number): number => Math.min(value, end - value);
  const { list, labels, strain } = placeReferences(
    stage,
    // From both ends up, so that no line crosses the words of a lower mark.
    [...blocks.keys()].sort((a, b) => nearEnd(a.value) - nearEnd(b.value)),
    room,
    shapes,
    {
      from: ({ value }) => track.at(value, thick + OVER),
      words: (reference) => {
        const from = track.at(reference.value, thick + OVER);
        const isRight = from[0] >= cx;
        const found: Candidate[] = [];
        for (const one of blocks.get(reference)!) {
          for (let i = 0; i < 20; i++) {
            const y = Math.min(cy + 6, from[1] + one.lines.length * 9 + 8 - i * 7);
            // Beside the arc at the height of the words' lowest line, or over it.
            const lowest = Math.max(0, cy - y - 4);
            const away = (lowest < far ? Math.sqrt(far ** 2 - lowest ** 2) : 0) + 3;
            const side = isRight ? 'start' : 'end';
            const tried = [
              candidate(one, isRight ? cx + away : cx - away, y, side, from),
              candidate(one, from[0], y, 'middle', from),
              candidate(one, from[0], y, side, from),
            ];
            found.push(...tried.filter((each) => each.far < FAR));
          }
        }
        return found.sort((a, b) => a.cost - b.cost);
      },
      way: Math.PI * (r + AWAY),
      along: (px) => track.at((px / (Math.PI * (r + AWAY))) * end, thick + AWAY),
    },
  );
  const tips = reading.references.map(({ value }) => track.at(value, thick));
  return {
    shapes,
    labels: [...fixed, ...labels],
    boxes: [
      { x0: cx - r, x1: cx + r, y0: cy - r, y1: cy },
      ...tips.map(([x, y]) => ({ x0: x - 12, x1: x + 12, y0: y - 12, y1: y + 12 })),
    ],
    base: cy,
    bottom: bottom + 6,
    strain,
    list: isTold ? list : [{ reference: ending!, number: undefined }, ...list],
  };
}

/** The number and its words in the hollow of the arc, as large as they fit; what does not fit goes below the arc. */
function placeInside(stage: Stage, cx: number, cy: number, r: number): { labels: Label[]; below: string[] } {
  const { numbers, none, unit, when, range, not } = figureOf(stage);
  const fits = (text: string, y: number, size: number, bold: boolean): boolean =>
    textWidth(text, size, bold) / 2 < Math.sqrt(Math.max(0, r ** 2 - (cy - y + 0.76 * size) ** 2)) - 7;
  const labels: Label[] = [];
  const below: string[] = [];
  let y = cy - 2;
  const style = { ...DETAIL, size: 14 };
  for (const text of [when, range, numbers.length ? unit : ''].filter(Boolean)) {
    if (!fits(text, y, style.size, false)) {
      // The days of a part are told below in any case.
      if (text !== when || !not) below.unshift(text);
    } else {
      labels.push(label(text, cx, y, 'middle', style));
      y -= 18;
    }
  }
  if (not) below.push(...balanceText(not, stage.x1 - stage.x0 - 8, DETAIL.size));
  // The foot of a large letter stands clear of the line below it.
  const over = (size: number): number => y + 4 - 0.27 * size;
  const bold = { bold: true, role: 'text' } as const;
  const big = numbers
    .flatMap((text) => SIZES.map((size) => ({ text, size })))
    .find(({ text, size }) => size < r * 0.55 && fits(text, over(size), size, true));
  if (big) labels.push(label(big.text, cx, over(big.size), 'middle', { ...bold, size: big.size }));
  // A number is never cut.
  else if (numbers.length) below.unshift(numbers.at(-1)!);
  else {
    const written = TEXT_SIZES.map((size) =>
      wrapText(none, 1.5 * r, size, true).map((text, i, lines) => ({
        text,
        size,
        y: over(size) - (lines.length - 1 - i) * (size + 4),
      })),
    ).find(
      (lines) =>
        lines.every(({ text, size, y: at }) => fits(text, at, size, true)) &&
        !isCut(
          lines.map(({ text }) => text),
          none,
        ),
    );
    if (written)
      labels.push(
        ...written.map(({ text, size, y: at }) => label(text, cx, at, 'middle', { ...bold, size })),
      );
    else below.unshift(...balanceText(none, stage.x1 - stage.x0 - 8, DETAIL.size));
  }
  return { labels, below };
}
