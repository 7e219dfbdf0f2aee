import { connectPayments } from "@specwright/generated-client";
import { ApiError, call, clientCredentials, logging, withMiddleware } from "@specwright/runtime";
import { equal, failure } from "./assert.ts";
import { type Cases, open } from "./case.ts";
import { createFile, createJson, echo } from "./descriptors.ts";

export const REQUESTS: Cases = {
  async "sends a nested form, and the key that makes it safe to repeat"(origin) {
    const price = await open(origin).prices.create({
      currency: "usd",
      product_data: { name: "Gold & ü" },
      metadata: { order: "1 2" },
    });
    const { form, key, authorization } = Object(price);
    equal(form["product_data[name]"], "Gold & ü");
    equal([typeof key, authorization], ["string", `Basic ${btoa("sk_test_1:")}`]);
  },
  async "sends JSON as it is"(origin) {
    const params = { deep: { list: [1, "ü", null, true] }, empty: {} };
    const transport = connectPayments({ baseUrl: origin });
    equal(await call(transport, createJson, { params }), {
      type: "application/json",
      body: params,
    });
  },
  async "sends the headers and the query that an option adds"(origin) {
    const transport = connectPayments({ baseUrl: origin, headers: { "x-own": "1" } });
    const options = { headers: { "x-more": "ü" }, query: { extra: "a&b=c", no: undefined } };
    const { headers, query } = Object(await call(transport, echo, {}, options));
    equal([headers["x-own"], query], ["1", "?extra=a%26b%3Dc"]);
  },
  async "sends a file in parts"(origin) {
    const file = new File(["pixels"], "ü.png", { type: "image/png" });
    const transport = connectPayments({ baseUrl: origin });
    const sent = await call(transport, createFile, { params: { purpose: "logo", file } });
    equal(sent, { purpose: "logo", name: "ü.png", type: "image/png", size: 6, text: "pixels" });
  },
  async "sends a large file in parts"(origin) {
    const file = new File([new Uint8Array(1_000_000).fill(120)], "x.bin");
    const transport = connectPayments({ baseUrl: origin });
    const sent = await call(transport, createFile, { params: { purpose: "ü", file } });
    equal([sent.size, sent.purpose, sent.text.slice(0, 3)], [1_000_000, "ü", "xxx"]);
  },
  async "lets middleware add, and the log keep secrets"(origin) {
    const lines: string[] = [];
    const log = (line: string): void => void lines.push(line);
    const add = {
      before: ({ headers }: { headers: Record<string, string> }) => {
        headers["x-added"] = "1";
      },
    };
    const logger = logging({ debug: log, info: log, warn: log }, { level: "debug" });
    const fetch = withMiddleware([add, logger]);
    const transport = connectPayments({ apiKey: "sk_test_1", baseUrl: origin, fetch });
    equal(Object(await call(transport, echo, {})).headers["x-added"], "1");
    const told = lines.join("\n");
    equal(
      [lines.length, told.includes("sk_test_1"), told.includes(btoa("sk_test_1:"))],
      [3, false, false],
    );
  },
  async "asks once for a token that many calls wait for"(origin) {
    const tokenUrl = `${origin}/token`;
    const give = clientCredentials({ tokenUrl, clientId: "shop", clientSecret: "s3cr:t ü" });
    const transport = connectPayments({ bearerToken: give, baseUrl: origin });
    const calls = Array.from({ length: 5 }, () => call(transport, echo, {}));
    const tokens = (await Promise.all(calls)).map((one) => Object(one).headers.authorization);
    equal(new Set(tokens).size, 1);
    equal(/^Bearer token-\d+-shop-s3cr%3At%20%C3%BC$/.test(String(tokens[0])), true);
  },
  async "refuses a path parameter that is no segment"(origin) {
    for (const wrong of ["", ".", ".."]) {
      const refused = await failure((async () => open(origin).prices.retrieve(wrong))());
      equal(refused instanceof TypeError && !(refused instanceof ApiError), true);
    }
    for (const odd of ["%2e%2e", "a/../b", "?x", "#x", "\\..", " "]) {
      equal((await open(origin).prices.retrieve(odd)).id, odd);
    }
  },
  async "refuses what would end a header"(origin) {
    for (const end of ["\r\n", "\n", "\0"]) {
      const headers = { "x-own": `a${end}b: c` };
      const refused = await failure(
        (async () => open(origin).prices.retrieve("p", {}, { headers }))(),
      );
      equal(refused instanceof TypeError && !(refused instanceof ApiError), true);
    }
  },
};
