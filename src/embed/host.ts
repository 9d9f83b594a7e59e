import { askForHeight, type ListenOptions, resize } from './resize.js';

export type { ListenOptions };

/**
 * Gives an iframe with a chart the height of its content, now and whenever it changes. Only messages of that iframe's own
 * window count, only whole numbers, and only between the limits. The height is set so that the page's style sheet
 * (`min-height: 450px !important`, `max-height`) does not hold it up.
 *
 * @returns stops listening; the iframe keeps its height.
 * @example
 * const stop = listen(document.querySelector('iframe'));
 */
export function listen(iframe: HTMLIFrameElement, options: ListenOptions = {}): () => void {
  const hear = (event: MessageEvent): void => resize(iframe, event, options);
  window.addEventListener('message', hear);
  askForHeight(iframe);
  return () => window.removeEventListener('message', hear);
}
