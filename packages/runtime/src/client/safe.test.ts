import { describe, expect, it } from "vitest";
import { ApiError } from "../errors/api-error.ts";
import { ConnectionError, TimeoutError } from "../errors/connection-error.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import { safe } from "./safe.ts";

function failing(reason: Error): Promise<never> {
  return new Promise((_, reject) => reject(reason));
}

describe("safe", () => {
  it("gives the value of a call that went well", async () => {
    expect(await safe(Promise.resolve(1))).toEqual({ ok: true, value: 1 });
  });

  it.each([
    new ApiError({ operation: "a", status: 404, headers: {}, body: {} }),
    new ConnectionError("refused"),
    new TimeoutError("late"),
    new DecodingError("not JSON"),
  ])("gives the error of one that failed: %s", async (error) => {
    expect(await safe(failing(error))).toEqual({ ok: false, error });
  });

  it.each([new TypeError("no id"), new Error("enough")])(
    "throws what is no failure of the call: %s",
    async (error) => {
      await expect(safe(failing(error))).rejects.toBe(error);
    },
  );
});
