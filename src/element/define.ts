import { VERSION } from '../version.js';

export interface DefineOptions {
  /** First half of the tag; default "sahel". */
  readonly prefix?: string;
  /** Default: the page's `customElements`. */
  readonly registry?: CustomElementRegistry;
}

/** A server has no registry; there is nothing to register there. */
interface Page {
  readonly customElements?: CustomElementRegistry;
}

/** Registers a class under `prefix-name`. A tag that is taken is left as it is, with one warning that names both versions. */
export function defineElement(
  name: string,
  element: CustomElementConstructor,
  options: DefineOptions = {},
): void {
  const { prefix = 'sahel', registry = (globalThis as Page).customElements } = options;
  if (!registry) return;
  const tag = `${prefix}-${name}`;
  const taken = registry.get(tag);
  if (taken) {
    if (taken !== element && Object.getPrototypeOf(taken) !== element) {
      const { version } = taken.prototype as { readonly version?: unknown };
      console.warn(
        `<${tag}> is already defined (version ${typeof version === 'string' ? version : 'unknown'}); version ${VERSION} leaves it.`,
      );
    }
    return;
  }
  // One class can bear one name only: a second prefix gets a class of its own.
  registry.define(
    tag,
    prefix === 'sahel' && registry === globalThis.customElements ? element : class extends element {},
  );
}
