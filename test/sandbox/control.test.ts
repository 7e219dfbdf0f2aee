import { describe, expect, it } from "vitest";
import { call, paymentsSandbox } from "../helpers/sandbox.ts";
import type { Sandbox } from "@specwright/sandbox";

const PLAN = { currency: "usd", interval: "month", product: "prod_1", amount: 100 };

async function ask(
  sandbox: Sandbox,
  line: string,
  init: RequestInit = {},
  origin = "http://localhost",
): Promise<Response> {
  const [method = "", path = ""] = line.split(" ");
  return sandbox.fetch(new Request(origin + path, { method, ...init }));
}

describe("/_sandbox", () => {
  it("resets, gives and takes snapshots, and takes seeds", async () => {
    const sandbox = await paymentsSandbox();
    const seeds = JSON.stringify({ plans: [{ id: "gold" }] });
    expect((await ask(sandbox, "POST /_sandbox/seed", { body: seeds })).status).toBe(204);
    const snapshot = await (await ask(sandbox, "GET /_sandbox/snapshot")).text();
    expect((await ask(sandbox, "POST /_sandbox/reset")).status).toBe(204);
    expect((await call(sandbox, "GET /v1/plans/gold")).status).toBe(404);
    expect((await ask(sandbox, "POST /_sandbox/load", { body: snapshot })).status).toBe(204);
    expect((await call(sandbox, "GET /v1/plans/gold")).status).toBe(200);
  });

  it.each([
    ["a snapshot that is none", "POST /_sandbox/load", "{}"],
    ["what is no JSON", "POST /_sandbox/seed", "{"],
    ["a resource that is none", "POST /_sandbox/seed", '{"unicorns":[{}]}'],
    ["a list that is none", "POST /_sandbox/seed", '{"plans":{}}'],
  ])("refuses %s with a reason", async (_, line, body) => {
    const answer = await ask(await paymentsSandbox(), line, { body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ message: expect.stringMatching(/\w+/) });
  });

  it.each([
    [
      "a page of another origin",
      { headers: { origin: "https://example.com" } },
      "http://localhost",
    ],
    [
      "a page that is not of this origin",
      { headers: { "sec-fetch-site": "cross-site" } },
      "http://localhost",
    ],
    ["a name that was made to point here", {}, "http://rebound.example.com"],
  ])("refuses %s", async (_, init, origin) => {
    const sandbox = await paymentsSandbox();
    await call(sandbox, "POST /v1/plans", { ...PLAN, id: "gold" });
    expect((await ask(sandbox, "POST /_sandbox/reset", init, origin)).status).toBe(403);
    expect((await call(sandbox, "GET /v1/plans/gold")).status).toBe(200);
  });
});

describe("the request log", () => {
  it("shows a request with its answer, the operation, and how to repeat it", async () => {
    const sandbox = await paymentsSandbox();
    await call(sandbox, "POST /v1/plans", { ...PLAN, nickname: "it's" });
    expect(sandbox.requests.at(-1)).toMatchObject({
      method: "POST",
      target: "/v1/plans",
      status: 200,
      operation: "plans.create",
      requestBody: expect.stringContaining("nickname=it's"),
      responseBody: expect.stringContaining('"object":"plan"'),
      client: expect.stringMatching(/^await client\.plans\.create\(\{/),
    });
    const { curl } = sandbox.requests.at(-1) ?? { curl: "" };
    expect(curl).toContain(String.raw`nickname=it'\''s`);
  });

  it("shows no secrets", async () => {
    const sandbox = await paymentsSandbox();
    await call(sandbox, "GET /v1/plans", undefined, {
      authorization: "Bearer sk_very_secret",
      cookie: "session=very_secret",
      "x-api-key": "very_secret",
    });
    expect(JSON.stringify(sandbox.requests.at(-1))).not.toContain("very_secret");
  });

  it("is a page that loads nothing and holds nothing of what requests bring", async () => {
    const sandbox = await paymentsSandbox();
    await call(sandbox, `GET /v1/${encodeURIComponent("<script>alert(1)</script>")}`);
    const page = await ask(sandbox, "GET /_sandbox/");
    const html = await page.text();
    expect(page.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; script-src 'nonce-[\w+/=]+';/,
    );
    expect(html).not.toContain("alert(1)");
    expect(html).not.toMatch(/(?:src|href)=/);
    const [, nonce = ""] = /nonce="([^"]*)"/.exec(html) ?? [];
    expect(page.headers.get("content-security-policy")).toContain(nonce);
  });

  it("tells of requests as they come", async () => {
    const sandbox = await paymentsSandbox({ seed: 3 });
    const live = await ask(sandbox, "GET /_sandbox/requests/live");
    const reader = live.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toMatch(/^:/);
    await call(sandbox, "GET /v1/plans");
    const { value = "" } = (await reader?.read()) ?? {};
    expect(JSON.parse(value.replace(/^data: /, ""))).toMatchObject({
      operation: "plans.list",
      status: 200,
    });
    await sandbox.close();
    expect((await reader?.read())?.done).toBe(true);
  });
});
