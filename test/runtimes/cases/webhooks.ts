import { paymentsWebhooks } from "@specwright/generated-client";
import {
  standardSignature,
  webhookReceiver,
  WebhookVerificationError,
} from "@specwright/runtime/webhooks";
import { equal, failure, isA } from "./assert.ts";
import type { Cases } from "./case.ts";

const secret = "whsec_c2VjcmV0";
const body = JSON.stringify({ id: "evt_1", type: "invoice.paid", data: { object: { name: "ü" } } });

export const WEBHOOKS: Cases = {
  async "takes a webhook that is signed, and refuses one that was changed"() {
    const headers = await paymentsWebhooks.sign(body, { secret });
    const event = await paymentsWebhooks.unwrap({ body, headers }, { secret });
    equal(event.type, "invoice.paid");
    const changed = { body: body.replace("evt_1", "evt_2"), headers };
    isA(await failure(paymentsWebhooks.unwrap(changed, { secret })), WebhookVerificationError);
  },
  async "takes a webhook as a request"() {
    const headers = await paymentsWebhooks.sign(body, { secret });
    const request = new Request("http://localhost/hook", { method: "POST", body, headers });
    equal((await paymentsWebhooks.unwrap(request, { secret })).id, "evt_1");
  },
  async "knows the signature that Standard Webhooks published"() {
    const receiver = webhookReceiver(standardSignature());
    const headers = {
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    };
    const own = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const now = (): number => 1_614_265_330_000;
    const message = { body: '{"test": 2432232314}', headers };
    equal(await receiver.unwrap(message, { secret: own, now }), { test: 2_432_232_314 });
    const later = receiver.unwrap(message, { secret: own });
    equal(Object(await failure(later)).reason, "too-old");
  },
  async "gives an event to the handler of its name"() {
    const handle = paymentsWebhooks.on({
      "invoice.paid": () => undefined,
      otherwise: () => undefined,
    });
    const headers = await paymentsWebhooks.sign(body, { secret });
    equal(await handle(await paymentsWebhooks.unwrap({ body, headers }, { secret })), "handled");
  },
};
