import type { OperationDescriptor, RequestOptions, Transport } from "../contract.ts";
import { ApiResource } from "./api-resource.ts";

/**
 * Calls one operation by its descriptor: for callers who want nothing of the client in their bundle but what they use.
 *
 * @throws what `Transport.send` throws.
 */
export function call<Input, Output>(
  client: Transport | ApiResource,
  operation: OperationDescriptor<Input, Output>,
  input: NoInfer<Input>,
  options?: RequestOptions,
): Promise<Output> {
  return ApiResource.transportOf(client).send(operation, input, options);
}
