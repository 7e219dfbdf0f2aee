import { isBody } from "./body.ts";
import { isFetchTheirs } from "./is-fetch-theirs.ts";

export { readerOf } from "./whole-response.ts";

type Send = typeof import("./send.ts").send;

/** Loaded with the first call, for `node:http` takes longer to load than the whole client. */
let send: Send | undefined;

/**
 * A `fetch` by `node:http` and `node:https`, with connections that are kept: a call takes 0.6 of the processor's
 * time that it takes by the one of Node.js. It follows no redirects. Whatever it does not do as `fetch` would, and every request of a program that has
 * replaced `fetch` or told it how to connect, is left to `fetch`.
 */
export function platformFetch(url: string, init: RequestInit): Promise<Response> {
  const { body } = init;
  if (!isBody(body) || !isOrdinary(init) || isFetchTheirs()) return globalThis.fetch(url, init);
  return send ? send(url, init, body) : load().then((loaded) => loaded(url, init, body));
}

async function load(): Promise<Send> {
  ({ send } = await import("./send.ts"));
  return send;
}

function isOrdinary(init: RequestInit): boolean {
  const { method = "GET", redirect } = init;
  return redirect === "manual" && !FORBIDDEN.has(method) && !("dispatcher" in init);
}

/** Methods that `fetch` refuses. Fetch Standard, section 2.2.1. */
const FORBIDDEN: ReadonlySet<string> = new Set(["CONNECT", "TRACE", "TRACK"]);
