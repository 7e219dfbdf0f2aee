/** The part of `process` that signals come through. */
export interface SignalSource {
  readonly pid: number;
  on(signal: "SIGINT" | "SIGTERM", listener: () => void): unknown;
  off(signal: "SIGINT" | "SIGTERM", listener: () => void): unknown;
  kill(pid: number, signal: string): unknown;
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/**
 * Runs `work`, which must be synchronous, while signals wait; afterwards the first that came takes its usual effect.
 *
 * @param source Absent where there are no signals to hold.
 */
export async function holdSignals(
  source: SignalSource | undefined,
  work: () => void,
): Promise<void> {
  if (!source) return work();
  let held: string | undefined;
  const listeners = SIGNALS.map((signal) => [signal, (): void => void (held ??= signal)] as const);
  for (const [signal, listener] of listeners) source.on(signal, listener);
  try {
    work();
    // A signal that came meanwhile reaches its listener only in a later turn of the event loop.
    await new Promise((resolve) => setTimeout(resolve, 1));
  } finally {
    for (const [signal, listener] of listeners) source.off(signal, listener);
  }
  if (held !== undefined) source.kill(source.pid, held);
}
