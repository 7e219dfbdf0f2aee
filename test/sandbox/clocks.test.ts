import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "@specwright/sandbox";
import { call, paymentsSandbox } from "../helpers/sandbox.ts";

const QUOTE = { customer: "cus_1", line_items: [{ price: "price_1", quantity: 2 }] };

describe("a test clock of the payments API", () => {
  it("drives the time of what belongs to it", async () => {
    const sandbox = await paymentsSandbox();
    const clock = await call(sandbox, "POST /v1/test_helpers/test_clocks", {
      frozen_time: 1_700_000_000,
    });
    const path = `/v1/test_helpers/test_clocks/${String(clock.body["id"])}`;
    const quote = { ...QUOTE, test_clock: clock.body["id"], expires_at: 1_700_000_500 };
    const made = await call(sandbox, "POST /v1/quotes", quote);
    expect(made.body).toMatchObject({ created: 1_700_000_000, test_clock: clock.body["id"] });
    const advanced = await call(sandbox, `POST ${path}/advance`, { frozen_time: 1_700_001_000 });
    expect(advanced.body).toMatchObject({ frozen_time: 1_700_001_000, status: "ready" });
    expect((await call(sandbox, "POST /v1/quotes", quote)).body["created"]).toBe(1_700_001_000);
    const open = await call(sandbox, `POST /v1/quotes/${String(made.body["id"])}/finalize`);
    expect(open.body).toMatchObject({ status_transitions: { finalized_at: 1_700_001_000 } });
  });

  it("takes what belongs to it along when it is deleted", async () => {
    const sandbox = await paymentsSandbox();
    const clock = await call(sandbox, "POST /v1/test_helpers/test_clocks", {
      frozen_time: 1_700_000_000,
    });
    const { id } = clock.body;
    const own = await call(sandbox, "POST /v1/quotes", { ...QUOTE, test_clock: id });
    const other = await call(sandbox, "POST /v1/quotes", QUOTE);
    await call(sandbox, `DELETE /v1/test_helpers/test_clocks/${String(id)}`);
    expect((await call(sandbox, `GET /v1/quotes/${String(own.body["id"])}`)).status).toBe(404);
    expect((await call(sandbox, `GET /v1/quotes/${String(other.body["id"])}`)).status).toBe(200);
  });

  it("is never put back", async () => {
    const sandbox = await paymentsSandbox();
    const clock = await call(sandbox, "POST /v1/test_helpers/test_clocks", {
      frozen_time: 1_700_000_000,
    });
    const back = await call(
      sandbox,
      `POST /v1/test_helpers/test_clocks/${String(clock.body["id"])}/advance`,
      { frozen_time: 1_600_000_000 },
    );
    expect(back).toMatchObject({ status: 400, body: { error: { param: "frozen_time" } } });
  });
});

describe("a clock of another API, under other names", () => {
  async function ask(sandbox: Sandbox, line: string, body?: unknown): Promise<unknown> {
    const [method = "", path = ""] = line.split(" ");
    const response = await sandbox.fetch(
      new Request(`http://localhost${path}`, {
        method,
        headers: { "content-type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    expect(response.status, text).toBeLessThan(300);
    return text === "" ? undefined : JSON.parse(text);
  }

  it("drives its members, and their visits too", async () => {
    const sandbox = await createSandbox(join(import.meta.dirname, "clocks.yaml"));
    const clock = Object(
      await ask(sandbox, "POST /simulated-clocks", { now: "2030-01-01T00:00:00Z" }),
    );
    const member = Object(await ask(sandbox, "POST /members", { simulatedClockId: clock.id }));
    expect(member.createdAt).toBe("2030-01-01T00:00:00Z");
    await ask(sandbox, `POST /simulated-clocks/${clock.id}/advance`, {
      now: "2030-02-01T00:00:00Z",
    });
    expect(await ask(sandbox, `POST /members/${member.id}/visits`)).toMatchObject({
      member: member.id,
      createdAt: "2030-02-01T00:00:00Z",
    });
    const elsewhere = Object(await ask(sandbox, "POST /members", {}));
    expect(Date.parse(elsewhere.createdAt)).toBeLessThan(Date.parse("2030-01-01"));
  });
});
