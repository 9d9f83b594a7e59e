import { times } from '../data/times.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Description } from '../words/description.js';
import { type LanguagePack, say } from '../words/language.js';
import { formatNumber, readNumber } from '../words/numbers.js';

/** Rows of the table that are shown at once. */
const PAGE = 500;

/** What of a table is shown: a page of it, in the order of a column. */
export interface TableView {
  readonly page: number;
  readonly column?: number;
  readonly isDown?: boolean;
}

/** The chart's rows as a table that can be sorted by each column; beyond 500 rows, page by page. */
export function renderTable(
  words: Description,
  pack: LanguagePack,
  view: TableView,
  turn: (view: TableView) => void,
): TemplateResult {
  const { title, columns, rowCount, row, tongues = {} } = words;
  const { page, column, isDown = false } = view;
  const order = sortRows(words, pack, view);
  const from = page * PAGE;
  const to = Math.min(rowCount, from + PAGE);
  const align = (i: number): string =>
    columns[i]!.numeric ? 'number' : columns[i]!.key === 'note' ? 'words' : '';
  const [first, last, all] = [from + 1, to, rowCount].map((n) => formatNumber(pack, n));
  const button = (key: string, to: number, isOff: boolean): TemplateResult =>
    // Not disabled: the focus would be lost with the last page.
    html`<button type="button" aria-disabled=${isOff} @click=${() => isOff || turn({ ...view, page: to })}>
      ${say(pack, key)}
    </button>`;
  const sortBy = (i: number) => (): void =>
    // A third click brings back the calendar.
    turn(column === i && isDown ? { page: 0 } : { page: 0, column: i, isDown: column === i });
  const sorted = (i: number): string => (column !== i ? 'none' : isDown ? 'descending' : 'ascending');
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${say(pack, 'table')}>
      <table>
        <caption lang=${tongues.title ?? nothing}>
          ${title}
        </caption>
        <thead>
          <tr>
            ${columns.map(({ label }, i) => html`<th scope="col" class=${align(i)} aria-sort=${sorted(i)}><button type="button" @click=${sortBy(i)}>${label}</button></th>`)}
          </tr>
        </thead>
        <tbody>
          ${times(
            to - from,
            (i) =>
              html`<tr>
                ${row(order[from + i] ?? from + i).map((cell, j) => (j ? html`<td class=${align(j)}>${cell}</td>` : html`<th scope="row">${cell}</th>`))}
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

/** Rows in the order of a column: by the calendar, by number, or by the alphabet; what has no number stands last. */
function sortRows(
  { rowCount, row, columns, day }: Description,
  pack: LanguagePack,
  { column, isDown }: TableView,
): number[] {
  if (column === undefined) return [];
  const { key, numeric } = columns[column]!;
  const isDated = key === 'period' || key === 'covers';
  const keys = times(rowCount, (i) => {
    const cell = row(i)[column]!;
    return { i, cell, n: isDated ? day(i) : readNumber(pack, cell) };
  });
  const sign = isDown ? -1 : 1;
  return keys
    .sort((a, b) =>
      !numeric && !isDated
        ? // By the reader's own alphabet: a pack's tag may be one that no engine takes.
          sign * a.cell.localeCompare(b.cell) || a.i - b.i
        : Number(Number.isNaN(a.n)) - Number(Number.isNaN(b.n)) || sign * (a.n - b.n) || a.i - b.i,
    )
    .map(({ i }) => i);
}
