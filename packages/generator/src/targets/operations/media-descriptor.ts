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

export function bodyDescriptor({ required, content }: RequestBody, imports: Imports): object {
  const [first, ...others] = content.map((media) => requestMedia(media, imports));
  const { contentType, ...rest } = first ?? { contentType: undefined };
  return {
    contentType,
    required: required || undefined,
    ...rest,
    alternatives: others.length > 0 ? others : undefined,
  };
}

function requestMedia(media: RequestMedia, imports: Imports): { readonly contentType: string } {
  const { contentType, encoding, from } = media;
  return {
    contentType,
    ...(encoding.length > 0 && { encoding: encodingDescriptors(encoding) }),
    ...(from === "body" && { from }),
    ...named("write", WRITERS[media.kind], imports),
  };
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
  imports: Imports,
): object {
  const [first, ...others] = content.map((media) => responseMedia(media, isSuccess, imports));
  const alternatives = isSuccess && others.length > 0 ? others : undefined;
  return { status, ...first, alternatives };
}

function responseMedia(media: MediaType, isSuccess: boolean, imports: Imports): object {
  const { contentType, kind, items, end } = media;
  if (!isSuccess) return { contentType };
  const isDefault = items === "event";
  return {
    contentType,
    ...named("read", READERS[kind], imports),
    // Only of a range the answer itself would decide.
    ...(kind === "binary" && contentType.includes("*") && { bytes: true }),
    ...(items !== undefined && !isDefault && { items }),
    ...(end !== undefined && { end }),
  };
}

function named(key: string, name: string | undefined, imports: Imports): object {
  return name === undefined ? {} : { [key]: new SourceText(imports.runtimeValue(name)) };
}
