/** The longest time `setTimeout` can wait, in milliseconds; anything above fires at once. */
const longestTimer = 2 ** 31 - 1;

/**
 * Runs one piece of work that may be cut short by time or by the caller, and leaves neither timer nor listener behind.
 *
 * The work is told to stop through its signal, but not waited for: it may be deaf.
 *
 * @param ms The time it has, in milliseconds; anything beyond 24 days never comes.
 * @param late Gives the outcome when the time is over.
 * @throws what `late` or the work throw, or the reason of `signal`.
 */
export function withDeadline<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  ms: number,
  late: () => Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    const fail = (error: unknown): void => {
      end();
      reject(error);
    };
    const abort = (): void => {
      fail(signal?.reason);
      controller.abort();
    };
    const timeOut = (): void => {
      end();
      resolve(late());
      controller.abort();
    };
    const timer = ms > longestTimer ? undefined : setTimeout(timeOut, ms);
    if (signal?.aborted) return abort();
    signal?.addEventListener("abort", abort);
    work(controller.signal).then((result) => {
      end();
      resolve(result);
    }, fail);
  });
}

/**
 * Waits, in milliseconds.
 *
 * @throws the signal's reason, at once, when it is aborted.
 */
export function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return withDeadline(
    () => new Promise(() => undefined),
    ms,
    () => Promise.resolve(),
    signal,
  );
}
