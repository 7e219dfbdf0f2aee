import { camelCase } from "../naming/casing.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Docs, Operation, Resource, ResourceId } from "./api-model.ts";
import type { ModelContext } from "./context.ts";
import { buildDocs } from "./docs.ts";
import { operationNouns } from "../naming/nouns.ts";
import { items, text } from "./read.ts";

/** Groups operations by resource, adds the parents that have none, sorts by id. */
export function buildResources(
  operations: readonly Operation[],
  root: Node,
  context: ModelContext,
): Resource[] {
  const byResource = new Map<ResourceId, Operation[]>();
  for (const operation of operations) {
    const { resource } = operationNouns(operation.id);
    for (const parent of parents(resource)) if (!byResource.has(parent)) byResource.set(parent, []);
    byResource.set(resource, [...(byResource.get(resource) ?? []), operation]);
  }
  const tags = tagDocs(root, context);
  return [...byResource]
    .map(([id, own]) => ({ id, docs: resourceDocs(id, own, tags), operations: own }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** `customers.sources.cards` → `customers`, `customers.sources`. */
function parents(id: ResourceId): ResourceId[] {
  const segments = id.split(".");
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("."));
}

const MARKS = new Set(["badge", "audience"]);

type TagDocs = ReadonlyMap<string, Docs>;

function tagDocs(root: Node, context: ModelContext): TagDocs {
  return new Map(
    items(root, "tags", context).flatMap((tag) => {
      const name = text(tag, "name", context);
      // OpenAPI 3.2, section 4.21.1: tags of other kinds mark operations, they are no headings.
      if (MARKS.has(text(tag, "kind", context) ?? "")) return [];
      return name === undefined ? [] : [[name, buildDocs(tag, context)] as const];
    }),
  );
}

// A tag describes a resource when the resource's operations have no other, when its name says so, or when it is the
// first that they all have.
function resourceDocs(id: ResourceId, operations: readonly Operation[], tags: TagDocs): Docs {
  const own = [...new Set(operations.flatMap((operation) => operation.tags))];
  const [only] = own;
  if (own.length === 1 && only !== undefined) return tags.get(only) ?? {};
  const named = [...tags.keys()].find((tag) => camelCase(tag) === id);
  const shared = own.find((tag) => operations.every((operation) => operation.tags.includes(tag)));
  return tags.get(named ?? shared ?? "") ?? {};
}
