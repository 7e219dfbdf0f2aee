import type { BodyDescriptor, BodyMedia, JsonCodec } from "../contract.ts";
import type { Limits, Shape } from "./contract.ts";
import { decodeForm } from "./decode/form.ts";
import { parseJson } from "./decode/json.ts";
import { decodeMultipart } from "./decode/multipart.ts";
import { utf8 } from "./decode/parse-multipart.ts";
import type { Incoming } from "./incoming.ts";
import {
  bestMedia,
  isForm,
  isJson,
  isJsonLines,
  isJsonSequence,
  isText,
  isUtf8,
  type MediaType,
  parseMediaType,
} from "./media-type.ts";
import { malformed, ProblemError } from "./problem.ts";

/** The media type in which a body comes, and why it is refused where it comes in none that the spec has. */
export interface BodyChoice {
  readonly media: BodyMedia;
  /** What the request says of its body; it is decoded as this. */
  readonly given: MediaType;
  readonly refusal: ProblemError | undefined;
}

/** Finds the media type of the spec that a request's body has. RFC 9110, section 8.3. */
export function chooseBody(incoming: Incoming, body: BodyDescriptor): BodyChoice {
  const given = parseMediaType(incoming.header("content-type") ?? "");
  const refuse = (message: string, media: BodyMedia = body): BodyChoice => {
    return { media, given, refusal: unsupported(message) };
  };
  const coding = incoming.header("content-encoding");
  if (coding !== null && coding.toLowerCase() !== "identity") {
    return refuse("The body must come without a Content-Encoding.");
  }
  if (!given.parameters) return refuse("The Content-Type of the body cannot be read.");
  const offered = body.alternatives ? [body, ...body.alternatives] : [body];
  const media = bestMedia(given, offered);
  if (!media) {
    const types = offered.map(({ contentType }) => contentType).join(" or ");
    return refuse(`The body must be of type ${types}.`);
  }
  if (!isUtf8(given)) return refuse("The body must be written in UTF-8.", media);
  return { media, given, refusal: undefined };
}

/**
 * Reads and decodes the body of a request; `undefined` where there is none.
 *
 * JSON becomes its value, a form or a multipart body an object as `shape` tells, JSON lines a list, text and XML a
 * string, anything else a `Blob`.
 *
 * @throws {ProblemError} 400 for a body that cannot be read, 413 for one that is too long, 415 for one of another
 * type, 408 for one that takes too long.
 */
export async function readBody(
  incoming: Incoming,
  { media, given, refusal }: BodyChoice,
  shape: Shape,
  limits: Limits,
): Promise<unknown> {
  // A body of the wrong type is refused unread; only that there is none at all lets the request pass.
  const bytes = await inTime(incoming.read(refusal ? 0 : limits.bodyBytes), limits);
  if (!bytes) throw refusal ?? tooLong(limits);
  if (bytes.byteLength === 0) return undefined;
  const { essence } = given;
  const { encoding = {}, codec } = media;
  if (essence.startsWith("multipart/")) {
    return decodeMultipart(bytes, given, shape, encoding, limits);
  }
  if (isForm(essence)) return decodeForm(utf8(bytes), shape, encoding, limits);
  if (isJson(essence)) return parseJson(utf8(bytes), limits, undefined, codec);
  if (isJsonLines(essence)) return jsonTexts(utf8(bytes), "\n", limits, codec);
  if (isJsonSequence(essence)) return jsonTexts(utf8(bytes), "\x1e", limits, codec);
  return isText(essence) ? utf8(bytes) : new Blob([new Uint8Array(bytes)], { type: essence });
}

/** What no timer of any platform can wait for. */
const longestTime = 2 ** 31 - 1;

/** @throws {ProblemError} 408. RFC 9110, section 15.5.9: the connection is not worth keeping. */
async function inTime<Value>(reading: Promise<Value>, { bodyTime }: Limits): Promise<Value> {
  if (bodyTime > longestTime) return reading;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow(bodyTime)), bodyTime);
  });
  try {
    return await Promise.race([reading, expiry]);
  } finally {
    clearTimeout(timer);
  }
}

function tooSlow(bodyTime: number): ProblemError {
  return new ProblemError({
    status: 408,
    message: `The body took more than ${bodyTime} ms to arrive.`,
    headers: { connection: "close" },
  });
}

function jsonTexts(
  text: string,
  end: string,
  limits: Limits,
  codec: JsonCodec | undefined,
): unknown[] {
  const texts = text.split(end).filter((part) => part.trim() !== "");
  if (texts.length > limits.arrayLength) {
    throw malformed(`The body may have at most ${limits.arrayLength} items.`);
  }
  return texts.map((part) => parseJson(part, limits, undefined, codec));
}

function unsupported(message: string): ProblemError {
  return new ProblemError({ status: 415, message });
}

/** The bytes of a body as they came. @throws {ProblemError} 413 or 408. */
export async function readBytes(incoming: Incoming, limits: Limits): Promise<Uint8Array> {
  const bytes = await inTime(incoming.read(limits.bodyBytes), limits);
  if (!bytes) throw tooLong(limits);
  return bytes;
}

function tooLong({ bodyBytes }: Limits): ProblemError {
  return new ProblemError({
    status: 413,
    message: `The body may have at most ${bodyBytes} bytes.`,
  });
}
