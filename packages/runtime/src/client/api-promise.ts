import type {
  AnyOperation,
  OperationDescriptor,
  RequestOptions,
  AnswerHead,
  Transport,
} from "../contract.ts";
import type { ApiError } from "../errors/api-error.ts";
import type { ConnectionError } from "../errors/connection-error.ts";
import type { DecodingError } from "../errors/decoding-error.ts";
import { type Answer, answerOf } from "./answer.ts";
import { ApiResource } from "./api-resource.ts";
import { type Result, safe } from "./safe.ts";

/**
 * A call that is under way: `await` it for its output.
 *
 * @typeParam Failure The errors that the spec documents.
 * @typeParam Described The headers that the spec describes.
 */
export class ApiPromise<
  Output,
  Failure = ApiError,
  Described extends object = object,
> extends Promise<Output> {
  /** What `then` gives is an ordinary promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  #head: AnswerHead | undefined;
  #operation: AnyOperation | undefined;

  /** Starts a call. What a method of a resource does. */
  static send<Input, Output, Failure, Described extends object>(
    transport: Transport,
    operation: OperationDescriptor<Input, Output, Failure, Described>,
    input: Input,
    options: RequestOptions | undefined,
  ): ApiPromise<Output, Failure, Described> {
    let take: (head: AnswerHead) => void = () => undefined;
    const onResponse = (head: AnswerHead): void => {
      take(head);
      options?.onResponse?.(head);
    };
    const call = transport.send(operation, input, { ...options, onResponse });
    const promise = new ApiPromise<Output, Failure, Described>((resolve) => resolve(call));
    promise.#operation = operation;
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
   * Gives the output with status, headers and request id of its answer: `headers` has those that the spec describes as their schemas
   * say, `response.headers` all of them as they came.
   *
   * @throws what the call throws.
   */
  async withResponse(): Promise<Answer<Output, Described>> {
    return answerOf(await this, this.#operation, this.#head);
  }
}

/**
 * Sends a call. What methods of resources return, and what `call` is for those who also want `safe()` and `withResponse()`.
 *
 * @throws what `Transport.send` throws, when awaited.
 */
export function send<
  Input,
  Output,
  Failure,
  Described extends object = object,
  Options extends RequestOptions = RequestOptions,
>(
  client: Transport | ApiResource,
  operation: OperationDescriptor<Input, Output, Failure, Described>,
  input: NoInfer<Input>,
  // An API's own options, such as header options, come along.
  options?: Options,
): ApiPromise<Output, Failure, Described> {
  return ApiPromise.send(ApiResource.transportOf(client), operation, input, options);
}
