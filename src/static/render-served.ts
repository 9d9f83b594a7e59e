import { isAudible, type Scene } from '../charts/chart.js';
import { markup, Markup } from '../drawing/markup.js';
import { widthClass } from '../geometry/frame.js';
import { drawingWidth } from '../geometry/sheet.js';
import { say } from '../words/language.js';
import { renderInside, renderLists, renderNote, renderPlot } from './render-element.js';
import { stylesFor } from './served-styles.js';
import { layOut, type Still } from './still.js';
import { findSteps, type Step, straighten } from './width-steps.js';

/** Widths of an element that a chart is laid out for, px; see src/geometry/frame.ts. */
const NARROWEST = 240;
const WIDEST = 1632;
/** What of it stands beside the drawing, px. */
const PADDING = 32;

/** What of a chart depends on its width, but for the drawing itself. */
interface Shape {
  readonly height: number;
  /** The key and the events, as markup. */
  readonly lists: string;
  readonly decimated: boolean;
}

/**
 * The shadow root of a chart element for a column of any width: the words as the element has them, a drawing for narrow and
 * one for wider columns, and a style sheet that gives them at each width the height of the live one. So nothing on the page
 * moves when the element takes over.
 */
export function renderServed(
  still: Still,
  { theme, hasSound = true }: { readonly theme: 'auto' | 'light' | 'dark'; readonly hasSound?: boolean },
): Markup {
  const { chart, reading, pack, words, isShown } = still;
  const sceneAt = (width: number): Scene => layOut(still, drawingWidth(width), width);
  const drawn = isShown ? drawnWidths(still.options.width) : [];
  const scenes = drawn.map(sceneAt);
  const shapes = isShown
    ? findSteps(
        (width) => shapeOf(still, sceneAt(width)),
        (one, other) =>
          one.height === other.height && one.lists === other.lists && one.decimated === other.decimated,
        NARROWEST,
        WIDEST,
      )
    : [];
  const lists = [...new Set(shapes.map(({ value }) => value.lists))];
  const isDecimated = shapes.some(({ value }) => value.decimated);

  // Where a page forbids the style sheet, the first of each shows.
  const variant = (name: string, i: number): Markup =>
    markup` class="${name} ${name[0]}${i}"${i ? markup` hidden` : ''}`;
  const figure = (): Markup => {
    const plots = scenes.map(
      (scene, i) =>
        renderPlot(chart, scene, chart.describe(reading, pack, scene.form), variant('plot', i)).text,
    );
    const keys = lists.map((text, i) => text.replaceAll(' class="key"', variant('key', i).text));
    // What SVG has by itself need not be said.
    return new Markup((plots.join('') + keys.join('')).replace(/ (part=""|[a-z-]+-opacity="1")/g, ''));
  };
  const inside = renderInside(words, pack, {
    isShown,
    isAudible: hasSound && isAudible(chart.tones(reading)),
    figure,
    ...(isDecimated && { afterNotes: renderNote(say(pack, 'decimated'), 'note', variant('small', 1)) }),
    buttonAttributes: markup` hidden`,
  });
  const whole = markup`<div class="chart ${theme}" lang="${pack.tag}" dir="${pack.dir}">${inside}</div>`;
  const showPlot = (i: number): string => `.plot{display:none}.p${i}{display:block}`;
  const showLists = (text: string): string =>
    lists.length > 1 ? `.key{display:none}.k${lists.indexOf(text)}{display:flex}` : '';
  const showDecimated = (decimated: boolean): string =>
    isDecimated ? `.s1{display:${decimated ? 'block' : 'none'}}` : '';
  // Where no live drawing will come, the words are those of the one that is there.
  const own = scenes
    .map((scene) => shapeOf(still, scene))
    .map((shape) => showLists(shape.lists) + showDecimated(shape.decimated));
  const showOwn = (i: number): string => (own[i] === own[i - 1] ? '' : own[i]!);
  const begins = drawn.map((width, i) => (i ? CLASS_BEGINS[widthClass(width)] : 0));
  const css = [
    FIXED,
    ...begins.map((from, i) => within(from, showPlot(i))),
    ...heightRules(shapes.map(({ from, value }) => ({ from, value: value.height }))),
    ...levels(shapes, (shape) => shape.lists).map(({ from, value }) => within(from, showLists(value))),
    ...levels(shapes, ({ decimated }) => decimated).map(({ from, value }) =>
      within(from, showDecimated(value)),
    ),
    media(
      '(scripting:none)',
      begins.map((from, i) => within(from, showOwn(i))),
    ),
    // On paper a drawing is as large as it was laid out: 12 px are 9 pt there, and nobody can enlarge them.
    media('print', [
      isShown ? '.chart{padding-inline:0}.chart .plot>svg{height:auto}' : '',
      ...scenes.map(({ width }, i) =>
        inRoom(i && width, `.p${i}>svg{max-width:${width}px}${showPlot(i)}${showOwn(i)}`),
      ),
    ]),
  ].join('');
  return markup`<template shadowrootmode="open"><style>${new Markup(stylesFor(whole, css))}</style>${whole}</template>`;
}

