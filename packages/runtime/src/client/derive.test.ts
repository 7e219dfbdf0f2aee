import { describe, expect, it } from "vitest";
import type { OperationDescriptor, RequestOptions, Transport } from "../contract.ts";
import { derive } from "./derive.ts";

const ping: OperationDescriptor<object, void> = {
  id: "ping",
  method: "GET",
  path: "/",
  parameters: [],
  responses: [{ status: "204" }],
  security: [],
};

/** The options that reach the transport below. */
async function reaching(
  own: RequestOptions | undefined,
  ...derived: RequestOptions[]
): Promise<RequestOptions | undefined> {
  let reached: RequestOptions | undefined;
  const base: Transport = {
    send: async (_operation, _input, options) => {
      reached = options;
      return undefined as never;
    },
  };
  await derived.reduce(derive, base).send(ping, {}, own);
  return reached;
}

describe("a derived transport", () => {
  it("has the settings it was given", async () => {
    expect(await reaching(undefined, { timeout: 5, maxRetries: 0 })).toEqual({
      timeout: 5,
      maxRetries: 0,
      headers: {},
    });
  });

  it("leaves the last word to the call", async () => {
    expect(await reaching({ timeout: 7 }, { timeout: 5, maxRetries: 1 })).toMatchObject({
      timeout: 7,
      maxRetries: 1,
    });
  });

  it("adds headers, whatever their case", async () => {
    const headers = { "X-A": "derived", "x-b": "derived" };
    expect(await reaching({ headers: { "x-a": "call", "X-C": undefined } }, { headers })).toEqual({
      headers: { "x-a": "call", "x-b": "derived", "x-c": undefined },
    });
  });

  it("can be derived from again", async () => {
    expect(await reaching(undefined, { timeout: 5, maxRetries: 1 }, { timeout: 6 })).toMatchObject({
      timeout: 6,
      maxRetries: 1,
    });
  });
});
