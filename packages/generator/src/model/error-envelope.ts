import type { Node } from "../resolve/spec-document.ts";
import type { ErrorEnvelope } from "./api-model.ts";
import type { ModelContext } from "./context.ts";
import { entries, member, object, text } from "./read.ts";

/** Reads `x-specwright: { errors: … }` of the document: where an error body keeps its message, type, code and parameter. */
export function buildErrorEnvelope(root: Node, context: ModelContext): ErrorEnvelope | undefined {
  const extension = member(root, "x-specwright") && object(root, "x-specwright", context);
  const errors = extension && member(extension, "errors") && object(extension, "errors", context);
  const message = errors && text(errors, "message", context);
  if (!errors || message === undefined) return undefined;
  const type = text(errors, "type", context);
  const code = text(errors, "code", context);
  const param = text(errors, "param", context);
  const types = entries(errors, "types", context)
    .map(([status, node]) => ({ status, type: String(node.value) }))
    .sort((a, b) => (a.status < b.status ? -1 : 1));
  return {
    message,
    ...(type !== undefined && { type }),
    ...(code !== undefined && { code }),
    ...(param !== undefined && { param }),
    types,
  };
}
