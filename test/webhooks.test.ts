import { Webhook } from "standardwebhooks";
import { Stripe } from "stripe";
import { describe, expect, it } from "vitest";
import { paymentsWebhooks } from "@specwright/generated-client";
import { DecodingError } from "@specwright/runtime";
import {
  standardSignature,
  webhookReceiver,
  WebhookVerificationError,
  type WebhookFault,
} from "@specwright/runtime/webhooks";
import { ValidationError, validator } from "@specwright/runtime/validate";

// Webhooks: signed as others sign them, refused when anything of them is another, given to handlers by their name.

const standard = webhookReceiver<unknown>(standardSignature());
const stripe = new Stripe("sk_test_1");

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const now = 1_614_265_330;
const at = (seconds: number) => (): number => seconds * 1_000;
const body = JSON.stringify({ id: "evt_1", type: "invoice.paid", data: { object: {} } });

async function reasonOf(unwrapping: Promise<unknown>): Promise<WebhookFault | "accepted"> {
  try {
    await unwrapping;
    return "accepted";
  } catch (error) {
    expect(error).toBeInstanceOf(WebhookVerificationError);
    return error instanceof WebhookVerificationError ? error.reason : "accepted";
  }
}

describe("a webhook that others signed", () => {
  it("is taken as Standard Webhooks published it", async () => {
    const headers = {
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    };
    const message = { body: '{"test": 2432232314}', headers };
    const event = await standard.unwrap(message, { secret, now: at(now) });
    expect(event).toEqual({ test: 2_432_232_314 });
  });

  it("is taken from the library of Standard Webhooks, and the other way around", async () => {
    const theirs = new Webhook(secret);
    const time = new Date();
    const headers = {
      "Webhook-Id": "msg_1",
      "Webhook-Timestamp": String(Math.floor(time.getTime() / 1_000)),
      "Webhook-Signature": theirs.sign("msg_1", time, body),
    };
    expect(await standard.unwrap({ body, headers }, { secret })).toEqual(JSON.parse(body));
    const ours = await standard.sign(body, { secret });
    expect(theirs.verify(body, ours)).toEqual(JSON.parse(body));
  });

  it("is taken from the library of the payment API, and the other way around", async () => {
    const header = stripe.webhooks.generateTestHeaderString({ payload: body, secret });
    const message = { body, headers: new Headers({ "Stripe-Signature": header }) };
    expect(await paymentsWebhooks.unwrap(message, { secret })).toEqual(JSON.parse(body));
    const ours = await paymentsWebhooks.sign(body, { secret });
    const event = stripe.webhooks.constructEvent(body, ours["Stripe-Signature"] ?? "", secret);
    expect(event.type).toBe("invoice.paid");
  });
});

