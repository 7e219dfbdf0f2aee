import { readFileSync } from "node:fs";
import type { Io } from "./io.ts";

/**
 * Runs one command line.
 *
 * @param argv Without the program and its file.
 * @returns Exit code: 0 done or up to date, 1 a check found a difference, 2 the spec has errors, 3 the command line or
 * the configuration is wrong, 70 a bug of Specwright.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  quietBrokenPipe(io);
  // Answered before anything is imported: scripts ask for it often.
  if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
    io.stdout.write(`${version()}\n`);
    return 0;
  }
  try {
    const { answerFresh } = await import("./answer-fresh.ts");
    const code = await answerFresh(argv, io);
    if (code !== undefined) return code;
    const { runCommandLine } = await import("./run-command-line.ts");
    return await runCommandLine(argv, io);
  } catch (error) {
    const { reportBug } = await import("./report-bug.ts");
    return reportBug(error, argv, io);
  }
}

/** Version in the package's own `package.json`. */
export function version(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
  );
  return String(Object(manifest).version);
}

// `specwright check | head` closes our output early; that is the reader's right and no reason for a stack trace.
function quietBrokenPipe({ stdout, stderr }: Io): void {
  for (const output of [stdout, stderr]) {
    output.on?.("error", (error) => {
      if (!("code" in error) || error.code !== "EPIPE") throw error;
    });
  }
}
