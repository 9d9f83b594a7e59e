import { html, type TemplateResult } from 'lit';
import type { Description } from '../words/description.js';
import { type LanguagePack, say } from '../words/language.js';
import { formatNumber } from '../words/numbers.js';

/** Rows of the table that are shown at once. */
const PAGE = 500;

/** The chart's rows as a table; beyond 500 rows, page by page. */
export function renderTable(
  { title, columns, rowCount, row }: Description,
  pack: LanguagePack,
  page: number,
  turn: (page: number) => void,
): TemplateResult {
  const from = page * PAGE;
  const to = Math.min(rowCount, from + PAGE);
  const align = (i: number): string =>
    columns[i]!.numeric ? 'number' : columns[i]!.key === 'note' ? 'words' : '';
  const [first, last, all] = [from + 1, to, rowCount].map((n) => formatNumber(pack, n));
  const button = (key: string, to: number, isOff: boolean): TemplateResult =>
    html`<button type="button" ?disabled=${isOff} @click=${() => turn(to)}>${say(pack, key)}</button>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${say(pack, 'table')}>
      <table>
        <caption>
          ${title}
        </caption>
        <thead>
          <tr>
            ${columns.map(({ label }, i) => html`<th scope="col" class=${align(i)}>${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${Array.from(
            { length: to - from },
            (_, i) =>
              html`<tr>
                ${row(from + i).map((cell, j) => (j ? html`<td class=${align(j)}>${cell}</td>` : html`<th scope="row">${cell}</th>`))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      rowCount > PAGE
        ? html`<p>
            ${say(pack, 'tablePage', { from: first!, to: last!, all: all! })}
            ${button('previous', page - 1, !page)} ${button('next', page + 1, to === rowCount)}
          </p>`
        : ''
    }`;
}
