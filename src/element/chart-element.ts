import { html, LitElement, type PropertyValues, svg, type TemplateResult } from 'lit';
import type { Chart, Reading, Scene } from '../charts/chart.js';
import { renderSheet } from '../charts/render-sheet.js';
import { ContractError, describeFault, type ErrorCode, type Fault } from '../data/contract-error.js';
import type { Note } from '../data/note.js';
import { formatDay } from '../words/dates.js';
import { parseDay } from '../data/period.js';
import { type ThemeName, THEMES } from '../drawing/theme.js';
import { widthClass } from '../geometry/frame.js';
import { writeCSV } from '../words/csv.js';
import type { Description } from '../words/description.js';
import { type LanguagePack, say } from '../words/language.js';
import { registerEnglish } from '../words/languages/en.js';
import { formatNumber } from '../words/numbers.js';
import { VERSION } from '../version.js';
import { Explorer } from './explorer.js';
import { LoadError, loadJSON, readJSON } from './load-json.js';
import { observeWidth, whenNear } from './observe.js';
import { languageOf, packFor } from './page-language.js';
import { rasterise, saveFile } from './save-file.js';
import { shownTheme } from './shown-theme.js';
import { styles } from './styles.js';

export type Status = 'idle' | 'loading' | 'refreshing' | 'ready' | 'empty' | 'error' | 'withdrawn';
export type SourceKind = 'data' | 'inline' | 'src';

/** Detail of `sahel-ready`: once per successful drawing of new data. */
export interface ReadyDetail {
  readonly schema: string;
  readonly notes: readonly Note[];
}

/** Detail of `sahel-error`: once per failure. */
export interface ErrorDetail {
  readonly code: ErrorCode;
  readonly message: string;
  readonly path?: string;
  readonly source: SourceKind;
  readonly retryable: boolean;
  readonly faults: readonly Fault[];
}

/** Rows of the table that are shown at once. */
const PAGE = 500;
/** Room left and right of the drawing until the page has told us its own. */
const PADDING = 32;

interface Source {
  readonly kind: SourceKind;
  readonly value: unknown;
}

/**
 * What every chart element does: it carries data in (object, inline JSON or address), keeps the last good picture, and
 * carries events out. Numbers, words and marks come from the chart's own pure functions.
 */
export abstract class ChartElement<R extends Reading = Reading, S extends Scene = Scene> extends LitElement {
  static override styles = styles;
  static override properties = {
    data: { attribute: false, hasChanged: () => true },
    src: {},
    view: {},
    theme: {},
    loading: {},
    highlight: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    scaleGroup: { attribute: 'scale-group' },
    noTitle: { attribute: 'no-title', type: Boolean },
    noTable: { attribute: 'no-table', type: Boolean },
    noDownload: { attribute: 'no-download', type: Boolean },
    noSound: { attribute: 'no-sound', type: Boolean },
  };

  /** The contract as an object; wins over inline JSON and `src`. */
  declare data: unknown;
  /** Address of a JSON file with the contract. */
  declare src: string | null;
  declare view: string | null;
  declare theme: 'auto' | ThemeName;
  /** `lazy`: `src` is fetched near the viewport; `eager`: at once. */
  declare loading: 'lazy' | 'eager';
  declare highlight: string | null;
  /** 2 to 6. */
  declare headingLevel: number;
  declare scaleGroup: string | null;
  declare noTitle: boolean;
  declare noTable: boolean;
  declare noDownload: boolean;
  declare noSound: boolean;

  /** The chart this element shows. */
  protected abstract readonly chart: Chart<R, S>;

  #status: Status = 'idle';
  #stale = false;
  #source: Source | undefined;
  #reading: R | undefined;
  #failure: ErrorDetail | undefined;
  #pending: CustomEvent | undefined;
  #abort: AbortController | undefined;
  #width = 0;
  #padding = PADDING;
  #pack: LanguagePack | undefined;
  #scene: S | undefined;
  #drawn: readonly unknown[] = [];
  #words: Description | undefined;
  #worded: readonly unknown[] = [];
  #tableOpen = false;
  #page = 0;
  #stop: (() => void)[] = [];
  #internals: ElementInternals | undefined;
  readonly #explorer = new Explorer(this);

