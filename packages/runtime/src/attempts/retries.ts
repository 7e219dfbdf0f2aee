import type { AnyOperation, RequestDraft, RequestOptions } from "../contract.ts";
import { isApiError } from "../errors/is-api-error.ts";
import { redact } from "../secrets/redact.ts";
import { secretsOf } from "../secrets/secrets-of.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import { addHeaders } from "../request/headers.ts";
import { addKey, whenAgain } from "./idempotency.ts";
import { type RepeatLimits, repeat } from "./repeat.ts";
import { codeOf, isUnsent } from "./unsent.ts";

/**
 * Sends a request once.
 *
 * @param clean Takes the secrets of the request out of a text that came from outside.
 */
export type Attempt = (
  signal: AbortSignal | null,
  clean: (text: string) => string,
) => Promise<unknown>;

/** Makes the attempts of a call; {@link retries} makes one. What it adds to the draft is sent. */
export type Retries = (
  attempt: Attempt,
  operation: AnyOperation,
  draft: RequestDraft,
  options: RequestOptions,
) => Promise<unknown>;

/**
 * What a bare transport needs to send again what may be sent again: with it come idempotency keys, time-outs, `ConnectionError`s, and
 * errors without the secrets of the request, as far as their headers are called like some.
 *
 * ```ts
 * const shop = bareTransport("https://api.shop.example", { retries: retries({ maxRetries: 3 }) });
 * ```
 *
 * Calls then also take `headers`, `timeout`, `deadline`, `maxRetries` and `idempotencyKey`. Of what the platform throws, a
 * `ConnectionError` tells the code alone: the rest may quote what was sent.
 *
 * @param limits Of calls that do not say otherwise.
 */
export function retries(limits: RepeatLimits = {}): Retries {
  return (attempt, operation, draft, options) => {
    addKey(operation, draft.headers, options.idempotencyKey);
    addHeaders(draft.headers, options.headers);
    const silence = `${operation.id} got no whole answer`;
    const clean = (text: string): string => redact(text, secretsOf(draft.headers));
    const request = { again: whenAgain(operation, draft), silence };
    return repeat(
      (stop) => attempt(stop, clean).catch((thrown: unknown) => rethrow(thrown, silence)),
      request,
      options,
      limits,
    );
  };
}

function rethrow(thrown: unknown, silence: string): never {
  if (isApiError(thrown) || thrown instanceof DecodingError) throw thrown;
  const code = codeOf(thrown);
  throw new ConnectionError(code ? `${silence} (${code})` : silence, undefined, isUnsent(thrown));
}
