// dist/cdn/upgrade.js: one tag for a whole site whose CMS strips scripts and unknown elements from articles. What an author
// may keep, <figure data-sahel-chart="casualties" data-contract="{…}"> or data-src, becomes the chart; the figure's own
// content is its fallback. A page without such a figure loads nothing more than this file.
import type { ChartElement } from '../element/chart-element.js';

type Chart = HTMLElement & Pick<ChartElement, 'data' | 'src' | 'view' | 'highlight' | 'theme'>;

const CHARTS = ['casualties', 'attribution', 'gold-gauge'];

const tag = document.currentScript as HTMLScriptElement | null;
const named = tag?.dataset.runtime;
/** Where the chart files are: the folder that the tag names, else beside this file. */
const runtime = named
  ? new URL(named.replace(/\/?$/, '/'), document.baseURI)
  : new URL('.', tag?.src ?? document.baseURI);

const seen = new WeakSet<HTMLElement>();

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
else start();

/** Not before the page is parsed: what the parser is still bringing would land beside the chart. */
function start(): void {
  findFigures();
  new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => addedNodes.length)) findFigures();
  }).observe(document, { childList: true, subtree: true });
}

function findFigures(): void {
  const figures = [...document.querySelectorAll<HTMLElement>('figure[data-sahel-chart]')].filter(
    (figure) => !seen.has(figure) && CHARTS.includes(figure.dataset.sahelChart!),
  );
  if (!figures.length) return;
  const names = new Set(figures.map(({ dataset }) => dataset.sahelChart!));
  // One chart's file is the smallest; the file of all three is smaller than two of them.
  const [file] = names.size > 1 ? ['sahel-charts'] : names;
  const loaded = import(new URL(`${file}.js`, runtime).href) as Promise<unknown>;
  for (const figure of figures) {
    seen.add(figure);
    // A file that is blocked or does not come leaves the figure as it is.
    loaded.then(
      () => upgrade(figure),
      () => undefined,
    );
  }
}

function upgrade(figure: HTMLElement): void {
  const { sahelChart: name, contract, src, view, highlight, theme } = figure.dataset;
  const tagName = `sahel-${name}`;
  // A second copy of this file, or the page's own editor, was here before us.
  if (figure.querySelector(tagName)) return;
  const chart = document.createElement(tagName) as Chart;
  if (contract !== undefined) {
    try {
      chart.data = JSON.parse(contract) as unknown;
    } catch {
      return;
    }
  } else if (src) chart.src = src;
  else return;
  if (view) chart.view = view;
  if (highlight) chart.highlight = highlight;
  if (theme === 'light' || theme === 'dark') chart.theme = theme;
  const content = [...figure.childNodes];
  chart.append(...content);
  figure.append(chart);
  // A contract that cannot be drawn is no reason to take away what the author has put there.
  if (contract !== undefined)
    chart.addEventListener('sahel-error', () => chart.replaceWith(...content), { once: true });
}
