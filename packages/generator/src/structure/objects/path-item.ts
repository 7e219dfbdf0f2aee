import { missingField } from "../../diagnostics/catalog/model.ts";
import { child } from "../../resolve/child.ts";
import type { Holds, ObjectRule } from "../object-rule.ts";
import { checkQueryStrings } from "../query-strings.ts";

const METHODS: Readonly<Record<string, Holds>> = {
  get: "object",
  put: "object",
  post: "object",
  delete: "object",
  options: "object",
  head: "object",
  patch: "object",
  trace: "object",
  query: "object",
};

/** OpenAPI 3.2, section 4.9. */
export const PATH_ITEM: ObjectRule = {
  name: "Path Item Object",
  fields: {
    $ref: "text",
    summary: "text",
    description: "text",
    ...METHODS,
    additionalOperations: "object",
    servers: "list",
    parameters: "list",
  },
  check: checkQueryStrings,
};

/** OpenAPI 3.2, section 4.10. */
export const OPERATION: ObjectRule = {
  name: "Operation Object",
  fields: {
    tags: "list",
    summary: "text",
    description: "text",
    externalDocs: "object",
    operationId: "text",
    parameters: "list",
    requestBody: "object",
    responses: "object",
    callbacks: "object",
    deprecated: "flag",
    security: "list",
    servers: "list",
  },
  check(node, context) {
    checkQueryStrings(node, context);
    // Later versions leave it out where nothing is known.
    if (context.version === "3.0" && !child(node, "responses"))
      context.report(missingField(node.at, "responses", "An Operation Object", "warning"));
  },
};
