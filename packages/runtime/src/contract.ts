/**
 * Every type that generated code may name, on one page.
 *
 * Generated code describes operations as data; the runtime acts on the descriptions. The client, the server stubs and
 * the tests read the same descriptors, so the three cannot disagree.
 */

import type { ApiError } from "./errors/api-error.ts";

/**
 * Number of this contract. Generated code names the one it was made for in its type arguments, so that code and runtime
 * which do not fit are a compile error and no surprise in production. It grows when a name here changes its meaning.
 */
export type ContractVersion = 2;

/** Methods of a Path Item Object, and any other that an API may have. OpenAPI 3.2, section 4.9. */
export type HttpMethod =
  | "GET"
  | "PUT"
  | "POST"
  | "DELETE"
  | "OPTIONS"
  | "HEAD"
  | "PATCH"
  | "TRACE"
  | "QUERY"
  | (string & {});

/** Reads and writes JSON. The platform's own `JSON` is one. */
export interface JsonCodec {
  /** @throws {SyntaxError} for a text that is no JSON. */
  parse(text: string): unknown;
  /** @throws {TypeError} for a value that JSON cannot carry. */
  stringify(value: unknown): string;
}

/**
 * The form in which programs hold what JSON has another form for. `bigint`: an integer of any size. `integer-text`: its
 * digits. `decimal-text`: a number as it is written. `date`: the `Date` of a text of the format `date-time`.
 */
export type HeldForm = "bigint" | "integer-text" | "decimal-text" | "date";

/**
 * Where in a value stands what JSON has another form for. What is left out, or is `null`, is the same on both sides. Named
 * wires refer to each other through functions, so that they may be recursive and in any order.
 */
export type Wire =
  | HeldForm
  /** By property; `rest` is what stands under keys that neither a property nor a pattern describes. */
  | {
      readonly object: Readonly<Record<string, Wire | null>>;
      readonly patterns?: readonly (readonly [TestsKeys, Wire | null])[];
      readonly rest?: Wire;
    }
  /** Of all items; `first`: of the first items, one each, and `items` of those behind them. */
  | { readonly items: Wire | null; readonly first?: readonly (Wire | null)[] }
  /** All of them count. */
  | { readonly all: readonly Wire[] }
  /** The first that the value looks like counts. */
  | { readonly any: readonly WireVariant[] }
  /** The one that the text under `by` names; of a value without one of these, the one that it looks like. */
  | {
      readonly by: string;
      readonly wires: Readonly<Record<string, Wire | null>>;
      readonly any?: readonly WireVariant[];
    }
  | (() => Wire);

/** A pattern of keys: a regular expression, or what stands for one. */
interface TestsKeys {
  test(key: string): boolean;
}

/** One of several ways in which a value may look, as far as it tells them apart. */
export interface WireVariant {
  readonly is: HeldForm | "string" | "number" | "boolean" | "array" | "object";
  /** Properties that it must have. */
  readonly has?: readonly string[];
  /** Values that a property may have. */
  readonly equals?: Readonly<Record<string, readonly (string | number | boolean)[]>>;
  /** What a property is, where it is there. */
  readonly members?: Readonly<Record<string, WireVariant["is"]>>;
  /** Default: it is the same on both sides. */
  readonly wire?: Wire;
}

/** How a value is written in its place. OpenAPI 3.1, section 4.8.12.2 (Style Values). */
export type ParameterStyle =
  "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";

/** Where a parameter travels; `querystring` is the whole query. OpenAPI 3.2, section 4.12.1 (Parameter Locations). */
export type ParameterLocation = "path" | "query" | "querystring" | "header" | "cookie";

