import type { OperationDescriptor, SecuritySchemeDescriptor } from "../contract.ts";
import type { Authenticate, Credentials, Route, SecuritySchemes } from "./contract.ts";
import { readCredentials } from "./credentials.ts";
import type { Incoming } from "./incoming.ts";
import { ProblemError } from "./problem.ts";
import { scoped } from "./scopes.ts";

/** Hooks by the id of their Security Scheme. */
export type AuthenticateHooks<Principal> = Readonly<
  Record<string, Authenticate<Credentials, Principal> | undefined>
>;

/** Lets a request pass and gives its principal, `undefined` where it may pass without one. */
export type Gate<Principal> = (incoming: Incoming) => Promise<Principal | undefined>;

interface Check<Principal> {
  readonly scheme: SecuritySchemeDescriptor;
  readonly hook: Authenticate<Credentials, Principal>;
  /** What the principal must be allowed. */
  readonly scopes: readonly string[];
}

/**
 * Builds the gate of one operation; `undefined` for a public one. OpenAPI 3.1, section 4.8.30 (Security Requirement).
 *
 * Alternatives are tried in their order, one that asks for nothing last. Of schemes that are needed together, the first
 * one gives the principal. The gate throws a {@link ProblemError} when no alternative lets the request pass: 403 where it is
 * scopes that are missing, else 401.
 *
 * An operation without a handler answers 501 to everybody, so it needs no hook.
 *
 * @throws {Error} if no alternative has all of its schemes described, or all of its hooks.
 */
export function createGate<Principal>(
  { operation, scopes = [], handle }: Pick<Route<Principal>, "operation" | "scopes" | "handle">,
  schemes: SecuritySchemes,
  hooks: AuthenticateHooks<Principal>,
): Gate<Principal> | undefined {
  const { security } = operation;
  if (security.length === 0) return undefined;
  const known = security.map((ids) =>
    ids.map((id) => ({ id, scheme: Object.hasOwn(schemes, id) ? schemes[id] : undefined })),
  );
  const [unknown] = known.flatMap((needed) => needed.filter(({ scheme }) => !scheme));
  if (unknown && known.every((needed) => needed.some(({ scheme }) => !scheme))) {
    throw undescribed(unknown.id, operation);
  }
  const usable = known.flatMap((needed, index): Check<Principal>[][] => {
    const checks = needed.flatMap(({ id, scheme }) => {
      const hook = Object.hasOwn(hooks, id) ? hooks[id] : undefined;
      return scheme && hook ? [{ scheme, hook, scopes: scopes[index]?.[id] ?? [] }] : [];
    });
    return checks.length === needed.length ? [checks] : [];
  });
  if (usable.length === 0) {
    if (handle) throw missingHook(operation);
    return undefined;
  }
  const ordered = [...usable.filter(isAsking), ...usable.filter((checks) => !isAsking(checks))];
  const challenge = challenges(known.flat().flatMap(({ scheme = [] }) => scheme));
  return (incoming) => pass(incoming, ordered, challenge);
}

function isAsking(checks: readonly unknown[]): boolean {
  return checks.length > 0;
}

function undescribed(id: string, operation: OperationDescriptor<unknown, unknown>): Error {
  return new Error(
    `"${operation.id}" needs the Security Scheme "${id}", which securitySchemes does not describe.`,
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
  let lacking: Lacking | undefined;
  for (const checks of alternatives) {
    const principals: Principal[] = [];
    for (const { scheme, hook, scopes } of checks) {
      const credentials = readCredentials(incoming, scheme);
      if (!credentials) break;
      shown ||= credentials.type !== "mutualTLS" || credentials.certificate !== undefined;
      const given = await hook(credentials, incoming);
      // Whoever answers `null` or `false` means no, whatever the types say.
      if (given === undefined || given === null || given === false) break;
      const granted = scoped(given);
      const missing = scopes.filter((scope) => !granted.scopes.has(scope));
      if (missing.length > 0) {
        lacking ??= { scheme, scopes, missing };
        break;
      }
      principals.push(granted.principal);
    }
    if (principals.length === checks.length) return principals[0];
  }
  if (lacking) throw insufficient(lacking);
  throw new ProblemError({
    status: 401,
    message: shown ? "The credentials are not valid." : "The request has no credentials.",
    ...(challenge !== "" && { headers: { "www-authenticate": challenge } }),
  });
}

/** Whoever was known, but may not do what was asked. */
interface Lacking {
  readonly scheme: SecuritySchemeDescriptor;
  readonly scopes: readonly string[];
  readonly missing: readonly string[];
}

/** RFC 6750, section 3.1: the challenge names all scopes that are needed. */
function insufficient({ scheme, scopes, missing }: Lacking): ProblemError {
  const [first, ...others] = missing.map((scope) => `"${scope}"`);
  const what = others.length === 0 ? `scope ${first}` : `scopes ${[first, ...others].join(", ")}`;
  const isBearer =
    scheme.type === "oauth2" || (scheme.type === "http" && scheme.scheme === "bearer");
  // A scope of the spec may have characters that no header can carry: then the body alone tells of it.
  const isToken = scopes.every((scope) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope));
  const challenge = `Bearer realm="api", error="insufficient_scope", scope="${scopes.join(" ")}"`;
  return new ProblemError({
    status: 403,
    message: `The credentials lack the ${what}.`,
    code: "insufficient_scope",
    ...(isBearer && isToken && { headers: { "www-authenticate": challenge } }),
  });
}

/** The value of `WWW-Authenticate`. RFC 9110, section 11.6.1; API keys and certificates have no challenge of their own. */
function challenges(schemes: readonly SecuritySchemeDescriptor[]): string {
  const texts = schemes.flatMap((scheme) => {
    if (scheme.type === "apiKey" || scheme.type === "mutualTLS") return [];
    if (scheme.type === "oauth2" || scheme.scheme === "bearer") return ['Bearer realm="api"'];
    // What another scheme has to say, its hook says: by an `HttpError` with the header.
    return scheme.scheme === "basic" ? ['Basic realm="api", charset="UTF-8"'] : [];
  });
  return [...new Set(texts)].join(", ");
}
