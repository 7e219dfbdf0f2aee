/** The longest time `setTimeout` can wait, in milliseconds; anything above fires at once. */
const longestTimer = 2 ** 31 - 1;

/**
 * Runs one piece of work that may be cut short by time or by the caller, and leaves neither timer nor listener behind.
 *
 * The work is told to stop through its signal, but not waited for: it may be deaf.
 *
 * @param ms The time it has, in milliseconds; anything beyond 24 days never comes.
 * @param late Gives the error when the time is over.
 * @throws what `late` gives or the work throws, or the reason of `signal`.
 */
export function withDeadline<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  ms: number,
  late: () => unknown,
  signal: AbortSignal | undefined,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const leave = watch(ms, signal, (aborted) => {
      reject(aborted ? signal?.reason : late());
      controller.abort();
    });
    if (controller.signal.aborted) return;
    // Whoever waits for the result hears of it only after that.
    void work(controller.signal).then(resolve, reject).then(leave);
  });
}

/**
 * Waits, in milliseconds.
 *
 * @throws the signal's reason, at once, when it is aborted.
 */
export function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    watch(ms, signal, (aborted) => (aborted ? reject(signal?.reason) : resolve()));
  });
}

/** Calls `end` once, when the time is over or the signal aborted. @returns what makes it never be called. */
function watch(
  ms: number,
  signal: AbortSignal | undefined,
  end: (aborted: boolean) => void,
): () => void {
  const leave = (): void => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  };
  const stop = (aborted: boolean): void => {
    leave();
    end(aborted);
  };
  const abort = (): void => stop(true);
  const timer = ms > longestTimer ? undefined : setTimeout(stop, ms, false);
  if (signal?.aborted) abort();
  else signal?.addEventListener("abort", abort);
  return leave;
}
