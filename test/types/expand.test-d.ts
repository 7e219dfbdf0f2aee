import { describe, expectTypeOf, it } from "vitest";
import type {
  CreditNote,
  Customer,
  CustomerExpands,
  DeletedCustomer,
  Invoice,
  PaymentsClient,
  Product,
} from "@specwright/generated-client";
import type { Expanded } from "@specwright/runtime";

declare const client: PaymentsClient;
declare const paths: string[];
const { balanceTransactions } = client.customers;

describe("a call that asks for nothing", () => {
  it("gives ids", async () => {
    const transaction = await balanceTransactions.retrieve("cus_1", "cbtxn_1");
    expectTypeOf(transaction.customer).toEqualTypeOf<string>();
    expectTypeOf(transaction.credit_note).toEqualTypeOf<string | null>();
    const price = await client.prices.retrieve("price_1");
    expectTypeOf(price.product).toEqualTypeOf<string>();
  });

  it("gives ids in lists, also in those inside of objects", async () => {
    const [transaction] = (await balanceTransactions.list("cus_1")).items;
    expectTypeOf(transaction?.invoice).toEqualTypeOf<string | null | undefined>();
    const invoice = await client.invoices.retrieve("in_1");
    expectTypeOf(invoice.lines.data[0]?.subscription).toEqualTypeOf<string | null | undefined>();
  });

  it("gives what fits where any answer fits", async () => {
    const invoice: Invoice = await client.invoices.retrieve("in_1");
    void invoice;
  });
});

describe("a call that asks for whole objects", () => {
  it("gives them, with the ids of others", async () => {
    const transaction = await balanceTransactions.retrieve("cus_1", "cbtxn_1", {
      expand: ["customer"],
    });
    expectTypeOf(transaction.customer).toExtend<Customer | DeletedCustomer>();
    expectTypeOf(transaction.customer).toEqualTypeOf<Expanded<Customer, CustomerExpands>>();
    expectTypeOf(transaction.customer.default_source).toEqualTypeOf<string | null>();
    expectTypeOf(transaction.invoice).toEqualTypeOf<string | null>();
  });

  it("gives what is deeper, and all on the way", async () => {
    const transaction = await balanceTransactions.retrieve("cus_1", "cbtxn_1", {
      expand: ["invoice.customer", "credit_note.invoice.customer"],
    });
    const customer = transaction.invoice?.customer;
    expectTypeOf(customer).toExtend<Customer | DeletedCustomer | null | undefined>();
    const inner = transaction.credit_note?.invoice.customer;
    expectTypeOf(inner).toExtend<Customer | DeletedCustomer | null | undefined>();
    expectTypeOf(transaction.credit_note?.customer).toEqualTypeOf<string | undefined>();
  });

  it("asks for the items of lists through them", async () => {
    const list = balanceTransactions.list("cus_1", { limit: 3, expand: ["data.credit_note"] });
    for await (const { credit_note, customer } of list) {
      expectTypeOf(credit_note).toExtend<CreditNote | null>();
      expectTypeOf(customer).toEqualTypeOf<string>();
    }
    const { response } = await list;
    expectTypeOf(response.data[0]?.credit_note).toExtend<CreditNote | null | undefined>();
  });

  it("can ask when it creates and updates", async () => {
    const price = await client.prices.update("price_1", { active: true, expand: ["product"] });
    expectTypeOf(price.product).not.toExtend<string>();
    expectTypeOf(price.product).extract<Product>().not.toBeNever();
  });

  it("takes no path that leads nowhere", () => {
    const { prices } = client;
    // @ts-expect-error no such property
    void prices.retrieve("price_1", { expand: ["produkt"] });
    // @ts-expect-error no id stands there
    void prices.retrieve("price_1", { expand: ["recurring"] });
    // @ts-expect-error no such property of a product
    void prices.retrieve("price_1", { expand: ["product.prize"] });
    // @ts-expect-error a list is not asked for, but what is in it
    void balanceTransactions.list("cus_1", { expand: ["data"] });
    // @ts-expect-error items are asked for through their list
    void balanceTransactions.list("cus_1", { expand: ["customer"] });
    const five = "product.default_price.product.default_price.product";
    // @ts-expect-error four levels are the most
    void prices.retrieve("price_1", { expand: [five] });
  });

  it("knows nothing of paths that are known at run time alone", async () => {
    const transaction = await balanceTransactions.retrieve("cus_1", "cbtxn_1", { expand: paths });
    expectTypeOf(transaction.customer).toEqualTypeOf<string | Customer>();
  });
});
