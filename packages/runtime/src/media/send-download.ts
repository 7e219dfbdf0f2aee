import { ApiPromise } from "../client/api-promise.ts";
import type { OperationDescriptor, RequestOptions, Transport } from "../contract.ts";
import { asBytes, asStream } from "./download.ts";

/** The forms in which the bytes of an answer may come. */
export interface DownloadForms {
  /** Held in memory, at most `maxResponseBytes` of them. */
  readonly blob: Blob;
  /** Likewise, in one array. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** As they are taken, however many they are. */
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Chooses the form in which bytes come, and with it the type of the output. */
export interface DownloadOption<As> {
  /** Default: `blob`. */
  readonly as?: As;
}

/**
 * Sends a call whose answer is bytes; `as` chooses their form. What methods of resources return.
 *
 * @throws what `Transport.send` throws.
 */
export function sendDownload<
  Input,
  Failure,
  Described extends object,
  As extends keyof DownloadForms = "blob",
>(
  transport: Transport,
  operation: OperationDescriptor<Input, Blob, Failure, Described>,
  input: NoInfer<Input>,
  options?: RequestOptions & DownloadOption<As>,
): ApiPromise<DownloadForms[As], Failure, Described>;
export function sendDownload<Input, Failure, Described extends object>(
  transport: Transport,
  operation: OperationDescriptor<Input, Blob, Failure, Described>,
  input: Input,
  options?: RequestOptions & DownloadOption<keyof DownloadForms>,
): ApiPromise<DownloadForms[keyof DownloadForms], Failure, Described> {
  switch (options?.as) {
    case "stream":
      return ApiPromise.send(transport, asStream(operation), input, options);
    case "bytes":
      return ApiPromise.send(transport, asBytes(operation), input, options);
    default:
      return ApiPromise.send(transport, operation, input, options);
  }
}