/** One value outside the body. OpenAPI 3.1, section 4.8.12 (Parameter Object). */
export interface ParameterDescriptor {
  /** Spelled as on the wire. */
  readonly name: string;
  readonly in: ParameterLocation;
  /** Key of the value in the input, where it is not `name`. */
  readonly key?: string;
  readonly required?: boolean;
  /** Default: `simple` in path and header, `form` in query and cookie. */
  readonly style?: ParameterStyle;
  /** Default: `true` for the style `form`, else `false`. */
  readonly explode?: boolean;
  /** Leaves RFC 3986 reserved characters of the value as they are (query only). Default: `false`. */
  readonly allowReserved?: boolean;
  /**
   * Media type of JSON that the value is written in, whole; style and explode then have no meaning. Of a whole query any
   * media type, in small letters and without parameters. Default: none.
   */
  readonly contentType?: string;
  /** By property, for a whole query that is a form; a property left out has the defaults. */
  readonly encoding?: Readonly<Record<string, EncodingDescriptor>>;
  /** Writes a value in a path that is not one plain value there. Default: its text, percent-encoded, is the segment. */
  readonly write?: WriteParameter;
  /** Default: `JSON`. */
  readonly codec?: JsonCodec;
}

/**
 * Writes the value of a parameter. Descriptors name the function, so that others need not carry it.
 *
 * @throws {TypeError} for a value that cannot be written.
 */
export type WriteParameter = (value: unknown, parameter: ParameterDescriptor) => string;

/** A request in the making: what parameters and body add to it. */
export interface RequestDraft {
  /** Pairs, each with `&` in front. */
  query: string;
  /** By name, in small letters. */
  readonly headers: Record<string, string>;
  body?: WrittenBody["content"];
}

/**
 * Writes what goes to one place of a request: to its query, headers, cookies or body. Operations name the functions they
 * need, so that others need not carry them.
 *
 * @param params What the caller gave; nothing has checked it.
 * @throws {TypeError} for a value that cannot be written.
 */
export type WriteRequest = (operation: AnyOperation, params: unknown, draft: RequestDraft) => void;

/** Bytes that a request carries. A stream can be sent once, so that a call with one is never repeated. */
export type Binary = Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array>;

/**
 * A file in a multipart body: bytes, or bytes with what the part's header tells of them. A `File` brings its own name, a
 * `Blob` its own type. RFC 7578, section 4.
 */
export type FilePart =
  | Binary
  | {
      readonly content: Binary | string;
      /** Default: the name of a `File`, else that of the property. */
      readonly name?: string;
      /** Media type. Default: that of a `Blob`, else the one of the spec, else `application/octet-stream`. */
      readonly type?: string;
      /** Further fields of the part's header. */
      readonly headers?: Readonly<Record<string, string>>;
    };

/** How one property of a form body is written. OpenAPI 3.1, section 4.8.15 (Encoding Object). */
export interface EncodingDescriptor {
  /** Default: `form`. */
  readonly style?: ParameterStyle;
  /** Default: `true` for the style `form`, else `false`. */
  readonly explode?: boolean;
  /** Leaves RFC 3986 reserved characters of the value as they are (urlencoded only). Default: `false`. */
  readonly allowReserved?: boolean;
  /** Media type of the value. Default: JSON for objects in multipart bodies, else by the value. */
  readonly contentType?: string;
  /** Fields that the part's header always has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Reads and writes the value where it is JSON. Default: `JSON`. */
  readonly codec?: JsonCodec;
}

/** A body as it goes out. */
export interface WrittenBody {
  readonly content: NonNullable<RequestInit["body"]>;
  /** Absent where `fetch` alone knows it. */
  readonly contentType?: string;
}

/**
 * Writes bodies of one kind of media types. Descriptors name the function, so that others need not carry it.
 *
 * @throws {TypeError} for a value that cannot be written.
 */
export type WriteBody = (value: unknown, media: BodyMedia) => WrittenBody;

/** One way to write the body of a request. OpenAPI 3.1, section 4.8.14 (Media Type Object). */
export interface BodyMedia {
  /** `"application/json"`, `"application/x-www-form-urlencoded"`, …; of a range, the value tells the type. */
  readonly contentType: string;
  /** By property, for form bodies; a property left out has the defaults. */
  readonly encoding?: Readonly<Record<string, EncodingDescriptor>>;
  /**
   * Where the body is in the input. `params`: the properties of `params` that no parameter claims.
   * `body`: `params.body`, whole, for bodies that are not objects. Default: `params`.
   */
  readonly from?: "params" | "body";
  readonly write: WriteBody;
  /** Reads and writes the body, or its items, where they are JSON. Default: `JSON`. */
  readonly codec?: JsonCodec;
}

