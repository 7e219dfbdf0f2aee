import { describe, expect, expectTypeOf, it } from "vitest";
import { isRecord, validator } from "../validate/index.ts";
import { callbackRoute, createHandler, type Route } from "./index.ts";

interface Shipped {
  readonly order: string;
  readonly parcels: number;
}

const shippedValidator = validator(
  "Shipped",
  (value): value is Shipped => isRecord(value) && typeof value["parcels"] === "number",
  (_value, issues, at) => issues.missing(`${at}/parcels`),
);

const seen: unknown[] = [];
const receiving = callbackRoute({
  path: "/callbacks/{customer}",
  validator: shippedValidator,
  security: [["token"]],
  handle(body, { customer }, { answer, principal }) {
    expectTypeOf(body).toEqualTypeOf<Shipped>();
    seen.push([customer, body.parcels, principal]);
    return body.parcels === 0 ? answer(409, { reason: "nothing was shipped" }) : "ignored";
  },
});

function handlerOf(route: Route): (request: Request) => Promise<Response> {
  return createHandler({
    routes: [],
    receivers: [route],
    securitySchemes: { token: { type: "http", scheme: "bearer" } },
    authenticate: { token: () => "the shop" },
  });
}

async function call(body: string, more: Record<string, string> = {}): Promise<Response> {
  seen.length = 0;
  const headers = { "content-type": "application/json", authorization: "Bearer t", ...more };
  const url = "http://localhost/callbacks/cus%2F1";
  return handlerOf(receiving)(new Request(url, { method: "POST", headers, body }));
}

describe("a callback", () => {
  it("is given to its handler with its path and its caller, and answered without a body", async () => {
    const response = await call('{"order":"o_1","parcels":2}');
    expect([response.status, await response.text()]).toEqual([204, ""]);
    expect(seen).toEqual([["cus/1", 2, "the shop"]]);
  });

  it("may be answered otherwise", async () => {
    const response = await call('{"order":"o_1","parcels":0}');
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ reason: "nothing was shipped" });
  });

  it.each([
    ["a body that is none of it", "{}", {}, 400],
    ["no JSON", "{", {}, 400],
    ["no body", "", {}, 400],
    ["another media type", "{}", { "content-type": "text/plain" }, 415],
    ["a caller without credentials", '{"parcels":1}', { authorization: "" }, 401],
  ])("with %s does not reach its handler", async (_, body, headers, status) => {
    expect((await call(body, headers)).status).toBe(status);
    expect(seen).toEqual([]);
  });

  it("has a path", () => {
    expect(() =>
      handlerOf(callbackRoute({ path: "nowhere", validator: shippedValidator, handle: () => {} })),
    ).toThrow();
  });
});
