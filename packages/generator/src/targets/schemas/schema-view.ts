import type {
  NamedSchema,
  ObjectSchema,
  Property,
  Schema,
  SchemaId,
} from "../../model/api-model.ts";
import { docView, proseOf, type DocView } from "../shared/doc-view.ts";
import { entryLine, expandsEntries } from "../shared/expands-entries.ts";
import { valueText } from "../shared/layout.ts";
import { propertyKey } from "../shared/literals.ts";
import { holders } from "../shared/wire-holders.ts";
import { isOne, wireOf } from "../shared/wires.ts";
import { typeText, valuesText, type TypeContext } from "../shared/type-text.ts";

/** What `schemas/file` prints. */
export type SchemasFileView = { readonly declarations: readonly DeclarationView[] };

/** An interface or a type alias: one of `interface` and `alias` is there. */
export type DeclarationView = {
  readonly name: string;
  readonly docs: DocView | null;
  readonly interface: InterfaceView | null;
  readonly alias: { readonly type: string } | null;
  /** The object of a list of texts, as source text: `{ Paid: "paid" }`. */
  readonly values: string | null;
  /** Where in a value stands what JSON has another form for, and the constant that says so. */
  readonly wire: { readonly name: string; readonly value: string } | null;
  /** What a call may ask for in the place of ids. */
  readonly expands: ExpandsView | null;
};

export type ExpandsView = {
  readonly name: string;
  readonly entries: readonly { readonly key: string; readonly type: string }[];
};

export type InterfaceView = {
  readonly properties: readonly PropertyView[];
  /** Type of the other keys, where they have one. */
  readonly index: { readonly type: string } | null;
};

export type PropertyView = {
  /** A blank line stands in front. */
  readonly apart: boolean;
  readonly docs: DocView | null;
  readonly key: string;
  readonly optional: boolean;
  readonly type: string;
};

/** @param expanded Schemas in whose values a call may ask for whole objects. */
export function schemasFileView(
  schemas: readonly NamedSchema[],
  expanded: ReadonlySet<SchemaId>,
  context: TypeContext,
): SchemasFileView {
  return {
    declarations: schemas.map((named) => ({
      ...typeView(named, context),
      wire: wireView(named, context),
      expands: expanded.has(named.id) ? expandsView(named, context) : null,
    })),
  };
}

function expandsView({ id, schema }: NamedSchema, context: TypeContext): ExpandsView | null {
  if (schema.kind !== "object") return null;
  const entries = expandsEntries(schema, context).map((entry) => ({
    key: entry.key,
    type: entryLine(entry, context),
  }));
  return { name: context.names.expands(id), entries };
}

function wireView({ id, schema }: NamedSchema, context: TypeContext): DeclarationView["wire"] {
  const isPlain = isOne(schema) || !holders(context.schemas).has(id);
  const wire = isPlain ? undefined : wireOf(schema, context);
  if (wire === undefined) return null;
  context.imports.runtimeType("Wire");
  const name = context.names.wire(id);
  const before = `export const ${name}: Wire = `.length;
  return { name, value: valueText(wire, before, ";".length, 0) };
}

function typeView(
  named: NamedSchema,
  context: TypeContext,
): Omit<DeclarationView, "wire" | "expands"> {
  const { schema } = named;
  const name = context.names.type(named.id);
  const docs = docView(proseOf(schema.docs));
  if (schema.kind === "object" && !schema.nullable) {
    return { name, docs, interface: interfaceView(schema, context), alias: null, values: null };
  }
  const before = `export type ${name} = `.length;
  const type =
    schema.kind === "object"
      ? nullableObject(schema, context)
      : typeText(schema, context, { before, after: 1, depth: 0 });
  // A broken union starts on the next line.
  return {
    name,
    docs,
    interface: null,
    alias: { type: type.startsWith("\n") ? type : ` ${type}` },
    values: valuesObject(schema, name),
  };
}

function valuesObject(schema: Schema, name: string): string | null {
  if (schema.kind !== "literal" || !schema.names) return null;
  const { names, values } = schema;
  const entries = names.map((key, index) => [key, values[index]] as const);
  const before = `export const ${name} = `.length;
  return valueText(Object.fromEntries(entries), before, " as const;".length, 0);
}

function interfaceView(schema: ObjectSchema, context: TypeContext): InterfaceView {
  const properties = travelling(schema).map((property) => propertyView(property, context));
  return {
    properties: properties.map((view, index) => ({
      ...view,
      apart: index > 0 && (view.docs !== null || properties[index - 1]?.docs !== null),
    })),
    index: indexView(schema, context),
  };
}

function travelling({ properties }: ObjectSchema): Property[] {
  return properties.filter(({ absent }) => !absent);
}

function propertyView(property: Property, context: TypeContext): PropertyView {
  const key = propertyKey(property.name);
  const optional = !property.required;
  const before = `  ${key}${optional ? "?" : ""}: `.length;
  const type = typeText(property.schema, context, { before, after: 1, depth: 1 });
  const access = property.access === "read-only" ? "Set by the server; not sent." : undefined;
  const expandable = property.expandable && "Expandable: an id, or the object itself where asked.";
  return {
    apart: false,
    docs: docView([...proseOf(property.docs), access, expandable], 2),
    key,
    optional,
    type: type.startsWith("\n") ? type : ` ${type}`,
  };
}

// Every declared property must fit the index signature: beside properties it says only that there may be more.
function indexView(schema: ObjectSchema, context: TypeContext): InterfaceView["index"] {
  const { additionalProperties, patternProperties, properties } = schema;
  const isListed = typeof additionalProperties === "boolean" && !patternProperties;
  if (properties.length === 0) return { type: valuesText(schema, context) };
  return isListed ? null : { type: "unknown" };
}

// A component that may itself be null: an interface cannot say that.
function nullableObject(schema: ObjectSchema, context: TypeContext): string {
  const lines = travelling(schema).map((property) => {
    const { key, optional, type } = propertyView(property, context);
    return `  ${key}${optional ? "?" : ""}:${type};\n`;
  });
  const index = indexView(schema, context);
  const other = index ? `  [key: string]: ${index.type};\n` : "";
  return `{\n${lines.join("")}${other}} | null`;
}
