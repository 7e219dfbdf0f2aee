import type { BodyMedia, OperationDescriptor, WrittenBody } from "../contract.ts";
import { writeForm } from "../serialize/form.ts";
import { isList, isNested, scalarText } from "../serialize/style.ts";
import type { HeaderRecord } from "./headers.ts";
import { isJson } from "./media-type.ts";
import { own } from "./pointer.ts";
import { keyOf } from "./request-plan.ts";

/** What `fetch` can send, in the words of whichever platform's types are there. */
export type SendableBody = WrittenBody["content"];

/**
 * Builds the body of a request and adds its content type; `undefined` when there is nothing to send.
 *
 * Plain objects are written as JSON, as a form, or as the descriptor's own function writes them. A string, bytes, a
 * `Blob`, a stream or a `FormData` in `params.body` goes out as it is. Where the spec has several media types,
 * `params.contentType` chooses one.
 *
 * @throws {TypeError} when the value cannot be written in the content type.
 */
export function buildBody(
  { body, parameters }: OperationDescriptor<unknown, unknown>,
  params: unknown,
  headers: HeaderRecord,
): SendableBody | undefined {
  if (!body) return undefined;
  const media = body.choose ? body.choose(body, own(params, "contentType")) : body;
  const isWhole = media.from === "body";
  const claimed = parameters.filter((parameter) => parameter.in !== "path").map(keyOf);
  if (body.choose) claimed.push("contentType");
  const value = isWhole ? own(params, "body") : unclaimed(params ?? {}, claimed);
  if (value === undefined) return undefined;
  const { content, contentType } = writeBody(media, value);
  if (!isWhole && !body.required && (content === "" || content === "{}")) return undefined;
  if (contentType !== undefined) headers["content-type"] = contentType;
  return content;
}

/** The properties of `params` that no parameter claims. */
function unclaimed(params: object, claimed: readonly string[]): object {
  return claimed.length === 0
    ? params
    : Object.fromEntries(Object.entries(params).filter(([name]) => !claimed.includes(name)));
}

function writeBody(media: BodyMedia, value: unknown): WrittenBody {
  if (media.write) return media.write(value, media);
  const { contentType } = media;
  if (isJson(contentType)) return { content: (media.codec ?? JSON).stringify(value), contentType };
  if (isSendable(value)) {
    // `fetch` alone knows the boundary of a `FormData`.
    return /^multipart/i.test(contentType) ? { content: value } : { content: value, contentType };
  }
  if (/x-www-form-urlencoded/i.test(contentType) && isNested(value) && !isList(value)) {
    return { content: writeForm(value, media.encoding), contentType };
  }
  if (!isNested(value)) return { content: scalarText(value), contentType };
  throw new TypeError(`This value cannot be written as ${contentType}; give a string or bytes.`);
}

/** Whether `fetch` knows what to do with a value: a string, or an object of a class. */
export function isSendable(value: unknown): value is SendableBody {
  if (typeof value === "string") return true;
  if (!isNested(value) || isList(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== Object.prototype && prototype !== null;
}
