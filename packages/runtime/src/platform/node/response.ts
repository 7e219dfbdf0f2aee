import type { IncomingMessage } from "node:http";
import type { WholeResponse } from "./whole-response.ts";
import { decode } from "./decode.ts";
import { toStream } from "./to-stream.ts";

/** Answers that have no body, whatever they say. Fetch Standard, section 2.2.3. */
const EMPTY: ReadonlySet<number> = new Set([101, 103, 204, 205, 304]);

/** Makes a `Response` of an answer, as soon as its head is there. @throws when its body is encoded in a way that makes no sense. */
export function toResponse(message: IncomingMessage, url: string, init: RequestInit): Response {
  return new NodeResponse(message, url, bodyOf(message, init));
}

type Body = Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>> | null;

function bodyOf(message: IncomingMessage, { method, signal }: RequestInit): Body {
  if (method === "HEAD" || EMPTY.has(message.statusCode ?? 0)) {
    message.resume();
    return null;
  }
  const decoded = decode(message);
  // A body that is all there takes no stream, which costs more than the rest of the answer.
  if (decoded !== message || !message.complete) return toStream(decoded, message, signal);
  return message.read() ?? new Uint8Array();
}

/**
 * An answer that becomes a `Response` of the platform only where somebody asks for more of it than most do: making one takes
 * longer than all else that a client does.
 */
class NodeResponse implements WholeResponse {
  readonly status: number;
  readonly ok: boolean;
  readonly statusText: string;
  readonly url: string;
  readonly redirected = false;
  readonly type = "default";
  readonly #message: IncomingMessage;
  readonly #body: Body;
  #headers: Headers | undefined;
  #response: Response | undefined;
  #isTaken = false;

  constructor(message: IncomingMessage, url: string, body: Body) {
    this.status = message.statusCode ?? 0;
    this.ok = this.status >= 200 && this.status <= 299;
    this.statusText = message.statusMessage ?? "";
    this.url = url;
    this.#message = message;
    this.#body = body;
  }

  get headers(): Headers {
    return (this.#headers ??= headersOf(this.#message));
  }

  takeWhole(): Uint8Array<ArrayBuffer> | undefined {
    if (this.#response || this.#isTaken || !(this.#body instanceof Uint8Array)) return undefined;
    this.#isTaken = true;
    return this.#body;
  }

  get #full(): Response {
    if (this.#response) return this.#response;
    // What no `Response` can be made with, servers can send all the same.
    const status = this.status >= 200 && this.status <= 599 ? this.status : 200;
    this.#response = new Response(this.#body, { status, headers: this.headers });
    // It has been read then.
    if (this.#isTaken) this.#response.arrayBuffer().catch(() => undefined);
    return this.#response;
  }

  get body(): Response["body"] {
    return this.#full.body;
  }

  get bodyUsed(): boolean {
    return this.#full.bodyUsed;
  }

  text(): Promise<string> {
    return this.#full.text();
  }

  json(): Promise<unknown> {
    return this.#full.json();
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return this.#full.arrayBuffer();
  }

  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#full.bytes();
  }

  blob(): Promise<Blob> {
    return this.#full.blob();
  }

  formData(): Promise<FormData> {
    return this.#full.formData();
  }

  clone(): Response {
    return this.#full.clone();
  }
}

// For those who ask by `instanceof`.
Object.setPrototypeOf(NodeResponse.prototype, Response.prototype);

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    headers.append(rawHeaders[at] ?? "", rawHeaders[at + 1] ?? "");
  }
  return headers;
}
