/** What a cell with a figure says. */
export interface Figure {
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly isMinimum?: boolean;
}

const NUMBER = String.raw`\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?`;
const PLAIN = new RegExp(`^(${NUMBER})$`);
const MINIMUM = new RegExp(
  String.raw`^(?:(?:≥|>=|at least|au moins|min\.?)\s*(${NUMBER})|(${NUMBER})\s*\+)$`,
  'i',
);
const RANGE = new RegExp(String.raw`^(${NUMBER})\s*(?:[–—-]|to|à)\s*(${NUMBER})$`, 'i');

/**
 * Reads a figure as desks write it: "924", "1 204", "51,7", "≥120", "412–498", or nothing where it is not known. What is no
 * figure ("dozens", "n/a", "about 40") is never made into one.
 *
 * @param hasPoints True in a sheet parted by commas: there decimals have points.
 * @throws Error with a sentence for the desk.
 */
export function readFigure(cell: string, hasPoints = true): Figure {
  const text = cell.replace(/[\s\u00a0\u2009\u202f]+/g, ' ').trim();
  if (!text) return { value: null };
  const [, plain] = PLAIN.exec(text) ?? [];
  if (plain) return { value: toNumber(plain, hasPoints) };
  const [, least, more] = MINIMUM.exec(text) ?? [];
  if (least ?? more) return { value: toNumber((least ?? more)!, hasPoints), isMinimum: true };
  const [, from, to] = RANGE.exec(text) ?? [];
  if (from && to) {
    const [low, high] = [toNumber(from, hasPoints), toNumber(to, hasPoints)];
    if (low > high) throw new Error(`“${text}” runs downwards: write the low figure first.`);
    return { value: null, low, high };
  }
  throw new Error(
    `“${text.slice(0, 40)}” is not a number. Write a number, a range such as 412–498, or leave the cell empty where the figure is not known.`,
  );
}

function toNumber(text: string, hasPoints: boolean): number {
  const plain = text.replaceAll(' ', '');
  // 1,234 is a thousand in one country and one and a bit in the next, and so is 1.234; a chart must not choose.
  const isDoubtful = /,\d{3}$/.test(plain) || (!hasPoints && /^[1-9]\d{0,2}\.\d{3}$/.test(plain));
  if (isDoubtful)
    throw new Error(
      `“${text}” can mean two numbers: write ${plain.replace(/[.,]/, '')}, or ${plain.replace(',', '.')}${hasPoints ? ' with a point' : '0 with one decimal more'}.`,
    );
  return Number(plain.replace(',', '.'));
}

export type ActorsCell =
  | { readonly actors: 'unattributed' | 'total' }
  | { readonly actors: readonly string[]; readonly link?: 'joint' | 'disputed' | 'unsplit' };

const LINKS = { '+': 'joint', '/': 'disputed', '&': 'unsplit' } as const;

/**
 * Reads who a row is about: "wagner", "wagner + fama" (both together), "wagner / jnim" (disputed), "wagner & fama" (not
 * separated by the source), "unattributed", or "total" for the published total of the period.
 *
 * @param idOf the id of an actor by its id or name, if there is one
 * @throws Error with a sentence for the desk.
 */
export function readActors(cell: string, idOf: (name: string) => string | undefined): ActorsCell {
  const text = cell.trim();
  const plain = text.toLowerCase();
  if (plain === 'unattributed' || plain === 'total') return { actors: plain };
  const known = idOf(text);
  if (known !== undefined) return { actors: [known] };
  const signs = [...new Set([...text].filter((char): char is keyof typeof LINKS => char in LINKS))];
  if (signs.length > 1)
    throw new Error(`“${text}” mixes ${signs.join(' and ')}: one row has one kind of link.`);
  const [sign] = signs;
  const names = sign ? text.split(sign).map((name) => name.trim()) : [text];
  const missing = names.find((name) => idOf(name) === undefined);
  if (missing === undefined) return { actors: names.map((name) => idOf(name)!), link: LINKS[sign!] };
  const several = missing.split(/\s*[,;]\s*|\s+(?:and|et)\s+|\s+/).filter((name) => idOf(name) !== undefined);
  throw new Error(
    several.length > 1
      ? `“${missing}” names several actors without a sign: + for both together, / for disputed, & where the source does not separate them.`
      : missing
        ? `“${missing}” is no actor of the about sheet.`
        : 'the cell is empty: write an actor, or unattributed.',
  );
}
