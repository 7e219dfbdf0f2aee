import type { Incoming } from "./incoming.ts";

/** What a response can carry, in the words of whichever platform's types are there. */
export type Content = NonNullable<ConstructorParameters<typeof Response>[0]>;

/** A response before it takes the form of a platform. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** What the handler set; it wins over `headers`. */
  readonly added?: Headers | undefined;
  readonly body?: Content | undefined;
}

/** Fields that belong to the connection or follow from the body: the platform writes them. RFC 9110, section 7.6.1. */
const platformFields: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
]);

/** Statuses whose responses never have a body. Fetch Standard, section 2.2.3 (null body status). */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/** Answers requests of any platform; made by `createHandler`. */
export interface Answerer {
  /** Never throws. */
  answer(incoming: Incoming): Promise<Answer>;
  /** The answer instead of one that could not be sent. */
  failure(error: unknown, incoming: Incoming): Answer;
}

/** Whether the answer goes out without a body, whatever it holds. */
export function isBodiless(status: number, method: string): boolean {
  return method === "HEAD" || bodiless.has(status);
}

/** The header fields that the handler added, without those that only the platform may write. */
export function* addedFields({ added }: Answer): Generator<[name: string, value: string]> {
  for (const field of added ?? []) if (!platformFields.has(field[0])) yield field;
}

/** Lets go of a body that nobody is going to read, so that the source of a stream learns of it. */
export function discard(body: Content | undefined): void {
  // One that is being read is let go of by its reader.
  if (body instanceof ReadableStream && !body.locked) void body.cancel().catch(() => undefined);
}

/** @throws {TypeError} for a header whose name or value cannot be sent, such as one with a line break. */
export function toResponse(answer: Answer, method: string): Response {
  const { status } = answer;
  const headers = new Headers(answer.headers);
  for (const [name, value] of addedFields(answer)) {
    if (name === "set-cookie") headers.append(name, value);
    else headers.set(name, value);
  }
  const body =
    typeof answer.body === "string" ? new TextEncoder().encode(answer.body) : answer.body;
  if (body instanceof Uint8Array) headers.set("content-length", String(body.byteLength));
  if (!isBodiless(status, method)) return new Response(body ?? null, { status, headers });
  discard(body);
  return new Response(null, { status, headers });
}
