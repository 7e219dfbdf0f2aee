import { ignoredHeader } from "../diagnostics/catalog/bodies.ts";
import type { Node } from "../resolve/spec-document.ts";
import { isHeaderName } from "../structure/header-name.ts";
import type { ResponseHeader, Schema, SchemaId } from "./api-model.ts";
import { buildPart, partName } from "./build-schema.ts";
import type { ModelContext } from "./context.ts";
import { buildDocs, preferDocs } from "./docs.ts";
import { contents, entries, expectObject, flag, member } from "./read.ts";

/**
 * The Header Objects of a response, by name. OpenAPI 3.1, sections 4.8.17 (Response Object) and 4.8.21 (Header Object).
 *
 * @param name What inline schemas of the response are named after.
 */
export function buildResponseHeaders(
  response: Node,
  name: SchemaId,
  context: ModelContext,
): ResponseHeader[] {
  if (!member(response, "headers")) return [];
  const found = new Map<string, ResponseHeader>();
  for (const [header, reference] of entries(response, "headers", context)) {
    const key = header.toLowerCase();
    // Media types say what it is. Section 4.8.17.
    if (key === "content-type") {
      const instead = 'the media types under "content" say what it is';
      context.report(ignoredHeader({ ...reference.at, key: true }, header, instead));
      continue;
    }
    const target = context.document.follow(reference);
    const node = target && expectObject(target, context);
    // Case has no meaning in names of headers: of two spellings the first counts.
    if (!node || found.has(key) || !isHeaderName(header)) continue;
    found.set(key, buildHeader(header, node, partName(partName(name, "header"), header), context));
  }
  return [...found.values()].sort(byName);
}

function byName(a: ResponseHeader, b: ResponseHeader): number {
  return a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1;
}

function buildHeader(
  header: string,
  node: Node,
  name: SchemaId,
  context: ModelContext,
): ResponseHeader {
  const own = member(node, "schema");
  const [media] = own ? [] : contents(node, context);
  const described = own ?? (media && member(media[1], "schema"));
  const schema: Schema = described
    ? buildPart(described, name, context)
    : { kind: "string", nullable: false, docs: {} };
  return {
    name: header,
    required: flag(node, "required", context) === true,
    explode: flag(node, "explode", context) === true,
    ...(media && { contentType: media[0] }),
    schema,
    docs: preferDocs(buildDocs(node, context), schema.docs),
  };
}
