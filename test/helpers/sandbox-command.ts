import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Ran } from "./command.ts";

const program = join(import.meta.dirname, "../../packages/generator/bin/specwright.js");

export interface CommandOptions {
  readonly cwd?: string;
  /** The Node.js that runs it. Default: this one. */
  readonly node?: string;
}

/** `specwright sandbox` in a process of its own. */
export class SandboxCommand {
  readonly child: ChildProcess;
  /** What it left behind, once it has ended. */
  readonly ended: Promise<Ran>;
  #stdout = "";
  #stderr = "";

  constructor(argv: readonly string[], { cwd, node = process.execPath }: CommandOptions = {}) {
    // Other versions of Node.js run what is built, this one the source.
    const condition = node === process.execPath ? ["--conditions=@specwright/source"] : [];
    const child = spawn(node, [...condition, program, "sandbox", ...argv], { cwd });
    this.child = child;
    onTestFinished(() => void child.kill("SIGKILL"));
    child.stdout.on("data", (chunk: Buffer) => (this.#stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (this.#stderr += chunk.toString()));
    this.ended = new Promise((resolve) => {
      child.once("close", (code) =>
        resolve({ code: code ?? -1, stdout: this.#stdout, stderr: this.#stderr }),
      );
    });
  }

  /** The address that it prints once it listens. */
  async url(): Promise<string> {
    const printed = new Promise<string>((resolve) => {
      this.child.stdout?.on("data", () => {
        const [found] = /http:\/\/\S+(?=\n)/.exec(this.#stdout) ?? [];
        if (found !== undefined) resolve(found);
      });
    });
    const failed = this.ended.then(({ code, stderr }): never => {
      throw new Error(`It ended with ${code}: ${stderr}`);
    });
    return Promise.race([printed, failed]);
  }
}
