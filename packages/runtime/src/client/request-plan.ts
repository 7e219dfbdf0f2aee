import type { OperationDescriptor, ParameterDescriptor } from "../contract.ts";
import type { Authorization, Credential } from "./credentials.ts";
import { authorize } from "./credentials.ts";

/** What all requests of one operation by one client have in common, worked out once. */
export interface RequestPlan {
  readonly operation: OperationDescriptor<unknown, unknown>;
  /** Literal text at the even places, path parameters at the odd ones. */
  readonly path: readonly (string | ParameterDescriptor)[];
  /** Parameters outside the path. */
  readonly parameters: readonly ParameterDescriptor[];
  /** Keys of `params` that belong to these parameters and not to the body. */
  readonly claimed: ReadonlySet<string>;
  /** Sent with every request, lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The header that makes a call repeatable, in small letters. */
  readonly idempotencyHeader: string | undefined;
  /** True for the idempotent methods of RFC 9110, section 9.2.2. */
  readonly isIdempotent: boolean;
  /** Gives the credentials of one attempt. */
  readonly authorize: () => Promise<Authorization>;
}

/** Works out the plan of an operation. */
export function planRequest(
  operation: OperationDescriptor<unknown, unknown>,
  headers: Readonly<Record<string, string>>,
  credentials: ReadonlyMap<string, Credential>,
): RequestPlan {
  const { method, idempotencyHeader } = operation;
  const parameters = operation.parameters.filter((parameter) => parameter.in !== "path");
  const accept = operation.responses.find(
    ({ status, contentType }) => contentType && /^2|default/.test(status),
  )?.contentType;
  return {
    operation,
    path: planPath(operation),
    parameters,
    claimed: new Set(parameters.map(keyOf)),
    headers: accept ? { accept, ...headers } : headers,
    idempotencyHeader: method === "GET" ? undefined : idempotencyHeader?.toLowerCase(),
    isIdempotent: !/^P(OST|ATCH)$/.test(method),
    authorize: planAuthorization(operation.security, credentials),
  };
}

/** The key of a parameter's value in the input. */
export function keyOf(parameter: ParameterDescriptor): string {
  return parameter.key ?? parameter.name;
}

/** Splits a path template at its expressions. OpenAPI 3.1, section 4.8.8.1 (Path Templating). */
function planPath({
  path,
  parameters,
}: OperationDescriptor<unknown, unknown>): readonly (string | ParameterDescriptor)[] {
  return path.split(/[{}]/).map((part, index) => {
    if (index % 2 === 0) return part;
    const parameter = parameters.find(({ name, in: place }) => place === "path" && name === part);
    return parameter ?? { name: part, in: "path" };
  });
}

/**
 * Takes the first alternative that the client has all credentials for. OpenAPI 3.1, section 4.8.30.
 *
 * Without one the request goes out as it is: a proxy or the browser's cookies may vouch for it, else the server says no.
 */
function planAuthorization(
  security: readonly (readonly string[])[],
  credentials: ReadonlyMap<string, Credential>,
): () => Promise<Authorization> {
  const ids = security.find((alternative) => alternative.every((id) => credentials.has(id)));
  const chosen = (ids ?? []).flatMap((id) => credentials.get(id) ?? []);
  if (chosen.some(({ secret }) => typeof secret === "function")) return () => authorize(chosen);
  let fixed: Promise<Authorization> | undefined;
  return () => (fixed ??= authorize(chosen));
}
