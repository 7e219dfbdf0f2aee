import { describe, expect, it } from "vitest";
import type { OperationDescriptor } from "../contract.ts";
import { createHandler } from "./index.ts";

const securitySchemes = {
  digest: { type: "http", scheme: "other", name: "Digest" },
  certificate: { type: "mutualTLS" },
} as const;

async function ask(
  security: OperationDescriptor<unknown, unknown>["security"],
  headers: Record<string, string> = {},
): Promise<unknown> {
  const handler = createHandler({
    routes: [
      {
        operation: {
          id: "notes.list",
          method: "GET",
          path: "/notes",
          parameters: [],
          responses: [{ status: "200", contentType: "application/json" }],
          security,
        },
        handle: (_, { principal }) => principal,
      },
    ],
    securitySchemes,
    authenticate: {
      digest: (credentials) => credentials,
      // As behind a proxy that ends TLS and says so.
      certificate: (credentials, { request }) => request.headers.get("x-client") ?? undefined,
    },
  });
  const response = await handler(new Request("http://localhost/notes", { headers }));
  const challenge = response.headers.get("www-authenticate");
  return response.ok ? response.json() : [response.status, challenge];
}

describe("a scheme of HTTP that is neither basic nor bearer", () => {
  it.each([
    ["Digest a=b, c=d", { type: "http", value: "a=b, c=d" }],
    ["digest  a", { type: "http", value: "a" }],
    ["Digest", [401, null]],
    ["Digestive a", [401, null]],
    ["Bearer a", [401, null]],
  ])("%s", async (authorization, given) => {
    expect(await ask([["digest"]], { authorization })).toEqual(given);
  });
});

describe("mutual TLS, where the platform tells nothing of certificates", () => {
  it("is for the hook to see", async () => {
    expect(await ask([["certificate"]], { "x-client": "shop" })).toBe("shop");
  });

  it("refuses whoever the hook does not know", async () => {
    expect(await ask([["certificate"]])).toEqual([401, null]);
  });
});
