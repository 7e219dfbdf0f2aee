import { emptyEnum } from "../diagnostics/catalog/model.ts";
import { misplacedField, missingContainer } from "../diagnostics/catalog/structure.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { walkDocument, type Visit } from "../lint/walk.ts";
import { child } from "../resolve/child.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";
import { checkExclusions } from "./exclusions.ts";
import { checkHeader, checkHeaderName, checkParameter, checkQueryStrings } from "./parameters.ts";

/**
 * Reports what the standard forbids whatever is meant: fields that exclude each other, fields without a place, a document
 * without content. What is wrong and yet plain to read is left to the model, which says how it reads it.
 *
 * @param version `"3.0"`, `"3.1"` or `"3.2"`.
 */
export function checkStructure(document: SpecDocument, version: string, report: Report): void {
  checkRoot(document.root, report);
  for (const visit of walkDocument(document).visits) checkObject(visit, document, version, report);
}

function checkObject(visit: Visit, document: SpecDocument, version: string, report: Report): void {
  const { node, kind } = visit;
  checkExclusions(node, kind, report);
  switch (kind) {
    case "parameter":
      return checkParameter(node, version, report);
    case "header":
      checkHeader(node, report);
      // Under `components` the key is the name of the component, not of a header.
      if (visit.holder?.kind === "headerMap") checkHeaderName(node, visit.key, version, report);
      return;
    case "pathItem":
    case "operation":
      return checkQueryStrings(node, document, report);
    case "link":
      return checkLink(node, report);
    default:
  }
}

/** OpenAPI 3.1, section 4.8.1. */
function checkRoot(root: Node, report: Report): void {
  const containers = ["paths", "webhooks", "components"];
  if (!containers.some((name) => child(root, name))) report(missingContainer(root.at));
  const servers = child(root, "servers");
  if (Array.isArray(servers?.value)) {
    for (const index of servers.value.keys()) checkServer(child(servers, index), report);
  }
}

/** OpenAPI 3.1, section 4.8.6: a list of values is not empty. */
function checkServer(server: Node | undefined, report: Report): void {
  const variables = server && child(server, "variables");
  for (const name of Object.keys(Object(variables?.value))) {
    const variable = variables && child(variables, name);
    const listed = variable && child(variable, "enum");
    if (Array.isArray(listed?.value) && listed.value.length === 0) report(emptyEnum(listed.at));
  }
}

/** OpenAPI 3.1, section 4.8.20. Earlier schemas of the standard had a `body` here that it never spoke of. */
function checkLink(link: Node, report: Report): void {
  const body = child(link, "body");
  if (body) report(misplacedField(body.at, "body", "a Link Object"));
}
