import type { Answer } from "./answer.ts";
import type { ErrorEnvelope, ServerOptions } from "./contract.ts";
import { HttpError } from "./http-error.ts";
import type { Incoming } from "./incoming.ts";
import { type Problem, ProblemError } from "./problem.ts";
import { problemAnswer } from "./problem-response.ts";

/** What decides how a failure is told. */
export interface FailureOptions extends Pick<ServerOptions, "onError"> {
  readonly envelope?: ErrorEnvelope;
}

/** The answer to whatever was thrown. What is no answer meant for callers is told to `onError` alone. */
export function failureAnswer(
  error: unknown,
  incoming: Incoming,
  { envelope, onError }: FailureOptions,
): Answer {
  if (error instanceof ProblemError) return problemAnswer(error.problem, envelope);
  if (error instanceof HttpError && isSendable(error.body)) return httpErrorAnswer(error, envelope);
  try {
    onError?.(error, incoming.request);
  } catch {
    // A listener that fails must not take the answer with it.
  }
  return problemAnswer({ status: 500, message: "Something went wrong in the server." }, envelope);
}

function isSendable(body: unknown): boolean {
  try {
    return body === undefined || typeof JSON.stringify(body) === "string";
  } catch {
    return false;
  }
}

function httpErrorAnswer(error: HttpError, envelope: ErrorEnvelope | undefined): Answer {
  const { status, body, message, code, param, headers = {} } = error;
  if (body !== undefined) {
    const text = JSON.stringify(body);
    return { status, headers: { "content-type": "application/json", ...headers }, body: text };
  }
  const problem: Problem = {
    status,
    message,
    headers,
    ...(code !== undefined && { code }),
    ...(param !== undefined && { param }),
  };
  return problemAnswer(problem, envelope);
}
