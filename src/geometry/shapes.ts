/** Path data by the name of its mark; a mark that is not in the picture has no entry. */
export type Shapes = Record<string, string>;

/** Adds to a mark's path. */
export function addShape(shapes: Shapes, name: string, path: string): void {
  shapes[name] = (shapes[name] ?? '') + path;
}
