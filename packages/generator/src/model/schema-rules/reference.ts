import type { Schema, SchemaId } from "../api-model.ts";
import type { Node } from "../../resolve/spec-document.ts";
import { buildPlain, hasOwnType, hoistComposite, partName } from "../build-schema.ts";
import type { ModelContext } from "../context.ts";
import { buildDocs } from "../docs.ts";
import { flag } from "../read.ts";
import { saysOnlyType } from "../says-only-type.ts";
import { composes, buildComposition } from "./composition.ts";

/**
 * A schema with `$ref`. Keywords beside it count too (JSON Schema 2020-12, Core, section 8.2.3.1): prose goes to the
 * reference, constraints make an intersection.
 */
export function buildReference(node: Node, name: SchemaId, context: ModelContext): Schema {
  const docs = buildDocs(node, context);
  const nullable = flag(node, "nullable", context) === true;
  const target = context.document.step(node);
  if (!target) return { kind: "unknown", nullable, docs };
  const reference: Schema = {
    kind: "reference",
    schema: context.schemas.idFor(target),
    nullable,
    docs,
  };
  const siblings = withoutRef(node);
  if (!hasOwnType(siblings) && !composes(siblings)) return reference;

  const sibling = composes(siblings)
    ? buildComposition(siblings, partName(name, "constraint"), context)
    : buildPlain(siblings, partName(name, "constraint"), context);
  if (saysOnlyType(sibling)) return reference;
  const part = hoistComposite({ ...sibling, docs: {} }, partName(name, "constraint"), context);
  return { kind: "intersection", parts: [{ ...reference, docs: {} }, part], nullable, docs };
}

function withoutRef(node: Node): Node {
  const siblings = Object.entries(Object(node.value)).filter(([key]) => key !== "$ref");
  return { value: Object.fromEntries(siblings), at: node.at };
}
