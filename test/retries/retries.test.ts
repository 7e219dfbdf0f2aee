import * as fc from "fast-check";
import { call, connect, type OperationDescriptor, toBody, writeContent } from "@specwright/runtime";
import { afterEach, describe, expect, it, vi } from "vitest";
import { retryAnswer, retryDelay } from "../../packages/runtime/src/attempts/retry.ts";
import { attemptsOf, type Happening, type Sending } from "./model.ts";

// What is sent again, and when, held against what the README says of it. SPECWRIGHT_RETRIES=100000 tries so many cases in the
// place of 2,000 each.

const numRuns = Number(process.env["SPECWRIGHT_RETRIES"] ?? 2_000);
const timeout = 600_000;
const longest = 60_000;

const backoff = (): number => 77;
const waitFor = (given: Record<string, string>, status = 503): number | undefined =>
  // As headers arrive: without the blanks at their ends.
  retryAnswer({ status, headers: Object.fromEntries(new Headers(given)) }, backoff);

/** Text that a header can carry. */
const headerText = fc.string({
  unit: fc.constantFrom(...Array.from(" 0123456789.,:-+eExTZGMmonday/")),
});
const statuses = fc.integer({ min: 200, max: 599 });

afterEach(() => vi.useRealTimers());

describe("what an answer asks to wait", () => {
  it("is a time from none to a minute, whatever its headers say", () => {
    const headers = fc.record({
      "retry-after": headerText,
      "retry-after-ms": headerText,
      "x-should-retry": fc.constantFrom("true", "false", "TRUE", ""),
    });
    fc.assert(
      fc.property(headers, statuses, (given, status) => {
        const wait = waitFor(given, status);
        expect(wait === undefined || (wait >= 0 && wait <= longest)).toBe(true);
      }),
      { numRuns },
    );
  });

  it("is so many seconds or milliseconds, of which the latter count", () => {
    const amount = fc.oneof(fc.nat(100), fc.double({ min: 0, max: 100, noNaN: true }));
    fc.assert(
      fc.property(
        amount.map((one) => Number(one.toFixed(3))),
        fc.nat(70_000),
        (seconds, ms) => {
          const after = { "retry-after": String(seconds) };
          expect(waitFor(after)).toBe(seconds > 60 ? undefined : seconds * 1_000);
          const both = { ...after, "retry-after-ms": String(ms) };
          expect(waitFor(both)).toBe(ms > longest ? undefined : ms);
        },
      ),
      { numRuns },
    );
  });

  it("lasts until a date in each of its forms, and is over when the date is", () => {
    const now = Date.UTC(2026, 10, 28, 12);
    vi.useFakeTimers({ now });
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 200 }), (seconds) => {
        const date = new Date(now + seconds * 1_000);
        const expected = seconds > 60 ? undefined : Math.max(seconds, 0) * 1_000;
        for (const text of [date.toUTCString(), date.toISOString(), obsolete(date)]) {
          expect(waitFor({ "retry-after": text })).toBe(expected);
        }
      }),
      { numRuns },
    );
  });

  it("is for the client to say where it makes no sense", () => {
    const nonsense = headerText.filter((text) => {
      return !/^(?:-?[\d.]+|\w+, .*|\d{4}-.*)$/.test(text.trim());
    });
    fc.assert(
      fc.property(nonsense, (text) => {
        expect(waitFor({ "retry-after": text })).toBe(backoff());
      }),
      { numRuns },
    );
  });

  it("is half a second, doubled, where nobody says anything, and never more than eight", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (attempt) => {
        const most = Math.min(500 * 2 ** (attempt - 1), 8_000);
        const wait = retryDelay(attempt);
        expect(wait <= most && wait >= most * 0.75).toBe(true);
      }),
      { numRuns },
    );
  });
});

/** As it was written before RFC 1123. RFC 9110, section 5.6.7. */
function obsolete(date: Date): string {
  const [, day = "", month = "", year = "", time = ""] = date.toUTCString().split(" ");
  const weekday = date.toLocaleDateString("en", { weekday: "long", timeZone: "UTC" });
  return `${weekday}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
}

describe("a call", () => {
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    fc.record({
      status: fc.constantFrom(200, 204, 302, 400, 404, 408, 409, 425, 429, 500, 501, 503, 599),
      headers: fc.record(
        {
          "retry-after": fc.constantFrom("0", "0.0", "61"),
          "x-should-retry": fc.constantFrom("true", "false"),
        },
        { requiredKeys: [] },
      ),
    }),
    fc.record({ isUnsent: fc.boolean() }),
  );
  const sending: fc.Arbitrary<Sending> = fc.record({
    method: fc.constantFrom("GET", "PUT", "DELETE", "HEAD", "POST", "PATCH", "LOCK"),
    hasKey: fc.boolean(),
    isStream: fc.boolean(),
    maxRetries: fc.nat(4),
  });

  it(
    "is sent as often as the README says, with the same key each time",
    async () => {
      await fc.assert(
        fc.asyncProperty(
          sending,
          fc.array(happening, { minLength: 6, maxLength: 6 }),
          async (given, happenings) => {
            const keys = await send(given, happenings);
            expect(keys).toHaveLength(attemptsOf(given, happenings));
            expect(new Set(keys).size).toBe(1);
            if (given.method !== "GET") expect(keys[0] !== undefined).toBe(given.hasKey);
          },
        ),
        { numRuns },
      );
    },
    timeout,
  );
});

/** Makes a call that fares so; gives the idempotency key of each attempt. */
async function send(
  { method, hasKey, isStream, maxRetries }: Sending,
  happenings: readonly Happening[],
): Promise<readonly (string | undefined)[]> {
  const keys: (string | undefined)[] = [];
  const operation: OperationDescriptor<object, unknown> = {
    id: "things.change",
    method,
    path: "/things",
    parameters: [],
    write: [toBody],
    body: { contentType: "application/octet-stream", from: "body", write: writeContent },
    responses: [{ status: "200", contentType: "application/json" }],
    security: [],
    ...(hasKey && { idempotencyHeader: "Idempotency-Key" }),
  };
  const transport = connect(
    { server: "https://api.example.com", security: {}, headerOptions: {} },
    {
      maxRetries,
      backoff: () => 0,
      fetch: async (_, { headers }) => {
        const happening = happenings[keys.length];
        keys.push(new Headers(headers).get("idempotency-key") ?? undefined);
        if (happening && "status" in happening) {
          return new Response(null, { status: happening.status, headers: happening.headers });
        }
        const isUnsent = happening?.isUnsent === true;
        throw Object.assign(new Error("no"), { syscall: isUnsent ? "connect" : "read" });
      },
    },
  );
  const body = isStream ? new Blob(["x"]).stream() : new Uint8Array([1]);
  // How it ends is for other tests.
  await call(transport, operation, { params: { body } }).catch(() => undefined);
  return keys;
}
