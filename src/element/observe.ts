/** Calls back with an element's content width and its whole width, px. */
type OnWidth = (content: number, outer: number) => void;

const widths = new WeakMap<Element, OnWidth>();
let sizes: ResizeObserver | undefined;

/** Watches only the width (a height that follows it would run in circles); one observer serves a whole page. */
export function observeWidth(element: Element, onWidth: OnWidth): () => void {
  // In the next frame: a height that changes while sizes are being delivered is an error on the page's window.
  sizes ??= new ResizeObserver((entries) => {
    requestAnimationFrame(() => {
      for (const { target, contentBoxSize, borderBoxSize } of entries) {
        widths.get(target)?.(contentBoxSize[0]!.inlineSize, borderBoxSize[0]!.inlineSize);
      }
    });
  });
  widths.set(element, onWidth);
  sizes.observe(element);
  return () => {
    widths.delete(element);
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
