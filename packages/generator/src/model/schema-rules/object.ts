import type { ObjectSchema, PatternProperty, Property, Schema, SchemaId } from "../api-model.ts";
import type { Node } from "../../resolve/spec-document.ts";
import { buildPart, memberName, partName } from "../build-schema.ts";
import { checkLimits } from "../check-bounds.ts";
import type { ModelContext } from "../context.ts";
import { buildDocs } from "../docs.ts";
import { count, entries, flag, member, texts } from "../read.ts";
import { limitsNames } from "./property-names.ts";
import { buildString, checkPattern } from "./scalar.ts";

/** JSON Schema 2020-12 (Validation), section 6.5, and `properties` of its Core, section 10.3.2. */
export function buildObject(node: Node, name: SchemaId, context: ModelContext): ObjectSchema {
  const required = new Set(texts(node, "required", context));
  const minProperties = count(node, "minProperties", context);
  const maxProperties = count(node, "maxProperties", context);
  const propertyNames = member(node, "propertyNames");
  const patternProperties = buildPatternProperties(node, name, context);
  checkLimits(node, "minProperties", "maxProperties", context);
  return {
    kind: "object",
    properties: buildProperties(node, name, required, context),
    additionalProperties: buildAdditional(node, name, context),
    nullable: false,
    docs: buildDocs(node, context),
    ...(patternProperties.length > 0 && { patternProperties }),
    ...(propertyNames &&
      limitsNames(propertyNames) && { propertyNames: buildString(propertyNames, context) }),
    ...(minProperties !== undefined && minProperties > 0 && { minProperties }),
    ...(maxProperties !== undefined && { maxProperties }),
  };
}

function buildProperties(
  node: Node,
  name: SchemaId,
  required: ReadonlySet<string>,
  context: ModelContext,
): Property[] {
  const listed = entries(node, "properties", context);
  const properties = listed.map(([key, property]) =>
    buildProperty(key, property, required.has(key), name, context),
  );
  const names = new Set(listed.map(([key]) => key));
  const bare = [...required].filter((key) => !names.has(key)).map(requiredOnly);
  return [...properties, ...bare];
}

function buildProperty(
  key: string,
  node: Node,
  required: boolean,
  parent: SchemaId,
  context: ModelContext,
): Property {
  const schema = buildPart(node, partName(parent, key), context);
  return {
    name: key,
    required,
    access: access(node, context),
    docs: schema.docs,
    schema,
    ...(isExpandable(node, context) && { expandable: true }),
  };
}

function buildPatternProperties(
  node: Node,
  name: SchemaId,
  context: ModelContext,
): PatternProperty[] {
  if (!member(node, "patternProperties")) return [];
  return entries(node, "patternProperties", context).flatMap(([pattern, schema]) => {
    if (!checkPattern(pattern, schema.at, context)) return [];
    return [{ pattern, schema: buildPart(schema, partName(name, "match"), context) }];
  });
}

// The mark stands where the choice between id and object does: at the property, or at the items of its list.
function isExpandable(node: Node, context: ModelContext): boolean {
  if (typeof node.value !== "object") return false;
  const items = member(node, "items");
  return [node, ...(items ? [items] : [])].some(
    (holder) => member(holder, "x-expandable") && flag(holder, "x-expandable", context) === true,
  );
}

// `required` may name what `properties` does not describe: the value must be there, whatever it is.
function requiredOnly(key: string): Property {
  const schema: Schema = { kind: "unknown", nullable: false, docs: {} };
  return { name: key, required: true, access: "read-write", docs: {}, schema };
}

function access(node: Node, context: ModelContext): Property["access"] {
  if (typeof node.value !== "object") return "read-write";
  if (flag(node, "readOnly", context)) return "read-only";
  return flag(node, "writeOnly", context) ? "write-only" : "read-write";
}

function buildAdditional(node: Node, name: SchemaId, context: ModelContext): Schema | boolean {
  const additional = member(node, "additionalProperties");
  if (!additional) return true;
  if (typeof additional.value === "boolean") return additional.value;
  const schema = buildPart(additional, memberName(name, "value", context), context);
  return schema.kind === "unknown" && !schema.nullable ? true : schema;
}
