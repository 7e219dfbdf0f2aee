import type { SignalSource } from "../output/hold-signals.ts";

/** The part of `process` that the command line uses; a test may give its own. */
export interface Io extends Partial<SignalSource> {
  readonly stdout: Output;
  readonly stderr: Output;
  cwd(): string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Output {
  write(text: string): unknown;
  /** True for a terminal. */
  readonly isTTY?: boolean | undefined;
  on?(event: "error", listener: (error: Error) => void): unknown;
}

/** The source of signals, when there is one. */
export function signalsOf(io: Io): SignalSource | undefined {
  return hasSignals(io) ? io : undefined;
}

function hasSignals(io: Io): io is Io & SignalSource {
  return io.pid !== undefined && Boolean(io.on && io.off && io.kill);
}
