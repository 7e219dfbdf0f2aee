import { describe, expect, it } from "vitest";
import { call } from "../client/call.ts";
import { connect } from "../client/connect.ts";
import type { OperationDescriptor } from "../contract.ts";
import { writeJson } from "../media/write-content.ts";
import { toBody } from "../request/body.ts";
import { createHandler, route } from "./index.ts";

interface Input {
  readonly params: { readonly text: string };
}

describe("a method", () => {
  it.each(["QUERY", "COPY", "copy", "M-SEARCH", "X"])(
    "%s travels as it is spelled, body and all",
    async (method) => {
      const operation: OperationDescriptor<Input, unknown> = {
        id: "coupons.ask",
        method,
        path: "/coupons",
        parameters: [],
        write: [toBody],
        body: { contentType: "application/json", required: true, write: writeJson },
        responses: [{ status: "200", contentType: "application/json" }],
        security: [],
      };
      const asked = route<Input, unknown>(operation, ({ params }) => ({ params, method }));
      const handler = createHandler({ routes: [asked], securitySchemes: {} });
      const api = { server: "https://shop.example.com", security: {}, headerOptions: {} };
      const client = connect(api, {
        fetch: async (url, init) => handler(new Request(url, init)),
      });
      const params = { text: "a" };
      expect(await call(client, operation, { params })).toEqual({ params, method });
    },
  );
});
