import { missingField, unknownValue } from "../diagnostics/catalog/model.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Encoding, ParameterStyle, Schema, SchemaId } from "./api-model.ts";
import { buildSchema } from "./build-schema.ts";
import type { ModelContext } from "./context.ts";
import { contents, entries, flag, member, object, placeOf, text } from "./read.ts";

/** A Request Body Object before it is gathered with the parameters. OpenAPI 3.1, section 4.8.13. */
export interface Body {
  readonly required: boolean;
  readonly contentType: string;
  readonly schema: Schema;
  readonly encoding: readonly Encoding[];
}

/** Media types by preference: what reads best on both sides comes first. */
const PREFERRED = [
  /^application\/(?:[\w.-]+\+)?json\b/,
  /^application\/x-www-form-urlencoded\b/,
  /^multipart\/form-data\b/,
];

export function buildBody(
  operation: Node,
  name: SchemaId,
  context: ModelContext,
): Body | undefined {
  if (!member(operation, "requestBody")) return undefined;
  const body = object(operation, "requestBody", context);
  if (!body) return undefined;
  const media = preferredMedia(contents(body, context));
  if (!media) {
    context.report(missingField(body.at, "content", "A Request Body Object", "warning"));
    return undefined;
  }
  const [contentType, node] = media;
  const schema = member(node, "schema");
  return {
    required: flag(body, "required", context) === true,
    contentType,
    schema: schema
      ? buildSchema(schema, name, context)
      : { kind: "unknown", nullable: false, docs: {} },
    encoding: buildEncoding(node, context),
  };
}

export function preferredMedia<T>(
  media: readonly (readonly [string, T])[],
): readonly [string, T] | undefined {
  for (const wanted of PREFERRED) {
    const found = media.find(([type]) => wanted.test(type));
    if (found) return found;
  }
  return media[0];
}

const STYLES: readonly ParameterStyle[] = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];

/** OpenAPI 3.1, section 4.8.15 (Encoding Object). */
function buildEncoding(media: Node, context: ModelContext): Encoding[] {
  if (!member(media, "encoding")) return [];
  return entries(media, "encoding", context)
    .flatMap(([property, node]) => {
      const style = encodingStyle(node, context);
      const explode = flag(node, "explode", context);
      if (style === undefined && explode === undefined) return [];
      return [
        { property, style: style ?? "form", explode: explode ?? (style ?? "form") === "form" },
      ];
    })
    .sort((a, b) => (a.property < b.property ? -1 : 1));
}

function encodingStyle(node: Node, context: ModelContext): ParameterStyle | undefined {
  const value = text(node, "style", context);
  const style = STYLES.find((known) => known === value);
  if (value !== undefined && style === undefined) {
    context.report(
      unknownValue(placeOf(node, "style"), value, STYLES, nearest(value, STYLES), '"form"'),
    );
  }
  return style;
}
