// The parent's half of the protocol, for host.ts and host-tag.ts.

/** Limits of what a frame may ask for, px. */
export interface ListenOptions {
  /** Default 50. */
  readonly min?: number;
  /** Default 5000. */
  readonly max?: number;
}

/** Gives the iframe the height in this message, if the message is its own. */
export function resize(
  iframe: HTMLIFrameElement,
  { source, data }: MessageEvent,
  { min = 50, max = 5000 }: ListenOptions = {},
): void {
  if (!source || source !== iframe.contentWindow) return;
  const height = heightIn(data, min, max);
  if (height === undefined) return;
  iframe.style.setProperty('min-height', '0', 'important');
  iframe.style.setProperty('max-height', 'none', 'important');
  iframe.style.setProperty('height', `${height}px`, 'important');
}

/** For a frame that was there before us; one that is still loading speaks by itself. */
export function askForHeight({ contentWindow }: HTMLIFrameElement): void {
  // The words of @newswire/frames, which our frames and theirs answer.
  contentWindow?.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*');
}

/** The height in a frame's message, between the limits; nothing for any other message. */
export function heightIn(message: unknown, min: number, max: number): number | undefined {
  if (typeof message !== 'object' || !message) return undefined;
  const { sentinel, type, height } = message as Readonly<Record<string, unknown>>;
  if (sentinel !== 'amp' || type !== 'embed-size' || !Number.isInteger(height)) return undefined;
  return Math.min(max, Math.max(min, height as number));
}
