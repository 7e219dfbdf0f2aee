import type { Docs, Property, Schema } from "../api-model.ts";
import type { ModelContext } from "../context.ts";
import { contentOf, leavesOf } from "../leaves.ts";

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
    schema: contentOf(schema, context.schemas),
    docs: schema.docs,
  }));
}

/** The properties that values of a schema may have: of all its parts and variants. */
export function propertiesOf(schema: Schema, context: ModelContext): readonly Property[] {
  return leavesOf(schema, ["intersection", "union"], context.schemas)
    .flatMap((leaf) => (leaf.kind === "object" ? leaf.properties : []))
    .slice(0, MOST_FIELDS);
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
): boolean {
  const leaves = leavesOf(schema, ["union"], context.schemas);
  return leaves.length > 0 && leaves.every((leaf) => isLeafOf(leaf, kinds));
}

function isLeafOf(leaf: Schema, kinds: readonly Schema["kind"][]): boolean {
  if (kinds.includes(leaf.kind)) return true;
  if (leaf.kind !== "literal" || !kinds.includes("string")) return false;
  return leaf.values.every((value) => typeof value === "string");
}
