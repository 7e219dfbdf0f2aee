import { platformFetch } from "#platform";
import type { Attempt, Fetch } from "../contract.ts";

/** One attempt that is about to be sent, or was. */
export interface OutgoingRequest extends Attempt {
  readonly method: string;
  /** Holds the credentials that travel in the query: {@link Attempt.redact} takes them out. */
  readonly url: string;
  /** By name, in small letters; `before` may change them. Credentials are among them. */
  readonly headers: Record<string, string>;
  readonly body: RequestInit["body"];
  /** Ends when the attempt is aborted or late. */
  readonly signal: AbortSignal | undefined;
  /** Of `performance.now()`, when it began. */
  readonly began: number;
}

/** Takes part in every attempt of every call. */
export interface Middleware {
  /** Before an attempt is sent. What it throws ends the attempt, as if there had been no connection. */
  readonly before?: (request: OutgoingRequest) => void | Promise<void>;
  /** After an answer of whatever status. What it gives stands in the place of the answer; its body is not to be read otherwise. */
  readonly after?: (
    response: Response,
    request: OutgoingRequest,
  ) => Response | void | Promise<Response | void>;
  /** When no answer came: time-outs and aborts are among the reasons. */
  readonly error?: (error: unknown, request: OutgoingRequest) => void | Promise<void>;
}

/**
 * Makes a `fetch` that middleware takes part in: `new Client({ fetch: withMiddleware([logging(console)]) })`.
 *
 * `before` is called in the order of the list, `after` and `error` in the opposite one, for those whose `before` was called.
 *
 * @param send What sends. Default: what clients send by.
 */
export function withMiddleware(list: readonly Middleware[], send: Fetch = platformFetch): Fetch {
  return async (url, init, attempt) => {
    const request: OutgoingRequest = {
      ...attempt,
      url,
      method: init.method ?? "GET",
      headers: Object.fromEntries(new Headers(init.headers)),
      body: init.body,
      signal: init.signal ?? undefined,
      began: performance.now(),
    };
    // In the attempt itself, so that its errors come without the secrets that middleware adds.
    init.headers = request.headers;
    const begun: Middleware[] = [];
    try {
      for (const one of list) {
        begun.unshift(one);
        await one.before?.(request);
      }
      let response = await send(url, init, attempt);
      for (const one of begun) response = (await one.after?.(response, request)) ?? response;
      return response;
    } catch (error) {
      for (const one of begun) await one.error?.(error, request);
      throw error;
    }
  };
}
