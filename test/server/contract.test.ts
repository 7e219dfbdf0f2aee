import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createContractApi } from "./contract-api.ts";
import { cases, type ContractCase } from "./contract-cases.ts";
import { behindParsers, frameworks, type Served } from "./frameworks.ts";

// One contract, whoever serves it: every framework gives the answers that the handler alone gives.

/** Holds what a server answers against the case. */
async function expectAnswer(url: string, { path, init, ...expected }: ContractCase): Promise<void> {
  const response = await fetch(url + path, init);
  const text = await response.text();
  expect(response.status, text).toBe(expected.status);
  for (const [name, value] of Object.entries(expected.headers ?? {})) {
    expect(response.headers.get(name), name).toBe(value);
  }
  if (expected.body === undefined) return;
  expect(typeof expected.body === "string" ? text : JSON.parse(text)).toEqual(expected.body);
}

describe.each(Object.entries(frameworks))("the contract over %s", (name, serve) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(createContractApi());
  });
  afterAll(() => served.stop());

  it.each(cases)("answers $status: $name", (one) => expectAnswer(served.url, one));

  it("answers on one connection, one request after the other", async () => {
    for (const one of cases.slice(0, 5)) await expectAnswer(served.url, one);
  });

  it.skipIf(name === "Request and Response" || name === "node:http")(
    "leaves header fields alone that the framework set before",
    async () => {
      const good = await fetch(`${served.url}/v1/things/a`);
      const bad = await fetch(`${served.url}/v1/faults/500`);
      expect([good, bad].map(({ headers }) => headers.get("x-before"))).toEqual(["yes", "yes"]);
    },
  );
});

describe.each(Object.entries(behindParsers))(
  "%s, when something has read the body before",
  (_, serve) => {
    let served: Served;
    beforeAll(async () => {
      served = await serve(createContractApi());
    });
    afterAll(() => served.stop());

    const withBodies = cases.filter(
      ({ init, status }) => init?.body !== undefined && status !== 413 && status !== 415,
    );
    const kept = withBodies.filter(({ path }) => path !== "/v1/forms");

    it.each(kept)("answers $status: $name", (one) => expectAnswer(served.url, one));
  },
);

describe("Express behind a parser that loses the bytes", () => {
  it("answers 500 at once, and says why to the server", async () => {
    const served = await behindParsers["Express"]?.(createContractApi());
    if (!served) return expect.unreachable();
    const response = await fetch(`${served.url}/v1/forms`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "amount=5",
    });
    expect(response.status).toBe(500);
    await served.stop();
  });
});
