import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PaymentsClient } from "@specwright/generated-client";
import { call, DecodingError, linkedPages, paginate, urlPages } from "@specwright/runtime";
import { runs, listen, secrets, SCHEMES, clientOf, operation, listing } from "./calls.ts";

describe("a path parameter", () => {
  it("that is empty or climbs never reaches the network, and any other is exactly one segment", async () => {
    const asked: string[] = [];
    const payments = new PaymentsClient({
      apiKey: "sk_test_1",
      fetch: async (url) => {
        asked.push(url);
        return Response.json({ id: "price_1" });
      },
    });
    const signs = fc.constantFrom(
      "",
      ".",
      "..",
      "/",
      "\\",
      "%2e",
      "%2F",
      "?",
      "#",
      ";",
      "@",
      ":",
      "\n",
      "\0",
      "é",
      "😀",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(signs).map((all) => all.join("")),
    );
    const property = fc.asyncProperty(text, async (id) => {
      asked.length = 0;
      if (["", ".", ".."].includes(id)) {
        await expect(payments.prices.retrieve(id)).rejects.toBeInstanceOf(TypeError);
        expect(asked).toEqual([]);
        return;
      }
      await payments.prices.retrieve(id);
      const { origin, pathname, search, hash } = new URL(asked[0] ?? "");
      expect([origin, search, hash]).toEqual(["https://api.stripe.com", "", ""]);
      const [, v1, prices, segment = "", ...others] = pathname.split("/");
      expect([v1, prices, others]).toEqual(["v1", "prices", []]);
      expect(decodeURIComponent(segment)).toBe(id.toWellFormed());
    });
    await fc.assert(property, {
      numRuns: runs,
      examples: ["", ".", "..", "...", "%2e%2e", "%2E", "a/../b", "..;", ".\u0000."].map(
        (one) => [one] as [string],
      ),
    });
  });
});

describe("credentials", () => {
  it.each(
    SCHEMES.flatMap((scheme) => [301, 302, 303, 307, 308].map((status) => ({ scheme, status }))),
  )(
    "in $scheme never follow a redirect of status $status to another origin",
    async ({ scheme, status }) => {
      const reached: unknown[] = [];
      const other = await listen(({ url, headers }, response) => {
        reached.push(url, headers);
        response.end("{}");
      });
      const told: string[] = [];
      const first = await listen(({ url, headers }, response) => {
        told.push(`${url} ${JSON.stringify(headers)}`);
        response.writeHead(status, { location: `${other}/things` }).end();
      });
      const get = operation({ security: [[scheme]] });
      await expect(call(clientOf(first), get, {})).rejects.toMatchObject({ status });
      const sent = scheme === "basic" ? btoa(`${secrets.basic}:`) : secrets[scheme];
      expect(told).toHaveLength(1);
      expect(told[0]).toContain(sent);
      expect(reached).toEqual([]);
    },
  );

  it.each(SCHEMES.flatMap((scheme) => ["link", "url"].map((style) => ({ scheme, style }))))(
    "in $scheme never follow a next $style to another origin",
    async ({ scheme, style }) => {
      const reached: unknown[] = [];
      const other = await listen(({ url }, response) => {
        reached.push(url);
        response.end('{"items":[]}');
      });
      const first = await listen((_, response) => {
        response.writeHead(200, { link: `<${other}/things?page=2>; rel="next"` });
        response.end(JSON.stringify({ items: [1], next: `${other}/things?page=2` }));
      });
      const pages = style === "link" ? linkedPages : urlPages;
      const pagination = { style: pages, items: "/items", url: "/next" };
      const list = listing(pagination, { security: [[scheme]] });
      const walk = paginate(clientOf(first), list, {}).toArray({ limit: 10 });
      await expect(walk).rejects.toBeInstanceOf(DecodingError);
      expect(reached).toEqual([]);
    },
  );
});
