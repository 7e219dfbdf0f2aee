import { oddStatus, unknownStatus } from "../diagnostics/catalog/bodies.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { MediaType, Response, SchemaId } from "./api-model.ts";
import { buildPart, partName } from "./build-schema.ts";
import type { ModelContext } from "./context.ts";
import { buildDocs } from "./docs.ts";
import { essence } from "./media-kind.ts";
import { mediaName } from "./media-name.ts";
import { entries, expectObject, member } from "./read.ts";
import { type Media, readContent } from "./read-content.ts";
import { buildSequence } from "./sequence.ts";

/** OpenAPI 3.1, section 4.8.16 (Responses Object): exact statuses ascending, then ranges, `default` last. */
export function buildResponses(operation: Node, name: SchemaId, context: ModelContext): Response[] {
  if (!member(operation, "responses")) return [];
  const described = statuses(operation, context);
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

/** The responses by status, each once; what is spelled oddly is read as it is meant. */
function statuses(operation: Node, context: ModelContext): [string, Node][] {
  const found = new Map<string, Node>();
  for (const [key, node] of entries(operation, "responses", context)) {
    if (key.startsWith("x-")) continue;
    const status = statusOf(key);
    if (status === undefined) {
      context.report(unknownStatus(node.at, key));
      continue;
    }
    if (status !== key) context.report(oddStatus(node.at, key, status));
    // Written as it should be, it counts before any other spelling.
    if (status === key || !found.has(status)) found.set(status, node);
  }
  return [...found];
}

function statusOf(key: string): string | undefined {
  const word = key.trim();
  if (/^default$/i.test(word)) return "default";
  return /^[1-5](?:\d\d|XX)$/i.test(word) ? word.toUpperCase() : undefined;
}

function buildResponse(
  status: string,
  node: Node,
  name: SchemaId,
  context: ModelContext,
): Response {
  const docs = buildDocs(node, context);
  const media = member(node, "content") ? readContent(node, context) : [];
  // Of failures one description is enough: what comes is read by what it says of itself.
  const wanted = /^[45]/.test(status) ? media.slice(0, 1) : media;
  const content = wanted.map((one, index) =>
    buildMedia(
      one,
      index === 0 ? name : partName(name, mediaName(one.contentType, media)),
      context,
    ),
  );
  return { status, docs, content };
}

function buildMedia(media: Media, name: SchemaId, context: ModelContext): MediaType {
  const { contentType, kind, node } = media;
  switch (kind) {
    case "events":
    case "lines":
    case "sequence":
      return buildSequence(media, name, context);
    case "json": {
      const schema = member(node, "schema");
      if (!schema) return { contentType, kind };
      const built = buildPart(schema, name, context);
      const isBytes =
        essence(contentType).includes("*") && built.kind === "string" && built.format === "binary";
      return isBytes ? { contentType, kind: "binary" } : { contentType, kind, schema: built };
    }
    default:
      return { contentType, kind };
  }
}

function rank(status: string): number {
  if (status === "default") return 10_000;
  return status.endsWith("XX") ? 1_000 + Number(status[0]) : Number(status);
}
