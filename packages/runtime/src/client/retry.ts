/** The longest `Retry-After` that is waited for, in milliseconds. */
const longestWait = 60_000;

/**
 * Waits before the next attempt, in milliseconds.
 *
 * Doubles from 500 ms to at most 8 s and takes off up to a quarter at random, so that clients that failed together do not
 * come back together; unless the server said how long to wait, which wins.
 *
 * @param attempt Attempts already made, from 1.
 * @param random Gives a number from 0 up to but not including 1.
 */
export function retryDelay(
  attempt: number,
  retryAfterMs: number | undefined,
  random: () => number,
): number {
  return retryAfterMs ?? Math.min(500 * 2 ** (attempt - 1), 8_000) * (1 - random() / 4);
}

/**
 * How long to wait before an answer's request is sent again, in milliseconds; `undefined` when it should not be.
 *
 * Worth another attempt are 408, 409, 429 and 5xx. `stripe-should-retry` and `x-should-retry`, `true` or `false`, know
 * better. Whoever is asked to wait for more than a minute should hear of it instead.
 *
 * @param attempt Attempts already made, from 1.
 * @see RFC 9110, section 10.2.3, for `Retry-After`.
 */
export function retryAnswer(response: Response, attempt: number): number | undefined {
  const { headers, status } = response;
  const verdict = headers.get("stripe-should-retry") ?? headers.get("x-should-retry");
  const isWorthIt = verdict === "true" || (verdict !== "false" && isPassing(status));
  if (!isWorthIt) return undefined;
  const delay = retryDelay(attempt, retryAfter(headers), Math.random);
  return delay > longestWait ? undefined : delay;
}

function isPassing(status: number): boolean {
  return status === 408 || status === 409 || status === 429 || status >= 500;
}

function retryAfter(headers: Headers): number | undefined {
  const text = headers.get("retry-after") ?? "";
  const wait = [
    parseFloat(headers.get("retry-after-ms") ?? ""),
    parseFloat(text) * 1_000,
    Date.parse(text) - Date.now(),
  ].find((ms) => !Number.isNaN(ms));
  return wait && Math.max(wait, 0);
}
