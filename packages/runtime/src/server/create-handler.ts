import type { Issue } from "../validate/contract.ts";
import { fromRequest, type Incoming } from "./incoming.ts";
import { type Answer, type Answerer, discard, toResponse } from "./answer.ts";
import { answerers } from "./answerers.ts";
import { type AuthenticateHooks, createGate, type Gate } from "./authenticate.ts";
import type {
  ErrorEnvelope,
  HandlerContext,
  Limits,
  Route,
  SecuritySchemes,
  ServerOptions,
} from "./contract.ts";
import { failureAnswer } from "./failure-answer.ts";
import { defaultLimits } from "./limits.ts";
import { negotiate } from "./negotiate.ts";
import { invalidParams, ProblemError } from "./problem.ts";
import { createReadInput, type ReadInput } from "./read-input.ts";
import { createRouter, type Router } from "./router.ts";
import { type Offer, type Success, successOf, writeOutput } from "./write-output.ts";

/** What a request handler is made of. */
export interface HandlerOptions<Principal = unknown> extends ServerOptions {
  readonly routes: readonly Route<Principal>[];
  readonly securitySchemes: SecuritySchemes;
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
  readonly success: Success;
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
 * The steps, each with the statuses it may end with: length of the URL (414), route (404, 405, 400 for a path that is
 * none), authentication (401), implementation (501), media type of the answer (406), body (415, 413), decoding and validation (400), the handler
 * (whatever its `HttpError` says; 500 for any other throw), validation of what it gave (500).
 *
 * @throws {Error} if two routes are the same, or an operation asks for a Security Scheme that nothing checks.
 */
export function createHandler<Principal = unknown>(
  options: HandlerOptions<Principal>,
): (request: Request) => Promise<Response> {
  const limits = { ...defaultLimits, ...options.limits };
  const prepared = options.routes.map((route) => prepare(route, options, limits));
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
  { securitySchemes, authenticate = {} }: HandlerOptions<Principal>,
  limits: Limits,
): Prepared<Principal> {
  const { operation } = route;
  return {
    operation,
    route,
    gate: createGate(operation, route.handle !== undefined, securitySchemes, authenticate),
    readInput: createReadInput(route, securitySchemes, limits),
    success: successOf(operation),
  };
}

async function answer<Principal>(incoming: Incoming, server: Server<Principal>): Promise<Answer> {
  const { options, limits, router } = server;
  if (incoming.path.length + incoming.query.length > limits.urlLength) {
    throw refusal(414, `The URL may have at most ${limits.urlLength} characters.`);
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
  { route, gate, readInput, success }: Prepared<Principal>,
  path: ReadonlyMap<string, string>,
  options: HandlerOptions<Principal>,
): Promise<Answer> {
  const principal = gate && (await gate(incoming));
  if (!route.handle) throw refusal(501, `${route.operation.id} is not implemented.`);
  const offer = offerFor(incoming, success);
  const { input, params } = await readInput(incoming, path);
  const issues = [
    ...pathIssues(input, route),
    ...(params && route.params ? route.params.issues(params) : []),
  ];
  if (issues.length > 0) throw new ProblemError(invalidParams(issues));
  const context = new Context(incoming, principal, offer.contentType);
  const output = await route.handle(input, context);
  checkOutput(output, offer, route, options);
  return writeOutput(output, success.status, offer, {
    added: context.addedHeaders,
    onError: (error) => options.onError?.(error, incoming.request),
  });
}

/** RFC 9110, section 15.5.7: what the caller cannot read is not worth making. */
function offerFor(incoming: Incoming, { offers }: Success): Offer {
  const offer = negotiate(incoming.header("accept"), offers);
  if (offer) return offer;
  const types = offers.map(({ contentType }) => contentType).join(" or ");
  throw refusal(406, `The answer can only be of type ${types}.`);
}

function pathIssues(
  input: Readonly<Record<string, unknown>>,
  { pathParams = {} }: Pick<Route, "pathParams">,
): Issue[] {
  return Object.entries(pathParams).flatMap(([key, validator]) =>
    validator.issues(input[key]).map((issue) => ({ ...issue, path: [key, ...issue.path] })),
  );
}

class Context<Principal> implements HandlerContext<Principal> {
  readonly principal: Principal | undefined;
  readonly #incoming: Incoming;
  /** What the handler set; made when it is first asked for. */
  addedHeaders: Headers | undefined;

  readonly contentType: string;

  constructor(incoming: Incoming, principal: Principal | undefined, contentType: string) {
    this.#incoming = incoming;
    this.principal = principal;
    this.contentType = contentType;
  }

  get incoming(): Incoming {
    return this.#incoming;
  }

  get request(): Request {
    return this.#incoming.request;
  }

  get responseHeaders(): Headers {
    return (this.addedHeaders ??= new Headers());
  }
}

function checkOutput<Principal>(
  output: unknown,
  { contentType }: Offer,
  { operation, output: only, outputs }: Route<Principal>,
  { responseValidation = "strict", onInvalidResponse }: HandlerOptions<Principal>,
): void {
  const validator = outputs
    ? Object.hasOwn(outputs, contentType)
      ? outputs[contentType]
      : undefined
    : only;
  if (!validator || responseValidation === "off") return;
  const issues = validator.issues(output);
  if (issues.length === 0) return;
  onInvalidResponse?.(operation.id, issues);
  if (responseValidation === "strict") {
    throw refusal(500, "The server made an answer that its description does not allow.");
  }
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
