import type { EncodingDescriptor } from "../contract.ts";
import { writeDeep, writePairs } from "./query.ts";
import { escapeText, holdsNested, isList, isNested } from "./style.ts";

/**
 * Writes an `application/x-www-form-urlencoded` body. OpenAPI 3.1, section 4.8.15 (Encoding Object).
 *
 * `undefined` is left out, `null` is written as an empty value. A property without an encoding that is an object, or a
 * list of objects or lists, is written in the style `deepObject`: the default of the standard would lose its name.
 *
 * @param encoding By property.
 */
export function writeForm(
  values: Readonly<Record<string, unknown>>,
  encoding: Readonly<Record<string, EncodingDescriptor>> = {},
): string {
  let text = "";
  for (const name of Object.keys(values)) {
    const value = values[name];
    const own = Object.hasOwn(encoding, name) ? encoding[name] : undefined;
    text +=
      own || !isNested(value) || (isList(value) && !holdsNested(value))
        ? writePairs(name, value, own?.style, own?.explode, escapeForm)
        : writeDeep(`&${escapeForm(name)}`, value, escapeForm);
  }
  return text.slice(1);
}

/** As in a URL, but for the space, which a form writes as `+`. URL Standard, section 5.2. */
function escapeForm(text: string): string {
  const escaped = escapeText(text);
  return escaped === text ? text : escaped.replaceAll("%20", "+");
}