const CLASS_BEGINS = { narrow: 0, medium: 480, wide: 960 } as const;

/** Widths to draw ahead: a telephone's, an article's, and the one that was asked for in the place of its class. */
function drawnWidths(wanted = 640): number[] {
  const drawn = { narrow: 340, medium: 640, [widthClass(wanted)]: wanted };
  return Object.values(drawn);
}

function shapeOf({ chart }: Still, scene: Scene): Shape {
  const { height, decimated } = scene;
  return { height, decimated, lists: renderLists(chart, scene).text };
}

/** Steps of one part of a shape alone. */
function levels<T>(shapes: readonly Step<Shape>[], part: (shape: Shape) => T): Step<T>[] {
  const all = shapes.map(({ from, value }) => ({ from, value: part(value) }));
  // The first holds below it too.
  return all
    .filter(({ value }, i) => !i || value !== all[i - 1]!.value)
    .map(({ from, value }, i) => ({ from: i ? from : 0, value }));
}

/** Below the narrowest width a drawing is scaled down as a whole. */
function heightRules(steps: readonly Step<number>[]): string[] {
  const [first] = steps;
  if (!first) return [];
  const rule = (height: string): string => `.plot>svg{height:${height}}`;
  const length = (n: number): string => String(Math.round(n * 1000) / 1000);
  return [
    within(0, rule(`${length((first.value * 100) / (NARROWEST - PADDING))}cqi`)),
    ...straighten(steps, WIDEST).map(({ from, start, slope }) => {
      const begin = start - slope * (from - PADDING);
      return within(
        from,
        rule(slope ? `calc(${length(slope * 100)}cqi + ${length(begin)}px)` : `${start}px`),
      );
    }),
  ];
}

/** A rule for elements from this width on. The container is what is inside of the padding; widths are rounded to whole px. */
function within(from: number, rules: string): string {
  return inRoom(from && from - PADDING - 0.5, rules);
}

/** A rule for where there is this much room inside of the padding, px. */
function inRoom(least: number, rules: string): string {
  // With one class more than the element's own sheet, which may come before the chart.
  const stronger = rules.replace(/(^|\})(?=\.)/g, '$1.chart ');
  return least && stronger ? `@container (width>=${least}px){${stronger}}` : stronger;
}

function media(query: string, rules: readonly string[]): string {
  const text = rules.join('');
  return text && `@media ${query}{${text}}`;
}

/**
 * Buttons take their room, but are not seen before they can do anything. Without script, and on paper, the table is open.
 */
const FIXED =
  '.chart{container-type:inline-size;contain-intrinsic-inline-size:100vw}.chart button{display:inline-block;visibility:hidden}' +
  '@container (width<447.5px){.chart .title{font-size:18px}}' +
  '@media print,(scripting:none){details::details-content{content-visibility:visible;block-size:auto}.chart details{flex-basis:100%;min-width:0}}@media print{.chart button{display:none}}';
