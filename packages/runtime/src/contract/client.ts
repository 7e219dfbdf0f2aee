import type { AnyOperation, OperationDescriptor } from "./operations.ts";
import type { ClientSecurityScheme } from "./security.ts";

/**
 * Number of this contract. Generated code names the one it was made for in its type arguments, so that code and runtime
 * which do not fit are a compile error and no surprise in production. It grows when a name here changes its meaning.
 */
export type ContractVersion = 2;

/**
 * What a client must know of the whole API.
 *
 * @typeParam Version The contract it was generated for.
 */
export interface ApiDescriptor<Version extends ContractVersion = ContractVersion> {
  /** Carries the type; never set. */
  readonly contract?: Version;
  /** Base URL, without a slash at its end. */
  readonly server: string;
  /** Security Schemes by id, each with the client option that holds its credentials. */
  readonly security: Readonly<Record<string, ClientSecurityScheme>>;
  /** Options of client and call that travel as a header: option name to header name. */
  readonly headerOptions: Readonly<Record<string, string>>;
  /** Client options, each with the environment variable that it is read from where it is not given. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The variables in the URL of a server, by name. OpenAPI 3.1, section 4.8.6 (Server Variable Object). */
export type ServerVariables = Readonly<
  Record<string, { readonly default?: string; readonly values?: readonly string[] }>
>;

/** Which attempt of which call a `fetch` sends. */
export interface Attempt {
  /** Id of the operation. */
  readonly operation: string;
  /** From 1. */
  readonly attempt: number;
  /** Takes the secrets of the attempt out of a text. */
  readonly redact: (text: string) => string;
}

/** The `fetch` to send with: any function of that shape will do. */
export type Fetch = (url: string, init: RequestInit, attempt: Attempt) => Promise<Response>;

/** What an answer has besides its body. */
export type AnswerHead = Pick<Response, "status" | "headers">;

/** What an answer has besides its body, and what the server calls its request. */
export interface ResponseHead extends AnswerHead {
  /** The server's name for the request, from `request-id` or `x-request-id`. */
  readonly requestId: string | undefined;
}

/** Checks calls; `validation()` makes one. What it throws ends the call. */
export interface Validation {
  /** Looks at what a call was given, before anything is sent. */
  request(operation: AnyOperation, input: unknown): void;
  /** Looks at what a call gives. */
  response(operation: AnyOperation, output: unknown): void;
}

/** What every client takes. */
export interface ClientOptions {
  /** Default: the first server of the spec. */
  readonly baseUrl?: string;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For one attempt, in milliseconds. Default: 80,000. */
  readonly timeout?: number;
  /** For a whole call with its retries and waits, in milliseconds. Default: no limit. */
  readonly deadline?: number;
  /** Attempts after the first one. Default: 2. */
  readonly maxRetries?: number;
  /**
   * What to wait before the next attempt, in milliseconds, where the server does not say; `attempt` is how many were made,
   * from 1. Default: 500 ms, doubled to at most 8 s, less up to a quarter at random.
   */
  readonly backoff?: (attempt: number) => number;
  /** The largest body that is held in memory, in bytes, decompressed. Streams have no limit. Default: 67,108,864. */
  readonly maxResponseBytes?: number;
  /** Default: the `fetch` of the platform; on Node.js `node:http`, unless somebody has replaced or configured `fetch`. */
  readonly fetch?: Fetch;
  /** Checks what is sent and what comes. Default: the server is trusted to answer as it documents. */
  readonly validation?: Validation;
}

/** What every call may override. */
export interface RequestOptions {
  /** Added to the request's headers; a name given here wins over the client's, `undefined` removes it. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Aborts the call, its retries and its waits. */
  readonly signal?: AbortSignal;
  /** For one attempt, in milliseconds. Default: the client's, 80,000. */
  readonly timeout?: number;
  /** For the whole call with its retries and waits, in milliseconds. Default: the client's, no limit. */
  readonly deadline?: number;
  /** Attempts after the first one. Default: the client's, 2. */
  readonly maxRetries?: number;
  /** The largest body that is held in memory, in bytes, decompressed. Default: the client's, 67,108,864. */
  readonly maxResponseBytes?: number;
  /** Makes a repeated call safe. Default: a random key per logical call, where the operation takes one. */
  readonly idempotencyKey?: string;
  /** Checks this call; `false`: nothing does. Default: the client's. */
  readonly validation?: Validation | false;
  /** Query parameters that the spec does not have. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Gives the URL to ask instead, before credentials in the query are added. What it throws ends the call. */
  readonly toUrl?: (url: string) => string;
  /** Told of status and headers of the success answer, once it is read. */
  readonly onResponse?: (response: AnswerHead) => void;
}

/** Sends what descriptors describe. */
export interface Transport {
  /**
   * Sends one logical call and reads its answer.
   *
   * @throws {ApiError} for a status outside 2xx, once retries are used up.
   * @throws {ConnectionError} when no answer came: refused, cut off.
   * @throws {TimeoutError} when none came in time.
   * @throws {DecodingError} when a body is not what its media type says, or too large.
   * @throws {TypeError} before anything is sent: for input that cannot be written, an empty path parameter among it.
   * @throws the signal's reason when the caller aborted.
   */
  send<Input, Output>(
    operation: OperationDescriptor<Input, Output, unknown>,
    input: Input,
    options?: RequestOptions,
  ): Promise<Output>;
}
