import type { JsonCodec } from "../../contract.ts";
import type { Limits } from "../contract.ts";
import { malformed } from "../problem.ts";

/**
 * The value of a JSON text.
 *
 * @param name What the messages call it. Default: the body.
 * @param codec Default: `JSON`.
 * @throws {ProblemError} 400 for what is no JSON, or is nested too deep.
 */
export function parseJson(
  text: string,
  { depth }: Limits,
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
  if (isDeeper(value, depth)) {
    throw malformed(`${what} is nested more than ${depth} levels deep.`, name);
  }
  return value;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
