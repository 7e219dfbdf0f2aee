import { describe, expect, expectTypeOf, it } from "vitest";
import type { OperationDescriptor, RequestOptions, Transport } from "../contract.ts";
import { ApiError } from "../errors/api-error.ts";
import type { ConnectionError } from "../errors/connection-error.ts";
import type { DecodingError } from "../errors/decoding-error.ts";
import type { ApiFailure } from "../errors/failure.ts";
import { type ApiPromise, send } from "./api-promise.ts";
import { connect } from "./connect.ts";
import { readHeaders } from "../response/read-headers.ts";

type Failure = ApiFailure<{ "404": { reason: string } }>;

const get: OperationDescriptor<{ id: string }, { name: string }, Failure> = {
  id: "things.get",
  method: "GET",
  path: "/things/{id}",
  parameters: [{ name: "id", in: "path", required: true }],
  responses: [{ status: "200", contentType: "application/json" }],
  security: [],
};

function start(
  answer: () => Response,
  options?: RequestOptions,
): ApiPromise<{ name: string }, Failure> {
  const fetch = async (): Promise<Response> => answer();
  const client = connect({ server: "http://test", security: {}, headerOptions: {} }, { fetch });
  return send(client, get, { id: "1" }, { maxRetries: 0, ...options });
}

const found = (): Response =>
  Response.json({ name: "a" }, { status: 200, headers: { "request-id": "req_1", "x-left": "3" } });
const missing = (): Response => Response.json({ reason: "gone" }, { status: 404 });

describe("a call under way", () => {
  it("gives its output", async () => {
    expect(await start(found)).toEqual({ name: "a" });
  });

  it("gives its output with the head of the answer", async () => {
    const { data, response } = await start(found).withResponse();
    expect(data).toEqual({ name: "a" });
    expect(response).toMatchObject({ status: 200, requestId: "req_1" });
    expect(response.headers.get("x-left")).toBe("3");
  });

  it("gives the headers that the spec describes, each as its schema says", async () => {
    const described: OperationDescriptor<
      { id: string },
      { name: string },
      Failure,
      { "x-left": number; "x-gone"?: string }
    > = {
      id: get.id,
      method: get.method,
      path: get.path,
      parameters: get.parameters,
      responses: get.responses,
      security: get.security,
      responseHeaders: { read: readHeaders, fields: { "x-left": "number" } },
    };
    const client = connect(
      { server: "http://test", security: {}, headerOptions: {} },
      { fetch: async () => found() },
    );
    const { headers } = await send(client, described, { id: "1" }).withResponse();
    expect(headers).toMatchObject({ "x-left": 3, "request-id": "req_1" });
    expectTypeOf(headers).toEqualTypeOf<{ "x-left": number; "x-gone"?: string }>();
  });

  it("names no headers where the spec describes none", async () => {
    const { headers } = await start(found).withResponse();
    expect(headers).toMatchObject({ "x-left": "3" });
    // @ts-expect-error nothing is known of it
    void headers["x-left"];
  });

  it("tells a listener of the call as well", async () => {
    const heads: number[] = [];
    await start(found, { onResponse: ({ status }) => heads.push(status) }).withResponse();
    expect(heads).toEqual([200]);
  });

  it("gives its result as a value", async () => {
    expect(await start(found).safe()).toEqual({ ok: true, value: { name: "a" } });
    const { ok, error } = await start(missing).safe();
    expect(ok).toBe(false);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 404, body: { reason: "gone" } });
  });

  it("throws with the head as it throws without", async () => {
    await expect(start(missing)).rejects.toMatchObject({ status: 404 });
    await expect(start(missing).withResponse()).rejects.toMatchObject({ status: 404 });
  });

  it("sends once, however often it is asked", async () => {
    let count = 0;
    const call = start(() => {
      count += 1;
      return found();
    });
    await Promise.all([call, call.safe(), call.withResponse()]);
    expect(count).toBe(1);
  });

  it("is an ordinary promise after `then`", () => {
    const call = start(found);
    expect(call).toBeInstanceOf(Promise);
    expect(call.then((value) => value)).not.toHaveProperty("safe");
  });

  it("has no head where a transport of somebody's own keeps it", async () => {
    const own: Transport = { send: async () => ({ name: "b" }) as never };
    const { response } = await send(own, get, { id: "1" }).withResponse();
    expect(response).toMatchObject({ status: 0, requestId: undefined });
  });

  it("types its failures", () => {
    type Safe = Awaited<ReturnType<ApiPromise<{ name: string }, Failure>["safe"]>>;
    expectTypeOf<Extract<Safe, { ok: true }>["value"]>().toEqualTypeOf<{ name: string }>();
    expectTypeOf<Extract<Safe, { ok: false }>["error"]>().toEqualTypeOf<
      Failure | ConnectionError | DecodingError
    >();
  });
});
