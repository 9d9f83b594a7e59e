// Pages that a server has drawn charts into: what stands before any script, and what stands after.
import { renderElement } from '../../../src/static/index.js';
import { type Chart, clean, framePage } from './page.js';

/** The charts that are served in tests, by tag. */
export const SERVED = [
  ['casualties', 'article'],
  ['casualties', 'mali-ucdp'],
  ['attribution', 'four-actors'],
  ['gold-gauge', 'industrial-2024'],
] as const;

export interface Page {
  readonly iframe: HTMLIFrameElement;
  readonly document: Document;
  readonly window: Window & { readonly heard: string[]; readonly shifts: number[] };
  readonly charts: readonly Chart[];
}

type Options = Parameters<typeof renderElement>[1];

/** Text above, the served charts in boxes of that width, text below. */
export function servedText(contracts: readonly unknown[], options: Options & { width: number }): string {
  const boxes = contracts.map(
    (contract) =>
      `<div style="width:${options.width}px">${renderElement(contract, options)}</div><p>Between.</p>`,
  );
  return `<!doctype html><html lang="en"><title>served</title>
    <style>body{margin:0;font:16px/1.4 sans-serif}</style>
    <script>
      window.heard = []; window.shifts = [];
      for (const type of ['sahel-ready', 'sahel-error', 'error', 'unhandledrejection'])
        addEventListener(type, ({ target, message = '' }) => heard.push([type, target.localName, message].filter(Boolean).join(' ')));
      if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true });
    </script><p>Above.</p>${boxes.join('')}</html>`;
}

export function pageOf(iframe: HTMLIFrameElement): Page {
  const document = iframe.contentDocument!;
  return {
    iframe,
    document,
    window: iframe.contentWindow as unknown as Page['window'],
    charts: [...document.querySelectorAll<Chart>('[lang]:not(html)')],
  };
}

export async function servePage(
  contracts: readonly unknown[],
  options: Options & { width: number },
  change = (text: string): string => text,
): Promise<Page> {
  const page = pageOf(await framePage(change(servedText(contracts, options))));
  page.iframe.width = String(options.width + 40);
  return page;
}

/** Loads the elements into the page, from source. */
export function define({ document }: Page): void {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = '/src/define.ts';
  document.head.append(script);
}

/** All words a reader sees, in their order; the table is closed, and the explorer speaks to ears. */
export function visibleWords(el: Element): string {
  const walker = document.createTreeWalker(el.shadowRoot!, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (!parentElement?.closest('style, .scroll, .explorer, .tip, .hide')) found.push(textContent ?? '');
  }
  return clean(found.join(' '));
}

/** Every mark and text of the drawings with all that paints them: a file names its colours, a page gives them by class. */
export const marks = (el: Element): string[] =>
  [...el.shadowRoot!.querySelectorAll('svg, svg *')].map((node) => {
    const { fill, stroke } = el.ownerDocument.defaultView!.getComputedStyle(node);
    return [
      node.localName,
      ...[...node.attributes]
        .filter(({ name, value }) => !/^(role|aria-.*)$/.test(name) && !value.startsWith('#'))
        .map(({ name, value }) => `${name}="${value}"`)
        .sort(),
      fill,
      stroke,
      node.localName === 'text' ? clean(node.textContent) : '',
    ].join(' ');
  });

/** Where everything stands and how it looks: one line for each thing a reader sees. */
export function look(el: Element): string[] {
  const { defaultView } = el.ownerDocument;
  const nodes = el.shadowRoot!.querySelectorAll(
    '.chart, figure, figure > :not(slot), figure > slot > *, .tools > *, [part~=plot] svg, svg text, svg path, li, a, .fold, button',
  );
  return [el, ...nodes].map((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    const { color, backgroundColor, fontSize, fontWeight } = defaultView!.getComputedStyle(node);
    return [
      // What unfolds is a summary without a script, and then a button.
      node.closest('svg') ? node.localName : node.className || node.localName,
      [left, top, width, height].map((n) => n.toFixed(1)).join(' '),
      ...(node.closest('svg') ? [] : [color, backgroundColor, fontSize, fontWeight]),
    ].join(' | ');
  });
}

/** The first lines that are not the same, before and after. */
export function differences(before: readonly string[], after: readonly string[]): string[] {
  const found = before.length === after.length ? [] : [`${before.length} then ${after.length} lines`];
  for (let i = 0; i < Math.max(before.length, after.length) && found.length < 6; i++)
    if (before[i] !== after[i]) found.push(`${before[i]?.slice(0, 200)} → ${after[i]?.slice(0, 200)}`);
  return found;
}
