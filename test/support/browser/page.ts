// What every browser test needs: elements in the page as a user puts them there, their events, and waiting.
import { expect } from '@open-wc/testing';
import type { ErrorDetail, ReadyDetail, SahelCasualties, SelectDetail } from '../../../src/index.js';

export { expect };

/** Waits until the condition holds; the sentence says what did not happen. */
export async function until(
  condition: () => unknown,
  sentence: string | (() => string),
  timeout = 5000,
): Promise<void> {
  const end = performance.now() + timeout;
  for (;;) {
    if (await condition()) return;
    if (performance.now() > end)
      throw new Error(`never: ${typeof sentence === 'string' ? sentence : sentence()}`);
    await pause(8);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
export const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
/** Two frames: layout, observers and what they start are through. */
export async function settle(): Promise<void> {
  await frame();
  await frame();
  await pause(0);
}

export interface Heard {
  readonly ready: ReadyDetail[];
  readonly errors: ErrorDetail[];
  readonly selects: SelectDetail[];
  readonly events: CustomEvent[];
}

/** Everything the element says from now on. */
export function listen(target: EventTarget): Heard {
  const heard: Heard = { ready: [], errors: [], selects: [], events: [] };
  const take =
    <T>(list: T[]) =>
    (event: Event): void => {
      heard.events.push(event as CustomEvent);
      list.push((event as CustomEvent<T>).detail);
    };
  target.addEventListener('sahel-ready', take(heard.ready));
  target.addEventListener('sahel-error', take(heard.errors));
  target.addEventListener('sahel-select', take(heard.selects));
  return heard;
}

let stage: HTMLElement | undefined;

/** A place in the page that is emptied after each test. */
export function place(style: Partial<CSSStyleDeclaration> = {}): HTMLElement {
  if (!stage) {
    stage = document.createElement('div');
    document.body.append(stage);
  }
  const box = document.createElement('div');
  Object.assign(box.style, style);
  stage.append(box);
  return box;
}

export function clearPage(): void {
  stage?.remove();
  stage = undefined;
}

interface Put {
  readonly attributes?: Readonly<Record<string, string>>;
  /** Text of the inline JSON script. */
  readonly inline?: string;
  /** Properties, set before the element enters the page. */
  readonly set?: Readonly<Record<string, unknown>>;
  readonly fallback?: string;
  readonly into?: Element | ShadowRoot;
  readonly tag?: string;
}

export type Chart = SahelCasualties;

/** A chart element that listens before it is in the page. */
export function put({
  attributes = {},
  inline,
  set = {},
  fallback,
  into = place(),
  tag = 'sahel-casualties',
}: Put = {}): {
  el: Chart;
  heard: Heard;
} {
  const el = document.createElement(tag) as Chart;
  const heard = listen(el);
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  if (inline !== undefined) el.append(inlineScript(inline));
  if (fallback !== undefined) {
    const p = document.createElement('p');
    p.className = 'fallback';
    p.textContent = fallback;
    el.append(p);
  }
  Object.assign(el, set);
  into.append(el);
  return { el, heard };
}

export function inlineScript(text: string): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = text;
  return script;
}

/** "sahel-attribution" for "attribution/1". */
export function tagFor(data: unknown): string {
  const [name] = String((data as { schema?: unknown }).schema).split('/');
  return name === 'attribution' || name === 'gold-gauge' ? `sahel-${name}` : 'sahel-casualties';
}

/** Puts a chart with this contract in the page, in the element it is for, and waits until it is drawn. */
export async function draw(data: unknown, options: Put = {}): Promise<{ el: Chart; heard: Heard }> {
  const made = put({ tag: tagFor(data), ...options, set: { data, ...options.set } });
  await until(
    () => made.heard.ready.length,
    () => `sahel-ready (status ${made.el.status}; ${JSON.stringify(made.heard.errors)})`,
  );
  await made.el.updateComplete;
  return made;
}

/** One element of the chart's own tree. */
export const one = <E extends Element = HTMLElement>(el: Element, selector: string): E | null =>
  el.shadowRoot!.querySelector<E>(selector);
export const all = <E extends Element = HTMLElement>(el: Element, selector: string): E[] => [
  ...el.shadowRoot!.querySelectorAll<E>(selector),
];

export const clean = (text: string | null | undefined): string =>
  (text ?? '').replace(/[ \n\t]+/g, ' ').trim();
/** The text of a part; parts of the same name joined. */
export const said = (el: Element, part: string): string =>
  all(el, `[part~=${part}]`)
    .map(({ textContent }) => clean(textContent))
    .filter(Boolean)
    .join(' | ');

/** Whether anything of it can be seen. */
export function isSeen(element: Element | null | undefined): boolean {
  if (!element?.isConnected) return false;
  const { width, height } = element.getBoundingClientRect();
  const { visibility, opacity } = getComputedStyle(element);
  return width > 1 && height > 1 && visibility === 'visible' && opacity !== '0';
}

/** The drawing itself, if there is one. */
export const drawing = (el: Element): SVGSVGElement | null =>
  one<SVGSVGElement>(el, '[part~=plot] svg[role=img], [part~=plot] > svg');
/** All words of the shadow tree. */
export const words = (el: Element): string => clean(el.shadowRoot!.textContent);

const faults: string[] = [];
/** Call once per file, first: listens to the page's own error handlers and empties the page after each test. */
export function watchPage(): void {
  let during = '';
  const note = (event: Event): void => {
    const { message, reason } = event as ErrorEvent & PromiseRejectionEvent;
    if (message?.includes('from the page itself')) return; // thrown by a test, on purpose
    faults.push(`${event.type} during "${during}": ${message ?? String(reason)}`);
  };
  before(() => {
    // A scroll bar that comes and goes would change every width.
    document.documentElement.style.overflowY = 'scroll';
    window.addEventListener('error', note);
    window.addEventListener('unhandledrejection', note);
  });
  beforeEach(function () {
    during = this.currentTest!.title;
  });
  afterEach(async () => {
    clearPage();
    await pause(0);
  });
}

/** Call once per file, last. */
export function noErrorReachedThePage(): void {
  describe('the page', () => {
    it('heard of no error and no unhandled rejection in all these tests', () => {
      expect(faults).to.deep.equal([]);
    });
  });
}

/** A small contract that can be told from others by its title and figures. */
export const contract = (
  title: string,
  values: readonly (number | null)[] = [12, 34, 56],
  more: object = {},
): any => ({
  schema: 'casualties/1',
  title,
  measure: 'killed',
  victims: 'civilians',
  method: 'reported',
  relation: 'all',
  place: { en: 'in Mali', fr: 'au Mali' },
  source: { producer: 'Test bureau', asOf: '2025-01-31' },
  rows: values.map((value, i) => ({ period: String(2021 + i), value })),
  ...more,
});

/** A page of its own in a frame, from text. */
export async function framePage(
  html: string,
  headers: Record<string, string> = {},
): Promise<HTMLIFrameElement> {
  const { serve } = await import('./server.js');
  const page = await serve({
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    chunks: [{ text: html }],
  });
  return frameAt(page.url, true);
}

export async function frameAt(url: string, wait: boolean): Promise<HTMLIFrameElement> {
  const iframe = document.createElement('iframe');
  iframe.width = '700';
  iframe.height = '900';
  const loaded = new Promise((done) => iframe.addEventListener('load', done, { once: true }));
  iframe.src = url;
  place().append(iframe);
  if (wait) await loaded;
  return iframe;
}

/** A node as words: failing assertions print what they compare, and a node would drag the whole page along. */
export const tagOf = (node: Element | null | undefined): string =>
  node
    ? `<${node.localName}${node.getAttribute('class') ? ` class="${node.getAttribute('class')}"` : ''}>`
    : 'nothing';
