import type { Scoped } from "./contract.ts";

class ScopedPrincipal<Principal> implements Scoped<Principal> {
  readonly principal: Principal;
  readonly scopes: ReadonlySet<string>;

  constructor(principal: Principal, scopes: Iterable<string>) {
    this.principal = principal;
    this.scopes = new Set(scopes);
  }
}

/** Says what a principal may do: given by an authentication hook, held against the scopes that an operation asks for. */
export function withScopes<Principal>(
  principal: Principal,
  scopes: Iterable<string>,
): Scoped<Principal> {
  return new ScopedPrincipal(principal, scopes);
}

const none: ReadonlySet<string> = new Set();

/** What a hook gave, with its scopes; none where it told none. */
export function scoped<Principal>(given: Principal | Scoped<Principal>): Scoped<Principal> {
  return isScoped(given) ? given : { principal: given, scopes: none };
}

function isScoped<Principal>(given: Principal | Scoped<Principal>): given is Scoped<Principal> {
  return given instanceof ScopedPrincipal;
}
