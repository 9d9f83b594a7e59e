import { html, type TemplateResult } from 'lit';
import { type Chart, isAudible, type Reading } from '../charts/chart.js';
import type { Description } from '../words/description.js';
import { type LanguagePack, say } from '../words/language.js';
import { rasterise, saveFile } from './save-file.js';
import { renderTable, type TableView } from './table.js';
import { canDownload, renderTextView } from './text-view.js';

interface Host extends HTMLElement {
  readonly noTable: boolean;
  readonly noDownload: boolean;
  readonly noSound: boolean;
  toCSV(): string;
  toSVG(): string;
  toPNG(): Promise<Blob>;
  requestUpdate(): void;
  readonly updateComplete: Promise<unknown>;
}

/** What is under a chart: its table, its sound, its files. */
export class Toolbar {
  /** On paper the table is open. */
  isPrinting = false;
  readonly #host: Host;
  readonly #show: (mark: number | undefined) => void;
  #isOpen = false;
  #table: TableView = { page: 0 };
  #text: string | undefined;
  /** The button that showed the text: the focus goes back to it. */
  #asked: HTMLElement | undefined;
  static #playing: AbortController | undefined;
  #player: AbortController | undefined;
  /** Whether the data has something to hear: every move of the pointer draws anew, the data is asked once. */
  #isAudible: boolean | undefined;

  /** @param show - Points at a mark while it sounds; at none when the sound is over. */
  constructor(host: Host, show: (mark: number | undefined) => void) {
    this.#host = host;
    this.#show = show;
  }

  /** New data: the table begins anew, what was shown of the old is gone. */
  reset(): void {
    this.#table = { page: 0 };
    this.#text = this.#isAudible = undefined;
    this.stop();
  }

  /** Ends the sound. */
  stop(): void {
    this.#player = this.#player?.abort() as undefined;
  }

  render<R extends Reading>(
    { tones, name: chart }: Pick<Chart<R>, 'tones' | 'name'>,
    reading: R,
    words: Description,
    pack: LanguagePack,
  ): TemplateResult {
    const host = this.#host;
    const t = (key: string, slots = {}): string => say(pack, key, slots);
    const update = (change: () => void) => (): void => {
      change();
      host.requestUpdate();
    };
    const isOpen = this.#isOpen || this.isPrinting;
    const turn = (view: TableView): void => update(() => (this.#table = view))();
    // Not <details>: a browser lays it out as a tree of its own, which takes as long as the rest of the toolbar twice over.
    /* eslint-disable lit-a11y/accessible-name -- The name is a property: between tags it would have a space before it. */
    const table = html`<div class=${isOpen ? 'table open' : 'table'} part="table">
      <button
        class="fold"
        aria-expanded=${isOpen}
        @click=${update(() => (this.#isOpen = !this.#isOpen))}
        .textContent=${t('table')}
      ></button>
      ${isOpen ? renderTable(words, pack, this.#table, turn) : ''}
    </div>`;
    /* eslint-enable lit-a11y/accessible-name */
    const download = ({ target }: Event): void => {
      if (!(target instanceof HTMLButtonElement)) return;
      this.#asked = target;
      void this.#save(chart, target.value);
    };
    const name = (format: string): string => t('downloadName', { format });
    // eslint-disable-next-line lit-a11y/click-events-have-key-events
    const downloads = html`<span @click=${download}
      ><button value="csv" aria-label=${name('CSV')}>CSV</button
      ><button value="svg" aria-label=${name('SVG')}>SVG</button
      ><button value="png" aria-label=${name('PNG')}>PNG</button></span
    >`;
    const isPlaying = this.#player !== undefined;
    const play = (): void => {
      if (isPlaying) this.stop();
      else void this.#play(tones(reading));
      host.requestUpdate();
    };
    this.#isAudible ??= isAudible(tones(reading));
    const hasSound = !host.noSound && this.#isAudible;
    if (!hasSound) this.stop();
    return html`<div class="tools" part="toolbar">
        ${host.noTable ? '' : table}${hasSound ? html`<button @click=${play} data-playing=${isPlaying}>${t(isPlaying ? 'stop' : 'play')}</button>` : ''}${host.noDownload ? '' : downloads}
      </div>
      ${
        this.#text === undefined
          ? ''
          : renderTextView(this.#text, {
              name: words.title,
              copy: t('copy'),
              close: t('close'),
              copied: t('copied'),
              onClose: () => {
                update(() => (this.#text = undefined))();
                this.#asked?.focus();
              },
            })
      }`;
  }

  /** A file for the reader; where a page lets nothing be downloaded, its text. */
  async #save(chart: string, format: string): Promise<void> {
    const host = this.#host;
    const text = format === 'csv' ? host.toCSV() : host.toSVG();
    if (!canDownload()) {
      this.#text = text;
      host.requestUpdate();
      await host.updateComplete;
      host.shadowRoot?.querySelector('textarea')?.select();
      return;
    }
    // Where a page forbids the picture that a PNG is made of, the reader gets the SVG.
    const picture = format === 'png' ? await rasterise(text, 2).catch(() => undefined) : undefined;
    saveFile(`${chart}.${format === 'png' && !picture ? 'svg' : format}`, picture ?? text);
  }

  async #play(tones: ReturnType<Chart['tones']>): Promise<void> {
    // One chart of a page sounds at a time.
    Toolbar.#playing?.abort();
    const player = (this.#player = Toolbar.#playing = new AbortController());
    const { signal } = player;
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') player.abort();
    };
    // Before anything else on the page takes the key for its own.
    addEventListener('keydown', onKey, { signal, capture: true });
    try {
      const { playTones } = await import('./sound.js');
      await playTones(tones, signal, this.#show);
    } catch {
      // A page that forbids the file, or a browser without sound: the chart says all of it in words.
    }
    player.abort();
    if (this.#player === player) this.#player = undefined;
    this.#show(undefined);
    this.#host.requestUpdate();
  }
}
