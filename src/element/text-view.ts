import { html, type TemplateResult } from 'lit';

/**
 * Whether a file can be handed to the reader. A sandboxed frame has no origin of its own, and a download from it does not
 * start, without a word; a page from the reader's own disk has none either, but can.
 */
export function canDownload(): boolean {
  return window.origin !== 'null' || location.protocol === 'file:';
}

interface TextViewOptions {
  /** Name of the text for a screen reader. */
  readonly name: string;
  /** Words of the two buttons, and what is said after the first. */
  readonly copy: string;
  readonly close: string;
  readonly copied: string;
  readonly onClose: () => void;
}

/** A file as text that the reader can see, select and copy: for pages that let nothing be downloaded. */
export function renderTextView(
  text: string,
  { name, copy, close, copied, onClose }: TextViewOptions,
): TemplateResult {
  const onCopy = async ({ currentTarget }: Event): Promise<void> => {
    const view = (currentTarget as Element).parentElement!;
    const isCopied = await copyText(view.querySelector('textarea')!);
    const word = view.querySelector('[role=status]')!;
    word.textContent = isCopied ? copied : '';
    // Said again, and heard again, the next time.
    setTimeout(() => (word.textContent = ''), 3000);
  };
  return html`<div class="text" part="message">
    <textarea readonly rows="8" aria-label=${name} .value=${text}></textarea>
    <button @click=${onCopy}>${copy}</button><button @click=${onClose}>${close}</button>
    <span role="status"></span>
  </div>`;
}

/** Puts the text on the clipboard; it stays selected, so that the reader sees what was taken and can take it by hand. */
async function copyText(field: HTMLTextAreaElement): Promise<boolean> {
  field.focus();
  field.select();
  // First the old way, which works in every frame during a click; the new one asks leave, and a refusal comes too late.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (document.execCommand('copy')) return true;
  // Where the page lends no clipboard there is none, whatever the types say.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  return (
    clipboard?.writeText(field.value).then(
      () => true,
      () => false,
    ) ?? false
  );
}