/** The body of a request. OpenAPI 3.1, section 4.8.13 (Request Body Object). */
export interface BodyDescriptor extends BodyMedia {
  readonly required?: boolean;
  /** Other media types, which the input asks for by `params.contentType`. */
  readonly alternatives?: readonly BodyMedia[];
  /** Finds the one that is asked for; there, where there are alternatives. */
  readonly choose?: (body: BodyDescriptor, contentType: unknown) => BodyMedia;
}

/** What a reader of answers must know of the call. */
export interface ReadContext {
  /** Id of the operation, for messages. */
  readonly operation: string;
  /** Ends the reading, also of a stream that goes on long after the call is done. */
  readonly signal: AbortSignal | undefined;
  /** How much of a body is held in memory, in bytes, decompressed. */
  readonly maxResponseBytes: number;
  /** Makes the error of an answer that broke off; its cause comes without the secrets of the request. Default: it has no cause. */
  readonly failure?: (message: string, thrown: unknown) => Error;
}

/**
 * Reads answers that are no JSON. Descriptors name the function, so that others need not carry it.
 *
 * @returns the output, or a promise of it. What is no promise is read while the caller takes it.
 */
export type ReadAnswer = (
  response: Response,
  media: ResponseMedia,
  context: ReadContext,
) => unknown;

/** One way in which an answer may come. OpenAPI 3.1, section 4.8.14 (Media Type Object). */
export interface ResponseMedia {
  /** Absent when the answer has no body. */
  readonly contentType?: string;
  /** Default: what it reads is JSON. */
  readonly read?: ReadAnswer;
  /** Reads and writes the answer, or its items, where they are JSON. Default: `JSON`. */
  readonly codec?: JsonCodec;
  /**
   * What an item of an event stream is. `event`: the event, its `data` a string. `json-event`: the event, its `data` the
   * value of its JSON. `data`: that value alone. `text`: the data alone, a string. Default: `event`.
   */
  readonly items?: "event" | "json-event" | "data" | "text";
  /** Data of an event that is no item but the end of the stream, such as `"[DONE]"`. */
  readonly end?: string;
}

/** One documented answer. OpenAPI 3.1, section 4.8.16 (Responses Object). */
export interface ResponseDescriptor extends ResponseMedia {
  /** `"200"`, `"4XX"` or `"default"`. */
  readonly status: string;
  /** Other media types, which a call asks for by its option `accept`. */
  readonly alternatives?: readonly ResponseMedia[];
}

/**
 * How a header of an answer is read, in the style `simple`: as text, a number, `true` or `false`, whichever of them it looks like
 * (`plain`), JSON, a list, or pairs. OpenAPI 3.1, section 4.8.21 (Header Object).
 */
export type HeaderForm =
  | "text"
  | "number"
  | "boolean"
  | "plain"
  | "json"
  | { readonly items: HeaderForm }
  /** By key; others are text. `a=1,b=2` where `explode` is set, else `a,1,b,2`. */
  | { readonly members: Readonly<Record<string, HeaderForm>>; readonly explode?: boolean };

/** A header of an answer, as the spec describes it. The codec is there where programs hold it in another form than JSON has. */
export type HeaderDescriptor =
  HeaderForm | { readonly form: HeaderForm; readonly codec: JsonCodec };

/** How headers of the success answer are read that are not plain text. */
export interface ResponseHeadersDescriptor {
  /** Reads them; what is not as described is left out. Descriptors name the function, so that others need not carry it. */
  readonly read: (headers: Headers, fields: ResponseHeadersDescriptor["fields"]) => object;
  /** By name, in small letters. */
  readonly fields: Readonly<Record<string, HeaderDescriptor>>;
}

