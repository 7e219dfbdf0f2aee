import { describe, expect, it, onTestFinished } from "vitest";
import { lay, workbench } from "../helpers/workbench.ts";
import { bundle } from "./bundle.ts";
import { chromiumProgram } from "./chromium.ts";
import { findProgram } from "./programs.ts";
import { startSuiteServer } from "./server.ts";
import { runPage, runScript, runWorker, type Start } from "./start.ts";
import type { Outcome } from "./suite.ts";

// One suite, bundled as each runtime's own bundlers would, wherever there is `fetch`. `pnpm run setup:runtimes` fetches what the machine has not.

const DENO = ["run", "--quiet", "--no-prompt", "--allow-net", "--allow-env", "--no-lock"];

interface Runtime {
  readonly name: string;
  /** By which packages know it, in their `exports`. */
  readonly condition: string;
  /** `undefined` where the machine has none. */
  readonly program: string | undefined;
  readonly run: (start: Start) => Promise<unknown>;
}

const found = (name: string, condition: string, run: Runtime["run"]): Runtime => ({
  name,
  condition,
  program: findProgram(name),
  run,
});

const RUNTIMES: readonly Runtime[] = [
  {
    name: "the Node.js of this repository",
    condition: "node",
    program: process.execPath,
    run: runScript,
  },
  found("node-20", "node", runScript),
  found("node-24", "node", runScript),
  found("bun", "bun", runScript),
  found("deno", "deno", (start) => runScript(start, DENO)),
  found("workerd", "workerd", runWorker),
  { name: "chromium", condition: "browser", program: await chromiumProgram(), run: runPage },
];

const absent = RUNTIMES.filter(({ program }) => program === undefined).map(({ name }) => name);
if (absent.length > 0) {
  const hint = "`pnpm run setup:runtimes` fetches what is missing.";
  console.warn(`SKIPPED: the client was not tried on ${absent.join(", ")}. ${hint}`);
}

describe("the client", () => {
  for (const { name, condition, program, run } of RUNTIMES) {
    it.skipIf(program === undefined)(`does all of the suite on ${name}`, async () => {
      const folder = workbench("runtimes");
      const server = await startSuiteServer(await bundle("page", condition));
      onTestFinished(() => server.stop());
      const entries = ["main", "worker"] as const;
      for (const entry of entries) {
        lay(folder, new Map([[`${entry}.mjs`, await bundle(entry, condition)]]));
      }
      const outcomes = await run({ program: program ?? "", folder, server });
      expect(failuresOf(outcomes)).toEqual([]);
    });
  }
});

function failuresOf(outcomes: unknown): Outcome[] {
  if (!Array.isArray(outcomes)) throw new Error(`no outcomes but ${JSON.stringify(outcomes)}`);
  expect(outcomes.length).toBeGreaterThan(50);
  return outcomes.filter(({ error }: Outcome) => error !== undefined);
}
