import { missingField } from "../../diagnostics/catalog/model.ts";
import { child } from "../../resolve/child.ts";
import { isHeaderName, wrongHeaderName } from "../header-name.ts";
import type { ObjectRule } from "../object-rule.ts";

/** OpenAPI 3.2, section 4.17; earlier versions require `description`. */
export const RESPONSE: ObjectRule = {
  name: "Response Object",
  fields: {
    summary: "text",
    description: "text",
    headers: "object",
    content: "object",
    links: "object",
  },
  check(node, { version, report }) {
    if (version === "3.2" || child(node, "description")) return;
    report(missingField(node.at, "description", "A Response Object", "warning"));
  },
};

/** Headers of a response or a part, by name. */
export const HEADER_MAP: ObjectRule = {
  name: "map of headers",
  check(node, { version, report }) {
    for (const name of Object.keys(Object(node.value))) {
      const header = isHeaderName(name) ? undefined : child(node, name);
      if (header) report(wrongHeaderName({ ...header.at, key: true }, name, version));
    }
  },
};
