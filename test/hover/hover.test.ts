import { describe, expect, it } from "vitest";
import { openEditor } from "../helpers/editor.ts";

const PROGRAM = `
import { PaymentsClient } from "@specwright/generated-client";
const payments = new PaymentsClient({ apiKey: "sk_test_1" });
const created = await payments.customers.balanceTransactions.create("cus_1", { amount: -500, currency: "usd" });
const balance = created.ending_balance;
const { headers } = await payments.prices.retrieve("price_1").withResponse();
const asked = headers["request-id"];
const pages = payments.customers.balanceTransactions.list("cus_1");
`;

describe("hovering", () => {
  const editor = openEditor(PROGRAM);

  it("over a method shows named types, its prose and its request line", () => {
    const { signature, docs } = editor.hover("create", "balanceTransactions.");
    expect(signature).toBe(
      '(method) CustomerBalanceTransactions.create<[]>(customer: string, params: Expanding<CustomerBalanceTransactionCreateParams, CustomerBalanceTransactionExpands, []>, options?: PaymentsRequestOptions): ApiPromise<Expanded<CustomerBalanceTransaction, CustomerBalanceTransactionExpands, never>, ApiError<ErrorEnvelope, number>, Pick<PaymentsHeaders, "idempotency-key" | ... 4 more ... | "stripe-version">>',
    );
    expect(docs).toContain("Changes a customer's credit balance by one entry.");
    expect(docs).toContain("`POST /v1/customers/{customer}/balance_transactions`");
  });

  it("over a result shows its name, not what it is made of", () => {
    expect(editor.hover("created", "const ").signature).toBe(
      "const created: Expanded<CustomerBalanceTransaction, CustomerBalanceTransactionExpands, never>",
    );
  });

  it("over a field shows its type and its prose", () => {
    const { signature, docs } = editor.hover("ending_balance");
    expect(signature).toBe("(property) ending_balance: number");
    expect(docs).toContain("The balance right after this transaction");
  });

  it("over a list shows what it holds", () => {
    expect(editor.hover("pages", "const ").signature).toBe(
      'const pages: PagePromise<Expanded<CustomerBalanceTransaction, CustomerBalanceTransactionExpands, never>, Expanded<CustomerBalanceTransactionList, CustomerBalanceTransactionListExpands, never>, ApiError<ErrorEnvelope, number>, Pick<PaymentsHeaders, "request-id" | "stripe-account" | "stripe-version">>',
    );
  });

  it("over a header of an answer shows its type and its prose", () => {
    const { signature, docs } = editor.hover("request-id");
    expect(signature).toBe('(property) "request-id"?: string | undefined');
    expect(docs).toContain("Quote it when you ask support about a call.");
  });

  it("over the credentials of a call tells what becomes of the client's", () => {
    const call = `${PROGRAM}payments.prices.retrieve("price_1", {}, { apiKey: "sk_test_2" });`;
    const { signature, docs } = openEditor(call).hover("apiKey", "headers[");
    expect(signature).toBe("(property) PaymentsRequestOptions.apiKey?: Secret | undefined");
    expect(docs).toContain("A call that is given credentials carries no others.");
  });
});

describe("completing", () => {
  it("offers the resources of a client and the operations of a resource", () => {
    const head = PROGRAM.split("const created")[0] ?? "";
    const resources = openEditor(`${head}payments.|`).completions();
    expect(resources).toContain("customers");
    expect(resources).toContain("webhookEndpoints");
    expect(openEditor(`${head}payments.customers.|`).completions()).toEqual([
      "balanceTransactions",
      "fundingInstructions",
    ]);
    expect(openEditor(`${head}payments.billing.meters.eventSummaries.|`).completions()).toEqual([
      "list",
    ]);
    expect(openEditor(`${head}payments.customers.balanceTransactions.|`).completions()).toEqual([
      "create",
      "list",
      "retrieve",
      "update",
    ]);
  });

  it("offers what may be asked for in the place of an id", () => {
    const head = PROGRAM.split("const created")[0] ?? "";
    const call = `${head}payments.customers.balanceTransactions.retrieve("cus_1", "cbtxn_1"`;
    const offered = openEditor(`${call}, { expand: ["|"] });`).completions();
    expect(offered.slice(0, 4)).toEqual([
      "credit_note",
      "customer",
      "invoice",
      "credit_note.customer",
    ]);
    expect(offered).toContain("invoice.payment_intent");
  });

  it("offers the values that a field may have", () => {
    const head = PROGRAM.split("const balance")[0] ?? "";
    const offered = openEditor(`${head}if (created.type === "|") {}`).completions();
    expect(offered).toContain("applied_to_invoice");
  });
});
