/** A `Response` that may have all of its body at hand. */
export interface WholeResponse extends Response {
  /** Gives a body that is all there, and that nobody has read, without the detour over a stream. */
  takeWhole(): Uint8Array<ArrayBuffer> | undefined;
}
