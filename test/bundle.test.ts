import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, it } from "vitest";

/** What a bundler leaves of a program; nothing is written. */
async function bundle(program: string): Promise<string> {
  const result = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    logLevel: "silent",
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["@specwright/source"],
  });
  return result.outputFiles[0]?.text ?? "";
}

it("leaves one operation of the client when a program calls one", async () => {
  const code = await bundle(`
    import { call } from "@specwright/runtime";
    import { connectPayments, retrieveCustomerBalanceTransaction } from "@specwright/generated-client";
    const payments = connectPayments({ apiKey: "sk_test_1" });
    export const transaction = call(payments, retrieveCustomerBalanceTransaction, {
      customer: "cus_1",
      transaction: "cbtxn_1",
    });
  `);
  expect(code).toContain("customers.balanceTransactions.retrieve");
  expect(code).not.toContain("customers.balanceTransactions.create");
  expect(code).not.toContain("customers.balanceTransactions.list");
  // With every option of clients and calls, and what platforms and servers say told without secrets.
  expect(gzipSync(code).length).toBeLessThan(5_960);
});

it.each([
  ["and no more of the runtime than sends it once", "", 2_350],
  ["with retries, errors and keys", "retries: retries(),", 4_000],
])("leaves one operation %s when a program asks for that", async (_, options, most) => {
  const code = await bundle(`
    import { bareTransport, call, retries } from "@specwright/runtime";
    import { retrieveCustomerBalanceTransaction } from "@specwright/generated-client";
    const headers = { authorization: "Bearer sk_test_1" };
    const payments = bareTransport("https://api.stripe.com", { headers, ${options} });
    export const transaction = call(payments, retrieveCustomerBalanceTransaction, {
      customer: "cus_1",
      transaction: "cbtxn_1",
    });
  `);
  expect(code).toContain("customers.balanceTransactions.retrieve");
  expect(gzipSync(code).length).toBeLessThan(most);
});

it("leaves one validator of the package when a program checks one", async () => {
  const code = await bundle(`
    import { currencyValidator } from "@specwright/generated-client/validators";
    export const issues = currencyValidator.issues("EUR");
  `);
  expect(code).toContain("Currency");
  expect(code).not.toContain("customer_balance_transaction");
  expect(gzipSync(code).length).toBeLessThan(2_000);
});
