import { FONT_FAMILY, type Theme, type ThemeName, THEMES } from './theme.js';

/** "color-text", "actor-1". */
const property = (role: string): string =>
  role.startsWith('actor') ? role.replace('actor', 'actor-') : `color-${role}`;
const roles = (name: ThemeName): string =>
  (Object.keys(THEMES[name]) as (keyof Theme)[])
    .map((role) => `--_${role}:var(--sahel-${property(role)},${THEMES[name][role]})`)
    .join(';');

const light = `${roles('light')};--_focus:var(--sahel-color-focus,#0b57d0)`;
const dark = `${roles('dark')};--_focus:var(--sahel-color-focus,#8ab4f8)`;
const inks = (Object.keys(THEMES.light) as (keyof Theme)[])
  .map((role) => `.fill-${role}{fill:var(--_${role})}.stroke-${role}{stroke:var(--_${role})}`)
  .join('');
/** Where colours are the reader's own, every actor is drawn in the colour of text, and the motifs tell them apart. */
const forced = (Object.keys(THEMES.light) as (keyof Theme)[])
  .map(
    (role) =>
      `--_${role}:${{ surface: 'Canvas', grid: 'GrayText', unattributed: 'GrayText' }[role as string] ?? 'CanvasText'}`,
  )
  .join(';');

/**
 * The look of every chart, as plain CSS: the element makes a style sheet of it, and a server writes it into a page. Sizes are in px: news sites set the root to 62.5 %. What a page sets on `*` reaches the host
 * and is inherited, so the wrapper starts afresh.
 */
