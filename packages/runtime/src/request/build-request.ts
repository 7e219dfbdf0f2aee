import type { RequestDraft, RequestOptions } from "../contract.ts";
import { checkHeader } from "../serialize/header.ts";
import { escapeText } from "../serialize/style.ts";
import type { GivenHeaders, HeaderRecord } from "./headers.ts";
import { addHeaderOptions, addHeaders } from "./headers.ts";
import { addKey, whenAgain } from "../attempts/idempotency.ts";
import { buildPath } from "./build-path.ts";
import { own } from "../plain/pointer.ts";
import type { Repeatable } from "../attempts/repeat.ts";
import type { RequestPlan } from "./request-plan.ts";

/** One logical call, ready to be sent any number of times; only the credentials are still missing. */
export interface BuiltRequest extends Repeatable {
  readonly path: string;
  readonly draft: RequestDraft;
  /** What the caller says of headers, also of those of the credentials. */
  readonly given: GivenHeaders | undefined;
  /** The media type that the call asks for; `undefined` for the preferred one. */
  readonly accept: unknown;
}

/**
 * Builds the request of one logical call.
 *
 * @throws {TypeError} when a value cannot be written in its place.
 */
export function buildRequest(
  plan: RequestPlan,
  input: unknown,
  options: RequestOptions,
): BuiltRequest {
  const { operation } = plan;
  const headers: HeaderRecord = { ...plan.headers };
  const draft: RequestDraft = { query: "", headers };
  const accept = own(options, "accept");
  if (accept !== undefined) headers["accept"] = checkHeader("accept", accept);
  const path = buildPath(operation, input, plan.pathParts);
  for (const write of operation.write ?? []) write(operation, own(input, "params"), draft);
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value !== undefined) draft.query += `&${escapeText(name)}=${escapeText(String(value))}`;
  }
  addKey(operation, headers, options.idempotencyKey);
  addHeaderOptions(headers, options, plan.client.headerOptions);
  addHeaders(headers, options.headers);
  const silence = `${operation.id} got no whole answer from ${plan.baseUrl}`;
  return {
    draft,
    again: whenAgain(operation, draft),
    path,
    given: options.headers,
    accept,
    silence,
  };
}
