import { addedFields, type Answer, discard, isBodiless } from "../answer.ts";
import { endConnection } from "./closing.ts";
import type { NodeRequest, NodeResponse } from "./platform.ts";
import { hasBody } from "./request.ts";

/** Bytes of an unread body that are let pass to keep the connection; for more it is cheaper to close it. */
const drained = 65_536;

/** How long a client may go on sending after its answer, in milliseconds. */
const patience = 1_000;

/**
 * Writes an answer, with its length where that is known.
 *
 * @throws {TypeError} for a header that cannot be written; nothing has been sent then.
 */
export async function writeAnswer(
  answer: Answer,
  request: NodeRequest,
  response: NodeResponse,
): Promise<void> {
  const { status, headers, body } = answer;
  response.statusCode = status;
  const rest = unreadBody(request);
  setFields([...Object.entries(headers), ...addedFields(answer)], response);
  if (rest === "long") close(request, response);
  // Node sends text along with the header, in one piece, and finds its length.
  if (typeof body === "string" && rest !== "long" && !isBodiless(status, request.method ?? "GET")) {
    if (rest === "short") request.resume();
    response.end(body);
    return;
  }
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  if (bytes instanceof Uint8Array) response.setHeader("content-length", String(bytes.byteLength));
  if (bytes === undefined && status !== 204) response.setHeader("content-length", "0");
  if (rest === "short") request.resume();
  if (bytes === undefined || isBodiless(status, request.method ?? "GET")) {
    discard(bytes);
    response.end();
  } else if (bytes instanceof Uint8Array && rest === "long")
    await endLate(bytes, request, response);
  else if (bytes instanceof Uint8Array) response.end(bytes);
  else await writeStream(new Response(bytes).body, response);
}

/** Writes a response of the web platform. @throws {TypeError} for a header that cannot be written. */
export async function writeResponse(
  from: Response,
  request: NodeRequest,
  response: NodeResponse,
): Promise<void> {
  response.statusCode = from.status;
  setFields(from.headers, response);
  if (unreadBody(request) === "long") close(request, response);
  if (isBodiless(from.status, request.method ?? "GET")) {
    await from.body?.cancel();
    response.end();
  } else {
    await writeStream(from.body, response);
  }
}

function close(request: NodeRequest, response: NodeResponse): void {
  endConnection(request);
  response.setHeader("connection", "close");
}

/** What is left of the request's body: Node would read it to reach the next request, however long it is. */
function unreadBody(request: NodeRequest): "none" | "short" | "long" {
  if (!hasBody(request) || request.complete || request.httpVersionMajor > 1) return "none";
  return Number(request.headers["content-length"]) <= drained ? "short" : "long";
}

/**
 * Sends the whole answer, but closes only when the client has stopped sending, or after a second: to close on a client
 * that is still sending resets the connection, and the answer would be lost. RFC 9112, section 9.6.
 */
function endLate(bytes: Uint8Array, request: NodeRequest, response: NodeResponse): Promise<void> {
  response.write(bytes);
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      response.end();
      resolve();
    };
    const timer = setTimeout(end, patience);
    request.on("end", end);
    request.on("close", end);
    request.resume();
  });
}

/**
 * Sets header fields, beside those that a framework has set.
 *
 * @throws {TypeError} for one that cannot be written; those before it are taken back.
 */
function setFields(fields: Iterable<readonly [string, string]>, response: NodeResponse): void {
  const cookies: string[] = [];
  const written: string[] = [];
  try {
    for (const [name, value] of fields) {
      if (name === "set-cookie") cookies.push(value);
      else response.setHeader(name, value);
      written.push(name);
    }
    if (cookies.length > 0) response.setHeader("set-cookie", cookies);
  } catch (error) {
    for (const name of written) response.removeHeader(name);
    throw error;
  }
}

async function writeStream(
  stream: ReadableStream<Uint8Array> | null,
  response: NodeResponse,
): Promise<void> {
  const reader = stream?.getReader();
  // A stream may take its time, and so may its first chunk: the client learns at once that there is one.
  if (reader) response.flushHeaders?.();
  const leave = (): void => void reader?.cancel().catch(() => undefined);
  response.on("close", leave);
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    if (response.destroyed) return leave();
    if (!response.write(value)) await drain(response);
  }
  response.off("close", leave);
  response.end();
}

/** Waits until the client has taken what was written, or is gone. */
function drain(response: NodeResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off("drain", done);
      response.off("close", done);
      resolve();
    };
    response.on("drain", done);
    response.on("close", done);
  });
}
