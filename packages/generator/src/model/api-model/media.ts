import type { Docs } from "./docs.ts";
import type { SchemaId } from "./ids.ts";
import type { ParameterStyle } from "./parameter.ts";
import type { Schema } from "./schema.ts";

export interface RequestBody {
  readonly required: boolean;
  /** In order of preference; never empty. */
  readonly content: readonly RequestMedia[];
}

/**
 * How a body is written and read. `json`: a value; ranges that take JSON count as it. `text`: a string. `form`:
 * urlencoded. `multipart`: parts. `events`, `lines`, `sequence`: one item after the other, as `text/event-stream`, JSON
 * lines or JSON text sequences. `binary`: bytes.
 */
export type MediaKind =
  "json" | "text" | "form" | "multipart" | "events" | "lines" | "sequence" | "binary";

/** One media type of a body. OpenAPI 3.2, section 4.14 (Media Type Object). */
export interface MediaType {
  readonly contentType: string;
  readonly kind: MediaKind;
  /** Absent where the body is not described, or is what its kind says: text or bytes. */
  readonly schema?: Schema;
  /** Of one item, where the body is a sequence of items. */
  readonly itemSchema?: Schema;
  /** What an item of an event stream is; see `ResponseMedia` of the runtime. */
  readonly items?: "event" | "json-event" | "data" | "text";
  /** Data of an event that ends the stream. */
  readonly end?: string;
}

export interface RequestMedia extends MediaType {
  readonly schema: Schema;
  /** How properties of a form are written, where it is not the default. Sorted by property. */
  readonly encoding: readonly Encoding[];
  /** `params`: its properties are in `params`. `body`: it is the property `body` of `params`. */
  readonly from: "params" | "body";
  /** What `params` are in a call with this media type, where there are several. */
  readonly params?: SchemaId;
}

/** OpenAPI 3.1, section 4.8.15 (Encoding Object). */
export interface Encoding {
  readonly property: string;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly allowReserved?: true;
  readonly contentType?: string;
  /** Fields of the part's header that have one value only. Sorted by name. */
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
}

export interface Response {
  /** `"200"`, `"4XX"` or `"default"`. */
  readonly status: string;
  readonly docs: Docs;
  /** In order of preference; empty when the response has no body. */
  readonly content: readonly MediaType[];
  /** Sorted by name. `Content-Type` is left out: `content` says it. Absent where none are described. */
  readonly headers?: readonly ResponseHeader[];
}

/** A header that comes with a response, in the style `simple`. OpenAPI 3.1, section 4.8.21 (Header Object). */
export interface ResponseHeader {
  /** As the document spells it; case has no meaning on the wire. */
  readonly name: string;
  /** Whether every such response has it. */
  readonly required: boolean;
  readonly explode: boolean;
  /** Media type that the value is written in, whole, where the header has one. */
  readonly contentType?: string;
  /** A string where the document does not say. */
  readonly schema: Schema;
  readonly docs: Docs;
}
