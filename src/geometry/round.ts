/** Coordinates to a tenth of a pixel: finer is not seen, and every digit is sent to every reader. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
