import type { ClientRequest } from "node:http";

/** Sends a stream as the body of a request, no faster than it is taken. Lets go of the stream when the request is over. */
export function upload(stream: ReadableStream<Uint8Array>, request: ClientRequest): void {
  const reader = stream.getReader();
  let go: () => void = () => undefined;
  request
    .on("drain", () => go())
    .on("close", () => {
      go();
      reader.cancel().catch(() => undefined);
    })
    // A server that has answered without waiting for the rest will not take it.
    .on("response", (message) => {
      message.on("end", () => {
        if (!request.writableEnded) request.destroy();
      });
    });
  const pump = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (request.destroyed) return;
      if (done) return void request.end();
      if (!(value instanceof Uint8Array)) throw new TypeError("A body is made of bytes");
      if (!request.write(value)) await new Promise<void>((resolve) => (go = resolve));
    }
  };
  pump().catch((error: Error) => request.destroy(error));
}
