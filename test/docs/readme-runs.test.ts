import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PaymentsClient } from "@specwright/generated-client";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { paymentsSandbox } from "../helpers/sandbox.ts";

// What READMEs show of the client runs, against the sandbox: a reader copies it, and it works.

const root = join(import.meta.dirname, "../..");
const folder = join(root, "test/.tmp/readme-runs");

const sandbox = await paymentsSandbox();

/** Snippets that call something, as files. */
function snippetsOf(readme: string): readonly (readonly [string, string])[] {
  const text = readFileSync(join(root, readme), "utf8");
  const codes = [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);
  return codes.filter(isCall).map((code, index) => {
    const file = join(folder, `${readme.replaceAll(/\W/g, "-")}-${index}.ts`);
    const [shown = ""] = code.split("\n").filter((line) => CALL.test(line));
    return [shown.trim(), write(file, code)];
  });
}

const CALL = /\b(?:payments|client)\.\w+\.|await call\(transport|createSandbox\(/;

/** Servers of others: a stream of events that the API does not have. */
const ELSEWHERE = /followChat/;

function isCall(code: string): boolean {
  return CALL.test(code) && !ELSEWHERE.test(code);
}

function write(file: string, code: string): string {
  mkdirSync(folder, { recursive: true });
  // Where a snippet leaves something out, somebody who copies it puts in something else.
  writeFileSync(file, `${code.replaceAll("…", "1")}\nexport {};\n`);
  return file;
}

beforeAll(() => {
  // Whatever a snippet asks, on whatever host, the sandbox answers; nothing leaves this process.
  const fetch = (url: string | URL | Request, init?: RequestInit): Promise<Response> =>
    sandbox.fetch(new Request(url, init));
  vi.stubGlobal("fetch", fetch);
  vi.stubEnv("PAYMENTS_API_KEY", "sk_test_1");
  vi.stubGlobal("payments", new PaymentsClient({ apiKey: "sk_test_1" }));
  vi.stubGlobal("client", new PaymentsClient({ apiKey: "sk_test_1" }));
  vi.stubGlobal("controller", new AbortController());
  for (const name of ["log", "error"] as const) vi.spyOn(console, name).mockReturnValue();
});

beforeEach(() => {
  sandbox.reset();
  sandbox.seed({
    accounts: [{ id: "account" }],
    "customers.balanceTransactions": [
      { id: "cbtxn_1MrU9qLkdIwHu7ixhdjxGBgI", customer: "cus_NcjdgdwZyI9Rj7" },
    ],
    prices: [{ id: "price_1", product: "prod_1" }],
    "reporting.reportRuns": [{ id: "frr_1", status: "succeeded" }],
  });
});

afterAll(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ["README.md", 2],
  ["docs/client.md", 9],
  ["packages/generated-client/README.md", 6],
] as const)("%s", (readme, most) => {
  const snippets = snippetsOf(readme);

  it("shows calls", () => expect(snippets.length).toBeGreaterThanOrEqual(most));

  it.each(snippets)("shows what runs: %s", async (_, file) => {
    const before = sandbox.requests.length;
    await import(file);
    const answered = sandbox.requests.slice(before).map(({ status }) => status);
    // A snippet about errors asks for what is not there; one makes a sandbox of its own.
    for (const status of answered) expect([200, 404]).toContain(status);
    const isOwn = readFileSync(file, "utf8").includes("createSandbox(");
    expect(answered.length > 0).toBe(!isOwn);
  });
});

/** Tests of the README of the sandbox, as a user would write them: they run as tests of this file. */
describe("packages/sandbox/README.md", async () => {
  const text = readFileSync(join(root, "packages/sandbox/README.md"), "utf8");
  const [, code] = /^```ts\n(import \{[^}]*\} from "vitest";[\s\S]*?)^```$/m.exec(text) ?? [];
  await import(write(join(folder, "sandbox.ts"), code ?? ""));

  it("has tests to show", () => expect(code?.match(/^it\(/gm)?.length).toBeGreaterThan(2));
});
