import { checkHeader } from "../serialize/header.ts";
import { own } from "./pointer.ts";

/** Headers by name, in small letters; `undefined` keeps even a header of the credentials away. */
export type HeaderRecord = Record<string, string | undefined>;

/**
 * Adds the options that travel as a header.
 *
 * @param headerOptions Option name to header name.
 * @throws {TypeError} when one is not a string that a header can carry.
 */
export function addHeaderOptions(
  headers: HeaderRecord,
  options: object,
  headerOptions: Readonly<Record<string, string>>,
): void {
  for (const [option, name] of Object.entries(headerOptions)) {
    const value = own(options, option);
    if (value !== undefined) {
      headers[name.toLowerCase()] = checkHeader(name, value, `option "${option}"`);
    }
  }
}

/**
 * Adds headers of the caller's own; `undefined` removes one.
 *
 * @throws {TypeError} when one is not a string that a header can carry.
 */
export function addHeaders(
  headers: HeaderRecord,
  added: Readonly<HeaderRecord> | undefined = {},
): void {
  for (const [name, value] of Object.entries(added)) {
    headers[name.toLowerCase()] = value === undefined ? value : checkHeader(name, value);
  }
}
