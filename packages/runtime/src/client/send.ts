import type { Fetch, RequestOptions, ResponseHead } from "../contract.ts";
import { ApiError } from "../errors/api-error.ts";
import { ConnectionError, TimeoutError } from "../errors/connection-error.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import type { BuiltRequest } from "./build-request.ts";
import { connectionFailure } from "./connection-failure.ts";
import { wait, withDeadline } from "./deadline.ts";
import type { HeaderRecord } from "./headers.ts";
import { discard, readError, readOutput } from "./read-response.ts";
import { redact } from "./redact.ts";
import type { RequestPlan } from "./request-plan.ts";
import { retryAnswer } from "./retry.ts";
import { secretsOf } from "./secrets-of.ts";

/** How a call is sent: the options of client and call, defaults applied. */
export interface SendSettings {
  readonly fetch: Fetch;
  /** Base URL, without a slash at its end. */
  readonly baseUrl: string;
  /** For one attempt, in milliseconds. */
  readonly timeout: number;
  /** For all attempts and what is waited between them, in milliseconds; may be infinite. */
  readonly deadline: number;
  readonly maxRetries: number;
  /** Gives what is waited before the next attempt, in milliseconds, where the server does not say. */
  readonly backoff: (attempt: number) => number;
  /** How much of a body is held in memory, in bytes. */
  readonly maxResponseBytes: number;
  readonly signal: AbortSignal | undefined;
  readonly onResponse: RequestOptions["onResponse"] | undefined;
  readonly toUrl: RequestOptions["toUrl"] | undefined;
}

/** What came of one attempt: the output of the call, or how long to wait for the next attempt, in milliseconds. */
type Outcome =
  { readonly output: unknown; readonly response: Response } | { readonly delay: number };

/** Sends one logical call, as often as it takes. Throws what `Transport.send` documents. */
export async function sendRequest(
  plan: RequestPlan,
  request: BuiltRequest,
  settings: SendSettings,
): Promise<unknown> {
  const { signal, deadline, timeout } = settings;
  const { isRepeatable, isRewindable } = request;
  const retries = isRewindable ? settings.maxRetries : 0;
  // To ask for the time takes longer than to count to infinity.
  const end = deadline < Infinity ? performance.now() + deadline : deadline;
  for (let attempt = 1; ; attempt++) {
    const isLast = attempt > retries;
    const left = end < Infinity ? end - performance.now() : end;
    const late = (): Error =>
      new TimeoutError(
        `${noAnswer(plan, settings)} within ${left < timeout ? deadline : timeout} ms`,
      );
    // The wait took longer than it should, and nothing may be sent any more.
    if (left <= 0) throw late();
    let outcome: Outcome;
    try {
      const when = { attempt, end: isLast || !isRepeatable ? -Infinity : end };
      outcome = await withDeadline(
        (stop) => sendOnce(plan, request, settings, stop, when),
        Math.min(left, timeout),
        late,
        signal,
      );
    } catch (error) {
      if (isLast || signal?.aborted || !(error instanceof ConnectionError)) throw error;
      // Bytes that may have arrived may have done their work.
      if (!isRepeatable && !error.isUnsent) throw error;
      outcome = { delay: settings.backoff(attempt) };
      // What would come too late is not waited for: the caller hears of it now.
      if (performance.now() + outcome.delay >= end) throw error;
    }
    if ("output" in outcome) {
      settings.onResponse?.(headOf(outcome.response));
      return outcome.output;
    }
    await wait(outcome.delay, signal);
  }
}

/** @param when Which attempt this is, and until when another can follow: none after the last, whose answer counts. */
async function sendOnce(
  plan: RequestPlan,
  request: BuiltRequest,
  settings: SendSettings,
  signal: AbortSignal,
  when: { readonly attempt: number; readonly end: number },
): Promise<Outcome> {
  const given = plan.authorize();
  // To wait for what is there takes a turn of its own.
  const authorization = given instanceof Promise ? await given : given;
  const { operation } = plan;
  const { headers, query, secrets } = authorization;
  // Redirects are not followed: `fetch` would carry the body, and an API key in a header of its own name, to whatever
  // origin the answer names. `duplex` is what the platform wants to hear about streams.
  const init: RequestInit & { duplex: "half"; headers: HeaderRecord } = {
    method: operation.method,
    headers: mergeHeaders(headers, request),
    signal,
    redirect: "manual",
    duplex: "half",
  };
  const hidden = (): readonly string[] => secretsOf(init.headers, secrets);
  const failure = (message: string, thrown: unknown): ConnectionError =>
    connectionFailure(message, thrown, hidden(), query !== "");
  if (request.body !== undefined) init.body = request.body;
  const asked = withQuery(settings.baseUrl + request.path, request.query);
  const url = withQuery(settings.toUrl?.(asked) ?? asked, query);
  try {
    const { fetch, maxResponseBytes } = settings;
    const context = { operation: operation.id, signal: settings.signal, maxResponseBytes, failure };
    const response = await fetch(url, init, {
      operation: operation.id,
      attempt: when.attempt,
      redact: (text) => redact(text, hidden()),
    });
    if (signal.aborted) discard(response);
    if (response.ok) {
      const output = await readOutput(operation, response, request.accept, context);
      return { output, response };
    }
    const delay = retryAnswer(response, when.attempt, settings.backoff);
    if (delay === undefined || performance.now() + delay >= when.end) {
      throw await readError(operation, response, hidden());
    }
    discard(response);
    return { delay };
  } catch (error) {
    if (error instanceof ApiError || error instanceof DecodingError) throw error;
    throw failure(noAnswer(plan, settings), error);
  }
}

// The path of an operation may have a query of its own; what callers pass is escaped and cannot begin one.
function withQuery(url: string, pairs: string): string {
  return pairs && url.includes("?") ? url + pairs : url + pairs.replace("&", "?");
}

// Hardly anybody asks for the headers, which some platforms make only then.
function headOf(response: Response): ResponseHead {
  return {
    status: response.status,
    get headers() {
      return response.headers;
    },
    get requestId() {
      const { headers } = response;
      return headers.get("request-id") ?? headers.get("x-request-id") ?? undefined;
    },
  };
}

function mergeHeaders(credentials: Readonly<HeaderRecord>, request: BuiltRequest): HeaderRecord {
  const headers = { ...credentials, ...request.headers };
  if (credentials["cookie"] && request.headers["cookie"]) {
    headers["cookie"] = `${credentials["cookie"]}; ${request.headers["cookie"]}`;
  }
  for (const name of request.removed) delete headers[name];
  return headers;
}

function noAnswer(plan: RequestPlan, { baseUrl }: SendSettings): string {
  return `${plan.operation.id} got no whole answer from ${baseUrl}`;
}
