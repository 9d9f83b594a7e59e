import { define as defineAttribution } from './charts/attribution/define.js';
import { define as defineCasualties } from './charts/casualties/define.js';
import { define as defineGoldGauge } from './charts/gold-gauge/define.js';
import type { DefineOptions } from './element/define.js';

/** Registers every element again under another prefix or in another registry: for a page where an older copy came first. */
export function define(options?: DefineOptions): void {
  for (const one of [defineCasualties, defineAttribution, defineGoldGauge]) one(options);
}

export { registerLanguage } from './words/language.js';
