import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lay, workbench } from "../helpers/workbench.ts";
import { bundle } from "./bundle.ts";
import { chromiumProgram } from "./chromium.ts";
import { findProgram } from "./programs.ts";
import { type SuiteServer, startSuiteServer } from "./server.ts";
import { runPage, runScript, runWorker, type Start } from "./start.ts";
import type { Outcome } from "./suite.ts";

// One suite, bundled once, wherever there is `fetch`. `pnpm run setup:runtimes` fetches what the machine has not.

const DENO = ["run", "--quiet", "--no-prompt", "--allow-net", "--allow-env", "--no-lock"];

interface Runtime {
  readonly name: string;
  /** `undefined` where the machine has none. */
  readonly program: string | undefined;
  readonly run: (start: Start) => Promise<unknown>;
}

const found = (name: string, run: Runtime["run"]): Runtime => ({
  name,
  program: findProgram(name),
  run,
});

const RUNTIMES: readonly Runtime[] = [
  { name: "the Node.js of this repository", program: process.execPath, run: runScript },
  found("node-20", runScript),
  found("node-24", runScript),
  found("bun", runScript),
  found("deno", (start) => runScript(start, DENO)),
  found("workerd", runWorker),
  { name: "chromium", program: await chromiumProgram(), run: runPage },
];

const absent = RUNTIMES.filter(({ program }) => program === undefined).map(({ name }) => name);
if (absent.length > 0) {
  const hint = "`pnpm run setup:runtimes` fetches what is missing.";
  console.warn(`SKIPPED: the client was not tried on ${absent.join(", ")}. ${hint}`);
}

let server: SuiteServer;
let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  const [main, worker, page] = await Promise.all([
    bundle("main"),
    bundle("worker"),
    bundle("page"),
  ]);
  files = new Map([
    ["main.mjs", main],
    ["worker.mjs", worker],
  ]);
  server = await startSuiteServer(page);
});
afterAll(() => server.stop());

describe("the client", () => {
  for (const { name, program, run } of RUNTIMES) {
    it.skipIf(program === undefined)(`does all of the suite on ${name}`, async () => {
      const folder = workbench("runtimes");
      lay(folder, files);
      const outcomes = await run({ program: program ?? "", folder, server });
      expect(failuresOf(outcomes)).toEqual([]);
    });
  }
});

function failuresOf(outcomes: unknown): Outcome[] {
  if (!Array.isArray(outcomes)) throw new Error(`no outcomes but ${JSON.stringify(outcomes)}`);
  expect(outcomes.length).toBeGreaterThan(10);
  return outcomes.filter(({ error }: Outcome) => error !== undefined);
}
