import { buildOperations } from "../model/build-operations.ts";
import { buildSchema } from "../model/build-schema.ts";
import { buildSecuritySchemes } from "../model/build-security.ts";
import { buildWebhooks } from "../model/build-webhooks.ts";
import type { ModelContext } from "../model/context.ts";
import { SchemaRegistry } from "../model/schema-registry.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";
import { declaredIn } from "./declared.ts";

/**
 * Names schemas as the model does, so that the types generated from the bundle are called like those generated from the
 * many files. The model itself is asked, for its names depend on what it meets first and on the inline schemas it names.
 *
 * What the model finds wrong is its own matter; references that lead nowhere are reported by the document.
 */
export function createSchemaNames(document: SpecDocument): (schema: Node) => string {
  const context: ModelContext = {
    document,
    report: () => undefined,
    schemas: new SchemaRegistry(document, (node, id) => buildSchema(node, id, context)),
  };
  const { root } = document;
  const ids = declaredIn("schemas", document).map(({ name, node, content }) =>
    context.schemas.addComponent(name, content, node),
  );
  for (const id of ids) context.schemas.content(id);
  buildOperations(root, buildSecuritySchemes(root, context), context);
  buildWebhooks(root, context);
  context.schemas.finish([]);
  return (schema) => context.schemas.idFor(schema);
}
