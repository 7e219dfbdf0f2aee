import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** Loads what was generated in a thread of its own. */
export interface Importer {
  /** @returns What went wrong, or what the modules did to the world by being loaded. */
  run(files: ReadonlyMap<string, string>): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Modules cannot be unloaded: after as many runs a new thread takes over. */
const RUNS = 150;

/** A thread that does not answer is taken to hang. Milliseconds. */
const PATIENCE = 20_000;

export function createImporter(): Importer {
  let worker: Worker | undefined;
  let runs = 0;
  return {
    async run(files) {
      if (runs % RUNS === 0) {
        await worker?.terminate();
        worker = start();
      }
      runs += 1;
      worker?.postMessage({ id: runs, files }, []);
      return answerOf(worker);
    },
    async close() {
      await worker?.terminate();
    },
  };
}

function start(): Worker {
  const url = new URL("import-worker.ts", import.meta.url);
  return new Worker(url, { execArgv: ["--conditions=@specwright/source"] });
}

async function answerOf(worker: Worker | undefined): Promise<readonly string[]> {
  if (!worker) throw new Error("there is no thread to ask");
  const [answer]: unknown[] = await once(worker, "message", {
    signal: AbortSignal.timeout(PATIENCE),
  });
  return Array.isArray(answer) ? answer.map(String) : ["the thread gave no answer"];
}
