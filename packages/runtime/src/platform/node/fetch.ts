import { Agent as HttpAgent, type ClientRequest, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { Fetch } from "../../contract.ts";
import { isFetchTheirs } from "./is-fetch-theirs.ts";
import { toResponse } from "./response.ts";

/** How long an idle connection is kept, in milliseconds: shorter than most servers do, so that none is closed under a request. */
const IDLE = 4_000;

// Made with the first request. A request itself has no time-out of a socket: its attempt has one.
let http: HttpAgent | undefined;
let https: HttpsAgent | undefined;

/**
 * A `fetch` by `node:http`, with connections that are kept: it takes a third of the processor's time that the one of Node.js
 * takes. Bodies that are neither text nor bytes, and platforms whose `fetch` somebody has replaced or led through a proxy, are
 * left to `fetch`.
 */
export const platformFetch: Fetch = (url, init) => {
  const { body, headers } = init;
  const isSimple = body == null || typeof body === "string" || body instanceof Uint8Array;
  if (!isSimple || isFetchTheirs()) return globalThis.fetch(url, init);
  return new Promise((resolve, reject) => {
    const target = new URL(url);
    const request = open(target, init.method, headersOf(headers));
    const abort = (): void => void request.destroy(toError(init.signal?.reason));
    request
      .on("response", (response) => toResponse(response, init.method).then(resolve, reject))
      .on("error", reject)
      .on("close", () => init.signal?.removeEventListener("abort", abort));
    if (init.signal?.aborted) return abort();
    init.signal?.addEventListener("abort", abort);
    request.end(body ?? undefined);
  });
};

function open(
  target: URL,
  method: string | undefined,
  headers: Record<string, string>,
): ClientRequest {
  const options = { method, headers, timeout: 0 };
  if (target.protocol === "https:") {
    https ??= new HttpsAgent({ keepAlive: true, timeout: IDLE });
    return httpsRequest(target, { ...options, agent: https });
  }
  http ??= new HttpAgent({ keepAlive: true, timeout: IDLE });
  return httpRequest(target, { ...options, agent: http });
}

/** What `fetch` sends of its own, besides what is asked for. */
function headersOf(headers: RequestInit["headers"]): Record<string, string> {
  const isPlain = !Array.isArray(headers) && !(headers instanceof Headers);
  const own = isPlain ? headers : Object.fromEntries(new Headers(headers));
  return { accept: "*/*", "user-agent": "node", "accept-encoding": "gzip, br", ...own };
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("This call was aborted");
}
