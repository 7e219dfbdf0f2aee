/** The longest time `setTimeout` can wait, in milliseconds; anything above fires at once. */
const longestTimer = 2 ** 31 - 1;

/**
 * Runs one piece of work that may be cut short by time or by the caller, and leaves neither timer nor listener behind.
 *
 * The work is asked to stop through its signal, but not waited for: it may be deaf.
 *
 * @param timeout In milliseconds; anything beyond 24 days never comes.
 * @param late Makes the error for work that took too long.
 * @throws what `late` makes, or the reason of `signal`, or what the work throws.
 */
export function withDeadline<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  timeout: number,
  late: () => Error,
  signal: AbortSignal | undefined,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    const stop = (reason: unknown): void => {
      end();
      reject(reason);
      controller.abort(reason);
    };
    const abort = (): void => stop(signal?.reason);
    const timer = timeout > longestTimer ? undefined : setTimeout(() => stop(late()), timeout);
    if (signal?.aborted) return abort();
    signal?.addEventListener("abort", abort);
    work(controller.signal).then(
      (result) => {
        end();
        resolve(result);
      },
      (error: unknown) => {
        end();
        reject(error);
      },
    );
  });
}
