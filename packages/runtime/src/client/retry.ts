/** The longest `Retry-After` that is waited for, in milliseconds. */
const longestWait = 60_000;

/**
 * Waits before the next attempt, in milliseconds.
 *
 * Doubles from 500 ms to at most 8 s and takes off up to a quarter at random, so that clients that failed together do not
 * come back together.
 *
 * @param attempt Attempts already made, from 1.
 */
export function retryDelay(attempt: number): number {
  return Math.min(500 * 2 ** (attempt - 1), 8_000) * (1 - Math.random() / 4);
}

/**
 * How long to wait before an answer's request is sent again, in milliseconds; `undefined` when it should not be.
 *
 * Worth another attempt are 408, 409, 429 and 5xx. `stripe-should-retry` and `x-should-retry`, `true` or `false`, know
 * better. Whoever is asked to wait for more than a minute should hear of it instead.
 *
 * @param attempt Attempts already made, from 1.
 * @param backoff Gives what to wait where the answer does not say, in milliseconds.
 * @see RFC 9110, section 10.2.3, for `Retry-After`.
 */
export function retryAnswer(
  response: Response,
  attempt: number,
  backoff: (attempt: number) => number,
): number | undefined {
  const { headers, status } = response;
  const verdict = headers.get("stripe-should-retry") ?? headers.get("x-should-retry");
  const isWorthIt = verdict === "true" || (verdict !== "false" && isPassing(status));
  if (!isWorthIt) return undefined;
  const delay = retryAfter(headers) ?? backoff(attempt);
  return delay > longestWait ? undefined : delay;
}

function isPassing(status: number): boolean {
  return status === 408 || status === 409 || status === 429 || status >= 500;
}

/** In milliseconds, seconds, or as a date; `undefined` where there is none or it makes no sense. */
function retryAfter(headers: Headers): number | undefined {
  const text = headers.get("retry-after") ?? "";
  const wait = [
    parseFloat(headers.get("retry-after-ms") ?? ""),
    // A date that begins with its year is no number of seconds.
    /^-?[\d.]+$/.test(text) ? Number(text) * 1_000 : NaN,
    // Platforms read a date out of almost any text: `1.2.3` would be one of the past, and nothing be waited for.
    /^(?:\w+, |\d{4}-)/.test(text) ? Date.parse(text) - Date.now() : NaN,
  ].find((ms) => !Number.isNaN(ms));
  return wait && Math.max(wait, 0);
}
