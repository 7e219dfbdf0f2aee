import type { OperationDescriptor, RequestOptions, ResponseHead, Transport } from "../contract.ts";
import type { ApiError } from "../errors/api-error.ts";
import type { ConnectionError } from "../errors/connection-error.ts";
import type { DecodingError } from "../errors/decoding-error.ts";
import { type Answer, headOrNone } from "./answer.ts";
import { type Result, safe } from "./safe.ts";

/**
 * A call that is under way: `await` it for its output.
 *
 * @typeParam Failure The errors that the spec documents.
 */
export class ApiPromise<Output, Failure = ApiError> extends Promise<Output> {
  /** What `then` gives is an ordinary promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  #head: ResponseHead | undefined;

  /** Starts a call. What a method of a resource does. */
  static send<Input, Output, Failure>(
    transport: Transport,
    operation: OperationDescriptor<Input, Output, Failure>,
    input: Input,
    options: RequestOptions | undefined,
  ): ApiPromise<Output, Failure> {
    let take: (head: ResponseHead) => void = () => undefined;
    const onResponse = (head: ResponseHead): void => {
      take(head);
      options?.onResponse?.(head);
    };
    const call = transport.send(operation, input, { ...options, onResponse });
    const promise = new ApiPromise<Output, Failure>((resolve) => resolve(call));
    take = (head) => {
      promise.#head = head;
    };
    return promise;
  }

  /**
   * Gives the result as a value: `const { ok, value, error } = await call.safe()`. After a look at `error.status`, the type of
   * `error.body` is the one that the spec documents.
   *
   * What is no failure of the call is thrown all the same: a mistake of the program, or the reason of whoever aborted.
   */
  safe(): Promise<Result<Output, Failure | ConnectionError | DecodingError>> {
    return safe<Output, Failure>(this);
  }

  /**
   * Gives the output with status, headers and request id of its answer.
   *
   * @throws what the call throws.
   */
  async withResponse(): Promise<Answer<Output>> {
    const data = await this;
    return { data, response: headOrNone(this.#head) };
  }
}

/**
 * Sends a call. What methods of resources return.
 *
 * @throws what `Transport.send` throws, when awaited.
 */
export function send<Input, Output, Failure>(
  transport: Transport,
  operation: OperationDescriptor<Input, Output, Failure>,
  input: NoInfer<Input>,
  options?: RequestOptions,
): ApiPromise<Output, Failure> {
  return ApiPromise.send(transport, operation, input, options);
}