/** The headers that the spec describes of the success answer: `HeadersOf<typeof createCharge>`. */
export type HeadersOf<Operation> = Operation extends {
  readonly types?: { readonly headers: infer Headers extends object } | undefined;
}
  ? Headers
  : object;

/** An event of a `text/event-stream`. HTML Standard, section 9.2.6. */
export interface ServerSentEvent {
  readonly data: string;
  /** Default: `message`. */
  readonly event?: string;
  readonly id?: string;
  /** How long to wait before connecting again, in milliseconds. */
  readonly retry?: number;
}

/** What tells a page of a list from the others: an id, a token, a number, a link. */
export type Cursor = string | number | bigint | Date;

/** One page, for the style of its list to look at. */
export interface PageView {
  readonly pagination: PaginationDescriptor;
  /** The whole answer. */
  readonly response: unknown;
  readonly items: readonly unknown[];
  /** Items of the page before; absent on the page that was asked for first. */
  readonly previous?: readonly unknown[];
  /** Absent where a transport of somebody's own keeps it. */
  readonly head: AnswerHead | undefined;
  /** Cursor of this page, if the call had one. */
  readonly cursor: unknown;
  readonly isBackward: boolean;
}

/** A way of turning pages. Descriptors name it, so that others need not carry it. */
export interface PageStyle {
  /** Gives the cursor of the next page; what is no {@link Cursor}, or empty, says that there is none. */
  readonly next: (page: PageView) => unknown;
  /** Whether a page is none, but the one before once more. Default: no page is. */
  readonly isRepeat?: (page: PageView) => boolean;
  /**
   * Asks for the page of a cursor. Default: `params` has it, under the key of the pagination.
   *
   * @throws {DecodingError} for a cursor that must not be followed.
   */
  readonly ask?: (cursor: Cursor, operation: string) => RequestOptions;
}

/** How a list goes on. Which fields count, the style says. */
export interface PaginationDescriptor {
  /** `cursorPages`, `offsetPages`, `numberedPages`, `linkedPages`, `urlPages`. */
  readonly style: PageStyle;
  /** RFC 6901 pointer, in the answer, to the array of items. */
  readonly items: string;
  /** Key, in `params`, of what takes the cursor: a token, an offset or a number. */
  readonly parameter?: string;
  /** Of `cursorPages`. RFC 6901 pointer to the cursor: inside the last item, or inside the answer. */
  readonly cursor?: { readonly in: "last-item" | "response"; readonly at: string };
  /** Of `cursorPages`. Key of what takes the cursor of the page before, which is then read from the first item. */
  readonly backward?: string;
  /** Of `offsetPages` and `numberedPages`: what the first page has. Default: 0 for offsets, 1 for numbers. */
  readonly first?: number;
  /** RFC 6901 pointer, in the answer, to what tells of a next page: `true`, or text that is not empty. */
  readonly more?: string;
  /** Of `offsetPages`. RFC 6901 pointer, in the answer, to the number of all items. */
  readonly total?: string;
  /** Of `numberedPages`. RFC 6901 pointer, in the answer, to the number of all pages. */
  readonly pages?: string;
  /** Of `urlPages`. RFC 6901 pointer, in the answer, to the URL of the next page. */
  readonly url?: string;
}

/**
 * One method on one path, as data. OpenAPI 3.1, section 4.8.10 (Operation Object).
 *
 * @typeParam Input Path parameters by name and, where the operation has any, `params`: query, header, cookie and body
 *   values in one object.
 * @typeParam Output Body of the success answer; `void` where it has none.
 * @typeParam Failure The errors that the spec documents, bodies by status.
 * @typeParam Headers What the spec describes of the headers of the success answer, by name in small letters.
 */
export interface OperationDescriptor<
  Input,
  Output,
  Failure = ApiError,
  Headers extends object = object,
