import { describe, expect, expectTypeOf, it } from "vitest";
import { send } from "../client/api-promise.ts";
import { call } from "../client/call.ts";
import { connect } from "../client/connect.ts";
import type { OperationDescriptor, Transport } from "../contract.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import { readBytes } from "./read-content.ts";
import { asBytes, asStream } from "./download.ts";
import { type DownloadForms, sendDownload } from "./send-download.ts";

const download: OperationDescriptor<{ file: string }, Blob> = {
  id: "files.download",
  method: "GET",
  path: "/files/{file}",
  parameters: [{ name: "file", in: "path" }],
  responses: [
    { status: "200", contentType: "application/octet-stream", read: readBytes },
    { status: "default", contentType: "application/json" },
  ],
  security: [],
};

/** A body of so many pieces, which counts what was asked of it. */
function body(count: number, thrown?: Error): { stream: ReadableStream; asked: string[] } {
  const asked: string[] = [];
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        asked.push("piece");
        if (asked.length <= count) return controller.enqueue(new Uint8Array([asked.length]));
        if (thrown) controller.error(thrown);
        else controller.close();
      },
      cancel: () => void asked.push("cancelled"),
    },
    { highWaterMark: 0 },
  );
  return { stream, asked };
}

function answering(stream: ReadableStream): Transport {
  const fetch = async (): Promise<Response> => new Response(stream);
  return connect({ server: "http://test", security: {}, headerOptions: {} }, { fetch });
}

const input = { file: "a" };

describe("bytes of an answer", () => {
  it("are a blob unless something else is asked for", async () => {
    const blob = await call(answering(body(2).stream), download, input);
    expect(blob).toBeInstanceOf(Blob);
    expectTypeOf(blob).toEqualTypeOf<Blob>();
  });

  it("are one array", async () => {
    const bytes = await call(answering(body(3).stream), asBytes(download), input);
    expect(bytes).toEqual(new Uint8Array([1, 2, 3]));
    expectTypeOf(bytes).toEqualTypeOf<Uint8Array<ArrayBuffer>>();
  });

  it("come in the form that a method is asked for", async () => {
    const as = async <As extends keyof DownloadForms>(form?: As): Promise<DownloadForms[As]> =>
      sendDownload(answering(body(2).stream), download, input, form && { as: form });
    expect(await as()).toBeInstanceOf(Blob);
    expect(await as("blob")).toBeInstanceOf(Blob);
    expect(await as("bytes")).toEqual(new Uint8Array([1, 2]));
    expect(await as("stream")).toBeInstanceOf(ReadableStream);
    const { data } = await sendDownload(answering(body(1).stream), download, input).withResponse();
    expectTypeOf(data).toEqualTypeOf<Blob>();
  });

  it("are one array only as far as may be held", async () => {
    const { stream, asked } = body(Infinity);
    const failed = call(answering(stream), asBytes(download), input, { maxResponseBytes: 5 });
    await expect(failed).rejects.toBeInstanceOf(DecodingError);
    expect(asked).toEqual([...Array<string>(6).fill("piece"), "cancelled"]);
  });

  it("are a stream, no faster than it is taken", async () => {
    const { stream, asked } = body(3);
    const { data } = await send(answering(stream), asStream(download), input).withResponse();
    expectTypeOf(data).toEqualTypeOf<ReadableStream<Uint8Array<ArrayBuffer>>>();
    expect(asked).toEqual([]);
    const reader = data.getReader();
    expect((await reader.read()).value).toEqual(new Uint8Array([1]));
    expect(asked).toEqual(["piece"]);
    await reader.read();
    await reader.read();
    expect(await reader.read()).toEqual({ done: true, value: undefined });
  });

  it("are a stream however many they are", async () => {
    const { stream } = body(50);
    const options = { maxResponseBytes: 10 };
    const data = await call(answering(stream), asStream(download), input, options);
    expect((await new Response(data).bytes()).length).toBe(50);
  });

  it("are a stream that lets go of its connection when it is cancelled", async () => {
    const { stream, asked } = body(Infinity);
    const data = await call(answering(stream), asStream(download), input);
    await data.cancel();
    expect(asked).toEqual(["cancelled"]);
  });

  it("are a stream that ends with the reason of who aborted, also when nobody reads", async () => {
    const { stream, asked } = body(Infinity);
    const controller = new AbortController();
    const { signal } = controller;
    const data = await call(answering(stream), asStream(download), input, { signal });
    const reason = new Error("enough");
    controller.abort(reason);
    expect(asked).toEqual(["cancelled"]);
    await expect(data.getReader().read()).rejects.toBe(reason);
  });

  it("are a stream that tells when it broke off", async () => {
    const { stream } = body(1, new Error("reset"));
    const reader = (await call(answering(stream), asStream(download), input)).getReader();
    await reader.read();
    await expect(reader.read()).rejects.toThrow(
      new ConnectionError("The answer to files.download broke off"),
    );
  });

  it("are no part of an error, which is read as ever", async () => {
    const fetch = async (): Promise<Response> => Response.json({ why: "gone" }, { status: 404 });
    const transport = connect({ server: "http://t", security: {}, headerOptions: {} }, { fetch });
    const failed = call(transport, asStream(download), input);
    await expect(failed).rejects.toMatchObject({ status: 404, body: { why: "gone" } });
  });
});
