import type { Node } from "../../resolve/spec-document.ts";
import { keys, member } from "../read.ts";

const LIMITS = new Set(["type", "minLength", "maxLength", "pattern", "format"]);
const PROSE = new Set(["title", "description", "$comment", "example", "examples"]);

/** Tells whether a schema of names limits them as text and in no other way: such names are checked in place. */
export function limitsNames(names: Node): boolean {
  if (typeof names.value !== "object" || names.value === null) return false;
  const type = member(names, "type")?.value ?? "string";
  const only = keys(names).every(
    (key) => LIMITS.has(key) || PROSE.has(key) || key.startsWith("x-"),
  );
  return type === "string" && only;
}
