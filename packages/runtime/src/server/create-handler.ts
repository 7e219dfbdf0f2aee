import type { Issue } from "../validate/contract.ts";
import { fromRequest, type Incoming } from "./incoming.ts";
import { type Answer, type Answerer, discard, toResponse } from "./answer.ts";
import { answerers } from "./answerers.ts";
import { type AuthenticateHooks, createGate, type Gate } from "./authenticate.ts";
import type { ErrorEnvelope, Limits, Route, SecuritySchemes, ServerOptions } from "./contract.ts";
import { failureAnswer } from "./failure-answer.ts";
import { giveOutput } from "./give-output.ts";
import { Context } from "./handler-context.ts";
import { defaultLimits } from "./limits.ts";
import { negotiate } from "./negotiate.ts";
import { invalidParams, ProblemError } from "./problem.ts";
import { createReadInput, type ReadInput } from "./read-input.ts";
import { readRaw } from "./read-raw.ts";
import { createRouter, type Router } from "./router.ts";
import { type Offer, type Responses, responsesOf } from "./write-output.ts";

/** What a request handler is made of. */
export interface HandlerOptions<Principal = unknown> extends ServerOptions {
  readonly routes: readonly Route<Principal>[];
  /** Default: none. */
  readonly securitySchemes?: SecuritySchemes;
  /** Hooks by the id of their Security Scheme. An alternative without all of its hooks is not offered. */
  readonly authenticate?: AuthenticateHooks<Principal>;
  /** Where an error body keeps its parts. Default: problem details as in RFC 9457. */
  readonly envelope?: ErrorEnvelope;
}

/** A route with everything that can be settled before the first request. */
interface Prepared<Principal> {
  readonly operation: Route<Principal>["operation"];
  readonly route: Route<Principal>;
  readonly gate: Gate<Principal> | undefined;
  readonly readInput: ReadInput;
  readonly responses: Responses;
}

interface Server<Principal> {
  readonly options: HandlerOptions<Principal>;
  readonly router: Router<Prepared<Principal>>;
  readonly limits: Limits;
  /** Without a slash at its end. */
  readonly basePath: string;
}

/**
 * Makes one function of an API's operations: a request goes in, a response comes out, nothing is thrown.
 *
 * The steps, each with the statuses it may end with: length of the URL (414) and of the header (431), route (404, 405, 400
 * for a path that is none), authentication (401, 403), implementation (501), media type of the answer (406), body (415, 413,
 * 408), decoding and validation (400), the handler (whatever it answers or its `HttpError` says; 500 for any other throw),
 * validation of what it gave (500).
 *
 * @throws {Error} if two routes are the same, or an operation asks for a Security Scheme that nothing checks.
 */
export function createHandler<Principal = unknown>(
  options: HandlerOptions<Principal>,
): (request: Request) => Promise<Response> {
  const limits = { ...defaultLimits, ...options.limits };
  const routes = [...options.routes, ...(options.receivers ?? [])];
  const prepared = routes.map((route) => prepare(route, options, limits));
  const basePath = (options.basePath ?? "").replace(/\/+$/, "");
  const server = { options, limits, basePath, router: createRouter(prepared) };
  const answerer: Answerer = {
    answer: (incoming) =>
      answer(incoming, server).catch((error) => failureAnswer(error, incoming, options)),
    failure: (error, incoming) => failureAnswer(error, incoming, options),
  };
  const handler = async (request: Request): Promise<Response> => {
    const incoming = fromRequest(request);
    const { method } = incoming;
    const found = await answerer.answer(incoming);
    try {
      return toResponse(found, method);
    } catch (unsendable) {
      // A handler may set headers that cannot be written.
      discard(found.body);
      return toResponse(answerer.failure(unsendable, incoming), method);
    }
  };
  answerers.set(handler, answerer);
  return handler;
}

function prepare<Principal>(
  route: Route<Principal>,
  { securitySchemes = {}, authenticate = {} }: HandlerOptions<Principal>,
  limits: Limits,
): Prepared<Principal> {
  const { operation } = route;
  return {
    operation,
    route,
    gate: createGate(route, securitySchemes, authenticate),
    readInput: route.raw
      ? (incoming) => readRaw(incoming, limits)
      : createReadInput(route, securitySchemes, limits),
    responses: responsesOf(operation),
  };
}

