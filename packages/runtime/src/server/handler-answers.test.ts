import { describe, expect, it } from "vitest";
import type { OperationDescriptor, ResponseDescriptor } from "../contract.ts";
import { isRecord, type Validator, validator } from "../validate/index.ts";
import { createHandler, type HandlerContext, type ServerOptions } from "./index.ts";

const withText = (name: string, key: string): Validator<object> =>
  validator(
    name,
    (value): value is object => isRecord(value) && typeof value[key] === "string",
    (value, issues, at) => {
      if (!isRecord(value) || typeof value[key] !== "string") issues.missing(`${at}/${key}`);
    },
  );

const responses: readonly ResponseDescriptor[] = [
  { status: "201", contentType: "application/json" },
  { status: "202", contentType: "application/json", alternatives: [{ contentType: "text/plain" }] },
  { status: "204" },
  { status: "402", contentType: "application/json" },
  { status: "4XX", contentType: "application/problem+json" },
];

const charge: OperationDescriptor<unknown, unknown> = {
  id: "charges.create",
  method: "POST",
  path: "/charges",
  parameters: [],
  responses,
  security: [],
};

interface Told {
  readonly operation: string;
  readonly messages: readonly string[];
}

function ask(
  give: (context: HandlerContext) => unknown,
  options: ServerOptions = {},
  init: RequestInit = {},
): { readonly response: Promise<Response>; readonly told: readonly Told[] } {
  const told: Told[] = [];
  const handler = createHandler({
    routes: [
      {
        operation: charge,
        handle: (_, context) => give(context),
        output: withText("Charge", "id"),
        answers: { "402": withText("Declined", "reason"), "4XX": withText("Problem", "detail") },
      },
    ],
    securitySchemes: {},
    onInvalidResponse: (operation, issues) =>
      told.push({ operation, messages: issues.map(({ message }) => message) }),
    ...options,
  });
  const request = new Request("http://localhost/charges", { method: "POST", ...init });
  return { response: handler(request), told };
}

describe("an answer that is not the plain one", () => {
  it("has its status, its body, its headers and those of the context", async () => {
    const { response } = ask(({ answer, responseHeaders }) => {
      responseHeaders.set("x-request", "1");
      return answer(402, { reason: "no money" }, { headers: { "Retry-After": "9" } });
    });
    const { status, headers } = await response;
    expect(status).toBe(402);
    expect(await (await response).json()).toEqual({ reason: "no money" });
    expect(headers.get("content-type")).toBe("application/json");
    expect([headers.get("retry-after"), headers.get("x-request")]).toEqual(["9", "1"]);
  });

  it("has the media type that is documented for it, of several the one that is liked best", async () => {
    const gone = ask(({ answer }) => answer(410, { detail: "gone" }));
    expect((await gone.response).headers.get("content-type")).toBe("application/problem+json");
    const later = ask(
      ({ answer }) => answer(202, "later"),
      {},
      { headers: { accept: "text/*, */*;q=0.1" } },
    );
    expect(await (await later.response).text()).toBe("later");
  });

  it("is told in a type that the caller does not accept rather than not at all", async () => {
    const { response } = ask(
      ({ answer }) => answer(402, { reason: "" }),
      {},
      { headers: { accept: "application/json" } },
    );
    expect((await response).status).toBe(402);
    const problem = ask(
      ({ answer }) => answer(404, { detail: "" }),
      {},
      { headers: { accept: "application/json" } },
    );
    expect((await problem.response).headers.get("content-type")).toBe("application/problem+json");
  });

  it("may have no body", async () => {
    const { response } = ask(({ answer }) => answer(204));
    expect([(await response).status, await (await response).text()]).toEqual([204, ""]);
  });

  it.each([
    [402, { detail: "the body of the range" }, "is required"],
    [410, { reason: "the body of another status" }, "is required"],
    [201, {}, "is required"],
    [500, {}, "500 is not documented"],
    [302, {}, "302 is not documented"],
  ])("is held against the spec: %i with %j", async (status, body, message) => {
    const give = ({ answer }: HandlerContext): unknown => answer(status, body);
    const strict = ask(give);
    expect((await strict.response).status).toBe(500);
    expect(strict.told).toEqual([
      { operation: "charges.create", messages: [expect.stringContaining(message)] },
    ]);
    const warned = ask(give, { responseValidation: "warn" });
    expect([(await warned.response).status, warned.told.length]).toEqual([status, 1]);
    const off = ask(give, { responseValidation: "off" });
    expect([(await off.response).status, off.told.length]).toEqual([status, 0]);
  });

  it.each([99, 600, 200.5])("cannot have the status %d", async (status) => {
    const errors: unknown[] = [];
    const { response } = ask(({ answer }) => answer(status, {}), {
      responseValidation: "off",
      onError: (error) => errors.push(error),
    });
    expect((await response).status).toBe(500);
    expect(errors).toEqual([expect.any(RangeError)]);
  });

  it("is no other object that looks like one", async () => {
    const { response } = ask(() => ({
      id: "ch_1",
      status: 402,
      body: { reason: "" },
      headers: {},
    }));
    expect((await response).status).toBe(201);
  });
});
