import { WebhookVerificationError } from "./webhook-error.ts";

/** Headers of any platform: a `Headers`, or an object of names in any spelling. */
export type MessageHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** What came: a `Request`, or the body as it came, not parsed and not printed anew, with the headers. */
export type WebhookMessage =
  Request | { readonly body: string | Uint8Array | ArrayBuffer; readonly headers: MessageHeaders };

/** What came, in memory. */
export interface ReadMessage {
  readonly body: Uint8Array;
  readonly header: (name: string) => string | undefined;
}

/** @throws {WebhookVerificationError} for a body of more than `limit` bytes. */
export async function readMessage(message: WebhookMessage, limit: number): Promise<ReadMessage> {
  const { headers } = message;
  const body = message instanceof Request ? await readBody(message, limit) : bytesOf(message.body);
  if (body.byteLength > limit) throw new WebhookVerificationError("too-large");
  return { body, header: (name) => headerOf(headers, name) };
}

function bytesOf(body: unknown): Uint8Array {
  if (typeof body === "string") return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  // A body that a framework has parsed can never be printed as it was signed.
  throw new TypeError("A webhook's body must be the text or the bytes that came, not parsed.");
}

async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > limit) {
      reader.cancel().catch(() => undefined);
      throw new WebhookVerificationError("too-large");
    }
    chunks.push(value);
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return body;
}

// A header that came twice is one value too many for a signature: it is taken as if it were one, and fits nothing.
function headerOf(headers: MessageHeaders, name: string): string | undefined {
  if (isHeaders(headers)) return headers.get(name) ?? undefined;
  const wanted = name.toLowerCase();
  const found = Object.keys(headers).filter((key) => key.toLowerCase() === wanted);
  const values = found.flatMap((key) => headers[key] ?? []);
  return values.length === 0 ? undefined : values.join(", ");
}

function isHeaders(headers: MessageHeaders): headers is { get(name: string): string | null } {
  return "get" in headers && typeof headers.get === "function";
}
