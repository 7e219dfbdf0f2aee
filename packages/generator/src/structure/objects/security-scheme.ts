import { missingField } from "../../diagnostics/catalog/model.ts";
import { child } from "../../resolve/child.ts";
import type { ObjectRule } from "../object-rule.ts";

/** OpenAPI 3.2, section 4.27. What each type needs is said where it is read. */
export const SECURITY_SCHEME: ObjectRule = {
  name: "Security Scheme Object",
  fields: {
    type: "text",
    description: "text",
    name: "text",
    in: "text",
    scheme: "text",
    bearerFormat: "text",
    flows: "object",
    openIdConnectUrl: "text",
    oauth2MetadataUrl: "text",
    deprecated: "flag",
  },
  required: ["type"],
  check(node, { report }) {
    const type = child(node, "type")?.value;
    const field =
      type === "oauth2" ? "flows" : type === "openIdConnect" ? "openIdConnectUrl" : undefined;
    if (field === undefined || child(node, field)) return;
    report(missingField(node.at, field, "A Security Scheme Object", "warning"));
  },
};

export const OAUTH_FLOWS: ObjectRule = {
  name: "OAuth Flows Object",
  fields: {
    implicit: "object",
    password: "object",
    clientCredentials: "object",
    authorizationCode: "object",
    deviceAuthorization: "object",
  },
};

export const OAUTH_FLOW: ObjectRule = {
  name: "OAuth Flow Object",
  fields: {
    authorizationUrl: "text",
    deviceAuthorizationUrl: "text",
    tokenUrl: "text",
    refreshUrl: "text",
    scopes: "object",
  },
  expected: ["scopes"],
};
