import type { OperationDescriptor, ResponseDescriptor, ResponseMedia } from "../contract.ts";
import type { Answer, Content } from "./answer.ts";
import { isJson, parseMediaType } from "./media-type.ts";
import { isStream, writeStream } from "./write-stream.ts";

/** A media type in which an operation may answer. */
export interface Offer {
  /** Default: `application/json`. */
  readonly contentType: string;
  /** Without parameters, in lower case. */
  readonly essence: string;
  readonly isJson: boolean;
  readonly media: ResponseMedia;
}

/** What an operation may answer, and in which media types, in order of preference. */
export interface Responses {
  /** Of what a handler plainly gives. */
  readonly success: { readonly status: number; readonly offers: readonly Offer[] };
  /** By status, range or `default`. */
  readonly documented: ReadonlyMap<string, readonly Offer[]>;
}

/** The success is the first 2xx response with a body, else the first 2xx; a range stands for 200, and without any it is 200. */
export function responsesOf({ responses }: OperationDescriptor<unknown, unknown>): Responses {
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  const response = successes.find(({ contentType }) => contentType) ?? successes[0];
  const status = Number(response?.status ?? 200);
  return {
    success: { status: Number.isInteger(status) ? status : 200, offers: offersOf(response ?? {}) },
    documented: new Map(responses.map((one) => [one.status, offersOf(one)])),
  };
}

/** How the documentation calls a status: exactly, as a range, or `default`; `undefined` where it does not. */
export function documentedName(
  status: number,
  documented: ReadonlyMap<string, unknown>,
): string | undefined {
  const names = [String(status), `${Math.floor(status / 100)}XX`, "default"];
  return names.find((name) => documented.has(name));
}

function offersOf(response: Partial<ResponseDescriptor>): readonly Offer[] {
  return [response, ...(response.alternatives ?? [])].map(offerOf);
}

function offerOf(media: ResponseMedia): Offer {
  const contentType = media.contentType ?? "application/json";
  const { essence } = parseMediaType(contentType);
  return { contentType, essence, isJson: isJson(essence), media };
}

/** What goes along with an output. */
export interface Writing {
  readonly added: Headers | undefined;
  /** Told of what goes wrong once the answer has begun. */
  readonly onError: (error: unknown) => void;
}

/**
 * Writes what a handler gave: JSON, the items of an async iterable one after the other, or as it is where the spec has
 * another type. `undefined` is an empty body.
 *
 * @throws {TypeError} for a value that JSON cannot carry, such as a function or a cycle.
 */
export function writeOutput(
  output: unknown,
  status: number,
  offer: Offer,
  { added, onError }: Writing,
): Answer {
  if (output === undefined) return { status, headers: {}, added };
  const body = bodyOf(output, offer, onError);
  const headers: Record<string, string> = { "content-type": contentTypeOf(output, offer) };
  if (offer.essence === "text/event-stream") headers["cache-control"] = "no-cache";
  return { status, headers, added, body };
}

// A range is no type: what the handler gave tells which one of it this is.
function contentTypeOf(output: unknown, { contentType }: Offer): string {
  if (!contentType.includes("*")) return contentType;
  if (output instanceof Blob && output.type !== "") return output.type;
  if (typeof output === "string") return "text/plain; charset=utf-8";
  return isBytes(output) ? "application/octet-stream" : "application/json";
}

function isBytes(output: unknown): boolean {
  return (
    output instanceof Blob ||
    output instanceof ReadableStream ||
    output instanceof ArrayBuffer ||
    output instanceof Uint8Array
  );
}

function bodyOf(output: unknown, offer: Offer, onError: (error: unknown) => void): Content {
  if (!offer.isJson) {
    if (typeof output === "string" || output instanceof Blob) return output;
    if (output instanceof ReadableStream || output instanceof ArrayBuffer) return output;
    if (output instanceof Uint8Array) return new Uint8Array(output);
    if (isStream(output)) return writeStream(output, offer.essence, offer.media, onError);
  }
  const text: string | undefined = (offer.media.codec ?? JSON).stringify(output);
  if (text === undefined) throw new TypeError("The handler gave a value that JSON cannot carry.");
  return text;
}
