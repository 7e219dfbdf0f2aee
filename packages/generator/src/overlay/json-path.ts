import { paths, type JsonValue } from "jsonpath-rfc9535";

/** Keys that lead to a value, from the root. */
export type Keys = readonly (string | number)[];

/** More steps to any depth than this would let a short text ask for more than the document has. */
const MAX_DESCENTS = 3;

/**
 * The places that a JSONPath selects, in document order, each once. RFC 9535.
 *
 * @returns The reason, as a text, when the path cannot be used.
 */
export function select(value: unknown, path: string): readonly Keys[] | string {
  if (path.split("..").length - 1 > MAX_DESCENTS) {
    return `it goes to any depth more than ${MAX_DESCENTS} times`;
  }
  try {
    return isJson(value) ? [...new Set(paths(value, path))].map(keysOf) : [];
  } catch (error) {
    return error instanceof Error ? error.message : "it is no JSONPath";
  }
}

// What a parser of JSON or YAML gave is nothing else.
function isJson(value: unknown): value is JsonValue {
  return value !== undefined;
}

// RFC 9535, section 2.7: a normalized path has names in single quotes and indices in brackets.
function keysOf(path: string): Keys {
  const steps = path.matchAll(/\[(?:(\d+)|'((?:[^'\\]|\\.)*)')\]/g);
  return Array.from(steps, ([, index, name = ""]) =>
    index === undefined ? unescaped(name) : Number(index),
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: "\b",
  t: "\t",
  n: "\n",
  f: "\f",
  r: "\r",
};

function unescaped(name: string): string {
  return name.replace(/\\(?:u([\da-f]{4})|(.))/gi, (_, code: string | undefined, sign: string) =>
    code === undefined ? (ESCAPES[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
