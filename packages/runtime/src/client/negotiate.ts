import type {
  AcceptOption,
  NegotiatedOperationDescriptor,
  RequestOptions,
  Transport,
} from "../contract.ts";
import { call } from "./call.ts";

/**
 * Sends a call whose answer may come in several media types; `accept` chooses one. What methods of resources return.
 *
 * @throws what `Transport.send` throws.
 */
export function negotiate<
  Input,
  Outputs,
  Preferred extends keyof Outputs,
  Accept extends keyof Outputs = Preferred,
>(
  transport: Transport,
  operation: NegotiatedOperationDescriptor<Input, Outputs, Preferred>,
  input: NoInfer<Input>,
  options?: RequestOptions & AcceptOption<Accept>,
): Promise<Outputs[Accept]> {
  return call(transport, operation, input, options);
}
