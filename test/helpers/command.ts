import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { main } from "../../packages/generator/src/cli/main.ts";
import { captureIo } from "./io.ts";

/** What a command line left behind. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `specwright` in this process. Its environment is empty but for a cache folder, if the caller gives one. */
export async function runCommand(
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const io = captureIo(cwd, env);
  const code = await main(argv, io);
  return { code, stdout: io.text("stdout"), stderr: io.text("stderr") };
}

/** An empty folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "specwright-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
