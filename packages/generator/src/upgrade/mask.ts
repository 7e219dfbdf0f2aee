/** What no document holds: noncharacters of Unicode around a word. */
const NAME = { plain: "__proto__", masked: "\uFDD0proto\uFDD1" };
const FILE = { plain: "file", masked: "\uFDD0file\uFDD1" };

/**
 * A deep copy without what the library cannot take.
 *
 * `__proto__` has another name, as a key and in texts: it assigns to names of the document, and under that one the value
 * would be lost. `type: file` is hidden as well: on meeting it in a deep place it takes time without end; see `mendSchema`.
 */
export function mask(value: unknown): unknown {
  return copy(value, (text, key) => {
    if (key === "type" && text === FILE.plain) return FILE.masked;
    return text.replaceAll(NAME.plain, NAME.masked);
  });
}

/** Undoes `mask`. Members without a value are left out. */
export function unmask(value: unknown): unknown {
  return copy(value, (text) =>
    text === FILE.masked ? FILE.plain : text.replaceAll(NAME.masked, NAME.plain),
  );
}

type Rename = (text: string, key?: string) => string;

function copy(value: unknown, rename: Rename, key?: string): unknown {
  if (typeof value === "string") return rename(value, key);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => copy(item, rename));
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.map(([name, member]) => [rename(name), copy(member, rename, name)]),
  );
}
