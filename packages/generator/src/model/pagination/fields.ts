import type { Docs, Property, Schema, SchemaId } from "../api-model.ts";
import type { ModelContext } from "../context.ts";

/** A property of an answer, perhaps inside of others. */
export interface Field {
  /** RFC 6901 pointer. */
  readonly pointer: string;
  /** Letters and digits of its name, in small letters. */
  readonly name: string;
  /** Such names of the properties around it, the outermost first. */
  readonly holders: readonly string[];
  /** No reference. */
  readonly schema: Schema;
  readonly docs: Docs;
}

/** What holds fields that speak of pages. */
const HOLDERS = new Set(
  "cursors data embedded info links meta metadata next page pageinfo pages pagination paging payload response responsemetadata result".split(
    " ",
  ),
);

const DEEPEST = 3;

/** So many fields of one answer are looked at: it is only a guess. */
const MOST_FIELDS = 500;

/** The properties of an answer, and of what may speak of pages in it; those on the outside first. */
export function fieldsOf(schema: Schema, context: ModelContext): readonly Field[] {
  const fields: Field[] = [];
  let level: readonly Holder[] = [{ pointer: "", holders: [], schema }];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const found = level.flatMap((holder) => membersOf(holder, context));
    fields.push(...found.slice(0, MOST_FIELDS - fields.length));
    level = found
      .filter(({ name }) => HOLDERS.has(name))
      .map((field) => ({ ...field, holders: [...field.holders, field.name] }));
  }
  return fields;
}

type Holder = Pick<Field, "pointer" | "holders" | "schema">;

function membersOf(holder: Holder, context: ModelContext): Field[] {
  return propertiesOf(holder.schema, context).map(({ name, schema }) => ({
    pointer: `${holder.pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    name: plainName(name),
    holders: holder.holders,
    schema: contentOf(schema, context),
    docs: schema.docs,
  }));
}

/** The properties that values of a schema may have: of all its parts and variants. */
export function propertiesOf(
  schema: Schema,
  context: ModelContext,
  depth = 0,
): readonly Property[] {
  const content = contentOf(schema, context);
  if (content.kind === "object") return content.properties;
  const parts =
    content.kind === "intersection"
      ? content.parts
      : content.kind === "union"
        ? content.variants
        : [];
  // Parts may be made of each other.
  if (depth > 4) return [];
  return parts.flatMap((part) => propertiesOf(part, context, depth + 1)).slice(0, MOST_FIELDS);
}

/** What a schema says, whatever references lead to it. */
export function contentOf(schema: Schema, context: ModelContext): Schema {
  // References may lead to each other in a circle.
  const seen = new Set<SchemaId>();
  let content = schema;
  while (content.kind === "reference" && !seen.has(content.schema)) {
    seen.add(content.schema);
    content = context.schemas.content(content.schema) ?? content;
  }
  return content;
}

/** `next_page-token`, `nextPageToken` → `nextpagetoken`. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** Whether every value is of one of these kinds, null aside. */
export function isOf(
  schema: Schema,
  kinds: readonly Schema["kind"][],
  context: ModelContext,
  depth = 0,
): boolean {
  const content = contentOf(schema, context);
  if (kinds.includes(content.kind)) return true;
  if (content.kind === "literal") {
    return kinds.includes("string") && content.values.every((value) => typeof value === "string");
  }
  if (content.kind !== "union" || depth > 4) return false;
  return content.variants.every((variant) => isOf(variant, kinds, context, depth + 1));
}
