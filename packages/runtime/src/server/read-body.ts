import type { BodyDescriptor } from "../contract.ts";
import type { Limits, Shape } from "./contract.ts";
import { decodeForm, decodeFormPairs } from "./decode/form.ts";
import { parseJson } from "./decode/json.ts";
import { type Pair, tooMany } from "./decode/pairs.ts";
import type { Incoming } from "./incoming.ts";
import { isForm, isJson, isText, matchesRange, parseMediaType } from "./media-type.ts";
import { malformed, ProblemError } from "./problem.ts";

/**
 * Reads and decodes the body of a request; `undefined` where there is none.
 *
 * JSON becomes its value, a form an object as `shape` tells, text and XML a string, anything else a `Blob`.
 *
 * @throws {ProblemError} 400 for a body that cannot be read, 413 for one that is too long, 415 for one of another type.
 */
export async function readBody(
  incoming: Incoming,
  body: BodyDescriptor,
  shape: Shape,
  limits: Limits,
): Promise<unknown> {
  const header = incoming.header("content-type");
  const refusal = refusedType(incoming, header, body.contentType);
  // A body of the wrong type is refused unread; only that there is none at all lets the request pass.
  const bytes = await incoming.read(refusal ? 0 : limits.bodyBytes);
  if (!bytes) throw refusal ?? tooLong(limits);
  if (bytes.byteLength === 0) return undefined;
  const { essence } = parseMediaType(header ?? "");
  if (essence === "multipart/form-data") {
    return decodeFormPairs(
      await multipartPairs(bytes, header ?? "", limits),
      shape,
      body.encoding ?? {},
      limits,
    );
  }
  if (isForm(essence)) return decodeForm(utf8(bytes), shape, body.encoding, limits);
  if (isJson(essence)) return parseJson(utf8(bytes), limits);
  return isText(essence) ? utf8(bytes) : new Blob([new Uint8Array(bytes)], { type: essence });
}

function refusedType(
  incoming: Incoming,
  header: string | null,
  wanted: string,
): ProblemError | undefined {
  const coding = incoming.header("content-encoding");
  if (coding !== null && coding.toLowerCase() !== "identity") {
    return unsupported("The body must come without a Content-Encoding.");
  }
  const { essence, charset = "utf-8" } = parseMediaType(header ?? "");
  if (!matchesRange(essence, wanted)) return unsupported(`The body must be of type ${wanted}.`);
  const isUtf8 = charset === "utf-8" || charset === "utf8" || charset === "us-ascii";
  return isUtf8 ? undefined : unsupported("The body must be written in UTF-8.");
}

function unsupported(message: string): ProblemError {
  return new ProblemError({ status: 415, message });
}

function tooLong({ bodyBytes }: Limits): ProblemError {
  return new ProblemError({
    status: 413,
    message: `The body may have at most ${bodyBytes} bytes.`,
  });
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw malformed("The body is not UTF-8.");
  }
}

/** The parts of a multipart form, read by the platform. RFC 7578. */
async function multipartPairs(
  bytes: Uint8Array,
  contentType: string,
  limits: Limits,
): Promise<Pair[]> {
  const headers = { "content-type": contentType };
  const form = await new Response(new Uint8Array(bytes), { headers }).formData().catch(() => {
    throw malformed("The body is not a multipart form.");
  });
  const pairs: Pair[] = [];
  form.forEach((value, key) => {
    if (pairs.length >= limits.parameters) throw tooMany(limits);
    const raw = typeof value === "string" ? encodeURIComponent(value) : "";
    pairs.push({ key, rawKey: "", value, raw });
  });
  return pairs;
}
