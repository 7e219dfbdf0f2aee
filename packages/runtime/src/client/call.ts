import type { OperationDescriptor, RequestOptions, Transport } from "../contract.ts";
import { ApiResource } from "./api-resource.ts";

/**
 * Calls one operation by its descriptor: for callers who want nothing of the client in their bundle but what they use.
 *
 * @throws what `Transport.send` throws.
 */
export function call<Input, Output, Options extends RequestOptions = RequestOptions>(
  client: Transport | ApiResource,
  operation: OperationDescriptor<Input, Output>,
  input: NoInfer<Input>,
  // An API's own options, such as header options, come along.
  options?: Options,
): Promise<Output> {
  return ApiResource.transportOf(client).send(operation, input, options);
}
