import { ANSWERS } from "./cases/answers.ts";
import type { Cases } from "./cases/case.ts";
import { FAILURES } from "./cases/failures.ts";
import { LISTS } from "./cases/lists.ts";
import { REQUESTS } from "./cases/requests.ts";
import { WEBHOOKS } from "./cases/webhooks.ts";

// The client where there is no test runner: Bun, Deno, workers, browsers, older Node.js. See server.ts for the answers.

/** What came of one case; `error` is absent when it held. */
export interface Outcome {
  readonly name: string;
  readonly error?: string;
}

/** Runs every case against the server of server.ts. */
export async function runSuite(origin: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [name, run] of Object.entries(CASES)) {
    try {
      await run(origin);
      outcomes.push({ name });
    } catch (error) {
      outcomes.push({ name, error: error instanceof Error ? error.message : String(error) });
    }
  }
  return outcomes;
}

const CASES: Cases = { ...REQUESTS, ...ANSWERS, ...FAILURES, ...LISTS, ...WEBHOOKS };
