import type { ApiModel, Schema } from "@specwright/generator/reading";
import type { Schemas } from "../schema/schemas.ts";
import { hasId, objectOf } from "./answers.ts";
import type { Collection, EventPlan } from "./api-plan.ts";
import { objectName } from "./identity.ts";

/** Webhooks that tell of what the sandbox keeps: by the object that they carry, else by their names. */
export function planEvents(
  model: ApiModel,
  collections: ReadonlyMap<string, Collection>,
  schemas: Schemas,
): readonly EventPlan[] {
  const byName = new Map(
    [...collections.values()].flatMap(({ id, name }) => (name === undefined ? [] : [[name, id]])),
  );
  const byObject = new Map(
    [...collections.values()].flatMap(({ id, schema }) => {
      const object = objectName(schema, schemas);
      return object === "" ? [] : [[object, id]];
    }),
  );
  return model.webhooks.flatMap(({ name, method, schema }) => {
    const words = name.split(/[./]/);
    const verb = words.at(-1) ?? "";
    const carried = schema && carriedName(schema, schemas);
    const collection =
      (carried === undefined ? undefined : byName.get(carried)) ??
      byObject.get(words.slice(0, -1).join("."));
    if (collection === undefined) return [];
    return [{ name, method, verb, collection, ...(schema && { schema }) }];
  });
}

/** The schema of the object that an event carries: `data.object`, `data`, or any property that is one. */
function carriedName(schema: Schema, schemas: Schemas, depth = 0): string | undefined {
  const object = objectOf(schema, schemas);
  if (!object || depth > 2) return undefined;
  const preferred = object.properties.filter(({ name }) => name === "data" || name === "object");
  for (const { schema: part } of preferred.length > 0 ? preferred : object.properties) {
    const name = part.kind === "reference" ? part.schema : undefined;
    if (name !== undefined && hasId(part, schemas)) return name;
    const inner = carriedName(part, schemas, depth + 1);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
