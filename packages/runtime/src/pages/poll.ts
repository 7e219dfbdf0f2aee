import { wait } from "../attempts/deadline.ts";
import { TimeoutError } from "../errors/connection-error.ts";

/** How to wait for something to settle. */
export interface PollOptions {
  /** Milliseconds before the second look; each wait is half as long again, up to `longest`. Default: 1,000. */
  readonly interval?: number;
  /** The longest wait between two looks, in milliseconds. Default: 15,000. */
  readonly longest?: number;
  /** How long to go on, in milliseconds. Default: 600,000. */
  readonly timeout?: number;
  /** Stops the waiting. A call that is under way wants it as well. */
  readonly signal?: AbortSignal;
}

/**
 * Looks at something until it has settled:
 * `poll(() => client.reports.retrieve(id), { until: (report) => report.status !== "pending" })`.
 *
 * Where `until` narrows, so does what is given.
 *
 * @throws what `look` throws.
 * @throws {TimeoutError} when it has not settled in time.
 * @throws the signal's reason when the caller aborted.
 */
export function poll<Value, Settled extends Value>(
  look: () => PromiseLike<Value>,
  options: PollOptions & { readonly until: (value: Value) => value is Settled },
): Promise<Settled>;
export function poll<Value>(
  look: () => PromiseLike<Value>,
  options: PollOptions & { readonly until: (value: Value) => boolean },
): Promise<Value>;
export async function poll<Value>(
  look: () => PromiseLike<Value>,
  options: PollOptions & { readonly until: (value: Value) => boolean },
): Promise<Value> {
  const { until, interval = 1_000, longest = 15_000, timeout = 600_000, signal } = options;
  const end = performance.now() + timeout;
  for (let pause = interval; ; pause = Math.min(pause * 1.5, longest)) {
    signal?.throwIfAborted();
    const value = await look();
    if (until(value)) return value;
    const left = end - performance.now();
    if (left <= 0) throw new TimeoutError(`Nothing has settled within ${timeout} ms`);
    // A last look when the time is over.
    await wait(Math.min(pause, left), signal);
  }
}
