import { inspect } from "node:util";

/** All that can be printed of a value: its texts, its JSON, what inspection shows, and every string that hangs on it. */
export function told(value: unknown): readonly string[] {
  const shown = [inspect(value, { depth: Infinity, showHidden: true, getters: true })];
  for (const print of [String, JSON.stringify]) {
    try {
      shown.push(print(value) ?? "");
    } catch {
      // What cannot be printed tells nothing.
    }
  }
  return [...shown, ...stringsOf(value)];
}

/** Every string that is reached through properties, hidden ones and those of causes included. */
function stringsOf(root: unknown): readonly string[] {
  const strings: string[] = [];
  const waiting = [root];
  const seen = new Set<unknown>();
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === "string") strings.push(value);
    if ((typeof value !== "object" && typeof value !== "function") || value === null) continue;
    if (seen.has(value)) continue;
    seen.add(value);
    for (const name of Reflect.ownKeys(value)) {
      if (typeof name === "string") strings.push(name);
      // Getters as they are asked: what they give is told as well.
      try {
        waiting.push(Reflect.get(value, name));
      } catch {
        // One that throws tells nothing.
      }
    }
    if (value instanceof Map || value instanceof Set || value instanceof Headers) {
      waiting.push(...value);
    }
  }
  return strings;
}
