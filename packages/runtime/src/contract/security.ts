/** How credentials for one Security Scheme travel. OpenAPI 3.1, section 4.8.27 (Security Scheme Object). */
export type SecuritySchemeDescriptor =
  | {
      readonly type: "http";
      readonly scheme: "basic";
      /** The password every caller has, where the user name alone is the secret: its option is then one string. */
      readonly password?: string;
    }
  | { readonly type: "http"; readonly scheme: "bearer" }
  /** Any other scheme of HTTP, by its name. RFC 9110, section 11.4. */
  | { readonly type: "http"; readonly scheme: "other"; readonly name: string }
  | { readonly type: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  | { readonly type: "oauth2" }
  /** The certificate that a connection is made with: no call carries anything. */
  | { readonly type: "mutualTLS" };

/** Credentials in the making. */
export interface Authorization {
  /** By name, in small letters. */
  readonly headers: Record<string, string>;
  /** Query pairs, each with `&` in front. */
  query: string;
  /** What must not show up in an error. */
  readonly secrets: string[];
}

/** A Security Scheme as a client has it. */
export type ClientSecurityScheme = SecuritySchemeDescriptor & {
  /** Name of the client option that holds the credentials. */
  readonly option: string;
  readonly write: WriteCredentials;
};

/**
 * Writes the credentials of a Security Scheme where it wants them. Descriptors name the function, so that others need not
 * carry it.
 *
 * @throws {TypeError} for what the scheme cannot take, or no header can carry; the message keeps the value to itself.
 */
export type WriteCredentials = (
  value: unknown,
  scheme: ClientSecurityScheme,
  authorization: Authorization,
) => void;

/** A secret, or a function that gives the one of the moment. It is asked once per attempt. */
export type Secret = string | (() => string | Promise<string>);

/** The credentials of HTTP Basic authentication. RFC 7617. */
export interface BasicCredentials {
  readonly username: string;
  readonly password: string;
}
