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

/** What an answer says of another attempt. */
interface Refusal {
  readonly status: number;
  /** By name, in small letters. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * How long to wait before an answer's request is sent again, in milliseconds; `undefined` when it should not be.
 *
 * Worth another attempt are 408, 409, 429 and 5xx. `stripe-should-retry` and `x-should-retry`, `true` or `false`, know
 * better. Whoever is asked to wait for more than a minute should hear of it instead.
 *
 * @param backoff Gives what to wait where the answer does not say, in milliseconds.
 * @see RFC 9110, section 10.2.3, for `Retry-After`.
 */
export function retryAnswer(
  { status, headers }: Refusal,
  backoff: () => number,
): number | undefined {
  const verdict = headers["stripe-should-retry"] ?? headers["x-should-retry"];
  const isPassing = [408, 409, 429].includes(status) || status >= 500;
  if (!(verdict === "true" || (verdict !== "false" && isPassing))) return undefined;
  const asked = retryAfter(headers);
  const delay = Number.isNaN(asked) ? backoff() : Math.max(asked, 0);
  return delay > longestWait ? undefined : delay;
}

/** In milliseconds, seconds, or as a date; `NaN` where there is none or it makes no sense. */
function retryAfter(headers: Refusal["headers"]): number {
  const ms = parseFloat(headers["retry-after-ms"] ?? "");
  const text = headers["retry-after"] ?? "";
  if (!Number.isNaN(ms)) return ms;
  // A date that begins with its year is no number of seconds.
  if (/^-?[\d.]+$/.test(text)) return Number(text) * 1_000;
  // Platforms read a date out of almost any text: `1.2.3` would be one of the past, and nothing be waited for.
  return /^(?:\w+, |\d{4}-)/.test(text) ? Date.parse(text) - Date.now() : NaN;
}
