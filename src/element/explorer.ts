import { html, type ReactiveController, type TemplateResult } from 'lit';
import type { Chart, Reading, Scene } from '../charts/chart.js';
import type { Description } from '../words/description.js';

interface Host extends HTMLElement {
  readonly marks: { readonly chart: Chart; readonly reading: Reading; readonly scene: Scene } | undefined;
  requestUpdate(): void;
  addController(controller: ReactiveController): void;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Detail of `sahel-select`: what the reader chose. */
export interface SelectDetail {
  readonly period: string;
  readonly actors?: readonly string[];
  readonly value: number | null;
}

/** Space between a mark and its tooltip, px. */
const SPACE = 6;

/**
 * One tab stop over all marks, in a standard role: a grid of which only the focused cell stands in the page. Two cells
 * take turns, so that each step moves the focus and a screen reader speaks. What the pointer finds, the arrow keys find.
 */
export class Explorer {
  readonly #host: Host;
  #index: number | undefined;
  #isTipOpen = false;
  #turn = 0;
  #mustFocus = false;

  constructor(host: HTMLElement) {
    this.#host = host as Host;
  }

  /** New data: no mark is meant any more. */
  forget(): void {
    this.#isTipOpen = false;
    this.#index = undefined;
  }

  render(words: Description, label: string): TemplateResult {
    const marks = this.#host.marks!;
    const count = marks.chart.markCount(marks.reading);
    const index = Math.min(this.#index ?? 0, count - 1);
    const { spoken, heading, lines } = words.mark(index);
    const cell = (turn: number): TemplateResult =>
      turn === this.#turn
        ? html`<div
            class="cell ${this.#isTipOpen ? 'on' : ''}"
            role="gridcell"
            tabindex="0"
            aria-colindex=${index + 1}
          >
            <span class="hide">${spoken}</span>
          </div>`
        : html`<div class="cell" role="gridcell" hidden></div>`;
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
        <div role="row">${cell(0)}${cell(1)}</div>
      </div>
      ${
        this.#isTipOpen
          ? html`<div class="tip" aria-hidden="true">
              <b>${heading}</b>${lines.map((line) => html`<span>${line}</span>`)}
            </div>`
          : ''
      }`;
  }

  /** After an update: puts cell and tooltip at their mark, and the focus where it was asked for. */
  place(): void {
    const { marks, renderRoot } = this.#host;
    const plot = renderRoot.querySelector<HTMLElement>('.plot');
    const cell = renderRoot.querySelector<HTMLElement>('.cell:not([hidden])');
    if (!marks || !plot || !cell) return;
    const isFocused = this.#mustFocus || this.#isTipOpen;
    if (!isFocused) return;
    const scale = plot.clientWidth / marks.scene.width;
    const box = marks.chart.markBox(marks.reading, marks.scene, this.#index ?? 0);
    const [left, top, right, bottom] = [box.x0, box.y0, box.x1, box.y1].map((side) => side * scale) as [
      number,
      number,
      number,
      number,
    ];
    Object.assign(cell.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${right - left}px`,
      height: `${bottom - top}px`,
    });
    if (this.#mustFocus) {
      this.#mustFocus = false;
      cell.focus({ preventScroll: true });
    }
    const tip = renderRoot.querySelector<HTMLElement>('.tip');
    if (!tip) return;
    const x = Math.max(0, Math.min(plot.clientWidth - tip.offsetWidth, (left + right - tip.offsetWidth) / 2));
    // Above the mark where there is room, else beside it, so that neither the mark nor its label is covered.
    const above = top - tip.offsetHeight - 34;
    const beside =
      right + SPACE + tip.offsetWidth <= plot.clientWidth ? right + SPACE : left - SPACE - tip.offsetWidth;
    const isAbove = above >= -40 || beside < 0;
    tip.style.left = `${isAbove ? x : beside}px`;
    tip.style.top = `${isAbove ? Math.max(-40, above) : Math.max(0, top)}px`;
  }

  handleEvent(event: Event): void {
    switch (event.type) {
      case 'keydown':
        return this.#onKey(event as KeyboardEvent);
      case 'focusin':
        if (!this.#isTipOpen) this.#show(this.#index ?? 0, false);
        return;
      case 'focusout':
        if (!this.#mustFocus) this.#hide();
        return;
      case 'pointerleave':
        if (!this.#hasFocus()) this.#hide();
        return;
      default:
        this.#onPointer(event as PointerEvent);
    }
  }

  #onPointer(event: PointerEvent): void {
    const { marks, renderRoot } = this.#host;
    const drawing = renderRoot.querySelector('.plot > svg')?.getBoundingClientRect();
    // Over the tooltip itself the pointer rests: it must be possible to read and select it.
    if (!marks || !drawing?.width || (event.target as Element).closest('.tip')) return;
    const scale = marks.scene.width / drawing.width;
    const x = (event.clientX - drawing.left) * scale;
    const index = marks.chart.markAt(marks.reading, marks.scene, x, (event.clientY - drawing.top) * scale);
    if (index === undefined) {
      if (!this.#hasFocus()) this.#hide();
      return;
    }
    this.#show(index, false);
    if (event.type === 'click') this.#select(index);
  }

  #onKey(event: KeyboardEvent): void {
    const { marks } = this.#host;
    if (!marks || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = marks.chart.markCount(marks.reading) - 1;
    const index = this.#index ?? 0;
    const extremes = marks.chart.extremes(marks.reading);
    const to = {
      ArrowRight: Math.min(last, index + 1),
      ArrowLeft: Math.max(0, index - 1),
      Home: 0,
      End: last,
      '[': extremes?.least,
      ']': extremes?.greatest,
    }[event.key];
    if (to !== undefined) this.#show(to, true);
    else if (event.key === 'Enter') this.#select(index);
    else if (event.key === 'Escape' && this.#isTipOpen) this.#hide();
    else return;
    event.preventDefault();
  }

  #show(index: number, focus: boolean): void {
    if (index === this.#index && this.#isTipOpen) return;
    if (focus && index !== this.#index) {
      this.#turn = 1 - this.#turn;
      this.#mustFocus = true;
    }
    this.#index = index;
    this.#isTipOpen = true;
    this.#host.requestUpdate();
  }

  #hide(): void {
    if (!this.#isTipOpen) return;
    this.#isTipOpen = false;
    this.#host.requestUpdate();
  }

  #hasFocus(): boolean {
    return (this.#host.shadowRoot?.activeElement?.getAttribute('role') ?? '') === 'gridcell';
  }

  #select(index: number): void {
    const { marks } = this.#host;
    if (!marks) return;
    const detail = marks.chart.selection(marks.reading, index);
    this.#host.dispatchEvent(new CustomEvent('sahel-select', { bubbles: true, composed: true, detail }));
  }
}
