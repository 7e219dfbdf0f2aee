import { ineffectiveDefault } from "../../diagnostics/catalog/lint.ts";
import { child } from "../../resolve/child.ts";
import { textOf } from "../visits.ts";
import type { Rule } from "../rule.ts";

/**
 * A parameter that must be sent has no default.
 *
 * Why: a default is what holds where nothing is sent (OpenAPI 3.1, section 4.8.24), and that never happens here. One of the
 * two is not meant. Options of the client (`x-specwright: { option: … }`) take theirs from it, and are exempt.
 */
export const ineffectiveDefaultRule: Rule = {
  code: "ineffective-default",
  kinds: ["parameter"],
  visit({ node }, { document, report }) {
    if (child(node, "required")?.value !== true || child(node, "x-specwright")) return;
    const reference = child(node, "schema");
    const schema = reference && document.follow(reference);
    const usual = schema && child(schema, "default");
    // What stands elsewhere may be meant for others, too.
    if (!usual || schema.at.pointer !== reference.at.pointer) return;
    report(ineffectiveDefault(usual.at, textOf(node, "name") ?? ""));
  },
};
