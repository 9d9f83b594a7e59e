import type { Chart, LayoutOptions, Reading, Scene } from '../charts/chart.js';
import { markup, type Markup } from '../drawing/markup.js';
import { FONT_FAMILY, type Theme } from '../drawing/theme.js';
import type { Description } from '../words/description.js';
import { type LanguagePack, say } from '../words/language.js';

/**
 * A whole chart as a piece of a page, for readers without JavaScript and as the fallback inside an element: figure,
 * drawing, summary, key, caveat, source and table. Plain HTML without script, style or id, so that it takes the page's own
 * look and several can stand on one page.
 */
export function renderFigure<R extends Reading, S extends Scene>(
  chart: Chart<R, S>,
  reading: R,
  pack: LanguagePack,
  { theme, ...options }: Omit<LayoutOptions, 'pack'> & { readonly theme: Theme },
): string {
  const scene = chart.layout(reading, { ...options, pack });
  const words = chart.describe(reading, pack, scene.form);
  const { title, subtitle, contentNote, withdrawal, summary, caveat, notes, source } = words;
  const isShown = !withdrawal && !chart.isEmpty(reading);
  const paragraph = (text: string): Markup | '' => (text ? markup`<p>${text}</p>` : '');
  const link = source.url
    ? markup` <a href="${source.url}" rel="noopener noreferrer">${source.host}</a>`
    : '';
  return markup`<figure lang="${pack.tag}" dir="${pack.dir}"><figcaption><strong>${title}</strong>${subtitle ? markup`<br>${subtitle}` : ''}</figcaption>${paragraph(contentNote)}${isShown ? renderDrawing(chart, scene, words, theme) : ''}${paragraph(withdrawal || summary)}${
    isShown
      ? [paragraph(caveat), notes.map(paragraph), scene.decimated ? paragraph(say(pack, 'decimated')) : '']
      : notes.map(paragraph)
  }<p>${source.text}${link}</p>${isShown ? renderTable(words, say(pack, 'table')) : ''}</figure>`.text;
}

function renderDrawing<R extends Reading, S extends Scene>(
  chart: Chart<R, S>,
  scene: S,
  { name }: Description,
  theme: Theme,
): Markup {
  const { width, height, key, eventList } = scene;
  const items = [
    ...key.map(
      ({ entry, text }) =>
        markup`<svg width="22" height="14" aria-hidden="true">${chart.drawSample(markup, entry, theme)}</svg> ${text}`,
    ),
    ...eventList,
  ];
  return markup`<svg viewBox="0 0 ${width} ${height}" width="100%" role="img" aria-label="${name}" font-family="${FONT_FAMILY}">${chart.draw(markup, scene, theme)}</svg>${
    items.length ? markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>` : ''
  }`;
}

function renderTable({ title, columns, rowCount, row }: Description, label: string): Markup {
  const rows = Array.from({ length: rowCount }, (_, i) => row(i));
  return markup`<details open><summary>${label}</summary><table><caption>${title}</caption><thead><tr>${columns.map(
    (column) => markup`<th scope="col">${column.label}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (cells) =>
      markup`<tr>${cells.map((cell, i) => (i ? markup`<td>${cell}</td>` : markup`<th scope="row">${cell}</th>`))}</tr>`,
  )}</tbody></table></details>`;
}
