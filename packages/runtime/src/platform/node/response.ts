import type { IncomingMessage } from "node:http";
import { pipeline, type Readable } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/** Bodies up to this size, in bytes, are read at once: a stream costs more than they do. */
const SMALL = 65_536;

/** Makes a `Response` of an answer. @throws what reading a small body throws. */
export async function toResponse(
  message: IncomingMessage,
  method: string | undefined,
): Promise<Response> {
  const { statusCode: status = 0 } = message;
  const headers = headersOf(message);
  if (method === "HEAD" || status === 204 || status === 205 || status === 304) {
    message.resume();
    return new Response(null, { status, headers });
  }
  const body = decoded(message, headers);
  const isWhole = body === message && Number(headers.get("content-length") ?? Infinity) <= SMALL;
  return new Response(isWhole ? await whole(message) : stream(body, message), { status, headers });
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    headers.append(rawHeaders[at] ?? "", rawHeaders[at + 1] ?? "");
  }
  return headers;
}

/** The body without its encodings, of which there may be several. RFC 9110, section 8.4. */
function decoded(message: IncomingMessage, headers: Headers): Readable {
  const encodings = (headers.get("content-encoding") ?? "").toLowerCase().split(",");
  const names = encodings.map((name) => name.trim()).filter(Boolean);
  const decoders = names.reverse().map((name) => Object.hasOwn(DECODERS, name) && DECODERS[name]);
  // As `fetch` has it, what is unknown is left as it came. A server has no reason for more than a few.
  if (decoders.length > 5) throw new Error("The answer has too many content codings");
  return decoders.reduce<Readable>((source, decode) => {
    if (!decode) return source;
    // The error comes to whoever reads what comes out.
    return pipeline(source, decode(), () => undefined);
  }, message);
}

const LENIENT = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
const DECODERS: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: () => createGunzip(LENIENT),
  "x-gzip": () => createGunzip(LENIENT),
  deflate: () => createInflate(LENIENT),
  br: () =>
    createBrotliDecompress({
      flush: constants.BROTLI_OPERATION_FLUSH,
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
    }),
};

function whole(message: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    message
      .on("data", (chunk) => void chunks.push(chunk))
      .on("end", () => resolve(joined(chunks)))
      .on("error", reject);
  });
}

function joined(chunks: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** A stream that takes no more than is asked for. Who cancels it lets go of the connection. */
function stream(source: Readable, message: IncomingMessage): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOver = false;
        source
          .on("data", (chunk) => {
            if (isOver) return;
            controller.enqueue(chunk);
            if ((controller.desiredSize ?? 0) <= 0) source.pause();
          })
          .on("end", () => {
            if (!isOver) controller.close();
            isOver = true;
          })
          .on("error", (error) => {
            if (!isOver) controller.error(error);
            isOver = true;
          });
      },
      pull() {
        source.resume();
      },
      cancel() {
        message.destroy();
        source.destroy();
      },
    },
    { highWaterMark: SMALL, size: (chunk) => chunk?.byteLength ?? 0 },
  );
}
