import type { OperationDescriptor, SecuritySchemeDescriptor } from "../contract.ts";
import type { Authenticate, Credentials, SecuritySchemes } from "./contract.ts";
import { readCredentials } from "./credentials.ts";
import type { Incoming } from "./incoming.ts";
import { ProblemError } from "./problem.ts";

/** Hooks by the id of their Security Scheme. */
export type AuthenticateHooks<Principal> = Readonly<
  Record<string, Authenticate<Credentials, Principal> | undefined>
>;

/** Lets a request pass and gives its principal, `undefined` where it may pass without one. */
export type Gate<Principal> = (incoming: Incoming) => Promise<Principal | undefined>;

interface Check<Principal> {
  readonly scheme: SecuritySchemeDescriptor;
  readonly hook: Authenticate<Credentials, Principal>;
}

/**
 * Builds the gate of one operation; `undefined` for a public one. OpenAPI 3.1, section 4.8.30 (Security Requirement).
 *
 * Alternatives are tried in their order, one that asks for nothing last. Of schemes that are needed together, the first
 * one gives the principal. The gate throws a {@link ProblemError} 401 when no alternative lets the request pass.
 *
 * @param isImplemented Whether the operation has a handler. One without answers 501 to everybody, so it needs no hook.
 * @throws {Error} if a scheme is not described, or if no alternative has all of its hooks.
 */
export function createGate<Principal>(
  operation: OperationDescriptor<unknown, unknown>,
  isImplemented: boolean,
  schemes: SecuritySchemes,
  hooks: AuthenticateHooks<Principal>,
): Gate<Principal> | undefined {
  const { security } = operation;
  if (security.length === 0) return undefined;
  const known = security.map((ids) =>
    ids.map((id) => ({ id, scheme: schemeOf(id, schemes, operation.id) })),
  );
  const usable = known.flatMap((needed): Check<Principal>[][] => {
    const checks = needed.flatMap(({ id, scheme }) => {
      const hook = Object.hasOwn(hooks, id) ? hooks[id] : undefined;
      return hook ? [{ scheme, hook }] : [];
    });
    return checks.length === needed.length ? [checks] : [];
  });
  if (usable.length === 0) {
    if (isImplemented) throw missingHook(operation);
    return undefined;
  }
  const ordered = [...usable.filter(isAsking), ...usable.filter((checks) => !isAsking(checks))];
  const challenge = challenges(known.flat().map(({ scheme }) => scheme));
  return (incoming) => pass(incoming, ordered, challenge);
}

function isAsking(checks: readonly unknown[]): boolean {
  return checks.length > 0;
}

function schemeOf(
  id: string,
  schemes: SecuritySchemes,
  operation: string,
): SecuritySchemeDescriptor {
  const scheme = Object.hasOwn(schemes, id) ? schemes[id] : undefined;
  if (scheme) return scheme;
  throw new Error(
    `"${operation}" needs the Security Scheme "${id}", which securitySchemes does not describe.`,
  );
}

function missingHook({ id, security }: OperationDescriptor<unknown, unknown>): Error {
  const needed = security.map((ids) => ids.join(" and ")).join(", or ");
  return new Error(`"${id}" needs authentication: give a hook for ${needed} in authenticate.`);
}

async function pass<Principal>(
  incoming: Incoming,
  alternatives: readonly (readonly Check<Principal>[])[],
  challenge: string,
): Promise<Principal | undefined> {
  let shown = false;
  for (const checks of alternatives) {
    const principals: Principal[] = [];
    for (const { scheme, hook } of checks) {
      const credentials = readCredentials(incoming, scheme);
      if (!credentials) break;
      shown = true;
      const principal = await hook(credentials, incoming.request);
      // Whoever answers `null` or `false` means no, whatever the types say.
      if (principal === undefined || principal === null || principal === false) break;
      principals.push(principal);
    }
    if (principals.length === checks.length) return principals[0];
  }
  throw new ProblemError({
    status: 401,
    message: shown ? "The credentials are not valid." : "The request has no credentials.",
    ...(challenge !== "" && { headers: { "www-authenticate": challenge } }),
  });
}

/** The value of `WWW-Authenticate`. RFC 9110, section 11.6.1; API keys have no challenge of their own. */
function challenges(schemes: readonly SecuritySchemeDescriptor[]): string {
  const texts = schemes.flatMap((scheme) => {
    if (scheme.type === "apiKey") return [];
    return scheme.type === "http" && scheme.scheme === "basic"
      ? ['Basic realm="api", charset="UTF-8"']
      : ['Bearer realm="api"'];
  });
  return [...new Set(texts)].join(", ");
}
