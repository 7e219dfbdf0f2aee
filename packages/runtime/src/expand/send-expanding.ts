import { type ApiPromise, send } from "../client/api-promise.ts";
import type { AnyOperation, OperationDescriptor, RequestOptions, Transport } from "../contract.ts";
import type { ExpandingInput } from "./expanded.ts";

/**
 * Sends a call that may ask for whole objects in the place of ids. The server is trusted to expand what it is asked to, as it
 * is trusted to answer what it documents.
 *
 * @typeParam Given What such a call gives.
 * @throws what `Transport.send` throws, when awaited.
 */
export function sendExpanding<Input, Output, Failure, Given, Described extends object>(
  transport: Transport,
  operation: OperationDescriptor<Input, Output, Failure, Described>,
  input: NoInfer<ExpandingInput<Input>>,
  options?: RequestOptions,
): ApiPromise<Given, Failure, Described>;
export function sendExpanding(
  transport: Transport,
  operation: AnyOperation,
  input: unknown,
  options?: RequestOptions,
): ApiPromise<unknown, unknown> {
  return send(transport, operation, input, options);
}
