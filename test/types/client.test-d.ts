import { describe, expectTypeOf, it } from "vitest";
import {
  createCustomerBalanceTransaction,
  listCustomerBalanceTransactions,
  PaymentsClient,
  pdfQuote,
  type CustomerBalanceTransaction,
  type CustomerBalanceTransactionExpands,
  type CustomerBalanceTransactionList,
  type CustomerBalanceTransactionListExpands,
  type CustomerBalanceTransactionType,
  type ErrorEnvelope,
} from "@specwright/generated-client";
import { operationValidators } from "@specwright/generated-client/validators";
import {
  type ApiError,
  asBytes,
  asStream,
  call,
  clientCredentials,
  type Expanded,
  type FailureOf,
  type HeadersOf,
  logging,
  type OperationDescriptor,
  type Page,
  type PagePromise,
  paginate,
  type PaginatedOperationDescriptor,
  send,
  validation,
  withMiddleware,
} from "@specwright/runtime";

/** What a call gives that asks for no whole objects: ids in their places. */
type Given = Expanded<CustomerBalanceTransaction, CustomerBalanceTransactionExpands>;
type GivenList = Expanded<CustomerBalanceTransactionList, CustomerBalanceTransactionListExpands>;

interface ReadHeaders {
  "x-total": number;
  "x-tags"?: string[];
}
declare const described: OperationDescriptor<object, string, ApiError, ReadHeaders>;
declare const listed: PaginatedOperationDescriptor<object, string, number, ApiError, ReadHeaders>;
declare const client: PaymentsClient;
const { balanceTransactions } = client.customers;

describe("the generated client", () => {
  it("takes path parameters first and gives the named type", () => {
    const created = balanceTransactions.create("cus_1", { amount: -500, currency: "usd" });
    expectTypeOf(created).resolves.toEqualTypeOf<Given>();
    type Retrieve = PaymentsClient["customers"]["balanceTransactions"]["retrieve"];
    expectTypeOf<Parameters<Retrieve>[1]>().toBeString();
  });

  it("refuses params without what is required", () => {
    // @ts-expect-error `currency` is missing
    void balanceTransactions.create("cus_1", { amount: -500 });
    // @ts-expect-error the params are missing
    void balanceTransactions.create("cus_1");
    // @ts-expect-error an amount is a number
    void balanceTransactions.create("cus_1", { amount: "-500", currency: "usd" });
  });

  it("refuses params that the operation does not know", () => {
    // @ts-expect-error `limit` belongs to the list
    void balanceTransactions.create("cus_1", { amount: 1, currency: "usd", limit: 3 });
    // @ts-expect-error an amount cannot be changed
    void balanceTransactions.update("cus_1", "cbtxn_1", { amount: 1 });
  });

  it("leaves params out where none is required", () => {
    expectTypeOf(balanceTransactions.list("cus_1")).toEqualTypeOf<
      PagePromise<
        Given,
        GivenList,
        FailureOf<typeof listCustomerBalanceTransactions>,
        HeadersOf<typeof listCustomerBalanceTransactions>
      >
    >();
    void balanceTransactions.update("cus_1", "cbtxn_1");
  });

  it("takes the API's own options with a call, and no others", () => {
    void balanceTransactions.retrieve("cus_1", "cbtxn_1", {}, { stripeAccount: "acct_1" });
    const own = { apiKey: async () => "sk_test_1", stripeVersion: "2024-11-20.acacia" };
    void balanceTransactions.retrieve("cus_1", "cbtxn_1", {}, own);
    // @ts-expect-error no such option
    void balanceTransactions.retrieve("cus_1", "cbtxn_1", {}, { account: "acct_1" });
    // @ts-expect-error a key is text
    void new PaymentsClient({ apiKey: 1 });
  });

  it("gives fields their types", async () => {
    const transaction = await balanceTransactions.retrieve("cus_1", "cbtxn_1");
    expectTypeOf(transaction.amount).toBeNumber();
    expectTypeOf(transaction.description).toEqualTypeOf<string | null>();
    expectTypeOf(transaction.type).toEqualTypeOf<CustomerBalanceTransactionType>();
    expectTypeOf(transaction.object).toEqualTypeOf<"customer_balance_transaction">();
    // @ts-expect-error no such field
    void transaction.total;
  });

  it("walks a list by items, and awaits it as a page", async () => {
    for await (const item of balanceTransactions.list("cus_1")) {
      expectTypeOf(item).toEqualTypeOf<Given>();
    }
    const page = await balanceTransactions.list("cus_1");
    expectTypeOf(page).toEqualTypeOf<Page<Given, GivenList>>();
    expectTypeOf(page.items).items.toEqualTypeOf<Given>();
    expectTypeOf(page.response.has_more).toBeBoolean();
  });
});

