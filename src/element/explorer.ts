import { html, type TemplateResult } from 'lit';
import type { Chart, Reading, Scene } from '../charts/chart.js';
import type { Description } from '../words/description.js';

interface Host extends HTMLElement {
  readonly marks: { readonly chart: Chart; readonly reading: Reading; readonly scene: Scene } | undefined;
  readonly renderRoot: HTMLElement | DocumentFragment;
  requestUpdate(): void;
}

/** Detail of `sahel-select`: what the reader chose. */
export interface SelectDetail {
  readonly period: string;
  readonly actors?: readonly string[];
  readonly value: number | null;
}

/** What the list of keys tells, in its order; docs/accessibility.md has the same. */
export function keysOf({ step }: Pick<Chart, 'step'>): string[] {
  return ['along', ...(step ? ['across'] : []), 'ends', 'extremes', 'select', 'close', 'help'];
}

/** Space between a mark and its tooltip, px; how far a tooltip may stand above the drawing. */
const SPACE = 6;
const LABEL = 34;
const OVER = -40;

/**
 * One tab stop over all marks, in a standard role: a grid of which only the focused cell stands in the page. Two cells
 * take turns, so that each step moves the focus and a screen reader speaks. What the pointer finds, the arrow keys find.
 */
export class Explorer {
  readonly #host: Host;
  #index = 0;
  #isOpen = false;
  #turn = 0;
  #mustFocus = false;
  #isHelping = false;
  #isSounding = false;
  /** Where the reader was when the sound began. */
  #left = 0;

  constructor(host: HTMLElement) {
    this.#host = host as Host;
  }

