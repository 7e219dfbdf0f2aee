import { describe, expectTypeOf, it } from "vitest";
import type {
  AccountReference,
  Customer,
  DeletedCustomer,
  Event,
  Invoice,
  InvoiceChangeData,
  ThinEvent,
  Topup,
  UpcomingInvoice,
} from "@specwright/generated-client/schemas";

declare const event: Event;
declare const thin: ThinEvent;
declare const invoice: Invoice;
declare const issuer: AccountReference;

describe("events", () => {
  it("narrow by their type to the object that they carry", () => {
    if (event.type === "invoice.paid") expectTypeOf(event.data.object).toEqualTypeOf<Invoice>();
    if (event.type === "topup.failed") expectTypeOf(event.data.object).toEqualTypeOf<Topup>();
  });

  it("that tell of a change carry the former values", () => {
    if (event.type === "invoice.updated") {
      expectTypeOf(event.data).toEqualTypeOf<InvoiceChangeData>();
    }
    if (event.type === "invoice.paid") {
      expectTypeOf(event.data).not.toHaveProperty("previous_attributes");
    }
  });

  it("that are thin name their object instead of carrying it", () => {
    if (thin.type === "v1.billing.meter.error_report_triggered") {
      expectTypeOf(thin.related_object.id).toEqualTypeOf<string>();
    }
    expectTypeOf(thin).not.toHaveProperty("data");
  });
});

describe("objects", () => {
  it("that can be expanded are an id, the object, or what is left of it", () => {
    expectTypeOf(invoice.customer).toEqualTypeOf<string | Customer | DeletedCustomer | null>();
  });

  it("whose type selects a hash narrow by it", () => {
    if (issuer.type === "self") expectTypeOf(issuer).not.toHaveProperty("account");
    else expectTypeOf(issuer).toHaveProperty("account");
  });

  it("that do not exist yet have no id", () => {
    expectTypeOf<UpcomingInvoice>().not.toHaveProperty("id");
    expectTypeOf<Invoice>().toHaveProperty("id");
    expectTypeOf<UpcomingInvoice["status"]>().toEqualTypeOf<Invoice["status"]>();
  });
});
