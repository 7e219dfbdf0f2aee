import { describe, expectTypeOf, it } from "vitest";
import { paymentsWebhooks, type PaymentsWebhook } from "@specwright/generated-client";
import type {
  Invoice,
  InvoicePaidEvent,
  TopupFailedEvent,
} from "@specwright/generated-client/schemas";
import type { WebhookHandlers } from "@specwright/runtime/webhooks";

declare const request: Request;

describe("webhooks", () => {
  it("give a union that narrows by the name of the event", async () => {
    const event = await paymentsWebhooks.unwrap(request, { secret: "whsec_1" });
    expectTypeOf(event).toEqualTypeOf<PaymentsWebhook>();
    if (event.type === "invoice.paid") expectTypeOf(event.data.object).toEqualTypeOf<Invoice>();
  });

  it("give each handler its own event", () => {
    paymentsWebhooks.on({
      "invoice.paid": (event) => expectTypeOf(event).toEqualTypeOf<InvoicePaidEvent>(),
      otherwise: (event) => expectTypeOf(event).toEqualTypeOf<PaymentsWebhook>(),
    });
  });

  it("need a handler for every event, or one for the others", () => {
    type Handlers = WebhookHandlers<InvoicePaidEvent | TopupFailedEvent, "type">;
    const none = (): void => undefined;
    expectTypeOf({ "invoice.paid": none, "topup.failed": none }).toExtend<Handlers>();
    expectTypeOf({ "invoice.paid": none, otherwise: none }).toExtend<Handlers>();
    expectTypeOf({ "invoice.paid": none }).not.toExtend<Handlers>();
    // @ts-expect-error -- there are many more events
    paymentsWebhooks.on({ "invoice.paid": none });
    // @ts-expect-error -- no event is called so
    paymentsWebhooks.on({ "invoice.payed": none, otherwise: none });
  });
});
