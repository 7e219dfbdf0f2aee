import { createGzip } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  call,
  DecodingError,
  linkedPages,
  paginate,
  readBytes,
  readEventStream,
  readJsonLines,
  readText,
  toQuery,
} from "@specwright/runtime";
import { listen, clientOf, operation, listing } from "./calls.ts";

describe("an answer", () => {
  const MEGABYTE = Buffer.alloc(1_048_576, "a");
  /** How much the server got rid of, in megabytes, before its client hung up. */
  async function flood(
    type: string,
    status: number,
    isPacked: boolean,
  ): Promise<[string, () => number]> {
    let sent = 0;
    const url = await listen((_, response) => {
      response.writeHead(status, {
        "content-type": type,
        ...(isPacked && { "content-encoding": "gzip" }),
      });
      const sink = isPacked ? createGzip({ level: 1 }) : response;
      if (sink !== response) sink.pipe(response);
      const more = (): void => {
        if (response.destroyed) return;
        sent += 1;
        if (sink.write(MEGABYTE)) setImmediate(more);
        else sink.once("drain", more);
      };
      more();
    });
    return [url, () => sent];
  }

  const READERS = {
    "application/json": undefined,
    "text/plain": readText,
    "application/octet-stream": readBytes,
    "text/event-stream": readEventStream,
    "application/jsonl": readJsonLines,
  };
  const kinds = Object.entries(READERS).flatMap(([type, read]) =>
    [false, true].map((isPacked) => ({ type, read, isPacked, how: isPacked ? "packed" : "plain" })),
  );

  it.each(kinds)(
    "of $type that never ends, $how, never fills the memory",
    async ({ type, read, isPacked }) => {
      const [url, sent] = await flood(type, 200, isPacked);
      const get = operation({
        responses: [{ status: "200", contentType: type, read }],
        security: [],
      });
      const failed = (async () => {
        const output = await call(clientOf(url), get, {}, { maxResponseBytes: 4_000_000 });
        for await (const _ of output as AsyncIterable<unknown>);
      })();
      await expect(failed).rejects.toBeInstanceOf(DecodingError);
      // What lies packed in buffers on the way is a thousandth of that.
      expect(sent()).toBeLessThan(isPacked ? 4_000 : 200);
    },
  );

  it.each([false, true])(
    "of an error that never ends never fills the memory (packed: %s)",
    async (isPacked) => {
      const [url] = await flood("text/plain", 400, isPacked);
      const failed = call(clientOf(url), operation(), {});
      const error: unknown = await failed.catch((one: unknown) => one);
      expect(error).toMatchObject({ status: 400 });
      expect(String(Object(error).body).length).toBeLessThanOrEqual(1_048_576);
    },
  );

  it("that leads back to where the walk has been never keeps it busy", async () => {
    let asked = 0;
    const url = await listen(({ url: path = "" }, response) => {
      asked += 1;
      const page = Number(new URL(path, "http://a").searchParams.get("page") ?? 1);
      response.writeHead(200, { link: `</things?page=${(page % 3) + 1}>; rel="next"` });
      response.end("[1]");
    });
    const pagination = { style: linkedPages, items: "" };
    const parameters = [{ name: "page", in: "query" }];
    const list = listing(pagination, { parameters, write: [toQuery] });
    const items = await paginate(clientOf(url), list, {}).toArray({ limit: 1_000 });
    expect(items.length).toBeLessThanOrEqual(4);
    expect(asked).toBeLessThanOrEqual(4);
  });
});