export const chartStyles = `
  :host {
    display: block;
    min-width: 0;
  }
  :host([hidden]) {
    display: none;
  }
  .chart {
    ${light};
    box-sizing: border-box;
    color: var(--_text);
    background: var(--_surface);
    padding: var(--sahel-padding, 16px);
    font: 14px/1.45 var(--sahel-font-family, ${FONT_FAMILY});
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    white-space: normal;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
    text-size-adjust: none;
  }
  .dark {
    ${dark};
  }
  @media (prefers-color-scheme: dark) {
    .auto {
      ${dark};
    }
  }
  figure,
  p,
  ul {
    margin: 0;
    padding: 0;
    text-wrap: pretty;
  }
  .title {
    font-size: 20px;
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }
  .narrow .title {
    font-size: 18px;
  }
  .subtitle {
    color: var(--_muted);
    margin-top: 3px;
  }
  .small,
  .key,
  .source,
  .status,
  .tools,
  .tip {
    font-size: 12px;
    margin-top: 8px;
  }
  .small,
  .key,
  thead {
    color: var(--_muted);
  }
  .summary,
  .plot,
  .message {
    margin-top: 12px;
  }
  .summary {
    max-width: 72ch;
  }
  .plot {
    position: relative;
  }
  svg {
    display: block;
    flex: none;
  }
  /* Labels are placed by measure: a reader's own spacing is for the words around them. */
  .chart svg text {
    letter-spacing: 0 !important;
    word-spacing: 0 !important;
  }
  .plot > svg {
    width: 100%;
    height: auto;
    overflow: visible;
  }
  ${inks}
  .halo {
    stroke: var(--_surface);
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    list-style: none;
  }
  .key li {
    display: flex;
    gap: 6px;
    line-height: 1.34;
  }
  a {
    color: inherit;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 12px;
  }
  .table {
    flex: 1;
    min-width: max-content;
  }
  .open,
  [open] {
    flex-basis: 100%;
    min-width: 0;
  }
  button {
    margin-inline-start: 12px;
  }
  summary,
  button {
    font: inherit;
    color: var(--_text);
    background: none;
    border: 0;
    min-height: 24px;
    min-width: 24px;
    padding: 3px 0;
    padding-inline-end: 6px;
    cursor: pointer;
    text-align: inherit;
    text-decoration: underline var(--_muted);
    text-underline-offset: 3px;
  }
  /* The sign of what unfolds is ours: before the script comes it is a summary, then a button, and nothing moves. */
  .fold {
    display: block;
    box-sizing: border-box;
    width: fit-content;
    margin: 0;
    padding-block: 6px;
    line-height: 1.5;
  }
  .fold::-webkit-details-marker {
    display: none;
  }
  .fold::before {
    content: '▸';
    content: '▸' / '';
    display: inline-block;
    width: 1.2em;
    text-decoration: none;
  }
  [dir='rtl'] .fold::before {
    content: '◂';
    content: '◂' / '';
  }
  .open > .fold::before,
  [open] > .fold::before {
    content: '▾';
    content: '▾' / '';
  }
  th button {
    margin: 0;
    padding: 0;
    color: inherit;
  }
  [aria-sort='ascending'] button::after {
    content: ' ↑';
  }
  [aria-sort='descending'] button::after {
    content: ' ↓';
  }
  textarea {
    box-sizing: border-box;
    width: 100%;
    font: 12px/1.4 monospace;
    color: inherit;
    background: none;
  }
  [aria-disabled='true'] {
    color: var(--_muted);
    cursor: default;
  }
  .scroll {
    overflow-x: auto;
  }
  /* A page without a doctype gives tables neither its font nor its colour. */
  table {
    border-collapse: collapse;
    width: 100%;
    font: inherit;
    font-size: 13px;
    color: inherit;
  }
  caption,
  th,
  td {
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    padding: 4px 0;
    padding-inline-end: 14px;
    white-space: nowrap;
    overflow-wrap: normal;
  }
  tr {
    border-bottom: 1px solid var(--_grid);
  }
  .narrow th,
  .narrow td {
    white-space: normal;
    padding-inline-end: 8px;
  }
  /* Digits are written from the left in Arabic, too: units stand under units. */
  .number {
    text-align: right;
  }
  caption,
  thead th,
  .words {
    white-space: normal;
  }
  .words {
    min-width: 180px;
  }
  .status {
    min-height: 3em;
  }
  .explorer,
  .cell,
  .tip,
  .hide {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  /* Read from the right, a box with all four sides would let go of its left one. */
  .cell {
    right: auto;
    bottom: auto;
    width: 100%;
    height: 100%;
    border-radius: 2px;
    outline: 0;
  }
  .on {
    background: color-mix(in srgb, var(--_text) 8%, transparent);
  }
  :focus-visible,
  .on:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .hide {
    overflow: hidden;
    clip-path: inset(50%);
  }
  .tip {
    inset: auto;
    box-sizing: border-box;
    width: max-content;
    max-width: min(260px, 100%);
    margin: 0;
    padding: 7px 10px;
    background: var(--_surface);
    border: 1px solid var(--_muted);
    border-radius: 3px;
    pointer-events: auto;
  }
  .help {
    display: inline-block;
    margin-inline-end: 14px;
  }
  .tip > *,
  .explorer:has(:focus-visible) + .tip::after {
    display: block;
  }
  .explorer:has(:focus-visible) + .tip::after {
    content: attr(data-cue);
    color: var(--_muted);
  }
  @media (prefers-contrast: more) {
    .chart {
      --_muted: var(--_text);
      --_grid: var(--_unattributed);
    }
  }
  @media (forced-colors: active) {
    .chart {
      ${forced};
      --_focus: Highlight;
    }
    .on {
      outline: 1px solid CanvasText;
    }
    /* What is empty must not look like an amount. */
    .fill-grid {
      fill: Canvas;
      stroke: GrayText;
    }
  }
  @media print {
    .chart {
      ${light};
      break-inside: avoid;
    }
    button,
    .fold,
    .tip,
    .explorer {
      display: none;
    }
    .scroll {
      overflow: visible;
    }
    caption,
    th,
    td {
      white-space: normal;
      padding-inline-end: 8px;
    }
    th button {
      display: inline;
      text-decoration: none;
    }
    .words {
      min-width: 0;
    }
  }
`;