describe("a webhook", () => {
  const sign = (timestamp = now) => paymentsWebhooks.sign(body, { secret, timestamp });
  const options = { secret, now: at(now) };

  it.each([
    ["text", body],
    ["bytes", new TextEncoder().encode(body)],
    ["a buffer", Buffer.from(body)],
  ])("may come as %s", async (_, bytes) => {
    const headers = await sign();
    expect(await paymentsWebhooks.unwrap({ body: bytes, headers }, options)).toEqual(
      JSON.parse(body),
    );
  });

  it("may come as a request, and in lists of headers as Node has them", async () => {
    const headers = await sign();
    const request = new Request("https://shop.example/hook", { method: "POST", body, headers });
    expect(await paymentsWebhooks.unwrap(request, options)).toEqual(JSON.parse(body));
    const listed = { "stripe-signature": [headers["Stripe-Signature"] ?? ""] };
    const message = { body, headers: listed };
    expect(await paymentsWebhooks.unwrap(message, options)).toEqual(JSON.parse(body));
  });

  it("is taken with any of several secrets, while one takes the place of another", async () => {
    const headers = await sign();
    const both = { ...options, secret: ["whsec_other", secret] };
    expect(await paymentsWebhooks.unwrap({ body, headers }, both)).toEqual(JSON.parse(body));
  });

  it("is taken when one of several signatures fits, and others are of schemes nobody knows", async () => {
    const [, signature] = String((await sign())["Stripe-Signature"]).split(",");
    const header = `t=${now},v0=abc,v1=${"0".repeat(64)},${signature},v9=x`;
    const message = { body, headers: { "stripe-signature": header } };
    expect(await paymentsWebhooks.unwrap(message, options)).toEqual(JSON.parse(body));
  });

  it.each([
    [299, "accepted"],
    [301, "too-old"],
    [0, "accepted"],
    [-1, "from-the-future"],
    [-100_000, "from-the-future"],
  ])("signed %i seconds ago is %s", async (age, reason) => {
    const headers = await sign(now - age);
    expect(await reasonOf(paymentsWebhooks.unwrap({ body, headers }, options))).toBe(reason);
  });

  it.each([
    ["no header", {}, "missing-header"],
    ["an empty header", { "stripe-signature": "" }, "missing-header"],
    ["no signature", { "stripe-signature": `t=${now}` }, "malformed-header"],
    ["no time", { "stripe-signature": `v1=${"0".repeat(64)}` }, "malformed-header"],
    ["two times", { "stripe-signature": `t=${now},t=1,v1=${"0".repeat(64)}` }, "malformed-header"],
    [
      "a time that is no number",
      { "stripe-signature": `t=1e9,v1=${"0".repeat(64)}` },
      "malformed-header",
    ],
    ["a signature of another length", { "stripe-signature": `t=${now},v1=00` }, "malformed-header"],
    [
      "a signature that does not fit",
      { "stripe-signature": `t=${now},v1=${"0".repeat(64)}` },
      "wrong-signature",
    ],
    [
      "more signatures than anybody sends",
      { "stripe-signature": `t=${now}${`,v1=${"0".repeat(64)}`.repeat(17)}` },
      "malformed-header",
    ],
    ["a header without an end", { "stripe-signature": "v1=".repeat(10_000) }, "malformed-header"],
    [
      "the header twice",
      { "stripe-signature": [`t=${now}`, `v1=${"0".repeat(64)}`] },
      "malformed-header",
    ],
  ])("with %s is refused", async (_, headers, reason) => {
    expect(await reasonOf(paymentsWebhooks.unwrap({ body, headers }, options))).toBe(reason);
  });

  it("with a point in its id is refused: it could be read in two ways", async () => {
    const headers = await standard.sign(body, { secret, id: "msg.1", timestamp: now });
    expect(await reasonOf(standard.unwrap({ body, headers }, options))).toBe("malformed-header");
  });

  it("may come from a clock that is ahead where the option says so", async () => {
    const headers = await sign(now + 2);
    const skewed = { ...options, clockSkew: 2 };
    expect(await reasonOf(paymentsWebhooks.unwrap({ body, headers }, skewed))).toBe("accepted");
  });

  it.each([
    ["tolerance", Number.NaN],
    ["tolerance", Infinity],
    ["clockSkew", Number.NaN],
    ["clockSkew", Infinity],
    ["clockSkew", -1],
  ])("is not measured with a %s of %d", async (option, seconds) => {
    const headers = await sign(now + 1_000);
    const wrong = { ...options, [option]: seconds };
    await expect(paymentsWebhooks.unwrap({ body, headers }, wrong)).rejects.toThrow(RangeError);
  });

  it("that came before is refused where somebody remembers, whatever was put around its signature", async () => {
    const seen = new Set<string>();
    const isReplay = (id: string): boolean => seen.size === seen.add(id).size;
    const once = { ...options, isReplay };
    const [time, signature] = String((await sign())["Stripe-Signature"]).split(",");
    const headers = { "stripe-signature": `${time},${signature}` };
    expect(await reasonOf(paymentsWebhooks.unwrap({ body, headers }, once))).toBe("accepted");
    for (const other of [
      headers["stripe-signature"],
      `${time},v1=${"0".repeat(64)},${signature}`,
    ]) {
      const again = paymentsWebhooks.unwrap({ body, headers: { "stripe-signature": other } }, once);
      expect(await reasonOf(again)).toBe("replayed");
    }
    const named = await standard.sign(body, { secret, id: "msg_1", timestamp: now });
    expect(await reasonOf(standard.unwrap({ body, headers: named }, once))).toBe("accepted");
    expect(await reasonOf(standard.unwrap({ body, headers: named }, once))).toBe("replayed");
  });

  it.each([
    ["a body that was parsed", { body: { id: 1 } }],
    ["no secret", { secret: undefined }],
  ])("with %s is a mistake of the program", async (_, wrong) => {
    const headers = await sign();
    const message = { body, headers, ...wrong } as { body: string; headers: typeof headers };
    const unwrapping = paymentsWebhooks.unwrap(message, { ...options, ...wrong } as typeof options);
    await expect(unwrapping).rejects.toThrow(TypeError);
  });

  it.each([
    ["a body in memory", () => ({ body: "x".repeat(2_000), headers: {} })],
    [
      "a body without an end",
      () => {
        const stream = new ReadableStream<Uint8Array>({
          pull: (controller) => controller.enqueue(new Uint8Array(1_024)),
        });
        const init: RequestInit & { duplex: "half" } = {
          method: "POST",
          body: stream,
          duplex: "half",
        };
        return new Request("https://shop.example/hook", init);
      },
    ],
  ])("that is too large is refused: %s", async (_, message) => {
    const small = { ...options, maxBytes: 1_000 };
    expect(await reasonOf(paymentsWebhooks.unwrap(message(), small))).toBe("too-large");
  });

  it("that is signed but no JSON is an error that keeps it to itself", async () => {
    const headers = await paymentsWebhooks.sign("{card 4242", { secret, timestamp: now });
    const unwrapping = paymentsWebhooks.unwrap({ body: "{card 4242", headers }, options);
    await expect(unwrapping).rejects.toThrow(DecodingError);
    await expect(unwrapping).rejects.not.toThrow(/4242/);
  });

  it("is held against a validator where one is given", async () => {
    const headers = await standard.sign(body, { secret, timestamp: now });
    const none = validator<unknown>(
      "None",
      (value): value is unknown => value === 1,
      (value, issues, place) => {
        issues.broken(place, "const", "1", value);
      },
    );
    const unwrapping = standard.unwrap({ body, headers }, { ...options, validator: none });
    await expect(unwrapping).rejects.toThrow(ValidationError);
  });

  it.each([
    ["an empty secret", ""],
    ["no secret", []],
  ])("needs more than %s", async (_, none) => {
    const headers = await sign();
    const unwrapping = paymentsWebhooks.unwrap({ body, headers }, { ...options, secret: none });
    await expect(unwrapping).rejects.toThrow(TypeError);
  });
});

describe("a router", () => {
  const event = (type: string) => JSON.parse(`{"type":${JSON.stringify(type)}}`);

  it("gives an event to the handler of its name, and waits for it", async () => {
    const seen: unknown[] = [];
    const handle = paymentsWebhooks.on({
      "invoice.paid": async (paid) => {
        await Promise.resolve();
        seen.push(paid.type);
      },
      otherwise: (other) => seen.push(`other ${other.type}`),
    });
    expect(await handle(event("invoice.paid"))).toBe("handled");
    expect(await handle(event("invoice.voided"))).toBe("otherwise");
    expect(seen).toEqual(["invoice.paid", "other invoice.voided"]);
  });

  it.each(["constructor", "__proto__", "toString", "otherwise"])(
    "takes an event called %s for one that it does not know",
    async (name) => {
      const handle = paymentsWebhooks.on({ otherwise: () => undefined });
      expect(await handle(event(name))).toBe("otherwise");
    },
  );

  it("throws what a handler throws", async () => {
    const handle = paymentsWebhooks.on({
      otherwise: () => {
        throw new Error("no room");
      },
    });
    await expect(handle(event("invoice.paid"))).rejects.toThrow("no room");
  });
});
