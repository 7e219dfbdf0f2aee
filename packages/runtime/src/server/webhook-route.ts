import { DecodingError } from "../errors/decoding-error.ts";
import { ValidationError } from "../errors/validation-error.ts";
import type { UnwrapOptions } from "../webhooks/unwrap.ts";
import { WebhookVerificationError } from "../webhooks/webhook-error.ts";
import type { WebhookReceiver } from "../webhooks/webhooks.ts";
import type { HandlerContext, RawInput, Route } from "./contract.ts";
import { invalidParams, malformed, ProblemError } from "./problem.ts";

/** Where and how webhooks are received. */
export interface WebhookRouteOptions<Event> extends UnwrapOptions<Event> {
  /** `"/webhooks/payments"` */
  readonly path: string;
  /** Default: `POST`. */
  readonly method?: string;
  /** What the client of the API has for its webhooks. */
  readonly receiver: WebhookReceiver<Event>;
  /** Takes an event, known to be genuine; what `receiver.on({ … })` gives fits. The sender hears of it only that it was taken. */
  readonly handle: (event: Event, context: HandlerContext) => unknown;
}

/**
 * Receives webhooks as a route of a server: among `routes` of `createHandler`, or `receivers` of a generated one.
 *
 * Answers 204 when the event was handled, 400 where the message is not signed, is older than it may be, came before, is no
 * JSON or is refused by `validator`, 500 where the handler throws, so that the sender sends it again. Body and time have the
 * limits of the server.
 *
 * @throws {Error} if the path does not begin with `/`.
 */
export function webhookRoute<Event>(options: WebhookRouteOptions<Event>): Route {
  const { path, method = "POST", receiver, handle, ...unwrapping } = options;
  return {
    operation: {
      id: `${method} ${path}`,
      method,
      path,
      parameters: [],
      responses: [{ status: "204" }],
      security: [],
    },
    raw: true,
    async handle(input: RawInput, context) {
      const event = await unwrap(receiver, input, unwrapping);
      await handle(event, context);
    },
  };
}

async function unwrap<Event>(
  receiver: WebhookReceiver<Event>,
  { body, headers }: RawInput,
  options: UnwrapOptions<Event>,
): Promise<Event> {
  // What is too large the server has refused before.
  const whole = { maxBytes: body.byteLength, ...options };
  try {
    return await receiver.unwrap({ body, headers }, whole);
  } catch (error) {
    throw refusal(error);
  }
}

/** What the sender is to know of it. Anything else is a mistake of the server: a secret that is none, a clock. */
function refusal(error: unknown): unknown {
  if (error instanceof WebhookVerificationError) {
    return new ProblemError({ status: 400, message: error.message, code: error.reason });
  }
  if (error instanceof DecodingError) return malformed(error.message);
  if (error instanceof ValidationError) return new ProblemError(invalidParams(error.issues));
  return error;
}
