/**
 * The words that frames and their parents exchange. A newsroom's page already has a script that resizes frames; each
 * knows one form of the same sentence, "I am 613 px high", so a frame says it in all of them. Height only: the older
 * protocols also carry "go to this address" and "scroll there", which a chart never says.
 */

/** What a frame knows of itself, from its own address and from what its parent has said. */
export interface FrameFacts {
  /** The address it was loaded with, to the letter: some parents look for the iframe by it. */
  readonly address: string;
  /** The chart's name; it stands in the address. */
  readonly id: string;
  /** The name that pym.js gave the frame. */
  readonly pymId?: string;
  /** The word that WordPress gave the frame. */
  readonly secret?: string;
  /** The name that iframe-resizer gave the frame. */
  readonly resizerId?: string;
  /** True once an open-iframe-resizer parent has spoken. */
  readonly isOpenResizer?: boolean;
}

/** A frame's size in whole px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Dialect = keyof typeof dialects;

/** What an incoming message wants. */
export interface Request {
  /** The frame knows more of itself now. */
  readonly learnt?: Partial<FrameFacts>;
  /** The height is to be told in these forms, changed or not. */
  readonly answer?: readonly Dialect[];
  /** The page around the frame has another look or language. */
  readonly set?: { readonly theme?: 'auto' | 'light' | 'dark'; readonly lang?: string };
}

type Say = (size: Size, facts: FrameFacts) => unknown;

/** How each family of parents is told a height; nothing where the frame has not met that family. */
const dialects = {
  // Old snippets look for an iframe whose src holds the key, new ones for the window that speaks.
  datawrapper: ({ height }, { id }) => ({ 'datawrapper-height': { [id]: height } }),
  // AMP, @newswire/frames, our own host.
  amp: ({ height }) => ({ sentinel: 'amp', type: 'embed-size', height }),
  // Medium, Embedly, Infogram, Flourish's readers.
  context: ({ height }, { address }) => JSON.stringify({ context: 'iframe.resize', src: address, height }),
  guardian: ({ height }, { id }) =>
    JSON.stringify({ type: 'set-height', value: height, id: `iframeMessenger:${id}` }),
  pym: ({ height }, { pymId }) => pymId && `pymxPYMx${pymId}xPYMxheightxPYMx${height}`,
  // iframe-resizer 3 to 5: the answer to its first message …
  resizerInit: ({ height, width }, { resizerId }) =>
    resizerId && `[iFrameSizer]${resizerId}:${height}:${width}:init`,
  // … and every later one. The legacy mode of open-iframe-resizer heeds no other event name.
  resizer: ({ height, width }, { resizerId }) =>
    resizerId && `[iFrameSizer]${resizerId}:${height}:${width}:resizeObserver`,
  openResizer: ({ height, width }, { isOpenResizer }) =>
    isOpenResizer && { type: 'iframe-resized', width, height },
  wordpress: ({ height }, { secret }) => secret && { message: 'height', value: height, secret },
} satisfies Record<string, Say>;

/** All but the answer to a first message. */
const everyday = (Object.keys(dialects) as Dialect[]).filter((name) => name !== 'resizerInit');

/** Said once, before anything is known: iframe-resizer waits for it. */
export const GREETING = '[iFrameResizerChild]Ready';

/** What a frame's address tells of it. */
export function readAddress(address: string): FrameFacts {
  const { searchParams, hash } = new URL(address);
  // Each is put into messages and, by old snippets, into selectors: letters, digits and little else.
  const word = (text: string | null | undefined, form = /^[\w-]{1,99}$/): string | undefined =>
    text && form.test(text) ? text : undefined;
  const file = /([\w-]+)(?:\.\w+)?$/.exec(searchParams.get('src') ?? '')?.[1];
  const pymId = word(searchParams.get('childId'), /^(?!.*xPYMx)[\w.:-]{1,99}$/);
  const secret = word(/[#?&]secret=([^&]*)/.exec(hash)?.[1], /^[A-Za-z0-9]{1,99}$/);
  return {
    address,
    id: word(searchParams.get('id')) ?? word(file) ?? 'sahel-chart',
    ...(pymId && { pymId }),
    ...(secret && { secret }),
  };
}

/** The messages that tell the parent this size, in every form or in some; none for a height that is not one. */
export function messagesFor(size: Size, facts: FrameFacts, forms: readonly Dialect[] = everyday): unknown[] {
  if (!Number.isInteger(size.height) || size.height < 1) return [];
  return forms.map((name) => (dialects[name] as Say)(size, facts)).filter((message) => message);
}

/** What a message from the parent wants of the frame; nothing if it is not for us. */
export function readRequest(message: unknown, { pymId, secret }: FrameFacts): Request | undefined {
  if (typeof message === 'string') {
    if (message.startsWith('[iFrameSizer]')) {
      const [resizerId, , sizesWidth, ...more] = message.slice(13).split(':');
      // Only the first message carries settings; the second of them is true or false.
      if (resizerId && more.length && /^(true|false)$/.test(sizesWidth!))
        return { learnt: { resizerId }, answer: ['resizerInit', 'resizer'] };
      return /^re(size|set)$/.test(resizerId!) ? { answer: ['resizer'] } : undefined;
    }
    return pymId && message.startsWith(`pymxPYMx${pymId}xPYMxwidthxPYMx`) ? { answer: ['pym'] } : undefined;
  }
  if (typeof message !== 'object' || !message) return undefined;
  const said = message as Readonly<Record<string, unknown>>;
  if (said.sentinel === 'amp' && said.type === 'frames-init') return { answer: ['amp'] };
  if (said.type === 'iframe-child-init' || said.type === 'iframe-get-child-dimensions')
    return { learnt: { isOpenResizer: true }, answer: ['openResizer'] };
  if (secret && said.message === 'ready' && said.secret === secret) return { answer: ['wordpress'] };
  if (said.source === 'sahel-charts' && said.type === 'set') return { set: readLook(said) };
  return undefined;
}

/** A theme and a language as a stranger gives them: in an address or a message. */
export function readLook({ theme, lang }: Readonly<Record<string, unknown>>): NonNullable<Request['set']> {
  return {
    ...((theme === 'auto' || theme === 'light' || theme === 'dark') && { theme }),
    ...(typeof lang === 'string' && /^[a-z]{2,3}(-[a-z\d]{1,8}){0,4}$/i.test(lang) && { lang }),
  };
}

/**
 * Where a chart's data may come from: the frame's own server, or an origin that the page's author has listed. Nobody
 * else's, or an address could show a forged chart under a paper's name. The frame's origin is read from its address,
 * because a sandboxed frame has none ("null") and yet stands on a server.
 */
export function allowedSource(src: string | null, page: string, others = ''): string | undefined {
  if (!src) return undefined;
  let url: URL;
  try {
    url = new URL(src, page);
  } catch {
    return undefined;
  }
  const { protocol, origin, username, password } = url;
  if (!/^https?:$/.test(protocol) || username || password) return undefined;
  return [new URL(page).origin, ...others.split(/\s+/)].includes(origin) ? url.href : undefined;
}
