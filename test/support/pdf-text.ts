// Sizes of the text in a PDF that Chromium wrote: from its drawing commands, because nothing else tells what paper shows.
import { inflateSync } from 'node:zlib';

type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const multiply = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
];

/** Every size of text that is shown, pt, smallest first. */
export function textSizes(pdf: Uint8Array): number[] {
  const sizes = contents(pdf).flatMap(sizesIn);
  return [...new Set(sizes.map((size) => Math.round(size * 100) / 100))].sort((a, b) => a - b);
}

/** The uncompressed streams that draw. */
function contents(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1');
  return [...text.matchAll(/\/Length (\d+)[^>]*>>\s*stream\r?\n/g)].flatMap((match) => {
    const start = match.index + match[0].length;
    try {
      const stream = inflateSync(pdf.subarray(start, start + Number(match[1]))).toString('latin1');
      return /\bT[jJ]\b/.test(stream) ? [stream] : [];
    } catch {
      // A picture or a font, packed in another way.
      return [];
    }
  });
}

function sizesIn(stream: string): number[] {
  const sizes: number[] = [];
  const saved: Matrix[] = [];
  let page = IDENTITY;
  let line = IDENTITY;
  let size = 0;
  let numbers: number[] = [];
  for (const [token] of stream.matchAll(/<<|>>|<[^>]*>|\((?:\\.|[^\\)])*\)|[^\s<>()]+/g)) {
    const number = Number(token);
    if (!Number.isNaN(number)) {
      numbers.push(number);
      continue;
    }
    if (token === 'q') saved.push(page);
    else if (token === 'Q') page = saved.pop() ?? IDENTITY;
    else if (token === 'cm') page = multiply(numbers.slice(-6) as unknown as Matrix, page);
    else if (token === 'Tm') line = numbers.slice(-6) as unknown as Matrix;
    else if (token === 'Tf') size = numbers.at(-1)!;
    else if (token === 'Tj' || token === 'TJ') {
      const [, , c, d] = multiply(line, page);
      sizes.push(size * Math.hypot(c, d));
    }
    // A name before a number (/F4 12 Tf) ends no list of numbers that matters.
    numbers = [];
  }
  return sizes;
}
