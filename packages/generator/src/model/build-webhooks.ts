import { pascalCase } from "../naming/casing.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { HttpMethod, Webhook } from "./api-model.ts";
import { buildPart } from "./build-schema.ts";
import type { ModelContext } from "./context.ts";
import type { Filter } from "./filter.ts";
import { buildDocs } from "./docs.ts";
import { operationsIn } from "./path-item.ts";
import { selectable } from "./selectors.ts";
import { entries, member, object } from "./read.ts";
import { readContent } from "./read-content.ts";

/**
 * What the API sends on its own: every Operation Object below `webhooks`, in document order. OpenAPI 3.1, section 4.8.1
 * (OpenAPI Object).
 */
export function buildWebhooks(root: Node, context: ModelContext, filter?: Filter): Webhook[] {
  if (!member(root, "webhooks")) return [];
  return entries(root, "webhooks", context).flatMap(([name, reference]) => {
    if (name.startsWith("x-")) return [];
    return operationsIn(reference, context)
      .filter(({ method, node }) => !filter || filter.takes(selectable(node, method, name)))
      .map(({ method, node }) => buildWebhook(name, method, node, context));
  });
}

function buildWebhook(
  name: string,
  method: HttpMethod,
  node: Node,
  context: ModelContext,
): Webhook {
  const body = member(node, "requestBody") && object(node, "requestBody", context);
  const [media] = body ? readContent(body, context) : [];
  const schema = media && member(media.node, "schema");
  return {
    name,
    method,
    docs: buildDocs(node, context),
    ...(media && { contentType: media.contentType }),
    ...(schema && { schema: buildPart(schema, `${pascalCase(name)}Webhook`, context) }),
    at: node.at,
  };
}
