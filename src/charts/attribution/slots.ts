/** Colours and motifs there are. */
export const SLOTS = 8;

// Known actors of the Sahel, by the ids that desks give them: the same look in every chart without being told.
const KNOWN: Readonly<Record<string, number>> = Object.assign(
  Object.create(null) as object,
  ...[
    'wagner africa-corps russia',
    'fama malian-army mali government-of-mali',
    'jnim gsim aqim',
    'is-sahel isgs issp iswap',
    'dan-na-ambassagou dozo dogon-militia',
    'fla csp mnla cma csp-dpa',
    'burkina-army vdp burkina',
    'niger-army niger',
  ].map((ids, i) => Object.fromEntries(ids.split(' ').map((id) => [id, i + 1]))),
) as Record<string, number>;

/** The one known actor that follows another: also alone it must not look like the one before. */
const SUCCESSOR = 'africa-corps';

interface SlotActor {
  readonly id: string;
  readonly slot?: number | undefined;
  readonly successorOf?: string | undefined;
}

/** How an actor is told apart: a hue and a motif, 1 to 8 each. */
export interface Look {
  readonly hue: number;
  readonly motif: number;
}

/**
 * The look of each actor: its `slot`, else the table of known actors, else a hash of its id; where two of one chart meet,
 * the later takes the next free slot. A successor keeps the hue and takes another motif. `page` holds what other charts of
 * a page have given already: one actor, one look.
 *
 * @returns looks in the order of the actors, and the actors that had to give way.
 */
export function assignLooks(
  actors: readonly SlotActor[],
  page: Map<string, Look> = new Map(),
): { looks: Look[]; moved: number[] } {
  const taken = new Set<number>();
  const moved: number[] = [];
  const looks = new Map<string, Look>();
  const isChild = ({ successorOf }: SlotActor): boolean => actors.some(({ id }) => id === successorOf);
  // Who has a slot by the desk's word chooses first, then who was on the page before.
  const wishes = actors.map((actor, index) => ({ actor, index }));
  const claim = ({ id, slot }: SlotActor): number => (slot ? 0 : page.has(id) ? 1 : 2);
  wishes.sort((a, b) => claim(a.actor) - claim(b.actor) || a.index - b.index);
  for (const { actor, index } of wishes) {
    if (isChild(actor) && !actor.slot) continue;
    const given = page.get(actor.id);
    const wish = actor.slot ?? given?.hue ?? KNOWN[actor.id] ?? (hash(actor.id) % SLOTS) + 1;
    let hue: number = wish;
    for (let i = 1; i < SLOTS && taken.has(hue); i++) hue = ((wish - 1 + i) % SLOTS) + 1;
    if (hue !== wish) moved.push(index);
    taken.add(hue);
    const motif = hue === given?.hue ? given.motif : actor.id === SUCCESSOR ? (hue % SLOTS) + 1 : hue;
    looks.set(actor.id, { hue, motif });
  }
  // A line of successors: each the hue of the one before, and a motif that nobody else has.
  for (let round = 0; round < actors.length && looks.size < actors.length; round++) {
    for (const { id, successorOf } of actors) {
      const before = successorOf === undefined || looks.has(id) ? undefined : looks.get(successorOf);
      if (!before) continue;
      const { hue } = before;
      let motif = (before.motif % SLOTS) + 1;
      const isWorn = (): boolean => [...looks.values()].some((one) => one.motif === motif);
      for (let i = 1; i < SLOTS && isWorn(); i++) motif = (motif % SLOTS) + 1;
      const given = page.get(id);
      looks.set(id, given?.hue === hue ? given : { hue, motif });
    }
  }
  for (const [id, look] of looks) if (!page.has(id)) page.set(id, look);
  return { looks: actors.map(({ id }) => looks.get(id) ?? { hue: 1, motif: 1 }), moved };
}

/** FNV-1a over UTF-16 units: the same on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}
