import type { PaginatedOperationDescriptor, RequestOptions, Transport } from "../contract.ts";
import type { PagePromise } from "../pages/page-promise.ts";
import { paginate } from "../pages/paginate.ts";
import type { ExpandingInput } from "./expanded.ts";

/**
 * Calls an operation that answers with one page of a list, and that may be asked for whole objects in the place of ids. See
 * `sendExpanding` and `paginate`.
 *
 * @typeParam GivenItem What an item of such a call is.
 * @typeParam Given What such a call gives.
 * @throws what `Transport.send` throws, when awaited or walked over.
 */
export function paginateExpanding<
  Input,
  Output,
  Item,
  Failure,
  GivenItem,
  Given,
  Described extends object,
>(
  transport: Transport,
  operation: PaginatedOperationDescriptor<Input, Output, Item, Failure, Described>,
  input: NoInfer<ExpandingInput<Input>>,
  options?: RequestOptions,
): PagePromise<GivenItem, Given, Failure, Described>;
export function paginateExpanding(
  transport: Transport,
  operation: PaginatedOperationDescriptor<unknown, unknown, unknown, unknown>,
  input: unknown,
  options?: RequestOptions,
): PagePromise<unknown, unknown, unknown> {
  return paginate(transport, operation, input, options);
}
