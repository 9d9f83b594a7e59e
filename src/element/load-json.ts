import type { ErrorCode } from '../data/contract-error.js';

/** Headers and body together, ms. */
export const DEADLINE = 10_000;
/** Most bytes of a body: 2 MiB. */
export const LARGEST = 2 * 1024 * 1024;

/** Why a file could not be had; `retryable` says whether the same request may succeed later. */
export class LoadError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;

  constructor(code: ErrorCode, message: string, retryable = false) {
    super(message);
    this.name = 'LoadError';
    this.code = code;
    this.retryable = retryable;
  }
}

/**
 * Fetches one JSON file: no credentials, no referrer path, 10 s for all of it, 2 MiB counted while it streams, decoded
 * strictly as UTF-8. A web page sent instead of data (a login, an error) is refused by its type.
 *
 * @throws LoadError; an abort by `signal` throws the signal's own reason.
 */
export async function loadJSON(address: string, base: string, signal: AbortSignal): Promise<unknown> {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    throw new LoadError('E_NETWORK', 'src is not an address.');
  }
  if (!/^https?:$/.test(url.protocol))
    throw new LoadError('E_NETWORK', 'src is not an http or https address.');
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), DEADLINE);
  const stop = (): void => deadline.abort();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const response = await fetch(url.href, {
      credentials: 'omit',
      referrerPolicy: 'strict-origin',
      signal: deadline.signal,
      headers: { accept: 'application/json, text/plain;q=0.5' },
    });
    return parseJSON(await readBody(checkResponse(response, url)));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof LoadError) throw error;
    if (deadline.signal.aborted)
      throw new LoadError('E_TIMEOUT', `No complete answer within ${DEADLINE / 1000} seconds.`, true);
    throw new LoadError('E_NETWORK', 'The request did not succeed.', true);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    deadline.abort();
  }
}

function checkResponse(response: Response, asked: URL): Response {
  if (!response.ok) {
    throw new LoadError(
      'E_HTTP',
      `The server answered ${response.status}.`,
      response.status >= 500 || response.status === 429,
    );
  }
  const { protocol } = new URL(response.url || asked.href);
  if (protocol !== asked.protocol && protocol !== 'https:')
    throw new LoadError('E_NETWORK', 'The request was sent on to an unsafe address.');
  const type = (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (!/^(application\/json|text\/json|text\/plain|.+\/.+\+json)$/.test(type)) {
    throw new LoadError('E_MIME', `The server sent ${type || 'no type'}, not JSON.`);
  }
  return response;
}

async function readBody(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > LARGEST) {
      await reader.cancel();
      throw new LoadError('E_TOO_LARGE', `The file is larger than ${LARGEST / 1024 / 1024} MiB.`);
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function parseJSON(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new LoadError('E_ENCODING', 'The file is not UTF-8.');
  }
  return readJSON(text);
}

/** JSON text as a value; a byte order mark is no fault. */
export function readJSON(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch (error) {
    throw new LoadError('E_JSON', error instanceof Error ? error.message.slice(0, 160) : 'not JSON');
  }
}
