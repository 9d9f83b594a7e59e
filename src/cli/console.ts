/** What the command line needs of the world around it; tests bring their own. */
export interface Streams {
  readonly readInput: () => Promise<Uint8Array>;
  readonly write: (content: string | Uint8Array) => void;
  readonly writeError: (text: string) => void;
  /** True when standard error is a terminal: only then is progress shown. */
  readonly isTerminal: boolean;
}

/** Standard output for what was asked for, standard error for everything else, one line each. */
export class Console {
  readonly #streams: Streams;
  #isProgressShown = false;

  constructor(streams: Streams) {
    this.#streams = streams;
  }

  readInput(): Promise<Uint8Array> {
    return this.#streams.readInput();
  }

  print(content: string | Uint8Array): void {
    this.#clear();
    this.#streams.write(content);
  }

  /** One line, whatever is in it: a name of a file or a piece of data cannot move the cursor or start a line of its own. */
  line(text: string): void {
    this.print(`${oneLine(text)}\n`);
  }

  fault(text: string): void {
    this.#clear();
    this.#streams.writeError(`${oneLine(text)}\n`);
  }

  /** "[3/120] mali.json", on one line of a terminal that the next one takes. */
  progress(done: number, all: number, name: string): void {
    if (all < 2 || !this.#streams.isTerminal) return;
    this.#clear();
    this.#streams.writeError(oneLine(`[${done}/${all}] ${name}`).slice(0, 78));
    this.#isProgressShown = true;
  }

  endProgress(): void {
    this.#clear();
  }

  #clear(): void {
    if (!this.#isProgressShown) return;
    this.#streams.writeError('\r\u001b[K');
    this.#isProgressShown = false;
  }
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
