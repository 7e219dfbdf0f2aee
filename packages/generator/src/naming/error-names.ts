import { pascalCase } from "./casing.ts";
import type { Claims } from "./claims.ts";
import { toIdentifier } from "./identifier.ts";

/** Errors of the runtime and of the language, which a class of the API had better not be taken for. */
const KNOWN = new Set(
  (
    "AggregateError ApiError AuthenticationError BadRequestError ConflictError ConnectionError DecodingError EvalError " +
    "NotFoundError PaymentRequiredError PermissionError RangeError RateLimitError ReferenceError ServerError SyntaxError " +
    "TimeoutError TypeError URIError UnprocessableError ValidationError WebhookError"
  ).split(" "),
);

/** The name of the class of errors that one word tells: `card_error` → `CardError`. */
export function errorName(word: string, api: string, claims: Claims): string {
  const said = toIdentifier(pascalCase(word));
  const name = /Error$|Exception$/.test(said) ? said : `${said}Error`;
  const own = KNOWN.has(name) ? [] : [name];
  const [first, ...rest] = [...own, `${api}${name}`, `${api}${name}Class`];
  return claims.claim(`the error type "${word}"`, [first, ...rest]);
}
