import { define as defineCasualties } from './charts/casualties/define.js';
import type { DefineOptions } from './element/define.js';

/** Registers every element again under another prefix or in another registry: for a page where an older copy came first. */
export function define(options?: DefineOptions): void {
  defineCasualties(options);
}
