import { css, unsafeCSS } from 'lit';
import { FONT_FAMILY, type Theme, type ThemeName, THEMES } from '../drawing/theme.js';

const roles = (name: ThemeName): string =>
  (Object.keys(THEMES[name]) as (keyof Theme)[])
    .map((role) => `--_${role}:var(--sahel-color-${role},${THEMES[name][role]})`)
    .join(';');

const light = unsafeCSS(`${roles('light')};--_focus:var(--sahel-color-focus,#0b57d0)`);
const dark = unsafeCSS(`${roles('dark')};--_focus:var(--sahel-color-focus,#8ab4f8)`);
const inks = unsafeCSS(
  (Object.keys(THEMES.light) as (keyof Theme)[])
    .map((role) => `.ink-${role}{fill:var(--_${role})}.line-${role}{stroke:var(--_${role})}`)
    .join(''),
);

/**
 * The look of every chart. Sizes are in px: news sites set the root to 62.5 %. What a page sets on `*` reaches the host
 * and is inherited, so the wrapper starts afresh.
 */
export const styles = css`
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
    font: 400 14px/1.45 var(--sahel-font-family, ${unsafeCSS(FONT_FAMILY)});
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    white-space: normal;
    hyphens: manual;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
    -webkit-text-size-adjust: none;
    text-size-adjust: none;
  }
  .chart.dark {
    ${dark};
  }
  @media (prefers-color-scheme: dark) {
    .chart.auto {
      ${dark};
    }
  }
  figure,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ol {
    margin: 0;
    padding: 0;
  }
  .title {
    font-size: 20px;
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }
  .subtitle {
    color: var(--_muted);
    margin-top: 3px;
    text-wrap: pretty;
  }
  .narrow .title {
    font-size: 18px;
  }
  .small {
    font-size: 12px;
    color: var(--_muted);
    margin-top: 8px;
  }
  .summary {
    margin-top: 12px;
    max-width: 72ch;
    text-wrap: pretty;
  }
  .plot {
    position: relative;
    margin-top: 12px;
  }
  svg {
    display: block;
    overflow: visible;
  }
  .plot > svg {
    width: 100%;
    height: auto;
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
    font-size: 12px;
    color: var(--_muted);
    margin-top: 10px;
  }
  .key li {
    display: flex;
    gap: 6px;
    line-height: 16px;
  }
  .key svg {
    flex: none;
  }
  .events {
    list-style: none;
    font-size: 12px;
    color: var(--_muted);
    margin-top: 6px;
  }
  .source {
    font-size: 12px;
    margin-top: 8px;
  }
  a {
    color: inherit;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 12px;
    margin-top: 8px;
    font-size: 12px;
  }
  details {
    flex: 1 1 auto;
    min-width: 0;
  }
  details[open] {
    flex-basis: 100%;
  }
  summary,
  button {
    font: inherit;
    color: var(--_text);
    min-height: 24px;
    padding: 3px 0;
    cursor: pointer;
    touch-action: manipulation;
  }
  button {
    background: none;
    border: 0;
    border-radius: 2px;
    padding: 3px 6px;
    text-decoration: underline;
    text-decoration-color: var(--_muted);
    text-underline-offset: 3px;
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    font-size: 13px;
    margin: 4px 0 8px;
    width: 100%;
  }
  caption {
    text-align: start;
    font-weight: 600;
    padding: 4px 0;
  }
  th,
  td {
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    padding: 4px 14px 4px 0;
    border-bottom: 1px solid var(--_grid);
    overflow-wrap: normal;
  }
  thead th {
    color: var(--_muted);
    font-size: 12px;
    vertical-align: bottom;
  }
  .number {
    text-align: end;
    white-space: nowrap;
  }
  .message {
    margin-top: 8px;
  }
  .status {
    font-size: 12px;
    min-height: 3em;
    margin-top: 8px;
  }
  .explorer {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .cell {
    position: absolute;
    box-sizing: border-box;
    border-radius: 2px;
  }
  .cell:focus {
    outline: none;
  }
  .cell.on {
    background: color-mix(in srgb, var(--_text) 8%, transparent);
  }
  .cell.on:focus-visible,
  summary:focus-visible,
  button:focus-visible,
  a:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .hide {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .tip {
    position: absolute;
    z-index: 1;
    box-sizing: border-box;
    width: max-content;
    max-width: min(260px, 100%);
    padding: 7px 10px;
    font-size: 12px;
    line-height: 1.4;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_muted);
    border-radius: 3px;
  }
  .tip b {
    display: block;
    font-weight: 600;
  }
  .tip span {
    display: block;
  }
  @media (forced-colors: active) {
    .chart {
      --_text: CanvasText;
      --_muted: CanvasText;
      --_accent: CanvasText;
      --_surface: Canvas;
      --_grid: GrayText;
      --_focus: Highlight;
    }
  }
  @media print {
    .tools button,
    .tip,
    .explorer {
      display: none;
    }
  }
`;
