import type { NamedSchema, SchemaId } from "../../model/api-model.ts";
import type { Contents } from "../../model/leaves.ts";

/** Where the content of the model's schemas is found. */
export function contentsOf(schemas: ReadonlyMap<SchemaId, NamedSchema>): Contents {
  return { content: (id) => schemas.get(id)?.schema };
}
