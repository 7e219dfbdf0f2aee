import type { BodyDescriptor, OperationDescriptor, ParameterDescriptor } from "../contract.ts";
import { writeForm } from "../serialize/form.ts";
import { isList, isNested } from "../serialize/style.ts";
import type { HeaderRecord } from "./headers.ts";
import { isJson } from "./media-type.ts";
import { own } from "./pointer.ts";
import { keyOf } from "./request-plan.ts";

/** What `fetch` can send, in the words of whichever platform's types are there. */
export type SendableBody = NonNullable<RequestInit["body"]>;

/**
 * Builds the body of a request and adds its content type; `undefined` when there is nothing to send.
 *
 * Plain objects are written as JSON or as a form. A string, bytes, a `Blob`, a stream or a `FormData` in `params.body`
 * goes out as it is.
 *
 * @throws {TypeError} when the value cannot be written in the content type.
 */
export function buildBody(
  { body, parameters }: OperationDescriptor<unknown, unknown>,
  params: unknown,
  headers: HeaderRecord,
): SendableBody | undefined {
  if (!body) return undefined;
  const isWhole = body.from === "body";
  const value = isWhole ? own(params, "body") : unclaimed(params ?? {}, parameters);
  if (value === undefined) return undefined;
  const { contentType } = body;
  const content = writeBody(contentType, body.encoding, value);
  if (!isWhole && !body.required && (content === "" || content === "{}")) return undefined;
  // `fetch` alone knows the boundary of a `FormData`.
  if (!/^multipart/i.test(contentType)) headers["content-type"] = contentType;
  return content;
}

/** The properties of `params` that no parameter claims. */
function unclaimed(params: object, parameters: readonly ParameterDescriptor[]): object {
  const claimed = parameters.filter((parameter) => parameter.in !== "path");
  return claimed.length === 0
    ? params
    : Object.fromEntries(
        Object.entries(params).filter(
          ([name]) => !claimed.some((parameter) => keyOf(parameter) === name),
        ),
      );
}

function writeBody(
  contentType: string,
  encoding: BodyDescriptor["encoding"],
  value: unknown,
): SendableBody {
  if (isJson(contentType)) return JSON.stringify(value);
  if (isSendable(value)) return value;
  if (/x-www-form-urlencoded/i.test(contentType) && isNested(value) && !isList(value)) {
    return writeForm(value, encoding);
  }
  throw new TypeError(`This value cannot be written as ${contentType}; give a string or bytes.`);
}

/** Whether `fetch` knows what to do with a value: a string, or an object of a class. */
function isSendable(value: unknown): value is SendableBody {
  return (
    typeof value === "string" ||
    (isNested(value) && !isList(value) && Object.getPrototypeOf(value) !== Object.prototype)
  );
}
