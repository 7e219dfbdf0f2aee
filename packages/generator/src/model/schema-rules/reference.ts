import type { Schema, SchemaId } from "../api-model.ts";
import type { Node } from "../../resolve/spec-document.ts";
import { buildPlain, hasOwnType, hoistComposite, partName, withRules } from "../build-schema.ts";
import type { ModelContext } from "../context.ts";
import { buildDocs } from "../docs.ts";
import { member } from "../read.ts";
import { saysOnlyType } from "../says-only-type.ts";
import { typeRules } from "../type-rules.ts";
import { composes, buildComposition } from "./composition.ts";

/** Tells whether the schema points to others. JSON Schema 2020-12 (Core), section 8.2.3. */
export function refers(node: Node): boolean {
  return REFERENCES.some((keyword) => member(node, keyword));
}

const REFERENCES = ["$ref", "$dynamicRef"];

/** What the references of a schema lead to. */
export function targetsOf(node: Node, { document, schemas }: ModelContext): Node[] {
  const plain = member(node, "$ref") && document.step(node);
  const dynamic = member(node, "$dynamicRef") && document.dynamicStep(node, schemas.scopeAt(node));
  return [plain, dynamic].filter((target) => target !== undefined);
}

/**
 * A schema with `$ref` or `$dynamicRef`. Keywords beside it count too (JSON Schema 2020-12, Core, section 8.2.3.1):
 * prose goes to the reference, constraints make an intersection.
 */
export function buildReference(node: Node, name: SchemaId, context: ModelContext): Schema {
  const docs = buildDocs(node, context);
  const [reference, ...others] = targetsOf(node, context).map((target): Schema => ({
    kind: "reference",
    schema: context.schemas.idFor(target, node),
    nullable: false,
    docs: {},
  }));
  if (!reference) return { kind: "unknown", nullable: false, docs };
  const sibling = buildSibling(node, name, context);
  if (!sibling && others.length === 0) return { ...reference, docs };
  if (sibling && saysOnlyType(sibling) && others.length === 0) {
    return withRules({ ...reference, docs }, typeRules(sibling, reference, context));
  }
  const part = sibling && hoistComposite(sibling, partName(name, "constraint"), context);
  const parts = [reference, ...others, ...(part ? [part] : [])];
  return { kind: "intersection", parts, nullable: false, docs };
}

// What stands beside a reference, and narrows it.
function buildSibling(node: Node, name: SchemaId, context: ModelContext): Schema | undefined {
  if (context.document.hasBareRefs(node)) return undefined;
  const siblings = withoutReferences(node);
  const sibling = partName(name, "constraint");
  if (composes(siblings)) return { ...buildComposition(siblings, sibling, context), docs: {} };
  return hasOwnType(siblings) ? { ...buildPlain(siblings, sibling, context), docs: {} } : undefined;
}

function withoutReferences(node: Node): Node {
  const siblings = Object.entries(Object(node.value)).filter(([key]) => !REFERENCES.includes(key));
  return { value: Object.fromEntries(siblings), at: node.at };
}
