import { type Chart, isAudible, type LayoutOptions, type Reading, type Scene } from '../charts/chart.js';
import { markup, Markup } from '../drawing/markup.js';
import { THEMES } from '../drawing/theme.js';
import { drawingWidth } from '../geometry/sheet.js';
import { widthClass } from '../geometry/frame.js';
import type { Description } from '../words/description.js';
import { type LanguagePack, say } from '../words/language.js';
import { inlineJSON, inTongue } from './render-html.js';
import { stylesFor } from './served-styles.js';

export interface ElementOptions extends Omit<LayoutOptions, 'pack'> {
  readonly theme: 'auto' | 'light' | 'dark';
  /** First half of the tag. */
  readonly prefix: string;
}

/**
 * A chart element as a server writes it: the contract inside, and the picture in a declarative shadow root, as the element
 * itself draws it at this width. It is complete before any script; the element then draws over it in one frame.
 */
export function renderDeclarative<R extends Reading, S extends Scene>(
  chart: Chart<R, S>,
  contract: unknown,
  reading: R,
  pack: LanguagePack,
  { theme, prefix, ...options }: ElementOptions,
): string {
  const { width } = options;
  const scene = chart.layout(reading, { ...options, pack, width: drawingWidth(width), outer: width });
  const words = chart.describe(reading, pack, scene.form);
  const tag = new Markup(`${prefix}-${chart.name}`);
  const attribute = (name: string, value: string | undefined): Markup | '' =>
    value === undefined ? '' : markup` ${new Markup(name)}="${value}"`;
  const { tag: language, dir } = pack;
  const inside = renderInside(words, pack, {
    isShown: !words.withdrawal && !chart.isEmpty(reading),
    isAudible: isAudible(chart.tones(reading)),
    figure: () => markup`${renderPlot(chart, scene, words)}${renderLists(chart, scene)}`,
    afterNotes: scene.decimated ? renderNote(say(pack, 'decimated')) : '',
  });
  const whole = markup`<div class="chart ${theme} ${widthClass(width)}" lang="${language}" dir="${dir}">${inside}</div>`;
  return markup`<${tag} lang="${language}"${theme === 'auto' ? '' : attribute('theme', theme)}${attribute('view', options.view)}${attribute('highlight', options.highlight)}><template shadowrootmode="open"><style>${new Markup(stylesFor(whole))}</style>${whole}</template><script type="application/json">${inlineJSON(contract)}</script></${tag}>`
    .text;
}

export interface Inside {
  readonly isShown: boolean;
  readonly isAudible: boolean;
  /** The drawing, and its key and events as lists. */
  readonly figure: () => Markup;
  readonly afterNotes?: Markup | '';
  /** Of the buttons, which can do nothing before the script. */
  readonly buttonAttributes?: Markup | '';
}

/** What the element has in its shadow root, but for what only a script can do. */
export function renderInside(
  words: Description,
  pack: LanguagePack,
  { isShown, isAudible, figure, afterNotes = '', buttonAttributes = '' }: Inside,
): Markup {
  const { title, subtitle, contentNote, withdrawal, summary, caveat, notes, source, tongues = {} } = words;
  const link = source.url
    ? markup` <a href="${source.url}" rel="noopener noreferrer">${source.host}</a>`
    : '';
  const play = isAudible ? markup`<button inert${buttonAttributes}>${say(pack, 'play')}</button>` : '';
  const formats = ['CSV', 'SVG', 'PNG'].map((one) => markup`<button${buttonAttributes}>${one}</button>`);
  return markup`<figure part="figure"><div class="title" part="title" role="heading" aria-level="3"${inTongue(tongues.title)}>${title}</div><p class="subtitle" part="subtitle"${inTongue(tongues.subtitle)}>${subtitle}</p>${contentNote && renderNote(contentNote, 'note', small(tongues.contentNote))}${isShown ? figure() : ''}<p class="${isShown ? 'summary' : 'message'}">${withdrawal || summary}</p>${isShown && caveat ? renderNote(caveat, 'caveat', small(tongues.caveat)) : ''}${notes.map((one) => renderNote(one))}${isShown ? afterNotes : ''}<p class="source" part="source">${source.text}${link}</p><p></p>${
    isShown
      ? markup`<div class="tools" part="toolbar"><details class="table" part="table"><summary class="fold">${say(pack, 'table')}</summary><div class="scroll">${table(words)}</div></details>${play}<span inert>${formats}</span></div>`
      : ''
  }</figure>`;
}

const small = (tongue?: string): Markup => markup` class="small"${inTongue(tongue)}`;

export function renderNote(text: string, part = 'note', attributes = small()): Markup {
  return markup`<p${attributes} part="${part}">${text}</p>`;
}

export function renderPlot<S extends Scene>(
  { draw }: Pick<Chart<Reading, S>, 'draw'>,
  scene: S,
  { name }: Description,
  attributes: Markup = markup` class="plot"`,
): Markup {
  const { width, height } = scene;
  return markup`<div${attributes} part="plot"><svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${name}">${draw(markup, scene, THEMES.light)}</svg></div>`;
}

/** The key, and the events that have no room in the drawing. */
export function renderLists(
  { drawSample }: Pick<Chart, 'drawSample'>,
  { key, eventList }: Scene,
  attributes: Markup = markup` class="key"`,
): Markup {
  const list = (items: readonly unknown[]): Markup | '' =>
    items.length
      ? markup`<ul${attributes} part="key">${items.map((item) => markup`<li>${item}</li>`)}</ul>`
      : '';
  return markup`${list(
    key.map(
      ({ entry, text }) =>
        markup`<svg width="22" height="14" aria-hidden="true">${drawSample(markup, entry, THEMES.light)}</svg>${text}`,
    ),
  )}${list(eventList)}`;
}

/** The rows as the element's own table has them. */
function table({ title, columns, rowCount, row, tongues = {} }: Description): Markup {
  const align = (i: number): string =>
    columns[i]!.numeric ? 'number' : columns[i]!.key === 'note' ? 'words' : '';
  return markup`<table><caption${inTongue(tongues.title)}>${title}</caption><thead><tr>${columns.map(
    ({ label }, i) => markup`<th scope="col" class="${align(i)}">${label}</th>`,
  )}</tr></thead><tbody>${Array.from(
    { length: rowCount },
    (_, i) =>
      markup`<tr>${row(i).map((cell, j) => (j ? markup`<td class="${align(j)}">${cell}</td>` : markup`<th scope="row">${cell}</th>`))}</tr>`,
  )}</tbody></table>`;
}
