import { connectPayments, PaymentsClient } from "@specwright/generated-client";
import {
  call,
  clientCredentials,
  connect,
  derive,
  logging,
  paginate,
  send,
  tracing,
  type Transport,
  withMiddleware,
} from "@specwright/runtime";
import {
  standardSignature,
  timestampedSignature,
  webhookReceiver,
} from "@specwright/runtime/webhooks";
import { validator } from "@specwright/runtime/validate";
import { describe, expect, it } from "vitest";
import { type Ending, ENDINGS, isList, list, platform } from "./endings.ts";
import { CANARY, type Scheme, SCHEMES } from "./schemes.ts";
import { told } from "./told.ts";

// A canary in every credential, at servers and platforms that repeat all they are told: nothing that a program may print has it.

/** Everything that a program may come to hold, or its logs. */
interface Kept {
  readonly values: unknown[];
  readonly lines: string[];
  /** What the platform was asked, credentials and all. */
  readonly quoted: string[];
}

const key = "order-42";

function open(
  scheme: Scheme,
  ending: Ending,
  kept: Kept,
  onQuoted: (quoted: string) => void,
): Transport {
  const log = (line: string): void => void kept.lines.push(line);
  const tracer = {
    startSpan(name: string, { attributes }: { attributes: object }) {
      kept.values.push(name, attributes);
      return {
        setAttribute: (...attribute: unknown[]) => kept.values.push(attribute),
        setStatus: (status: unknown) => kept.values.push(status),
        end: () => undefined,
      };
    },
  };
  const middleware = [
    logging({ debug: log, info: log, warn: log }, { level: "debug" }),
    tracing(tracer, { headersOf: () => ({ traceparent: "00-1-1-00" }) }),
    ...(ending.middleware ? [ending.middleware] : []),
  ];
  const { descriptor, given } = scheme;
  const api = {
    server: "https://api.example.com",
    security: { scheme: descriptor },
    headerOptions: {},
  };
  const options = {
    own: given,
    fetch: withMiddleware(middleware, platform(ending, onQuoted)),
    maxRetries: 0,
  };
  return connect(api, options);
}

