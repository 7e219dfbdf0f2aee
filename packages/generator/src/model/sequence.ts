import type { Node } from "../resolve/spec-document.ts";
import type { MediaType, Schema, SchemaId } from "./api-model.ts";
import { buildPart } from "./build-schema.ts";
import type { ModelContext } from "./context.ts";
import { leavesOf } from "./leaves.ts";
import { member, object, text } from "./read.ts";
import type { Media } from "./read-content.ts";

/**
 * The schema of one item of a body that is a sequence: `itemSchema`, and before there was one, `schema`. Where that is
 * an array, it describes the whole, and its items are what comes. OpenAPI 3.2, section 4.14.2.
 */
export function itemNode(media: Node, context: ModelContext): Node | undefined {
  const item = member(media, "itemSchema");
  if (item) return item;
  const schema = member(media, "schema");
  const target = schema && context.document.follow(schema);
  const isList = target && member(target, "type")?.value === "array";
  return isList ? member(target, "items") : schema;
}

/** An answer that is a sequence of items. */
export function buildSequence(
  { contentType, kind, node }: Media,
  name: SchemaId,
  context: ModelContext,
): MediaType {
  const item = itemNode(node, context);
  const itemSchema = item && buildPart(item, `${name}Item`, context);
  const described = itemSchema?.kind === "unknown" ? undefined : itemSchema;
  if (kind !== "events") return { contentType, kind, ...(itemSchema && { itemSchema }) };
  const end = endOf(node, context);
  return {
    contentType,
    kind,
    items: described ? itemsOf(described, context) : "event",
    ...(described && { itemSchema: described }),
    ...(end !== undefined && { end }),
  };
}

/** Data that ends a stream of events: `x-specwright: { streamEnd: "[DONE]" }` of the Media Type Object. */
function endOf(media: Node, context: ModelContext): string | undefined {
  const extension = member(media, "x-specwright") && object(media, "x-specwright", context);
  return extension && text(extension, "streamEnd", context);
}

/**
 * What a schema of items speaks of. One that knows `data` describes the event, as OpenAPI 3.2, section 4.14.4 has it:
 * data that is no string is JSON. Any other describes what is in the data.
 */
function itemsOf(schema: Schema, context: ModelContext): NonNullable<MediaType["items"]> {
  const data = dataSchemas(schema, context);
  if (data.length === 0) return isText(schema, context) ? "text" : "data";
  return data.every((one) => isText(one, context)) ? "event" : "json-event";
}

function dataSchemas(schema: Schema, context: ModelContext): Schema[] {
  return leavesOf(schema, ["intersection", "union"], context.schemas)
    .flatMap((leaf) => (leaf.kind === "object" ? leaf.properties : []))
    .filter(({ name }) => name === "data")
    .map((property) => property.schema);
}

function isText(schema: Schema, context: ModelContext): boolean {
  const content = schema.kind === "reference" ? context.schemas.content(schema.schema) : schema;
  if (content?.kind === "string") return true;
  return content?.kind === "literal" && content.values.every((value) => typeof value === "string");
}
