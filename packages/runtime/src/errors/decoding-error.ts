/** An answer of the status 2xx came, but its body is not what its content type says. */
export class DecodingError extends Error {
  override readonly name: string = "DecodingError";
}
