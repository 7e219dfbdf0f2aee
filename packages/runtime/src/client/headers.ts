import { checkHeader } from "../serialize/header.ts";
import { own } from "./pointer.ts";

/** Headers by name, in small letters. */
export type HeaderRecord = Record<string, string>;

/**
 * Adds the options of a client or call that travel in headers: those that `headerOptions` names, then its `headers`, of
 * which `undefined` removes one.
 *
 * @param headerOptions Option name to header name.
 * @returns the names that were removed.
 * @throws {TypeError} when one is not a string that a header can carry.
 */
export function addHeaders(
  headers: HeaderRecord,
  options: { readonly headers?: Readonly<Record<string, string | undefined>> },
  headerOptions: Readonly<Record<string, string>>,
): readonly string[] {
  const removed: string[] = [];
  for (const option of Object.keys(headerOptions)) {
    const value = own(options, option);
    const name = headerOptions[option] ?? option;
    if (value !== undefined) {
      headers[name.toLowerCase()] = checkHeader(name, value, `option "${option}"`);
    }
  }
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    const key = name.toLowerCase();
    if (value !== undefined) headers[key] = checkHeader(name, value);
    else if (delete headers[key]) removed.push(key);
  }
  return removed;
}
