import type { Docs } from "./docs.ts";

/** OpenAPI 3.1, section 4.8.27 (Security Scheme Object). */
export type SecurityScheme = CredentialScheme | MutualTlsScheme;

/** A certificate is shown by the connection: no call carries anything. */
export interface MutualTlsScheme {
  readonly id: string;
  readonly type: "mutualTLS";
  readonly docs: Docs;
}

/** A Security Scheme whose credentials travel with each call. */
export type CredentialScheme = {
  readonly id: string;
  readonly option: string;
  readonly docs: Docs;
} & (
  | { readonly type: "http"; readonly scheme: "basic"; readonly password?: string }
  | { readonly type: "http"; readonly scheme: "bearer" }
  /** Any other scheme of HTTP. RFC 9110, section 11.4. */
  | { readonly type: "http"; readonly scheme: "other"; readonly name: string }
  | {
      readonly type: "apiKey";
      readonly in: "header" | "query" | "cookie";
      readonly name: string;
    }
  | { readonly type: "oauth2" }
);

/** The Security Schemes that authorise together. */
export interface SecurityRequirement {
  readonly schemes: readonly { readonly id: string; readonly scopes: readonly string[] }[];
}

/** A header parameter that is an option of client and call instead of a parameter of each operation. */
export interface HeaderOption {
  /** `"stripeAccount"`. */
  readonly name: string;
  /** `"Stripe-Account"`. */
  readonly header: string;
  readonly docs: Docs;
}
