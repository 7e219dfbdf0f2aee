import type { Answer } from "./answer.ts";
import type { ErrorEnvelope, FailureAnswer, ServerOptions } from "./contract.ts";
import { HttpError } from "./http-error.ts";
import type { Incoming } from "./incoming.ts";
import { type Problem, ProblemError } from "./problem.ts";
import { problemAnswer } from "./problem-response.ts";

/** What decides how a failure is told. */
export interface FailureOptions extends Pick<ServerOptions, "onError" | "mapFailure"> {
  readonly envelope?: ErrorEnvelope;
}

/** The answer to whatever was thrown. What is no answer meant for callers is told to `onError` alone. */
export function failureAnswer(error: unknown, incoming: Incoming, options: FailureOptions): Answer {
  const problem = problemOf(error);
  const mapped = map(problem ?? unexpected, error, incoming, options);
  if (mapped) return mapped;
  if (error instanceof HttpError && problem && error.body !== undefined) {
    return bodyAnswer(problem, { body: error.body });
  }
  if (!problem) tell(error, incoming, options);
  return problemAnswer(problem ?? unexpected, options.envelope);
}

const unexpected: Problem = { status: 500, message: "Something went wrong in the server." };

/** `undefined` for what is no answer meant for callers. */
function problemOf(error: unknown): Problem | undefined {
  if (error instanceof ProblemError) return error.problem;
  if (!(error instanceof HttpError) || !isSendable(error.body)) return undefined;
  const { status, message, code, param, headers = {} } = error;
  return {
    status,
    message,
    headers,
    ...(code !== undefined && { code }),
    ...(param !== undefined && { param }),
  };
}

function isSendable(body: unknown): boolean {
  try {
    return body === undefined || typeof JSON.stringify(body) === "string";
  } catch {
    return false;
  }
}

/** What the server's own mapper makes of it. One that fails must not take the answer with it. */
function map(
  problem: Problem,
  error: unknown,
  incoming: Incoming,
  options: FailureOptions,
): Answer | undefined {
  if (!options.mapFailure) return undefined;
  try {
    const failure = {
      problem,
      error,
      get request() {
        return incoming.request;
      },
    };
    const given = options.mapFailure(failure);
    if (!given) return undefined;
    return checked(bodyAnswer(problem, given));
  } catch (fault) {
    tell(fault, incoming, options);
    return undefined;
  }
}

/** @throws {Error} for what cannot be sent: nothing could be said any more when that shows later. */
function checked(answer: Answer): Answer {
  const { status } = answer;
  if (!Number.isInteger(status) || status < 300 || status > 599) {
    throw new RangeError(`mapFailure gave the status ${status}, which is not that of an error.`);
  }
  return { ...answer, headers: Object.fromEntries(new Headers(answer.headers)) };
}

function bodyAnswer(
  problem: Problem,
  { status = problem.status, headers, contentType = "application/json", body }: FailureAnswer,
): Answer {
  return {
    status,
    headers: { "content-type": contentType, ...problem.headers, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

function tell(error: unknown, incoming: Incoming, { onError }: FailureOptions): void {
  try {
    onError?.(error, incoming.request);
  } catch {
    // Nor must a listener.
  }
}
