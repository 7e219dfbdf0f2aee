import { describe, expect, it } from "vitest";
import { redact } from "./redact.ts";
import { secretsOf } from "./secrets-of.ts";

describe("what is told of a request", () => {
  it.each([
    [
      { authorization: "Bearer abcd1234" },
      "sent Bearer abcd1234 or abcd1234",
      "sent [secret] or [secret]",
    ],
    [{ "x-api-key": "abcd=1234" }, "abcd=1234", "[secret]"],
    [{ cookie: "theme=dark; session=abcd1234" }, "theme abcd1234", "theme [secret]"],
    [{ "proxy-authorization": "Basic abcd1234" }, "abcd1234", "[secret]"],
    [{ "x-session-token": "abcd1234" }, "abcd1234", "[secret]"],
    // Whoever asks for help must be able to name the request.
    [{ "idempotency-key": "order-1234" }, "order-1234", "order-1234"],
    [{ accept: "application/json" }, "application/json", "application/json"],
    [{}, "abcd1234", "abcd1234"],
  ])("with %o of %j is %j", (headers, text, told) => {
    expect(redact(text, secretsOf(headers))).toBe(told);
  });
});