async function answer<Principal>(incoming: Incoming, server: Server<Principal>): Promise<Answer> {
  const { options, limits, router } = server;
  if (targetLength(incoming) > limits.urlLength) {
    throw refusal(414, `The URL may have at most ${limits.urlLength} characters.`);
  }
  if (incoming.headerLength && incoming.headerLength() > limits.headerLength) {
    throw refusal(431, `The header may have at most ${limits.headerLength} characters.`);
  }
  const path = inside(incoming.path, server.basePath);
  const match =
    path === undefined ? { type: "not-found" as const } : router.find(incoming.method, path);
  switch (match.type) {
    case "match":
      return run(incoming, match.route, match.path, options);
    case "malformed":
      throw refusal(400, "The path of the URL cannot be read.");
    case "not-found":
      throw refusal(404, `There is nothing at ${printablePath(incoming)}.`);
    case "method-not-allowed":
      return notAllowed(incoming, match.allow);
  }
}

async function run<Principal>(
  incoming: Incoming,
  { route, gate, readInput, responses }: Prepared<Principal>,
  path: ReadonlyMap<string, string>,
  options: HandlerOptions<Principal>,
): Promise<Answer> {
  const principal = gate && (await gate(incoming));
  if (!route.handle) throw refusal(501, `${route.operation.id} is not implemented.`);
  const offer = offerFor(incoming, responses);
  const { input, params } = await readInput(incoming, path);
  check(input, params, route);
  const context = new Context(incoming, principal, offer.contentType);
  const output = await route.handle(input, context);
  return giveOutput(output, incoming, context, { route, responses, offer, options });
}

/** RFC 9110, section 15.5.7: what the caller cannot read is not worth making. */
function offerFor(incoming: Incoming, { success: { offers } }: Responses): Offer {
  const offer = negotiate(incoming.header("accept"), offers);
  if (offer) return offer;
  const types = offers.map(({ contentType }) => contentType).join(" or ");
  throw refusal(406, `The answer can only be of type ${types}.`);
}

/** @throws {ProblemError} 400 for an input that is not what its schemas say. */
function check(
  input: Readonly<Record<string, unknown>>,
  params: unknown,
  route: Pick<Route, "params" | "pathParams">,
): void {
  const inPath = route.pathParams ? pathIssues(input, route) : [];
  const validator = params === undefined ? undefined : route.params;
  // Whether anything is wrong is told much faster than what.
  if (inPath.length === 0 && (!validator || validator.is(params))) return;
  throw new ProblemError(invalidParams([...inPath, ...(validator?.issues(params) ?? [])]));
}

function pathIssues(
  input: Readonly<Record<string, unknown>>,
  { pathParams = {} }: Pick<Route, "pathParams">,
): Issue[] {
  return Object.entries(pathParams).flatMap(([key, validator]) =>
    validator.issues(input[key]).map((issue) => ({ ...issue, path: [key, ...issue.path] })),
  );
}

function targetLength({ path, query }: Incoming): number {
  return path.length + (query === "" ? 0 : query.length + "?".length);
}

/** The path below the prefix; `undefined` for one outside. */
function inside(path: string, basePath: string): string | undefined {
  if (basePath === "") return path;
  if (path === basePath) return "/";
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : undefined;
}

// RFC 9110, section 9.3.7: to ask for the options of a known path is always allowed.
function notAllowed({ method }: Incoming, allow: readonly string[]): Answer {
  const headers = { allow: allow.join(", ") };
  if (method === "OPTIONS") return { status: 204, headers };
  const message = `${method} is not possible here: use ${allow.join(", ")}.`;
  throw new ProblemError({ status: 405, message, headers });
}

function printablePath({ method, path }: Incoming): string {
  return `${method} ${path.length > 200 ? `${path.slice(0, 200)}…` : path}`;
}

function refusal(status: number, message: string): ProblemError {
  return new ProblemError({ status, message });
}
