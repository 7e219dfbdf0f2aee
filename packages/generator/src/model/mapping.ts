import { mappingMismatch, unknownMapping } from "../diagnostics/catalog/model.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Schema, SchemaId } from "./api-model.ts";
import type { ModelContext } from "./context.ts";
import { entries, member } from "./read.ts";
import { allowedTexts } from "./tag-values.ts";

/** An entry of a mapping. */
interface Mapped {
  readonly value: string;
  readonly schema: SchemaId;
  readonly at: Place;
}

/** What a Discriminator Object says itself; a name that nothing has is reported. */
export function mappedSchemas(discriminator: Node, context: ModelContext): readonly Mapped[] {
  if (!member(discriminator, "mapping")) return [];
  return entries(discriminator, "mapping", context).flatMap(([value, target]) => {
    const schema = mappedSchema(target, context);
    return schema === undefined ? [] : [{ value, schema, at: target.at }];
  });
}

/** Reports where a mapping calls a schema by a value that the schema itself forbids. */
export function checkMapping(discriminator: Node, property: string, context: ModelContext): void {
  for (const { value, schema, at } of mappedSchemas(discriminator, context)) {
    const variant: Schema = { kind: "reference", schema, nullable: false, docs: {} };
    const allowed = allowedTexts(variant, property, context) ?? [];
    if (allowed.length > 0 && !allowed.includes(value))
      context.report(mappingMismatch({ ...at, key: true }, value, property, allowed));
  }
}

// A mapping's value is a reference or a bare component name. A name may have a dot, and then looks like a file's.
function mappedSchema(target: Node, context: ModelContext): string | undefined {
  const value = String(target.value);
  const isName = /^[\w-]+$/.test(value) || isComponent(value, context);
  const reference = isName ? `#/components/schemas/${value}` : value;
  const node = context.document.find({ value: { $ref: reference }, at: target.at });
  if (!node) context.report(unknownMapping(target.at, value));
  return node && context.schemas.idFor(node);
}

function isComponent(name: string, { document }: ModelContext): boolean {
  const components = member(document.root, "components");
  const schemas = components && member(components, "schemas");
  return schemas !== undefined && member(schemas, name) !== undefined;
}
