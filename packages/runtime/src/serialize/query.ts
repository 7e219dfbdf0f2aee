import type { ParameterDescriptor, ParameterStyle } from "../contract.ts";
import { escapeText, holdsNested, isList, isNested, joinParts, scalarText } from "./style.ts";
import type { Escape } from "./style.ts";

/**
 * Writes one query parameter as `name=value` pairs, each with `&` in front; nothing when the value is `undefined`.
 *
 * OpenAPI 3.1, section 4.8.12.2, the styles `form`, `spaceDelimited`, `pipeDelimited` and `deepObject`.
 */
export function writeQuery(parameter: ParameterDescriptor, value: unknown): string {
  const { name, style, explode, allowReserved } = parameter;
  return writePairs(name, value, style, explode, allowReserved ? escapeUnreserved : escapeText);
}

/**
 * Writes the pairs of one name, for queries, forms and cookies.
 *
 * Parts that have parts themselves, of which the standard says nothing outside `deepObject`, are written in its way.
 */
export function writePairs(
  name: string,
  value: unknown,
  style: ParameterStyle = "form",
  explode: boolean = style === "form",
  escape: Escape = escapeText,
  separator = "&",
): string {
  if (value === undefined) return "";
  const key = separator + escape(name, true);
  if (!isNested(value)) return `${key}=${escape(scalarText(value))}`;
  if (style === "deepObject" || holdsNested(value)) return writeDeep(key, value, escape);
  if (explode) return joinParts(value, separator, "=", escape, `${key.slice(1)}=`);
  const sign = style === "spaceDelimited" ? "%20" : style === "pipeDelimited" ? "%7C" : ",";
  const text = joinParts(value, sign, sign, escape).slice(sign.length);
  return text && `${key}=${text}`;
}

/**
 * Writes the pairs of one name in the style `deepObject`, as deep as the value goes: `a[b]=1`, `a[0][b]=1`.
 *
 * The brackets stay as they are, everything else in a key is escaped.
 *
 * @param key The name so far, escaped, with its separator in front.
 */
export function writeDeep(key: string, value: unknown, escape: Escape): string {
  if (value === undefined) return "";
  if (!isNested(value)) return `${key}=${escape(scalarText(value))}`;
  let text = "";
  if (isList(value)) {
    let index = 0;
    for (const item of value) {
      if (item !== undefined) text += writeDeep(`${key}[${index++}]`, item, escape);
    }
    return text;
  }
  for (const name of Object.keys(value)) {
    text += writeDeep(`${key}[${escape(name, true)}]`, value[name], escape);
  }
  return text;
}

/**
 * Leaves reserved characters of values as they are, where `allowReserved` asks for it. OpenAPI 3.1, section 4.8.12.
 *
 * Five stay escaped all the same, since unescaped they would change what the query says: `#`, `&`, `+`, `[` and `]`.
 */
export function escapeUnreserved(text: string, isKey = false): string {
  const escaped = escapeText(text);
  return isKey
    ? escaped
    : escaped.replace(/%(?:2[14789ACF]|3[ABDF]|40)/g, (code) => decodeURIComponent(code));
}
