import { readPath } from "../../naming/path-words.ts";
import { sameNoun } from "../../naming/same-noun.ts";
import { ITEMS, WRAPPERS } from "../answers-list.ts";
import type { PagedItems, Schema } from "../api-model.ts";
import type { ModelContext } from "../context.ts";
import { contentOf } from "../leaves.ts";
import { type Field, propertiesOf } from "./fields.ts";

/** Where an answer has its items, if it is a list of such. */
export function findItems(
  path: string,
  schema: Schema,
  fields: readonly Field[],
  context: ModelContext,
): PagedItems | undefined {
  const whole = contentOf(schema, context.schemas);
  if (whole.kind === "array") return { items: "", item: whole.items };
  // What has an id is one thing, and its arrays are parts of it.
  if (fields.some(({ name, holders }) => name === "id" && holders.length === 0)) return undefined;
  const noun = readPath(path).nouns.at(-1) ?? "";
  const arrays = fields.flatMap((field) => arrayOf(field, context));
  const outer = arrays.filter(({ field }) => field.holders.length === 0);
  const [only, second] = outer.filter(({ hasObjects }) => hasObjects);
  const found =
    arrays.find(({ name }) => sameNoun(name, noun)) ??
    arrays.find(({ field }) => ITEMS.has(field.name)) ??
    (second ? undefined : only);
  return found && { items: found.field.pointer, item: found.item };
}

interface ArrayField {
  readonly field: Field;
  readonly name: string;
  readonly item: Schema;
  readonly hasObjects: boolean;
}

function arrayOf(field: Field, context: ModelContext): ArrayField[] {
  const { schema, holders, pointer } = field;
  const mayHold = holders.every((name) => WRAPPERS.has(name) || ITEMS.has(name));
  if (schema.kind !== "array" || !mayHold) return [];
  const hasObjects = propertiesOf(schema.items, context).length > 0;
  return [{ field, name: pointer.split("/").at(-1) ?? "", item: schema.items, hasObjects }];
}
