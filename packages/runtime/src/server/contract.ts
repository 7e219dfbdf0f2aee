import type {
  Binary,
  ContractVersion,
  FilePart,
  OperationDescriptor,
  SecuritySchemeDescriptor,
} from "../contract.ts";
import type { Issue, Validator } from "../validate/contract.ts";
import type { Incoming } from "./incoming.ts";
import type { Problem } from "./problem.ts";

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

/** What follows the name of another scheme of HTTP in `Authorization`. RFC 9110, section 11.4. */
export interface AuthorizationCredentials {
  readonly type: "http";
  readonly value: string;
}

/** The certificate that the caller's connection was made with, by mutual TLS. */
export interface CertificateCredentials {
  readonly type: "mutualTLS";
  /**
   * Absent where the platform does not tell: where a proxy ends TLS, its header fields do, and on Cloudflare Workers `request.cf`.
   * The hook is asked all the same.
   */
  readonly certificate: ClientCertificate | undefined;
}

/** A certificate that TLS has checked against the authorities of the server, as `node:tls` tells of it. */
export interface ClientCertificate {
  /** Parts of the distinguished name, such as `CN`. */
  readonly subject: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** SHA-256 of the certificate: hexadecimal pairs with colons between. */
  readonly fingerprint256: string;
  /** The certificate itself, DER. */
  readonly raw: Uint8Array;
}

/** What the caller shows to prove who it is, by Security Scheme. */
export type Credentials =
  | BasicCredentials
  | BearerCredentials
  | AuthorizationCredentials
  | ApiKeyCredentials
  | CertificateCredentials;

/** A principal, and what it may do; made by `withScopes`. */
export interface Scoped<Principal> {
  readonly principal: Principal;
  readonly scopes: ReadonlySet<string>;
}

/** What an authentication hook knows besides the credentials. */
export interface AuthenticateContext {
  /** Made when it is asked for, which costs more than all the rest on Node.js. Its body is not to be read here. */
  readonly request: Request;
}

/**
 * Proves who calls: gives the principal, or `undefined` to refuse. Where operations ask for scopes it is
 * `withScopes(principal, scopes)`: without, a principal has none, and gets 403 there. Throw an `HttpError` to answer with
 * another status.
 */
export type Authenticate<Shown extends Credentials = Credentials, Principal = unknown> = {
  // A method's parameters compare both ways, so that a hook for one kind of credentials fits where any kind may stand;
  // the type of the Security Scheme decides which kind a hook is given.
  hook(
    credentials: Shown,
    context: AuthenticateContext,
  ): Principal | Scoped<Principal> | undefined | Promise<Principal | Scoped<Principal> | undefined>;
}["hook"];

/** An answer with a status of its own; made by `context.answer`. */
export interface HandlerAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** What goes along with an answer. */
export interface AnswerOptions {
  /** Win over those of `context.responseHeaders`. */
  readonly headers?: Readonly<Record<string, string>>;
}

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type InRange<First extends string> =
  `${First}${Digit}${Digit}` extends `${infer Status extends number}` ? Status : never;

/** The statuses that `"402"`, `"4XX"` or `"default"` speaks of; the last, of everything that is no success. */
type StatusOf<Name> = string extends Name
  ? number
  : Name extends "default"
    ? InRange<"3" | "4" | "5">
    : Name extends `${infer First}XX`
      ? InRange<First>
      : Name extends `${infer Status extends number}`
        ? Status
        : never;

/** Exact statuses go before ranges, ranges before `default`. OpenAPI 3.1, section 4.8.16 (Responses Object). */
type BodyAt<Answers, Status extends number> = `${Status}` extends keyof Answers
  ? Answers[`${Status}`]
  : `${Status}` extends `${infer First}${Digit}${Digit}`
    ? `${First}XX` extends keyof Answers
      ? Answers[`${First}XX`]
      : Answers["default" & keyof Answers]
    : never;

/** Of a body that nothing describes, nobody knows whether there is one. */
type Given<Body> = unknown extends Body
  ? [body?: Body, options?: AnswerOptions]
  : Body extends void
    ? [body?: undefined, options?: AnswerOptions]
    : [body: Body, options?: AnswerOptions];

/**
 * What a handler knows besides its input.
 *
 * @typeParam Answers Bodies by status, of the documented answers besides what a handler plainly gives:
 *   `{ "402": CardDeclined; "4XX": Problem; default: ErrorEnvelope }`.
 */
export interface HandlerContext<Principal = unknown, Answers = Readonly<Record<string, unknown>>> {
  readonly request: Request;
  /** The same as it came in, whatever the platform: to ask it for a header costs no `Request`. */
  readonly incoming: Incoming;
  /** What the authentication hook gave; `undefined` for a public operation. */
  readonly principal: Principal;
  /** Set headers here to have them on the answer. */
  readonly responseHeaders: Headers;
  /** The media type that the answer is to have: of those in the spec, the one that the request likes best. */
  readonly contentType: string;
  /**
   * Another documented answer than the plain one: `return context.answer(402, declined)`. For what is not documented, throw
   * an `HttpError`.
   */
  readonly answer: <Status extends StatusOf<keyof Answers>>(
    status: Status,
    ...given: Given<BodyAt<Answers, Status>>
  ) => HandlerAnswer;
}

