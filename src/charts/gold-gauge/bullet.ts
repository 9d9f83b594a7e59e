import { times } from '../../data/times.js';
import { block, DETAIL, type Label, label, labelBox, LabelRoom, LINE } from '../../geometry/label.js';
import { DISC } from '../../geometry/place-events.js';
import type { Shapes } from '../../geometry/shapes.js';
import { textWidth } from '../../geometry/text-width.js';
import { balanceText, wrapText } from '../../geometry/wrap.js';
import { joinList } from '../../words/phrases.js';
import { candidate, nameEnds, placeReferences, referenceBlocks } from './references.js';
import { drawMarks, figureOf, type Placed, type Stage } from './stage.js';
import { barTrack, OVER } from './track.js';

const SIZES = [34, 28, 24, 20, 16];
const THICK = 24;
/** Room at both ends of the bar for half a mark, px. */
const INSET = 4;
/** Rows of words under the bar. */
const ROWS = 7;

/** The gauge as one level bar: the figure over it, the ends and the references under it. */
export function layoutBullet(stage: Stage): Placed {
  const placed = placeBullet(stage, 0);
  // Numbers take a row of their own between the bar and its ends.
  return placed.list.some(({ number }) => number) ? placeBullet(stage, 2 * DISC) : placed;
}

function placeBullet(stage: Stage, row: number): Placed {
  const { reading, end, ending, x0, x1 } = stage;
  const others = reading.references.filter((one) => one !== ending);
  const width = x1 - x0;
  const head = placeHead(stage);
  const base = Math.max(...head.map(({ y }) => y)) + 10 + OVER + THICK;
  const length = width - 2 * INSET;
  const track = barTrack(x0 + INSET, base, length, THICK, end);
  const shapes: Shapes = {};
  drawMarks(shapes, stage, track);

  const first = base + OVER + LINE - 2 + row;
  const { labels: ends, isTold } = nameEnds(stage, [x0 + INSET, x1 - INSET], first, x1, width * 0.62);
  const fixed = [...head, ...ends];
  const room = new LabelRoom(x1, 1e4);
  room.take({ x0: -1e5, x1: 1e5, y0: 0, y1: base + OVER / 2 + 1 });
  // Words of two marks on one line would read as one.
  for (const { x0: a, x1: b, y0, y1 } of ends.map(labelBox))
    room.take(y0 > first ? { x0, x1, y0, y1 } : { x0: a - 10, x1: b + 10, y0, y1 });
  const from = (value: number): readonly [number, number] => track.at(value, -OVER / 2 - 1);
  const { list, labels, strain } = placeReferences(
    stage,
    [...others].sort((a, b) => b.value - a.value),
    room,
    shapes,
    {
      from: ({ value }) => from(value),
      words: (reference) => {
        const start = from(reference.value);
        const widths = [width * 0.62, width * 0.4, 110].map((most) => Math.min(260, most));
        return referenceBlocks(stage, reference, widths).flatMap((one) =>
          times(row ? 0 : ROWS, (i) => {
            const y = first + (i + one.lines.length - 1) * LINE;
            return [
              candidate(one, Math.min(start[0] - 3, x1 - one.width - 1), y, 'start', start),
              candidate(one, Math.max(start[0] + 3, x0 + one.width + 1), y, 'end', start),
            ];
          }).flat(),
        );
      },
      way: width,
      along: (px) => [x0 + px, base + OVER + DISC],
    },
  );
  const all = [...fixed, ...labels];
  const lowest = Math.max(...all.map((one) => labelBox(one).y1));
  return {
    shapes,
    labels: all,
    boxes: [
      { x0, x1, y0: base - THICK, y1: base },
      ...reading.references.map(({ value }) => {
        const [x] = from(value);
        return { x0: x - 12, x1: x + 12, y0: base - THICK - OVER, y1: base + OVER };
      }),
    ],
    base,
    bottom: lowest + 8,
    strain,
    list: isTold ? list : [{ reference: ending!, number: undefined }, ...list],
  };
}

/** The figure over the bar: the number, and beside it or below it what it counts and when. */
function placeHead(stage: Stage): Label[] {
  const { x0, x1 } = stage;
  const { numbers, none, unit, when, range, not } = figureOf(stage);
  const width = x1 - x0;
  const texts = numbers.length ? numbers : [none];
  const sizes = numbers.length ? SIZES : SIZES.slice(3);
  const big = texts
    .flatMap((text) => sizes.map((size) => ({ text, size })))
    .find(({ text, size }) => textWidth(text, size, true) <= width) ?? {
    text: texts.at(-1)!,
    size: sizes.at(-1)!,
  };
  const y = Math.round(big.size * 0.95) + 2;
  const labels = wrapText(big.text, width, big.size, true).map((text, i) =>
    label(text, x0, y + i * (big.size + 4), 'start', { bold: true, role: 'text', size: big.size }),
  );
  const style = { ...DETAIL, size: 14 };
  const parts = [numbers.length ? unit : '', range, when].filter(Boolean);
  const rest = joinList(stage.pack, parts, 'comma');
  const beside = x0 + textWidth(big.text, big.size, true) + 8;
  const at = labels.at(-1)!.y;
  if (labels.length === 1 && beside + textWidth(rest, style.size) <= x1)
    labels.push(label(rest, beside, at, 'start', style));
  else
    wrapText(rest, width, style.size).forEach((text, i) =>
      labels.push(label(text, x0, at + big.size * 0.3 + 14 + i * 18, 'start', style)),
    );
  if (not) {
    const lines = balanceText(not, width, DETAIL.size).map((text) => [text, DETAIL] as const);
    labels.push(...block(x0, labels.at(-1)!.y + lines.length * LINE + 2 + big.size * 0.2, 'start', ...lines));
  }
  return labels;
}