  /** New data: the same period and actors are meant, when they are still there. */
  follow(chart: Chart, before: Reading | undefined, now: Reading): void {
    const who = (reading: Reading, index: number): string => {
      const { period, actors } = chart.selection(reading, index);
      return JSON.stringify([period, actors]);
    };
    const isUsed = this.#index || this.#isOpen || this.#hasFocus();
    const meant = before && isUsed && chart.markCount(before) ? who(before, this.#index) : undefined;
    const count = meant === undefined ? 0 : chart.markCount(now);
    let index = 0;
    while (index < count && who(now, index) !== meant) index++;
    if (index < count) this.#index = index;
    else if (count && this.#hasFocus()) {
      // Gone: the focus stays where it was, on another mark, and that is said.
      this.#index = Math.min(this.#index, count - 1);
      this.#step();
    } else {
      this.#index = 0;
      if (this.#isOpen) this.#set(false);
    }
  }

  /** Points at a mark while it sounds, without the focus; at none when that is over. */
  point(index: number | undefined): void {
    if (index === undefined) this.#leave();
    else this.#show(index, false, true);
  }

  /** The element is gone from the page. */
  close(): void {
    if (this.#isOpen) this.#set(false);
  }

  render(words: Description, label: string, t: (key: string) => string): TemplateResult {
    const { chart, reading, scene } = this.#host.marks!;
    const count = chart.markCount(reading);
    const { spoken, heading, lines } = words.mark(this.#index, this.#isSounding);
    const on = this.#isOpen && scene.unshaded !== this.#index ? 'on' : '';
    const said = (turn: number): string => (turn === this.#turn ? spoken : '');
    const column = this.#index + 1;
    return html`<div
        class="explorer"
        role="grid"
        aria-label=${label}
        aria-rowcount="1"
        aria-colcount=${count}
        @keydown=${this}
        @focusin=${this}
        @focusout=${this}
      >
        <div role="row">
          <div
            class="cell ${on}"
            role="gridcell"
            tabindex="0"
            aria-colindex=${column}
            ?hidden=${this.#turn === 1}
          >
            <span class="hide">${said(0)}</span>
          </div>
          <div
            class="cell ${on}"
            role="gridcell"
            tabindex="0"
            aria-colindex=${column}
            ?hidden=${this.#turn === 0}
          >
            <span class="hide">${said(1)}</span>
          </div>
        </div>
      </div>
      ${
        this.#isOpen
          ? html`<div class="tip" aria-hidden="true" data-cue=${`?: ${t('keys')}`}>
              <b>${heading}</b>${lines.map((line) => html`<span>${line}</span>`)}
            </div>`
          : ''
      }
      ${
        this.#isHelping
          ? html`<p class="small" aria-hidden="true">
              ${this.keys(t).map((key) => html`<span class="help">${key}</span>`)}
            </p>`
          : ''
      }`;
  }

  /** The list of keys while it is asked for: shown below the drawing, and spoken where the element speaks. */
  keys(t: (key: string) => string): string[] {
    const { chart } = this.#host.marks!;
    return this.#isHelping ? [`${t('keys')}:`, ...keysOf(chart).map((key) => t(`keys.${key}`))] : [];
  }

  /** After an update: puts cell and tooltip at their mark, and the focus where it was asked for. */
  place(): void {
    if (!this.#isOpen) return;
    const { marks, renderRoot } = this.#host;
    const find = (selector: string): HTMLElement | null => renderRoot.querySelector(selector);
    const [plot, cell, tip] = [find('.plot'), find('.cell:not([hidden])'), find('.tip')];
    if (!marks || !plot || !cell || !tip) return;
    const { chart, reading, scene } = marks;
    const full = plot.clientWidth;
    const { x0, x1, y0, y1 } = chart.markBox(reading, scene, this.#index);
    const { mirror } = scene;
    const [from, to] = mirror ? [mirror - x1, mirror - x0] : [x0, x1];
    const [left, right, top, bottom] = [from, to, y0, y1].map((side) => (side * full) / scene.width) as [
      number,
      number,
      number,
      number,
    ];
    const put = ({ style }: HTMLElement, box: Record<string, number>): void => {
      for (const side of Object.keys(box)) style.setProperty(side, `${box[side]}px`);
    };
    put(cell, { left, top, width: right - left, height: bottom - top });
    if (this.#mustFocus) cell.focus({ preventScroll: true });
    this.#mustFocus = false;
    const { offsetWidth: width, offsetHeight: height } = tip;
    // Above the mark where there is room, else beside it, else below the drawing: never over the mark or its label.
    const above = top - height - LABEL;
    const beside = right + SPACE + width <= full ? right + SPACE : left - SPACE - width;
    const middle = Math.max(0, Math.min(full - width, (left + right - width) / 2));
    // A tooltip that is nearly as wide as the drawing would hide the other marks: it goes below.
    const isNarrow = width > full * 0.6;
    if (above >= OVER && !isNarrow) put(tip, { left: middle, top: above });
    else if (beside >= 0) put(tip, { left: beside, top: Math.max(0, top) });
    else put(tip, { left: middle, top: plot.clientHeight });
  }

  handleEvent(event: Event): void {
    const { type } = event;
    if (type === 'keydown') this.#onKey(event as KeyboardEvent);
    else if (type === 'focusin') this.#show(this.#index, false);
    else if (type === 'focusout') {
      if (this.#mustFocus) return;
      this.#isHelping = false;
      this.#set(false);
    } else if (type === 'pointerleave') this.#leave();
    else this.#onPointer(event as PointerEvent);
  }

  #onPointer({ target, type, clientX, clientY }: PointerEvent): void {
    const { marks, renderRoot } = this.#host;
    // Over the tooltip itself the pointer rests: it must be possible to read it and to select its text.
    if (!marks || (target as Element).closest('.tip')) return;
    const { chart, reading, scene } = marks;
    const { left, top, width } = renderRoot.querySelector('.plot > svg')!.getBoundingClientRect();
    const scale = scene.width / width;
    const x = (clientX - left) * scale;
    const index = chart.markAt(reading, scene, scene.mirror ? scene.mirror - x : x, (clientY - top) * scale);
    if (index === undefined) return this.#leave();
    this.#show(index, false);
    if (type === 'click') this.#select();
  }

  #onKey(event: KeyboardEvent): void {
    const { marks } = this.#host;
    const { key } = event;
    // On many keyboards brackets are typed with AltGr or Option.
    const isBracket = /[[\]]/.test(key);
    if (!marks || event.metaKey || ((event.ctrlKey || event.altKey) && !isBracket)) return;
    const { chart, reading, scene } = marks;
    // The arrows go where they point: on a mirrored drawing time runs to the left.
    const ahead = scene.mirror ? -1 : 1;
    const last = chart.markCount(reading) - 1;
    const { least, greatest } = chart.extremes(reading) ?? {};
    const index = this.#index;
    const along = (dx: number, dy: number): number =>
      chart.step?.(reading, index, dx, dy) ?? Math.min(last, Math.max(0, index + dx));
    const to = {
      ArrowRight: along(ahead, 0),
      ArrowLeft: along(-ahead, 0),
      ...(chart.step && { ArrowUp: along(0, 1), ArrowDown: along(0, -1) }),
      Home: 0,
      End: last,
      '[': least,
      ']': greatest,
    }[key];
    if (to !== undefined) this.#show(to, true);
    else if (key === 'Enter') this.#select();
    else if (/[?؟]/.test(key)) this.#help(!this.#isHelping);
    else if (key === 'Escape' && this.#isHelping) {
      // One press closes one thing.
      event.stopPropagation();
      this.#help(false);
    } else if (key === 'Escape' && this.#isOpen) this.#set(false);
    else if (key === 'Escape') this.#host.shadowRoot?.querySelector<HTMLElement>('.cell:focus')?.blur();
    else return;
    event.preventDefault();
  }

  #help(isHelping: boolean): void {
    this.#isHelping = isHelping;
    this.#host.requestUpdate();
  }

  #show(index: number, focus: boolean, isSounding = false): void {
    if (focus && index !== this.#index) this.#step();
    if (index === this.#index && this.#isOpen && isSounding === this.#isSounding) return;
    if (isSounding && !this.#isSounding) this.#left = this.#index;
    this.#isSounding = isSounding;
    this.#set(true, index);
  }

  /** The other cell takes the focus, so that what it says is spoken. */
  #step(): void {
    this.#turn = 1 - this.#turn;
    this.#mustFocus = true;
  }

  #set(isOpen: boolean, index = this.#index): void {
    this.#isOpen = isOpen;
    this.#index = index;
    // A tooltip that the pointer opened can be dismissed too, wherever the focus is.
    for (const type of ['keydown', 'pointerdown'])
      document[isOpen ? 'addEventListener' : 'removeEventListener'](type, this.#onPage);
    this.#host.requestUpdate();
  }

  /** The pointer is gone; a mark that has the focus keeps its tooltip. */
  #leave(): void {
    if (!this.#isOpen) return;
    if (this.#hasFocus()) this.#show(this.#isSounding ? this.#left : this.#index, false);
    else this.#set(false);
  }

  #hasFocus(): boolean {
    return this.#host.shadowRoot?.activeElement?.matches('.cell') ?? false;
  }

  readonly #onPage = (event: Event): void => {
    if ((event as KeyboardEvent).key === 'Escape') this.#set(false);
    // A finger leaves nothing when it is lifted: it goes elsewhere.
    const isElsewhere = !event.composedPath().includes(this.#host.renderRoot.querySelector('.plot')!);
    if (event.type === 'pointerdown' && isElsewhere) this.#leave();
  };

  #select(): void {
    const { chart, reading } = this.#host.marks!;
    const detail = chart.selection(reading, this.#index);
    this.#host.dispatchEvent(new CustomEvent('sahel-select', { bubbles: true, composed: true, detail }));
  }
}
