import { exclusiveFields, misplacedField, wrongName } from "../diagnostics/catalog/structure.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { child } from "../resolve/child.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";

/** OpenAPI 3.1, section 4.8.12.2; OpenAPI 3.2, section 4.12.2. */
export function checkParameter(node: Node, version: string, report: Report): void {
  const location = textAt(node, "in");
  const reserved = child(node, "allowReserved");
  if (reserved && !mayAllowReserved(node, location, version)) {
    report(misplacedField(reserved.at, "allowReserved", `a parameter in "${location}"`));
  }
  checkSerialization(node, location, report);
  if (version === "3.2") checkName(node, location, report);
}

/** A header has a name and a place already. OpenAPI 3.1, section 4.8.21. */
export function checkHeader(node: Node, report: Report): void {
  const reserved = child(node, "allowReserved");
  if (reserved) report(misplacedField(reserved.at, "allowReserved", "a Header Object"));
}

/** OpenAPI 3.2, section 5.1: a header's name is a token of RFC 9110. */
export function checkHeaderName(node: Node, name: string, version: string, report: Report): void {
  if (version === "3.2" && !TOKEN.test(name)) {
    report(wrongName({ ...node.at, key: true }, name, "a header", "it is no token"));
  }
}

/** A query is written whole by one parameter, or by many that are pairs. OpenAPI 3.2, section 4.12.1. */
export function checkQueryStrings(holder: Node, document: SpecDocument, report: Report): void {
  const list = child(holder, "parameters");
  if (!list || !Array.isArray(list.value)) return;
  const parameters = list.value.flatMap((_, index) => {
    const reference = child(list, index);
    return (reference && document.follow(reference)) ?? [];
  });
  const whole = parameters.filter((node) => textAt(node, "in") === "querystring");
  const [first, second] = whole;
  if (!first) return;
  if (second) report(exclusiveFields(second.at, "in: querystring", "in: querystring"));
  const pair = parameters.find((node) => textAt(node, "in") === "query");
  if (pair) report(exclusiveFields(pair.at, "in: query", "in: querystring"));
}

const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;

function mayAllowReserved(node: Node, location: string | undefined, version: string): boolean {
  const style = textAt(node, "style");
  if (version !== "3.2") return location === "query" || location === undefined;
  return location !== "header" && style !== "cookie";
}

function checkSerialization(node: Node, location: string | undefined, report: Report): void {
  if (location === "querystring") {
    const schema = child(node, "schema");
    if (schema) report(misplacedField(schema.at, "schema", 'a parameter in "querystring"'));
  }
  const style = child(node, "style");
  if (style && child(node, "content") && !child(node, "schema")) {
    report(misplacedField(style.at, "style", 'a parameter with "content"'));
  }
}

function checkName(node: Node, location: string | undefined, report: Report): void {
  const name = child(node, "name");
  if (typeof name?.value !== "string") return;
  if (location === "header" && !TOKEN.test(name.value)) {
    report(wrongName(name.at, name.value, "a header", "it is no token"));
  }
  if (location === "path" && /[{}]/.test(name.value)) {
    report(wrongName(name.at, name.value, "a path parameter", "braces end it in the path"));
  }
}

function textAt(node: Node, key: string): string | undefined {
  const value = child(node, key)?.value;
  return typeof value === "string" ? value : undefined;
}
