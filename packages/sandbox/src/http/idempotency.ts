import {
  type ErrorEnvelope,
  HttpError,
  type HandlerContext,
  problemAnswer,
} from "@specwright/runtime/server";
import type { OperationPlan } from "../plan/api-plan.ts";

/** Signs of a key. */
const LONGEST = 255;

/** The idempotency key of a request. @throws {HttpError} 400 for one that is too long. */
export function idempotencyKey(
  { operation }: OperationPlan,
  { incoming }: HandlerContext,
): string | undefined {
  const { idempotencyHeader: header } = operation;
  const key = header === undefined ? null : incoming.header(header);
  if (key === null || key === "") return undefined;
  if (key.length <= LONGEST) return key;
  throw new HttpError(400, {
    message: `An idempotency key has at most ${LONGEST} signs.`,
    code: "parameter_invalid",
    ...(header !== undefined && { param: header }),
  });
}

const MESSAGE =
  "This idempotency key was used before, with other parameters or for another operation.";

/**
 * How an API refuses a key that comes back with another request. One that has a type of error of its own for keys answers
 * 400 with that type, as Stripe does; others answer 409.
 */
export function keyConflict(envelope: ErrorEnvelope | undefined): HttpError {
  const type = Object.values(envelope?.types ?? {}).find((name) => /idempot/i.test(name));
  if (!envelope || type === undefined) return new HttpError(409, { message: MESSAGE });
  const own = { ...envelope, types: { ...envelope.types, 400: type } };
  const { body } = problemAnswer({ status: 400, message: MESSAGE }, own);
  return new HttpError(400, { message: MESSAGE, body: JSON.parse(String(body)) });
}
