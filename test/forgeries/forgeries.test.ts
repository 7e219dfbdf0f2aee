import { paymentsWebhooks } from "@specwright/generated-client";
import {
  standardSignature,
  webhookReceiver,
  WebhookVerificationError,
} from "@specwright/runtime/webhooks";
import { describe, expect, it } from "vitest";
import { createRandom } from "../hostile/random.ts";
import { FORGERIES, type Forgery, type Signed } from "./forgeries.ts";

// SPECWRIGHT_FORGERIES=1000000 tries so many in the place of 100,000; SPECWRIGHT_FORGERY_SEED makes others.

const rounds = Number(process.env["SPECWRIGHT_FORGERIES"] ?? 100_000);
const seed = Number(process.env["SPECWRIGHT_FORGERY_SEED"] ?? 7);

const RECEIVERS = [
  ["in one header", paymentsWebhooks],
  ["by Standard Webhooks", webhookReceiver<unknown>(standardSignature())],
] as const;

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const timestamp = 1_614_265_330;
const now = (): number => timestamp * 1_000;
const body = JSON.stringify({ id: "evt_1", type: "invoice.paid", data: { object: { name: "ü" } } });

describe.each(RECEIVERS)("a webhook that was forged, signed %s,", (_, receiver) => {
  const share = Math.ceil(rounds / RECEIVERS.length / Object.keys(FORGERIES).length / 100) * 100;

  it.each(Object.entries(FORGERIES))(
    `with %s is never accepted, ${share} times`,
    async (_, forge) => {
      const random = createRandom(seed);
      const headers = await receiver.sign(body, { secret, id: "msg_1", timestamp });
      const signed = { body, headers, secret, timestamp, receiver };
      // What is changed would have been accepted.
      expect(await receiver.unwrap(signed, { secret, now })).toEqual(JSON.parse(body));
      const accepted: unknown[] = [];
      for (let round = 0; round < share; round += 100) {
        const outcomes = Array.from({ length: 100 }, () => attempt(signed, forge));
        accepted.push(...(await Promise.all(outcomes)).filter((one) => one !== undefined));
      }
      expect(accepted).toEqual([]);

      /** The message, if it was accepted. */
      async function attempt(signed: Signed, forge: Forgery): Promise<unknown> {
        const message = await forge(signed, random);
        try {
          await receiver.unwrap(message, { secret, now });
          return message;
        } catch (error) {
          expect(error).toBeInstanceOf(WebhookVerificationError);
          return undefined;
        }
      }
    },
    600_000,
  );
});
