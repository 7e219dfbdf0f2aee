import { type Incoming, joinChunks } from "../incoming.ts";
import { malformed } from "../problem.ts";
import type { ClientCertificate } from "../contract.ts";
import { certificateOf } from "./certificate.ts";
import { parsedBody } from "./parsed-body.ts";
import type { NodeRequest } from "./platform.ts";
import { hasBody, headersOf } from "./request.ts";
import { type Target, urlOf } from "./target.ts";

/** A request of Node as the kit sees it. A `Request`, without a body, is made only when somebody asks for it. */
export function fromNode(node: NodeRequest, target: Target, signal: () => AbortSignal): Incoming {
  return new NodeIncoming(node, target, signal);
}

// A class, for an object with a getter of its own costs as much as all the rest of a request.
class NodeIncoming implements Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly #node: NodeRequest;
  readonly #target: Target;
  readonly #signal: () => AbortSignal;
  #request: Request | undefined;

  constructor(node: NodeRequest, target: Target, signal: () => AbortSignal) {
    this.method = node.method ?? "GET";
    this.path = target.path;
    this.query = target.query;
    this.#node = node;
    this.#target = target;
    this.#signal = signal;
  }

  header(name: string): string | null {
    const value = this.#node.headers[name.toLowerCase()];
    return value === undefined ? null : typeof value === "string" ? value : value.join(", ");
  }

  certificate(): ClientCertificate | undefined {
    return certificateOf(this.#node.socket);
  }

  async read(limit: number): Promise<Uint8Array | undefined> {
    const parsed = parsedBody(this.#node);
    if (!parsed) return readAll(this.#node, limit);
    return parsed.byteLength > limit ? undefined : parsed;
  }

  get request(): Request {
    return (this.#request ??= new Request(urlOf(this.#target), {
      method: this.method,
      headers: headersOf(this.#node.headers),
      signal: this.#signal(),
    }));
  }
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
