import { defineElement, type DefineOptions } from '../../element/define.js';
import { SahelCasualties } from './element.js';

declare global {
  interface HTMLElementTagNameMap {
    'sahel-casualties': SahelCasualties;
  }
}

/** Registers `<sahel-casualties>`, or another prefix, or in another registry. */
export function define(options?: DefineOptions): void {
  defineElement('casualties', SahelCasualties, options);
}

define();
export { SahelCasualties };
export { registerLanguage } from '../../words/language.js';
