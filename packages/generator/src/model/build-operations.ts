import { duplicateOperationId } from "../diagnostics/catalog/model.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Operation, SecurityScheme } from "./api-model.ts";
import { buildCallbacks, type CallbackHolder } from "./build-callbacks.ts";
import { buildOperation, type OperationSource } from "./build-operation.ts";
import type { ModelContext } from "./context.ts";
import { nounCandidates, type OperationNouns } from "../naming/nouns.ts";
import { OperationIds } from "../naming/operation-ids.ts";
import { operationIds } from "./operation-name.ts";
import { operationsIn } from "./path-item.ts";
import type { Filter } from "./filter.ts";
import { entries, member } from "./read.ts";
import { readPaths } from "./read-paths.ts";
import { selectable } from "./selectors.ts";

/** What is below `paths`. */
export interface BuiltOperations {
  readonly operations: readonly Operation[];
  /** What the API calls back on their account. */
  readonly callbacks: readonly Operation[];
}

/** Every Operation Object below `paths`, in document order, each with an id of its own, and their callbacks. */
export function buildOperations(
  root: Node,
  securitySchemes: readonly SecurityScheme[],
  context: ModelContext,
  filter?: Filter,
): BuiltOperations {
  const ids = new OperationIds();
  const first = new Set<string>();
  const params = new Set<string>();
  const holders: CallbackHolder[] = [];
  const operations = findOperations(root, context).flatMap((source) => {
    const id = ids.claim(operationIds(source, context));
    reportSecond(source.node, id, first, context);
    const nouns = ownNouns(id, params);
    params.add(nouns.params);
    // What is left out keeps its name to itself: no name depends on what is chosen.
    if (filter && !filter.takes(selectable(source.node, source.method, source.path))) return [];
    holders.push({ id, node: source.node });
    const build = (): Operation =>
      buildOperation({ ...source, id, nouns }, securitySchemes, root, context);
    return [context.schemas.ownedBy(nouns.resource, build)];
  });
  // After all others, so that they take no name from them.
  const resources = new Set(ids.resources());
  return { operations, callbacks: buildCallbacks(holders, resources, securitySchemes, context) };
}

function findOperations(
  root: Node,
  context: ModelContext,
): Omit<OperationSource, "id" | "nouns">[] {
  if (!member(root, "paths")) return [];
  const paths = readPaths(entries(root, "paths", context), context.report);
  return paths.flatMap(({ path, entry }) =>
    operationsIn(entry, context).map((found) => ({ ...found, pathEntry: entry, path })),
  );
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
