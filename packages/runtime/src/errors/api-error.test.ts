import { describe, expect, it } from "vitest";
import { ApiError } from "./api-error.ts";

function messageOf(body: unknown, status = 400): string {
  return new ApiError({ operation: "things.get", status, headers: {}, body }).message;
}

describe("an ApiError", () => {
  const parts = { operation: "things.get", status: 400, headers: {}, body: "" };

  it("is known by what it has, whichever copy of the package made it", () => {
    expect(Object.assign(new Error("400"), parts)).toBeInstanceOf(ApiError);
    expect(Object.assign(new Error("400"), { status: 400 })).not.toBeInstanceOf(ApiError);
    expect(parts).not.toBeInstanceOf(ApiError);
  });

  it("that a program extends has its own instances only", () => {
    class OwnError extends ApiError {}
    expect(new OwnError(parts)).toBeInstanceOf(OwnError);
    expect(new OwnError(parts)).toBeInstanceOf(ApiError);
    expect(new ApiError(parts)).not.toBeInstanceOf(OwnError);
  });
});

describe("the message of an ApiError", () => {
  it.each([
    [{ error: { message: "inner" }, message: "outer" }, ": inner"],
    [{ message: "outer" }, ": outer"],
    [{ detail: "detail", title: "title" }, ": detail"],
    [{ title: "title" }, ": title"],
    [{ error: "short" }, ": short"],
    [{ error: { code: 1 } }, ""],
    ["<html>", ""],
    [undefined, ""],
    [Object.create({ message: "inherited" }), ""],
    [{ message: `a\r\nb\u2028c${"x".repeat(400)}` }, `: a b c${"x".repeat(294)}…`],
  ])("takes the server's words: %o", (body, words) => {
    expect(messageOf(body)).toBe(`things.get was answered with 400${words}`);
  });

  it("says that redirects are not followed", () => {
    expect(messageOf("", 302)).toMatch(/302: redirects are not followed$/);
    expect(messageOf("", 0)).toMatch(/0: redirects are not followed$/);
  });

  it("ends with the request id", () => {
    const headers = { "x-request-id": "req\n1" };
    const error = new ApiError({ operation: "things.get", status: 400, headers, body: "" });
    expect(error.message).toBe("things.get was answered with 400 (request req 1)");
    expect(error.requestId).toBe("req\n1");
  });
});
