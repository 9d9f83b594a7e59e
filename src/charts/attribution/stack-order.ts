import { times } from '../../data/times.js';

/** A set of actors by their places in `actors`, ascending. */
export type ActorPlaces = readonly number[];

/** Steps one search may take: a chain is found in as many as it has sets; a hopeless tangle must not stop a page. */
const MOST_STEPS = 4000;

/**
 * An order of sets in which every actor's sets stand next to one another, as far as there is one. It depends on the sets
 * and on the order of the actors alone, never on a figure, so that new data cannot turn a stack over. Where no order
 * serves everybody, actors are served in their order, each only if those before stay served.
 *
 * @returns the sets in order, and the actors whose sets touch.
 */
export function orderSets(
  sets: readonly ActorPlaces[],
  actorCount: number,
): { order: ActorPlaces[]; touching: Set<number> } {
  const sorted = [...sets].sort(comparePlaces);
  const all = times(actorCount, (i) => i);
  let order = arrange(sorted, new Set(all));
  if (order) return { order, touching: new Set(all) };
  const served = new Set<number>();
  for (const actor of all) {
    const found = arrange(sorted, new Set([...served, actor]));
    if (!found) continue;
    served.add(actor);
    order = found;
  }
  return { order: order ?? sorted, touching: served };
}

/** By the first actor, then by the second: alone before together. */
function comparePlaces(a: ActorPlaces, b: ActorPlaces): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/** One order in which the sets of each served actor follow one another; nothing where there is none. */
function arrange(sets: readonly ActorPlaces[], served: ReadonlySet<number>): ActorPlaces[] | undefined {
  const order: ActorPlaces[] = [];
  for (const group of connected(sets, served)) {
    let steps = 0;
    const placed: ActorPlaces[] = [];
    const left = new Set(group);
    const place = (): boolean => {
      if (!left.size) return true;
      if (++steps > MOST_STEPS) return false;
      // Whoever stands in the last set and still has others must stand in the next.
      const open = (placed.at(-1) ?? []).filter(
        (actor) => served.has(actor) && [...left].some((set) => set.includes(actor)),
      );
      for (const set of [...left]) {
        if (!open.every((actor) => set.includes(actor))) continue;
        left.delete(set);
        placed.push(set);
        if (place()) return true;
        placed.pop();
        left.add(set);
      }
      return false;
    };
    if (!place()) return undefined;
    order.push(...placed);
  }
  return order;
}

/** Groups of sets that hang together by served actors, in the order of their first set. */
function connected(sets: readonly ActorPlaces[], served: ReadonlySet<number>): ActorPlaces[][] {
  const groups: ActorPlaces[][] = [];
  for (const set of sets) {
    const near = groups.filter((group) =>
      group.some((other) => other.some((actor) => served.has(actor) && set.includes(actor))),
    );
    if (!near.length) groups.push([set]);
    else {
      near[0]!.push(set);
      for (const other of near.slice(1)) near[0]!.push(...groups.splice(groups.indexOf(other), 1)[0]!);
      near[0]!.sort(comparePlaces);
    }
  }
  return groups;
}
