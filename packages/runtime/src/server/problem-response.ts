import { pointerPath } from "../validate/pointer.ts";
import { type Answer, toResponse } from "./answer.ts";
import type { ErrorEnvelope } from "./contract.ts";
import { statusText } from "./http-error.ts";
import type { Problem } from "./problem.ts";
import { put } from "./put.ts";

/** A long list of issues helps nobody; the first ones are sent. */
const mostErrors = 50;

/**
 * Answers with a problem: in the error body that the API documents or, without one, as RFC 9457 has it.
 *
 * @param method Method of the request: an answer to `HEAD` has no body. Default: `GET`.
 */
export function problemResponse(
  problem: Problem,
  envelope?: ErrorEnvelope,
  method = "GET",
): Response {
  return toResponse(problemAnswer(problem, envelope), method);
}

export function problemAnswer(problem: Problem, envelope: ErrorEnvelope | undefined): Answer {
  const { status, headers } = problem;
  const contentType = envelope ? "application/json" : "application/problem+json";
  const body = envelope ? envelopeBody(problem, envelope) : problemDetails(problem);
  return {
    status,
    headers: { "content-type": contentType, ...headers },
    body: JSON.stringify(body),
  };
}

function envelopeBody(problem: Problem, envelope: ErrorEnvelope): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  const type = errorType(problem.status, envelope.types ?? {});
  putAt(body, envelope.message, problem.message);
  putAt(body, envelope.type, type);
  putAt(body, envelope.code, problem.code);
  putAt(body, envelope.param, problem.param);
  return body;
}

function errorType(status: number, types: Readonly<Record<string, string>>): string | undefined {
  return types[status] ?? types[`${Math.floor(status / 100)}XX`];
}

/** Sets what stands at `pointer`, making the objects on the way; nothing where pointer or value is missing. */
function putAt(body: Record<string, unknown>, pointer: string | undefined, value: unknown): void {
  if (pointer === undefined || value === undefined) return;
  const keys = pointerPath(pointer).map(String);
  const last = keys.pop();
  if (last === undefined) return;
  put(keys.reduce(innerObject, body), last, value);
}

function innerObject(object: Record<string, unknown>, key: string): Record<string, unknown> {
  const known = Object.hasOwn(object, key) ? object[key] : undefined;
  if (isOpen(known)) return known;
  const made = {};
  put(object, key, made);
  return made;
}

function isOpen(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** RFC 9457, section 3; `errors` as in its section 3.1.3, `code` and `param` as extension members. */
function problemDetails({ status, message, code, param, issues }: Problem): unknown {
  const errors = issues
    ?.slice(0, mostErrors)
    .map((issue) => ({ detail: issue.message, pointer: `#${encodeURI(issue.pointer)}` }));
  return { title: statusText(status), status, detail: message, code, param, errors };
}
