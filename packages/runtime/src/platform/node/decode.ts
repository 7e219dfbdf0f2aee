import type { IncomingMessage } from "node:http";
import { PassThrough, pipeline, type Readable } from "node:stream";
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
} from "node:zlib";

type Decode = (source: Readable) => Readable;

/** More of them are no use to anybody but to one who wants to keep the processor busy. */
const MOST = 5;

/**
 * The body without its content codings. As `fetch` has it, a body is left as it came when one of them is unknown, and an end that
 * comes too early is none. RFC 9110, section 8.4.
 *
 * @throws for more codings than make sense.
 */
export function decode(message: IncomingMessage): Readable {
  const { "content-encoding": encoding } = message.headers;
  if (encoding === undefined) return message;
  const names = String(encoding).toLowerCase().split(",");
  if (names.length > MOST) throw new Error("The answer has too many content codings");
  const decoders = names.reverse().map((name) => DECODERS.get(name.trim()));
  if (decoders.includes(undefined)) return message;
  return decoders.reduce<Readable>((source, one) => one?.(source) ?? source, message);
}

const LENIENT = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
const LENIENT_BROTLI = {
  flush: constants.BROTLI_OPERATION_FLUSH,
  finishFlush: constants.BROTLI_OPERATION_FLUSH,
};
// An error comes to whoever reads what comes out.
const ignore = (): void => undefined;
const gunzip: Decode = (source) => pipeline(source, createGunzip(LENIENT), ignore);
const DECODERS: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ["gzip", gunzip],
  ["x-gzip", gunzip],
  ["deflate", inflate],
  ["br", (source) => pipeline(source, createBrotliDecompress(LENIENT_BROTLI), ignore)],
]);

/** With its wrapper or without: servers send both under this name. RFC 9110, section 8.4.1.2. */
function inflate(source: Readable): Readable {
  const plain = new PassThrough();
  const fail = (error?: Error): void => void plain.destroy(error);
  source
    .once("data", (chunk) => {
      source.pause().off("error", fail).off("end", end).unshift(chunk);
      // The method of compression stands in the lower half of the first byte. RFC 1950, section 2.2.
      const isWrapped = ((chunk[0] ?? 0) & 15) === 8;
      const inflater = isWrapped ? createInflate(LENIENT) : createInflateRaw(LENIENT);
      pipeline(source, inflater, plain, ignore);
    })
    .once("error", fail)
    .once("end", end);
  function end(): void {
    plain.end();
  }
  return plain;
}
