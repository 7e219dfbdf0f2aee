import { writeJson } from "../media/write-content.ts";
import { isRecord } from "../validate/objects.ts";
import type { Validator } from "../validate/contract.ts";
import type { HandlerContext, Route } from "./contract.ts";
import { GivenAnswer } from "./handler-answer.ts";
import { templateNames } from "./path-template.ts";
import { invalidParams, ProblemError } from "./problem.ts";

/** Where a callback is received, and what it brings. OpenAPI 3.1, section 4.8.18 (Callback Object). */
export interface CallbackRouteOptions<Body> {
  /** The path of the URL that the API was given: `"/callbacks/{order}"`. */
  readonly path: string;
  /** Default: `POST`. */
  readonly method?: string;
  /** Checks the body, and gives it its type: a generated one of its schema. */
  readonly validator: Validator<Body>;
  /** Security Schemes that the caller must satisfy, as in an operation. Default: none; the URL is then the secret. */
  readonly security?: readonly (readonly string[])[];
  /** Takes the body, and the parameters of the path by name. Its answer is 204, unless it gives `context.answer(…)`. */
  readonly handle: (
    body: Body,
    path: Readonly<Record<string, string>>,
    context: HandlerContext,
  ) => unknown;
}

/**
 * Receives a callback of an API as a route of a server: among `routes` of `createHandler`, or `receivers` of a generated one.
 * The body is JSON; what is not, or is no body of the callback, gets 415 or 400.
 *
 * @throws {Error} if the path does not begin with `/`.
 */
export function callbackRoute<Body>(options: CallbackRouteOptions<Body>): Route {
  const { path, method = "POST", validator, security = [], handle } = options;
  const names = templateNames(path);
  return {
    operation: {
      id: `${method} ${path}`,
      method,
      path,
      parameters: names.map((name) => ({ name, in: "path" })),
      body: { contentType: "application/json", from: "body", required: true, write: writeJson },
      responses: [{ status: "204" }, { status: "default", contentType: "application/json" }],
      security,
    },
    async handle(input, context) {
      const { params, ...inPath } = isRecord(input) ? input : {};
      const body = isRecord(params) ? params["body"] : undefined;
      if (!validator.is(body)) throw new ProblemError(invalidParams(validator.issues(body)));
      const given = await handle(body, texts(inPath), context);
      return given instanceof GivenAnswer ? given : undefined;
    },
  };
}

function texts(values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
