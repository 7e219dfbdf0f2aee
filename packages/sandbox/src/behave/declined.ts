import { HttpError } from "@specwright/runtime/server";
import { isObject } from "../json.ts";

/** Values that stand for a payment which is refused, wherever they are given. */
const DECLINED = /^(?:tok|pm|src)_(?:card_)?(?:visa_)?(?:charge)?declined|^4000000000000002$/i;

/** @throws {HttpError} 402 where a value asks for it. */
export function checkDeclined(given: unknown, path: readonly string[] = []): void {
  if (typeof given === "string" && DECLINED.test(given)) {
    const [name = "", ...inner] = path;
    throw new HttpError(402, {
      message: "The payment was declined.",
      code: "card_declined",
      param: `${name}${inner.map((key) => `[${key}]`).join("")}`,
    });
  }
  const parts = Array.isArray(given)
    ? given.entries()
    : isObject(given)
      ? Object.entries(given)
      : [];
  for (const [key, part] of parts) checkDeclined(part, [...path, String(key)]);
}