describe("a call under way", () => {
  it("gives output, answer and result, each with its type", async () => {
    const started = balanceTransactions.retrieve("cus_1", "cbtxn_1");
    expectTypeOf(started).toExtend<Promise<Given>>();
    const { data, response } = await started.withResponse();
    expectTypeOf(data).toEqualTypeOf<Given>();
    expectTypeOf(response.requestId).toEqualTypeOf<string | undefined>();
    const { ok, value, error } = await started.safe();
    if (ok) expectTypeOf(value).toEqualTypeOf<Given>();
    else expectTypeOf(error.message).toBeString();
  });

  it("gives the headers that the spec describes, typed", async () => {
    const { headers, response } = await send(client, described, {}).withResponse();
    expectTypeOf(headers).toEqualTypeOf<ReadHeaders>();
    expectTypeOf(response.headers).toEqualTypeOf<Headers>();
    const page = await paginate(client, listed, {}).withResponse();
    expectTypeOf(page.headers["x-total"]).toBeNumber();
    const read = await balanceTransactions.retrieve("cus_1", "cbtxn_1").withResponse();
    expectTypeOf(read.headers["request-id"]).toEqualTypeOf<string | undefined>();
    // @ts-expect-error only what is written has a key
    void read.headers["idempotency-key"];
    const created = await balanceTransactions
      .create("cus_1", { amount: 1, currency: "usd" })
      .withResponse();
    expectTypeOf(created.headers["idempotent-replayed"]).toEqualTypeOf<"true" | undefined>();
    // The first of all calls does not care.
    expectTypeOf(call(client, described, {})).resolves.toBeString();
  });

  it("tells the type of an error's body by its status", async () => {
    const { error } = await balanceTransactions
      .create("cus_1", { amount: 1, currency: "usd" })
      .safe();
    if (error && "status" in error && error.status === 402) {
      expectTypeOf(error.body).toEqualTypeOf<ErrorEnvelope>();
    }
  });

  it("gives pages as a result too", async () => {
    const { value } = await balanceTransactions.list("cus_1").safe();
    expectTypeOf(value).toEqualTypeOf<Page<Given, GivenList> | undefined>();
  });
});

describe("bytes of an answer", () => {
  it("have the type of the form that is asked for", () => {
    const { quotes } = client;
    expectTypeOf(quotes.pdf("qt_1")).resolves.toEqualTypeOf<Blob>();
    expectTypeOf(quotes.pdf("qt_1", {}, { as: "bytes" })).resolves.toEqualTypeOf<
      Uint8Array<ArrayBuffer>
    >();
    expectTypeOf(quotes.pdf("qt_1", {}, { as: "stream", timeout: 5 })).resolves.toEqualTypeOf<
      ReadableStream<Uint8Array<ArrayBuffer>>
    >();
    // @ts-expect-error no such form
    void quotes.pdf("qt_1", {}, { as: "text" });
    expectTypeOf(call(client, asBytes(pdfQuote), { quote: "qt_1" })).resolves.toEqualTypeOf<
      Uint8Array<ArrayBuffer>
    >();
    // @ts-expect-error an answer that is no bytes
    asStream(createCustomerBalanceTransaction);
  });
});

describe("a client with other settings", () => {
  it("is a client", () => {
    const other = client.withOptions({ stripeAccount: "acct_1", timeout: 1_000 });
    expectTypeOf(other).toEqualTypeOf<PaymentsClient>();
    expectTypeOf(client.withOptions({ apiKey: "sk_test_1" })).toEqualTypeOf<PaymentsClient>();
    // @ts-expect-error where requests go is the client's own
    client.withOptions({ baseUrl: "https://other.test" });
  });

  it("takes hooks and checks", () => {
    void new PaymentsClient({
      apiKey: clientCredentials({ tokenUrl: "https://a.test", clientId: "a", clientSecret: "b" }),
      fetch: withMiddleware([logging(console, { level: "debug" })]),
      validation: validation(operationValidators, { requests: "strict" }),
    });
    // @ts-expect-error no such level
    logging(console, { level: "all" });
  });
});

describe("single operations", () => {
  it("are typed by their descriptor", () => {
    const input = { customer: "cus_1", params: { amount: 1, currency: "usd" } };
    expectTypeOf(
      call(client, createCustomerBalanceTransaction, input),
    ).resolves.toEqualTypeOf<CustomerBalanceTransaction>();
    expectTypeOf(
      paginate(client, listCustomerBalanceTransactions, { customer: "cus_1" }),
    ).toEqualTypeOf<
      PagePromise<
        CustomerBalanceTransaction,
        CustomerBalanceTransactionList,
        FailureOf<typeof listCustomerBalanceTransactions>,
        HeadersOf<typeof listCustomerBalanceTransactions>
      >
    >();
  });

  it("refuse input of another operation", () => {
    // @ts-expect-error the params are missing
    void call(client, createCustomerBalanceTransaction, { customer: "cus_1" });
    void call(client, createCustomerBalanceTransaction, {
      customer: "cus_1",
      // @ts-expect-error `limit` belongs to the list
      params: { amount: 1, currency: "usd", limit: 3 },
    });
    // @ts-expect-error creating gives no pages
    void paginate(client, createCustomerBalanceTransaction, { customer: "cus_1" });
  });
});
