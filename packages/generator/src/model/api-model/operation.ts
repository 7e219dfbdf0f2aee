import type { Place } from "../../diagnostics/diagnostic.ts";
import type { Docs } from "./docs.ts";
import type { OperationId, SchemaId } from "./ids.ts";
import type { RequestBody, Response } from "./media.ts";
import type { Pagination } from "./pagination.ts";
import type { Parameter } from "./parameter.ts";
import type { SecurityRequirement } from "./security.ts";

/** One method on one path. OpenAPI 3.1, section 4.8.10 (Operation Object). */
export interface Operation {
  /** `"customers.balanceTransactions.create"`; unique in the model. */
  readonly id: OperationId;
  /** Name inside the resource: `"create"`. */
  readonly name: string;
  /** One of what it is about, in the names of types: `"CustomerBalanceTransaction"`. */
  readonly noun: string;
  readonly method: HttpMethod;
  /** `"/v1/coupons/{coupon}"`. */
  readonly path: string;
  readonly tags: readonly string[];
  readonly docs: Docs;
  /** Path parameters first, in path order; then the rest in document order. Those that are options are left out. */
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody;
  /** Query, header, cookie and body values in one schema; absent where the operation takes none of them. */
  readonly params?: Params;
  /** Ascending by status, ranges after exact statuses, `"default"` last. */
  readonly responses: readonly Response[];
  /** Status of the answer that a call gives: the first success with a body, else the first success. */
  readonly success?: string;
  /** Any one of these alternatives authorises the call; empty means public. */
  readonly security: readonly SecurityRequirement[];
  /** Header options that the operation cannot do without, with the value they have unless one is set. Sorted by name. */
  readonly headers: readonly RequiredHeader[];
  /** The header that makes repeating safe, where the operation takes one. */
  readonly idempotencyHeader?: string;
  readonly pagination?: Pagination;
  /** Base URL, where it is not that of the API. */
  readonly server?: string;
  readonly at: Place;
}

export interface RequiredHeader {
  /** In small letters. */
  readonly name: string;
  readonly value: string;
}

export interface Params {
  readonly schema: SchemaId;
  /** True when the call is complete without them. */
  readonly optional: boolean;
}

/** Methods of a Path Item Object, and any other that an API may have. OpenAPI 3.2, section 4.9. */
export type HttpMethod =
  | "GET"
  | "PUT"
  | "POST"
  | "DELETE"
  | "OPTIONS"
  | "HEAD"
  | "PATCH"
  | "TRACE"
  | "QUERY"
  | (string & {});
