import type { SchemaId } from "./api-model.ts";
import type { Node } from "../resolve/spec-document.ts";
import { pascalCase } from "../naming/casing.ts";
import { ordinal } from "../naming/ordinal.ts";
import { words } from "../naming/words.ts";
import type { ModelContext } from "./context.ts";
import { entries, member } from "./read.ts";

/**
 * Names for the inline variants of a union, from what tells them apart: the title, a constant property, or the first
 * property that no variant before has, then what it merges or demands. Only where nothing does is the place in the list the name.
 *
 * A variant that is the only one to need a name takes that of the union: `metadata: {…} | ""` has one type to speak of.
 */
export function variantNames(
  variants: readonly Node[],
  parent: SchemaId,
  context: ModelContext,
): SchemaId[] {
  if (variants.filter(needsName).length === 1) return variants.map(() => parent);
  const seen = new Set<string>();
  return variants.map((variant, index) => {
    const properties = entries(variant, "properties", context);
    const word =
      title(variant) ??
      constant(properties) ??
      fresh(properties, seen) ??
      merged(variant, parent) ??
      demanded(variant, seen) ??
      typeWord(variant);
    for (const [name] of properties) seen.add(name);
    return parent + (word ?? `${ordinal(index)}Variant`);
  });
}

// Wire stand for themselves, references have their name.
function needsName(variant: Node): boolean {
  const type = member(variant, "type")?.value;
  const scalar = ["string", "number", "integer", "boolean", "null"].some((word) => word === type);
  const literal = ["$ref", "enum", "const"].some((keyword) => member(variant, keyword));
  return !scalar && !literal;
}

function title(variant: Node): string | undefined {
  const value = member(variant, "title")?.value;
  return typeof value === "string" ? pascalCase(value) || undefined : undefined;
}

function constant(properties: readonly (readonly [string, Node])[]): string | undefined {
  for (const [, node] of properties) {
    const listed = member(node, "enum")?.value;
    const value =
      member(node, "const")?.value ??
      (Array.isArray(listed) && listed.length === 1 ? listed[0] : undefined);
    if (typeof value === "string" && pascalCase(value)) return pascalCase(value);
  }
  return undefined;
}

function fresh(
  properties: readonly (readonly [string, Node])[],
  seen: ReadonlySet<string>,
): string | undefined {
  const name = properties.map(([key]) => key).find((key) => !seen.has(key));
  return name === undefined ? undefined : `With${pascalCase(name)}`;
}

// `{ allOf: [{ $ref: …/RuleCreation }, …] }` in `RuleDetailed` is the variant `Creation`.
function merged(variant: Node, parent: SchemaId): string | undefined {
  const all = member(variant, "allOf");
  const first = all && member(all, 0);
  const ref = first && member(first, "$ref")?.value;
  if (typeof ref !== "string") return undefined;
  const said = words(decoded(ref.split(/[/#]/).at(-1) ?? ""));
  const own = words(parent);
  const start = said.findIndex((word, index) => word.toLowerCase() !== own[index]?.toLowerCase());
  return pascalCase(said.slice(Math.max(start, 0)).join(" ")) || undefined;
}

function decoded(text: string): string {
  return text.replace(/%[\dA-F]{2}|~[01]/gi, " ").replace(/\.(?:json|ya?ml)$/, "");
}

// `{ required: ["email"] }`.
function demanded(variant: Node, seen: Set<string>): string | undefined {
  const list = member(variant, "required")?.value;
  if (!Array.isArray(list)) return undefined;
  const name: unknown = list.find((key) => typeof key === "string" && !seen.has(key));
  if (typeof name !== "string" || pascalCase(name) === "") return undefined;
  seen.add(name);
  return `With${pascalCase(name)}`;
}

function typeWord(variant: Node): string | undefined {
  const type = member(variant, "type")?.value;
  return typeof type === "string" ? pascalCase(type) : undefined;
}
