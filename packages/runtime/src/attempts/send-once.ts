import type { RequestOptions } from "../contract.ts";
import type { ConnectionError } from "../errors/connection-error.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import { isApiError } from "../errors/is-api-error.ts";
import type { BuiltRequest } from "../request/build-request.ts";
import { connectionFailure } from "./connection-failure.ts";
import type { HeaderRecord } from "../request/headers.ts";
import { addHeaders } from "../request/headers.ts";
import { discard, readError, readOutput } from "../response/read-response.ts";
import { redact } from "../secrets/redact.ts";
import type { RequestPlan } from "../request/request-plan.ts";
import { secretsOf } from "../secrets/secrets-of.ts";

/** What came of an attempt. */
export interface Attempted {
  readonly output: unknown;
  readonly response: Response;
}

/**
 * Sends a request once and reads its answer.
 *
 * @param attempt Which attempt this is, from 1.
 * @throws {ApiError} for a status outside 2xx.
 * @throws {DecodingError} for a body that is not what it should be.
 * @throws {ConnectionError} for all that the platform throws.
 */
export async function sendOnce(
  plan: RequestPlan,
  request: BuiltRequest,
  { toUrl, signal, maxResponseBytes = plan.client.maxResponseBytes }: RequestOptions,
  attempt: number,
  stop: AbortSignal,
): Promise<Attempted> {
  const { operation, baseUrl, authorize } = plan;
  // By itself: browsers refuse to call their `fetch` as the method of anything.
  const { fetch } = plan.client;
  const { method, id } = operation;
  const { draft, silence } = request;
  const { headers, query, secrets } = await authorize();
  // Redirects are not followed: `fetch` would carry the body, and an API key in a header of its own name, to whatever
  // origin the answer names. `duplex` is what the platform wants to hear about streams.
  const init: RequestInit & { duplex: "half"; headers: HeaderRecord } = {
    method,
    headers: mergeHeaders(headers, request),
    signal: stop,
    redirect: "manual",
    duplex: "half",
  };
  // Middleware may have added to the headers.
  const clean = (text: string): string => redact(text, [...secrets, ...secretsOf(init.headers)]);
  const failure = (message: string, thrown: unknown): ConnectionError =>
    connectionFailure(message, thrown, clean, query !== "");
  const asked = withQuery(baseUrl + request.path, draft.query);
  const url = withQuery(toUrl?.(asked) ?? asked, query);
  if (draft.body !== undefined) init.body = draft.body;
  try {
    const response = await fetch(url, init, { operation: id, attempt, redact: clean });
    if (stop.aborted) discard(response);
    if (!response.ok) throw await readError(operation, response, clean);
    const context = { operation: id, signal, maxResponseBytes, failure };
    return { output: await readOutput(operation, response, request.accept, context), response };
  } catch (error) {
    if (isApiError(error) || error instanceof DecodingError) throw error;
    throw failure(silence, error);
  }
}

// The path of an operation may have a query of its own; what callers pass is escaped and cannot begin one.
function withQuery(url: string, pairs: string): string {
  return url + (url.includes("?") ? pairs : pairs.replace("&", "?"));
}

function mergeHeaders(credentials: HeaderRecord, { draft, given }: BuiltRequest): HeaderRecord {
  const { headers } = draft;
  const merged: HeaderRecord = Object.assign({}, credentials, headers);
  if (credentials["cookie"] && headers["cookie"]) {
    merged["cookie"] = `${credentials["cookie"]}; ${headers["cookie"]}`;
  }
  addHeaders(merged, given);
  return merged;
}
