import type { Issue, Validator } from "../validate/contract.ts";
import type { Answer } from "./answer.ts";
import type { Route, ServerOptions } from "./contract.ts";
import { GivenAnswer } from "./handler-answer.ts";
import type { Context } from "./handler-context.ts";
import type { Incoming } from "./incoming.ts";
import { negotiate } from "./negotiate.ts";
import { ProblemError } from "./problem.ts";
import { documentedName, type Offer, type Responses, writeOutput } from "./write-output.ts";

/** What decides how the answer of a handler goes out. */
export interface Giving {
  readonly route: Route<never>;
  readonly responses: Responses;
  /** The media type of what a handler plainly gives. */
  readonly offer: Offer;
  readonly options: Pick<ServerOptions, "responseValidation" | "onInvalidResponse" | "onError">;
}

/**
 * Makes an answer of what a handler gave, when it has been held against the spec.
 *
 * @throws {ProblemError} 500 for what the spec does not allow, where that is strict.
 */
export function giveOutput(
  output: unknown,
  incoming: Incoming,
  context: Context<unknown>,
  giving: Giving,
): Answer {
  const { responses, offer, options } = giving;
  const onError = (error: unknown): void => options.onError?.(error, incoming.request);
  if (!(output instanceof GivenAnswer)) {
    checkBody(output, successValidator(giving.route, offer), giving);
    const writing = { added: context.addedHeaders, onError };
    return writeOutput(output, responses.success.status, offer, writing);
  }
  const { status, body, headers } = output;
  const name = documentedName(status, responses.documented);
  if (name === undefined) refuse(undocumented(status), giving);
  const offers = name === undefined ? undefined : responses.documented.get(name);
  // What went wrong is told even to whoever accepts no such type. RFC 9110, section 15.5.7.
  const chosen = (offers && negotiate(incoming.header("accept"), offers)) ?? offers?.[0] ?? offer;
  const isPlain = status === responses.success.status;
  const { route } = giving;
  checkBody(body, isPlain ? successValidator(route, chosen) : own(route.answers, name), giving);
  for (const [field, value] of Object.entries(headers)) context.responseHeaders.set(field, value);
  return writeOutput(body, status, chosen, { added: context.addedHeaders, onError });
}

function successValidator(
  { output, outputs }: Route<never>,
  { contentType }: Offer,
): Validator<unknown> | undefined {
  return outputs ? own(outputs, contentType) : output;
}

function own<T>(
  record: Readonly<Record<string, T>> | undefined,
  key: string | undefined,
): T | undefined {
  return record && key !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

function checkBody(body: unknown, validator: Validator<unknown> | undefined, giving: Giving): void {
  if (!validator || giving.options.responseValidation === "off") return;
  const issues = validator.issues(body);
  if (issues.length > 0) refuse(issues, giving);
}

function undocumented(status: number): readonly Issue[] {
  return [{ path: [], pointer: "", keyword: "responses", message: `${status} is not documented` }];
}

function refuse(issues: readonly Issue[], { route, options }: Giving): void {
  const { responseValidation = "strict", onInvalidResponse } = options;
  if (responseValidation === "off") return;
  onInvalidResponse?.(route.operation.id, issues);
  if (responseValidation === "warn") return;
  const message = "The server made an answer that its description does not allow.";
  throw new ProblemError({ status: 500, message });
}
