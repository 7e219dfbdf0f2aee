/** The `fetch` of the platform. It is looked up with each call: tests and polyfills put their own in its place. */
export function platformFetch(url: string, init: RequestInit): Promise<Response> {
  return globalThis.fetch(url, init);
}
