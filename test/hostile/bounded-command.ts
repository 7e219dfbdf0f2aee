import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Ran } from "../helpers/command.ts";

/** What one command may take. The stack is as small as that of a program's main thread. */
const LIMITS = { maxOldGenerationSizeMb: 1024, stackSizeMb: 1 };

/** Runs a command line in a thread of its own. */
export interface BoundedCommand {
  /** @throws When it takes more than `seconds`, or more memory than the limits allow. */
  run(argv: readonly string[], cwd: string, seconds: number): Promise<Ran>;
  close(): Promise<void>;
}

export function createBoundedCommand(): BoundedCommand {
  let worker: Worker | undefined;
  const close = async (): Promise<void> => {
    await worker?.terminate();
    worker = undefined;
  };
  return {
    close,
    async run(argv, cwd, seconds) {
      worker ??= start();
      worker.postMessage({ argv, cwd }, []);
      try {
        const signal = AbortSignal.timeout(seconds * 1000);
        const [ran]: unknown[] = await once(worker, "message", { signal });
        return readRan(ran);
      } catch (error) {
        await close();
        throw error;
      }
    },
  };
}

function start(): Worker {
  const url = new URL("bounds-worker.ts", import.meta.url);
  return new Worker(url, {
    execArgv: ["--conditions=@specwright/source"],
    resourceLimits: LIMITS,
  });
}

function readRan(message: unknown): Ran {
  const { code, stdout, stderr } = Object(message);
  return { code: Number(code), stdout: String(stdout), stderr: String(stderr) };
}
