/** Turns a value, or a key, into text that may stand in a URL or a form. */
export type Escape = (text: string, isKey?: boolean) => string;

/**
 * Percent-encodes everything but the unreserved characters of RFC 3986, section 2.3, as RFC 6570 asks for `{name}`.
 *
 * A lone surrogate becomes U+FFFD, as in the URL Standard. Text without anything to escape is given back as it is.
 */
export function escapeText(text: string): string {
  // Most values are ids and numbers: one look is cheaper than one encoding.
  return /^[\w.~-]*$/.test(text)
    ? text
    : encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd")).replace(
        /[!'()*]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      );
}

/** A value with parts. */
export type Nested = readonly unknown[] | Readonly<Record<string, unknown>>;

/** Whether a value has parts: an object or an array. A `Date` has none, it is one moment. */
export function isNested(value: unknown): value is Nested {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Whether a part of an object or array has parts itself, for which only the style `deepObject` has a spelling. */
export function holdsNested(value: Nested): boolean {
  return Object.values<unknown>(value).some(isNested);
}

/** @throws {TypeError} for a value that only `deepObject` could write, where another style is due. */
export function checkFlat(name: string, value: unknown): void {
  if (isNested(value) && holdsNested(value)) {
    throw new TypeError(
      `The parameter "${name}" must not have lists or objects inside another one.`,
    );
  }
}

/** The text of a value without parts. `null` is empty, a `Date` is written as in RFC 3339. */
export function scalarText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null) return "";
  return value instanceof Date ? value.toISOString() : String(value);
}

/**
 * Writes the parts of an object or array one after the other, a delimiter before each; `undefined` is left out.
 *
 * Every style but `deepObject` is this walk with other signs between the parts.
 *
 * @param delimiter Stands before each part.
 * @param pair Stands between the key and the value of a property.
 * @param itemPrefix Stands before each item of an array.
 */
export function joinParts(
  value: Nested,
  delimiter: string,
  pair: string,
  escape: Escape,
  itemPrefix = "",
): string {
  let text = "";
  if (isList(value)) {
    for (const item of value) {
      if (item !== undefined) text += delimiter + itemPrefix + escape(scalarText(item));
    }
    return text;
  }
  for (const key of Object.keys(value)) {
    const part = value[key];
    if (part !== undefined) text += delimiter + escape(key, true) + pair + escape(scalarText(part));
  }
  return text;
}