/** Calls, takes all there is to take of what comes, and keeps whatever there was to hold. */
async function run(scheme: Scheme, ending: Ending): Promise<Kept & { readonly error: unknown }> {
  const kept: Kept = { values: [], lines: [], quoted: [] };
  const controller = new AbortController();
  const transport = open(scheme, ending, kept, (quoted) => {
    kept.quoted.push(quoted);
    if (ending.isAborted) setTimeout(() => controller.abort(new Error("enough")));
  });
  const options = { ...ending.options, idempotencyKey: key, signal: controller.signal };
  const { operation } = ending;
  let error: unknown;
  try {
    if (isList(operation)) {
      // What the server put into a page is the caller's.
      const pages = paginate(transport, operation, {}, options);
      kept.values.push(pages, await (await pages).next());
    } else {
      const promise = send<object, unknown, unknown>(transport, operation, {}, options);
      kept.values.push(promise);
      const output = await promise;
      if (isStream(output)) for await (const item of output) kept.values.push(item);
    }
  } catch (thrown) {
    error = thrown;
  }
  kept.values.push(transport, derive(transport, options), error);
  return { ...kept, error };
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

/** What of all that was told has a secret. */
function leaks({ values, lines }: Kept, { hidden }: Scheme): readonly string[] {
  const words = [CANARY, ...hidden];
  return [...lines, ...values.flatMap(told)].filter((one) =>
    words.some((word) => one.includes(word)),
  );
}

describe.each(Object.entries(SCHEMES))("%s", (how, scheme) => {
  it.each(Object.entries(ENDINGS))("is not told after %s", async (_, ending) => {
    const kept = await run(scheme, ending);
    expect(leaks(kept, scheme)).toEqual([]);
    if (how.includes("refused")) return expect(nameOf(kept.error)).toBe("ConnectionError");
    expect(nameOf(kept.error)).toBe(ending.error);
    // It was there to be told, and the key that is no secret was told.
    const sent = kept.quoted.join("\n");
    const isSent = [CANARY, ...scheme.hidden].some((word) => sent.includes(word));
    expect(isSent || ending.middleware !== undefined).toBe(true);
    if (ending.operation.method === "POST") expect(kept.lines.join("\n")).toContain(key);
  });
});

function nameOf(error: unknown): string | undefined {
  return error instanceof Error ? error.name : undefined;
}

describe("a mistake of the program", () => {
  const [basic, bearer, header] = Object.values(SCHEMES).filter((_, index) => index !== 1);
  const calling = (scheme: Scheme | undefined, given: unknown, options: object = {}) => {
    const descriptor = { ...Object(scheme).descriptor, option: "own" };
    const headerOptions = { shop: "X-Shop" };
    const api = {
      server: "https://api.example.com",
      security: { scheme: descriptor },
      headerOptions,
    };
    return () =>
      call(connect(api, { ...Object(given), ...options }), list, {}, options).then(() => undefined);
  };

  it.each([
    ["a key that no header can carry", calling(header, { own: `${CANARY}\n` })],
    ["a key that is none", calling(header, { own: [CANARY] })],
    ["a token that no header can carry", calling(bearer, { own: `${CANARY}\0` })],
    ["a function that gives no token", calling(bearer, { own: () => ({ token: CANARY }) })],
    ["a function that gives half a token", calling(bearer, { own: () => `${CANARY}\r\n` })],
    ["a user name with a colon", calling(basic, { own: { username: `${CANARY}:`, password: "" } })],
    ["a password that is none", calling(basic, { own: { username: "a", password: [CANARY] } })],
    ["a header of the client's", calling(header, {}, { headers: { "x-token": `${CANARY}\n` } })],
    ["an option that is a header", calling(header, { shop: `${CANARY}\n` })],
    ["a URL with credentials", calling(header, { baseUrl: `https://a:${CANARY}@example.com` })],
  ])("such as %s is told without its value", async (_, run) => {
    const error = await (async () => run())().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(TypeError);
    expect(told(error).filter((one) => one.includes(CANARY))).toEqual([]);
  });
});

describe("what a program holds", () => {
  it("tells no secret: clients, resources, calls, lists, pages, answers and results", async () => {
    const requests: string[] = [];
    const payments = new PaymentsClient({
      apiKey: `sk_${CANARY}`,
      headers: { "x-own-token": CANARY },
      fetch: async (url, { method, headers }) => {
        requests.push(JSON.stringify(headers));
        const page = { object: "list", data: [{ id: "price_1" }], has_more: true };
        return Response.json(method === "GET" && url.includes("limit") ? page : { id: "price_1" });
      },
    });
    const prices = payments.prices.list({ limit: 1 });
    const page = await prices;
    const create = payments.prices.create({ currency: "usd", product: "prod_1" });
    const held = [
      payments,
      payments.prices,
      payments.withOptions({ headers: { authorization: CANARY } }),
      prices,
      page,
      await page.next(),
      prices.pages(),
      prices[Symbol.asyncIterator](),
      prices.from("price_1"),
      create,
      await create,
      await create.withResponse(),
      await create.safe(),
      connectPayments({ apiKey: CANARY }),
      clientCredentials({ tokenUrl: "https://a.example", clientId: CANARY, clientSecret: CANARY }),
    ];
    expect(
      held.flatMap(told).filter((one) => one.includes(CANARY) || one.includes(base64)),
    ).toEqual([]);
    expect(requests.every((one) => one.includes(base64) && one.includes(CANARY))).toBe(true);
  });
  const base64 = btoa(`sk_${CANARY}:`);
});

describe("the secret of a webhook", () => {
  const standard = `whsec_${btoa(`${CANARY}${CANARY}`)}`;
  const receivers = [
    ["in one header", webhookReceiver(timestampedSignature("Signature")), `whsec_${CANARY}`],
    ["by Standard Webhooks", webhookReceiver(standardSignature()), standard],
  ] as const;

  it.each(receivers)("is not told, signed %s", async (_, receiver, secret) => {
    const body = "{}";
    const timestamp = 1_000_000_000;
    const now = (): number => timestamp * 1_000;
    const headers = await receiver.sign(body, { secret, timestamp });
    const broken = await receiver.sign("{", { secret, timestamp });
    const none = validator(
      "None",
      (value): value is unknown => value === 1,
      (value, issues, at) => {
        issues.broken(at, "const", "1", value);
      },
    );
    const wrong = `${secret}!`;
    const endings = [
      receiver.unwrap({ body, headers: {} }, { secret, now }),
      receiver.unwrap({ body: "[]", headers }, { secret, now }),
      receiver.unwrap({ body, headers }, { secret, now: () => 0 }),
      receiver.unwrap({ body, headers }, { secret, now: () => 1e15 }),
      receiver.unwrap({ body, headers }, { secret, now, maxBytes: 1 }),
      receiver.unwrap({ body, headers }, { secret, now, isReplay: () => true }),
      receiver.unwrap({ body, headers }, { secret, now, tolerance: Number.NaN }),
      receiver.unwrap({ body, headers }, { secret, now, validator: none }),
      receiver.unwrap({ body: "{", headers: broken }, { secret, now }),
      receiver.unwrap({ body, headers }, { secret: wrong, now }),
      receiver.unwrap({ body, headers }, { secret: [secret, ""], now }),
      receiver.unwrap({ body, headers }, { secret: [[secret]] as never, now }),
      receiver.unwrap({ body: { secret } as never, headers }, { secret, now }),
    ];
    const errors = await Promise.all(endings.map((one) => one.catch((error: unknown) => error)));
    expect(errors.filter((error) => !(error instanceof Error))).toEqual([]);
    const words = [CANARY, secret, headers["Signature"] ?? headers["webhook-signature"] ?? ""];
    const shown = [receiver, ...endings, ...errors].flatMap(told);
    expect(shown.filter((one) => words.some((word) => one.includes(word)))).toEqual([]);
  });
});
