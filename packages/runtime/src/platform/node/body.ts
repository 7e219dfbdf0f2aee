/** What a request can carry here; the other bodies, such as forms, `fetch` itself has to write. */
export type Body =
  | string
  | Uint8Array<ArrayBuffer>
  | ArrayBuffer
  | ReadableStream<Uint8Array>
  | Blob
  | null
  | undefined;

export function isBody(body: RequestInit["body"]): body is Body {
  return (
    body === undefined ||
    body === null ||
    typeof body === "string" ||
    body instanceof Uint8Array ||
    body instanceof ArrayBuffer ||
    body instanceof ReadableStream ||
    body instanceof Blob
  );
}
