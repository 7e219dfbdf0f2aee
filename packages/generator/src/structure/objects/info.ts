import { exclusiveFields } from "../../diagnostics/catalog/structure.ts";
import { child } from "../../resolve/child.ts";
import type { ObjectRule } from "../object-rule.ts";

/** OpenAPI 3.2, section 4.2. */
export const INFO: ObjectRule = {
  name: "Info Object",
  fields: {
    title: "text",
    summary: "text",
    description: "text",
    termsOfService: "text",
    contact: "object",
    license: "object",
    version: "text",
  },
  expected: ["title", "version"],
};

export const CONTACT: ObjectRule = {
  name: "Contact Object",
  fields: { name: "text", url: "text", email: "text" },
};

export const LICENSE: ObjectRule = {
  name: "License Object",
  fields: { name: "text", identifier: "text", url: "text" },
  expected: ["name"],
  check(node, { report }) {
    const url = child(node, "url");
    const pair = ["identifier", "url"] as const;
    if (url && child(node, "identifier"))
      report(exclusiveFields(url.at, pair, "License Object", "warning"));
  },
};

export const EXTERNAL_DOCS: ObjectRule = {
  name: "External Documentation Object",
  fields: { description: "text", url: "text" },
  expected: ["url"],
};

export const TAG: ObjectRule = {
  name: "Tag Object",
  fields: {
    name: "text",
    summary: "text",
    description: "text",
    externalDocs: "object",
    parent: "text",
    kind: "text",
  },
  expected: ["name"],
};
