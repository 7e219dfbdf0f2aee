import { child } from "../resolve/child.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Bundling } from "./copy.ts";
import { refToPointer } from "./position.ts";

/**
 * What a value of `discriminator.mapping` becomes: the name of a schema, or a reference to one. OpenAPI 3.1, section
 * 4.8.25.
 */
export function mappedRef(node: Node, { document, components }: Bundling): unknown {
  const { value, at } = node;
  if (typeof value !== "string" || isComponent(value, document.root)) return value;
  // In a file of its own a bare name means a component of that file.
  const ref = /[./#]/.test(value) ? value : `#/components/schemas/${value}`;
  const target = document.step({ value: { $ref: ref }, at });
  if (!target) return value;
  const entry = document.root.at.file;
  if (target.at.file !== entry) {
    return refToPointer(`/components/schemas/${components.nameOf(target, "schemas")}`);
  }
  return at.file === entry && value.startsWith("#") ? value : refToPointer(target.at.pointer);
}

function isComponent(name: string, root: Node): boolean {
  const components = child(root, "components");
  const schemas = components && child(components, "schemas");
  return schemas !== undefined && child(schemas, name) !== undefined;
}
