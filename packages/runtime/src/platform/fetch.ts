import type { Fetch } from "../contract.ts";

/** The `fetch` of the platform. It is looked up with each call: tests and polyfills put their own in its place. */
export const platformFetch: Fetch = (url, init) => globalThis.fetch(url, init);
