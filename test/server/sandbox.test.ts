import { join } from "node:path";
import { createSandbox, type Sandbox } from "@specwright/sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exchange } from "./raw-socket.ts";
import { get, smuggled } from "./smuggled.ts";

// The sandbox that listens meets the same bytes as servers made of stubs.

let sandbox: Sandbox;
let port: number;
const errors: unknown[] = [];
beforeAll(async () => {
  const onError = (error: unknown): void => void errors.push(error);
  sandbox = await createSandbox(join(import.meta.dirname, "../sandbox/tickets.yaml"), { onError });
  port = Number(new URL((await sandbox.listen()).url).port);
});
afterAll(() => sandbox.close());

async function statuses(message: string): Promise<readonly number[]> {
  return (await exchange(port, message)).map(({ status }) => status);
}

describe("a sandbox that listens", () => {
  it.each(smuggled)(
    "refuses a request with %s, and hears nothing behind it",
    async (_, message) => {
      const before = sandbox.requests.length;
      const given = await statuses(message);
      expect(given.length).toBeLessThanOrEqual(1);
      // What is refused in the middle of its body has found its way to an operation, or to none.
      for (const status of given) expect([400, 404, 408, 413, 414, 415, 431]).toContain(status);
      const heard = sandbox.requests.slice(before).map(({ target }) => target);
      expect(heard.join()).not.toContain("hidden");
      expect(errors).toEqual([]);
    },
  );

  it.each([
    "/x/../tickets",
    "/x/%2e%2E/tickets",
    "/x\\..\\tickets",
    "/_sandbox/../tickets",
    "/tickets/../_sandbox/snapshot",
    "//tickets",
    "/tickets%2f",
    "/tickets%00",
    "/tickets;x",
    "/tickets#x",
  ])("lets nobody climb to %s", async (target) => {
    const [status] = await statuses(get(target));
    expect([400, 404]).toContain(status);
    expect(await statuses(get("/tickets"))).toEqual([200]);
  });
});
