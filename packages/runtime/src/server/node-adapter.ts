import { type Answer, type Answerer, discard } from "./answer.ts";
import { answerers } from "./answerers.ts";
import { endConnection, isUnheard } from "./node/closing.ts";
import { fromNode } from "./node/incoming.ts";
import { messageFault } from "./node/message-fault.ts";
import type { NodeRequest, NodeResponse } from "./node/platform.ts";
import { toRequest } from "./node/request.ts";
import { requestTarget, type Target } from "./node/target.ts";
import { writeAnswer, writeResponse } from "./node/write.ts";
import { ProblemError } from "./problem.ts";
import { problemAnswer } from "./problem-response.ts";

/**
 * Makes a listener for `createServer` of `node:http` from a request handler.
 *
 * ```ts
 * createServer(toNodeListener(createHandler(options))).listen(8080);
 * ```
 *
 * Bodies stream no faster than they are read, answers no faster than the client takes them. When the client goes away,
 * `request.signal` aborts. A request that two readers may understand differently gets 400: whose `Host` is none, or comes
 * twice, as may `Content-Type` and `Authorization`; with a fragment; in another transfer coding than `chunked`. A handler
 * of `createHandler` is called without the detour over `Request` and `Response`; its `context.request` then has no body.
 */
export function toNodeListener(
  handler: (request: Request) => Promise<Response>,
): (request: NodeRequest, response: NodeResponse) => void {
  const respond = toNodeResponder(handler);
  return (request, response) => void respond(request, response);
}

/** The same with a promise of the whole answer, which is never rejected. */
export function toNodeResponder(
  handler: (request: Request) => Promise<Response>,
): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  const answerer = answerers.get(handler);
  return (request, response) => {
    if (isUnheard(request)) return Promise.resolve();
    const fault = messageFault(request);
    const target = fault ?? requestTarget(request);
    const signal = abortSignal(response);
    const written =
      typeof target === "string"
        ? refuse(target, answerer, request, response)
        : answerer
          ? direct(answerer, request, response, target, signal)
          : viaResponse(handler, request, response, target, signal());
    // Nothing can be said any more to a client whose answer broke off: closing tells it that this was not all.
    return written.catch(() => void response.destroy());
  };
}

/** Where the next request would begin, nobody knows for certain: the connection ends with the answer. */
function refuse(
  message: string,
  answerer: Answerer | undefined,
  request: NodeRequest,
  response: NodeResponse,
): Promise<void> {
  endConnection(request);
  const headers = { connection: "close" };
  const problem = { status: 400, message, ...(request.httpVersionMajor === 1 && { headers }) };
  const incoming = fromNode(request, nowhere, () => AbortSignal.abort());
  const answer =
    answerer?.failure(new ProblemError(problem), incoming) ?? problemAnswer(problem, undefined);
  return writeAnswer(answer, request, response);
}

const nowhere: Target = { origin: "http://localhost", path: "/", query: "" };

/** An answer of the adapter itself, to what no handler has seen. */
function plain(status: number, message: string): Answer {
  return problemAnswer({ status, message }, undefined);
}

async function direct(
  answerer: Answerer,
  request: NodeRequest,
  response: NodeResponse,
  target: Target,
  signal: () => AbortSignal,
): Promise<void> {
  const incoming = fromNode(request, target, signal);
  const answer = await answerer.answer(incoming);
  try {
    await writeAnswer(answer, request, response);
  } catch (error) {
    discard(answer.body);
    if (response.headersSent) throw error;
    await writeAnswer(answerer.failure(error, incoming), request, response);
  }
}

async function viaResponse(
  handler: (request: Request) => Promise<Response>,
  request: NodeRequest,
  response: NodeResponse,
  target: Target,
  signal: AbortSignal,
): Promise<void> {
  let made: Request;
  try {
    made = toRequest(request, target, signal);
  } catch {
    return writeAnswer(plain(400, "The request cannot be read."), request, response);
  }
  try {
    await writeResponse(await handler(made), request, response);
  } catch (error) {
    if (response.headersSent) throw error;
    await writeAnswer(plain(500, "Something went wrong in the server."), request, response);
  }
}

/** A signal that aborts when the client goes away before its answer is complete; made only when it is asked for. */
function abortSignal(response: NodeResponse): () => AbortSignal {
  let controller: AbortController | undefined;
  return () => {
    if (controller) return controller.signal;
    const made = new AbortController();
    controller = made;
    const abort = (): void => {
      if (!response.writableFinished) made.abort(new Error("The client is gone."));
    };
    if (response.destroyed) abort();
    else response.on("close", abort);
    return made.signal;
  };
}
