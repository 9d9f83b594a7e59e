// A frame on the newsroom's chart server, in a page or in the test itself, and a hand inside it.
import { frameAt, pause, place, until } from '../support/browser/page.js';

/** What test/embed/probe.js tells of the frame it runs in. */
export interface FrameState {
  readonly status?: string;
  readonly tag?: string;
  readonly height: number;
  readonly width: number;
  readonly overflow: number;
  readonly title: string;
  readonly lang: string;
  /** Language and direction of the page itself. */
  readonly page: string;
  readonly notes?: readonly string[];
  readonly surface?: string;
  readonly view?: string;
  readonly highlight?: string | null;
  readonly drawing?: string;
  readonly sentence?: string;
  readonly marks: number;
  readonly words?: string;
  readonly field?: { readonly value: string; readonly box: DOMRect; readonly selected: number };
  readonly said?: string;
  readonly csv?: string;
  readonly origin: string;
  readonly resources: readonly string[];
  readonly globals: readonly string[];
  readonly errors: readonly string[];
  readonly violations: readonly string[];
  readonly copied: number;
}

let tickets = 0;

/** One frame, spoken to from the test's own page, which is not its parent where a host page stands between. */
export class Frame {
  readonly #window: () => Window | null;

  constructor(window: () => Window | null) {
    this.#window = window;
  }

  async ask<T = FrameState>(probe: string, more: object = {}): Promise<T> {
    const ticket = ++tickets;
    for (let i = 0; i < 100; i++) {
      const answer = new Promise<T | undefined>((done) => {
        const hear = ({ data }: MessageEvent): void => {
          if (data?.ticket !== ticket) return;
          window.removeEventListener('message', hear);
          done(data.result as T);
        };
        window.addEventListener('message', hear);
        setTimeout(() => {
          window.removeEventListener('message', hear);
          done(undefined);
        }, 500);
      });
      this.#window()?.postMessage({ probe, ticket, ...more }, '*');
      const result = await answer;
      if (result !== undefined) return result;
    }
    throw new Error(`the frame does not answer "${probe}"`);
  }

  /** Waits for a state of the frame. */
  async until(is: (state: FrameState) => unknown, sentence: string): Promise<FrameState> {
    const seen: FrameState[] = [];
    await until(
      async () => {
        seen[0] = await this.ask<FrameState>('state');
        return is(seen[0]);
      },
      () => `${sentence}: ${JSON.stringify(seen[0])}`,
      9000,
    );
    return seen[0]!;
  }

  ready(): Promise<FrameState> {
    return this.until(({ status, marks }) => status === 'ready' && marks, 'the chart in the frame');
  }
}

/** The chart server's origin. */
export const server = async (): Promise<string> => (await (await fetch('/__embed')).json()) as string;

export const fixture = (name: string): string => `/fixtures/${name}.json`;

/** The address of frame.html with these parameters. */
export async function frameURL(
  parameters: Readonly<Record<string, string>>,
  folder = 'cdn',
): Promise<string> {
  return `${await server()}/${folder}/frame.html?${new URLSearchParams(parameters).toString()}`;
}

/** frame.html in an iframe of the test's own page, with all that it posts. */
export async function openFrame(
  parameters: Readonly<Record<string, string>>,
  { sandbox, width = 640, folder }: { sandbox?: string; width?: number; folder?: string } = {},
): Promise<{ iframe: HTMLIFrameElement; frame: Frame; posted: unknown[] }> {
  const iframe = document.createElement('iframe');
  if (sandbox !== undefined) iframe.setAttribute('sandbox', sandbox);
  Object.assign(iframe.style, { border: '0', display: 'block', width: `${width}px`, height: '500px' });
  const posted: unknown[] = [];
  window.addEventListener('message', ({ source, data }) => {
    if (source && source === iframe.contentWindow && !data?.probe) posted.push(data);
  });
  iframe.src = await frameURL(parameters, folder);
  place().append(iframe);
  return { iframe, frame: new Frame(() => iframe.contentWindow), posted };
}

export interface HostPage {
  readonly iframe: () => HTMLIFrameElement;
  readonly frame: Frame;
  /** Everything the frame has posted since the page was opened, or the list was emptied. */
  readonly messages: unknown[];
  readonly errors: readonly string[];
}

/** A newsroom's page with one of the parents, and frame.html in it. */
export async function openHost(
  parent: string,
  parameters: Readonly<Record<string, string>>,
): Promise<HostPage> {
  const query = new URLSearchParams({ parent, src: await frameURL(parameters) });
  const page = await frameAt(`/test/embed/host.html?${query.toString()}`, true);
  const inner = page.contentWindow as unknown as { embedMessages: unknown[]; embedErrors: string[] };
  const iframe = (): HTMLIFrameElement => page.contentDocument!.querySelector('iframe')!;
  await until(
    () => iframe() as unknown,
    () => `an iframe: ${inner.embedErrors.join()}`,
    9000,
  );
  return {
    iframe,
    frame: new Frame(() => iframe().contentWindow),
    messages: inner.embedMessages,
    errors: inner.embedErrors,
  };
}

/** The newest height that a frame has told in AMP's words. */
export const toldHeight = (posted: readonly unknown[]): number | undefined =>
  (posted as { type?: string; height?: number }[]).filter((data) => data?.type === 'embed-size').at(-1)
    ?.height;

export { pause };
