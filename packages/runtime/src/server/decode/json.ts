import type { JsonCodec } from "../../contract.ts";
import type { Limits } from "../contract.ts";
import { malformed } from "../problem.ts";

/** What is too much of a value; `undefined` where nothing is. */
type Excess = "depth" | "length" | undefined;

/**
 * The value of a JSON text.
 *
 * @param name What the messages call it. Default: the body.
 * @param codec Default: `JSON`.
 * @throws {ProblemError} 400 for what is no JSON, is nested too deep, or has too long an array.
 */
export function parseJson(
  text: string,
  { depth, arrayLength }: Limits,
  name?: string,
  codec: JsonCodec = JSON,
): unknown {
  const what = name === undefined ? "The body" : `The parameter "${name}"`;
  let value: unknown;
  try {
    value = codec.parse(text);
  } catch {
    throw malformed(`${what} is not JSON.`, name);
  }
  switch (excess(value, depth, arrayLength)) {
    case "depth":
      throw malformed(`${what} is nested more than ${depth} levels deep.`, name);
    case "length":
      throw malformed(`${what} has an array of more than ${arrayLength} items.`, name);
    case undefined:
      return value;
  }
}

function excess(value: unknown, levels: number, arrayLength: number): Excess {
  if (typeof value !== "object" || value === null) return undefined;
  if (levels === 0) return "depth";
  if (Array.isArray(value) && value.length > arrayLength) return "length";
  for (const inner of Object.values(value)) {
    const found = excess(inner, levels - 1, arrayLength);
    if (found) return found;
  }
  return undefined;
}
