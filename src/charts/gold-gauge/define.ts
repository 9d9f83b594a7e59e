import { defineElement, type DefineOptions } from '../../element/define.js';
import { SahelGoldGauge } from './element.js';

declare global {
  interface HTMLElementTagNameMap {
    'sahel-gold-gauge': SahelGoldGauge;
  }
}

/** Registers `<sahel-gold-gauge>`, or another prefix, or in another registry. */
export function define(options?: DefineOptions): void {
  defineElement('gold-gauge', SahelGoldGauge, options);
}

define();
export { SahelGoldGauge };
export { registerLanguage } from '../../words/language.js';