  constructor() {
    super();
    this.theme = 'auto';
    this.loading = 'lazy';
    this.headingLevel = 3;
    try {
      this.#internals = this.attachInternals();
    } catch {
      // An old browser without internals only lacks the :state() selectors.
    }
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    registerEnglish(this.chart.english);
    this.#release();
    this.#stop.push(observeWidth(this, (width) => this.#onWidth(width)));
    const light = new MutationObserver(() => this.requestUpdate('data'));
    light.observe(this, { childList: true, subtree: true, characterData: true });
    this.#stop.push(() => light.disconnect());
    this.requestUpdate('data');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move disconnects and connects in one task: nothing is given up until the element is really gone.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#release();
      if (this.#abort) {
        this.#abort.abort();
        this.#abort = undefined;
        this.#source = undefined;
      }
    });
  }

  /** A move by `moveBefore` changes nothing. */
  connectedMoveCallback(): void {
    this.requestUpdate();
  }

  /** Constructed style sheets belong to a document: one that takes the element over gets its own. */
  adoptedCallback(): void {
    const Sheet = this.ownerDocument.defaultView?.CSSStyleSheet;
    if (!Sheet || !this.shadowRoot) return;
    const sheet = new Sheet();
    sheet.replaceSync(styles.cssText);
    this.shadowRoot.adoptedStyleSheets = [sheet];
  }

  /** `idle loading refreshing ready empty error withdrawn`. */
  get status(): Status {
    return this.#status;
  }

  /** True while an older picture stands because a refresh failed. */
  get stale(): boolean {
    return this.#stale;
  }

  /** Notes for the desk on what is drawn. */
  get notes(): readonly Note[] {
    if (!this.#reading) return [];
    const { refused = [], decimated } = this.#scene ?? {};
    const tag = languageOf(this);
    return [
      ...this.#reading.notes,
      ...refused.map((what): Note =>
        what === 'view'
          ? {
              code: 'W_VIEW',
              message: `view="${this.view ?? ''}" cannot show these rows; the default is drawn.`,
            }
          : {
              code: 'W_HIGHLIGHT',
              message: `highlight="${this.highlight ?? ''}" names nothing in this chart.`,
            },
      ),
      ...(decimated
        ? [
            {
              code: 'W_DECIMATED',
              message: 'Several periods share a pixel; the extremes of each are drawn.',
            } as const,
          ]
        : []),
      ...(this.#pack && this.#pack.tag.split('-')[0]!.toLowerCase() !== tag.split('-')[0]!.toLowerCase()
        ? [{ code: 'W_LANG', message: `There is no language "${tag}"; English is drawn.` } as const]
        : []),
    ];
  }

  get version(): string {
    return VERSION;
  }

  /** Fetches `src` again. What stands stays until the answer is good, and is marked stale when it is not. */
  async refresh(): Promise<void> {
    if (this.#source?.kind === 'src') await this.#load(String(this.#source.value), true);
  }

  /** The chart as the text of a self-contained SVG file. */
  toSVG({ width = this.#width || 640, theme }: { width?: number; theme?: ThemeName } = {}): string {
    const reading = this.#shown();
    return renderSheet(this.chart, reading, this.#pack!, {
      width,
      theme: theme ? THEMES[theme] : shownTheme(this.renderRoot.querySelector('.chart')),
      ...(this.view && { view: this.view }),
      ...(this.highlight && { highlight: this.highlight }),
    });
  }

  /** The chart as a PNG picture, `scale` device pixels to one px (default 2). */
  async toPNG({ width, scale = 2 }: { width?: number; scale?: number } = {}): Promise<Blob> {
    return rasterise(this.toSVG(width === undefined ? {} : { width }), scale);
  }

  /** The rows as CSV. */
  toCSV(): string {
    return writeCSV(this.chart.tabulate(this.#shown()));
  }

  #shown(): R {
    if (!this.#reading || !this.#pack || this.#status === 'withdrawn')
      throw new Error('nothing is drawn yet: wait for sahel-ready');
    return this.#reading;
  }

  // ---- data in

  #onWidth(width: number): void {
    const plot = this.renderRoot.querySelector('.plot');
    if (plot && width > 0) this.#padding = width - plot.clientWidth;
    if (
      Math.abs(width - this.#width) < 1 &&
      !(plot && this.#scene && Math.abs(plot.clientWidth - this.#scene.width) >= 1)
    )
      return;
    this.#width = width;
    this.requestUpdate();
  }

  #release(): void {
    for (const stop of this.#stop.splice(0)) stop();
  }

  #findSource(): Source | undefined {
    if (this.data !== undefined && this.data !== null) return { kind: 'data', value: this.data };
    for (const child of this.children) {
      if (child instanceof HTMLScriptElement && child.type === 'application/json') {
        const text = child.textContent;
        // A parser that has not reached the end of the script gives it piece by piece.
        if (text.trim() || this.ownerDocument.readyState !== 'loading')
          return { kind: 'inline', value: text };
      }
    }
    return this.src ? { kind: 'src', value: this.src } : undefined;
  }

  #feed(changed: PropertyValues): void {
    const source = this.#findSource();
    const same = source?.kind === this.#source?.kind && source?.value === this.#source?.value;
    if (same && !(source?.kind === 'data' && changed.get('data') !== undefined)) return;
    this.#abort?.abort();
    this.#abort = undefined;
    this.#source = source;
    if (!source) {
      this.#reading = this.#failure = undefined;
      this.#setStatus('idle');
    } else if (source.kind === 'src') {
      const start = (): void => void this.#load(String(source.value), false);
      if (this.loading === 'eager' || typeof IntersectionObserver === 'undefined') start();
      else {
        if (!this.#reading) this.#setStatus('loading');
        this.#stop.push(whenNear(this, start));
      }
    } else {
      try {
        this.#accept(source.kind === 'data' ? source.value : readJSON(String(source.value)));
      } catch (error) {
        this.#fail(error, source.kind, false);
      }
    }
  }

  async #load(address: string, again: boolean): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#setStatus(this.#reading ? 'refreshing' : 'loading');
    try {
      const value = await loadJSON(address, this.ownerDocument.baseURI, abort.signal);
      if (!abort.signal.aborted) this.#accept(value);
    } catch (error) {
      if (!abort.signal.aborted) this.#fail(error, 'src', again);
    }
    if (this.#abort === abort) this.#abort = undefined;
    this.requestUpdate();
  }

  #accept(value: unknown): void {
    const reading = this.chart.read(value);
    this.#reading = reading;
    this.#failure = undefined;
    this.#stale = false;
    this.#page = 0;
    this.#scene = undefined;
    this.#drawn = [];
    this.#explorer.forget();
    const notices = (reading.data as { notices?: readonly { kind: string }[] }).notices ?? [];
    this.#setStatus(
      notices.some(({ kind }) => kind === 'withdrawal')
        ? 'withdrawn'
        : this.chart.isEmpty(reading)
          ? 'empty'
          : 'ready',
    );
    this.#pending = new CustomEvent<ReadyDetail>('sahel-ready', { bubbles: true, composed: true });
  }

  /** One failure: one event, one sentence. With `keep`, the last good picture stays and is marked stale. */
  #fail(error: unknown, source: SourceKind, keep: boolean): void {
    const faults = error instanceof ContractError ? error.faults : [];
    const first = faults[0];
    const detail: ErrorDetail = {
      code: error instanceof LoadError || error instanceof ContractError ? error.code : 'E_RENDER',
      message: first
        ? describeFault(this.chart.name, first)
        : error instanceof Error
          ? error.message.slice(0, 200)
          : 'unknown',
      ...(first && { path: first.path }),
      source,
      retryable: error instanceof LoadError && error.retryable,
      faults,
    };
    this.#pending = new CustomEvent<ErrorDetail>('sahel-error', { bubbles: true, composed: true, detail });
    this.#stale = keep && this.#reading !== undefined;
    if (this.#stale) this.#setStatus('ready');
    else {
      this.#reading = undefined;
      this.#failure = detail;
      this.#setStatus('error');
    }
  }

  #setStatus(status: Status): void {
    try {
      this.#internals?.states.delete(this.#status);
      this.#internals?.states.add(status);
    } catch {
      // States whose names need no dashes came later than internals did.
    }
    this.#status = status;
  }

  // ---- data to picture

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('data') || changed.has('src')) this.#feed(changed);
    const tag = languageOf(this);
    this.#pack = packFor(tag, () => this.requestUpdate());
    if (!this.#reading || !this.#pack) return;
    if (!this.#width) this.#width = this.offsetWidth;
    if (!this.#width) return;
    try {
      this.#draw(this.#reading, this.#pack);
    } catch (error) {
      this.#fail(error, this.#source?.kind ?? 'data', false);
    }
  }

  #draw(reading: R, pack: LanguagePack): void {
    const inputs = [reading, pack, this.#width, this.#padding, this.view, this.highlight];
    if (!inputs.every((input, i) => input === this.#drawn[i])) {
      this.#scene = this.chart.layout(reading, {
        width: this.#width - this.#padding,
        outer: this.#width,
        pack,
        ...(this.view && { view: this.view }),
        ...(this.highlight && { highlight: this.highlight }),
      });
      this.#drawn = inputs;
    }
    const { form } = this.#scene!;
    const worded = [reading, pack, form];
    if (!worded.every((input, i) => input === this.#worded[i])) {
      this.#words = this.chart.describe(reading, pack, form);
      this.#worded = worded;
    }
  }

  protected override render(): TemplateResult {
    const pack = this.#pack;
    const scene = this.#reading && this.#scene;
    const size = widthClass(this.#width);
    const dir = pack?.dir ?? 'ltr';
    const content =
      this.#status === 'error'
        ? this.#renderFailure()
        : pack && scene && this.#words
          ? this.#renderChart(scene, this.#words, pack)
          : this.#renderWaiting();
    return html`<div class="chart ${this.#themeClass()} ${size}" lang=${pack?.tag ?? 'en'} dir=${dir}>
      ${content}
    </div>`;
  }

  /** `theme`, else what the page declares for itself, else the reader's system. */
  #themeClass(): string {
    if (this.theme === 'dark' || this.theme === 'light') return this.theme;
    const declared = getComputedStyle(this).colorScheme;
    return declared === 'dark' || declared === 'light' ? declared : 'auto';
  }

  #renderWaiting(): TemplateResult {
    return html`<slot></slot
      >${this.#status === 'loading' && !this.#hasFallback() ? html`<p class="message" part="message" role="status">${this.#pack ? say(this.#pack, 'loading') : ''}</p>` : ''}`;
  }

  #hasFallback(): boolean {
    return [...this.children].some((child) => !(child instanceof HTMLScriptElement) && !child.slot);
  }

  #renderFailure(): TemplateResult {
    const { code = 'E_RENDER', source } = this.#failure ?? {};
    const isLoad = source === 'src' && !this.#failure?.faults.length && code !== 'E_RENDER';
    const key = code === 'E_RENDER' ? 'error.render' : isLoad ? 'error.load' : 'error.data';
    return html`<p class="message" part="message" role="alert">${this.#pack ? say(this.#pack, key) : ''}</p>
      ${isLoad ? html`<slot></slot>` : ''}`;
  }

  #renderChart(scene: S, words: Description, pack: LanguagePack): TemplateResult {
    const isShown = !words.withdrawal && this.#status !== 'empty';
    const { source } = words;
    const level = Math.min(6, Math.max(2, Math.round(this.headingLevel) || 3));
    const label = words.title;
    return html`<figure part="figure" aria-label=${label} aria-describedby="summary">
      ${
        this.noTitle
          ? ''
          : html`<slot name="title"
              ><div class="title" part="title" role="heading" aria-level=${level}>${words.title}</div></slot
            >`
      }
      ${words.subtitle ? html`<p class="subtitle" part="subtitle">${words.subtitle}</p>` : ''}
      ${words.contentNote ? html`<p class="small" part="note">${words.contentNote}</p>` : ''}
      ${
        isShown
          ? this.#renderFigure(scene, words, pack)
          : html`<p class="message" part="message" id="summary" role="status">
              ${words.withdrawal || words.summary}
            </p>`
      }
      ${isShown ? html`<p class="small" part="caveat">${words.caveat}</p>` : ''}
      ${[...words.notes, ...(scene.decimated && isShown ? [say(pack, 'decimated')] : [])].map(
        (note) => html`<p class="small" part="note">${note}</p>`,
      )}
      <slot name="note"></slot>
      <p class="source" part="source">
        ${source.text}
        ${source.url ? html`<a href=${source.url} rel="noopener noreferrer">${source.host}</a>` : ''}
      </p>
      ${this.#source?.kind === 'src' ? this.#renderStatus(pack) : ''}
      ${isShown ? this.#renderTools(words, pack) : ''}
    </figure>`;
  }

  #renderFigure(scene: S, words: Description, pack: LanguagePack): TemplateResult {
    const theme = THEMES.light;
    return html`<div
        class="plot"
        part="plot"
        @pointermove=${this.#explorer}
        @pointerleave=${this.#explorer}
        @click=${this.#explorer}
      >
        <svg
          viewBox="0 0 ${scene.width} ${scene.height}"
          width=${scene.width}
          height=${scene.height}
          role="img"
          aria-label=${words.name}
        >
          ${this.chart.draw(svg, scene, theme)}
        </svg>
        ${this.#explorer.render(words, say(pack, 'explorer', { name: words.name }))}
      </div>
      ${
        scene.key.length
          ? html`<ul class="key" part="key">
              ${scene.key.map(
                ({ entry, text }) =>
                  html`<li>
                    <svg width="22" height="14" aria-hidden="true">
                      ${this.chart.drawSample(svg, entry, theme)}</svg
                    ><span>${text}</span>
                  </li>`,
              )}
            </ul>`
          : ''
      }
      ${
        scene.eventList.length
          ? html`<ul class="key events" part="key">
              ${scene.eventList.map((event) => html`<li>${event}</li>`)}
            </ul>`
          : ''
      }
      <p class="summary" id="summary">${words.summary}</p>`;
  }

  #renderStatus(pack: LanguagePack): TemplateResult {
    const asOf = this.#reading ? formatDay(pack, parseDay(this.#reading.data.source.asOf)!) : '';
    return html`<p class="status" part="message" role="status">
      ${this.#stale ? say(pack, 'stale', { day: asOf }) : ''}
    </p>`;
  }

  #renderTools(words: Description, pack: LanguagePack): TemplateResult {
    return html`<div class="tools" part="toolbar">
      ${
        this.noTable
          ? ''
          : html`<details part="table" @toggle=${this.#onToggle}>
              <summary>${say(pack, 'table')}</summary>
              ${this.#tableOpen ? this.#renderTable(words, pack) : ''}
            </details>`
      }
      ${
        this.noDownload
          ? ''
          : (['csv', 'svg', 'png'] as const).map((format) => {
              const text = say(pack, `download.${format}`);
              return html`<button
                type="button"
                aria-label=${say(pack, 'downloadName', { format: text })}
                @click=${() => void this.#save(format)}
              >
                ${text}
              </button>`;
            })
      }
    </div>`;
  }

  readonly #onToggle = (event: Event): void => {
    this.#tableOpen = (event.target as HTMLDetailsElement).open;
    this.requestUpdate();
  };

  #renderTable(words: Description, pack: LanguagePack): TemplateResult {
    const { columns, rowCount } = words;
    const from = this.#page * PAGE;
    const to = Math.min(rowCount, from + PAGE);
    const align = (i: number): string => (columns[i]!.numeric ? 'number' : '');
    const turn = (pages: number) => (): void => {
      this.#page += pages;
      this.requestUpdate();
    };
    const rows = Array.from({ length: to - from }, (_, i) => words.row(from + i));
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${say(pack, 'table')}>
        <table>
          <caption>
            ${words.title}
          </caption>
          <thead>
            <tr>
              ${columns.map(({ label }, i) => html`<th scope="col" class=${align(i)}>${label}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (cells) =>
                html`<tr>
                  ${cells.map((cell, i) => (i ? html`<td class=${align(i)}>${cell}</td>` : html`<th scope="row">${cell}</th>`))}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        rowCount > PAGE
          ? html`<p>
              ${say(pack, 'tablePage', { from: formatNumber(pack, from + 1), to: formatNumber(pack, to), all: formatNumber(pack, rowCount) })}
              <button type="button" ?disabled=${from === 0} @click=${turn(-1)}>
                ${say(pack, 'previous')}
              </button>
              <button type="button" ?disabled=${to === rowCount} @click=${turn(1)}>
                ${say(pack, 'next')}
              </button>
            </p>`
          : ''
      }`;
  }

  async #save(format: 'csv' | 'svg' | 'png'): Promise<void> {
    const name = `${this.chart.name}.${format}`;
    if (format === 'csv') saveFile(name, new Blob([this.toCSV()], { type: 'text/csv' }));
    else if (format === 'svg') saveFile(name, new Blob([this.toSVG()], { type: 'image/svg+xml' }));
    else saveFile(name, await this.toPNG());
  }

  protected override updated(): void {
    this.#explorer.place();
    const event = this.#pending;
    if (!event) return;
    const isReady = event.type === 'sahel-ready';
    const isDrawn = this.#scene !== undefined && this.#pack !== undefined;
    if (isReady && !isDrawn) return;
    this.#pending = undefined;
    const detail: ReadyDetail = { schema: this.chart.schema, notes: this.notes };
    this.dispatchEvent(
      isReady ? new CustomEvent('sahel-ready', { bubbles: true, composed: true, detail }) : event,
    );
  }

  // ---- for the explorer

  /** @internal */
  get marks(): { chart: Chart<R, S>; reading: R; scene: S } | undefined {
    return this.#reading && this.#scene
      ? { chart: this.chart, reading: this.#reading, scene: this.#scene }
      : undefined;
  }
}
