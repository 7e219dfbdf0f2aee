import { describe, expect, it } from "vitest";
import type { OperationDescriptor } from "../contract.ts";
import { ValidationError } from "../errors/validation-error.ts";
import { toQuery } from "../request/parameters.ts";
import type { Issue, Validator } from "../validate/contract.ts";
import { call } from "./call.ts";
import { connect } from "./connect.ts";
import { type Drift, validation, type ValidationOptions } from "./validation.ts";

type Input = { readonly params?: object };

const list: OperationDescriptor<Input, unknown> = {
  id: "things.list",
  method: "GET",
  path: "/things",
  parameters: [{ name: "limit", in: "query" }],
  write: [toQuery],
  responses: [{ status: "200", contentType: "application/json" }],
  security: [],
};

/** A validator that finds what a function finds. */
function validator(name: string, find: (value: unknown) => Partial<Issue>[]): Validator<unknown> {
  const issues = (value: unknown): Issue[] =>
    find(value).map((one) => ({
      pointer: "",
      path: [],
      message: "wrong",
      keyword: "type",
      ...one,
    }));
  return {
    name,
    issues,
    is: (value): value is unknown => issues(value).length === 0,
    assert: (value) => {
      if (issues(value).length > 0) throw new ValidationError(name, issues(value));
    },
    "~standard": { version: 1, vendor: "specwright", validate: (value) => ({ value }) },
  };
}

const validators = {
  "things.list": {
    params: validator("ThingsListParams", (value) =>
      JSON.stringify(value).includes("limit") ? [] : [{ pointer: "/limit", keyword: "required" }],
    ),
    output: validator("Things", (value) => (Array.isArray(value) ? value : [])),
  },
};

/** Sends one call that is answered with `answer`, `times` times over. */
async function send(
  options: ValidationOptions | undefined,
  answer: Partial<Issue>[] = [],
  { times = 1, params = { limit: 1 } }: { times?: number; params?: object } = {},
): Promise<{ drifts: Drift[]; sent: number }> {
  const drifts: Drift[] = [];
  let sent = 0;
  const fetch = async (): Promise<Response> => {
    sent += 1;
    return Response.json(answer);
  };
  const api = { server: "http://test", security: {}, headerOptions: {} };
  const onDrift = (drift: Drift): void => void drifts.push(drift);
  const checks = validation(validators, { onDrift, ...options });
  const client = connect(api, { fetch, validation: checks });
  for (let time = 0; time < times; time++) await call(client, list, { params });
  return { drifts, sent };
}

describe("validation", () => {
  it("tells of answers that are wrong, and does not throw", async () => {
    const { drifts } = await send(undefined, [{ pointer: "/0/id" }]);
    expect(drifts).toEqual([
      {
        operation: "things.list",
        count: 1,
        pointer: "/0/id",
        path: [],
        message: "wrong",
        keyword: "type",
      },
    ]);
  });

  it("tells ever more rarely", async () => {
    const { drifts } = await send({}, [{ pointer: "/0/id" }, { pointer: "/7/id" }], { times: 60 });
    expect(drifts.map(({ count }) => count)).toEqual([1, 10, 100]);
  });

  it("takes no new value of a list of values for a mistake", async () => {
    const answer = [{ keyword: "enum" }];
    expect((await send({}, answer)).drifts).toEqual([]);
    await expect(send({ responses: "strict" }, answer)).resolves.toBeDefined();
  });

  it("throws of answers when it is strict", async () => {
    await expect(send({ responses: "strict" }, [{}])).rejects.toBeInstanceOf(ValidationError);
  });

  it.each([
    ['expected a number, got "sk_live_Secret1"', "expected a number, got a string"],
    [
      'expected one of "a, got \'b", got "Secret1\\n"',
      'expected one of "a, got \'b", got a string',
    ],
    ["expected at most 9, got 4242424242424242", "expected at most 9, got a number"],
    ["expected at most 9, got -1.5e3", "expected at most 9, got a number"],
    ["expected a string, got null", "expected a string, got null"],
    ["expected a string, got an array", "expected a string, got an array"],
    ["is required", "is required"],
  ])("quotes nothing of a call: %s", async (message, told) => {
    expect((await send({}, [{ message }])).drifts[0]?.message).toBe(told);
    const error = await send({ responses: "strict" }, [{ message }]).catch(
      (thrown: unknown) => thrown,
    );
    expect(String(error)).toContain(told);
    expect(JSON.stringify(error) + String(error)).not.toMatch(/Secret1|4242/);
  });

  it("looks at no answer when it is off", async () => {
    expect((await send({ responses: "off" }, [{}])).drifts).toEqual([]);
  });

  it("does not fail when the listener does", async () => {
    const onDrift = (): never => {
      throw new Error("no");
    };
    await expect(send({ onDrift }, [{}])).resolves.toBeDefined();
  });

  it("throws before anything is sent where requests are strict", async () => {
    let sent = 0;
    const fetch = async (): Promise<Response> => {
      sent += 1;
      return Response.json([]);
    };
    const api = { server: "http://test", security: {}, headerOptions: {} };
    const checks = validation(validators, { requests: "strict" });
    const client = connect(api, { fetch, validation: checks });
    await expect(call(client, list, { params: {} })).rejects.toBeInstanceOf(ValidationError);
    await expect(call(client, list, {})).rejects.toBeInstanceOf(ValidationError);
    expect(sent).toBe(0);
    await call(client, list, {}, { validation: false });
    expect(sent).toBe(1);
  });

  it("lets pass what it has no validators for", async () => {
    const api = { server: "http://test", security: {}, headerOptions: {} };
    const fetch = async (): Promise<Response> => Response.json([{}]);
    const client = connect(api, { fetch, validation: validation({}, { responses: "strict" }) });
    await expect(call(client, { ...list, id: "toString" }, {})).resolves.toEqual([{}]);
  });

  it("holds no more ways to be wrong than a server may make up", async () => {
    const answer = Array.from({ length: 12_000 }, (_, index) => ({ pointer: `/p${index}x` }));
    const { drifts } = await send({}, answer, { times: 2 });
    expect(drifts).toHaveLength(10_000);
  });
});
