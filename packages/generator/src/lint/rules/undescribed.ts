import { undescribed } from "../../diagnostics/catalog/lint.ts";
import type { Kind } from "../../structure/object-kinds.ts";
import { child } from "../../resolve/child.ts";
import { refOf } from "../../resolve/ref-of.ts";
import type { Node, SpecDocument } from "../../resolve/spec-document.ts";
import type { Lint, Rule } from "../rule.ts";
import { hasText, membersOf, textOf } from "../visits.ts";
import type { Visit } from "../walk.ts";

/**
 * What callers meet by its name has a description: parameters, responses, schemas with a name and their own properties,
 * the fields of request bodies, tags, security schemes.
 *
 * Why: it is all that an editor can show beside a name and a type. Deeper and nameless parts of a schema are left to
 * the author: often the part around them says enough. A reference to something described counts as described.
 */
export const undescribedRule: Rule = {
  code: "undescribed",
  kinds: ["document", "parameter", "response", "schema"],
  visit(visit, lint) {
    switch (visit.kind) {
      case "document":
        return visitDocument(visit.node, lint);
      case "parameter":
        return check(visit.node, `the parameter ${quoted(visit.node)}`, lint);
      case "response":
        return check(visit.node, `the response "${visit.key}"`, lint);
      default:
        return visitSchema(visit, lint);
    }
  },
};

function visitDocument(root: Node, lint: Lint): void {
  for (const [, tag] of membersOf(root, "tags")) check(tag, `the tag ${quoted(tag)}`, lint);
  const components = child(root, "components");
  const schemes = components ? membersOf(components, "securitySchemes") : [];
  for (const [name, scheme] of schemes) check(scheme, `the security scheme "${name}"`, lint);
}

function visitSchema(schema: Visit, lint: Lint): void {
  if (isNamed(schema)) check(schema.node, `the schema "${nameOf(schema)}"`, lint);
  if (!isMet(schema)) return;
  for (const [name, property] of membersOf(schema.node, "properties")) {
    check(property, `the property "${name}"`, lint);
  }
}

function check(node: Node, what: string, { document, report }: Lint): void {
  if (typeof node.value === "object" && !isDescribed(node, document)) {
    report(undescribed(node.at, what));
  }
}

function isDescribed(node: Node, document: SpecDocument): boolean {
  if (hasText(node, "description")) return true;
  if (refOf(node) !== undefined) {
    const target = document.follow(node);
    return target === undefined || hasText(target, "description");
  }
  // In OpenAPI 3.0 nothing may stand beside a reference, so that it is put into a list of its own.
  const [part, ...others] = membersOf(node, "allOf").map(([, member]) => member);
  return part !== undefined && others.length === 0 && isDescribed(part, document);
}

const NAMED: readonly Kind[] = ["schemas"];

/** A component, or what references lead to elsewhere; a property keeps its own name whoever refers to it. */
function isNamed({ node, holder, isReferred }: Visit): boolean {
  if (holder && NAMED.includes(holder.kind)) return true;
  return isReferred && tokensOf(node).at(-2) !== "properties";
}

/** Tells whether callers meet the schema's properties: it has a name, is the body of a request, or is part of such. */
function isMet(schema: Visit): boolean {
  const { holder, key } = schema;
  if (isNamed(schema)) return true;
  if (holder?.kind === "schema" && key === "allOf") return isMet(holder);
  return holder?.kind === "mediaType" && holder.holder?.holder?.kind === "requestBody";
}

function nameOf({ node, key }: Visit): string {
  return tokensOf(node).at(-1) || node.at.file.split("/").at(-1) || key;
}

function tokensOf({ at }: Node): string[] {
  return at.pointer.split("/").slice(1);
}

function quoted(node: Node): string {
  return JSON.stringify(textOf(node, "name") ?? "");
}
