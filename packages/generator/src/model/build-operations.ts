import { duplicateOperationId, pathWithoutSlash } from "../diagnostics/catalog/model.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Operation, SecurityScheme } from "./api-model.ts";
import { buildOperation, type OperationSource } from "./build-operation.ts";
import type { ModelContext } from "./context.ts";
import { operationNouns } from "../naming/nouns.ts";
import { operationName, pathName } from "./operation-name.ts";
import { operationsIn } from "./path-item.ts";
import { entries, member, placeOf } from "./read.ts";

/** Every Operation Object below `paths`, in document order, each with an id of its own. */
export function buildOperations(
  root: Node,
  securitySchemes: readonly SecurityScheme[],
  context: ModelContext,
): Operation[] {
  const taken = new Set<string>();
  return findOperations(root, context).map((source) => {
    const id = uniqueId(source, taken, context);
    taken.add(id);
    return context.schemas.ownedBy(operationNouns(id).resource, () =>
      buildOperation({ ...source, id }, securitySchemes, root, context),
    );
  });
}

function findOperations(root: Node, context: ModelContext): Omit<OperationSource, "id">[] {
  if (!member(root, "paths")) return [];
  return entries(root, "paths", context).flatMap(([path, reference]) => {
    if (path.startsWith("x-")) return [];
    if (!path.startsWith("/")) context.report(pathWithoutSlash(reference.at, path));
    return operationsIn(reference, context).map((found) => ({
      ...found,
      pathEntry: reference,
      path,
    }));
  });
}

function uniqueId(
  source: Omit<OperationSource, "id">,
  taken: ReadonlySet<string>,
  context: ModelContext,
): string {
  const wanted = operationName(source, context);
  if (!taken.has(wanted)) return wanted;
  const longer = [pathName(source), `${wanted}${source.method.replace(/\W/g, "")}`].find(
    (id) => !taken.has(id),
  );
  const id = longer ?? `${pathName(source)}Again`;
  context.report(duplicateOperationId(placeOf(source.node, "operationId"), wanted, id));
  return id;
}
