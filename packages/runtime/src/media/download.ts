import { readPieces, tooLarge } from "../response/read-pieces.ts";
import type { OperationDescriptor, ReadAnswer, ReadContext, ResponseMedia } from "../contract.ts";
import { ConnectionError } from "../errors/connection-error.ts";

/**
 * The same operation, whose bytes come as a stream, no faster than they are taken and however many they are:
 * `const stream = await call(client, asStream(downloadFile), { file })`.
 *
 * To cancel the stream, or to abort the call, lets go of the connection; so does to read it to its end. A stream that is left alone
 * holds its connection. The stream fails with a {@link ConnectionError} when the body breaks off.
 */
export function asStream<Input, Failure, Headers extends object>(
  operation: OperationDescriptor<Input, Blob, Failure, Headers>,
): OperationDescriptor<Input, ReadableStream<Uint8Array<ArrayBuffer>>, Failure, Headers> {
  return readBy(readByteStream, operation);
}

/** The same operation, whose bytes come in one array, at most `maxResponseBytes` of them. */
export function asBytes<Input, Failure, Headers extends object>(
  operation: OperationDescriptor<Input, Blob, Failure, Headers>,
): OperationDescriptor<Input, Uint8Array<ArrayBuffer>, Failure, Headers> {
  return readBy(readByteArray, operation);
}

function readBy<Input, Output, Failure, Headers extends object>(
  read: ReadAnswer,
  operation: OperationDescriptor<Input, Blob, Failure, Headers>,
): OperationDescriptor<Input, Output, Failure, Headers> {
  const { types: _, ...others } = operation;
  const responses = operation.responses.map((one) => (one.read ? { ...one, read } : one));
  return { ...others, responses };
}

async function readByteArray(
  response: Response,
  _media: ResponseMedia,
  context: ReadContext,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const limit = context.maxResponseBytes;
  if (!(await readPieces(response, limit, (piece) => pieces.push(piece)))) throw tooLarge(context);
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes;
}

function readByteStream(
  { body }: Response,
  _media: ResponseMedia,
  { operation, signal, failure }: ReadContext,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body?.getReader();
  let abort: () => void = () => undefined;
  const end = (): void => {
    signal?.removeEventListener("abort", abort);
    reader?.cancel().catch(() => undefined);
  };
  const source: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>> = {
    start(controller) {
      abort = () => {
        controller.error(signal?.reason);
        end();
      };
      signal?.addEventListener("abort", abort);
    },
    async pull(controller) {
      try {
        const next = await reader?.read();
        if (next && !next.done) return controller.enqueue(next.value);
        controller.close();
      } catch (error) {
        const message = `The answer to ${operation} broke off`;
        controller.error(failure?.(message, error) ?? new ConnectionError(message));
      }
      end();
    },
    cancel: end,
  };
  // Nothing is asked for before somebody takes it.
  return new ReadableStream(source, { highWaterMark: 0 });
}
