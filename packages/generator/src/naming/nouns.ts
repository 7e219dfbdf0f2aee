import { pascalCase } from "./casing.ts";
import { singular } from "./singular.ts";
import type { OperationId, ResourceId, SchemaId } from "../model/api-model.ts";

/** The words an operation's own schemas are named by. */
export interface OperationNouns {
  readonly resource: ResourceId;
  readonly name: string;
  /** `"CustomerBalanceTransactionCreateParams"`. */
  readonly params: SchemaId;
  /** `"CustomerBalanceTransactionCreateResponse"`. */
  readonly response: SchemaId;
}

export function operationNouns(id: OperationId): OperationNouns {
  const parts = id.split(".");
  const name = parts.at(-1) ?? id;
  const resource = parts.slice(0, -1).join(".");
  const stem = resourceNoun(resource) + pascalCase(name);
  return { resource, name, params: `${stem}Params`, response: `${stem}Response` };
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
