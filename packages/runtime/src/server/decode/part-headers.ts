/** Headers of the parts that files came in. */
export const partHeadersOf: WeakMap<
  Blob,
  ReadonlyMap<string, string>
> = /* @__PURE__ */ new WeakMap();

/**
 * The header of the part that a file of a multipart body came in, by names in small letters; empty for any other file.
 * OpenAPI 3.1, section 4.8.15 (Encoding Object, `headers`).
 */
export function partHeaders(file: Blob): ReadonlyMap<string, string> {
  return partHeadersOf.get(file) ?? new Map();
}
