import type { Place } from "../../diagnostics/diagnostic.ts";
import type { Docs } from "./docs.ts";
import type { HttpMethod } from "./operation.ts";
import type { Schema } from "./schema.ts";

/** A request that the API sends to whoever asked to be told. OpenAPI 3.1, section 4.8.1 (`webhooks`). */
export interface Webhook {
  /** Its key in the document: `"invoice.paid"`. Several methods of one key are several webhooks. */
  readonly name: string;
  readonly method: HttpMethod;
  readonly docs: Docs;
  /** Absent when it comes without a body. */
  readonly contentType?: string;
  readonly schema?: Schema;
  readonly at: Place;
}

/** `standard`: as Standard Webhooks has it. `timestamped`: in one header, as `t=…,v1=…`. */
export type WebhookSignature =
  { readonly kind: "standard" } | { readonly kind: "timestamped"; readonly header: string };
