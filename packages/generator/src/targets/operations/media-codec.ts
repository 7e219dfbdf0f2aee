import type {
  MediaType,
  ObjectSchema,
  RequestMedia,
  Schema,
  SchemaId,
} from "../../model/api-model.ts";
import type { SourceText } from "../shared/layout.ts";
import { codecText } from "../shared/wires.ts";
import type { TypeContext } from "../shared/type-text.ts";

/** How bodies, answers and their parts are read and written where JSON has no type for a scalar of theirs. */

interface Codec {
  readonly codec?: SourceText;
}

/** Of a body, or of its items. @param params What `params` are in a call with this media type. */
export function bodyCodec(
  { kind, from, schema }: RequestMedia,
  params: SchemaId | undefined,
  context: TypeContext,
): Codec {
  if (kind === "lines" || kind === "sequence") return codecText(itemsOf(schema, context), context);
  if (kind !== "json") return {};
  if (from === "body" || params === undefined) return codecText(schema, context);
  return codecText({ kind: "reference", schema: params, nullable: false, docs: {} }, context);
}

/** Of an answer, or of its items. */
export function answerCodec(
  { kind, schema, itemSchema, items }: MediaType,
  context: TypeContext,
): Codec {
  switch (kind) {
    case "json":
      return codecText(schema, context);
    case "lines":
    case "sequence":
      return codecText(itemSchema, context);
    case "events":
      if (items === "data") return codecText(itemSchema, context);
      return items === "json-event" ? codecText(dataOf(itemSchema, context), context) : {};
    default:
      return {};
  }
}

/** Of the properties of a form that travel as JSON. */
export function* partCodecs(
  { kind, schema, encoding }: Pick<RequestMedia, "kind" | "schema" | "encoding">,
  context: TypeContext,
): Iterable<[name: string, codec: SourceText]> {
  if (kind !== "form" && kind !== "multipart") return;
  for (const { name, schema: own } of objectOf(schema, context)?.properties ?? []) {
    const described = encoding.find(({ property }) => property === name);
    const isJson = /[/+]json\b/i.test(described?.contentType ?? "");
    const part = kind === "multipart" ? (itemsOf(own, context) ?? own) : own;
    const isScalar = !["array", "object", "union", "intersection"].includes(
      contentOf(part, context)?.kind ?? "",
    );
    if (!isJson && (kind === "form" || isScalar)) continue;
    const { codec } = codecText(part, context);
    if (codec) yield [name, codec];
  }
}

function dataOf(event: Schema | undefined, context: TypeContext): Schema | undefined {
  const { properties = [] } = (event && objectOf(event, context)) ?? {};
  return properties.find(({ name }) => name === "data")?.schema;
}

function itemsOf(schema: Schema, context: TypeContext): Schema | undefined {
  const content = contentOf(schema, context);
  return content?.kind === "array" ? content.items : undefined;
}

function objectOf(schema: Schema, context: TypeContext): ObjectSchema | undefined {
  const content = contentOf(schema, context);
  return content?.kind === "object" ? content : undefined;
}

function contentOf(schema: Schema, context: TypeContext): Schema | undefined {
  const named = schema.kind === "reference" ? context.schemas.get(schema.schema) : undefined;
  return named && named.schema.kind !== "reference" ? named.schema : schema;
}
