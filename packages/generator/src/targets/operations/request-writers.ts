import type { Operation, Parameter, Schema } from "../../model/api-model.ts";
import { leavesOf } from "../../model/leaves.ts";
import { contentsOf } from "../shared/contents.ts";
import { SourceText } from "../shared/layout.ts";
import type { TypeContext } from "../shared/type-text.ts";

/**
 * The functions of the runtime that write a request of an operation, besides its path. Descriptors name them, so that a
 * program carries those that its operations need.
 */
export function requestWriters(operation: Operation, context: TypeContext): readonly SourceText[] {
  const { parameters, requestBody } = operation;
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const query = inQuery.every((one) => isDeep(one, context)) ? "toDeepQuery" : "toQuery";
  const has = (location: Parameter["in"]): boolean =>
    parameters.some((parameter) => parameter.in === location);
  const names = [
    inQuery.length > 0 && query,
    has("querystring") && "toQueryString",
    has("header") && "toHeaders",
    has("cookie") && "toCookies",
    requestBody !== undefined && "toBody",
  ].filter((name) => name !== false);
  return names.map((name) => new SourceText(context.imports.runtimeValue(name)));
}

/** The function that writes a path parameter, where it is more than one plain value in its own segment. */
export function pathWriter(
  { in: location, style, contentType, schema }: Parameter,
  context: TypeContext,
): { readonly write?: SourceText } {
  const isSegment = contentType === undefined && style === "simple" && isPlain(schema, context);
  if (location !== "path" || isSegment) return {};
  return { write: new SourceText(context.imports.runtimeValue("writePathParameter")) };
}

/** Whether the style `deepObject` writes a parameter as its own style does. */
function isDeep(parameter: Parameter, context: TypeContext): boolean {
  const { style, contentType, allowReserved, schema } = parameter;
  if (contentType !== undefined || allowReserved) return false;
  return style === "deepObject" || isPlain(schema, context);
}

/** Whether every value is plain: without parts. */
function isPlain(schema: Schema, { schemas }: TypeContext): boolean {
  const leaves = leavesOf(schema, ["union"], contentsOf(schemas));
  return leaves.length > 0 && leaves.every(isPlainLeaf);
}

function isPlainLeaf(schema: Schema): boolean {
  switch (schema.kind) {
    case "string":
    case "number":
    case "integer":
      return schema.lenient === undefined;
    case "boolean":
      return true;
    case "literal":
      return (schema.composites ?? []).length === 0;
    default:
      return false;
  }
}
