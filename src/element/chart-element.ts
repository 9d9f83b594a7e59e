import { html, LitElement, noChange, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import type { Chart, LayoutOptions, Reading, Scene } from '../charts/chart.js';
import { renderSheet } from '../charts/render-sheet.js';
import { ContractError, describeFault, type ErrorCode, type Fault } from '../data/contract-error.js';
import type { Note } from '../data/note.js';
import { pageShared } from '../data/page-shared.js';
import { parseDay } from '../data/period.js';
import { type ThemeName, THEMES } from '../drawing/theme.js';
import { widthClass } from '../geometry/frame.js';
import { writeCSV } from '../words/csv.js';
import { formatDay } from '../words/dates.js';
import type { Description } from '../words/description.js';
import { type LanguagePack, say } from '../words/language.js';
import { registerEnglish } from '../words/languages/en.js';
import { VERSION } from '../version.js';
import { Explorer } from './explorer.js';
import { LoadError, loadJSON, readJSON } from './load-json.js';
import { observeSize, onLanguage, onPrint, whenNear } from './observe.js';
import { languageOf, packFor } from './page-language.js';
import { rasterise } from './save-file.js';
import { shareScale } from './scale-group.js';
import { shownTheme } from './shown-theme.js';
import { styles } from './styles.js';
import { Toolbar } from './toolbar.js';

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

/** Width a chart is laid out for on paper, px: A4 within usual margins, so that 12 px of text are 9 pt. */
const PAPER_WIDTH = 600;

/** Size of the smallest text, px. */
const SMALLEST_TEXT = 12;

/** Room left and right of the drawing until the page has told us its own, px. */
const PADDING = 32;

const flag = (attribute: string): object => ({ attribute, type: Boolean });

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
    noTitle: flag('no-title'),
    noTable: flag('no-table'),
    noDownload: flag('no-download'),
    noSound: flag('no-sound'),
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
  #kind: SourceKind | undefined;
  #value: unknown;
  #address = '';
  #reading: R | undefined;
  #failure: ErrorDetail | undefined;
  #isNew = false;
  /** What the data that stands is, while it is refreshed and when that failed. */
  #resting: 'ready' | 'empty' | 'withdrawn' = 'ready';
  #abort: AbortController | undefined;
  #unwatch: (() => void) | undefined;
  static readonly #unmeasured = new Set<ChartElement>();
  #width = 0;
  /** The `color-scheme` of the page around, where it was read together with the width. */
  #declared: string | undefined;
  #padding = PADDING;
  #max: number | undefined;
  #pack: LanguagePack | undefined;
  #isTranslating = false;
  #scene: S | undefined;
  #words: Description | undefined;
  #drawn: readonly unknown[] = [];
  /** What a server wrote into the shadow root: it stands until there is a picture to put in its place. */
  #served: readonly ChildNode[] = [];
  #stop: (() => void)[] = [];
  /** As wide as the element and without a height, so that what is drawn never changes what is observed. */
  readonly #ruler = document.createElement('div');
  #states: { add(state: string): void; delete(state: string): void } | undefined;
  readonly #explorer = new Explorer(this);
  readonly #toolbar = new Toolbar(this, (mark) => this.#explorer.point(mark));

  constructor() {
    super();
    this.theme = 'auto';
    this.loading = 'lazy';
    this.headingLevel = 3;
    try {
      this.#states = this.attachInternals().states;
      this.#states.add(this.#status);
    } catch {
      // An old browser only lacks the :state() selectors.
    }
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.#served = [...(this.shadowRoot?.childNodes ?? [])];
    const root = super.createRenderRoot();
    this.#ruler.style.fontSize = `${SMALLEST_TEXT}px`;
    root.prepend(this.#ruler);
    this.renderOptions.renderBefore = this.#ruler;
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    registerEnglish(this.chart.english);
    this.#release();
    ChartElement.#unmeasured.add(this as unknown as ChartElement);
    const feed = (): void => this.requestUpdate('data');
    const light = new MutationObserver(feed);
    light.observe(this, { childList: true, subtree: true, characterData: true });
    this.#stop.push(
      observeSize(this.#ruler, () => this.#onSize()),
      () => light.disconnect(),
      onLanguage(() => this.requestUpdate()),
      onPrint((isPrinting) => {
        this.#toolbar.isPrinting = isPrinting;
        this.requestUpdate();
        // The page is put on paper when the event is over: there is no time to wait for an update.
        this.performUpdate();
      }),
    );
    feed();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move disconnects and connects in one task: nothing is given up until the element is really gone.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#release();
      // What was not loaded yet is asked for anew when the element comes back; no pointer is over it then.
      if (this.#abort || this.#unwatch) this.#kind = undefined;
      this.#giveUp();
      shareScale(this, undefined);
      this.#toolbar.stop();
      this.#explorer.close();
    });
  }

  /** A move by `moveBefore` changes nothing. */
  connectedMoveCallback(): void {
    this.requestUpdate();
  }

  /** Constructed style sheets belong to a document: one that takes the element over gets its own. */
  adoptedCallback(): void {
    const sheet = new this.ownerDocument.defaultView!.CSSStyleSheet();
    sheet.replaceSync(styles.cssText);
    if (this.shadowRoot) this.shadowRoot.adoptedStyleSheets = [sheet];
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
    const base = (tag = ''): string => tag.toLowerCase().split('-')[0]!;
    const tag = languageOf(this);
    const own: (Note | false)[] = [
      ...refused.map((what): Note => ({
        code: what === 'view' ? 'W_VIEW' : 'W_HIGHLIGHT',
        message: `${what}="${this[what] ?? ''}" does not fit this data.`,
      })),
      !!decimated && {
        code: 'W_DECIMATED',
        message: 'Several periods share a pixel; the extremes of each are drawn.',
      },
      !this.#isTranslating &&
        base(this.#pack?.tag) !== base(tag) && {
          code: 'W_LANG',
          message: `There is no language "${tag}"; English is drawn.`,
        },
    ];
    return [...this.#reading.notes, ...own.filter((note) => note !== false)];
  }

  get version(): string {
    return VERSION;
  }

  /** Fetches `src` again. What stands stays until the answer is good, and is marked stale when it is not. */
  async refresh(): Promise<void> {
    if (this.#kind === 'src') await this.#load(true);
  }

  /** The chart as the text of a self-contained SVG file; of withdrawn figures, what is said in their place. */
  toSVG({ width = this.#width || 640, theme }: { width?: number; theme?: ThemeName } = {}): string {
    const colours = theme ? THEMES[theme] : shownTheme(this.renderRoot.querySelector('.chart'));
    return renderSheet(this.chart, this.#shown(), this.#pack!, {
      width,
      theme: colours,
      ...this.#options(),
    });
  }

  /** What a layout takes beside its width: as the page and the author have it. */
  #options(): Omit<LayoutOptions, 'width' | 'pack'> {
    const { view, highlight } = this;
    return {
      ...(view && { view }),
      ...(highlight && { highlight }),
      ...(this.#max !== undefined && { max: this.#max }),
      looks: pageShared('looks', () => new Map()),
    };
  }

  /** The chart as a PNG picture, `scale` device pixels to one px (default 2). */
  async toPNG({ width, scale = 2 }: { width?: number; scale?: number } = {}): Promise<Blob> {
    return rasterise(this.toSVG(width ? { width } : {}), scale);
  }

  /** The rows as CSV; of withdrawn figures, none. */
  toCSV(): string {
    return writeCSV(this.chart.tabulate(this.#shown()), this.#words?.title, this.#words?.withdrawal);
  }

  #shown(): R {
    if (!this.#reading || !this.#pack) throw new Error('nothing is drawn: wait for sahel-ready');
    return this.#reading;
  }

  // ---- data in

  /** All charts that came together are measured before the first is drawn: else the page is laid out anew for each. */
  static #measure(asking: ChartElement): void {
    for (const one of this.#unmeasured.add(asking)) {
      one.#width ||= one.offsetWidth;
      one.#declared = getComputedStyle(one).colorScheme;
    }
    this.#unmeasured.clear();
  }

  /** Only a width changes the picture; a height follows it. */
  #onSize(): void {
    // Text in a drawing knows no smallest size: where the reader has set one, the drawing grows as a whole.
    const zoom = Math.max(1, parseFloat(getComputedStyle(this.#ruler).fontSize) / SMALLEST_TEXT);
    const width = this.offsetWidth / zoom;
    const plot = this.renderRoot.querySelector('.plot');
    const padding = plot?.clientWidth && width ? width - plot.clientWidth / zoom : this.#padding;
    if (width === this.#width && padding === this.#padding) return;
    this.#width = width;
    this.#padding = padding;
    this.requestUpdate();
  }

  #release(): void {
    ChartElement.#unmeasured.delete(this as unknown as ChartElement);
    for (const stop of this.#stop.splice(0)) stop();
  }

  #findSource(): [SourceKind?, unknown?] {
    if (this.data !== undefined && this.data !== null) return ['data', this.data];
    for (const child of this.children) {
      if (child.matches('script[type="application/json"]')) return ['inline', child.textContent];
    }
    return this.src ? ['src', this.src] : [];
  }

  /** Gives up a request, and the wait for one. */
  #giveUp(): void {
    this.#unwatch = this.#unwatch?.() as undefined;
    this.#abort = this.#abort?.abort() as undefined;
  }

  #feed(isSet: boolean): void {
    const [kind, value] = this.#findSource();
    if (kind === this.#kind && value === this.#value && !(isSet && kind === 'data')) return;
    this.#giveUp();
    this.#kind = kind;
    this.#value = value;
    if (!kind) this.#reading = undefined;
    if (kind === 'src') {
      // An address is meant as it was written: a page that changes its route later does not change it.
      const { baseURI } = this.ownerDocument;
      this.#address = URL.canParse(value as string, baseURI)
        ? new URL(value as string, baseURI).href
        : String(value);
      const start = (): void => {
        this.#unwatch = undefined;
        void this.#load(false);
      };
      this.#setStatus(this.#reading ? this.#status : 'loading');
      if (this.loading === 'eager') start();
      else this.#unwatch = whenNear(this, start);
    } else if (!kind) this.#setStatus('idle');
    else this.#read(() => (kind === 'data' ? value : readJSON(value as string)), false);
  }

  async #load(again: boolean): Promise<void> {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.#setStatus(this.#reading ? 'refreshing' : 'loading');
    let take: () => unknown;
    try {
      const value = await loadJSON(this.#address, this.ownerDocument.baseURI, abort.signal);
      take = () => value;
    } catch (error) {
      take = () => {
        throw error;
      };
    }
    if (abort.signal.aborted) return;
    this.#abort = undefined;
    this.#read(take, again);
    this.requestUpdate();
  }

  /** New data: read it, or keep what stands (a refresh) or nothing. One failure is one event and one sentence. */
  #read(take: () => unknown, keep: boolean): void {
    this.#isNew = true;
    try {
      const reading = this.chart.read(take());
      this.#explorer.follow(this.chart as unknown as Chart, this.#reading, reading);
      this.#reading = reading;
      this.#stale = false;
      this.#failure = this.#scene = undefined;
      this.#drawn = [];
      this.#toolbar.reset();
      const isWithdrawn = reading.data.notices?.some(({ kind }) => kind === 'withdrawal');
      this.#resting = isWithdrawn ? 'withdrawn' : this.chart.isEmpty(reading) ? 'empty' : 'ready';
      this.#setStatus(this.#resting);
    } catch (error) {
      const { ownerDocument: page } = this;
      if (this.#kind === 'inline' && error instanceof LoadError && page.readyState === 'loading') {
        // The parser may still bring the rest: only what is broken when the page is through is a fault.
        this.#kind = undefined;
        this.#isNew = false;
        page.addEventListener('DOMContentLoaded', () => this.requestUpdate('data'), { once: true });
      } else this.#fail(error, keep);
    }
  }

  #fail(error: unknown, keep: boolean): void {
    const isContract = error instanceof ContractError;
    const isLoad = error instanceof LoadError;
    const faults = isContract ? error.faults : [];
    const [first] = faults;
    this.#failure = {
      code: isContract || isLoad ? error.code : 'E_RENDER',
      message: first ? describeFault(this.chart.name, first) : (error as Error).message.slice(0, 200),
      ...(first && { path: first.path }),
      source: this.#kind ?? 'data',
      retryable: isLoad && error.retryable,
      faults,
    };
    this.#isNew = true;
    this.#stale = keep && this.#reading !== undefined;
    if (!this.#stale) this.#reading = undefined;
    this.#setStatus(this.#stale ? this.#resting : 'error');
  }

  #setStatus(status: Status): void {
    this.#states?.delete(this.#status);
    this.#states?.add(status);
    this.#status = status;
  }

  // ---- data to picture

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('data') || changed.has('src')) this.#feed(changed.get('data') !== undefined);
    const found = packFor(languageOf(this), () => this.requestUpdate());
    // While another language is on its way, what stands stays.
    const pack = (this.#pack = found ?? this.#pack);
    this.#isTranslating = !found;
    const reading = this.#reading;
    if (!this.#width) ChartElement.#measure(this as unknown as ChartElement);
    const width = this.#shownWidth();
    // Figures that are not shown rule nobody's scale.
    if (!reading || this.#resting === 'withdrawn') {
      shareScale(this, undefined);
      this.#toolbar.stop();
    }
    if (!reading || !pack || !width) return;
    const { view, highlight, chart, scaleGroup } = this;
    const isGrouped = scaleGroup && this.#resting !== 'withdrawn';
    const reach = isGrouped ? chart.reach(reading, view ?? undefined) : undefined;
    this.#max = shareScale(this, reach && `${scaleGroup!} ${reach.unit}`, reach?.most);
    const inputs = [reading, pack, width, this.#padding, view, highlight, this.#max];
    if (inputs.every((input, i) => input === this.#drawn[i])) return;
    try {
      const scene = chart.layout(reading, {
        width: width - this.#padding,
        outer: width,
        pack,
        ...this.#options(),
      });
      // Words do not depend on the width.
      if (this.#drawn[0] !== reading || this.#drawn[1] !== pack || this.#scene?.form !== scene.form)
        this.#words = chart.describe(reading, pack, scene.form);
      this.#scene = scene;
      this.#drawn = inputs;
    } catch (error) {
      this.#fail(error, false);
    }
  }

  /** On paper no wider than a page, and never wider than the column: what is scaled down cannot be read. */
  #shownWidth(): number {
    return this.#toolbar.isPrinting ? Math.min(PAPER_WIDTH, this.#width || PAPER_WIDTH) : this.#width;
  }

  #say(key: string, slots = {}): string {
    return this.#pack ? say(this.#pack, key, slots) : '';
  }

  protected override render(): TemplateResult | typeof noChange {
    const { tag = 'en', dir = 'ltr' } = this.#pack ?? {};
    const declared = this.#declared ?? getComputedStyle(this).colorScheme;
    this.#declared = undefined;
    // `theme`, else what the page declares for itself, else the reader's system.
    const theme = [this.theme, declared].find((one) => one === 'dark' || one === 'light') ?? 'auto';
    const scene = this.#reading && this.#pack && this.#scene;
    const isWaiting = this.#status !== 'error' && !scene;
    if (isWaiting && this.#served.length) return noChange;
    for (const node of this.#served) node.remove();
    this.#served = [];
    // The fallback stands as the page has set it: nothing moves, turns or is repainted while it waits.
    const isBare = isWaiting && (this.#status !== 'loading' || this.#hasFallback());
    const size = widthClass(this.#shownWidth());
    return html`<div
      class=${isBare ? '' : `chart ${theme} ${size}`}
      lang=${isBare ? nothing : tag}
      dir=${isBare ? nothing : dir}
    >
      ${this.#status === 'error' ? this.#renderFailure() : scene ? this.#renderChart(scene, this.#words!) : this.#renderWaiting()}
    </div>`;
  }

  #hasFallback(): boolean {
    return [...this.children].some((child) => !child.matches('script,[slot]'));
  }

  #renderWaiting(): TemplateResult {
    const isSaid = this.#status === 'loading' && !this.#hasFallback();
    return html`<slot></slot
      >${isSaid ? html`<p class="message" part="message" role="status">${this.#say('loading')}</p>` : ''}`;
  }

  #renderFailure(): TemplateResult {
    const { code, source, faults } = this.#failure!;
    const isLoad = source === 'src' && !faults.length && code !== 'E_RENDER';
    return html`<p class="message" part="message" role="alert">
        ${this.#say(code === 'E_RENDER' ? 'error.render' : isLoad ? 'error.load' : 'error.data')}
      </p>
      ${isLoad ? html`<slot></slot>` : ''}`;
  }

  #renderChart(scene: S, words: Description): TemplateResult {
    const { title, subtitle, contentNote, withdrawal, summary, caveat, notes, source, tongues = {} } = words;
    const isShown = this.#resting === 'ready';
    const note = (text: string, tongue?: string, part = 'note'): TemplateResult | '' =>
      text ? html`<p class="small" part=${part} lang=${tongue ?? nothing}>${text}</p>` : '';
    const level = Math.min(6, Math.max(2, Math.round(this.headingLevel) || 3));
    return html`<figure part="figure" aria-label=${title} aria-describedby="summary">
      ${this.noTitle ? '' : html`<slot name="title"><div class="title" part="title" role="heading" aria-level=${level} lang=${tongues.title ?? nothing}>${title}</div></slot>`}
      <p class="subtitle" part="subtitle" lang=${tongues.subtitle ?? nothing}>${subtitle}</p>
      ${note(contentNote, tongues.contentNote)} ${isShown ? this.#renderFigure(scene, words) : ''}
      <p class=${isShown ? 'summary' : 'message'} part=${isShown ? '' : 'message'} id="summary">
        ${withdrawal || summary}
      </p>
      ${isShown ? note(caveat, tongues.caveat, 'caveat') : ''} ${notes.map((one) => note(one))}
      ${isShown && scene.decimated ? note(this.#say('decimated')) : ''}
      <slot name="note"></slot>
      <p class="source" part="source">
        ${`${source.text} `}${source.url ? html`<a href=${source.url} rel="noopener noreferrer">${source.host}</a>` : ''}
      </p>
      <p
        class=${this.#kind === 'src' ? 'status' : ''}
        part=${this.#kind === 'src' ? 'message' : ''}
        role="status"
      >
        ${this.#stale ? this.#say(isShown ? 'stale' : 'error.load', { day: this.#asOf() }) : ''}<span
          class="hide"
          >${
            isShown
              ? this.#explorer
                  .keys((key) => this.#say(key))
                  .join('. ')
                  .replace(':.', ':')
              : ''
          }</span
        >
      </p>
      ${isShown ? this.#toolbar.render(this.chart, this.#reading!, words, this.#pack!) : ''}
    </figure>`;
  }

  #asOf(): string {
    return formatDay(this.#pack!, parseDay(this.#reading!.data.source.asOf)!);
  }

  #renderFigure(scene: S, words: Description): TemplateResult {
    const { width, height, key, eventList, meter } = scene;
    const { chart } = this;
    const explorer = this.#explorer;
    const list = (items: unknown[]): TemplateResult | '' =>
      items.length
        ? html`<ul class="key" part="key">
            ${items.map((item) => html`<li>${item}</li>`)}
          </ul>`
        : '';
    // The keys are the explorer's own, on its grid inside.
    // eslint-disable-next-line lit-a11y/click-events-have-key-events
    return html`<div
        class="plot"
        part="plot"
        @pointermove=${explorer}
        @pointerleave=${explorer}
        @click=${explorer}
      >
        <svg
          viewBox="0 0 ${width} ${height}"
          width=${width}
          height=${height}
          role=${meter ? 'meter' : 'img'}
          aria-label=${words.name}
          aria-valuenow=${meter?.now ?? nothing}
          aria-valuemax=${meter?.max ?? nothing}
          aria-valuetext=${meter?.text ?? nothing}
        >
          ${chart.draw(svg, scene, THEMES.light)}
        </svg>
        ${explorer.render(words, this.#say('explorer', { name: words.name }), (key) => this.#say(key))}
      </div>
      ${list(key.map(({ entry, text }) => html`<svg width="22" height="14" aria-hidden="true">${chart.drawSample(svg, entry, THEMES.light)}</svg>${text}`))}
      ${list([...eventList])}`;
  }

  protected override updated(): void {
    this.#explorer.place();
    const failure = this.#failure;
    if (!this.#isNew || !(failure || (this.#reading && this.#scene && this.#pack))) return;
    this.#isNew = false;
    const detail = failure ?? { schema: this.chart.schema, notes: this.notes };
    this.dispatchEvent(
      new CustomEvent(failure ? 'sahel-error' : 'sahel-ready', { bubbles: true, composed: true, detail }),
    );
  }

  // ---- for the explorer

  /** @internal */
  get marks(): { chart: Chart<R, S>; reading: R; scene: S } | undefined {
    return this.#reading && this.#scene && { chart: this.chart, reading: this.#reading, scene: this.#scene };
  }
}
