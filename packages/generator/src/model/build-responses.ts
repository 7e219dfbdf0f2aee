import { bodilessStatus } from "../diagnostics/catalog/bodies.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { MediaType, Response, SchemaId } from "./api-model.ts";
import { buildResponseHeaders } from "./build-response-headers.ts";
import { buildPart, partName } from "./build-schema.ts";
import type { ModelContext } from "./context.ts";
import { buildDocs } from "./docs.ts";
import { essence } from "./media-kind.ts";
import { mediaNames } from "./media-name.ts";
import { entries, expectObject, keys, member } from "./read.ts";
import { type Media, readContent, wording } from "./read-content.ts";
import { readStatuses } from "./read-statuses.ts";
import { buildSequence } from "./sequence.ts";

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
  const media = contentOf(status, node, context);
  // Of failures one description is enough: what comes is read by what it says of itself.
  const wanted = /^[45]/.test(status) ? media.slice(0, 1) : media;
  const wordOf = mediaNames(media);
  const known = new Map<string, MediaType>();
  const content = wanted.map((one, index): MediaType => {
    const key = `${one.kind} ${wording(one.node)}`;
    const own = index === 0 ? name : partName(name, wordOf(one.contentType));
    const built = known.get(key) ?? buildMedia(one, own, context);
    known.set(key, built);
    return { ...built, contentType: one.contentType };
  });
  const headers = buildResponseHeaders(node, name, context);
  return { status, docs, content, ...(headers.length > 0 && { headers }) };
}

// RFC 9110, section 6.4.1.
const BODILESS = /^(?:1..|204|205|304)$/;

function contentOf(status: string, node: Node, context: ModelContext): readonly Media[] {
  const content = member(node, "content");
  if (!content) return [];
  if (!BODILESS.test(status)) return readContent(node, context);
  // Nothing is what is right, and many write it.
  if (keys(content).length > 0) context.report(bodilessStatus(content.at, status));
  return [];
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
  return /^\dXX$/.test(status) ? 1_000 + Number(status[0]) : Number(status);
}
