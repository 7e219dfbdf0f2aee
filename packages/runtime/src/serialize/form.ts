import type { EncodingDescriptor } from "../contract.ts";
import { escapeUnreserved, writeDeep, writePairs } from "./query.ts";
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
    const escape = own?.allowReserved ? escapeUnreserved : escapeForm;
    if (isWhole(own) && !hasStyle(own)) {
      if (value !== undefined)
        text += `&${escapeForm(name)}=${escapeForm((own?.codec ?? JSON).stringify(value))}`;
    } else if (hasStyle(own) || !isNested(value) || (isList(value) && !holdsNested(value))) {
      text += writePairs(name, value, own?.style, own?.explode, escape);
    } else text += writeDeep(`&${escapeForm(name)}`, value, escape);
  }
  return text.slice(1);
}

/** Whether a value is written as JSON, whole. */
export function isWhole(encoding: EncodingDescriptor | undefined): boolean {
  return encoding?.contentType !== undefined && /[/+]json\b/i.test(encoding.contentType);
}

/** Whether an encoding says how a value is parted. Then its media type counts for nothing: section 4.8.15.1. */
export function hasStyle(encoding: EncodingDescriptor | undefined): boolean {
  return encoding?.style !== undefined || encoding?.explode !== undefined;
}

/** As in a URL, but for the space, which a form writes as `+`. URL Standard, section 5.2. */
function escapeForm(text: string): string {
  const escaped = escapeText(text);
  return escaped === text ? text : escaped.replaceAll("%20", "+");
}
