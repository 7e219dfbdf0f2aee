import { slowPattern } from "../../pattern/slow-pattern.ts";
import type { Bound, Schema, StringSchema } from "../api-model.ts";
import type { Node } from "../../resolve/spec-document.ts";
import type { Place } from "../../diagnostics/diagnostic.ts";
import { invalidPattern, slowPatternFound } from "../../diagnostics/catalog/model.ts";
import { checkLimits, checkRange } from "../check-bounds.ts";
import type { ModelContext } from "../context.ts";
import { buildDocs } from "../docs.ts";
import { heldNumber, heldText } from "../held.ts";
import { count, numeral, member, text } from "../read.ts";

/** JSON Schema 2020-12 (Validation), sections 6.2 and 6.3. */
export function buildScalar(
  type: "string" | "number" | "integer" | "boolean",
  node: Node,
  context: ModelContext,
): Schema {
  const docs = buildDocs(node, context);
  if (type === "boolean") return { kind: "boolean", nullable: false, docs };
  if (type === "string") {
    const schema = buildString(node, context);
    return { ...schema, ...heldText(schema.format, context) };
  }
  const format = text(node, "format", context);
  const minimum = bound(node, "minimum", "exclusiveMinimum", context);
  const maximum = bound(node, "maximum", "exclusiveMaximum", context);
  const multipleOf = numeral(node, "multipleOf", context);
  checkRange(node, context);
  return {
    kind: type,
    nullable: false,
    docs,
    ...(format !== undefined && { format }),
    ...(minimum && { minimum }),
    ...(maximum && { maximum }),
    ...(multipleOf !== undefined && Number(multipleOf) > 0 && { multipleOf }),
    ...heldNumber(type, format, context),
  };
}

export function buildString(node: Node, context: ModelContext): StringSchema {
  const format = text(node, "format", context);
  const minLength = count(node, "minLength", context);
  const maxLength = count(node, "maxLength", context);
  const pattern = readPattern(node, context);
  checkLimits(node, "minLength", "maxLength", context);
  return {
    kind: "string",
    nullable: false,
    docs: buildDocs(node, context),
    ...(format !== undefined && { format }),
    ...(minLength !== undefined && minLength > 0 && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(pattern !== undefined && { pattern }),
    ...contentType(node, context),
  };
}

/** What a value holds beside JSON; what is encoded as text is text. JSON Schema 2020-12 (Validation), section 8. */
export function contentType(
  node: Node,
  context: ModelContext,
): { readonly contentMediaType?: string } {
  if (!member(node, "contentMediaType") || member(node, "contentEncoding")) return {};
  const contentMediaType = text(node, "contentMediaType", context);
  return contentMediaType === undefined ? {} : { contentMediaType };
}

function readPattern(node: Node, context: ModelContext): string | undefined {
  const pattern = text(node, "pattern", context);
  const at = member(node, "pattern")?.at ?? node.at;
  return pattern !== undefined && checkPattern(pattern, at, context) ? pattern : undefined;
}

/**
 * Tells whether a pattern can be used; that it cannot is reported. JSON Schema 2020-12 (Core), section 6.4, asks for the
 * flag `u`; what compiles only without it is taken as it was meant.
 */
export function checkPattern(pattern: string, at: Place, context: ModelContext): boolean {
  const fault = faultOf(pattern, "u");
  if (fault === undefined || faultOf(pattern, "") === undefined) {
    const slow = slowPattern(pattern);
    if (slow) context.report(slowPatternFound(at, slow.program !== undefined));
    return true;
  }
  context.report(invalidPattern(at, fault));
  return false;
}

function faultOf(pattern: string, flags: string): string | undefined {
  try {
    void new RegExp(pattern, flags);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^.*: /, "") : "it does not compile";
  }
}

// OpenAPI 3.0 has `exclusiveMinimum: true` beside `minimum`, JSON Schema 2020-12 a number of its own.
function bound(
  node: Node,
  keyword: string,
  exclusive: string,
  context: ModelContext,
): Bound | undefined {
  const value = numeral(node, keyword, context);
  const strict = member(node, exclusive);
  if (typeof strict?.value === "boolean") {
    return value === undefined ? undefined : { value, exclusive: strict.value };
  }
  const strictValue = numeral(node, exclusive, context);
  if (strictValue === undefined)
    return value === undefined ? undefined : { value, exclusive: false };
  const stricter =
    keyword === "minimum"
      ? Number(strictValue) >= Number(value ?? strictValue)
      : Number(strictValue) <= Number(value ?? strictValue);
  return stricter || value === undefined
    ? { value: strictValue, exclusive: true }
    : { value, exclusive: false };
}
