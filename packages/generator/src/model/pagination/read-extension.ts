import { missingField, unknownValue, wrongPagination } from "../../diagnostics/catalog/model.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Node } from "../../resolve/spec-document.ts";
import type { PagedItems, PageStyle, Pagination } from "../api-model.ts";
import type { ModelContext } from "../context.ts";
import { keys, member, object, placeOf, text } from "../read.ts";
import { contentOf } from "../leaves.ts";
import { fieldsOf, propertiesOf } from "./fields.ts";
import { findItems } from "./find-items.ts";
import { type ListOperation, pageResponse } from "./list-operation.ts";

const STYLES = ["cursor", "offset", "page", "link", "url", "none"] as const;
const FIELDS = "style items parameter cursor lastItem more backward first total pages url".split(
  " ",
);

/**
 * What `x-specwright: { pagination: { style, … } }` of an operation says: how a list goes on, or that it does not.
 *
 * @returns `undefined` where nothing usable is said; `none` where it is no list.
 */
export function readPagination(
  operation: ListOperation,
  context: ModelContext,
): Pagination | "none" | undefined {
  const { node } = operation;
  const extension = member(node, "x-specwright") && object(node, "x-specwright", context);
  const said = extension && member(extension, "pagination");
  const fields = extension && said && object(extension, "pagination", context);
  if (!fields) return undefined;
  for (const key of keys(fields).filter((one) => !FIELDS.includes(one))) {
    context.report(unknownValue(placeOf(fields, key), key, FIELDS, nearest(key, FIELDS)));
  }
  if (!member(fields, "style")) context.report(missingField(fields.at, "style", "A pagination"));
  const style = text(fields, "style", context);
  if (style === undefined || style === "none") return style;
  const items = readItems(fields, operation, context);
  const turn = items && readStyle(style, fields, operation, context);
  const more = text(fields, "more", context);
  return items && turn && { ...items, ...turn, ...(more !== undefined && { more }) };
}

function readItems(
  fields: Node,
  operation: ListOperation,
  context: ModelContext,
): PagedItems | undefined {
  const answer = pageResponse(operation);
  const pointer = text(fields, "items", context);
  if (answer && pointer === undefined) {
    const { schema } = answer;
    const found = findItems(operation.path, schema, fieldsOf(schema, context), context);
    if (found) return found;
  }
  let schema = answer && contentOf(answer.schema, context.schemas);
  for (const token of (pointer ?? "").split("/").slice(1)) {
    const name = token.replaceAll("~1", "/").replaceAll("~0", "~");
    const property = schema && propertiesOf(schema, context).find((one) => one.name === name);
    schema = property && contentOf(property.schema, context.schemas);
  }
  if (schema?.kind === "array") return { items: pointer ?? "", item: schema.items };
  const where =
    pointer === undefined
      ? "the answer has no array of items"
      : `the answer has no array at "${pointer}"`;
  context.report(wrongPagination(placeOf(fields, "items"), where));
  return undefined;
}

function readStyle(
  style: string,
  fields: Node,
  operation: ListOperation,
  context: ModelContext,
): PageStyle | undefined {
  switch (style) {
    case "link":
      return { style };
    case "url": {
      const url = needed(fields, "url", context);
      return url === undefined ? undefined : { style, url };
    }
    case "cursor":
      return readCursor(fields, operation, context);
    case "offset":
    case "page": {
      const parameter = readParameter("parameter", fields, operation, context);
      const first = Number(member(fields, "first")?.value ?? (style === "page" ? 1 : 0));
      const total = text(fields, "total", context);
      const pages = text(fields, "pages", context);
      if (parameter === undefined) return undefined;
      return style === "page"
        ? { style, parameter, first, ...(pages !== undefined && { pages }) }
        : { style, parameter, first, ...(total !== undefined && { total }) };
    }
    default:
      context.report(unknownValue(placeOf(fields, "style"), style, STYLES, nearest(style, STYLES)));
      return undefined;
  }
}

function readCursor(
  fields: Node,
  operation: ListOperation,
  context: ModelContext,
): PageStyle | undefined {
  const parameter = readParameter("parameter", fields, operation, context);
  const lastItem = text(fields, "lastItem", context);
  const at = lastItem ?? needed(fields, "cursor", context);
  const backward = member(fields, "backward")
    ? readParameter("backward", fields, operation, context)
    : undefined;
  if (parameter === undefined || at === undefined) return undefined;
  return {
    style: "cursor",
    parameter,
    cursor: { in: lastItem === undefined ? "response" : "last-item", at },
    ...(backward !== undefined && { backward }),
  };
}

/** A parameter, or a property of the body, that the operation has. */
function readParameter(
  field: string,
  fields: Node,
  { params }: ListOperation,
  context: ModelContext,
): string | undefined {
  const name = needed(fields, field, context);
  if (name === undefined) return undefined;
  const content = params && context.schemas.content(params.schema);
  const isThere = content && propertiesOf(content, context).some((one) => one.name === name);
  if (isThere) return name;
  const what = `the operation takes no "${name}", in its query or its body`;
  context.report(wrongPagination(placeOf(fields, field), what));
  return undefined;
}

function needed(fields: Node, field: string, context: ModelContext): string | undefined {
  if (!member(fields, field)) context.report(missingField(fields.at, field, "This pagination"));
  return text(fields, field, context);
}
