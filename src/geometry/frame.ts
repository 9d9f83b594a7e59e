/** The width classes, of the element's own width: narrow < 480 ≤ medium < 960 ≤ wide. */
export type WidthClass = 'narrow' | 'medium' | 'wide';

export function widthClass(width: number): WidthClass {
  return width < 480 ? 'narrow' : width < 960 ? 'medium' : 'wide';
}

/** Widths a drawing is laid out for (an element of 240 to 1,632 px); in a narrower place it is scaled down. */
export const NARROWEST = 208;
export const WIDEST = 1600;

/** A width that can be laid out. */
export function usableWidth(width: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));
}

/** Height of the plot itself, px: fixed per class, so that an embed does not jump when its column moves a little. */
export const PLOT_HEIGHT: Readonly<Record<WidthClass, number>> = { narrow: 200, medium: 280, wide: 340 };

/** Room above the highest mark for one line of its label, px. */
export const LINE_ABOVE = 22;

/** About how many steps the value axis has. */
export const VALUE_STEPS: Readonly<Record<WidthClass, number>> = { narrow: 3, medium: 4, wide: 5 };
