import { invalidMethod } from "../diagnostics/catalog/model.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { HttpMethod } from "./api-model.ts";
import type { ModelContext } from "./context.ts";
import { entries, expectObject, keys, member, object } from "./read.ts";

/** Fields of a Path Item Object that are operations. OpenAPI 3.2, section 4.9.1. */
const METHODS: ReadonlyMap<string, HttpMethod> = new Map([
  ["get", "GET"],
  ["put", "PUT"],
  ["post", "POST"],
  ["delete", "DELETE"],
  ["options", "OPTIONS"],
  ["head", "HEAD"],
  ["patch", "PATCH"],
  ["trace", "TRACE"],
  ["query", "QUERY"],
]);

/** An Operation Object with its method and the Path Item Object that it stands in. */
export interface MethodNode {
  readonly method: HttpMethod;
  readonly node: Node;
  readonly pathItem: Node;
}

/**
 * The operations of a Path Item Object, in document order. Of a reference that has members of its own both count; the
 * standard leaves open what wins, and here it is what stands beside the reference.
 *
 * @param reference References not followed.
 */
export function operationsIn(reference: Node, context: ModelContext): MethodNode[] {
  const target = context.document.follow(reference);
  const pathItem = target && expectObject(target, context);
  if (!pathItem) return [];
  if (pathItem.at === reference.at) return operationsOf(pathItem, context);
  const own = operationsOf(reference, context);
  const taken = new Set(own.map(({ method }) => method));
  const others = operationsOf(pathItem, context).filter(({ method }) => !taken.has(method));
  return [...own, ...others].map((found) => ({
    ...found,
    // The parameters of one serve both: they belong to the same path.
    pathItem: [found.pathItem, reference, pathItem].find(hasParameters) ?? found.pathItem,
  }));
}

function hasParameters(node: Node): boolean {
  return member(node, "parameters") !== undefined;
}

function operationsOf(pathItem: Node, context: ModelContext): MethodNode[] {
  return keys(pathItem).flatMap((key): MethodNode[] => {
    if (key === "additionalOperations") return additionalOperations(pathItem, context);
    const method = METHODS.get(key);
    const node = method && object(pathItem, key, context);
    return method && node ? [{ method, node, pathItem }] : [];
  });
}

// RFC 9110, section 9.1: methods depend on case, so `post` here would be one of its own.
function additionalOperations(pathItem: Node, context: ModelContext): MethodNode[] {
  return entries(pathItem, "additionalOperations", context).flatMap(([method, reference]) => {
    if (method.startsWith("x-") || !isMethod(method, reference, context)) return [];
    const target = context.document.follow(reference);
    const node = target && expectObject(target, context);
    return node ? [{ method, node, pathItem }] : [];
  });
}

function isMethod(method: string, { at }: Node, context: ModelContext): boolean {
  const field = method.toLowerCase();
  if (METHODS.get(field) === method) {
    context.report(invalidMethod(at, method, `it has a field of its own, "${field}"`));
    return false;
  }
  // RFC 9110, section 5.6.2 (token).
  if (/^[!#$%&'*+.^_`|~\w-]+$/.test(method)) return true;
  context.report(
    invalidMethod(at, method, "a method is one word of letters, digits and a few signs"),
  );
  return false;
}
