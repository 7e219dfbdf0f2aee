import type { AnyOperation, RequestDraft } from "../contract.ts";
import { own } from "../plain/pointer.ts";
import { keyOf } from "./build-path.ts";

/**
 * Writes the body, and its content type into the headers. Where the spec has several media types, `params.contentType`
 * chooses one. OpenAPI 3.1, section 4.8.13 (Request Body Object).
 *
 * @throws {TypeError} when the value cannot be written in the content type.
 */
export function toBody(
  { body, parameters }: AnyOperation,
  params: unknown,
  draft: RequestDraft,
): void {
  if (!body) return;
  const media = body.choose ? body.choose(body, own(params, "contentType")) : body;
  const isWhole = media.from === "body";
  const claimed = parameters.filter((parameter) => parameter.in !== "path").map(keyOf);
  if (body.choose) claimed.push("contentType");
  const value = isWhole ? own(params, "body") : unclaimed(params ?? {}, claimed);
  if (value === undefined) return;
  const { content, contentType } = media.write(value, media);
  if (!isWhole && !body.required && (content === "" || content === "{}")) return;
  if (contentType !== undefined) draft.headers["content-type"] = contentType;
  draft.body = content;
}

/** The properties of `params` that no parameter claims. */
function unclaimed(params: object, claimed: readonly string[]): object {
  return claimed.length === 0
    ? params
    : Object.fromEntries(Object.entries(params).filter(([name]) => !claimed.includes(name)));
}
