import type { Node } from "../resolve/spec-document.ts";
import type { Parameter, Schema, SchemaId } from "./api-model.ts";
import { buildEncoding } from "./build-encoding.ts";
import { buildPart } from "./build-schema.ts";
import type { ModelContext } from "./context.ts";
import { buildDocs, preferDocs } from "./docs.ts";
import { essence } from "./media-kind.ts";
import { flag, member } from "./read.ts";
import { type Media, readContent } from "./read-content.ts";

/**
 * A parameter that is the whole query of a URL, described by one media type. OpenAPI 3.2, section 4.12.1 (`in:
 * querystring`).
 *
 * @param schemaName What an inline schema is named after.
 */
export function buildQueryString(
  node: Node,
  name: string,
  schemaName: SchemaId,
  context: ModelContext,
): Parameter {
  const [media] = member(node, "content") ? readContent(node, context) : [];
  const kind = kindOf(media);
  const schema = schemaOf(media, kind, schemaName, context);
  const encoding = media && kind === "form" ? buildEncoding(media.node, context) : [];
  return {
    name,
    key: name,
    in: "querystring",
    required: flag(node, "required", context) === true,
    style: "form",
    explode: true,
    allowReserved: false,
    contentType: contentTypeOf(media),
    kind,
    ...(encoding.length > 0 && { encoding }),
    schema,
    docs: preferDocs(buildDocs(node, context), schema.docs),
    at: node.at,
  };
}

// Whatever it is that is neither JSON nor a form, in a URL it is text.
function kindOf(media: Media | undefined): "json" | "form" | "text" {
  if (!media || media.kind === "form") return "form";
  return media.kind === "json" ? "json" : "text";
}

// Of a range, JSON is what can be described.
function contentTypeOf(media: Media | undefined): string {
  if (!media) return "application/x-www-form-urlencoded";
  const type = essence(media.contentType);
  return media.kind === "json" && type.includes("*") ? "application/json" : type;
}

function schemaOf(
  media: Media | undefined,
  kind: Parameter["kind"],
  name: SchemaId,
  context: ModelContext,
): Schema {
  const described = media && member(media.node, "schema");
  const built: Schema = described
    ? buildPart(described, name, context)
    : { kind: "unknown", nullable: false, docs: {} };
  const isFitting = kind !== "text" || built.kind === "string" || built.kind === "literal";
  return isFitting ? built : { kind: "string", nullable: false, docs: built.docs };
}
