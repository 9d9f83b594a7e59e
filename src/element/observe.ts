const resized = new WeakMap<Element, () => void>();
let sizes: ResizeObserver | undefined;

/**
 * Calls back when an element's size has changed; one observer serves a whole page. In the next frame: a size that
 * changes while sizes are being delivered is an error on the page's window.
 */
export function observeSize(element: Element, onResize: () => void): () => void {
  sizes ??= new ResizeObserver((entries) => {
    requestAnimationFrame(() => {
      for (const { target } of entries) resized.get(target)?.();
    });
  });
  resized.set(element, onResize);
  sizes.observe(element);
  return () => {
    resized.delete(element);
    sizes?.unobserve(element);
  };
}

const nearing = new WeakMap<Element, () => void>();
let near: IntersectionObserver | undefined;

/** Calls back once, when an element comes within 400 px of the viewport. */
export function whenNear(element: Element, onNear: () => void): () => void {
  near ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) nearing.get(target)?.();
    },
    { rootMargin: '400px' },
  );
  const stop = (): void => {
    nearing.delete(element);
    near?.unobserve(element);
  };
  nearing.set(element, () => {
    stop();
    onNear();
  });
  near.observe(element);
  return stop;
}

const printed = new Set<(isPrinting: boolean) => void>();
const onPaper = ({ type }: Event): void => {
  for (const call of printed) call(type === 'beforeprint');
};

/** Calls back before a page is put on paper, and after; the page is listened to once for all. */
export function onPrint(onChange: (isPrinting: boolean) => void): () => void {
  const listen = (how: 'addEventListener' | 'removeEventListener'): void => {
    if (printed.size) return;
    window[how]('beforeprint', onPaper);
    window[how]('afterprint', onPaper);
  };
  listen('addEventListener');
  printed.add(onChange);
  return () => {
    printed.delete(onChange);
    listen('removeEventListener');
  };
}

const readers = new Set<() => void>();
let tongues: MutationObserver | undefined;

/** Calls back when the language of something in the page has changed, shadow roots aside. */
export function onLanguage(onChange: () => void): () => void {
  tongues ??= new MutationObserver(() => {
    for (const call of readers) call();
  });
  if (!readers.size) tongues.observe(document, { subtree: true, attributeFilter: ['lang'] });
  readers.add(onChange);
  return () => {
    readers.delete(onChange);
    if (!readers.size) tongues?.disconnect();
  };
}
