import { getMember } from "./json-pointer.ts";
import type { Node } from "./spec-document.ts";

/**
 * The `$ref` of a node, a string if it is right; `undefined` when it has none.
 *
 * An object under that name is not one: `properties` may have a member called `$ref`.
 */
export function refOf({ value }: Node): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  // Most nodes have none, and this is asked of every node: the cheap question first.
  if (!Object.hasOwn(value, "$ref")) return undefined;
  const ref = getMember(value, "$ref")?.value;
  return typeof ref === "object" && ref !== null ? undefined : ref;
}
