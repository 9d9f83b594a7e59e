import { markup, Markup } from '../drawing/markup.js';
import { FONT_FAMILY } from '../drawing/theme.js';
import type { Description } from '../words/description.js';
import { say } from '../words/language.js';
import { describeDataset } from './json-ld.js';
import type { Still } from './still.js';

/**
 * A whole chart as a piece of a page, for readers without JavaScript and as the fallback inside an element: figure,
 * drawing, summary, key, caveat, source, table, and the same for machines as a schema.org Dataset. Plain HTML without
 * style, id or any script that runs, so that it takes the page's own look and several can stand on one page.
 */
export function renderFigure(still: Still): Markup {
  const { pack, words, isShown } = still;
  return markup`<figure lang="${pack.tag}" dir="${pack.dir}">${renderCaption(words)}${paragraph(words.contentNote, words.tongues?.contentNote)}${
    isShown ? renderDrawing(still) : ''
  }${renderProse(still)}${renderTable(still)}${renderDataset(still)}</figure>`;
}

/** Title and subtitle. */
export function renderCaption({ title, subtitle, tongues = {} }: Description): Markup {
  const below = tongues.subtitle ? markup`<span${inTongue(tongues.subtitle)}>${subtitle}</span>` : subtitle;
  return markup`<figcaption><strong${inTongue(tongues.title)}>${title}</strong>${subtitle ? markup`<br>${below}` : ''}</figcaption>`;
}

/** Everything that is said of the figures, the source last; a withdrawal instead of it. */
export function renderProse({ pack, scene, words, isShown }: Still): Markup {
  const { withdrawal, summary, caveat, notes, source, tongues = {} } = words;
  const link = source.url
    ? markup` <a href="${source.url}" rel="noopener noreferrer">${source.host}</a>`
    : '';
  return markup`${paragraph(withdrawal || summary)}${isShown ? paragraph(caveat, tongues.caveat) : ''}${notes.map((note) => paragraph(note))}${
    isShown && scene.decimated ? paragraph(say(pack, 'decimated')) : ''
  }<p>${source.text}${link}</p>`;
}

/** Every row, as a table that stands open: what is not seen is not read. */
export function renderTable({ pack, words, isShown }: Still, attributes: Markup | '' = ''): Markup | '' {
  if (!isShown) return '';
  const { title, columns, rowCount, row, tongues = {} } = words;
  const rows = Array.from({ length: rowCount }, (_, i) => row(i));
  return markup`<details open${attributes}><summary>${say(pack, 'table')}</summary><table><caption${inTongue(tongues.title)}>${title}</caption><thead><tr>${columns.map(
    (column) => markup`<th scope="col">${column.label}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (cells) =>
      markup`<tr>${cells.map((cell, i) => (i ? markup`<td>${cell}</td>` : markup`<th scope="row">${cell}</th>`))}</tr>`,
  )}</tbody></table></details>`;
}

export function paragraph(text: string, tongue?: string): Markup | '' {
  return text ? markup`<p${inTongue(tongue)}>${text}</p>` : '';
}

/** Says that a paragraph is in another language than the chart. */
export function inTongue(tongue: string | undefined): Markup | '' {
  return tongue ? markup` lang="${tongue}"` : '';
}

/** JSON as it may stand inside a script element: no text of anybody's can end it. */
export function inlineJSON(value: unknown): Markup {
  return new Markup(JSON.stringify(value).replaceAll('<', '\\u003c'));
}

function renderDataset(still: Still): Markup | '' {
  const dataset = describeDataset(still);
  return dataset ? markup`<script type="application/ld+json">${inlineJSON(dataset)}</script>` : '';
}

/** On its own surface: the page around it may be dark, and without script nobody tells the drawing. */
function renderDrawing({ chart, scene, words, theme }: Still): Markup {
  const { width, height, key, eventList } = scene;
  const surface = markup`<rect width="100%" height="100%" fill="${theme.surface}"/>`;
  const items = [
    ...key.map(
      ({ entry, text }) =>
        markup`<svg width="22" height="14" aria-hidden="true">${surface}${chart.drawSample(markup, entry, theme)}</svg> ${text}`,
    ),
    ...eventList,
  ];
  return markup`<svg viewBox="0 0 ${width} ${height}" width="100%" role="img" aria-label="${words.name}" font-family="${FONT_FAMILY}">${surface}${chart.draw(markup, scene, theme)}</svg>${
    items.length ? markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>` : ''
  }`;
}
