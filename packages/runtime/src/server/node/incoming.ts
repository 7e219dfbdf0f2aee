import { type Incoming, joinChunks } from "../incoming.ts";
import { malformed } from "../problem.ts";
import type { NodeRequest } from "./platform.ts";
import { hasBody, headersOf } from "./request.ts";
import { type Target, urlOf } from "./target.ts";

/** A request of Node as the kit sees it. A `Request`, without a body, is made only when somebody asks for it. */
export function fromNode(node: NodeRequest, target: Target, signal: () => AbortSignal): Incoming {
  const { method = "GET", headers } = node;
  let request: Request | undefined;
  return {
    method,
    path: target.path,
    query: target.query,
    header(name) {
      const value = headers[name.toLowerCase()];
      return value === undefined ? null : typeof value === "string" ? value : value.join(", ");
    },
    read: (limit) => readAll(node, limit),
    get request() {
      request ??= new Request(urlOf(target), {
        method,
        headers: headersOf(headers),
        signal: signal(),
      });
      return request;
    },
  };
}

function readAll(node: NodeRequest, limit: number): Promise<Uint8Array | undefined> {
  if (!hasBody(node)) return Promise.resolve(new Uint8Array());
  if (Number(node.headers["content-length"]) > limit) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    let settled = false;
    const cutOff = (): void => {
      // `close` comes after every request; an error is made only where it means something.
      if (!settled) reject(malformed("The request was cut off."));
      settled = true;
    };
    const settle = (bytes: Uint8Array | undefined): void => {
      settled = true;
      resolve(bytes);
    };
    const onChunk = (chunk: Uint8Array): void => {
      length += chunk.byteLength;
      if (length <= limit) {
        chunks.push(chunk);
      } else {
        node.off("data", onChunk);
        node.pause();
        settle(undefined);
      }
    };
    if (node.destroyed) return cutOff();
    node.on("data", onChunk);
    node.on("end", () => settle(joinChunks(chunks, length)));
    node.on("error", cutOff);
    node.on("close", cutOff);
  });
}
