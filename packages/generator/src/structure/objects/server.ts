import { invalidVariable } from "../../diagnostics/catalog/structure.ts";
import { child } from "../../resolve/child.ts";
import type { ObjectRule } from "../object-rule.ts";

/** OpenAPI 3.2, section 4.5. */
export const SERVER: ObjectRule = {
  name: "Server Object",
  fields: { url: "text", description: "text", name: "text", variables: "object" },
  expected: ["url"],
};

/** OpenAPI 3.2, section 4.6: `enum` has values, and the default is one of them. */
export const SERVER_VARIABLE: ObjectRule = {
  name: "Server Variable Object",
  fields: { enum: "list", default: "text", description: "text" },
  expected: ["default"],
  check(node, { report }) {
    const values = child(node, "enum");
    const usual = child(node, "default");
    if (!values || !Array.isArray(values.value)) return;
    if (values.value.length === 0) {
      report(
        invalidVariable(
          values.at,
          "The list of values for this variable is empty, so that no server has an address.",
          "error",
          'list the values that are allowed, or remove "enum"',
        ),
      );
    } else if (usual && !values.value.includes(usual.value)) {
      report(
        invalidVariable(
          usual.at,
          "The default of this variable is none of its values.",
          "warning",
          'add it to "enum", or take one of those values',
        ),
      );
    }
  },
};
