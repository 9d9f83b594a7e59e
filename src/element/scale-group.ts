import { pageShared } from '../data/page-shared.js';

interface Member {
  requestUpdate(): void;
}

/**
 * Elements of a page that share a scale: each tells how far its own marks reach, and gets how far the farthest do.
 * `key` names the group and the unit; without one the member leaves.
 */
export function shareScale(member: Member, key: string | undefined, most = 0): number | undefined {
  const groups = pageShared('scales', () => new Map<string, Map<Member, number>>());
  let own: number | undefined;
  for (const name of new Set([...groups.keys(), ...(key === undefined ? [] : [key])])) {
    const members = groups.get(name) ?? new Map<Member, number>();
    if (name !== key && !members.has(member)) continue;
    const reach = (): number => Math.max(0, ...members.values());
    const before = reach();
    if (name === key) {
      members.set(member, most);
      groups.set(name, members);
      own = reach();
    } else members.delete(member);
    if (reach() !== before) for (const other of members.keys()) if (other !== member) other.requestUpdate();
    if (!members.size) groups.delete(name);
  }
  return own;
}
