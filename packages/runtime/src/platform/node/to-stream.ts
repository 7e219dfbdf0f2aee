import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";

/** How much of a body waits to be read, in bytes. */
const WAITING = 65_536;

/**
 * A stream of a body that takes no more than is asked for. Who cancels it lets go of the connection.
 *
 * @param source The body, decoded.
 * @param message What it came in.
 * @param signal Its reason ends the stream, when that is why it ended.
 */
export function toStream(
  source: Readable,
  message: IncomingMessage,
  signal: AbortSignal | null | undefined,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let isOver = false;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        const finish = (end: () => void) => (): void => {
          if (!isOver) end();
          isOver = true;
        };
        source
          .on("data", (chunk) => {
            if (isOver) return;
            controller.enqueue(chunk);
            if ((controller.desiredSize ?? 0) <= 0) source.pause();
          })
          .on(
            "end",
            finish(() => controller.close()),
          )
          .on("error", (cause) => {
            const error = (): unknown =>
              signal?.aborted ? signal.reason : new TypeError("terminated", { cause });
            finish(() => controller.error(error()))();
          })
          .on(
            "close",
            finish(() => controller.error(new TypeError("terminated"))),
          );
      },
      pull: () => void source.resume(),
      cancel() {
        isOver = true;
        message.destroy();
        source.destroy();
      },
    },
    { highWaterMark: WAITING, size: (chunk) => chunk?.byteLength ?? 0 },
  );
}
