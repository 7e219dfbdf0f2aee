import type {
  Encoding,
  MediaKind,
  MediaType,
  Parameter,
  RequestBody,
  RequestMedia,
  Response,
  SchemaId,
} from "../../model/api-model.ts";
import type { Imports } from "../shared/imports.ts";
import { SourceText } from "../shared/layout.ts";
import type { TypeContext } from "../shared/type-text.ts";
import { codecText } from "../shared/wires.ts";
import { answerCodec, bodyCodec, partCodecs } from "./media-codec.ts";

/** Bodies and answers as descriptors have them. Defaults are left out: what stands here is what is special. */

/** Functions of the runtime, by what they write and read: nobody carries those of kinds that they do not have. */
const WRITERS: Record<MediaKind, string> = {
  json: "writeJson",
  text: "writeContent",
  form: "writeUrlEncoded",
  multipart: "writeMultipart",
  events: "writeContent",
  lines: "writeJsonLines",
  sequence: "writeJsonSequence",
  binary: "writeContent",
};
const READERS: Record<MediaKind, string | undefined> = {
  json: undefined,
  text: "readText",
  form: "readText",
  multipart: "readBytes",
  events: "readEventStream",
  lines: "readJsonLines",
  sequence: "readJsonSequence",
  binary: "readBytes",
};

/** @param params What the whole of `params` is. */
export function bodyDescriptor(
  { required, content }: RequestBody,
  params: SchemaId | undefined,
  context: TypeContext,
): object {
  const [first, ...others] = content.map((media) => requestMedia(media, params, context));
  const { contentType, ...rest } = first ?? { contentType: undefined };
  return {
    contentType,
    required: required || undefined,
    ...rest,
    alternatives: others.length > 0 ? others : undefined,
    ...named("choose", others.length > 0 ? "chooseMedia" : undefined, context.imports),
  };
}

function requestMedia(
  media: RequestMedia,
  params: SchemaId | undefined,
  context: TypeContext,
): { readonly contentType: string } {
  const { contentType, from } = media;
  return {
    contentType,
    ...encodingDescriptors(media, context),
    ...(from === "body" && { from }),
    ...named("write", writerOf(media), context.imports),
    ...bodyCodec(media, media.params ?? params, context),
  };
}

/** How the properties of a form are written, by property. */
function encodingDescriptors(
  form: Pick<RequestMedia, "kind" | "schema" | "encoding">,
  context: TypeContext,
): { readonly encoding?: object } {
  const { encoding } = form;
  const parts = new Map(partCodecs(form, context));
  const described = encoding.map(({ property }) => property);
  const others = [...parts.keys()].filter((name) => !described.includes(name));
  const all = [...encoding, ...others.map((property): Encoding => ({ property }))];
  const encodings = all.map((one) => [
    one.property,
    { ...encodingDescriptor(one), codec: parts.get(one.property) },
  ]);
  return encodings.length === 0 ? {} : { encoding: Object.fromEntries(encodings) };
}

/** What the descriptor of a parameter says of a whole query. */
export function queryDescriptor(
  { schema, contentType, kind = "form", encoding = [] }: Parameter,
  context: TypeContext,
): object {
  return {
    contentType,
    ...encodingDescriptors({ kind, schema, encoding }, context),
    ...(kind === "json" && codecText(schema, context)),
  };
}

function writerOf({ kind, contentType }: RequestMedia): string {
  return isOpenRange({ kind, contentType }) ? "writeRange" : WRITERS[kind];
}

function encodingDescriptor(encoding: Encoding): object {
  const { style, explode, allowReserved, contentType, headers } = encoding;
  return {
    style,
    explode: explode === (style === "form") ? undefined : explode,
    allowReserved,
    contentType,
    headers: headers && Object.fromEntries(headers.map(({ name, value }) => [name, value])),
  };
}

function readerOf({ kind, contentType }: MediaType): string | undefined {
  return kind === "json" && contentType.includes("*") ? "readNamed" : READERS[kind];
}

/** Whether the value, or the answer itself, tells the media type. */
function isOpenRange({ kind, contentType }: Pick<MediaType, "kind" | "contentType">): boolean {
  return contentType.includes("*") && kind !== "multipart";
}

/** @param isSuccess Whether a call gives this answer, and may choose its media type. */
export function responseDescriptor(
  { status, content }: Response,
  isSuccess: boolean,
  context: TypeContext,
): object {
  const [first, ...others] = content.map((media) => responseMedia(media, isSuccess, context));
  const alternatives = isSuccess && others.length > 0 ? others : undefined;
  return { status, ...first, alternatives };
}

function responseMedia(media: MediaType, isSuccess: boolean, context: TypeContext): object {
  const { contentType, items, end } = media;
  if (!isSuccess) return { contentType, ...answerCodec(media, context) };
  const isDefault = items === "event";
  return {
    contentType,
    ...named("read", readerOf(media), context.imports),
    ...(items !== undefined && !isDefault && { items }),
    ...(end !== undefined && { end }),
    ...answerCodec(media, context),
  };
}

function named(key: string, name: string | undefined, imports: Imports): object {
  return name === undefined ? {} : { [key]: new SourceText(imports.runtimeValue(name)) };
}
