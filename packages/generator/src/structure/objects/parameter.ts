import { wrongName, misplacedField } from "../../diagnostics/catalog/structure.ts";
import { exclusiveFields } from "../../diagnostics/catalog/structure.ts";
import { missingField } from "../../diagnostics/catalog/model.ts";
import { child } from "../../resolve/child.ts";
import type { Node } from "../../resolve/spec-document.ts";
import type { Holds, ObjectRule, StructureContext } from "../object-rule.ts";
import { isHeaderName, wrongHeaderName } from "../header-name.ts";

/** What parameters and headers have in common. OpenAPI 3.2, section 4.12.2. */
const DESCRIBED: Readonly<Record<string, Holds>> = {
  description: "text",
  required: "flag",
  deprecated: "flag",
  allowEmptyValue: "flag",
  example: "any",
  examples: "object",
  style: "text",
  explode: "flag",
  schema: "schema",
  content: "object",
};

/** OpenAPI 3.2, section 4.12. */
export const PARAMETER: ObjectRule = {
  name: "Parameter Object",
  fields: { name: "text", in: "text", allowReserved: "flag", ...DESCRIBED },
  required: ["name", "in"],
  exclusive: [
    ["schema", "content"],
    ["example", "examples"],
  ],
  check(node, context) {
    checkContent(node, context);
    checkReserved(node, context);
    checkName(node, context);
  },
};

/** OpenAPI 3.2, section 4.21: a parameter without `name` and `in`. */
export const HEADER: ObjectRule = {
  name: "Header Object",
  // The last three are told of below.
  fields: { ...DESCRIBED, name: "any", in: "any", allowReserved: "any" },
  exclusive: PARAMETER.exclusive ?? [],
  check(node, { version, report }) {
    for (const field of ["name", "in"]) {
      const found = child(node, field);
      if (found) report(misplacedField(found.at, field, "in a Header Object", "warning"));
    }
    const reserved = child(node, "allowReserved");
    if (!reserved) return;
    const severity = version === "3.0" ? "warning" : "error";
    report(misplacedField(reserved.at, "allowReserved", "in a Header Object", severity));
  },
};

// Section 4.12.2.3: the media type says how a value is written, so that nothing else may.
function checkContent(node: Node, { version, report }: StructureContext): void {
  const isWhole = child(node, "in")?.value === "querystring";
  const schema = child(node, "schema");
  if (isWhole && schema)
    report(misplacedField(schema.at, "schema", 'with "in: querystring": "content" says it all'));
  if (!child(node, "content")) {
    const field = isWhole ? "content" : "schema";
    if (!schema)
      report(missingField(node.at, field, "A Parameter Object", isWhole ? "error" : "warning"));
    return;
  }
  for (const field of ["style", "explode", "allowReserved"]) {
    const found = child(node, field);
    const severity = version === "3.2" ? "error" : "warning";
    if (found) report(exclusiveFields(found.at, ["content", field], "Parameter Object", severity));
  }
}

// OpenAPI 3.1, section 4.8.12.2 allows it in queries; 3.2, section 4.12.2.2, wherever text is percent-encoded.
function checkReserved(node: Node, { version, report }: StructureContext): void {
  const reserved = child(node, "allowReserved");
  const place = child(node, "in")?.value;
  if (!reserved || version === "3.0" || place === "query") return;
  const style = child(node, "style")?.value ?? "form";
  if (version === "3.2" && (place === "path" || (place === "cookie" && style === "form"))) return;
  const where = `with "in: ${String(place)}"`;
  report(misplacedField(reserved.at, "allowReserved", where));
}

function checkName(node: Node, { version, report }: StructureContext): void {
  const name = child(node, "name");
  if (typeof name?.value !== "string") return;
  const severity = version === "3.2" ? "error" : "warning";
  const place = child(node, "in")?.value;
  if (name.value === "") {
    const hint = "write the name that the API knows it by";
    report(wrongName(name.at, name.value, "the name of a parameter", hint, "error"));
  } else if (place === "path" && /[{}]/.test(name.value)) {
    const hint = "leave the braces to the path";
    report(wrongName(name.at, name.value, "the name of a path parameter", hint, severity));
  } else if (place === "header" && !isHeaderName(name.value)) {
    report(wrongHeaderName(name.at, name.value, version));
  }
}
