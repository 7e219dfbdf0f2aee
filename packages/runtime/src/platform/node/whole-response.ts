import type { BodyReader } from "../body-reader.ts";

/** A `Response` that may have all of its body at hand. */
export interface WholeResponse extends Response {
  /** Gives a body that is all there, and that nobody has read, without the detour over a stream. */
  takeWhole(): Uint8Array<ArrayBuffer> | undefined;
}

/** Reads the body of an answer, in one piece where it is at hand. */
export function readerOf(response: Response | WholeResponse): BodyReader | undefined {
  const whole = "takeWhole" in response ? response.takeWhole() : undefined;
  return whole ? readerOfWhole(whole) : response.body?.getReader();
}

function readerOfWhole(whole: Uint8Array<ArrayBuffer>): BodyReader {
  let left: Uint8Array<ArrayBuffer> | undefined = whole;
  return {
    async read() {
      const value = left;
      left = undefined;
      return value ? { done: false, value } : { done: true, value };
    },
    async cancel() {
      left = undefined;
    },
  };
}
