import {
  defaultMismatch,
  duplicateEntry,
  emptyEnum,
  exclusiveFields,
  impossibleProperty,
} from "../diagnostics/catalog/structure.ts";
import { roundNumber } from "../exact-number.ts";
import { child } from "../resolve/child.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { StructureContext } from "./object-rule.ts";
import { isObject } from "./readings.ts";
import { readTypeWord } from "./type-words.ts";

/** What of a schema is legal in form and yet says nothing, or says it twice. */
export function checkSchema(node: Node, context: StructureContext): void {
  const { report } = context;
  const values = child(node, "enum");
  if (Array.isArray(values?.value) && values.value.length === 0) report(emptyEnum(values.at));
  checkDuplicates(node, "enum", context);
  checkDuplicates(node, "required", context);
  checkDefault(node, context);
  checkRequired(node, context);
  checkAccess(node, context);
}

// Patterns of a stranger never run here, so that with any of them nothing is said.
function checkRequired(node: Node, { report }: StructureContext): void {
  const required = child(node, "required");
  const isClosed = child(node, "additionalProperties")?.value === false;
  if (!isClosed || !required || !Array.isArray(required.value) || child(node, "patternProperties"))
    return;
  const properties = child(node, "properties")?.value;
  for (const [index, name] of required.value.entries()) {
    if (typeof name !== "string" || (isObject(properties) && Object.hasOwn(properties, name)))
      continue;
    const entry = child(required, index);
    if (entry) report(impossibleProperty(entry.at, name));
  }
}

// OpenAPI 3.0, section 4.7.24; JSON Schema 2020-12 (Validation), section 9.4.
function checkAccess(node: Node, { report }: StructureContext): void {
  const write = child(node, "writeOnly");
  if (write?.value !== true || child(node, "readOnly")?.value !== true) return;
  report(exclusiveFields(write.at, ["readOnly", "writeOnly"], "Schema Object", "warning"));
}

function checkDuplicates(node: Node, keyword: string, { report }: StructureContext): void {
  const list = child(node, keyword);
  if (!list || !Array.isArray(list.value)) return;
  const scalars = list.value.map((item: unknown) => roundNumber(item));
  // Texts that differ are never equal, so that most lists are passed with one look.
  const seen = new Set<unknown>();
  for (const [index, value] of scalars.entries()) {
    const item = seen.has(value) ? child(list, index) : undefined;
    if (item) {
      // One of a list is enough: a list of a stranger may hold one value a million times.
      report(duplicateEntry(item.at, item.value, keyword));
      return;
    }
    if (typeof value !== "object" || value === null) seen.add(value);
  }
}

// `null` is what many write for "none", and where it is allowed is told by more than the type.
function checkDefault(node: Node, { report }: StructureContext): void {
  const usual = child(node, "default");
  const type = readTypeWord(child(node, "type")?.value)?.type;
  if (!usual || usual.value === null || type === undefined || type === "null") return;
  if (!isOfType(roundNumber(usual.value), type))
    report(defaultMismatch(usual.at, usual.value, type));
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case "integer":
      return typeof value === "number" && (Number.isInteger(value) || !Number.isFinite(value));
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    default:
      return typeof value === type;
  }
}
