import type { MediaType, Operation } from "../../model/api-model.ts";
import { typeText, type TypeContext } from "../shared/type-text.ts";

/** What the body of a failure is. */
export interface FailureBody {
  /** `"402"`, `"4XX"` or `"default"`. */
  readonly status: string;
  readonly type: string;
}

/** The bodies of the failures that an operation documents, as an `ApiError` holds them. */
export function failureBodies(
  { responses, success }: Operation,
  context: TypeContext,
): readonly FailureBody[] {
  return responses
    .filter(({ status }) => status !== success && !/^[12]/.test(status))
    .map(({ status, content }) => ({ status, type: bodyType(content, context) }));
}

// Whatever is no JSON is kept as text.
function bodyType(content: readonly MediaType[], context: TypeContext): string {
  const types = content.map(({ kind, schema }) => {
    if (kind !== "json") return "string";
    return schema ? typeText(schema, context) : "unknown";
  });
  return types.length === 0 || types.includes("unknown")
    ? "unknown"
    : [...new Set(types)].join(" | ");
}
