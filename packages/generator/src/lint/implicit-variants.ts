import { child } from "../resolve/child.ts";
import { refOf } from "../resolve/ref-of.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";

/**
 * Components that are built with `allOf` on a schema with a discriminator: variants of it, though it does not name them.
 * OpenAPI 3.1, section 4.8.25.
 *
 * @returns Those that are not used yet, of schemas that are.
 */
export function implicitVariants(
  document: SpecDocument,
  isUsed: (node: Node) => boolean,
): readonly Node[] {
  const components = child(document.root, "components");
  const schemas = components && child(components, "schemas");
  if (!schemas) return [];
  return Object.keys(Object(schemas.value)).flatMap((name) => {
    const schema = child(schemas, name);
    return schema && !isUsed(schema) && isVariant(schema, document, isUsed) ? [schema] : [];
  });
}

function isVariant(schema: Node, document: SpecDocument, isUsed: (node: Node) => boolean): boolean {
  const parts = child(schema, "allOf");
  if (!parts || !Array.isArray(parts.value)) return false;
  return [...parts.value.keys()].some((index) => {
    const part = child(parts, index);
    const base = part && refOf(part) !== undefined ? document.step(part) : undefined;
    return base !== undefined && isUsed(base) && child(base, "discriminator") !== undefined;
  });
}
