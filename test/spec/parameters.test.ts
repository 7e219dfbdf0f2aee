import { expect, it } from "vitest";
import { PaymentsClient } from "@specwright/generated-client";
import {
  createPartialPaymentsHandler,
  type PaymentsHandlers,
} from "@specwright/generated-server-stubs";
import type { PartialHandlers } from "@specwright/runtime/server";

// What the examples of single operations do not show: filters, unions and empty texts on the wire and back.

interface Exchange {
  readonly sent: string;
  readonly received: unknown;
}

/** Makes one call, and gives what was sent and what the handler was given. */
async function exchange(
  call: (client: PaymentsClient) => PromiseLike<unknown>,
  handlers: (handle: (input: unknown) => never) => PartialHandlers<PaymentsHandlers>,
): Promise<Exchange> {
  let sent = "";
  let received: unknown;
  const handler = createPartialPaymentsHandler({
    handlers: handlers((input) => {
      received = input;
      throw new Error("what is answered does not matter here");
    }),
    authenticate: { basicAuth: ({ username }) => username },
    onError: () => undefined,
  });
  const client = new PaymentsClient({
    apiKey: "sk_test_1",
    maxRetries: 0,
    fetch: (url, init) => {
      sent = typeof init.body === "string" ? init.body : new URL(url).search.slice(1);
      return handler(new Request(url, init));
    },
  });
  await call(client).then(undefined, () => undefined);
  return { sent, received };
}

it.each([
  [{ created: { gte: 5, lt: 9 } }, "created[gte]=5&created[lt]=9"],
  [{ created: 7 }, "created=7"],
  [{ amount: { gt: 2 } }, "amount[gt]=2"],
] as const)("a filter takes one value or bounds: %o", async (params, query) => {
  const { sent, received } = await exchange(
    (client) => client.topups.list(params),
    (list) => ({ topups: { list } }),
  );
  expect(sent).toBe(query);
  expect(received).toEqual({ params });
});

it.each([
  [
    { issuer: { type: "account", account: "acct_1" } },
    "issuer[type]=account&issuer[account]=acct_1",
  ],
  [
    { automatic_tax: { enabled: true, liability: { type: "self" } } },
    "automatic_tax[enabled]=true&automatic_tax[liability][type]=self",
  ],
  [{ footer: "", discounts: "", metadata: { a: "" } }, "footer=&discounts=&metadata[a]="],
] as const)(
  "an invoice takes a choice by its type, and an empty text to clear: %o",
  async (params, body) => {
    const { sent, received } = await exchange(
      (client) => client.invoices.create(params),
      (create) => ({ invoices: { create } }),
    );
    expect(sent).toBe(body);
    expect(received).toEqual({ params });
  },
);
