import type {
  AcceptOption,
  AnyOperation,
  NegotiatedOperationDescriptor,
  RequestOptions,
  Transport,
} from "../contract.ts";
import { ApiPromise } from "./api-promise.ts";

/**
 * Sends a call whose answer may come in several media types; `accept` chooses one. What methods of resources return.
 *
 * @throws what `Transport.send` throws.
 */
export function negotiate<
  Input,
  Outputs,
  Preferred extends keyof Outputs,
  Failure,
  Described extends object,
  Accept extends keyof Outputs = Preferred,
>(
  transport: Transport,
  operation: NegotiatedOperationDescriptor<Input, Outputs, Preferred, Failure, Described>,
  input: NoInfer<Input>,
  options?: RequestOptions & AcceptOption<Accept>,
): ApiPromise<Outputs[Accept], Failure, Described>;
export function negotiate(
  transport: Transport,
  operation: AnyOperation,
  input: unknown,
  options?: RequestOptions,
): ApiPromise<unknown, unknown> {
  return ApiPromise.send(transport, operation, input, options);
}
