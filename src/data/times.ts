/** A list of as many things as are made. `Array.from` is not asked: old libraries in a page put their own in its place. */
export function times<T>(count: number, make: (index: number) => T): T[] {
  const list: T[] = [];
  for (let i = 0; i < count; i++) list.push(make(i));
  return list;
}
