import { child } from "../resolve/child.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";

/**
 * The schema that a value of `discriminator.mapping` names: a component, or the target of a reference. OpenAPI 3.1,
 * section 4.8.25.
 *
 * @returns `undefined` when there is none.
 */
export function mappedTarget(node: Node, document: SpecDocument): Node | undefined {
  const { value, at } = node;
  if (typeof value !== "string") return undefined;
  const components = child(document.root, "components");
  const schemas = components && child(components, "schemas");
  const component = schemas && child(schemas, value);
  if (component) return component;
  return /[./#]/.test(value) ? document.find({ value: { $ref: value }, at }) : undefined;
}
