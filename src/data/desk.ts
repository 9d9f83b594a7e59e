import { ContractError, type ErrorCode, type Fault, showReceived } from './contract-error.js';
import type { Note, NoteCode } from './note.js';

/**
 * Collects what is wrong and what is doubtful while one contract is read, so that a desk hears everything at once.
 * The first fault of a place stands; later ones of the same place would only repeat it.
 */
export class Desk {
  readonly faults: Fault[] = [];
  readonly notes: Note[] = [];
  readonly chart: string;
  readonly #places = new Set<string>();

  constructor(chart: string) {
    this.chart = chart;
  }

  fault(code: ErrorCode, path: string, expected: string, received: unknown): undefined {
    if (this.#places.has(path)) return;
    this.#places.add(path);
    this.faults.push({ code, path, expected, received: showReceived(received) });
  }

  /** True when something at this place was refused already. */
  hasFault(path: string): boolean {
    return this.#places.has(path);
  }

  note(code: NoteCode, message: string, path?: string): void {
    this.notes.push(path === undefined ? { code, message } : { code, message, path });
  }

  /** Throws everything that was found, if anything was. */
  refuse(): void {
    if (this.faults.length) throw new ContractError(this.chart, this.faults);
  }
}
