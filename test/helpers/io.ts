import type { Io, Output } from "../../packages/generator/src/cli/io.ts";

/** A terminal that remembers what was written. */
export interface CapturedIo extends Io {
  text(stream: "stdout" | "stderr"): string;
}

/** The outside world of a command: only a folder and two streams, nothing of the machine's environment. */
export function captureIo(cwd: string, env: Readonly<Record<string, string>> = {}): CapturedIo {
  const written = { stdout: "", stderr: "" };
  const stream = (name: "stdout" | "stderr"): Output => ({
    write: (text) => {
      written[name] += text;
    },
  });
  return {
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    cwd: () => cwd,
    env,
    text: (name) => written[name],
  };
}