> {
  /** `"customers.balanceTransactions.create"`; unique in the API. */
  readonly id: string;
  readonly method: HttpMethod;
  /** `"/v1/customers/{customer}/balance_transactions"`. */
  readonly path: string;
  /** Path parameters first, in path order; then the rest in document order. */
  readonly parameters: readonly ParameterDescriptor[];
  /** What writes the parameters outside the path, and the body. Default: there are none. */
  readonly write?: readonly WriteRequest[];
  readonly body?: BodyDescriptor;
  /** Ascending by status, ranges after exact statuses, `default` last. */
  readonly responses: readonly ResponseDescriptor[];
  /** Alternatives, each the ids of the Security Schemes it needs together; empty means public. */
  readonly security: readonly (readonly string[])[];
  /** Headers that every call carries, by name in small letters; options of client and call win over them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Header that makes a repeated call safe: a key is minted once per logical call and kept over retries. */
  readonly idempotencyHeader?: string;
  readonly pagination?: PaginationDescriptor;
  /** Default: what the spec describes of them is text. */
  readonly responseHeaders?: ResponseHeadersDescriptor;
  /** Base URL of this operation, where it is not that of the API. */
  readonly server?: string;
  /** Carries the types; never set. */
  readonly types?: {
    readonly input: Input;
    readonly output: Output;
    readonly failure: Failure;
    readonly headers: Headers;
  };
}

/**
 * A descriptor whose answer may come in several media types.
 *
 * @typeParam Outputs Outputs by media type.
 * @typeParam Preferred The media type of a call that asks for none.
 */
export interface NegotiatedOperationDescriptor<
  Input,
  Outputs,
  Preferred extends keyof Outputs,
  Failure = ApiError,
  Headers extends object = object,
> extends OperationDescriptor<Input, Outputs[keyof Outputs], Failure, Headers> {
  /** Carries the types; never set. */
  readonly outputs?: { readonly byType: Outputs; readonly preferred: Preferred };
}

/** Chooses the media type of the answer, and with it the type of the output. */
export interface AcceptOption<Accept> {
  /** Default: the one that the spec prefers. */
  readonly accept?: Accept;
}

/** Any descriptor, whatever it takes and gives. */
export type AnyOperation = OperationDescriptor<unknown, unknown, unknown>;

/** A descriptor whose answer is one page of a list of `Item`. */
export interface PaginatedOperationDescriptor<
  Input,
  Output,
  Item,
  Failure = ApiError,
  Headers extends object = object,
> extends OperationDescriptor<Input, Output, Failure, Headers> {
  readonly pagination: PaginationDescriptor;
  /** Carries the type of one item; never set. */
  readonly item?: Item;
}

/** How credentials for one Security Scheme travel. OpenAPI 3.1, section 4.8.27 (Security Scheme Object). */
export type SecuritySchemeDescriptor =
  | {
      readonly type: "http";
      readonly scheme: "basic";
      /** The password every caller has, where the user name alone is the secret: its option is then one string. */
      readonly password?: string;
    }
  | { readonly type: "http"; readonly scheme: "bearer" }
  | { readonly type: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  | { readonly type: "oauth2" };

/** Credentials in the making. */
export interface Authorization {
  /** By name, in small letters. */
  readonly headers: Record<string, string>;
  /** Query pairs, each with `&` in front. */
  query: string;
  /** What must not show up in an error. */
  readonly secrets: string[];
}

/** A Security Scheme as a client has it. */
export type ClientSecurityScheme = SecuritySchemeDescriptor & {
  /** Name of the client option that holds the credentials. */
  readonly option: string;
  readonly write: WriteCredentials;
};

/**
 * Writes the credentials of a Security Scheme where it wants them. Descriptors name the function, so that others need not
 * carry it.
 *
 * @throws {TypeError} for what the scheme cannot take, or no header can carry; the message keeps the value to itself.
 */
export type WriteCredentials = (
  value: unknown,
  scheme: ClientSecurityScheme,
  authorization: Authorization,
) => void;

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

/** A secret, or a function that gives the one of the moment. It is asked once per attempt. */
export type Secret = string | (() => string | Promise<string>);

/** The credentials of HTTP Basic authentication. RFC 7617. */
export interface BasicCredentials {
  readonly username: string;
  readonly password: string;
}

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
