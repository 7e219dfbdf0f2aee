import { describe, expect, it } from "vitest";
import { logging, type LogLevel } from "./logging.ts";
import { withMiddleware } from "./middleware.ts";

const url = "https://user-data.example.com/v1/books/42?key=s3cret&name=Ann";
const headers = {
  authorization: "Bearer s3cret",
  "x-key": "other",
  "idempotency-key": "k1",
  a: "b",
};

/** The lines that one attempt leaves. */
async function lines(
  level: LogLevel | undefined,
  answer: () => Response | Promise<Response>,
  attempt = 1,
): Promise<string[]> {
  const said: string[] = [];
  const noting =
    (name: string) =>
    (message: string): void =>
      void said.push(`${name} ${message.replace(/\d+ ms/, "N ms")}`);
  const logger = { debug: noting("debug"), info: noting("info"), warn: noting("warn") };
  const redact = (text: string): string => text.replaceAll("s3cret", "[secret]");
  const send = withMiddleware([logging(logger, level && { level })], async () => answer());
  await send(url, { method: "GET", headers }, { operation: "books.get", attempt, redact }).catch(
    () => undefined,
  );
  return said;
}

describe("logging", () => {
  it("gives a line for each attempt, without origin and query", async () => {
    expect(await lines(undefined, () => new Response())).toEqual([
      "info books.get: GET /v1/books/42 was answered with 200 (N ms)",
    ]);
  });

  it("says of a later attempt which it was", async () => {
    expect(await lines("info", () => new Response(), 2)).toEqual([
      "info books.get: GET /v1/books/42 was answered with 200 (N ms, attempt 2)",
    ]);
  });

  it("warns of errors", async () => {
    const failure = (): Response => new Response(null, { status: 500 });
    expect(await lines("warn", failure)).toEqual([
      "warn books.get: GET /v1/books/42 was answered with 500 (N ms)",
    ]);
    expect(await lines("warn", () => new Response())).toEqual([]);
  });

  it("shows headers on request, but no secret", async () => {
    const answer = (): Response =>
      new Response(null, { headers: { "set-cookie": "a=1", "x-quote": "s3cret" } });
    const said = await lines("debug", answer);
    expect(said).toHaveLength(3);
    expect(said[0]).toBe(
      'debug books.get: GET /v1/books/42 goes out with {"a":"b","authorization":"[secret]","idempotency-key":"k1","x-key":"[secret]"} (N ms)',
    );
    expect(said[2]).toContain('"set-cookie":"[secret]","x-quote":"[secret]"');
  });

  it("writes one line, whatever came", async () => {
    const said = await lines("info", () =>
      Promise.reject(new Error("broken\n\u001b[31mFAKE \u2028line, s3cret")),
    );
    expect(said).toEqual([
      "warn books.get: GET /v1/books/42 failed: Error: broken [31mFAKE  line, [secret] (N ms)",
    ]);
  });
});
