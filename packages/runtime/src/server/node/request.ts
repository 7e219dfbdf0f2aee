import { parsedBody } from "./parsed-body.ts";
import type { NodeHeaders, NodeRequest } from "./platform.ts";
import { leadsAstray, type Target, urlOf } from "./target.ts";

/** Whether a body follows the header. RFC 9112, section 6.3. */
export function hasBody({ headers }: NodeRequest): boolean {
  const length = headers["content-length"];
  return headers["transfer-encoding"] !== undefined || (length !== undefined && length !== "0");
}

/** Header fields, without the pseudo fields of HTTP/2. */
export function headersOf(fields: NodeHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || name.startsWith(":")) continue;
    for (const part of typeof value === "string" ? [value] : value) headers.append(name, part);
  }
  return headers;
}

/**
 * A request of Node as one of the web platform; its body streams, no faster than it is read.
 *
 * @throws {TypeError} for a method, header or path that a `Request` cannot have.
 * @throws {Error} where a parser of the framework has taken the body.
 */
export function toRequest(node: NodeRequest, target: Target, signal: AbortSignal): Request {
  const { method = "GET" } = node;
  if (leadsAstray(target)) throw new TypeError("The path of the URL cannot be read.");
  const url = urlOf(target);
  const init = { method, headers: headersOf(node.headers), signal };
  if (method === "GET" || method === "HEAD" || !hasBody(node)) return new Request(url, init);
  const parsed = parsedBody(node);
  if (parsed) return new Request(url, { ...init, body: new Uint8Array(parsed) });
  const streaming = { ...init, body: bodyStream(node), duplex: "half" as const };
  return new Request(url, streaming);
}

function bodyStream(node: NodeRequest): ReadableStream<Uint8Array> {
  let open = true;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const close = (end: () => void) => (): void => {
        if (open) end();
        open = false;
      };
      node.on("data", (chunk: Uint8Array) => {
        if (!open) return;
        controller.enqueue(new Uint8Array(chunk));
        if ((controller.desiredSize ?? 0) <= 0) node.pause();
      });
      node.on(
        "end",
        close(() => controller.close()),
      );
      const cutOff = close(() => controller.error(new Error("The request was cut off.")));
      node.on("error", cutOff);
      node.on("close", cutOff);
      node.pause();
    },
    pull() {
      node.resume();
    },
    cancel() {
      open = false;
      node.pause();
    },
  });
}
