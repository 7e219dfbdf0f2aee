import { wrongName } from "../../diagnostics/catalog/structure.ts";
import { child } from "../../resolve/child.ts";
import type { ObjectRule } from "../object-rule.ts";
import { SECTIONS } from "../object-kinds.ts";

/** OpenAPI 3.2, section 4.7. */
export const COMPONENTS: ObjectRule = {
  name: "Components Object",
  fields: Object.fromEntries(
    [...SECTIONS, "securitySchemes"].map((section) => [section, "object" as const]),
  ),
  check(node, { report }) {
    for (const section of [...SECTIONS, "securitySchemes"]) {
      const holder = child(node, section);
      for (const name of Object.keys(Object(holder?.value))) {
        const component = /^[\w.-]+$/.test(name) ? undefined : holder && child(holder, name);
        if (!component || Array.isArray(holder?.value)) continue;
        const at = { ...component.at, key: true };
        const hint = "use letters, digits, dots, dashes and underscores";
        report(wrongName(at, name, "the name of a component", hint, "warning"));
      }
    }
  },
};
