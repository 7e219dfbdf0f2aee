import { missingContainer } from "../../diagnostics/catalog/structure.ts";
import { missingField } from "../../diagnostics/catalog/model.ts";
import { child } from "../../resolve/child.ts";
import type { ObjectRule } from "../object-rule.ts";

/** OpenAPI 3.2, section 4.1. */
export const DOCUMENT: ObjectRule = {
  name: "OpenAPI Object",
  fields: {
    openapi: "text",
    $self: "text",
    info: "object",
    jsonSchemaDialect: "text",
    servers: "list",
    paths: "object",
    webhooks: "object",
    components: "object",
    security: "list",
    tags: "list",
    externalDocs: "object",
  },
  expected: ["info"],
  check(node, { version, report }) {
    const has = (key: string): boolean => child(node, key) !== undefined;
    if (!["paths", "components", "webhooks"].some(has)) report(missingContainer(node.at));
    else if (version === "3.0" && !has("paths"))
      report(missingField(node.at, "paths", "An OpenAPI Object", "warning"));
  },
};
