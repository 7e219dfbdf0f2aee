import type { ParameterStyle } from "./parameters.ts";
import type { JsonCodec } from "./wire.ts";

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
