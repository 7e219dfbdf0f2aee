/** `root` with `value` in the place that `tokens` lead to, copied along the way; unchanged where there is no such place. */
export function putAt(root: unknown, tokens: readonly string[], value: unknown): unknown {
  const [token, ...rest] = tokens;
  if (token === undefined) return value;
  if (typeof root !== "object" || root === null || !Object.hasOwn(root, token)) return root;
  if (Array.isArray(root)) {
    return root.map((item: unknown, index) =>
      String(index) === token ? putAt(item, rest, value) : item,
    );
  }
  const members = Object.entries(root).map(([key, member]): [string, unknown] => {
    return [key, key === token ? putAt(member, rest, value) : member];
  });
  return Object.fromEntries(members);
}
