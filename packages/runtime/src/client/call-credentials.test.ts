import { describe, expect, it } from "vitest";
import type { ApiDescriptor, OperationDescriptor, RequestOptions } from "../contract.ts";
import { ApiError } from "../errors/api-error.ts";
import { writeApiKey, writeBasic, writeBearer } from "../request/write-credentials.ts";
import { call } from "./call.ts";
import { connect } from "./connect.ts";
import { derive } from "./derive.ts";

const api: ApiDescriptor = {
  server: "https://api.example.com",
  security: {
    key: { type: "http", scheme: "basic", password: "", option: "apiKey", write: writeBasic },
    token: { type: "http", scheme: "bearer", option: "bearerToken", write: writeBearer },
    app: { type: "apiKey", in: "query", name: "app", option: "appKey", write: writeApiKey },
    session: { type: "apiKey", in: "cookie", name: "sid", option: "session", write: writeApiKey },
  },
  headerOptions: { version: "X-Version" },
};

function operation(...security: string[][]): OperationDescriptor<object, unknown> {
  const responses = [{ status: "200", contentType: "application/json" }];
  return { id: "things.list", method: "GET", path: "/things", parameters: [], responses, security };
}

/** What a call sends of whom it acts for, as `connect` has it of client and call. */
async function sent(client: object, own: object, ...security: string[][]): Promise<unknown> {
  let request: unknown;
  const transport = connect(api, {
    ...client,
    fetch: async (url, { headers }) => {
      request = { url, ...Object.fromEntries(new Headers(headers)) };
      return Response.json({});
    },
  });
  await call(transport, operation(...security), {}, own);
  return request;
}

const basic = (key: string): string => `Basic ${btoa(`${key}:`)}`;

/** Options that generated code has the types of. */
const given = (options: object): RequestOptions => options;

describe("credentials of a call", () => {
  it("go before those of the client", async () => {
    const request = await sent({ apiKey: "sk_client" }, { apiKey: "sk_call" }, ["key"]);
    expect(request).toMatchObject({ authorization: basic("sk_call") });
  });

  it("choose among the ways in which an operation takes some", async () => {
    const request = await sent({ apiKey: "sk_client" }, { bearerToken: "t" }, ["key"], ["token"]);
    expect(request).toMatchObject({ authorization: "Bearer t" });
  });

  it("stand beside those of the client where an operation wants both", async () => {
    const request = await sent({ appKey: "a" }, { session: "s" }, ["app", "session"]);
    expect(request).toMatchObject({ url: "https://api.example.com/things?app=a", cookie: "sid=s" });
  });

  it("are never replaced by the client's, where the operation does not take them", async () => {
    const request = await sent({ apiKey: "sk_client" }, { bearerToken: "t" }, ["key"]);
    expect(JSON.stringify(request)).not.toMatch(/authorization/);
  });

  it("are those of this call alone", async () => {
    const seen: unknown[] = [];
    const client: object = { apiKey: "sk_client" };
    const transport = connect(api, {
      ...client,
      fetch: async (_, { headers }) => {
        seen.push(new Headers(headers).get("authorization"));
        return Response.json({});
      },
    });
    const get = operation(["key"]);
    await call(transport, get, {}, given({ apiKey: "sk_call" }));
    await call(transport, get, {});
    await call(derive(transport, given({ apiKey: "sk_derived" })), get, {});
    await call(
      derive(transport, given({ apiKey: "sk_derived" })),
      get,
      {},
      given({ apiKey: "sk_call" }),
    );
    const keys = ["sk_call", "sk_client", "sk_derived", "sk_call"];
    expect(seen).toEqual(keys.map(basic));
  });

  it("may be functions, which are asked per attempt, beside a version of the call's own", async () => {
    let asked = 0;
    const apiKey = async (): Promise<string> => `sk_${(asked += 1)}`;
    const request = await sent({ version: "1" }, { apiKey, version: "2" }, ["key"]);
    expect(request).toMatchObject({ authorization: basic("sk_1"), "x-version": "2" });
  });

  it("are no part of an error", async () => {
    const transport = connect(api, {
      fetch: async (_, { headers }) =>
        Response.json({ said: new Headers(headers).get("authorization") }, { status: 401 }),
    });
    const failed = call(transport, operation(["token"]), {}, given({ bearerToken: "tok_secret" }));
    const error = await failed.catch((one: unknown) => one);
    expect(error).toBeInstanceOf(ApiError);
    expect(JSON.stringify(error)).not.toContain("tok_secret");
    await expect(
      call(transport, operation(["token"]), {}, given({ bearerToken: "tok\nsecret" })),
    ).rejects.toThrow(/^(?!.*secret).*$/s);
  });
});
