// The test's side of ../fault-server.js.

export interface Chunk {
  readonly text?: string;
  readonly base64?: string;
  readonly spaces?: number;
  /** Sent when this gate is opened. */
  readonly gate?: string;
  readonly wait?: number;
}

export interface Script {
  /** 0: the connection is closed without an answer. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers wait for this gate. */
  readonly hold?: string;
  readonly chunks?: readonly Chunk[];
  readonly end?: 'close' | 'cut' | 'never';
  /** After the chunks: a space every so many ms, for ever. */
  readonly drip?: number;
}

export interface Visit {
  /** Path and query that were asked for. */
  readonly url: string;
  readonly cookie: string;
  readonly referrer: string;
  readonly accept: string;
  readonly hungUp: boolean;
  readonly done: boolean;
}

let count = 0;
const page = Math.random().toString(36).slice(2, 10);
/** A name that no other page uses. */
export const freshName = (): string => `${page}-${count++}`;

async function call<T>(path: string, body?: string): Promise<T> {
  const response = await fetch(`/__faults/${path}`, body === undefined ? {} : { method: 'POST', body });
  return (await response.json()) as T;
}

/** An address that answers as the script says; `log` tells who came. */
export class Address {
  readonly name = freshName();
  readonly url = `/__faults/answer/${this.name}`;

  async plays(script: Script): Promise<this> {
    await call(`script/${this.name}`, JSON.stringify(script));
    return this;
  }

  log(): Promise<Visit[]> {
    return call(`log/${this.name}`);
  }
}

export const open = (gate: string): Promise<unknown> => call(`open/${gate}`);
export const elsewhere = (): Promise<string> => call('elsewhere');
/** The contracts in test/fixtures/<chart>, by name. */
export const fixtures = (chart = 'casualties'): Promise<Record<string, any>> => call(`fixtures/${chart}`);

/** A good answer with this JSON. */
export const json = (value: unknown, more: Script = {}): Script => ({
  chunks: [{ text: JSON.stringify(value) }],
  ...more,
});
/** An address that answers as the script says. */
export const serve = (script: Script): Promise<Address> => new Address().plays(script);
