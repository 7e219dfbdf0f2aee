import type {
  HttpMethod,
  ObjectSchema,
  Pagination,
  Parameter,
  Response,
  Schema,
  SchemaId,
} from "./api-model.ts";
import type { ModelContext } from "./context.ts";

/** Query parameters that take the cursor of the next page, each with its opposite. */
const CURSOR_PARAMETERS: readonly (readonly [string, string])[] = [
  ["starting_after", "ending_before"],
  ["after", "before"],
];

/**
 * How a list goes on, read from its shape: a GET with a cursor parameter, whose answer holds an array `data` of objects
 * with an `id` and a boolean `has_more`.
 */
export function inferPagination(
  method: HttpMethod,
  parameters: readonly Parameter[],
  responses: readonly Response[],
  context: ModelContext,
): Pagination | undefined {
  if (method !== "GET") return undefined;
  const names = new Set(parameters.filter((p) => p.in === "query").map((p) => p.key));
  const pair = CURSOR_PARAMETERS.find(([forward]) => names.has(forward));
  const page = responses.find(({ status }) => status.startsWith("2"))?.content[0]?.schema;
  const envelope = page && objectContent(page, context);
  const item = envelope && itemOf(envelope, context);
  if (!pair || !item || !hasBoolean(envelope, "has_more")) return undefined;
  const [parameter, backward] = pair;
  return {
    style: "cursor",
    items: "/data",
    item,
    parameter,
    cursor: { in: "last-item", at: "/id" },
    more: "/has_more",
    ...(names.has(backward) && { backward }),
  };
}

function itemOf(envelope: ObjectSchema, context: ModelContext): Schema | undefined {
  const data = envelope.properties.find(({ name }) => name === "data")?.schema;
  const list = data?.kind === "reference" ? context.schemas.content(data.schema) : data;
  if (list?.kind !== "array") return undefined;
  const item = objectContent(list.items, context);
  return item?.properties.some(({ name }) => name === "id") ? list.items : undefined;
}

function hasBoolean(object: ObjectSchema, name: string): boolean {
  return object.properties.some(
    (property) => property.name === name && property.schema.kind === "boolean",
  );
}

function objectContent(schema: Schema, context: ModelContext): ObjectSchema | undefined {
  // References may lead to each other in a circle.
  const seen = new Set<SchemaId>();
  let content: Schema | undefined = schema;
  while (content?.kind === "reference" && !seen.has(content.schema)) {
    seen.add(content.schema);
    content = context.schemas.content(content.schema);
  }
  return content?.kind === "object" ? content : undefined;
}
