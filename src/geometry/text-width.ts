/**
 * How wide a text is, without a page: advance widths of DejaVu Sans, the widest font of the stacks that readers have
 * (system-ui, Segoe UI, Roboto, Helvetica, Arial are all narrower). A label that fits here fits there; a test measures
 * both tables against the font in a browser. One character a glyph from U+0020 to U+007E, its code less 48 in 1/40 em.
 */
const REGULAR =
  '=ACRJWP;@@DR=?=>JJJJJJJJJJ>>RRRFXLLLOJHOO<<KGSNPIPLJINLXLIL@>@RDDIJFJI?JJ<<H<WJIJJAE@JHQHHEJ>JR';
const BOLD =
  '>CERLYS=CCER@A@?LLLLLLLLLL@@RRRHXOONRLLQR??OJXRSNSOMLQO]OMNC?CRDDKMHMLBMM>>K>ZMLMMDHDMKUJKHM?MR';

const NARROW_SPACE = 0.2;
/** Punctuation above U+00FF and other signs that labels use. */
const SIGNS: Readonly<Record<string, number>> = {
  '\u202f': NARROW_SPACE,
  '\u2009': NARROW_SPACE,
  '\u00a0': 0.35,
  '–': 0.5,
  '—': 1,
  '’': 0.38,
  '‘': 0.38,
  '“': 0.66,
  '”': 0.66,
  '«': 0.65,
  '»': 0.65,
  '…': 1,
  '·': 0.38,
  '≥': 0.84,
  '°': 0.5,
};

/** Width of a text in px, in the default stack or any font no wider than DejaVu Sans. */
export function textWidth(text: string, size: number, bold = false): number {
  const table = bold ? BOLD : REGULAR;
  const seen = bold ? boldSeen : regularSeen;
  let em = seen.get(text);
  if (em === undefined) {
    em = 0;
    for (const char of text) em += charWidth(char, table);
    if (seen.size >= MOST_SEEN) seen.clear();
    seen.set(text, em);
  }
  return em * size;
}

// A label is tried in several places: its width is measured once.
const regularSeen = new Map<string, number>();
const boldSeen = new Map<string, number>();
const MOST_SEEN = 500;

function charWidth(char: string, table: string): number {
  const known = tableWidth(char, table) ?? SIGNS[char];
  if (known !== undefined) return known;
  const code = char.codePointAt(0)!;
  // A letter with accents is as wide as its base, or a little wider (ľ, Ơ).
  if (code < 0x250) return (tableWidth(char.normalize('NFD')[0]!, table) ?? 1.05) + 0.1;
  if ((code >= 0x300 && code < 0x370) || code === 0x2068 || code === 0x2069) return 0;
  if ((code >= 0x64b && code < 0x660) || code === 0x670) return 0;
  if (code >= 0x590 && code < 0x780) return table === BOLD ? 0.85 : 0.75;
  return code < 0x1e00 ? 0.95 : code < 0x2000 ? 0.9 : 1.1;
}

function tableWidth(char: string, table: string): number | undefined {
  const index = char.charCodeAt(0) - 32;
  return index >= 0 && index < table.length ? (table.charCodeAt(index) - 48) / 40 : undefined;
}
