import type { Schema, SchemaId } from "../api-model.ts";
import type { Node } from "../../resolve/spec-document.ts";
import { ordinal } from "../../naming/ordinal.ts";
import { buildPart, memberName, partName } from "../build-schema.ts";
import { checkLimits } from "../check-bounds.ts";
import type { ModelContext } from "../context.ts";
import { buildDocs } from "../docs.ts";
import { count, flag, items, member } from "../read.ts";

/** JSON Schema 2020-12 (Validation), section 6.4, `items` and `prefixItems` of its Core, section 10.3.1. */
export function buildArray(node: Node, name: SchemaId, context: ModelContext): Schema {
  const minItems = count(node, "minItems", context);
  const maxItems = count(node, "maxItems", context);
  checkLimits(node, "minItems", "maxItems", context);
  const prefixItems = firstItems(node, context).map((item, index) =>
    buildPart(item, partName(name, `${ordinal(index)}Item`), context),
  );
  return {
    kind: "array",
    ...(prefixItems.length > 0 && { prefixItems }),
    items: buildItems(node, name, context),
    uniqueItems: flag(node, "uniqueItems", context) === true,
    nullable: false,
    docs: buildDocs(node, context),
    ...(minItems !== undefined && minItems > 0 && { minItems }),
    ...(maxItems !== undefined && { maxItems }),
  };
}

/** The schemas of the first items. Draft 7 writes them as a list under `items`. */
export function firstItems(node: Node, context: ModelContext): Node[] {
  if (member(node, "prefixItems")) return items(node, "prefixItems", context);
  return Array.isArray(member(node, "items")?.value) ? items(node, "items", context) : [];
}

/** The schema of the items after the first ones; draft 7 calls it `additionalItems` beside a list. */
export function otherItems(node: Node): Node | undefined {
  const all = member(node, "items");
  return Array.isArray(all?.value) ? member(node, "additionalItems") : all;
}

function buildItems(node: Node, name: SchemaId, context: ModelContext): Schema {
  const others = otherItems(node);
  return others
    ? buildPart(others, memberName(name, "item", context), context)
    : { kind: "unknown", nullable: false, docs: {} };
}
