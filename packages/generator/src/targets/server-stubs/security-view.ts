import type { ApiModel, SecurityScheme } from "../../model/api-model.ts";
import type { FileRef } from "../../plan/target.ts";
import { docView, proseOf, type DocView } from "../shared/doc-view.ts";
import { propertyKey } from "../shared/literals.ts";
import type { TypeContext } from "../shared/type-text.ts";

/** What `server-stubs/security` prints. */
export type SecurityView = {
  readonly credentials: string;
  readonly principals: string;
  readonly schemes: readonly {
    readonly apart: boolean;
    readonly key: string;
    readonly credentials: string;
    readonly docs: DocView | null;
  }[];
};

export const SECURITY_FILE: FileRef = { target: "server-stubs", path: "security.ts" };

export function securityView(
  { securitySchemes }: ApiModel,
  { names, imports }: TypeContext,
): SecurityView {
  const { credentials, principals } = names.api;
  return {
    credentials,
    principals,
    schemes: securitySchemes.map((scheme, index) => {
      const docs = docView(proseOf(scheme.docs), 2);
      return {
        apart: index > 0 && docs !== null,
        key: propertyKey(scheme.id),
        credentials: imports.runtimeType(credentialsType(scheme), "server"),
        docs,
      };
    }),
  };
}

function credentialsType(scheme: SecurityScheme): string {
  switch (scheme.type) {
    case "apiKey":
      return "ApiKeyCredentials";
    case "mutualTLS":
      return "CertificateCredentials";
    case "oauth2":
      return "BearerCredentials";
    case "http":
      return HTTP_CREDENTIALS[scheme.scheme];
  }
}

const HTTP_CREDENTIALS = {
  basic: "BasicCredentials",
  bearer: "BearerCredentials",
  other: "AuthorizationCredentials",
};
