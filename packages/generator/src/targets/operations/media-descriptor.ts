import type {
  Encoding,
  MediaKind,
  MediaType,
  RequestBody,
  RequestMedia,
  Response,
} from "../../model/api-model.ts";
import type { Imports } from "../shared/imports.ts";
import { SourceText } from "../shared/layout.ts";
import type { TypeContext } from "../shared/type-text.ts";
import type { Wires } from "./wire-view.ts";

/** Bodies and answers as descriptors have them. Defaults are left out: what stands here is what is special. */

/** Functions of the runtime that only operations of such media types carry. */
const WRITERS: Partial<Record<MediaKind, string>> = {
  multipart: "writeMultipart",
  lines: "writeJsonLines",
  sequence: "writeJsonSequence",
};
const READERS: Partial<Record<MediaKind, string>> = {
  events: "readEventStream",
  lines: "readJsonLines",
  sequence: "readJsonSequence",
};

export function bodyDescriptor(
  { required, content }: RequestBody,
  context: TypeContext,
  wires: Wires,
): object {
  const [first, ...others] = content.map((media) => requestMedia(media, context, wires));
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
  context: TypeContext,
  wires: Wires,
): { readonly contentType: string } {
  const { contentType, encoding, from } = media;
  return {
    contentType,
    ...(encoding.length > 0 && { encoding: encodingDescriptors(encoding) }),
    ...(from === "body" && { from }),
    ...named("write", writerOf(media), context.imports),
    ...coded(media, context, wires),
  };
}

function writerOf({ kind, contentType }: RequestMedia): string | undefined {
  return WRITERS[kind] ?? (contentType.includes("*") ? "writeRange" : undefined);
}

function encodingDescriptors(encoding: readonly Encoding[]): object {
  return Object.fromEntries(encoding.map((one) => [one.property, encodingDescriptor(one)]));
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

/** @param isSuccess Whether a call gives this answer, and may choose its media type. */
export function responseDescriptor(
  { status, content }: Response,
  isSuccess: boolean,
  context: TypeContext,
  wires: Wires,
): object {
  const [first, ...others] = content.map((media) =>
    responseMedia(media, isSuccess, context, wires),
  );
  const alternatives = isSuccess && others.length > 0 ? others : undefined;
  return { status, ...first, alternatives };
}

function responseMedia(
  media: MediaType,
  isSuccess: boolean,
  context: TypeContext,
  wires: Wires,
): object {
  const { contentType, kind, items, end } = media;
  if (!isSuccess) return { contentType, ...coded(media, context, wires) };
  const isDefault = items === "event";
  return {
    contentType,
    ...named("read", READERS[kind], context.imports),
    ...coded(media, context, wires),
    // Only of a range the answer itself would decide.
    ...(kind === "binary" && contentType.includes("*") && { bytes: true }),
    ...(items !== undefined && !isDefault && { items }),
    ...(end !== undefined && { end }),
  };
}

function coded(media: MediaType, context: TypeContext, wires: Wires): object {
  const codec = wires.codec(media, context);
  return codec ? { codec } : {};
}

function named(key: string, name: string | undefined, imports: Imports): object {
  return name === undefined ? {} : { [key]: new SourceText(imports.runtimeValue(name)) };
}
