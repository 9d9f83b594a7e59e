import { english, findLanguage, type LanguagePack, registerLanguage } from '../words/language.js';

/** The language of an element: its own, else the nearest ancestor's, shadow roots crossed, else the document's, else English. */
export function languageOf(element: Element): string {
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    const tag = at instanceof Element ? at.getAttribute('lang') : null;
    if (tag) return tag;
  }
  return 'en';
}

/** The languages that come with us, each fetched when an element first needs it. */
const bundled: Readonly<Record<string, () => Promise<{ readonly default: LanguagePack }>>> = {
  ar: () => import('../words/languages/ar.js'),
  de: () => import('../words/languages/de.js'),
  es: () => import('../words/languages/es.js'),
  fr: () => import('../words/languages/fr.js'),
  pt: () => import('../words/languages/pt.js'),
};

const loading = new Map<string, Promise<void>>();
const failed = new Set<string>();

/**
 * The pack for a tag; nothing while a bundled one is on its way, and `onArrival` is called when that is settled. English
 * for a language that nobody has registered, or that could not be fetched.
 */
export function packFor(tag: string, onArrival: () => void): LanguagePack | undefined {
  const own = findLanguage(tag);
  const base = tag.toLowerCase().split('-')[0]!;
  // A newsroom's few sentences of its own for a language that comes with us: the others are fetched.
  const isWhole = own && Object.hasOwn(own.text, 'explorer');
  if (isWhole || failed.has(base) || !Object.hasOwn(bundled, base)) return own ?? english();
  let found = loading.get(base);
  if (!found) {
    found = bundled[base]!().then(
      ({ default: pack }) => {
        registerLanguage(pack);
        if (own) registerLanguage({ ...pack, ...own, tag: own.tag, text: { ...pack.text, ...own.text } });
      },
      () => void failed.add(base),
    );
    loading.set(base, found);
  }
  void found.then(onArrival);
  return undefined;
}
