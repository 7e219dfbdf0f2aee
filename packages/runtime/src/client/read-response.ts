import type { OperationDescriptor, ResponseMedia } from "../contract.ts";
import { ApiError } from "../errors/api-error.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import { redact } from "./credentials.ts";
import { isJson, isText } from "./media-type.ts";
import { readPieces, readText } from "./read-pieces.ts";

/** How much of an error's body is read, in bytes. */
const errorBodyLimit = 1_048_576;

type AnyOperation = OperationDescriptor<unknown, unknown>;

/** How answers are read. */
interface ReadSettings {
  readonly signal: AbortSignal | undefined;
  /** How much of a body is held in memory, in bytes, decompressed. */
  readonly maxResponseBytes: number;
}

/**
 * Reads the body of a success answer: JSON as a value, text and XML as a string, anything else as a `Blob`, and what the
 * descriptor has a function for as that function reads it.
 *
 * `undefined` when there is none: for HEAD, 204, 205, a documented answer without content, and an empty JSON body.
 * Where the spec says JSON, JSON it is: what the answer calls itself matters only where the spec says nothing.
 *
 * @param accept The media type that the call asked for. Default: the preferred one.
 * @param settings `signal` ends the reading of a stream, long after the call is done.
 * @throws {DecodingError} when JSON was due and did not come, or more than `maxResponseBytes`.
 */
export async function readOutput(
  operation: AnyOperation,
  response: Response,
  accept: string | undefined,
  { signal, maxResponseBytes }: ReadSettings,
): Promise<unknown> {
  const { status } = response;
  const documented = mediaOf(operation, status, accept);
  const isEmpty = operation.method === "HEAD" || status === 204 || status === 205;
  if (isEmpty || (documented && !documented.contentType)) {
    discard(response);
    return undefined;
  }
  if (documented?.read) {
    return documented.read(response, documented, { operation: operation.id, signal });
  }
  const contentType = documented?.contentType?.includes("*")
    ? typeOf(response)
    : (documented?.contentType ?? typeOf(response));
  const wrong = (what: string): DecodingError =>
    new DecodingError(`${operation.id} was answered with ${status}, but the body is ${what}`);
  const tooLarge = `larger than \`maxResponseBytes\` (${maxResponseBytes})`;
  const json = isJson(contentType);
  if (documented?.bytes || !(json || isText(contentType))) {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    if (await readPieces(response, maxResponseBytes, (piece) => pieces.push(piece))) {
      return new Blob(pieces, { type: typeOf(response) });
    }
    throw wrong(tooLarge);
  }
  const { text, isWhole } = await readText(response, maxResponseBytes);
  if (!isWhole) throw wrong(tooLarge);
  if (!json) return text;
  try {
    return text ? (documented?.codec ?? JSON).parse(text) : undefined;
  } catch {
    // The parser's own message quotes the body, which is nobody's business.
    throw wrong("not the JSON it should be");
  }
}

// Ascending, ranges after exact statuses, `default` last: the first that fits is the one.
function mediaOf(
  { responses }: AnyOperation,
  status: number,
  accept?: string,
): ResponseMedia | undefined {
  const text = String(status);
  const found = responses.find((one) => [text, `${text[0]}XX`, "default"].includes(one.status));
  return found?.alternatives?.find(({ contentType }) => contentType === accept) ?? found;
}

function typeOf(response: Response): string {
  return response.headers.get("content-type") ?? "";
}

/** Lets go of a body nobody reads, so that its connection is not held. */
export function discard(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}

/** Reads an error answer; at most 1 MiB of it, and without the secrets that the request had. */
export async function readError(
  operation: AnyOperation,
  response: Response,
  secrets: readonly string[],
): Promise<ApiError> {
  const headers: Record<string, string> = {};
  for (const [name, value] of response.headers) {
    if (name !== "set-cookie") headers[name] = redact(value, secrets);
  }
  const { text } = await readText(response, errorBodyLimit);
  const clean = redact(text, secrets);
  const media = mediaOf(operation, response.status);
  const body = isJson(typeOf(response)) ? parseOrKeep(clean, media) : clean;
  return new ApiError({ operation: operation.id, status: response.status, headers, body });
}

function parseOrKeep(text: string, media: ResponseMedia | undefined): unknown {
  try {
    return (media?.codec ?? JSON).parse(text);
  } catch {
    return text;
  }
}
