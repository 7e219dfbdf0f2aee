import type { Docs } from "./api-model/docs.ts";
import type { ErrorEnvelope, ErrorTypes } from "./api-model/errors.ts";
import type { ResourceId } from "./api-model/ids.ts";
import type { Operation } from "./api-model/operation.ts";
import type { NamedSchema } from "./api-model/schema.ts";
import type { HeaderOption, SecurityScheme } from "./api-model/security.ts";
import type { Server } from "./api-model/server.ts";
import type { Webhook, WebhookSignature } from "./api-model/webhook.ts";

export type * from "./api-model/docs.ts";
export type * from "./api-model/errors.ts";
export type * from "./api-model/ids.ts";
export type * from "./api-model/media.ts";
export type * from "./api-model/operation.ts";
export type * from "./api-model/pagination.ts";
export type * from "./api-model/parameter.ts";
export type * from "./api-model/rule.ts";
export type * from "./api-model/schema.ts";
export type * from "./api-model/security.ts";
export type * from "./api-model/server.ts";
export type * from "./api-model/webhook.ts";

/**
 * One API as plain data, free of `$ref`, YAML and TypeScript.
 *
 * Links inside the model are ids, never object references: the model stays a JSON tree that can be printed, hashed,
 * compared and read. What it guarantees, so that nothing later has to ask again: no `$ref`; no composite schema without
 * a name; every default applied; every order fixed; every implicit discriminator entry written out; ids unique; every
 * id in a link exists.
 *
 * `at` serves messages only. No view may hold it, or moving a line of the spec would change the files below it.
 */
export interface ApiModel {
  /** Word that names the client: `"Payments"` gives `PaymentsClient`. */
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly docs: Docs;
  readonly servers: readonly Server[];
  /** Sorted by id. */
  readonly securitySchemes: readonly SecurityScheme[];
  /** Header parameters that are options of client and call. Sorted by name. */
  readonly options: readonly HeaderOption[];
  /** How the API spells its errors; absent where the spec does not tell. */
  readonly errors?: ErrorEnvelope;
  /** What tells the errors of the API apart; absent where their bodies have no such word. */
  readonly errorTypes?: ErrorTypes;
  /** Sorted by id. Parents of sub-resources are here even when they have no operations. */
  readonly resources: readonly Resource[];
  /** In document order. */
  readonly webhooks: readonly Webhook[];
  /**
   * What the API calls back on account of operations, as resources of their own: `orders.callbacks`. Sorted by id. The `path`
   * of such an operation is the runtime expression that gives the URL. OpenAPI 3.1, section 4.8.18 (Callback Object).
   */
  readonly callbacks: readonly Resource[];
  /** How webhooks are signed. */
  readonly webhookSignature: WebhookSignature;
  /** Every named schema, hoisted ones included. Sorted by id. */
  readonly schemas: readonly NamedSchema[];
}

/** A noun of the API and the operations on it. */
export interface Resource {
  /** `"coupons"`, or dotted for a sub-resource: `"customers.balanceTransactions"`. */
  readonly id: ResourceId;
  readonly docs: Docs;
  /** In document order, the order a reader of the reference sees. */
  readonly operations: readonly Operation[];
}
