import { operationNouns } from "../naming/nouns.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Operation, Resource, ResourceId } from "./api-model.ts";
import type { ModelContext } from "./context.ts";
import { readTags } from "./read-tags.ts";
import { resourceDocs } from "./resource-docs.ts";

/** Groups operations by resource, adds the parents that have none, sorts by id. */
export function buildResources(
  operations: readonly Operation[],
  root: Node,
  context: ModelContext,
): Resource[] {
  const byResource = new Map<ResourceId, Operation[]>();
  for (const operation of operations) {
    const { resource } = operationNouns(operation.id);
    for (const id of [...parents(resource), resource]) {
      if (!byResource.has(id)) byResource.set(id, []);
    }
    byResource.get(resource)?.push(operation);
  }
  const docs = resourceDocs(byResource, readTags(root, context));
  return [...byResource]
    .map(([id, own]) => ({ id, docs: docs.get(id) ?? {}, operations: own }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** `customers.sources.cards` → `customers`, `customers.sources`. */
function parents(id: ResourceId): ResourceId[] {
  const segments = id.split(".");
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("."));
}
