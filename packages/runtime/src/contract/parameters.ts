import type { EncodingDescriptor, WrittenBody } from "./bodies.ts";
import type { AnyOperation } from "./operations.ts";
import type { JsonCodec } from "./wire.ts";

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
