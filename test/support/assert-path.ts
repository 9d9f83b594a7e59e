// What a test reads from the text of a drawing: paths as points, labels as boxes, everything in px of the whole picture.
import assert from 'node:assert/strict';
import { textWidth } from '../../src/geometry/text-width.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A run of points between two moves; `closed` where it ends in Z. */
export interface Run {
  readonly points: readonly Point[];
  readonly closed: boolean;
}

export interface DrawnPath {
  readonly attributes: Readonly<Record<string, string>>;
  readonly d: string;
  readonly runs: readonly Run[];
}

export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly box: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly description: string;
  readonly paths: readonly DrawnPath[];
  readonly texts: readonly DrawnText[];
  readonly circles: readonly { readonly x: number; readonly y: number; readonly r: number }[];
  readonly elements: number;
}

/** The points of path data with M, L, H, V, A, Z, absolute or relative; anything else, such as a curve, is a fault. */
export function readPath(d: string, dx = 0, dy = 0): Run[] {
  const runs: { points: Point[]; closed: boolean }[] = [];
  let x = 0;
  let y = 0;
  for (const [, command, rest] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = (rest!.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g) ?? []).map(Number);
    const relative = command === command!.toLowerCase();
    const from = relative ? { x, y } : { x: 0, y: 0 };
    const add = (to: Point): void => {
      ({ x, y } = to);
      runs.at(-1)!.points.push({ x: x + dx, y: y + dy });
    };
    switch (command!.toUpperCase()) {
      case 'M':
        runs.push({ points: [], closed: false });
        for (let i = 0; i < numbers.length; i += 2)
          add({ x: from.x + numbers[i]!, y: from.y + numbers[i + 1]! });
        break;
      case 'L':
        for (let i = 0; i < numbers.length; i += 2)
          add({ x: from.x + numbers[i]!, y: from.y + numbers[i + 1]! });
        break;
      case 'H':
        for (const number of numbers) add({ x: from.x + number, y });
        break;
      case 'V':
        for (const number of numbers) add({ x, y: from.y + number });
        break;
      case 'A':
        for (let i = 0; i < numbers.length; i += 7)
          add({ x: (relative ? x : 0) + numbers[i + 5]!, y: (relative ? y : 0) + numbers[i + 6]! });
        break;
      case 'Z':
        runs.at(-1)!.closed = true;
        ({ x, y } = {
          x: runs.at(-1)!.points[0]!.x - dx,
          y: runs.at(-1)!.points[0]!.y - dy,
        });
        break;
      default:
        assert.fail(`path data holds "${command}": ${d.slice(0, 60)}`);
    }
  }
  return runs;
}

/** Two paths with the same points to a tenth of a pixel. */
export function assertPath(actual: string, expected: string): void {
  const rounded = (d: string): string =>
    JSON.stringify(readPath(d), (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 10) / 10 : value,
    );
  assert.equal(rounded(actual), rounded(expected));
}

