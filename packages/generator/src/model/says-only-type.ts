import type { Schema } from "./api-model.ts";

/** Tells whether a schema names a type and limits it in no way. */
export function saysOnlyType(schema: Schema): boolean {
  const { docs: _docs, nullable, ...rest } = schema;
  if (nullable) return false;
  switch (rest.kind) {
    case "object":
      return rest.properties.length === 0 && rest.additionalProperties === true && size(rest) === 3;
    case "array":
      return rest.items.kind === "unknown" && !rest.uniqueItems && size(rest) === 3;
    case "string":
    case "number":
    case "integer":
      return "format" in rest ? size(rest) === 2 : size(rest) === 1;
    case "boolean":
    case "unknown":
      return true;
    default:
      return false;
  }
}

// Limits are members that are there only where the spec sets them.
function size(members: object): number {
  const silent = ["lenient", "contentMediaType", "held"];
  return Object.keys(members).filter((key) => !silent.includes(key)).length;
}
