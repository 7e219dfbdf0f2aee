import type {
  AcceptOption,
  AnyOperation,
  NegotiatedOperationDescriptor,
  OperationDescriptor,
  RequestOptions,
  Transport,
} from "../contract.ts";
import { ApiResource } from "./api-resource.ts";

/**
 * Calls one operation by its descriptor: for callers who want nothing of the client in their bundle but what they use.
 *
 * Where the answer may come in several media types, the option `accept` chooses one, and with it the type of the output.
 *
 * @throws what `Transport.send` throws.
 */
export function call<
  Input,
  Outputs,
  Preferred extends keyof Outputs,
  Accept extends keyof Outputs = Preferred,
  Options extends RequestOptions = RequestOptions,
>(
  client: Transport | ApiResource,
  operation: NegotiatedOperationDescriptor<Input, Outputs, Preferred, unknown>,
  input: NoInfer<Input>,
  options?: Options & AcceptOption<Accept>,
): Promise<Outputs[Accept]>;
export function call<Input, Output, Options extends RequestOptions = RequestOptions>(
  client: Transport | ApiResource,
  operation: OperationDescriptor<Input, Output, unknown>,
  input: NoInfer<Input>,
  // An API's own options, such as header options, come along.
  options?: Options,
): Promise<Output>;
export function call(
  client: Transport | ApiResource,
  operation: AnyOperation,
  input: unknown,
  options?: RequestOptions,
): Promise<unknown> {
  return ApiResource.transportOf(client).send(operation, input, options);
}
