import type { ErrorCode } from '../data/contract-error.js';

/** Headers and body together, ms. */
export const DEADLINE = 10_000;
/** Most bytes of a body: 2 MiB. */
export const LARGEST = 2 ** 21;

/** Why a file could not be had; `retryable` says whether the same request may succeed later. */
export class LoadError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;

  constructor(code: ErrorCode, message: string, retryable = false) {
    super(message);
    this.code = code;
    this.retryable = retryable;
  }
}

/**
 * Fetches one JSON file: no credentials, no referrer path, 10 s for all of it, 2 MiB counted while it streams, decoded
 * strictly as UTF-8. A web page sent instead of data (a login, an error) is refused by its type. With `redirect: 'error'`
 * an address that sends on to another is refused.
 *
 * @throws LoadError; after an abort by `signal`, anything.
 */
export async function loadJSON(
  address: string,
  base: string,
  signal: AbortSignal,
  redirect: RequestRedirect = 'follow',
): Promise<unknown> {
  const deadline = new AbortController();
  const stop = (): void => deadline.abort();
  const timer = setTimeout(stop, DEADLINE);
  signal.addEventListener('abort', stop);
  try {
    const url = new URL(address, base);
    if (!/^https?:$/.test(url.protocol))
      throw new LoadError('E_NETWORK', 'src is not an http or https address');
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'strict-origin',
      redirect,
      signal: deadline.signal,
    });
    const { ok, status, headers, body } = response;
    if (!ok) throw new LoadError('E_HTTP', `the server answered ${status}`, status >= 500 || status === 429);
    if (url.protocol === 'https:' && !response.url.startsWith('https:'))
      throw new LoadError('E_NETWORK', 'sent on to an unsafe address');
    const type = headers.get('content-type') ?? 'no type';
    if (!/^\s*(application\/json|text\/(json|plain)|[\w.-]+\/[\w.+-]+\+json)\s*(;|$)/i.test(type)) {
      throw new LoadError('E_MIME', `the server sent ${type.slice(0, 80)}, not JSON`);
    }
    // Decoded as it comes, so that nothing larger than the limit is ever held.
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const reader = body!.getReader();
    let text = '';
    let size = 0;
    for (let part = await reader.read(); ; part = await reader.read()) {
      size += part.value?.length ?? 0;
      if (size > LARGEST) throw new LoadError('E_TOO_LARGE', 'the file is larger than 2 MiB');
      try {
        text += decoder.decode(part.value, { stream: !part.done });
      } catch {
        throw new LoadError('E_ENCODING', 'the file is not UTF-8');
      }
      if (part.done) return readJSON(text);
    }
  } catch (error) {
    if (error instanceof LoadError) throw error;
    throw deadline.signal.aborted
      ? new LoadError('E_TIMEOUT', 'no complete answer in time', true)
      : new LoadError('E_NETWORK', 'the request did not succeed', true);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    // Ends a body that is still streaming after a refusal.
    stop();
  }
}

/** JSON text as a value; a byte order mark is no fault. */
export function readJSON(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch (error) {
    throw new LoadError('E_JSON', String(error).slice(0, 160));
  }
}
