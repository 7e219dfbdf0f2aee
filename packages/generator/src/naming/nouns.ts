import { pascalCase } from "./casing.ts";
import { singular } from "./singular.ts";
import type { OperationId, ResourceId, SchemaId } from "../model/api-model.ts";

/** The words an operation's own schemas are named by. */
export interface OperationNouns {
  readonly resource: ResourceId;
  readonly name: string;
  /** `"CustomerBalanceTransaction"`. */
  readonly noun: string;
  /** `"CustomerBalanceTransactionCreateParams"`. */
  readonly params: SchemaId;
  /** `"CustomerBalanceTransactionCreateResponse"`. */
  readonly response: SchemaId;
}

/** Of a noun that is longer, the first words are left out as long as others stay. */
const LONGEST_NOUN = 48;

export function operationNouns(id: OperationId): OperationNouns {
  return nounCandidates(id)[0];
}

/** What the schemas of an operation may be named by, the best first: see {@link nounsOf}. */
export function nounCandidates(id: OperationId): [OperationNouns, ...OperationNouns[]] {
  const parts = id.split(".");
  const name = parts.at(-1) ?? id;
  const resource = parts.slice(0, -1).join(".");
  const [first, ...others] = nounsOf(resource);
  const named = (noun: string): OperationNouns => {
    const stem = noun + pascalCase(name);
    return { resource, name, noun, params: `${stem}Params`, response: `${stem}Response` };
  };
  return [named(first), ...others.map(named)];
}

/**
 * What one of the resource may be called in the names of its operations, the best first: in short, in full, and as the
 * path spells it, which tells `account.persons` from `accounts.people`.
 */
export function nounsOf(id: ResourceId): [string, ...string[]] {
  return [shortNoun(id), resourceNoun(id), spelledNoun(id)];
}

// `accounts.sip.domains.auth.registrations.credentialListMappings` → `AuthRegistrationCredentialListMapping`.
function shortNoun(id: ResourceId): string {
  const segments = id.split(".");
  const start = segments.findIndex(
    (_, index) => resourceNoun(segments.slice(index).join(".")).length <= LONGEST_NOUN,
  );
  return resourceNoun(segments.slice(start === -1 ? -1 : start).join("."));
}

function spelledNoun(id: ResourceId): string {
  return id.split(".").map(pascalCase).join("");
}

/** One of the resource: `customers.balanceTransactions` → `CustomerBalanceTransaction`. */
export function resourceNoun(id: ResourceId): string {
  return id
    .split(".")
    .map((segment) => pascalCase(singular(segment)))
    .join("");
}

/** All of the resource: `customers.balanceTransactions` → `CustomerBalanceTransactions`. */
export function resourcePlural(id: ResourceId): string {
  const segments = id.split(".");
  const last = segments.at(-1) ?? id;
  return resourceNoun(segments.slice(0, -1).join(".")) + pascalCase(last);
}

/** What all of the resource may be called in the names of its operations, the best first: like {@link nounsOf}. */
export function pluralsOf(id: ResourceId): [string, ...string[]] {
  const last = pascalCase(id.split(".").at(-1) ?? id);
  const short = shortNoun(id);
  const one = resourceNoun(id.split(".").at(-1) ?? id);
  return [short.slice(0, short.length - one.length) + last, resourcePlural(id), spelledNoun(id)];
}
