/**
 * Splits a pointer into its tokens. RFC 6901, sections 3 and 4.
 *
 * @returns `undefined` when the text is not a pointer.
 */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === "") return [];
  if (!pointer.startsWith("/") || /~(?![01])/.test(pointer)) return undefined;
  // "~1" first: "~01" stands for "~1", not for "/".
  const tokens = pointer.slice(1).split("/");
  return tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function printPointer(tokens: readonly string[]): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join("");
}

export function escapeToken(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The own member `token` of an object or array; `undefined` when it is not there. */
export function getMember(value: unknown, token: string): { readonly value: unknown } | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  // RFC 6901, section 4: an index has no leading zero. `length` and the like are not members of an array.
  if (Array.isArray(value) && !/^(?:0|[1-9]\d*)$/.test(token)) return undefined;
  const descriptor = Object.getOwnPropertyDescriptor(value, token);
  return descriptor && { value: descriptor.value };
}

/** The value that `tokens` lead to, through own members only. */
export function getValue(
  root: unknown,
  tokens: readonly string[],
): { readonly value: unknown } | undefined {
  let found: { readonly value: unknown } | undefined = { value: root };
  for (const token of tokens) {
    found = getMember(found.value, token);
    if (!found) return undefined;
  }
  return found;
}

/**
 * Undoes the percent-encoding of a URI fragment. RFC 6901, section 6.
 *
 * A fragment that is not well encoded is taken as it is: many documents write `#/paths/~1v1~1100%` so.
 */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** A pointer as a URI fragment. RFC 6901, section 6. */
export function refToPointer(pointer: string): string {
  // Half a character cannot be written in UTF-8, and `encodeURI` would throw.
  const whole = pointer.replace(/\p{Surrogate}/gu, "\ufffd");
  return `#${encodeURI(whole).replaceAll("#", "%23")}`;
}
