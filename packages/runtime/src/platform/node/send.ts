import { Buffer } from "node:buffer";
import { type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { agents } from "./agents.ts";
import type { Body } from "./body.ts";
import { toResponse } from "./response.ts";
import { upload } from "./upload.ts";

/** Sends one request. Throws what `fetch` throws: a `TypeError` with a cause, or the reason of the signal. */
export function send(url: string, init: RequestInit, body: Body): Promise<Response> {
  return new Promise((resolve, reject) => {
    const target = new URL(url);
    const headers = headersOf(init, body);
    if (!headers || !isOrdinary(target)) return resolve(globalThis.fetch(url, init));
    const { signal } = init;
    if (signal?.aborted) return reject(signal.reason);
    const request = open(target, init.method, headers);
    let answer: IncomingMessage | undefined;
    const abort = (): void => {
      reject(signal?.reason);
      (answer ?? request).destroy(toError(signal?.reason));
    };
    const fail = (cause: Error): void => reject(new TypeError("fetch failed", { cause }));
    signal?.addEventListener("abort", abort);
    request
      .on("error", fail)
      .on("close", () => {
        signal?.removeEventListener("abort", abort);
        if (!answer) fail(new Error("The connection was closed without an answer"));
      })
      .on("response", (message) => {
        answer = message;
        // What of the body came with the head is there when the head has been dealt with.
        queueMicrotask(() => {
          try {
            resolve(toResponse(message, url, init));
          } catch (error) {
            message.destroy();
            fail(toError(error));
          }
        });
      });
    if (body instanceof Blob) upload(body.stream(), request);
    else if (body instanceof ReadableStream) upload(body, request);
    else request.end(body instanceof ArrayBuffer ? new Uint8Array(body) : (body ?? undefined));
  });
}

/** Whether it is a URL that `fetch` takes as it is. */
function isOrdinary({ protocol, username, password }: URL): boolean {
  return (protocol === "http:" || protocol === "https:") && !username && !password;
}

function open(
  { protocol, hostname, port, pathname, search }: URL,
  method: string | undefined,
  headers: Record<string, string>,
): ClientRequest {
  const path = pathname + search;
  // Brackets belong to the URL, not to the address.
  const host = hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
  const options = { host, port, path, method, headers };
  return protocol === "https:"
    ? requestHttps({ ...options, agent: agents["https:"] })
    : requestHttp({ ...options, agent: agents["http:"] });
}

/** Headers that say how to use the connection. What others than `node:http` ask for there, `fetch` judges. */
const STEERING: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/**
 * What is asked for, by name in small letters, and what `fetch` sends of its own. Fetch Standard, section 4.5.
 *
 * @returns `undefined` where `fetch` must judge it.
 */
function headersOf(
  { headers: given = {} }: RequestInit,
  body: Body,
): Record<string, string> | undefined {
  const headers: Record<string, string> = { accept: "*/*", "user-agent": "node" };
  if (typeof body === "string") headers["content-type"] = "text/plain;charset=UTF-8";
  if (body instanceof Blob && body.type) headers["content-type"] = body.type;
  const isPlain = !Array.isArray(given) && !(given instanceof Headers);
  const own = isPlain ? given : Object.fromEntries(new Headers(given));
  for (const name in own) {
    const key = name.toLowerCase();
    if (STEERING.has(key)) return undefined;
    headers[key] = own[name] ?? "";
  }
  // Part of an encoded body is no use to anybody.
  headers["accept-encoding"] ??= "range" in headers ? "identity" : "gzip, deflate, br";
  if (body) addLength(headers, body);
  return headers;
}

/** The length of a body, where it is known: `node:http` would leave it out for methods that seldom have one. */
function addLength(headers: Record<string, string>, body: NonNullable<Body>): void {
  if (typeof body === "string") headers["content-length"] = String(Buffer.byteLength(body));
  else if (body instanceof Blob) headers["content-length"] = String(body.size);
  else if (body instanceof ReadableStream) headers["transfer-encoding"] = "chunked";
  else headers["content-length"] = String(body.byteLength);
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("This was aborted", { cause: reason });
}
