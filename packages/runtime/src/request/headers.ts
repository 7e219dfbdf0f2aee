import { checkHeader } from "../serialize/header.ts";
import { own } from "../plain/pointer.ts";

/** Headers by name, in small letters. */
export type HeaderRecord = Record<string, string>;

/** Names of options that travel in headers, each with the name of its header. */
export type HeaderOptions = readonly (readonly [option: string, header: string])[];

/** Headers that somebody gave; one that is `undefined` is to be removed. */
export type GivenHeaders = Readonly<Record<string, string | undefined>>;

/**
 * Adds and removes the headers that somebody gave.
 *
 * @throws {TypeError} when one is not a string that a header can carry.
 */
export function addHeaders(headers: HeaderRecord, given: GivenHeaders = {}): void {
  for (const [name, value] of Object.entries(given)) {
    const key = name.toLowerCase();
    if (value === undefined) delete headers[key];
    else headers[key] = checkHeader(name, value);
  }
}

/**
 * Adds the options of a client or call that travel in headers.
 *
 * @throws {TypeError} when one is not a string that a header can carry.
 */
export function addHeaderOptions(
  headers: HeaderRecord,
  options: object,
  headerOptions: HeaderOptions,
): void {
  for (const [option, name] of headerOptions) {
    const value = own(options, option);
    if (value !== undefined) {
      headers[name.toLowerCase()] = checkHeader(name, value, `option "${option}"`);
    }
  }
}
