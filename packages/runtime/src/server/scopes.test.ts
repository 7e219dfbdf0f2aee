import { describe, expect, it } from "vitest";
import type { OperationDescriptor } from "../contract.ts";
import {
  type Authenticate,
  type BearerCredentials,
  createHandler,
  type Scopes,
  withScopes,
} from "./index.ts";

const tokens: ReadonlyMap<string, readonly string[]> = new Map([
  ["reader", ["read"]],
  ["writer", ["read", "write"]],
]);

const oauth: Authenticate<BearerCredentials, string> = ({ token }) => {
  const scopes = tokens.get(token);
  return scopes && withScopes(token, scopes);
};

const securitySchemes = {
  oauth: { type: "oauth2" },
  key: { type: "apiKey", in: "header", name: "x-key" },
} as const;

async function ask(
  headers: Record<string, string>,
  security: OperationDescriptor<unknown, unknown>["security"],
  scopes: readonly Scopes[],
): Promise<Response> {
  const handler = createHandler<string>({
    routes: [
      {
        operation: {
          id: "notes.create",
          method: "POST",
          path: "/notes",
          parameters: [],
          responses: [{ status: "200", contentType: "application/json" }],
          security,
        },
        scopes,
        handle: (_, { principal }) => principal,
      },
    ],
    securitySchemes,
    authenticate: { oauth, key: () => "somebody" },
  });
  return handler(new Request("http://localhost/notes", { method: "POST", headers }));
}

describe("an operation that asks for scopes", () => {
  const security = [["oauth"]];
  const scopes = [{ oauth: ["read", "write"] }];

  it("lets in who has them all, and hands on the principal alone", async () => {
    const response = await ask({ authorization: "Bearer writer" }, security, scopes);
    expect([response.status, await response.json()]).toEqual([200, "writer"]);
  });

  it("answers 403 to who lacks one, and names it", async () => {
    const response = await ask({ authorization: "Bearer reader" }, security, scopes);
    expect(response.status).toBe(403);
    expect(response.headers.get("www-authenticate")).toBe(
      'Bearer realm="api", error="insufficient_scope", scope="read write"',
    );
    expect(await response.json()).toMatchObject({
      code: "insufficient_scope",
      detail: 'The credentials lack the scope "write".',
    });
  });

  it("answers 401 to who is nobody", async () => {
    expect((await ask({ authorization: "Bearer x" }, security, scopes)).status).toBe(401);
    expect((await ask({}, security, scopes)).status).toBe(401);
  });

  it("takes a principal without scopes for one that has none", async () => {
    const keyed = await ask({ "x-key": "k" }, [["key"]], [{ key: ["admin", "write"] }]);
    expect(keyed.status).toBe(403);
    expect(keyed.headers.get("www-authenticate")).toBeNull();
    expect(await keyed.json()).toMatchObject({
      detail: 'The credentials lack the scopes "admin", "write".',
    });
  });

  it("asks each alternative for its own", async () => {
    const either = [["oauth"], ["key"]];
    const own = [{ oauth: ["write"] }, {}];
    const both = await ask({ authorization: "Bearer reader", "x-key": "k" }, either, own);
    expect(await both.json()).toBe("somebody");
    expect((await ask({ authorization: "Bearer reader" }, either, own)).status).toBe(403);
    expect((await ask({ "x-key": "k" }, either, [{ oauth: ["write"] }])).status).toBe(200);
  });

  it("writes no challenge that a header cannot carry", async () => {
    const odd = [{ oauth: ['sc"ope\r\nx: y'] }];
    const response = await ask({ authorization: "Bearer reader" }, security, odd);
    expect([response.status, response.headers.get("www-authenticate")]).toEqual([403, null]);
  });
});
