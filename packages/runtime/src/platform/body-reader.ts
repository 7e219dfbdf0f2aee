/** Reads the body of an answer piece by piece. */
export type BodyReader = Pick<
  ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  "read" | "cancel"
>;
