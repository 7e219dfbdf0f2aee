import type {
  Binary,
  ContractVersion,
  FilePart,
  OperationDescriptor,
  SecuritySchemeDescriptor,
} from "../contract.ts";
import type { Issue, Validator } from "../validate/contract.ts";
import type { Incoming } from "./incoming.ts";

/**
 * What a value looks like, as far as a decoder must know it: text on the wire has no types, the shape gives them back.
 *
 * Named shapes refer to each other through functions, so that they may be recursive and in any order.
 */
export type Shape =
  | "string"
  | "number"
  | "integer"
  | "boolean"
  /** An integer of any size. */
  | "bigint"
  /** The digits of one, as a string. */
  | "integer-text"
  /** A number as it is written, as a string. */
  | "decimal-text"
  /** A moment: a text of the format `date-time`. */
  | "date"
  | "null"
  | "unknown"
  /** Bytes: a file of a multipart body. */
  | "binary"
  | { readonly array: Shape }
  | { readonly object: Readonly<Record<string, Shape>>; readonly rest?: Shape }
  | { readonly anyOf: readonly Shape[] }
  | (() => Shape);

/** User name and password of HTTP Basic authentication. RFC 7617. */
export interface BasicCredentials {
  readonly type: "basic";
  readonly username: string;
  readonly password: string;
}

/** A bearer token, of the schemes `http` and `oauth2`. RFC 6750, section 2.1. */
export interface BearerCredentials {
  readonly type: "bearer";
  readonly token: string;
}

/** A key from a header, a query parameter or a cookie. */
export interface ApiKeyCredentials {
  readonly type: "apiKey";
  readonly key: string;
}

/** What the caller shows to prove who it is, by Security Scheme. */
export type Credentials = BasicCredentials | BearerCredentials | ApiKeyCredentials;

/**
 * Proves who calls: gives the principal, or `undefined` to refuse. Throw an `HttpError` to answer with another status
 * than 401. The body of `request` is not to be read here.
 */
export type Authenticate<Shown extends Credentials = Credentials, Principal = unknown> = {
  // A method's parameters compare both ways, so that a hook for one kind of credentials fits where any kind may stand;
  // the type of the Security Scheme decides which kind a hook is given.
  hook(
    credentials: Shown,
    request: Request,
  ): Principal | undefined | Promise<Principal | undefined>;
}["hook"];

/** What a handler knows besides its input. */
export interface HandlerContext<Principal = unknown> {
  readonly request: Request;
  /** The same as it came in, whatever the platform: to ask it for a header costs no `Request`. */
  readonly incoming: Incoming;
  /** What the authentication hook gave; `undefined` for a public operation. */
  readonly principal: Principal | undefined;
  /** Set headers here to have them on the answer. */
  readonly responseHeaders: Headers;
  /** The media type that the answer is to have: of those in the spec, the one that the request likes best. */
  readonly contentType: string;
}

/** An implementation of one operation. Throw an `HttpError` to answer with another status. */
export type Handler<Input, Output, Principal = unknown> = (
  input: Input,
  context: HandlerContext<Principal>,
) => Output | Promise<Output>;

/**
 * The input of a call as it arrives: a `File` for a part of a multipart body, whatever bytes it was sent as, and a `Blob`
 * for a body of bytes.
 */
export type Received<Input> = {
  readonly [Key in keyof Input]: Key extends "params" ? ReceivedParams<Input[Key]> : Input[Key];
};

type ReceivedParams<Params> = Params extends object
  ? { [Key in keyof Params]: ReceivedValue<Params[Key]> }
  : Params;

type ReceivedValue<Value> = [Exclude<Value, undefined | null>] extends [Binary]
  ? [Exclude<Value, undefined | null>] extends [never]
    ? Value
    : Blob | Extract<Value, undefined | null>
  : ReceivedPart<Value>;

type ReceivedPart<Value> = Value extends Blob
  ? File
  : Value extends Exclude<FilePart, Blob>
    ? never
    : Value extends readonly (infer Item)[]
      ? unknown extends Item
        ? Value
        : FilePart extends Item
          ? ReceivedPart<Item>[]
          : Value
      : Value;

/** One operation, its implementation and what is needed to decode and check it. Made by `route()`. */
export interface Route<Principal = unknown> {
  readonly operation: OperationDescriptor<unknown, unknown>;
  /** Absent: the operation answers 501. */
  handle?(input: unknown, context: HandlerContext<Principal>): unknown;
  /** Shapes of path parameters, by their key in the input; one left out is text. */
  readonly path?: Readonly<Record<string, Shape>>;
  /** Shape of those `params` that travel as text. */
  readonly shape?: Shape;
  /** The same by media type of the body, where there are several and one has a shape of its own. */
  readonly shapes?: Readonly<Record<string, Shape>>;
  /** Checks of path parameters, by their key in the input; one left out may be any text. */
  readonly pathParams?: Readonly<Record<string, Validator<unknown>>>;
  /** Checks `params`, whole. */
  readonly params?: Validator<unknown>;
  /** Checks what the handler gives. */
  readonly output?: Validator<unknown>;
  /** The same by media type of the answer, where there are several. */
  readonly outputs?: Readonly<Record<string, Validator<unknown>>>;
}

/** Where the documented error body keeps its parts: RFC 6901 pointers into the body that is made. */
export interface ErrorEnvelope {
  readonly message: string;
  readonly type?: string;
  readonly code?: string;
  readonly param?: string;
  /** Error type by status, `"404"`, or by range, `"4XX"`. */
  readonly types?: Readonly<Record<string, string>>;
}

/** How answers are held against the spec: not at all, with a call to `onInvalidResponse`, or by answering 500. */
export type ResponseValidation = "off" | "warn" | "strict";

/** How much a request may ask for. */
export interface Limits {
  /** Bytes of a body. Beyond: 413. Default: 1,048,576. */
  readonly bodyBytes: number;
  /** Characters of the request target: path and query. Beyond: 414. Default: 8,192. */
  readonly urlLength: number;
  /** Pairs of a query or of a form. Beyond: 400. Default: 1,000. */
  readonly parameters: number;
  /** Levels of brackets in a form's key, or of nesting in a JSON body. Beyond: 400. Default: 32. */
  readonly depth: number;
  /** Items of an array in a query or form; also the bound of indexes in keys. Beyond: 400. Default: 10,000. */
  readonly arrayLength: number;
}

/**
 * What every server takes.
 *
 * @typeParam Version The contract the stubs were generated for.
 */
export interface ServerOptions<Version extends ContractVersion = ContractVersion> {
  /** Carries the type; never set. */
  readonly contract?: Version;
  /** Prefix of every path, such as `"/api"`; other paths are not found. Default: none. */
  readonly basePath?: string;
  /** Default: `"strict"`. */
  readonly responseValidation?: ResponseValidation;
  /** Told when a handler's output is not what the spec says. */
  readonly onInvalidResponse?: (operation: string, issues: readonly Issue[]) => void;
  /** Told of what a handler or a hook threw that is no `HttpError`; the caller learns only that it was a 500. */
  readonly onError?: (error: unknown, request: Request) => void;
  readonly limits?: Partial<Limits>;
}

export type SecuritySchemes = Readonly<Record<string, SecuritySchemeDescriptor>>;
