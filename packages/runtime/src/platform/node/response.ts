import type { IncomingMessage } from "node:http";
import { decode } from "./decode.ts";
import { toStream } from "./to-stream.ts";

/**
 * Makes a `Response` of an answer, as soon as its head is there.
 *
 * @throws when its body is encoded in a way that makes no sense.
 */
export function toResponse(
  message: IncomingMessage,
  url: string,
  { method, signal }: RequestInit,
): Response {
  const { statusCode = 0, statusMessage = "" } = message;
  // What no `Response` can be made with, servers can send all the same.
  const isUsual = statusCode >= 200 && statusCode <= 599;
  const response = new Response(bodyOf(message, method, signal), {
    status: isUsual ? statusCode : 200,
    statusText: /^[\t\x20-\x7e\x80-\xff]*$/.test(statusMessage) ? statusMessage : "",
    headers: headersOf(message),
  });
  if (!isUsual)
    Object.defineProperties(response, { status: { value: statusCode }, ok: { value: false } });
  return Object.defineProperty(response, "url", { value: url });
}

function headersOf({ rawHeaders }: IncomingMessage): [string, string][] {
  const headers: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    headers.push([rawHeaders[at] ?? "", rawHeaders[at + 1] ?? ""]);
  }
  return headers;
}

/** Answers that have no body, whatever they say. Fetch Standard, section 2.2.3. */
const EMPTY: ReadonlySet<number> = new Set([101, 103, 204, 205, 304]);

function bodyOf(
  message: IncomingMessage,
  method: string | undefined,
  signal: RequestInit["signal"],
): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null {
  if (method === "HEAD" || EMPTY.has(message.statusCode ?? 0)) {
    message.resume();
    return null;
  }
  const decoded = decode(message);
  // A body that is all there takes no stream, which costs more than the rest of the answer.
  if (decoded !== message || !message.complete) return toStream(decoded, message, signal);
  return message.read() ?? new Uint8Array();
}