/** Reads the text of an SVG file as our pen writes it. */
export function readDrawing(svg: string): Drawing {
  const groups: Record<string, string>[] = [];
  const paths: DrawnPath[] = [];
  const texts: DrawnText[] = [];
  const circles: { x: number; y: number; r: number }[] = [];
  let root: Record<string, string> = {};
  let description = '';
  let elements = 0;
  let text: Record<string, string> | undefined;
  for (const [, close, tag, inside, content] of svg.matchAll(/<(\/?)([a-z]+)([^<>]*)>([^<]*)/g)) {
    if (close) {
      if (tag === 'g') groups.pop();
      continue;
    }
    elements++;
    const own = readAttributes(inside!);
    const attributes = Object.assign({}, ...groups, own) as Record<string, string>;
    const { x: dx, y: dy } = groups.reduce(
      (sum, { transform = '' }) => {
        const [, x = 0, y = 0] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(transform) ?? [];
        return { x: sum.x + Number(x), y: sum.y + Number(y) };
      },
      { x: 0, y: 0 },
    );
    if (tag === 'svg') root = own;
    else if (tag === 'g') groups.push(own);
    else if (tag === 'desc') description = unescape(content!);
    else if (tag === 'path') {
      paths.push({ attributes: own, d: own.d ?? '', runs: readPath(own.d ?? '', dx, dy) });
      // A disc may be drawn as two arcs.
      for (const [, x, y, r] of (own.d ?? '').matchAll(/M([-\d.]+) ([-\d.]+)a([\d.]+) \3 /g))
        circles.push({ x: Number(x) + Number(r) + dx, y: Number(y) + dy, r: Number(r) });
    } else if (tag === 'circle')
      circles.push({ x: Number(own.cx) + dx, y: Number(own.cy) + dy, r: Number(own.r) });
    else if (tag === 'text' || tag === 'tspan') {
      text = tag === 'text' ? attributes : { ...text, ...own };
      if (!content) continue;
      const words = unescape(content);
      const size = Number(text['font-size']);
      const x = Number(text.x) + dx;
      const y = Number(text.y) + dy;
      const width = textWidth(words, size, Number(text['font-weight']) >= 600);
      const anchor = text['text-anchor'] ?? 'start';
      const x0 = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
      texts.push({
        text: words,
        x,
        y,
        size,
        box: { x0, x1: x0 + width, y0: y - size * 0.93, y1: y + size * 0.24 },
      });
    }
  }
  return {
    width: Number(root.width),
    height: Number(root.height),
    attributes: root,
    description,
    paths,
    texts,
    circles,
    elements,
  };
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, unescape(value!)]),
  );
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** The label with this text; a fault when there is none. */
export function labelOf(drawing: Drawing, text: string): DrawnText {
  const found = drawing.texts.find((one) => one.text === text);
  assert.ok(found, `no label "${text}" among: ${drawing.texts.map((one) => one.text).join(' | ')}`);
  return found;
}

/** The columns of whole periods, left to right: boxes that a page can style as marks, standing on zero. */
export function wholeColumns(drawing: Drawing): { x0: number; x1: number; y0: number; y1: number }[] {
  const { y, x0: left } = baselineOf(drawing);
  return boxesOf(drawing.paths.filter(({ attributes }) => attributes.part === 'mark')).filter(
    ({ x0, y1 }) => x0 >= left && Math.abs(y1 - y) < 0.5,
  );
}

/** Every run of every path with the path's attributes. */
export function runsOf(drawing: Drawing): (Run & Pick<DrawnPath, 'attributes'>)[] {
  return drawing.paths.flatMap(({ runs, attributes }) => runs.map((run) => ({ ...run, attributes })));
}

/** Extents of the closed runs of some paths, left to right. */
export function boxesOf(paths: readonly DrawnPath[]): { x0: number; x1: number; y0: number; y1: number }[] {
  return paths
    .flatMap(({ runs }) => runs)
    .filter(({ closed }) => closed)
    .map(({ points }) => ({
      x0: Math.min(...points.map(({ x }) => x)),
      x1: Math.max(...points.map(({ x }) => x)),
      y0: Math.min(...points.map(({ y }) => y)),
      y1: Math.max(...points.map(({ y }) => y)),
    }))
    .sort((a, b) => a.x0 - b.x0);
}

/** The horizontal line of zero: the path that the label "0" stands beside. */
export function baselineOf(drawing: Drawing): { x0: number; x1: number; y: number } {
  const zeros = drawing.texts.filter(({ text }) => text === '0' || text === '٠');
  for (const { attributes, runs } of drawing.paths) {
    if (attributes.part !== 'axis' || runs.length !== 1) continue;
    const [from, to] = runs[0]!.points;
    if (from && to && from.y === to.y && zeros.some(({ y }) => Math.abs(from.y - (y - 4)) < 0.6))
      return { x0: from.x, x1: to.x, y: from.y };
  }
  return assert.fail('no baseline beside the zero');
}

export function assertClose(actual: number, expected: number, within: number, what: string): void {
  assert.ok(
    Math.abs(actual - expected) <= within,
    `${what}: expected ${expected} ± ${within}, received ${actual}`,
  );
}
