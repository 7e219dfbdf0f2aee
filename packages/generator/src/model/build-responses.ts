import type { Node } from "../resolve/spec-document.ts";
import type { Response, SchemaId } from "./api-model.ts";
import { preferredMedia } from "./build-body.ts";
import { buildPart, partName } from "./build-schema.ts";
import type { ModelContext } from "./context.ts";
import { buildDocs } from "./docs.ts";
import { contents, entries, expectObject, member } from "./read.ts";
import { readStatuses } from "./read-statuses.ts";

/** OpenAPI 3.1, section 4.8.16 (Responses Object): exact statuses ascending, then ranges, `default` last. */
export function buildResponses(operation: Node, name: SchemaId, context: ModelContext): Response[] {
  if (!member(operation, "responses")) return [];
  const described = readStatuses(entries(operation, "responses", context), context);
  const several = described.filter(([status]) => status.startsWith("2")).length > 1;
  return described
    .flatMap(([status, reference]) => {
      const target = context.document.follow(reference);
      const node = target && expectObject(target, context);
      if (!node) return [];
      const plain = status.startsWith("2") && !several;
      return [buildResponse(status, node, plain ? name : partName(name, status), context)];
    })
    .sort((a, b) => rank(a.status) - rank(b.status));
}

function buildResponse(
  status: string,
  node: Node,
  name: SchemaId,
  context: ModelContext,
): Response {
  const docs = buildDocs(node, context);
  const media = member(node, "content") && preferredMedia(contents(node, context));
  if (!media) return { status, docs };
  const [contentType, content] = media;
  const schema = member(content, "schema");
  return {
    status,
    docs,
    contentType,
    ...(schema && { schema: buildPart(schema, name, context) }),
  };
}

function rank(status: string): number {
  if (status === "default") return 10_000;
  return /^\dXX$/.test(status) ? 1_000 + Number(status[0]) : Number(status);
}
