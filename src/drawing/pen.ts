/**
 * The type of a pen: a template tag. In a page it is Lit's `svg`, in Node and for files it is `markup`; a drawing is the
 * same function for both. Drawings use whole attribute values, texts and lists: no events, directives or `nothing`.
 */
export type Pen<T> = (strings: TemplateStringsArray, ...values: readonly unknown[]) => T;
