import type { HeldNumber, Schema, SchemaId } from "./api-model.ts";
import type { ModelContext } from "./context.ts";

/**
 * Gives the numbers among the parts of one value the form that one of them has, as in `allOf` of an `int64` and a
 * `minimum`: no value is a `bigint` and a `number`.
 */
export function sameForm(parts: readonly Schema[], context: ModelContext): readonly Schema[] {
  const held = parts.map((part) => formOf(part, context)).find((form) => form !== undefined);
  if (held === undefined) return parts;
  return parts.map((part): Schema => {
    if (part.kind !== "number" && part.kind !== "integer") return part;
    // The other part says that it is a number.
    const { lenient: _lenient, ...rest } = part;
    return { ...rest, held };
  });
}

function formOf(schema: Schema, context: ModelContext): HeldNumber | undefined {
  const seen = new Set<SchemaId>();
  let content: Schema | undefined = schema;
  while (content?.kind === "reference" && !seen.has(content.schema)) {
    seen.add(content.schema);
    content = context.schemas.content(content.schema);
  }
  return content?.kind === "number" || content?.kind === "integer" ? content.held : undefined;
}
