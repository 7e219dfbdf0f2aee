import { ExactNumber, roundNumber } from "../../exact-number.ts";
import type { JsonComposite, Literal, Schema } from "../api-model.ts";
import type { Node } from "../../resolve/spec-document.ts";
import type { ModelContext } from "../context.ts";
import { buildDocs } from "../docs.ts";
import { heldNumber } from "../held.ts";
import { items, member, text } from "../read.ts";

/** Tells whether the schema lists its values. JSON Schema 2020-12 (Validation), sections 6.1.2 and 6.1.3. */
export function listsLiterals(node: Node): boolean {
  return Array.isArray(member(node, "enum")?.value) || member(node, "const") !== undefined;
}

/** @param stated The types that the schema names, where it names any: values of other types are left out. */
export function buildLiteral(
  node: Node,
  stated: readonly string[] | undefined,
  context: ModelContext,
): Schema {
  const docs = buildDocs(node, context);
  const constant = member(node, "const");
  const listed = constant ? [constant] : items(node, "enum", context);
  const values = ofTypes(
    listed.map((item) => item.value),
    stated,
  );
  const literals = [
    ...new Map(values.filter(isLiteral).map((value) => [keyOf(value), value])).values(),
  ];
  const composites = values.filter(isComposite);
  const isWhole = literals.length > 0 && literals.every((value) => isOf(value, "integer"));
  const format = stated?.includes("integer") ? text(node, "format", context) : undefined;
  return {
    kind: "literal",
    values: literals,
    open: isOpen(node),
    nullable: values.includes(null),
    docs,
    ...(composites.length > 0 && { composites }),
    ...(isWhole && heldNumber("integer", format, context)),
  };
}

// Where none is of the type, as in `type: string` with numbers that were meant as text, the list counts.
function ofTypes(values: readonly unknown[], stated: readonly string[] | undefined): unknown[] {
  const fitting = values.filter((value) => stated?.some((type) => isOf(value, type)) ?? true);
  return fitting.length > 0 ? fitting : [...values];
}

function isOf(value: unknown, type: string): boolean {
  if (value === null) return type === "null";
  if (Array.isArray(value)) return type === "array";
  const held = roundNumber(value);
  if (type === "integer") return Number.isInteger(held) || held === Infinity || held === -Infinity;
  return typeof held === type;
}

function isOpen(node: Node): boolean {
  const extension = member(node, "x-specwright");
  return extension !== undefined && member(extension, "open")?.value === true;
}

function isLiteral(value: unknown): value is Literal {
  if (typeof value === "string" || typeof value === "boolean") return true;
  return Number.isFinite(value) || value instanceof ExactNumber;
}

// Of one value that is listed twice one is enough; "1" is not 1.
function keyOf(value: Literal): string {
  return typeof value === "string" ? `"${value}` : String(value);
}

function isComposite(value: unknown): value is JsonComposite {
  return typeof value === "object" && value !== null && !(value instanceof ExactNumber);
}
