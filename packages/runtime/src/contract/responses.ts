import type { JsonCodec } from "./wire.ts";

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
