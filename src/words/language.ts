import { pageShared } from '../data/page-shared.js';

/** CLDR plural categories. */
export type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** A template with `{slots}`, or one per plural form of the number it speaks of. */
export type Text = string | (Partial<Record<PluralForm, string>> & { readonly other: string });

/**
 * A language as data: how it writes numbers and dates, and its sentences. Nothing here comes from `Intl`, so that Node and
 * every browser print the same, and languages that browsers do not know (Bambara, Fulfulde, Hausa) work as well as the
 * bundled ones. A missing sentence is said in English; a month never is, because `months` is required.
 */
export interface LanguagePack {
  /** BCP 47 tag, such as "fr" or "ar-u-nu-arab". */
  readonly tag: string;
  /** The language's name in itself: "Français". */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** The ten digits, when they are not 0 to 9. */
  readonly digits?: string;
  /** Between thousands: "," or U+202F. */
  readonly group: string;
  readonly decimal: string;
  /** Fewest digits that are grouped: 5 where four-digit numbers stay together (Spanish, Portuguese). Default 4. */
  readonly groupFrom?: number;
  /** Twelve names, from January. */
  readonly months: readonly string[];
  readonly monthsShort: readonly string[];
  /** How the first day of a month is written where it is not "1": "1er". */
  readonly firstDay?: string;
  /** The plural form of a whole number; `Intl.PluralRules` is asked where this is absent. */
  readonly plural?: (n: number) => PluralForm;
  /** A last touch on every sentence, for what templates cannot know: « de » before a vowel is « d’ ». */
  readonly polish?: (text: string) => string;
  readonly text: Texts;
}

/** Sentences by key. A key may carry refinements after dots ("done.killed.everyone"), which win over the shorter key. */
export type Texts = Readonly<Record<string, Text>>;

const registered = (): Map<string, LanguagePack> =>
  pageShared('languages', () => new Map<string, LanguagePack>());

/**
 * Adds a language, or more sentences to one that is there: later ones win, and what they leave out stays. A newsroom can
 * register its own pack; charts drawn after that use it.
 *
 * @throws TypeError for a pack that cannot write a number or a date, or whose sentences are none.
 */
export function registerLanguage(pack: LanguagePack): void {
  const { tag } = pack;
  if (typeof tag !== 'string' || !tag) throw new TypeError('invalid language pack: tag is missing');
  const languages = registered();
  const key = tag.toLowerCase();
  const known = languages.get(key);
  const whole = known ? { ...known, ...pack, text: { ...known.text, ...pack.text } } : pack;
  const fault = faultOf(whole);
  if (fault) throw new TypeError(`invalid language pack ${tag}: ${fault}`);
  languages.set(key, whole);
}

/** What a pack lacks, as a newsroom's script may hand it over: its types were never checked. */
function faultOf({ dir, group, decimal, digits, months, monthsShort, text }: LanguagePack): string {
  const isText = (value: unknown): boolean => typeof value === 'string';
  for (const [field, names] of Object.entries({ months, monthsShort }))
    if (!Array.isArray(names) || names.length !== 12 || !names.every((name) => name && isText(name)))
      return `${field} needs twelve names`;
  if (!/^(ltr|rtl)$/.test(dir)) return 'dir is neither "ltr" nor "rtl"';
  if (!isText(group)) return 'group is missing';
  if (!isText(decimal)) return 'decimal is missing';
  if (digits !== undefined && [...digits].length !== 10) return 'digits needs ten of them';
  if (typeof text !== 'object' || !(text as unknown)) return 'text is missing';
  const bad = Object.keys(text).find(
    (key) => !isText(text[key]) && !isText((text[key] as { other?: unknown } | undefined)?.other),
  );
  return bad === undefined ? '' : `text.${bad} is no text, nor has it the form "other"`;
}

/** The registered pack for a tag, for its base language with the same digits, or for its base language, if there is one. */
export function findLanguage(tag: string): LanguagePack | undefined {
  const languages = registered();
  const key = tag.toLowerCase();
  const base = key.split('-')[0]!;
  // A region is less than the digits that are asked for: "ar-TD-u-nu-arab" is "ar-u-nu-arab".
  const [digits = ''] = /-u-.*/.exec(key) ?? [];
  return languages.get(key) ?? languages.get(base + digits) ?? languages.get(base);
}

/** The registered pack for a tag, its base language, or English. */
export function languageFor(tag: string): LanguagePack {
  return findLanguage(tag) ?? english();
}

export function english(): LanguagePack {
  const pack = registered().get('en');
  if (!pack) throw new Error('no language is registered: import "sahel-charts/lang/en" or a chart');
  return pack;
}

export type Slots = Readonly<Record<string, string | number>>;

/**
 * Says one sentence: the longest matching key of `key.a.b`, `key.a`, `key`, in the plural form of `count`, with its slots
 * filled. Slots are inserted as they are: numbers come formatted.
 */
export function say(pack: LanguagePack, key: string, slots: Slots = {}, count?: number): string {
  const text = findText(pack.text, key) ?? findText(english().text, key);
  if (text === undefined) return '';
  const template =
    typeof text === 'string'
      ? text
      : (text[count === undefined ? 'other' : pluralForm(pack, count)] ?? text.other);
  let pieces = cut.get(template);
  if (!pieces) cut.set(template, (pieces = template.split(/\{(\w+)\}/)));
  let said = pieces[0]!;
  // A slot's name stands between two texts.
  for (let i = 1; i < pieces.length; i += 2) said += `${slots[pieces[i]!] ?? ''}${pieces[i + 1]!}`;
  return pack.polish ? pack.polish(said) : said;
}

/** Templates, cut at their slots once: there are as many as the packs have sentences. */
const cut = new Map<string, string[]>();

function findText(texts: Texts, key: string): Text | undefined {
  for (let known = key; ; known = known.slice(0, known.lastIndexOf('.'))) {
    if (Object.hasOwn(texts, known)) return texts[known];
    if (!known.includes('.')) return undefined;
  }
}

const rules = new Map<string, Intl.PluralRules>();

function pluralForm({ plural, tag }: LanguagePack, n: number): PluralForm {
  if (plural) return plural(n);
  let rule = rules.get(tag);
  if (!rule) {
    try {
      rule = new Intl.PluralRules(tag);
    } catch {
      // A newsroom may call its language as it likes; a tag that no engine takes is counted as English is.
      rule = new Intl.PluralRules('en');
    }
    rules.set(tag, rule);
  }
  return rule.select(n);
}
