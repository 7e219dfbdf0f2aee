import { describe, expect, it } from "vitest";
import { readApiAt } from "../../packages/generator/src/reading.ts";
import { createSandbox, type Sandbox } from "@specwright/sandbox";
import { type PlainRequest, requestsOf, toRequest } from "../helpers/api-requests.ts";
import { bend } from "../helpers/bend-request.ts";
import { corpusDocuments } from "../helpers/corpus.ts";
import { paymentsApi } from "../helpers/sandbox.ts";
import { createRandom } from "../judges/sample-values.ts";

// `SPECWRIGHT_REQUESTS=100000` bends that many of ours, and a tenth of that of each document of others.
const COUNT = Number(process.env["SPECWRIGHT_REQUESTS"] ?? 6_000);

interface Played {
  readonly failures: string[];
  readonly statuses: Map<number, number>;
}

async function play(
  sandbox: Sandbox,
  requests: readonly PlainRequest[],
  rounds: number,
): Promise<Played> {
  const random = createRandom(11);
  const played: Played = { failures: [], statuses: new Map() };
  for (let round = 0; round < rounds; round += 1) {
    const request = requests[round % requests.length];
    if (!request) break;
    const bent = bend(request, random);
    let made: Request;
    try {
      made = toRequest(bent);
    } catch {
      // What a URL or a header cannot hold, nobody can send.
      continue;
    }
    const response = await sandbox.fetch(made);
    await response.body?.cancel();
    played.statuses.set(response.status, (played.statuses.get(response.status) ?? 0) + 1);
    if (response.status >= 500)
      played.failures.push(`${response.status} ${JSON.stringify(bent).slice(0, 400)}`);
  }
  return played;
}

describe("bent requests", () => {
  it("never make the sandbox fail", async () => {
    const api = await paymentsApi();
    const errors: unknown[] = [];
    const sandbox = await createSandbox(api.model, {
      examples: api.examples,
      seed: 1,
      onError: (error) => errors.push(error),
    });
    const { failures, statuses } = await play(sandbox, requestsOf(api), COUNT);
    expect({ failures, errors }).toEqual({ failures: [], errors: [] });
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 404, 405, 415]));
  }, 3_600_000);
});

const documents = corpusDocuments("sandbox/mutations");

describe.skipIf(documents.length === 0)("documents of others", () => {
  it.each(documents.map(({ name, path }) => [name, path] as const))(
    "%s: every operation answers, and bent requests do no harm",
    async (_, path) => {
      const api = await readApiAt(path, "/");
      const errors: unknown[] = [];
      const sandbox = await createSandbox(api.model, {
        examples: api.examples,
        seed: 1,
        onError: (error) => errors.push(error),
      });
      const requests = requestsOf(api);
      const { failures } = await play(sandbox, requests, Math.ceil(COUNT / 10));
      for (const request of requests) {
        const { status } = await sandbox.fetch(toRequest(request));
        if (status >= 500) failures.push(`${status} ${request.operation}`);
      }
      expect({ failures, errors }).toEqual({ failures: [], errors: [] });
    },
    3_600_000,
  );
});
