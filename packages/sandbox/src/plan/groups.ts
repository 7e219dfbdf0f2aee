/** Names that mean the same thing, put together: disjoint sets. */
export class Groups {
  readonly #parent = new Map<string, string>();

  /** The name that stands for all of a group: the one that was there first. */
  of(name: string): string {
    let at = name;
    for (let next = this.#parent.get(at); next !== undefined; next = this.#parent.get(at))
      at = next;
    return at;
  }

  join(first: string, second: string): void {
    const left = this.of(first);
    const right = this.of(second);
    if (left !== right) this.#parent.set(right, left);
  }
}

/** Items by a key, in their order. */
export function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }
  return groups;
}
