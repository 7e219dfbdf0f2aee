/** The value of an own member; whatever is inherited, such as `constructor`, does not count. */
export function own(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

/**
 * The value at an RFC 6901 pointer; `undefined` where there is none. Own members only.
 *
 * @param pointer `""` is the whole, else it starts with a slash.
 */
export function readPointer(value: unknown, pointer: string): unknown {
  let found = value;
  for (const token of pointer.split("/").slice(1)) {
    found = own(found, token.replaceAll("~1", "/").replaceAll("~0", "~"));
  }
  return found;
}
