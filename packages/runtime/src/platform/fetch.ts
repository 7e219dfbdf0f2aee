import type { BodyReader } from "./body-reader.ts";

/** The `fetch` of the platform. It is looked up with each call: tests and polyfills put their own in its place. */
export function platformFetch(url: string, init: RequestInit): Promise<Response> {
  return globalThis.fetch(url, init);
}

/** Reads the body of an answer; `undefined` where it has none. */
export function readerOf(response: Response): BodyReader | undefined {
  return response.body?.getReader();
}
