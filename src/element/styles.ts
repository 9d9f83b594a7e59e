import { unsafeCSS } from 'lit';
import { chartStyles } from '../drawing/styles.js';

/** The look of every chart as a style sheet: constants of ours alone, nothing of a page or a contract. */
export const styles = unsafeCSS(chartStyles);
