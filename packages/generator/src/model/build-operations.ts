import {
  duplicateOperationId,
  pathWithoutSlash,
  unknownField,
} from "../diagnostics/catalog/model.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { HttpMethod, Operation, SecurityScheme } from "./api-model.ts";
import { buildOperation, type OperationSource } from "./build-operation.ts";
import type { ModelContext } from "./context.ts";
import { nounCandidates, type OperationNouns } from "../naming/nouns.ts";
import { OperationIds } from "../naming/operation-ids.ts";
import { operationIds } from "./operation-name.ts";
import { below, entries, expectObject, keys, member, object } from "./read.ts";

/** Fields of a Path Item Object that are operations. OpenAPI 3.1, section 4.8.9. */
export const METHODS: ReadonlyMap<string, HttpMethod> = new Map([
  ["get", "GET"],
  ["put", "PUT"],
  ["post", "POST"],
  ["delete", "DELETE"],
  ["options", "OPTIONS"],
  ["head", "HEAD"],
  ["patch", "PATCH"],
  ["trace", "TRACE"],
]);

/** Fields of a Path Item Object that are no operations. OpenAPI 3.1, section 4.8.9. */
const OTHER_FIELDS: readonly string[] = ["$ref", "summary", "description", "servers", "parameters"];

/** Every Operation Object below `paths`, in document order, each with an id of its own. */
export function buildOperations(
  root: Node,
  securitySchemes: readonly SecurityScheme[],
  context: ModelContext,
): Operation[] {
  const ids = new OperationIds();
  const first = new Set<string>();
  const params = new Set<string>();
  return findOperations(root, context).map((source) => {
    const id = ids.claim(operationIds(source, context));
    reportSecond(source.node, id, first, context);
    const nouns = ownNouns(id, params);
    params.add(nouns.params);
    return context.schemas.ownedBy(nouns.resource, () =>
      buildOperation({ ...source, id, nouns }, securitySchemes, root, context),
    );
  });
}

function findOperations(
  root: Node,
  context: ModelContext,
): Omit<OperationSource, "id" | "nouns">[] {
  if (!member(root, "paths")) return [];
  return entries(root, "paths", context).flatMap(([path, reference]) => {
    if (path.startsWith("x-")) return [];
    if (!path.startsWith("/")) context.report(pathWithoutSlash(reference.at, path));
    const target = context.document.follow(reference);
    const pathItem = target && expectObject(target, context);
    if (!pathItem) return [];
    return operationsOf(pathItem, path, reference, context);
  });
}

function operationsOf(
  pathItem: Node,
  path: string,
  pathEntry: Node,
  context: ModelContext,
): Omit<OperationSource, "id" | "nouns">[] {
  return keys(pathItem).flatMap((key) => {
    const method = METHODS.get(key);
    if (!method) reportUnknown(pathItem, key, context);
    const node = method && object(pathItem, key, context);
    return method && node ? [{ node, pathItem, pathEntry, path, method }] : [];
  });
}

function reportUnknown(pathItem: Node, key: string, context: ModelContext): void {
  if (OTHER_FIELDS.includes(key) || key.startsWith("x-")) return;
  const guess = nearest(key, [...METHODS.keys(), ...OTHER_FIELDS]);
  context.report(unknownField(below(pathItem.at, key), key, "a Path Item Object", guess));
}

function ownNouns(id: string, taken: ReadonlySet<string>): OperationNouns {
  const candidates = nounCandidates(id);
  return candidates.find(({ params }) => !taken.has(params)) ?? candidates[0];
}

// OpenAPI 3.1, section 4.8.10.1: an `operationId` is unique in the document.
function reportSecond(node: Node, id: string, first: Set<string>, context: ModelContext): void {
  const said = member(node, "operationId");
  if (typeof said?.value !== "string") return;
  if (first.has(said.value)) context.report(duplicateOperationId(said.at, said.value, id));
  first.add(said.value);
}
