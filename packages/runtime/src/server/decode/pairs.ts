import type { Limits } from "../contract.ts";
import { malformed } from "../problem.ts";
import { decodeFormText } from "./percent.ts";

/** One `key=value` of a query or of a form. */
export interface Pair {
  readonly key: string;
  /** The key as it came: brackets that are escaped beside bare ones belong to a name. */
  readonly rawKey: string;
  /** Decoded text, or the file of a multipart form. */
  readonly value: unknown;
  /** The value as it came, for styles whose delimiters count only where they are not escaped. */
  readonly raw: string;
}

/**
 * The pairs of a query or form, in their order. WHATWG URL, section 5.1, but strict about what it decodes.
 *
 * @throws {ProblemError} 400 for broken escapes and for more pairs than allowed.
 */
export function parsePairs(text: string, limits: Limits): Pair[] {
  const pairs: Pair[] = [];
  for (let start = 0; start < text.length;) {
    const next = text.indexOf("&", start);
    const end = next < 0 ? text.length : next;
    if (end > start) {
      if (pairs.length >= limits.parameters) throw tooMany(limits);
      pairs.push(parsePair(text.slice(start, end)));
    }
    start = end + 1;
  }
  return pairs;
}

function parsePair(text: string): Pair {
  const equals = text.indexOf("=");
  const rawKey = equals < 0 ? text : text.slice(0, equals);
  const raw = equals < 0 ? "" : text.slice(equals + 1);
  return { key: decodeFormText(rawKey), rawKey, value: decodeFormText(raw), raw };
}

/** A request with more parameters than allowed. */
function tooMany(limits: Limits): Error {
  return malformed(`The request has more than ${limits.parameters} parameters.`);
}