/**
 * An implementation of one operation: gives the body of its success, or one of its other documented answers by
 * `context.answer`. Throw an `HttpError` to answer with any other status.
 *
 * @typeParam Answers Bodies of the other answers by status. Default: there are none.
 */
export type Handler<Input, Output, Principal = unknown, Answers = unknown> = (
  input: Input,
  context: HandlerContext<Principal, Answers>,
) => Output | HandlerAnswer | Promise<Output | HandlerAnswer>;

/** Some of the handlers of an API: what is left out answers 501. */
export type PartialHandlers<Handlers> = {
  readonly [Name in keyof Handlers]?: Handlers[Name] extends (...args: never) => unknown
    ? Handlers[Name]
    : PartialHandlers<Handlers[Name]>;
};

/** The options of a server that implements a part of its API. */
export type PartlyImplemented<Options> = {
  readonly [Name in keyof Options]: Name extends "handlers"
    ? PartialHandlers<Options[Name]>
    : Options[Name];
};

/** Hooks by Security Scheme, for those that have a principal. */
export type PrincipalHooks<Schemes, Principals> = {
  readonly [Id in keyof Principals]: Id extends keyof Schemes
    ? Authenticate<Schemes[Id] & Credentials, Principals[Id]>
    : never;
};

/** The principals of all Security Schemes; a scheme without a hook lets nobody in, and so has none. */
export type PrincipalsOf<Schemes, Principals> = {
  readonly [Id in keyof Schemes]: Id extends keyof Principals ? Principals[Id] : never;
};

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

/** Scopes by Security Scheme. */
export type Scopes = Readonly<Record<string, readonly string[]>>;

/** One operation, its implementation and what is needed to decode and check it. Made by `route()`. */
export interface Route<Principal = unknown> {
  readonly operation: OperationDescriptor<unknown, unknown>;
  /** Absent: the operation answers 501. */
  handle?(input: unknown, context: HandlerContext<Principal | undefined>): unknown;
  /** The input is a `RawInput`: nothing of the request is decoded or checked. */
  readonly raw?: true;
  /** Scopes that each alternative of the operation's `security` asks for, by Security Scheme. Default: none. */
  readonly scopes?: readonly Scopes[];
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
  /** Checks of the other documented answers where they are JSON, by their status: `"402"`, `"4XX"`, `"default"`. */
  readonly answers?: Readonly<Record<string, Validator<unknown>>>;
}

/** A request as it came, for what must see the bytes: signatures. */
export interface RawInput {
  readonly body: Uint8Array;
  readonly headers: { get(name: string): string | null };
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

/** What went wrong, before it is answered. */
export interface Failure {
  /** What the kit would say: 500 and no more for what nobody expected. */
  readonly problem: Problem;
  /** What was thrown. */
  readonly error: unknown;
  readonly request: Request;
}

/** The answer to a failure. */
export interface FailureAnswer {
  /** Default: that of the problem. */
  readonly status?: number;
  /** Beside those of the problem, such as `Allow`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: `application/json`. */
  readonly contentType?: string;
  /** Sent as JSON. */
  readonly body: unknown;
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
  /** Items of an array; also the bound of indexes in the keys of a query or form. Beyond: 400. Default: 10,000. */
  readonly arrayLength: number;
  /** Parts of a multipart body. Beyond: 400. Default: 1,000. */
  readonly parts: number;
  /**
   * Characters of all header fields together, names and values. Beyond: 431. Default: 16,384. Node.js counts by itself, by
   * `maxHeaderSize` of its server.
   */
  readonly headerLength: number;
  /** How long a body may take to arrive, in milliseconds. Beyond: 408. Default: 60,000. */
  readonly bodyTime: number;
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
  /** What is received besides the operations of the API, at paths of the server's own: `webhookRoute(…)`. Default: nothing. */
  readonly receivers?: readonly Route[];
  /** Default: `"strict"`. */
  readonly responseValidation?: ResponseValidation;
  /** Told when a handler's output is not what the spec says. */
  readonly onInvalidResponse?: (operation: string, issues: readonly Issue[]) => void;
  /** Told of what a handler or a hook threw that is no `HttpError`; the caller learns only that it was a 500. */
  readonly onError?: (error: unknown, request: Request) => void;
  /**
   * Answers what goes wrong, whoever found it; `undefined` leaves it as it is. Default: the documented error body, or
   * problem details (RFC 9457).
   */
  readonly mapFailure?: (failure: Failure) => FailureAnswer | undefined;
  readonly limits?: Partial<Limits>;
}

export type SecuritySchemes = Readonly<Record<string, SecuritySchemeDescriptor>>;
