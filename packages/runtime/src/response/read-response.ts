import type { AnyOperation, ReadContext, ResponseMedia } from "../contract.ts";
import { ApiError, type ApiErrorParts } from "../errors/api-error.ts";
import { isJson, mediaTypeOf } from "./media-type.ts";
import { readJson } from "./read-json.ts";
import { readStart, readWhole } from "./read-pieces.ts";

/** How much of an error's body is read, in bytes. */
const errorBodyLimit = 1_048_576;

/**
 * Reads the body of a success answer: JSON, or what the descriptor has a function for. An answer that the spec does not
 * have is JSON where it says so, else text.
 *
 * `undefined` when there is none: for HEAD, 204, 205, a documented answer without content, and an empty JSON body.
 * Where the spec says JSON, JSON it is: what the answer calls itself matters only where the spec says nothing.
 *
 * @param accept The media type that the call asked for. Default: the preferred one.
 * @returns the output, or a promise of it.
 * @throws {DecodingError} when JSON was due and did not come, or more than may be held.
 */
export function readOutput(
  operation: AnyOperation,
  response: Response,
  accept: unknown,
  context: ReadContext,
): unknown {
  const { status } = response;
  const media = mediaOf(operation, status, accept);
  const isEmpty = operation.method === "HEAD" || status === 204 || status === 205;
  if (isEmpty || (media && !media.contentType)) {
    discard(response);
    return undefined;
  }
  if (media?.read) return media.read(response, media, context);
  return media || isJson(mediaTypeOf(response))
    ? readJson(response, media ?? {}, context)
    : readWhole(response, context);
}

// Ascending, ranges after exact statuses, `default` last: the first that fits is the one.
function mediaOf(
  { responses }: AnyOperation,
  status: number,
  accept?: unknown,
): ResponseMedia | undefined {
  const text = String(status);
  const found = responses.find((one) => [text, `${text[0]}XX`, "default"].includes(one.status));
  return found?.alternatives?.find(({ contentType }) => contentType === accept) ?? found;
}

/** Lets go of a body nobody reads, so that its connection is not held. */
export function discard(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}

/** Reads an error answer. */
export async function readError(
  operation: AnyOperation,
  response: Response,
  clean: (text: string) => string,
): Promise<ApiError> {
  return new ApiError(await readErrorParts(operation, response, clean));
}

/**
 * Reads what an error is made of: of the body at most 1 MiB, JSON as a value, if it is any, else text.
 *
 * @param clean Takes the secrets out that the request had.
 */
export async function readErrorParts(
  operation: AnyOperation,
  response: Response,
  clean: (text: string) => string,
): Promise<ApiErrorParts> {
  const { status } = response;
  const headers: Record<string, string> = {};
  for (const [name, value] of response.headers) {
    if (name !== "set-cookie") headers[name] = clean(value);
  }
  let body: unknown = clean(await readStart(response, errorBodyLimit));
  try {
    const { codec = JSON } = mediaOf(operation, status) ?? {};
    if (isJson(mediaTypeOf(response))) body = codec.parse(String(body));
  } catch {
    // What is no JSON stays text.
  }
  return { operation: operation.id, status, headers, body };
}
