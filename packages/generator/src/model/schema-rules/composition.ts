import type { Docs, Rule, Schema, SchemaId } from "../api-model.ts";
import type { Node } from "../../resolve/spec-document.ts";
import {
  buildPart,
  buildPlain,
  buildSchema,
  hasOwnType,
  hoistComposite,
  partName,
  withRules,
} from "../build-schema.ts";
import type { ModelContext } from "../context.ts";
import { buildDiscriminator } from "../discriminators.ts";
import { buildDocs } from "../docs.ts";
import { mergeAllOf } from "../merge-all-of.ts";
import { items, member } from "../read.ts";
import { sameForm } from "../same-form.ts";
import { saysOnlyType } from "../says-only-type.ts";
import { simplifyUnion } from "../simplify-union.ts";
import { typeRules } from "../type-rules.ts";
import { variantNames } from "../variant-names.ts";

/** Tells whether the schema is made of others. JSON Schema 2020-12 (Core), section 10.2.1. */
export function composes(node: Node): boolean {
  return ["allOf", "oneOf", "anyOf"].some((keyword) => Array.isArray(member(node, keyword)?.value));
}

/** All that the schema says at once: its own keywords, each of `allOf`, one of `oneOf`, some of `anyOf`. */
export function buildComposition(node: Node, name: SchemaId, context: ModelContext): Schema {
  const docs = buildDocs(node, context);
  const unions = (["oneOf", "anyOf"] as const).flatMap((keyword) =>
    items(node, keyword, context).length > 0 ? [buildUnion(node, keyword, name, context)] : [],
  );
  const all = items(node, "allOf", context).map((part) => buildSchema(part, name, context));
  const own = hasOwnType(node) ? buildPlain(node, name, context) : undefined;
  const others = [...all, ...unions];
  // `type: object` beside a composition mostly says nothing that its parts do not say.
  if (!own || others.length === 0 || !saysOnlyType(own)) {
    return combine([...all, ...(own ? [own] : []), ...unions], name, docs, context);
  }
  const combined = combine(others, name, docs, context);
  return strict(combined, typeRules(own, combined, context));
}

// An object that only lacks the word `object` has it now.
function strict(schema: Schema, rules: readonly Rule[]): Schema {
  const [rule] = rules;
  if (rule?.kind !== "type" || !("lenient" in schema) || rule.type !== schema.kind) {
    return withRules(schema, rules);
  }
  const { lenient: _lenient, ...rest } = schema;
  return rest;
}

function combine(
  parts: readonly Schema[],
  name: SchemaId,
  docs: Docs,
  context: ModelContext,
): Schema {
  const [only] = parts;
  if (only === undefined) return { kind: "unknown", nullable: false, docs };
  if (parts.length === 1) return { ...only, docs: { ...only.docs, ...docs } };
  const merged = mergeAllOf(parts, docs, context);
  if (merged) return merged;
  const named = sameForm(parts, context).map((part, index) => {
    const partId = partName(name, partWord(part, index));
    return hoistComposite({ ...part, docs: {} }, partId, context);
  });
  return { kind: "intersection", parts: named, nullable: false, docs };
}

function partWord(part: Schema, index: number): string {
  if (part.kind === "union") return "choice";
  return index === 0 ? "base" : "fields";
}

function buildUnion(
  node: Node,
  keyword: "oneOf" | "anyOf",
  name: SchemaId,
  context: ModelContext,
): Schema {
  const nodes = items(node, keyword, context);
  const names = variantNames(nodes, name, context);
  const variants = nodes.map((variant, index) => buildPart(variant, names[index] ?? name, context));
  const discriminator = buildDiscriminator(node, variants, context);
  return simplifyUnion({
    kind: "union",
    exclusive: keyword === "oneOf",
    variants,
    nullable: false,
    docs: {},
    ...(discriminator && { discriminator }),
  });
}
