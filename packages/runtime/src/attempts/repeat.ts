import { ConnectionError, TimeoutError } from "../errors/connection-error.ts";
import { isApiError } from "../errors/is-api-error.ts";
import { wait, withDeadline } from "./deadline.ts";
import type { Again } from "./idempotency.ts";
import { retryAnswer, retryDelay } from "./retry.ts";

/** How often a call is sent, and how long it may take. */
export interface RepeatLimits {
  /** For one attempt, in milliseconds. Default: 80,000. */
  readonly timeout?: number | undefined;
  /** For all attempts and what is waited between them, in milliseconds. Default: no limit. */
  readonly deadline?: number | undefined;
  /** Attempts after the first one. Default: 2. */
  readonly maxRetries?: number | undefined;
  /** Gives what is waited before the next attempt, in milliseconds, where the server does not say. */
  readonly backoff?: ((attempts: number) => number) | undefined;
  /** Ends it all. */
  readonly signal?: AbortSignal | undefined;
}

/** What must be known of a request to send it again. */
export interface Repeatable {
  readonly again: Again;
  /** What to say where no answer comes. */
  readonly silence: string;
}

/**
 * Makes attempts until one gives something, or fails in a way that another would not mend, or would do the work twice.
 *
 * @param attempt Is told to stop, and how many attempts there were, with this one.
 * @param limits Those of the call.
 * @param client Those of the client: they hold where the call does not say.
 * @throws what the last attempt threw.
 * @throws {TimeoutError} when it took too long.
 * @throws the reason of `signal`.
 */
export async function repeat<Result>(
  attempt: (stop: AbortSignal, attempts: number) => Promise<Result>,
  request: Repeatable,
  limits: RepeatLimits,
  client: RepeatLimits,
): Promise<Result> {
  // Each by its name: two spreads take Node.js 20 a hundred times as long.
  const {
    timeout = client.timeout ?? 80_000,
    deadline = client.deadline ?? Infinity,
    maxRetries = client.maxRetries ?? 2,
    backoff = client.backoff ?? retryDelay,
    signal = client.signal,
  } = limits;
  const retries = request.again === "never" ? 0 : maxRetries;
  const end = performance.now() + deadline;
  for (let attempts = 1; ; attempts++) {
    const left = end - performance.now();
    const late = (): Error =>
      new TimeoutError(`${request.silence} within ${left < timeout ? deadline : timeout} ms`);
    // The wait took longer than it should, and nothing may be sent any more.
    if (left <= 0) throw late();
    try {
      const work = (stop: AbortSignal): Promise<Result> => attempt(stop, attempts);
      return await withDeadline(work, Math.min(left, timeout), late, signal);
    } catch (error) {
      if (attempts > retries || signal?.aborted) throw error;
      const delay = delayAfter(error, request, () => backoff(attempts));
      // What would come too late is not waited for: the caller hears of it now.
      if (delay === undefined || performance.now() + delay >= end) throw error;
      await wait(delay, signal);
    }
  }
}

/** What to wait before the next attempt, in milliseconds; `undefined` when there must be none. */
function delayAfter(
  error: unknown,
  { again }: Repeatable,
  backoff: () => number,
): number | undefined {
  const isSafe = again === "always";
  if (isSafe && isApiError(error)) return retryAnswer(error, backoff);
  // Bytes that may have arrived may have done their work.
  return error instanceof ConnectionError && (isSafe || error.isUnsent) ? backoff() : undefined;
}
