import type { Binary, FilePart } from "../contract.ts";

/** Whether `value` is bytes that a request can carry. */
export function isBinary(value: unknown): value is Binary {
  return (
    value instanceof Blob ||
    value instanceof ArrayBuffer ||
    value instanceof Uint8Array ||
    value instanceof ReadableStream
  );
}

/** Whether `value` is a file of a multipart body: bytes, or content with what its part's header tells. */
export function isFilePart(value: unknown): value is FilePart {
  if (isBinary(value)) return true;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "content")) return false;
  const content: unknown = Reflect.get(value, "content");
  return isBinary(content) || typeof content === "string";
}
