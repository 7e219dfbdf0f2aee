/** A response before it takes the form of a platform. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** What the handler set; it wins over `headers`. */
  readonly added?: Headers | undefined;
  readonly body?: BodyInit | undefined;
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

/** @throws {TypeError} for a header whose name or value cannot be sent, such as one with a line break. */
export function toResponse(answer: Answer, method: string): Response {
  const { status, body } = answer;
  const headers = new Headers(answer.headers);
  for (const [name, value] of answer.added ?? []) {
    if (platformFields.has(name)) continue;
    if (name === "set-cookie") headers.append(name, value);
    else headers.set(name, value);
  }
  const empty = method === "HEAD" || bodiless.has(status);
  return new Response(empty ? null : (body ?? null), { status, headers });
}
