import type { ServerVariables } from "../contract.ts";
import { own } from "../plain/pointer.ts";

/**
 * The URL of a server with its variables filled in. OpenAPI 3.1, section 4.8.5 (Server Object).
 *
 * A value cannot make it another server: in the host it is made of letters, digits, dots, dashes and colons, in the path of what a
 * path may hold as it is.
 *
 * @param url `"https://{region}.example.com/v1"`.
 * @param variables What the spec says of them.
 * @param given Values by name. Default: those of the spec.
 * @throws {TypeError} for a variable without a value, or one that it must not have.
 */
export function serverUrl(url: string, variables: ServerVariables, given: object = {}): string {
  const pathAt = pathStart(url);
  const filled = url.replace(/\{([^{}]+)\}/g, (_, name: string, at: number) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const value = own(given, name) ?? variable?.default;
    const form = pathAt < 0 && at === 0 ? WHOLE : at >= pathAt ? IN_PATH : IN_HOST;
    const isKnown = typeof value === "string" && (variable?.values ?? [value]).includes(value);
    if (isKnown && form.test(value)) return value;
    const hint = variable?.values ? ` It is one of ${variable.values.join(", ")}.` : "";
    throw new TypeError(`The server variable "${name}" cannot have this value.${hint}`);
  });
  // URL parsers would climb.
  if (/\/\.\.?(?:\/|$)/.test(filled)) {
    throw new TypeError('The URL of a server must not have a segment "." or "..".');
  }
  return filled;
}

const IN_HOST = /^[a-z\d.:-]+$/i;
const IN_PATH = /^[\w.~!$&'()*+,;=:@/-]*$/;
const WHOLE = /^https?:\/\/[a-z\d.:-]+(?:\/[\w.~!$&'()*+,;=:@/-]*)?$/i;

/** Where the path begins; below zero for a URL that a variable begins and that has no scheme of its own. */
function pathStart(url: string): number {
  const scheme = url.indexOf("://");
  if (scheme < 0) return url.startsWith("{") ? -1 : 0;
  const path = url.indexOf("/", scheme + "://".length);
  return path < 0 ? url.length : path;
}
