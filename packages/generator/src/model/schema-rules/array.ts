import type { Schema, SchemaId } from "../api-model.ts";
import type { Node } from "../../resolve/spec-document.ts";
import { buildPart, memberName } from "../build-schema.ts";
import { checkLimits } from "../check-bounds.ts";
import type { ModelContext } from "../context.ts";
import { buildDocs } from "../docs.ts";
import { count, flag, member } from "../read.ts";

/** JSON Schema 2020-12 (Validation), section 6.4. */
export function buildArray(node: Node, name: SchemaId, context: ModelContext): Schema {
  const items = member(node, "items");
  const minItems = count(node, "minItems", context);
  const maxItems = count(node, "maxItems", context);
  checkLimits(node, "minItems", "maxItems", context);
  return {
    kind: "array",
    items: items
      ? buildPart(items, memberName(name, "item", context), context)
      : { kind: "unknown", nullable: false, docs: {} },
    uniqueItems: flag(node, "uniqueItems", context) === true,
    nullable: false,
    docs: buildDocs(node, context),
    ...(minItems !== undefined && minItems > 0 && { minItems }),
    ...(maxItems !== undefined && { maxItems }),
  };
}
