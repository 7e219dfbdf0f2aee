import type { ClientCertificate } from "./contract.ts";
import { malformed } from "./problem.ts";

/** A request as the kit sees it, whatever platform it came through. */
export interface Incoming {
  readonly method: string;
  /** As in the request line, with its escapes and without query. */
  readonly path: string;
  /** Without the question mark; `""` where there is none. */
  readonly query: string;
  /** Value of a header field by its name, whatever the case; `null` where there is none. */
  header(name: string): string | null;
  /** Characters of all header fields; absent where the platform has counted them. */
  headerLength?(): number;
  /** The certificate of the connection, where it has one that was checked; absent where the platform does not tell. */
  certificate?(): ClientCertificate | undefined;
  /** Reads the whole body, once; `undefined` where it has more than `limit` bytes. */
  read(limit: number): Promise<Uint8Array | undefined>;
  readonly request: Request;
}

/** A request of the web platform. */
export function fromRequest(request: Request): Incoming {
  const target = requestTarget(request.url);
  const mark = target.indexOf("?");
  return {
    method: request.method,
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? "" : target.slice(mark + 1),
    header: (name) => request.headers.get(name),
    headerLength: () => {
      let length = 0;
      for (const [name, value] of request.headers) length += name.length + value.length;
      return length;
    },
    read: (limit) => readBody(request, limit),
    request,
  };
}

/** Path and query of a URL, without its fragment. */
function requestTarget(url: string): string {
  const path = url.indexOf("/", url.indexOf("://") + 3);
  if (path < 0) return "/";
  const hash = url.indexOf("#", path);
  return hash < 0 ? url.slice(path) : url.slice(path, hash);
}

async function readBody(request: Request, limit: number): Promise<Uint8Array | undefined> {
  if (!request.body) return new Uint8Array();
  if (Number(request.headers.get("content-length")) > limit) return undefined;
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  // The length that a header promises proves nothing: what arrives is counted.
  for (;;) {
    const { done, value } = await reader.read().catch(cutOff);
    if (done) return joinChunks(chunks, length);
    length += value.byteLength;
    if (length > limit) {
      await reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(value);
  }
}

/** A body that breaks off is the doing of whoever sent it. */
function cutOff(): never {
  throw malformed("The request was cut off.");
}

export function joinChunks(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (first && chunks.length === 1) return first;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
