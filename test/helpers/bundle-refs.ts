import { getMember, parsePointer } from "../../packages/generator/src/resolve/json-pointer.ts";

/** Fields in which `$ref` is only a name: they hold the author's own JSON. */
const LITERAL = new Set(["example", "default", "const", "enum", "value"]);
/** Fields whose members are named by the author. */
const NAMED = new Set(["properties", "patternProperties", "$defs", "schemas", "mapping"]);

/** References of a document that name another file, in the order of the document. */
export function leadsOut(document: unknown): string[] {
  return [...refsOf(document, false)].filter((ref) => !ref.startsWith("#"));
}

/** References within a document whose target is not there. Those by anchor are not followed. */
export function unresolved(document: unknown): string[] {
  return [...refsOf(document, false)].filter(
    (ref) => ref.startsWith("#/") && !isThere(document, ref),
  );
}

function isThere(document: unknown, ref: string): boolean {
  const tokens = parsePointer(decodeURIComponent(ref.slice(1))) ?? [];
  let value: unknown = document;
  for (const token of tokens) {
    const found = getMember(value, token);
    if (!found) return false;
    value = found.value;
  }
  return true;
}

function* refsOf(value: unknown, isNamed: boolean): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    const isLiteral = !isNamed && (LITERAL.has(key) || key.startsWith("x-"));
    const isRef = !isNamed && key === "$ref";
    if (isRef && typeof member === "string") yield member;
    else if (!isLiteral) yield* refsOf(member, !isNamed && NAMED.has(key));
  }
}
