import type { Literal, Schema } from "../api-model.ts";
import type { Node } from "../../resolve/spec-document.ts";
import { emptyEnum, unsupportedKeyword } from "../../diagnostics/catalog/model.ts";
import type { ModelContext } from "../context.ts";
import { buildDocs } from "../docs.ts";
import { items, member, placeOf } from "../read.ts";

/** Tells whether the schema lists its values. JSON Schema 2020-12 (Validation), sections 6.1.2 and 6.1.3. */
export function listsLiterals(node: Node): boolean {
  return member(node, "enum") !== undefined || member(node, "const") !== undefined;
}

export function buildLiteral(node: Node, context: ModelContext): Schema {
  const docs = buildDocs(node, context);
  const constant = member(node, "const");
  const listed = constant ? [constant] : items(node, "enum", context);
  if (!constant && listed.length === 0) context.report(emptyEnum(placeOf(node, "enum")));
  const values = listed.map((item) => item.value);
  const literals = values.filter(isLiteral);
  const nullable = values.includes(null);
  if (literals.length + (nullable ? 1 : 0) < new Set(values).size) {
    const keyword = constant ? "const" : "enum";
    context.report(unsupportedKeyword(placeOf(node, keyword), keyword));
    return { kind: "unknown", nullable, docs };
  }
  return { kind: "literal", values: [...new Set(literals)], open: isOpen(node), nullable, docs };
}

function isOpen(node: Node): boolean {
  const extension = member(node, "x-specwright");
  return extension !== undefined && member(extension, "open")?.value === true;
}

function isLiteral(value: unknown): value is Literal {
  return typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}
