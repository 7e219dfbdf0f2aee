import { describe, expect, it } from "vitest";
import { DecodingError } from "../errors/decoding-error.ts";
import { readJsonLines, readJsonSequence } from "./read-json-lines.ts";

const context = {
  operation: "rows.export",
  signal: undefined,
  maxResponseBytes: 1_048_576,
};

describe("JSON texts", () => {
  it.each([
    ["a line each", readJsonLines, '{"a":1}\n2\n"ü"\n', [{ a: 1 }, 2, "ü"]],
    ["without an end of the last line", readJsonLines, "1\n2", [1, 2]],
    ["with empty lines and carriage returns", readJsonLines, "1\r\n\r\n2\r\n", [1, 2]],
    ["behind record separators", readJsonSequence, '\x1e{"a":\n1}\n\x1e2\n', [{ a: 1 }, 2]],
    ["of which there is none", readJsonLines, "", []],
  ])("are read %s, wherever they are cut", async (_, reader, text, items) => {
    const bytes = new TextEncoder().encode(text);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (const chunk of [bytes.subarray(0, cut), bytes.subarray(cut)])
            controller.enqueue(chunk);
          controller.close();
        },
      });
      expect(await Array.fromAsync(reader(new Response(body), {}, context))).toEqual(items);
    }
  });

  it("that are none end the reading behind those that were", async () => {
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const item of readJsonLines(new Response("1\n{secret\n3\n"), {}, context)) {
        seen.push(item);
      }
    })();
    await expect(reading).rejects.toThrow(DecodingError);
    await expect(reading).rejects.not.toThrow(/secret/);
    expect(seen).toEqual([1]);
  });
});
