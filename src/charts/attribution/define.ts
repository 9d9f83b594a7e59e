import { defineElement, type DefineOptions } from '../../element/define.js';
import { SahelAttribution } from './element.js';

declare global {
  interface HTMLElementTagNameMap {
    'sahel-attribution': SahelAttribution;
  }
}

/** Registers `<sahel-attribution>`, or another prefix, or in another registry. */
export function define(options?: DefineOptions): void {
  defineElement('attribution', SahelAttribution, options);
}

define();
export { SahelAttribution };
export { registerLanguage } from '../../words/language.js';
