import { type Answer, toResponse } from "./answer.ts";
import { answerers } from "./answerers.ts";
import { fromRequest, type Incoming } from "./incoming.ts";

/**
 * What stands around a handler: it may wait, look at the request and at the answer, or answer itself.
 *
 * @param next Gives the handler's answer; never throws.
 */
export type Around = (
  incoming: Incoming,
  next: (incoming: Incoming) => Promise<Answer>,
) => Promise<Answer>;

/**
 * Puts something around a handler of `createHandler`. Adapters still spare the detour over `Request` and `Response`.
 *
 * @throws {TypeError} for a handler that `createHandler` has not made.
 */
export function around(
  handler: (request: Request) => Promise<Response>,
  step: Around,
): (request: Request) => Promise<Response> {
  const inner = answerers.get(handler);
  if (!inner) throw new TypeError("This handler was not made by createHandler.");
  const answer = (incoming: Incoming): Promise<Answer> =>
    step(incoming, (request) => inner.answer(request)).catch((error: unknown) =>
      inner.failure(error, incoming),
    );
  const wrapped = async (request: Request): Promise<Response> => {
    const incoming = fromRequest(request);
    const found = await answer(incoming);
    try {
      return toResponse(found, incoming.method);
    } catch (unsendable) {
      return toResponse(inner.failure(unsendable, incoming), incoming.method);
    }
  };
  answerers.set(wrapped, { answer, failure: (error, incoming) => inner.failure(error, incoming) });
  return wrapped;
}
